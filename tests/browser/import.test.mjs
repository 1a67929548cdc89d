// A weekly table comes in, first with a mistake, and open pages follow.
import assert from "node:assert/strict";
import { setTimeout as sleep } from "node:timers/promises";
import { onMap, openReady, openTown, picture, plain, rowOf, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const pollLimitMs = 35_000;

town.journey("a table with one bad row is refused whole, then mended and taken, and an open page follows by itself", async ({ page }) => {
  await openReady(page, "/");
  await page.evaluate(() => { window.neverReloaded = true; });
  const before = await page.locator("#app").innerText();

  const refused = await town.importReadings(week("Griesheim;310", "Weier;25,8 %", "Fessenbach;160"));
  assert.equal(refused.code, 1);
  assert.match(refused.printed, /^Zeile 3, Spalte „Verträge“: „25,8 %“ ist ein Anteil und keine Anzahl\./);
  assert.match(refused.printed, /Nichts wurde gespeichert\.\s*$/);
  await becomesVisible(page);
  await sleep(1_500);
  assert.equal(await page.locator("#app").innerText(), before, "nothing of a refused table is shown");

  const taken = await town.importReadings(week("Griesheim;310", "Weier;258", "Fessenbach;160"));
  assert.deepEqual(taken, { code: 0, printed: "3 Meldungen aufgenommen.\n" });
  await page.locator("h1", { hasText: "1 von 11 Ortsteilen hat 33 % erreicht, noch 8 Tage." }).waitFor({ timeout: pollLimitMs });
  assert.equal(await page.evaluate(() => window.neverReloaded), true);
  const row = rowOf(page, "griesheim");
  assert.equal(await textOf(row.locator(".p")), "33,9 %");
  assert.equal(await textOf(row.locator(".g")), "8 mehr als nötig");
  assert.equal(await textOf(row.locator(".chip")), "Ziel erreicht");
  assert.equal(await row.locator(".f").getAttribute("width"), "33.92%");
  assert.match(plain(await onMap(page, "griesheim").getAttribute("aria-label")), /^Griesheim 33,9 %, Ziel erreicht/);
  assert.equal(await onMap(page, "griesheim").getAttribute("data-s"), "reached");
  assert.ok((await page.locator(".map text").allTextContents()).map(plain).includes("33,9 %"), "the map's label follows too");
  assert.match(await textOf(page.locator(".tally")), /1 Ziel erreicht/);
  await picture(page, "start-one-reached");
});

town.journey("an open area page gets the new bar, the new point and the new row", async ({ page }) => {
  await openReady(page, "/gebiet/bohlsbach");
  const points = page.locator(".chart circle.d:not(.l)");
  const [pointsBefore, rowsBefore] = [await points.count(), await page.locator("tbody tr").count()];
  await takeIn("Bohlsbach;396");
  await becomesVisible(page);
  await page.locator("h1", { hasText: "31,6 %" }).waitFor();
  assert.match(await textOf(page.locator(".big .now")), /31,6 %.*396 Verträge/);
  assert.equal(await page.locator(".big .f").getAttribute("width"), "31.6%");
  assert.equal(await points.count(), pointsBefore + 1);
  assert.equal(await page.locator("tbody tr").count(), rowsBefore + 1);
  assert.match(await textOf(page.locator("tbody tr").first()), /^17\. November 2023396/);
  assert.equal(await page.locator(".reader input").getAttribute("max"), String(pointsBefore));
});

town.journey("the curve of an open page names the newest point unless its reader has chosen another", async ({ page, context }) => {
  await openReady(page, "/gebiet/rammersweier");
  const chooses = await context.newPage();
  await openReady(chooses, "/gebiet/rammersweier");
  await chooses.locator(".reader input").press("Home");
  const chosen = await textOf(chooses.locator(".reader output"));
  await takeIn("Rammersweier;240");
  for (const open of [page, chooses]) {
    await becomesVisible(open);
    await open.locator(".big .now", { hasText: "240 Verträge" }).waitFor();
  }
  assert.match(await textOf(page.locator(".reader output")), /^17\. November 2023/);
  assert.equal(await page.locator(".reader input").inputValue(), await page.locator(".reader input").getAttribute("max"));
  assert.equal(await textOf(chooses.locator(".reader output")), chosen);
  assert.equal(await chooses.locator(".reader input").inputValue(), "0");
  assert.equal(await chooses.evaluate(() => document.activeElement.id), "kurve-stand");
});

town.journey("focus and scroll stay where they are while a page follows", async ({ page }) => {
  await openReady(page, "/");
  const link = rowOf(page, "elgersweier").getByRole("link");
  await page.evaluate(() => window.scrollTo({ top: 333, behavior: "instant" }));
  await link.evaluate((element) => element.focus({ preventScroll: true }));
  const place = await link.boundingBox();
  await takeIn("Elgersweier;350");
  await becomesVisible(page);
  await rowOf(page, "elgersweier").filter({ hasText: "26,7 %" }).waitFor();
  assert.equal(await focusedHref(page), "/gebiet/elgersweier");
  // Where the reader sees it; the browser itself makes up for lines that came in or went above it.
  assert.ok(Math.abs((await link.boundingBox()).y - place.y) <= 1);
});

town.journey("focus stays on its area when the area changes its place in the list", async ({ page }) => {
  await openReady(page, "/");
  const row = rowOf(page, "buehl");
  await row.getByRole("link").focus();
  const place = await textOf(row.locator(".k"));
  await takeIn("Bühl;170");
  await becomesVisible(page);
  await row.filter({ hasText: "31,0 %" }).waitFor();
  assert.notEqual(await textOf(row.locator(".k")), place);
  assert.equal(await focusedHref(page), "/gebiet/buehl");
});

town.journey("focus stays on the map, and on the table of readings", async ({ page, context }) => {
  await openReady(page, "/");
  await onMap(page, "windschlaeg").focus();
  const table = await context.newPage();
  await openReady(table, "/gebiet/windschlaeg");
  await table.locator(".tw").focus();
  await takeIn("Windschläg;200");
  for (const open of [page, table]) await becomesVisible(open);
  await rowOf(page, "windschlaeg").filter({ hasText: "200 Verträge" }).waitFor();
  await table.locator("tbody tr").first().filter({ hasText: "17. November 2023" }).waitFor();
  assert.equal(await focusedHref(page), "/gebiet/windschlaeg");
  assert.equal(await page.evaluate(() => document.activeElement.closest(".map") !== null), true);
  assert.equal(await table.evaluate(() => document.activeElement.className), "tw");
});

town.journey("the title of an open page follows too", async ({ page }) => {
  await openReady(page, "/gebiet/zell-weierbach");
  await takeIn("Zell-Weierbach;400");
  await becomesVisible(page);
  await page.locator("h1", { hasText: "22,9 %" }).waitFor();
  const title = plain(await page.title());
  assert.ok(title.startsWith(await textOf(page.locator("h1"))), title);
});

town.journey("a hidden page asks for nothing and asks at once when it is looked at again", async ({ page }) => {
  await openReady(page, "/");
  const address = await page.locator("#boot-data").getAttribute("data-live");
  const asked = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  await changeVisibility(page, "hidden");
  await sleep(500);
  assert.deepEqual(asked, []);
  const answered = page.waitForResponse(`**${address}`);
  await changeVisibility(page, "visible");
  assert.equal((await answered).status(), 304, "an unchanged state costs no content");
  assert.deepEqual(asked, [address]);
});

town.journey("a page without a connection stays as it is and follows when the connection is back", async ({ page, context, expectFault }) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  await openReady(page, "/gebiet/zunsweier");
  const before = await page.locator("#app").innerText();
  await context.setOffline(true);
  await takeIn("Zunsweier;400");
  const failed = page.waitForEvent("requestfailed");
  await becomesVisible(page);
  await failed;
  assert.equal(await page.locator("#app").innerText(), before);
  await context.setOffline(false);
  await becomesVisible(page);
  await page.locator(".big .now", { hasText: "400 Verträge" }).waitFor();
});

