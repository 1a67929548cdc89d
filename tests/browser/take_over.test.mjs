// The program takes over what the server sent without touching it, and then works.
import assert from "node:assert/strict";
import { changes, holdProgram, observe } from "./support/take_over.mjs";
import { nowhere, onMap, openReady, openTown, picture, plain, publicPages, ready, rowOf, textOf } from "./support/town.mjs";

const town = await openTown();

for (const path of publicPages) {
  town.journey(`the program takes over ${path} without changing anything, and then works`, async ({ page, diagnostic }) => {
    const release = await holdProgram(page);
    await page.goto(path);
    await observe(page);
    release();
    await ready(page);
    const { changed, rewritten } = await changes(page);
    assert.deepEqual(changed, []);
    diagnostic(`${path}: ${rewritten} attributes written anew with the value they had`);
    await showsThatItWorks(page, path);
  });
}

town.journey("the watch for changed nodes sees one", async ({ page }) => {
  await openReady(page, "/");
  await observe(page);
  await page.locator("h1").evaluate((heading) => { heading.firstChild.data = "geändert"; heading.title = "neu"; });
  const { changed } = await changes(page);
  assert.deepEqual(changed, ["characterData in H1", "attributes title in H1"]);
});

town.journey("the page that is not there is left alone", async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  const release = await holdProgram(page);
  await page.goto(nowhere);
  await observe(page);
  release();
  await page.waitForLoadState("networkidle");
  assert.deepEqual((await changes(page)).changed, []);
  assert.notEqual(await page.locator("html").getAttribute("data-app"), "failed");
});

town.journey("a reader who was faster than the program keeps focus and place", async ({ page }) => {
  const release = await holdProgram(page);
  await page.goto("/");
  await page.evaluate(() => window.scrollTo({ top: 400, behavior: "instant" }));
  await rowOf(page, "buehl").getByRole("link").evaluate((element) => element.focus({ preventScroll: true }));
  release();
  await ready(page);
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("href")), "/gebiet/buehl");
  assert.equal(await page.evaluate(() => window.scrollY), 400);
});

town.journey("a row of the list and its area on the map point to each other, for mouse and keyboard", async ({ page, context }) => {
  await openReady(page, "/");
  const row = rowOf(page, "weier");
  const area = onMap(page, "weier");
  const isPointedTo = async (when, expected) => {
    assert.equal((await row.getAttribute("class") ?? "").split(" ").includes("on"), expected, when);
    const [outline, shape] = await page.locator(".map .top").evaluate((top, slug) => {
      const place = (element) => { const { x, y, width, height } = element.getBBox(); return [x, y, width, height].map(Math.round); };
      return [place(top), place(document.querySelector(`.map a[href="/gebiet/${slug}"] .a`))];
    }, "weier");
    if (expected) assert.deepEqual(outline, shape, when);
    else assert.deepEqual(outline, [0, 0, 0, 0], when);
  };
  const steps = {
    "the mouse is on the row": () => row.hover(),
    "the mouse is on the map": () => area.hover(),
    "the keyboard is on the row": () => row.getByRole("link").focus(),
    "the keyboard is on the map": () => area.focus(),
  };
  for (const [when, step] of Object.entries(steps)) {
    await step();
    await isPointedTo(when, true);
    assert.ok((await inkOn(area, context)) < 0.4, `${when}: the area is outlined, not covered`);
    if (when === "the mouse is on the row") await picture(page, "start-row-hovered", {});
    if (when === "the keyboard is on the map") await picture(page, "start-map-focused", {});
    await page.mouse.move(2, 2);
    await page.evaluate(() => document.activeElement.blur());
    await isPointedTo(`no longer: ${when}`, false);
  }
});

town.journey("a click on the map opens the area", async ({ page }) => {
  await openReady(page, "/");
  await onMap(page, "zunsweier").click();
  await page.waitForURL("**/gebiet/zunsweier");
});

town.journey("the curve is read by keyboard", async ({ page }) => {
  await openReady(page, "/gebiet/griesheim");
  const slider = page.getByRole("slider", { name: "Stand ablesen" });
  const output = page.locator(".reader output");
  assert.match(await textOf(output), /^10\. November 2023: 31,5 %, 288 Verträge/);
  await slider.press("ArrowLeft");
  assert.match(await textOf(output), /^3\. November 2023: 25,6 %, 234 Verträge/);
  assert.equal(plain(await slider.getAttribute("aria-valuetext")), await textOf(output));
  assert.equal(await textOf(page.locator(".chart .val")), "25,6 %");
  await slider.press("Home");
  assert.match(await textOf(output), /^4\. September 2023: 0,0 %/);
  await picture(page, "griesheim-slider-at-start", {});
});

town.journey("the curve is read with the mouse", async ({ page }) => {
  await openReady(page, "/gebiet/griesheim");
  await page.locator(".chart").scrollIntoViewIfNeeded();
  await page.mouse.move(...(await placeInChart(page, 0.02)));
  assert.match(await textOf(page.locator(".reader output")), /^4\. September 2023/);
  await page.mouse.move(...(await placeInChart(page, 0.72)));
  assert.match(await textOf(page.locator(".reader output")), /^3\. November 2023/);
  assert.equal(await page.locator(".reader input").inputValue(), "9");
});

town.journey("the curve is read with a finger", { hasTouch: true, isMobile: true, viewport: { width: 390, height: 800 } }, async ({ page }) => {
  await openReady(page, "/gebiet/griesheim");
  await page.locator(".chart").scrollIntoViewIfNeeded();
  await page.touchscreen.tap(...(await placeInChart(page, 0.02)));
  assert.match(await textOf(page.locator(".reader output")), /^4\. September 2023/);
  await picture(page, "griesheim-390-touched", {});
});

/** Which share of an element's picture is as dark as ink. */
async function inkOn(element, context) {
  const picture = (await element.screenshot()).toString("base64");
  const canvas = await context.newPage();
  const share = await canvas.evaluate(async (picture) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${picture}`)).blob());
    const drawing = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
    drawing.drawImage(bitmap, 0, 0);
    const { data } = drawing.getImageData(0, 0, bitmap.width, bitmap.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at] + data[at + 1] + data[at + 2] < 150) dark += 1;
    return dark / (data.length / 4);
  }, picture);
  await canvas.close();
  return share;
}

async function showsThatItWorks(page, path) {
  const slider = page.getByRole("slider");
  if (path === "/") {
    await rowOf(page, "weier").hover();
    assert.match(await rowOf(page, "weier").getAttribute("class"), /\bon\b/);
  } else if (path === "/karte") {
    await page.getByRole("button", { name: "Vergrößern" }).click();
    assert.match(await page.locator(".map > svg").getAttribute("viewBox"), /^140 /, "a part of the map is shown");
  } else if (await slider.count()) {
    const before = await textOf(page.locator(".reader output"));
    await slider.press("ArrowLeft");
    assert.notEqual(await textOf(page.locator(".reader output")), before);
  } else {
    assert.equal(await page.locator(".reader").isVisible(), false, "nothing to read, no slider");
    await page.getByRole("navigation", { name: "Wo Sie sind" }).getByRole("link").click();
    await page.waitForURL(/\/$/);
  }
}

async function placeInChart(page, share) {
  const box = await page.locator(".chart").boundingBox();
  return [box.x + box.width * share, box.y + box.height / 2];
}
