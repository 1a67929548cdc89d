// Map and curve with the letters that a browser draws: nothing written on them collides, nothing is too small to read.
import assert from "node:assert/strict";
import { openTown } from "./support/town.mjs";

const town = await openTown();
const later = await openTown({ today: "2024-12-31" });
const widths = [320, 360, 768, 992, 1280, 1920];

for (const width of widths) {
  const viewer = { javaScriptEnabled: false, viewport: { width, height: 900 } };
  for (const [day, place] of [["2023-11-10", town], ["2024-12-31", later]]) {
    place.journey(`at ${width} px, on ${day}, no two labels of the map meet, and none is smaller than 12 px`, viewer, async ({ page }) => {
      await page.goto("/");
      const texts = await written(page, ".map svg");
      assert.ok(texts.length >= 24, `${texts.length} lines are written on the map`);
      assertReadable(texts);
      const frame = await page.locator(".map svg").boundingBox();
      const outside = texts.filter(({ left, right }) => left < frame.x - 1 || right > frame.x + frame.width + 1);
      assert.deepEqual(outside, []);
    });
  }
  town.journey(`at ${width} px nothing that is written on the curve collides`, viewer, async ({ page }) => {
    await page.goto("/gebiet/griesheim");
    // The value that is read moves along the curve.
    const texts = (await written(page, ".chart")).filter(({ kind }) => !kind.startsWith("val"));
    assert.ok(texts.length >= 8, `${texts.length} texts`);
    assertReadable(texts);
  });
}

town.journey("the watch for colliding labels sees some", { javaScriptEnabled: false, viewport: { width: 320, height: 900 } }, async ({ page }) => {
  await page.goto("/");
  await page.locator(".map svg g g").evaluateAll((labels) => {
    for (const label of labels) label.setAttribute("transform", labels[0].getAttribute("transform"));
  });
  assert.ok(collisions(await written(page, ".map svg")).length > 0);
});

town.journey("the reading that is read has a ring around it, and keeps the mark of its stage", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("/gebiet/zunsweier");
  const newest = page.locator(".chart circle.d").last();
  assert.equal(await newest.getAttribute("class"), "d r", "it is only reported");
  const ring = page.locator(".chart .at");
  const middle = async (mark) => { const { x, y, width, height } = await mark.boundingBox(); return [x + width / 2, y + height / 2].map(Math.round); };
  assert.deepEqual(await middle(ring), await middle(newest));
  assert.ok((await ring.boundingBox()).width > 1.5 * (await newest.boundingBox()).width);
  assert.equal(await ring.evaluate((ring) => getComputedStyle(ring).fill), "none");
});

/** Every shown text with its place and the size of its letters on the screen. */
function written(page, within) {
  return page.locator(`${within} text`).evaluateAll((texts) => texts
    .filter((text) => getComputedStyle(text).visibility === "visible" && text.getBoundingClientRect().width > 0)
    .map((text) => {
      const { left, right, top, bottom } = text.getBoundingClientRect();
      const scale = text.getScreenCTM().a;
      // A line's box is higher than its letters: accents above, room below.
      const spare = (bottom - top) * 0.14;
      return {
        words: text.textContent, kind: text.getAttribute("class") ?? "", size: parseFloat(getComputedStyle(text).fontSize) * scale,
        left, right, top: top + spare, bottom: bottom - spare,
      };
    }));
}

function assertReadable(texts) {
  assert.deepEqual(collisions(texts), []);
  const small = texts.filter(({ size }) => size < 11.95).map(({ words, size }) => `${words}: ${size}`);
  assert.deepEqual(small, []);
}

function collisions(texts) {
  const meet = (a, b) => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
  return texts.flatMap((a, index) => texts.slice(index + 1).filter((b) => meet(a, b)).map((b) => `${a.words} / ${b.words}`));
}
