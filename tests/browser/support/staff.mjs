// What the journeys of the workspace share: pages, cells, the keyboard, and the looks in which each state is checked.
import assert from "node:assert/strict";
import { assertAccessible, assertFits } from "./accessibility.mjs";
import { openReady, textOf } from "./town.mjs";

/** Opens an address of the workspace and waits for its screen. */
export async function openScreen(page, path, heading) {
  await openReady(page, path);
  await screen(page, heading);
}

/** Waits for the screen with this heading. */
export async function screen(page, heading) {
  await page.getByRole("heading", { level: 1, name: heading }).waitFor();
}

/** Opens the weekly sheet and waits until one can type. */
export async function openSheet(page) {
  await openScreen(page, "/arbeit/zahlen", /^Wochenzahlen erfassen/);
  await until(() => cellInHand(page), (id) => /^[a-z]-/.test(id), "a cell has the focus");
}

/** The id of what has the focus. */
export function cellInHand(page) {
  return page.evaluate(() => document.activeElement?.id ?? "");
}

/** Waits until this element has the focus. */
export async function inHand(page, id) {
  await until(() => cellInHand(page), (here) => here === id, `${id} has the focus`);
}

/** The text of a field. */
export function valueOf(page, id) {
  return page.locator(`#${id}`).inputValue();
}

/** Presses one key after another. */
export async function press(page, ...keys) {
  for (const key of keys) await page.keyboard.press(key);
}

/** Types into what has the focus; what stands there is selected on arrival, and goes. */
export async function type(page, text) {
  await page.keyboard.type(text);
}

/** Types a column of numbers from the cell in hand downwards: each with Enter, nothing as Enter alone. */
export async function typeColumn(page, values) {
  for (const value of values) {
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
  }
}

/** Walks on with the Tab key until the focus is on an element of this kind. */
export async function tabTo(page, selector, key = "Tab") {
  const there = () => page.evaluate((selector) => document.activeElement?.matches(selector) ?? false, selector);
  for (let count = 0; count < 80; count += 1) {
    if (await there()) return;
    await page.keyboard.press(key);
  }
  assert.fail(`${selector} is not reached with ${key}`);
}

/** What the status line says. */
export function statusLine(page) {
  return textOf(page.locator(".status [role=status]"));
}

/** Waits until the status line says this. */
export async function saysStatus(page, pattern) {
  await until(() => statusLine(page), (text) => pattern.test(text), `the status line says ${pattern}`);
}

/** The text of a row of the weekly sheet, of what stands beside its fields. */
export function check(page, area) {
  return textOf(page.locator(`#c-${area}`));
}

/** Asks again and again until the answer is right; tells how long that took, in milliseconds. A page that reloads has none. */
export async function until(ask, isRight, claim, limitMs = 10_000) {
  const began = Date.now();
  for (;;) {
    const answer = await ask().catch((error) => error.message);
    if (isRight(answer)) return Date.now() - began;
    if (Date.now() - began > limitMs) assert.fail(`not within ${limitMs} ms: ${claim}; at last: ${JSON.stringify(answer)}`);
    await new Promise((later) => setTimeout(later, 25));
  }
}

/** Puts a text into the clipboard, as another program would. */
export async function copyElsewhere(page, text) {
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  await page.evaluate((text) => navigator.clipboard.writeText(text), text);
}

/**
 * Asserts that axe-core finds nothing on the screen as it stands, light and dark, wide and narrow, and that it fits, on a telephone
 * too. The window is as high as the page: bars that stay in view then cover nothing.
 */
export async function assertSound(page, where) {
  const { width, height } = page.viewportSize();
  for (const width of [1280, 768]) {
    await page.setViewportSize({ width, height: 800 });
    await page.setViewportSize({ width, height: await page.evaluate(() => Math.max(800, document.documentElement.scrollHeight)) });
    for (const scheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme: scheme });
      // Dark differs in colours alone.
      await assertAccessible(page, `${where}, ${scheme}, ${width} px`, scheme === "dark" ? ["color-contrast"] : undefined);
    }
    await assertFits(page, `${where}, ${width} px`);
  }
  await page.emulateMedia({ colorScheme: "light" });
  await page.setViewportSize({ width: 360, height: 800 });
  await assertFits(page, `${where}, 360 px`);
  await page.setViewportSize({ width, height });
}
