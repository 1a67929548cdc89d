// The large map: layers and a legend that need no program, and hands that move the map once it runs.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { assertAccessible, assertFits } from "./support/accessibility.mjs";
import { onMap, openReady, openTown, picture } from "./support/town.mjs";

const town = await openTown();
const later = await openTown({ today: "2023-11-17" });
const plain = { javaScriptEnabled: false };
const editor = { staff: { cookie: await town.signIn(await town.addAccount()) } };

for (const width of [360, 768, 1280, 1920]) {
  town.journey(`at ${width} px layers and legend work without a program`, { ...plain, viewport: { width, height: 900 } }, async ({ page }) => {
    await page.goto("/karte");
    const griesheim = page.locator("[data-l=orte] li", { hasText: "Griesheim" });
    const label = page.locator(".map text.n:visible", { hasText: "Griesheim" }).first();
    await griesheim.waitFor();
    await label.waitFor();
    await assertFits(page, "the districts");
    await picture(page, `map-districts-${width}`);
    const kind = await griesheim.getAttribute("data-s");
    await page.locator(`[data-l=orte] [value=${kind}]`).uncheck();
    assert.equal(await griesheim.isVisible(), false, "its row is gone");
    assert.equal(await label.isVisible(), false, "its label is gone");
    assert.ok(await page.locator(".layer li:visible").count() > 0, "others stay");
    assert.notEqual(await fillOf(page, "griesheim"), await fillOf(page, "buehl"));
    await page.locator(`[data-l=orte] [value=${kind}]`).check();
    assert.ok(await griesheim.isVisible() && await label.isVisible());
    await page.getByRole("radio", { name: "Schulen und Gebäude" }).check();
    assert.equal(await griesheim.isVisible(), false);
    const dots = page.locator(".places circle:visible");
    assert.equal(await dots.count(), 23);
    await assertFits(page, "the facilities");
    await picture(page, `map-facilities-${width}`);
    await page.locator("[data-l=einrichtungen] [value=school]").uncheck();
    assert.equal(await dots.count(), 0);
    await page.getByRole("radio", { name: "Gewerbegebiete" }).check();
    assert.equal(await page.locator(".layer li:visible").count(), 8, "those without a shape are listed");
    assert.equal(await page.locator(".zoom:visible, .far:visible").count(), 0, "what needs the program is not offered");
  });
}

town.journey("each layer and what is left out is accessible, light and dark", async ({ page }) => {
  for (const colorScheme of ["light", "dark"]) {
    await page.emulateMedia({ colorScheme });
    for (const path of ["/karte", "/en/karte", "/fr/karte"]) {
      await openReady(page, path);
      for (const radio of await page.getByRole("radio").all()) {
        await radio.check();
        await assertAccessible(page, `${path} ${await radio.getAttribute("value")} ${colorScheme}`);
      }
    }
    await openReady(page, "/karte");
    await page.locator("[data-l=orte] [value=below]").uncheck();
    await assertAccessible(page, `left out, ${colorScheme}`);
    await page.locator("[data-zoom=in]:visible").first().click();
    await assertAccessible(page, `zoomed, ${colorScheme}`);
    await picture(page, `map-zoomed-${colorScheme}`, {});
  }
});

