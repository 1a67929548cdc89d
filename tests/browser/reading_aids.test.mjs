// What people set up for themselves: zoom, large text, their own colours, no motion, paper.
import assert from "node:assert/strict";
import { assertAccessible, assertApart, assertFits, assertNothingClipped } from "./support/accessibility.mjs";
import { nowhere, openReady, openTown, openWhole, picture, publicPages, readPages } from "./support/town.mjs";

const town = await openTown();
const pages = [...publicPages, "/en/", "/fr/", ...readPages, "/arbeit"];
const pictured = { "/": "start", "/gebiet/griesheim": "griesheim" };

town.journey("at 400 % zoom nothing is cut off and nothing needs scrolling sideways", { viewport: { width: 320, height: 256 } }, async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  for (const path of [...pages, nowhere]) {
    await openWhole(page, path);
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
    for (const path of pages) {
      await openWhole(page, path);
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
    await openWhole(page, path);
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
    await openWhole(page, path);
    await assertAccessible(page, path);
    if (pictured[path]) await picture(page, `${pictured[path]}-forced-colours`);
    assert.equal(await page.evaluate(() => document.getAnimations().length), 0);
  }
});

town.journey("nothing moves by itself for those who ask for less motion", { reducedMotion: "reduce" }, async ({ page }) => {
  await openReady(page, "/");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
});

// As wide as A4 with a margin of 1 cm on each side.
const paper = { viewport: { width: 718, height: 1000 } };
town.journey("every page prints, with whole tables and nothing that is only operated", paper, async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  const tables = page.locator(".tw");
  const operated = page.locator("nav, .reader, .act, .links, .foot li");
  for (const path of [...publicPages, ...readPages]) {
    await openWhole(page, path);
    await assertFits(page, path);
    await assertNothingClipped(page, path);
    await assertApart(page, path);
    const cut = await tables.evaluateAll((all) => all.filter((table) => table.scrollWidth > table.clientWidth + 1).map((table) => table.textContent));
    assert.deepEqual(cut, [], path);
    assert.ok(await operated.count() > 5, path);
    assert.deepEqual(await operated.evaluateAll((parts) => parts.filter((part) => part.checkVisibility()).map((part) => part.textContent)), [], path);
    const printed = await page.pdf({ format: "A4", printBackground: true });
    assert.ok(printed.length > 20_000, path);
    if (pictured[path]) await picture(page, `${pictured[path]}-print`);
  }
});
