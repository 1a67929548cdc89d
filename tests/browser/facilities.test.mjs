// A school from its first measurement to its active line: by keyboard, once with the mouse; the public counter follows.
import assert from "node:assert/strict";
import { assertAccessible, assertFits } from "./support/accessibility.mjs";
import { assertSound, inHand, openScreen, press, saysStatus, screen, tabTo, type, until, valueOf } from "./support/staff.mjs";
import { openTown, picture, plain, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };
const school = "/arbeit/einrichtungen/oken-gymnasium";

town.journey("a school's measured line shows its gap, the plan leads it to active, the public counter follows", staff, async ({ page, another, expectFault }) => {
  expectFault(/status of 422/);
  const { page: reader } = await another();
  await counts(reader, /^–/);
  await openScreen(page, school, /^Oken-Gymnasium/);
  await assertSound(page, "a facility");

  await press(page, "b");
  await inHand(page, "feld-name");
  assert.equal(await valueOf(page, "feld-name"), "Oken-Gymnasium");
  await assertSound(page, "the form of a facility");
  await tabTo(page, "#feld-classes");
  await type(page, "30");
  await save(page, "Schulverwaltung, Schuljahr 2023/24", /Gespeichert: Angaben ändern, Oken-Gymnasium\.$/);

  await press(page, "n");
  await inHand(page, "feld-technology");
  await type(page, "VDSL");
  await tabTo(page, "#feld-down");
  await type(page, "schnell");
  await tabTo(page, "#feld-up");
  await type(page, "40");
  assert.equal(await valueOf(page, "feld-day"), "17.11.2023");
  await press(page, "Control+Enter");
  await inHand(page, "formular-fehler");
  assert.match(await textOf(page.locator("#fehler-down")), /^„schnell“ ist keine Bandbreite\./);
  await press(page, "Tab", "Enter");
  await inHand(page, "feld-down");
  await page.locator("#feld-down").selectText();
  await type(page, "100");
  await save(page, "Messung der Schul-IT", /Gespeichert: Leitung messen, Oken-Gymnasium\.$/);
  await shows(page.locator(".rechnung"), /30 Mbit\/s × \(30 Klassen \+ 1 Verwaltung\) = 930 Mbit\/s.*Es fehlen 830 Mbit\/s/);

  for (const state of ["surveyed", "assessed", "planned", "ordered"]) {
    await press(page, "z");
    await inHand(page, "feld-strand");
    assert.equal(await valueOf(page, "feld-state"), state, "the next state stands there");
    await save(page, "Handlungsplan vom November", /Gespeichert: Zustand ändern, Leitung, Oken-Gymnasium\.$/);
    await until(() => page.locator(".verlauf-plan tbody tr").first().textContent(), (row) => row.includes(words[state]), `${state} is in the history`);
  }
  await shows(page.locator(".protokoll tbody tr").first(), /Anna Amsel.*Handlungsplan.*Oken-Gymnasium.*Leitung: beauftragt/);

  await openScreen(page, "/arbeit/einrichtungen", /^Schulen, Kitas/);
  await shows(page.locator(".bestand tbody tr").first(), /^Oken-Gymnasiumbeauftragt.*VDSL100 \/ 4030930−830/);
  await assertSound(page, "all facilities");
  await picture(page, "einrichtungen");

  // With the mouse: the card is let go in the next column, and the form asks for the rest.
  await card(page).dragTo(column(page, "under_construction"));
  await inHand(page, "feld-strand");
  assert.equal(await valueOf(page, "feld-state"), "under_construction");
  await save(page, "Meldung der Baufirma", /Gespeichert: Zustand ändern, Leitung: Oken-Gymnasium, Einrichtungen\.$/);
  await shows(column(page, "under_construction"), /^im Bau 1Oken-Gymnasium/);

  // By keyboard: the button on the card.
  await tabTo(page, "[data-drop='state=under_construction'] button");
  await press(page, "Enter");
  await inHand(page, "feld-strand");
  assert.equal(await valueOf(page, "feld-state"), "active");
  await save(page, "Abnahme", /Gespeichert: Zustand ändern, Leitung: Oken-Gymnasium, Einrichtungen\.$/);
  await shows(column(page, "active"), /^aktiv 1Oken-Gymnasium/);
  await shows(page.locator(".state"), /^Bei 1 von 23 Einrichtungen ist die Leitung aktiv\. Bei 22 davon ist kein Zustand erfasst\. Von den gemessenen Schulen decken 0 von 1 ihren/);

  await until(async () => { await reader.reload(); return figure(reader); }, (text) => /^1 von 23/.test(text), "the public counter follows");
  assert.match(await textOf(reader.locator("#satz")), /^Bei 1 von 23 Einrichtungen ist die Leitung aktiv\.$/);
  for (const secret of ["VDSL", "Messung der Schul-IT", "Baufirma"]) assert.ok(!plain(await reader.content()).includes(secret), `${secret} is not public`);
  await picture(reader, "einrichtungen-oeffentlich");
});