for (const path of ["/", "/karte"]) {
  town.journey(`on ${path} the wheel with Ctrl zooms at the pointer, a drag moves, a click opens`, async ({ page }) => {
    await openReady(page, path);
    const area = onMap(page, "griesheim").locator("path");
    const start = await middle(area);
    await page.mouse.move(start.x, start.y);
    await page.mouse.wheel(0, 50);
    assert.equal(await zoom(page), 1, "without Ctrl the page scrolls");
    await page.evaluate(() => window.scrollTo(0, 0));
    await area.scrollIntoViewIfNeeded();
    const before = await middle(area);
    await page.mouse.move(before.x, before.y);
    await page.keyboard.down("Control");
    for (let turn = 0; turn < 3; turn += 1) await page.mouse.wheel(0, -100);
    await page.keyboard.up("Control");
    assert.ok(await zoom(page) > 2, `zoomed ${await zoom(page)}`);
    const zoomed = await middle(area);
    const inside = await area.evaluate((path, { x, y }) => {
      const frame = path.getBoundingClientRect();
      return x > frame.left && x < frame.right && y > frame.top && y < frame.bottom;
    }, before);
    assert.ok(inside, "what is pointed to stays under the pointer");
    const size = await letters(page);
    assert.ok(size > 11.9 && size < 20, `letters keep their size: ${size}`);
    await page.mouse.down();
    await page.mouse.move(before.x + 30, before.y + 40, { steps: 4 });
    await page.mouse.up();
    const moved = await middle(area);
    assert.ok(Math.abs(moved.x - zoomed.x - 30) < 2 && Math.abs(moved.y - zoomed.y - 40) < 2, JSON.stringify({ zoomed, moved }));
    assert.equal(new URL(page.url()).pathname, path, "a drag opens nothing");
    await page.mouse.click(before.x + 30, before.y + 40);
    await page.waitForURL("**/gebiet/griesheim");
  });

  town.journey(`on ${path} two fingers zoom, and one scrolls the page while the map is whole`, { hasTouch: true, viewport: { width: 360, height: 740 } }, async ({ page, context }) => {
    await openReady(page, path);
    const area = onMap(page, "weier").locator("path");
    await area.scrollIntoViewIfNeeded();
    const { x, y } = await middle(area);
    const session = await context.newCDPSession(page);
    const touch = (type, ...points) => session.send("Input.dispatchTouchEvent", { type, touchPoints: points.map(([x, y], id) => ({ x, y, id })) });
    await touch("touchStart", [x - 20, y], [x + 20, y]);
    for (let step = 1; step <= 5; step += 1) await touch("touchMove", [x - 20 - 8 * step, y], [x + 20 + 8 * step, y]);
    await touch("touchEnd");
    assert.ok(await zoom(page) > 2, `zoomed ${await zoom(page)}`);
    const scrolled = await page.evaluate(() => window.scrollY);
    const seen = await viewBox(page);
    await touch("touchStart", [x, y]);
    for (let step = 1; step <= 5; step += 1) await touch("touchMove", [x, y - 10 * step]);
    await touch("touchEnd");
    assert.notEqual(await viewBox(page), seen, "one finger moves a part of the map");
    assert.equal(await page.evaluate(() => window.scrollY), scrolled);
    await page.locator("[data-zoom=whole]:visible").first().click();
    assert.equal(await zoom(page), 1);
    await area.scrollIntoViewIfNeeded();
    const touchAction = await page.locator(".map > svg").first().evaluate((svg) => getComputedStyle(svg).touchAction);
    assert.equal(touchAction, "pan-y", "the page scrolls under one finger");
    assert.equal(new URL(page.url()).pathname, path);
  });

  town.journey(`on ${path} the keyboard zooms, moves and leads through the areas of a part`, async ({ page }) => {
    await openReady(page, path);
    await onMap(page, "griesheim").focus();
    for (const key of ["+", "+", "+"]) await page.keyboard.press(key);
    assert.ok(await zoom(page) > 3);
    const seen = await viewBox(page);
    await page.keyboard.press("ArrowDown");
    assert.notEqual(await viewBox(page), seen);
    // Every area that gets the focus comes into view.
    for (let stop = 0; stop < 12; stop += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const area = document.activeElement.closest(".map svg a");
        if (!area) return null;
        const [frame, shape] = [area.closest("svg"), area].map((element) => element.getBoundingClientRect());
        const [x, y] = [(shape.left + shape.right) / 2, (shape.top + shape.bottom) / 2];
        return x < frame.left || x > frame.right || y < frame.top || y > frame.bottom;
      });
      if (hidden === null) break;
      assert.equal(hidden, false, "the area with the focus is in view");
    }
    await onMap(page, "weier").focus();
    await page.keyboard.press("0");
    assert.equal(await zoom(page), 1);
    const before = await page.evaluate(() => window.scrollY);
    await page.keyboard.press("ArrowDown");
    await sleep(300);
    assert.ok(await page.evaluate(() => window.scrollY) > before, "on a whole map an arrow scrolls the page");
  });

  town.journey(`on ${path} the buttons do the same, say when they can do no more, and never lose the focus`, async ({ page }) => {
    await openReady(page, path);
    const button = (what) => page.locator(`[data-zoom=${what}]:visible`).first();
    assert.equal(await page.locator(".zoom button:visible").count(), 2, "nothing to move as long as the map is whole");
    for (let times = 0; times < 20 && await button("in").getAttribute("aria-disabled") !== "true"; times += 1) await button("in").click();
    assert.equal(await zoom(page), 8);
    const seen = await viewBox(page);
    await button("left").click();
    await button("up").click();
    assert.notEqual(await viewBox(page), seen);
    await button("whole").focus();
    await page.keyboard.press("Enter");
    assert.equal(await zoom(page), 1);
    assert.equal(await page.evaluate(() => document.activeElement.getAttribute("data-zoom")), "in");
    assert.equal(await button("out").getAttribute("aria-disabled"), "true");
  });
}

