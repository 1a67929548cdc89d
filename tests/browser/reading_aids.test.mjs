// What people set up for themselves: zoom, large text, their own colours, no motion, paper.
import assert from "node:assert/strict";
import { assertAccessible, assertApart, assertFits, assertNothingClipped } from "./support/accessibility.mjs";
import { nowhere, openReady, openTown, picture, publicPages } from "./support/town.mjs";

const town = await openTown();
const pages = [...publicPages, "/arbeit"];
const pictured = { "/": "start", "/gebiet/griesheim": "griesheim" };

town.journey("at 400 % zoom nothing is cut off and nothing needs scrolling sideways", { viewport: { width: 320, height: 256 } }, async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  for (const path of [...pages, nowhere]) {
    await page.goto(path);
    await assertFits(page, path);
    await assertNothingClipped(page, path);
    await assertApart(page, path);
  }
});

for (const width of [1280, 640, 360]) {
  town.journey(`text at twice its size loses nothing at ${width} px`, { viewport: { width, height: 800 } }, async ({ page, context }) => {
    // The size that readers choose in their browser's settings; the widths at which the layout changes follow it.
    const browser = await context.newCDPSession(page);
    await browser.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
    for (const path of width === 360 ? publicPages : pages) {
      await openReady(page, path);
      await assertFits(page, path);
      await assertNothingClipped(page, path);
      await assertApart(page, path);
      if (pictured[path]) await picture(page, `${pictured[path]}-text-200-${width}`);
    }
  });
}

town.journey("at no width do two texts lie on each other or stick out", async ({ page }) => {
  for (const path of Object.keys(pictured)) {
    await openReady(page, path);
    for (const width of [320, 360, 412, 480, 560, 640, 700, 768, 840, 900, 991, 992, 1024, 1100, 1200, 1440]) {
      await page.setViewportSize({ width, height: 800 });
      await assertFits(page, `${path} at ${width} px`);
      await assertApart(page, `${path} at ${width} px`);
    }
  }
});

town.journey("wider letter, word and line spacing loses nothing", { viewport: { width: 320, height: 800 } }, async ({ page }) => {
  for (const path of pages) {
    await openReady(page, path);
    await page.evaluate(() => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync("* { letter-spacing: .12em !important; word-spacing: .16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }");
      document.adoptedStyleSheets.push(sheet);
    });
    await assertFits(page, path);
    await assertNothingClipped(page, path);
  }
});

town.journey("forced colours and reduced motion leave every page accessible", { forcedColors: "active", reducedMotion: "reduce" }, async ({ page }) => {
  for (const path of pages) {
    await openReady(page, path);
    await assertAccessible(page, path);
    if (pictured[path]) await picture(page, `${pictured[path]}-forced-colours`);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }
});

town.journey("nothing moves by itself for those who ask for less motion", { reducedMotion: "reduce" }, async ({ page }) => {
  await openReady(page, "/");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
});

town.journey("every page prints", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const [path, name] of Object.entries(pictured)) {
    await openReady(page, path);
    const paper = await page.pdf({ format: "A4", printBackground: true });
    assert.ok(paper.length > 10_000);
    assert.equal(await page.getByRole("navigation", { name: "Hauptnavigation" }).isVisible(), false);
    const operated = page.locator(".reader, .act, .links, .foot li");
    assert.ok(await operated.count() > 5);
    assert.deepEqual(await operated.evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.textContent)), []);
    await picture(page, `${name}-print`);
  }
});
