// Heute by keyboard: the sentence of the day, the search, the table of areas, going from screen to screen.
import assert from "node:assert/strict";
import { assertSound, cellInHand, inHand, openScreen, press, saysStatus, screen, tabTo, type, until } from "./support/staff.mjs";
import { openTown, picture, plain, textOf } from "./support/town.mjs";

const town = await openTown();
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };
const districts = [
  "Griesheim", "Weier", "Bohlsbach", "Elgersweier", "Fessenbach", "Zunsweier", "Zell-Weierbach", "Rammersweier", "Bühl", "Windschläg", "Waltersweier",
];

town.journey("L copies the sentence of the day", staff, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDay(page);
  await press(page, "l");
  await saysStatus(page, /· Kopiert: Lagesatz\.$/);
  const copied = plain(await page.evaluate(() => navigator.clipboard.readText()));
  assert.match(copied, /^Noch kein Ortsteil hat 33 % erreicht, noch 15 Tage\. .*Quelle der Zahlen: Beispieldaten\./);
  assert.equal(copied, await textOf(page.locator("#lagesatz")), "as it is shown");
});

town.journey("a clipboard that is forbidden leaves the sentence marked", staff, async ({ page }) => {
  await page.addInitScript(() => { navigator.clipboard.writeText = () => Promise.reject(new Error("forbidden")); });
  await openDay(page);
  await press(page, "l");
  await saysStatus(page, /· Lagesatz ist markiert\. Kopieren Sie mit Strg\+C\.$/);
  assert.match(plain(await page.evaluate(() => String(getSelection()))), /^Noch kein Ortsteil/);
});

town.journey("the search answers with a sentence while one types, and opens the area", staff, async ({ page }) => {
  await openDay(page);
  await press(page, "/");
  await inHand(page, "suche");
  await type(page, "rammers");
  await until(() => hits(page), (names) => `${names}` === "Rammersweier,Grundschule Rammersweier", "the area is found, then its school");
  await until(() => textOf(page.locator("#suche-antwort")), (text) => /Rammersweier.*14,4 %.*251/.test(text), "its sentence");
  assert.equal(await page.locator("#suche").getAttribute("aria-expanded"), "true");
  await assertSound(page, "an answer of the search");
  await press(page, "Control+a");
  await type(page, "weier");
  await until(() => hits(page), (names) => names.length > 2 && names[0] === "Weier", "Weier before the others");
  const names = await hits(page);
  await press(page, "ArrowDown");
  await until(() => textOf(page.locator("#suche-antwort")), (text) => text.startsWith(names[1]), "the second one's sentence");
  assert.equal(await page.locator("[aria-selected=true] b").textContent(), names[1]);
  await press(page, "ArrowUp", "Enter");
  await screen(page, /^Weier/);
  await press(page, "/");
  await type(page, "atlantis");
  await until(() => textOf(page.locator(".found [role=status]")), (text) => text === "Dazu ist nichts zu finden.", "it says so");
  await assertSound(page, "a search without a hit");
  await press(page, "Escape");
  assert.equal(await page.locator(".found").isVisible(), false);
});

town.journey("the answer of the search is copied by keyboard", staff, async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  await openDay(page);
  await press(page, "/");
  await type(page, "buehl");
  await until(() => hits(page), (names) => names[0] === "Bühl", "it is found");
  await press(page, "Tab", "Enter");
  await saysStatus(page, /· Kopiert: Antwort\.$/);
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /^Bühl/);
});

town.journey("the search finds operators and decisions too, by what is said of them", staff, async ({ page }) => {
  await openDay(page);
  await press(page, "/");
  await type(page, "glasfaser");
  await until(() => hits(page), (names) => names.includes("Deutsche Glasfaser"), "the operator");
  await until(() => textOf(page.locator("#suche-antwort")), (text) => /Netzbetreiber der Kampagne.*Wegenutzung \(16\. Juni 2023\)/.test(text), "its sentence");
  await press(page, "Control+a");
  await type(page, "breitbandausbau");
  await until(() => hits(page), (names) => names.includes("Gemeinderat, 15.05.2023"), "the decision");
});

town.journey("who presses Enter before a slow line has answered opens what it brings, and no older hit", staff, async ({ page }) => {
  await openDay(page);
  await press(page, "/");
  await type(page, "griesheim");
  await until(() => hits(page), (names) => names[0] === "Griesheim", "an older hit is shown");
  await page.route("**/api/desk/search", async (route) => {
    // The shorter the text, the slower its answer: they come in the wrong order.
    const { typed } = route.request().postDataJSON();
    await new Promise((later) => setTimeout(later, typed === "weier" ? 300 : 700));
    await route.continue().catch(() => {});
  });
  await press(page, "Control+a");
  await type(page, "weier");
  await press(page, "Enter");
  assert.match(new URL(page.url()).pathname, /^\/arbeit\/?$/, "nothing is opened yet");
  await screen(page, /^Weier/);
  await new Promise((later) => setTimeout(later, 800));
  assert.match(await textOf(page.locator("#app h1")), /^Weier/, "a late answer changes nothing");
});

