// What a file of journeys starts from: one server, one browser, and a fresh visitor for each test.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { root, startServer } from "./server.mjs";
import { watch } from "./watch.mjs";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync",
];
const testLimitMs = 90_000;

/** Opens a town for a file's tests; it closes after the last of them. `today` is the day it shows. */
export async function openTown({ today } = {}) {
  const server = await startServer({ today });
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium", args: flags });
  after(() => Promise.all([browser.close(), server.stop()]));
  return {
    ...server,
    /**
     * Registers a test with a visitor of its own. `options` are those of a browser context, and `staff`: for someone who has an
     * account, who begins with the cookie it names (`{ cookie: await town.signIn(account) }`) or signs in by hand (`{}`).
     */
    journey(claim, options, steps) {
      if (typeof options === "function") [options, steps] = [{}, options];
      test(claim, { timeout: testLimitMs }, (t) => visit(browser, server, options, steps, (line) => t.diagnostic(line)));
    },
  };
}

async function visit(browser, server, options, steps, diagnostic) {
  const visitors = [];
  /** Another browser in the same town. Nothing is shared but the server. */
  const another = async ({ staff, ...options } = {}) => {
    const context = await browser.newContext({
      baseURL: server.url, locale: "de-DE", timezoneId: "Europe/Berlin", viewport: { width: 1280, height: 800 }, ...options,
    });
    context.setDefaultTimeout(10_000);
    if (staff?.cookie) await context.addCookies([staff.cookie]);
    const watcher = await watch(context, server.url, { staff: staff !== undefined });
    visitors.push({ context, watcher, staff });
    return { page: await context.newPage(), context, faults: watcher.faults, expectFault: watcher.expectFault };
  };
  try {
    await steps({ ...await another(options), another, diagnostic });
    for (const { context, watcher, staff } of visitors) {
      watcher.assertClean();
      if (!staff) assert.deepEqual(await context.cookies(), [], "no cookie is set for readers");
    }
  } finally {
    for (const { context } of visitors) await context.close();
  }
}

/** Opens an address and waits until the program has taken over. */
export async function openReady(page, path) {
  await page.goto(path);
  await ready(page);
}

/** Waits until the program has taken over. */
export async function ready(page) {
  await page.waitForSelector("html[data-app=ready]", { state: "attached" });
}

/** The text of an element with plain spaces, and without the hyphens that show only at the end of a line. */
export async function textOf(locator) {
  return plain(await locator.textContent());
}

/** A text with plain spaces, and without the hyphens that show only at the end of a line. */
export function plain(text) {
  return text.replace(/[\u00a0\u202f]/g, " ").replaceAll("\u00ad", "");
}

/** An area's row in the list of the start page. */
export function rowOf(page, slug) {
  return page.locator(`.rank li:has(a[href="/gebiet/${slug}"])`);
}

/** An area's link on the map of the start page. */
export function onMap(page, slug) {
  return page.locator(`.map a[href="/gebiet/${slug}"]`);
}

/** Every kind of public page that the program takes over. */
export const publicPages = [
  "/", "/gebiet/griesheim", "/gebiet/windschlaeg", "/gebiet/waltersweier", "/gebiet/zunsweier", "/gebiet/gewerbegebiet-1", "/gebiet/kernstadt",
];

/** An address that does not exist. */
export const nowhere = "/gebiet/atlantis";

/** Keeps a picture of the page for people to look at. */
export async function picture(page, name, options = { fullPage: true }) {
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), ...options });
}