later.journey("another layer shows the same part, and a change of the data leaves all choices alone", async ({ page }) => {
  await openReady(page, "/karte");
  await page.locator("[data-l=orte] [value=none]").uncheck();
  for (let times = 0; times < 3; times += 1) await page.locator("[data-zoom=in]:visible").first().click();
  await page.locator("[data-zoom=left]:visible").first().click();
  const seen = await viewBox(page);
  const shown = await page.locator("[data-l=orte] li", { hasText: "Fessenbach" }).locator(".p").textContent();
  await page.getByRole("radio", { name: "Schulen und Gebäude" }).check();
  const [x, y, width] = (await viewBox(page, ".places > svg")).split(" ");
  assert.deepEqual([x, y, width], seen.split(" ").slice(0, 3));
  await page.getByRole("radio", { name: "Ortsteile" }).check();
  const row = "Ortsteil;Stand;Stufe;Verträge;Quelle\nFessenbach;17.11.2023;geprüft;177;Deutsche Glasfaser\n";
  const asked = await (await fetch(`${later.url}/live/karte.json`)).text();
  assert.equal((await later.importReadings(row)).code, 0);
  for (const started = Date.now(); await (await fetch(`${later.url}/live/karte.json`)).text() === asked; await sleep(50)) assert.ok(Date.now() - started < 5_000);
  await page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await page.locator("[data-l=orte] li", { hasText: "Fessenbach" }).filter({ hasNotText: shown }).waitFor();
  assert.equal(await viewBox(page), seen);
  assert.equal(await page.locator("[data-l=orte] [value=none]").isChecked(), false);
  assert.equal(await page.locator("[data-l=orte] li[data-s=none]:visible").count(), 0);
});

town.journey("the desk's map has the same layers, and each dot leads to its facility", editor, async ({ page }) => {
  await openReady(page, "/arbeit/karte");
  await page.locator(".map-page .map").waitFor();
  await page.locator("[data-zoom=in]:visible").first().click();
  assert.ok(await zoom(page) > 1.4);
  await picture(page, "workspace-map-zoomed", {});
  await page.getByRole("radio", { name: "Schulen und Gebäude" }).check();
  await assertAccessible(page, "the facilities at the desk");
  await picture(page, "workspace-map-facilities", {});
  const dot = page.locator(".places svg a").first();
  const name = await dot.getAttribute("aria-label");
  await dot.focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name }).waitFor();
});

function fillOf(page, slug) {
  return onMap(page, slug).locator("path").evaluate((path) => getComputedStyle(path).fill);
}

function viewBox(page, svg = ".map > svg") {
  return page.locator(svg).first().getAttribute("viewBox");
}

/** How many times larger than the whole map a part is shown. */
async function zoom(page) {
  return Math.round(84_000 / (await viewBox(page)).split(" ")[2]) / 100;
}

/** The size of the letters on the screen. */
function letters(page) {
  return page.locator(".map > svg text.n").first().evaluate((text) => parseFloat(getComputedStyle(text).fontSize) * text.getScreenCTM().a);
}

async function middle(locator) {
  const { x, y, width, height } = await locator.boundingBox();
  return { x: x + width / 2, y: y + height / 2 };
}