town.journey("the table is walked with the arrows, opened with Enter, and the way back leads to it", staff, async ({ page }) => {
  await openDay(page);
  assert.deepEqual((await names(page)).slice(0, 11), districts);
  await assertSound(page, "the day");
  await tabTo(page, ".areas tbody a");
  await press(page, "ArrowDown", "ArrowDown", "ArrowUp");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Weier");
  assert.equal(await page.locator(".areas tr.on a").textContent(), "Weier", "its row is marked");
  await press(page, "Enter");
  await screen(page, /^Weier/);
  await page.goBack();
  await screen(page, /^Heute/);
});

town.journey("a heading sorts, twice the other way round; what is not known stays last", staff, async ({ page }) => {
  await openDay(page);
  const heading = (name) => page.getByRole("columnheader", { name: new RegExp(`^${name}`) });
  assert.equal(await heading("Quote").getAttribute("aria-sort"), "descending");
  await tabTo(page, ".areas th:nth-child(6) button");
  await press(page, "Enter");
  assert.equal(await heading("fehlen").getAttribute("aria-sort"), "descending");
  assert.deepEqual((await names(page)).slice(0, 2), ["Zell-Weierbach", "Rammersweier"]);
  await press(page, "Enter");
  assert.equal(await heading("fehlen").getAttribute("aria-sort"), "ascending");
  assert.deepEqual((await names(page)).slice(0, 2), ["Griesheim", "Weier"]);
  assert.deepEqual((await names(page)).slice(9, 11).sort(), ["Waltersweier", "Windschläg"]);
});

town.journey("G and a letter lead to every screen, and each is sound", staff, async ({ page }) => {
  await openDay(page);
  const screens = { z: /^Wochenzahlen/, g: "Gebiete", k: "Karte", p: "Protokoll", h: /^Heute/ };
  for (const [letter, heading] of Object.entries(screens)) {
    await page.evaluate(() => document.activeElement.blur());
    await press(page, "g", letter);
    await screen(page, heading);
    assert.equal(await page.locator(".top [aria-current=page]").getAttribute("data-go"), letter);
    await until(() => page.locator("main .state[role=status]").count(), (waiting) => waiting === 0, "it has its data");
    if ("gkp".includes(letter)) await assertSound(page, `the screen of G ${letter}`);
  }
});

town.journey("? shows the keys, and single letters can be switched off for good", staff, async ({ page }) => {
  await openDay(page);
  await press(page, "?");
  const list = page.locator("#tastenliste");
  await list.waitFor();
  await assertSound(page, "the list of keys");
  await press(page, "g", "z");
  assert.ok(await list.isVisible(), "keys of the page behind it rest");
  await press(page, "Escape");
  await until(() => list.isVisible(), (visible) => !visible, "Esc closes it");
  await until(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag === "BODY", "the focus is back on the page");
  await press(page, "?");
  await tabTo(page, "#tastenliste input");
  await press(page, "Space", "Escape");
  await page.evaluate(() => document.activeElement.blur());
  await press(page, "g", "p");
  await press(page, "?");
  assert.equal(await list.isVisible(), false);
  assert.equal(new URL(page.url()).pathname, "/arbeit");
  await openDay(page);
  await press(page, "g", "p");
  assert.equal(new URL(page.url()).pathname, "/arbeit", "after a reload too");
  await press(page, "Control+s");
});

town.journey("an area of the map is reached and opened by keyboard, and told beside it", staff, async ({ page }) => {
  await openScreen(page, "/arbeit/karte", "Karte");
  await tabTo(page, ".map a[href$='/weier']");
  assert.match(await textOf(page.locator(".map-page .pan")), /Weier.*29,7 %.*243/);
  await assertSound(page, "an area pointed to on the map");
  await press(page, "Enter");
  await screen(page, /^Weier/);
});

town.journey("light and dark are chosen and kept", staff, async ({ page }) => {
  await openDay(page);
  await tabTo(page, ".own button");
  await press(page, "Enter");
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await openDay(page);
  assert.equal(await page.locator("html").getAttribute("data-theme"), "dark");
  await picture(page, "workspace-today-dark", {});
});

town.journey("the first stop leads past the bar", staff, async ({ page }) => {
  await openDay(page);
  await press(page, "Tab", "Enter");
  assert.equal(await cellInHand(page), "inhalt");
});

async function openDay(page) {
  await openScreen(page, "/arbeit", /^Heute, Freitag, 10\. November 2023/);
  await page.locator(".areas").waitFor();
}

/** The names of what the search has found. */
function hits(page) {
  return page.getByRole("option").locator("b").allTextContents();
}

/** The areas of the table from top to bottom. */
function names(page) {
  return page.locator(".areas tbody a").allTextContents();
}