/** A table of the week's readings, as the operator sends it. */
function week(...rows) {
  const lines = rows.map((row) => row.replace(/^([^;]+);(.+)$/, "$1;17.11.2023;geprüft;$2;Deutsche Glasfaser"));
  return `Ortsteil;Stand;Stufe;Verträge;Quelle\n${lines.join("\n")}\n`;
}

/** Imports one row and waits until the server shows it. */
async function takeIn(row) {
  const tag = async () => {
    const answer = await fetch(`${town.url}/api/public/v1/town.json`, { signal: AbortSignal.timeout(5_000) });
    await answer.arrayBuffer(); // an answer that is not read keeps its connection
    return answer.headers.get("etag");
  };
  const before = await tag();
  assert.equal((await town.importReadings(week(row))).code, 0);
  for (const started = Date.now(); (await tag()) === before; await sleep(50)) assert.ok(Date.now() - started < 5_000, "the server follows");
}

async function becomesVisible(page) {
  await changeVisibility(page, "visible");
}

/** Tells the page that it is looked at, or no longer; a browser without a window never says so by itself. */
async function changeVisibility(page, state) {
  await page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { configurable: true, get: () => state });
    document.dispatchEvent(new Event("visibilitychange", { bubbles: true }));
  }, state);
}

async function focusedHref(page) {
  return page.evaluate(() => document.activeElement.getAttribute("href"));
}
