// Everything by keyboard alone.
import assert from "node:assert/strict";
import { onMap, openReady, openTown, picture, rowOf } from "./support/town.mjs";

const town = await openTown();
// Without the smooth scrolling that would still be on its way when we look.
const still = { reducedMotion: "reduce" };

town.journey("the first stop of every page leads past its head", async ({ page }) => {
  for (const path of ["/", "/gebiet/griesheim"]) {
    await openReady(page, path);
    await page.keyboard.press("Tab");
    assert.equal((await stop(page)).text, "Zum Inhalt springen");
    await picture(page, path === "/" ? "start-skip-link" : "griesheim-skip-link", {});
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.ok((await stop(page)).inMain, "the next stop is in the content");
  }
});

town.journey("the stops of the start page follow its order, and each shows where one is", still, async ({ page }) => {
  await openReady(page, "/");
  const stops = await walk(page);
  const texts = stops.map((stop) => stop.text);
  assert.deepEqual(texts.slice(0, 12), [
    "Zum Inhalt springen", "Leichte Sprache", "Deutsch", "English", "Français", "FaserstandGlasfaserausbau in Offenburg",
    "Gebiete", "Gewerbegebiete", "Einrichtungen", "Förderung", "Verlauf", "Zählweise",
  ]);
  const rows = await page.locator(".rank .n").allTextContents();
  assert.equal(rows.length, 11);
  const first = texts.indexOf(rows[0]);
  assert.deepEqual(texts.slice(first, first + 11), rows, "every row, in the order of the list");
  assert.equal(stops.filter((stop) => stop.inMap).length, 12, "every area of the map");
  assert.equal(stops.length, await page.locator("a[href], .zoom button:visible").count(), "every link and every button is a stop");
  assertSeen(stops);
});

town.journey("the stops of an area's page follow its order, and each shows where one is", still, async ({ page }) => {
  await openReady(page, "/gebiet/griesheim");
  const stops = await walk(page);
  const inMain = stops.filter((stop) => stop.inMain).map((stop) => stop.name);
  const question = "Stimmt das nicht?";
  const method = "So wird gerechnet";
  assert.deepEqual(inMain, [
    "Übersicht", "Alle Stände", method, question, "kurve-stand", method, "Alle Gebiete vergleichen", "Alle Stände als CSV",
    "Tabelle der Stände", question, "Ganzer Verlauf zu Griesheim",
    "Neues zu Griesheim abonnieren (Atom)", "Alle Einrichtungen, mit Karte",
  ]);
  assertSeen(stops);
});

town.journey("Enter on a row opens its page", still, async ({ page }) => {
  await openReady(page, "/");
  await rowOf(page, "fessenbach").getByRole("link").focus();
  await picture(page, "start-row-focused", {});
  await page.keyboard.press("Enter");
  await page.waitForURL("**/gebiet/fessenbach");
});

town.journey("Enter on an area of the map opens its page", still, async ({ page }) => {
  await openReady(page, "/");
  await onMap(page, "fessenbach").focus();
  await page.keyboard.press("Enter");
  await page.waitForURL("**/gebiet/fessenbach");
});

town.journey("what can be touched is at least 24 px high, the rows at least 44", { viewport: { width: 320, height: 800 } }, async ({ page }) => {
  for (const path of ["/", "/gebiet/griesheim"]) {
    await openReady(page, path);
    const small = await page.evaluate(() => {
      const inSentence = (link) => link.closest("p") && link.closest("p").textContent.trim() !== link.textContent.trim();
      const links = [...document.querySelectorAll("a, input")].filter((link) => !link.matches(".skip, .n, svg a") && !inSentence(link));
      return links.filter((link) => link.getBoundingClientRect().height < 24).map((link) => link.textContent);
    });
    assert.deepEqual(small, [], path);
  }
  await page.goto("/");
  for (const row of await page.locator(".rank li").all()) assert.ok((await row.boundingBox()).height >= 44);
});

/** Presses Tab from the top of the page until it leaves it, and notes every stop. */
async function walk(page) {
  const stops = [];
  for (let count = 0; count < 100; count += 1) {
    await page.keyboard.press("Tab");
    const here = await stop(page);
    if (!here || here.key === stops[0]?.key) return stops;
    stops.push(here);
  }
  throw new Error("the page has no end");
}

/** What is focused, and how that shows. */
async function stop(page) {
  return page.evaluate(() => {
    const element = document.activeElement;
    if (!element || element === document.body) return null;
    const shape = element.querySelector(":scope > path.a");
    const thick = (style) => (style.outlineStyle === "none" ? 0 : Number.parseFloat(style.outlineWidth));
    const marks = [thick(getComputedStyle(element)), thick(getComputedStyle(element, "::after"))];
    if (shape) marks.push(Number.parseFloat(getComputedStyle(shape).strokeWidth));
    const box = element.getBoundingClientRect();
    return {
      key: `${element.tagName} ${element.getAttribute("href")} ${element.className} ${Math.round(box.top + window.scrollY)} ${Math.round(box.left)}`,
      text: element.textContent.trim(),
      name: element.getAttribute("aria-label") ?? (element.textContent.trim() || element.id),
      inMain: element.closest("main") !== null,
      inMap: element.closest(".map svg") !== null,
      mark: Math.max(...marks),
      visible: box.bottom > 0 && box.top < window.innerHeight && box.right > 0 && box.left < window.innerWidth,
    };
  });
}

function assertSeen(stops) {
  for (const stop of stops) {
    assert.ok(stop.mark >= 2, `a mark on ${stop.name}`);
    assert.ok(stop.visible, `${stop.name} is in view`);
  }
}
