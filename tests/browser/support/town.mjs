// What a file of journeys starts from: one server, one browser, and a fresh visitor for each test.
import assert from "node:assert/strict";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { after, test } from "node:test";
import { chromium } from "playwright-core";
import { root, runningCommands, startServer, within } from "./server.mjs";
import { watch } from "./watch.mjs";

const flags = [
  "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update",
  "--disable-sync",
];
const journeyLimitMs = 90_000;
const closeLimitMs = 10_000;
// Playwright itself kills a browser that has not closed after 30 s.
const browserCloseLimitMs = 40_000;

/**
 * Opens a town for a file's tests; it closes after the last of them. `today` is the day it shows. `keepsPages` leaves the
 * browser its memory of pages that one goes back to.
 */
export async function openTown({ today, keepsPages = false } = {}) {
  const server = await startServer({ today });
  const calls = openCalls();
  const ignoreDefaultArgs = keepsPages ? ["--disable-back-forward-cache"] : [];
  const executablePath = process.env.CHROMIUM ?? "/usr/bin/chromium";
  const launch = () => chromium.launch({ executablePath, args: flags, ignoreDefaultArgs, logger: calls.logger });
  const town = { server, calls, launch };
  after(() => close(town));
  // Without a browser there are no tests, and the runner calls nothing that stands after them.
  town.browser = await launch().catch(async (error) => { await server.stop(); throw error; });
  return {
    ...server,
    /**
     * Registers a test with a visitor of its own. `options` are those of a browser context, and `staff`: for someone who has an
     * account, who begins with the cookie it names (`{ cookie: await town.signIn(account) }`) or signs in by hand (`{}`).
     */
    journey(claim, options, steps) {
      if (typeof options === "function") [options, steps] = [{}, options];
      // The journey ends itself, and says where it stood. The runner's own limit would leave its pages open under the next test.
      const timeout = journeyLimitMs + closeLimitMs + 2 * browserCloseLimitMs;
      test(claim, { timeout }, (t) => visit(town, options, steps, (line) => t.diagnostic(line)));
    },
  };
}

async function visit(town, options, steps, diagnostic) {
  const { browser, server, calls } = town;
  const visitors = [];
  /** Another browser in the same town. Nothing is shared but the server. */
  const another = async ({ staff, ...options } = {}) => {
    const context = await browser.newContext({
      baseURL: server.url, locale: "de-DE", timezoneId: "Europe/Berlin", viewport: { width: 1280, height: 800 }, ...options,
    });
    const visitor = { context, staff };
    visitors.push(visitor);
    context.setDefaultTimeout(10_000);
    if (staff?.cookie) await context.addCookies([staff.cookie]);
    visitor.watcher = await watch(context, server.url, { staff: staff !== undefined });
    const { faults, expectFault } = visitor.watcher;
    return { page: await context.newPage(), context, faults, expectFault };
  };
  const walk = async () => {
    await steps({ ...await another(options), another, diagnostic });
    for (const { context, watcher, staff } of visitors) {
      watcher.assertClean();
      if (!staff) assert.deepEqual(await context.cookies(), [], "no cookie is set for readers");
    }
  };
  calls.forget();
  try {
    const walked = walk();
    // Not every call has a limit of its own: a page that no longer answers keeps `evaluate` waiting for ever.
    const over = await within(walked, journeyLimitMs);
    if (!over) assert.fail(`not over within ${journeyLimitMs} ms; waits for: ${[...calls.open(), ...runningCommands()].join(", ") || "no call"}`);
    await walked;
  } finally {
    const closed = await Promise.all(visitors.map(({ context }) => within(context.close(), closeLimitMs)));
    // What was claimed is decided by now, but such a browser is nothing for the next journey.
    if (closed.includes(false)) {
      diagnostic(`a visitor's window did not close within ${closeLimitMs} ms; the browser is started anew`);
      await within(browser.close(), browserCloseLimitMs);
      town.browser = await town.launch();
    }
  }
}

/** Closes a town, whatever state it is in: nothing that was opened for a file's tests outlives them. */
async function close({ browser, server }) {
  const closing = async () => {
    if (browser && !await within(browser.close(), browserCloseLimitMs)) throw new Error(`the browser did not close within ${browserCloseLimitMs} ms`);
  };
  const ends = await Promise.allSettled([closing(), server.stop()]);
  // Runs only if something is still open then: the runner would wait for it, and show nothing of what was found.
  setTimeout(() => {
    console.error(`still open after the last test, and ended: ${process.getActiveResourcesInfo().join(", ")}`);
    process.exit(1);
  }, closeLimitMs).unref();
  for (const { reason } of ends) if (reason) throw reason;
}

/** Knows which calls to the browser have no answer yet. */
function openCalls() {
  const names = [];
  const log = (_name, _severity, message) => {
    const [, call, how] = /^[=<][>=] (.+) (started|succeeded|failed)$/.exec(message) ?? [];
    if (how === "started") names.push(call);
    else if (names.includes(call)) names.splice(names.indexOf(call), 1);
  };
  return { logger: { isEnabled: (name) => name === "api", log }, open: () => names, forget: () => { names.length = 0; } };
}

/** Opens an address and waits until the program has taken over. */
export async function openReady(page, path) {
  await page.goto(path);
  await ready(page);
}

/** Opens an address and waits until all of its page is there. */
export async function openWhole(page, path) {
  await page.goto(path);
  if (![nowhere, ...readPages].includes(path)) await ready(page);
  if (path.startsWith("/arbeit")) await page.locator("#app h1").waitFor();
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
  "/", "/karte", "/gebiet/griesheim", "/gebiet/windschlaeg", "/gebiet/waltersweier", "/gebiet/zunsweier", "/gebiet/gewerbegebiet-1", "/gebiet/kernstadt",
];

/** Every kind of public page that is only read; no program takes it over. */
export const readPages = [
  "/verlauf", "/einrichtungen", "/foerderung", "/hinweis?zu=stadt", "/leichte-sprache", "/barrierefreiheit", "/datenschutz", "/impressum", "/quellen",
];

/** An address that does not exist. */
export const nowhere = "/gebiet/atlantis";

/** Keeps a picture of the page for people to look at. */
export async function picture(page, name, options = { fullPage: true }) {
  const folder = join(root, "test-results");
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: join(folder, `${name}.png`), ...options });
}