town.journey("whoever types on while the page is busy is not called back to the first field", staff, async ({ page }) => {
  await openScreen(page, school, /^Oken-Gymnasium/);
  // A busy page: what it puts off comes late.
  await page.evaluate(() => {
    const soon = window.setTimeout;
    window.setTimeout = (act, delay, ...rest) => soon(act, (delay ?? 0) + 250, ...rest);
  });
  await press(page, "n");
  await inHand(page, "feld-technology");
  await tabTo(page, "#feld-down");
  for (const letter of "123456789") {
    await type(page, letter);
    await page.waitForTimeout(50);
  }
  assert.equal(await valueOf(page, "feld-down"), "123456789");
  await inHand(page, "feld-down");
});

town.journey("the list is narrowed by links and lists, and each address can be kept", staff, async ({ page }) => {
  await openScreen(page, "/arbeit/einrichtungen", /^Schulen, Kitas/);
  await page.locator("#auswahl-gebiet").focus();
  await type(page, "Grie");
  await until(async () => page.url(), (url) => url.endsWith("?gebiet=griesheim"), "the address says what is shown");
  await shows(page.locator(".bestand"), /1 von 23.*Grundschule Griesheim/);
  await page.reload();
  await screen(page, /^Schulen, Kitas/);
  await shows(page.locator(".bestand"), /1 von 23.*Grundschule Griesheim/);
  await tabTo(page, ".tabs a[href*='ansicht=liste']");
  await press(page, "Enter");
  await shows(page.locator(".plan"), /Grundschule Griesheimnicht erfasst/);
  await assertSound(page, "the plan as a list");
  await page.goto("/arbeit/einrichtungen?zustand=active&art=network_site");
  await shows(page.locator(".bestand .empty"), /Keine Einrichtung passt zu dieser Auswahl/);
});

town.journey("what the public sees is sound, and fits a telephone", async ({ page }) => {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await page.goto("/einrichtungen");
    await assertAccessible(page, `facilities, ${width} px`);
    await assertFits(page, `facilities, ${width} px`);
  }
  await page.emulateMedia({ colorScheme: "dark" });
  await assertAccessible(page, "facilities, dark", ["color-contrast"]);
  await page.goto("/");
  await page.getByRole("link", { name: "Alle Einrichtungen" }).click();
  await page.waitForURL("**/einrichtungen");
});

const words = { surveyed: "erfasst", assessed: "bewertet", planned: "geplant", ordered: "beauftragt" };

/** Names the source, saves, and waits until it is said. */
async function save(page, source, said) {
  await tabTo(page, "#feld-source");
  await type(page, source);
  await press(page, "Control+Enter");
  await saysStatus(page, said);
  await until(() => page.locator("#formular").isVisible(), (visible) => !visible, "the form is closed");
}

function card(page) {
  return page.locator(".board li").filter({ hasText: "Oken-Gymnasium" });
}

function column(page, state) {
  return page.locator(`.board [data-drop='state=${state}']`);
}

/** What the first public counter shows. */
function figure(reader) {
  return textOf(reader.locator(".count .x").first());
}

async function counts(reader, pattern) {
  await reader.goto("/einrichtungen");
  assert.match(await figure(reader), pattern);
}

/** This part of the page shows it, once the change has come around. */
async function shows(part, pattern) {
  await until(() => textOf(part), (text) => pattern.test(text), `the page shows ${pattern}`);
}
