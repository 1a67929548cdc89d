// What people set up for themselves: zoom, large text, their own colours, no motion, paper.
import assert from "node:assert/strict";
import { assertAccessible, assertFits, assertNothingClipped } from "./support/accessibility.mjs";
import { nowhere, openReady, openTown, picture, publicPages, ready } from "./support/town.mjs";

const town = await openTown();
const pages = [...publicPages, "/arbeit"];

town.journey("at 400 % zoom nothing is cut off and nothing needs scrolling sideways", { viewport: { width: 320, height: 256 } }, async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  for (const path of [...pages, nowhere]) {
    await page.goto(path);
    await assertFits(page, path);
    await assertNothingClipped(page, path);
  }
});

for (const width of [1280, 640]) {
  town.journey(`text at 200 % loses nothing at ${width} px`, { viewport: { width, height: 800 } }, async ({ page }) => {
    for (const path of pages) {
      await openReady(page, path);
      await page.evaluate(() => { document.documentElement.style.fontSize = "200%"; });
      await assertFits(page, path);
      await assertNothingClipped(page, path);
      if (path === "/" || path === "/gebiet/griesheim") await picture(page, `${path === "/" ? "start" : "griesheim"}-text-200-${width}`);
    }
  });
}

town.journey("wider letter, word and line spacing loses nothing", { viewport: { width: 320, height: 800 } }, async ({ page, expectFault }) => {
  expectFault(/./); // the style sheet of the reader is one that our policy does not know
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
    if (path === "/" || path === "/gebiet/griesheim") await picture(page, `${path === "/" ? "start" : "griesheim"}-forced-colours`);
  }
  const moving = await page.evaluate(() => document.getAnimations().length);
  assert.equal(moving, 0);
});

town.journey("nothing moves by itself for those who ask for less motion", { reducedMotion: "reduce" }, async ({ page }) => {
  await openReady(page, "/");
  assert.equal(await page.evaluate(() => getComputedStyle(document.documentElement).scrollBehavior), "auto");
});

town.journey("every page prints", async ({ page }) => {
  await page.emulateMedia({ media: "print" });
  for (const path of ["/", "/gebiet/griesheim"]) {
    await page.goto(path);
    await ready(page);
    const paper = await page.pdf({ format: "A4", printBackground: true });
    assert.ok(paper.length > 10_000);
    assert.equal(await page.getByRole("navigation", { name: "Hauptnavigation" }).isVisible(), false);
    await picture(page, `${path === "/" ? "start" : "griesheim"}-print`);
  }
});
