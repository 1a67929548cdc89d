// Funding by keyboard: an application is made, the Bund grants, the Land stays open, and the worst case is right to the cent. The
// public reads one sentence, and amounts only once the editor allows it.
import assert from "node:assert/strict";
import { assertAccessible, assertFits } from "./support/accessibility.mjs";
import { assertSound, inHand, openScreen, press, saysStatus, screen, tabTo, type, until, valueOf } from "./support/staff.mjs";
import { openTown, plain, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-12-04" });
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };

town.journey("an application is made; Bund grants, Land stays open: the worst case is right to the cent, the public sees no amount", staff, async ({ page, another, expectFault }) => {
  expectFault(/status of 422/);
  await openScreen(page, "/arbeit", /^Heute/);
  await press(page, "g", "f");
  await screen(page, /^Förderanträge$/);
  await press(page, "n");
  await inHand(page, "feld-name");
  await assertSound(page, "the form of a new application");
  await type(page, "Schulnetz");
  await fill(page, "total", "1.350.000,01");
  await fill(page, "areas", "Griesheim");
  await fill(page, "source", "Antrag vom 12.09.2022");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Antrag anlegen, Förderung\.$/);
  await tabTo(page, ".matrix a[href='/arbeit/foerderung/schulnetz']");
  await press(page, "Enter");
  await screen(page, /^Schulnetz/);

  await openLeg(page, 1);
  assert.equal(await valueOf(page, "feld-part"), "federal");
  await choose(page, "state", "vorläufig");
  await fill(page, "preliminary", "675,000");
  await fill(page, "source", "Bescheid vom 14.06.2023");
  await press(page, "Control+Enter");
  await inHand(page, "formular-fehler");
  assert.match(await textOf(page.locator("#fehler-preliminary")), /^„675,000“ kann zweierlei heißen\./);
  await assertSound(page, "a leg with a fault");
  await fill(page, "preliminary", "675.000,00 €");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Stand: Bund, Schulnetz\.$/);
  await shows(page.locator(".geld tbody tr").nth(0), /^Bund––675\.000 €––vorläufig bewilligt/);
  await shows(page.locator(".geld tbody tr").nth(1), /^Land––––––/);

  await openLeg(page, 2);
  await choose(page, "state", "beantragt");
  await fill(page, "requested", "540.000");
  await fill(page, "source", "Antrag vom 02.08.2023");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Stand: Land, Schulnetz\.$/);
  // 1.350.000,01 − 675.000,00 − 540.000,00, and 1.350.000,01 − 675.000,00.
  await shows(page.locator(".facts"), /Eigenanteil jetzt135\.000,01 €.*Eigenanteil höchstens675\.000,01 €.*Lücke, falls das Land absagt540\.000 €/);
  await shows(page.locator(".tags"), /Bund ja, Land offen: Eigenanteil kann auf 675\.000,01 € steigen/);
  await assertSound(page, "one application");

  const reader = await another();
  const main = () => reader.page.locator("main").textContent().then(plain);
  const both = /Der Bund hat vorläufig bewilligt, beim Land ist der Antrag noch nicht entschieden\./;
  await until(() => reader.page.goto("/foerderung").then(main), (text) => both.test(text), "both answers are public");
  assert.doesNotMatch(await main(), /€|675/, "no amount is public");
  await soundForReaders(reader.page, "funding without amounts");

  await press(page, "b");
  await inHand(page, "feld-name");
  assert.equal(await valueOf(page, "feld-total"), "1.350.000,01");
  await choose(page, "amounts_public", "ja");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Angaben ändern, Schulnetz\.$/);
  await until(() => reader.page.reload().then(main), (text) => /Der Bund hat vorläufig 675\.000 € bewilligt/.test(text), "the amount is public");
  await soundForReaders(reader.page, "funding with amounts");
  await reader.page.goto("/gebiet/griesheim");
  await reader.page.locator("a[href='/foerderung#schulnetz']").waitFor();
});

town.journey("a step that does not follow asks for its reason; the log tells both", staff, async ({ page, expectFault }) => {
  expectFault(/status of 422/);
  await openScreen(page, "/arbeit/foerderung/schulnetz", /^Schulnetz/);
  await openLeg(page, 2);
  await choose(page, "state", "endgültig");
  await press(page, "Control+Enter");
  await inHand(page, "formular-fehler");
  assert.match(await textOf(page.locator("#fehler-reason")), /^Auf „beantragt“ folgt sonst nicht „endgültig bewilligt“\./);
  await choose(page, "state", "abgelehnt");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Stand: Land, Schulnetz\.$/);
  await shows(page.locator(".tags"), /Bund ja, Land nein: Eigenanteil kann auf 675\.000,01 € steigen/);
  await shows(page.locator(".protokoll tbody tr").first(), /Anna Amsel.*Stand eines Teils.*Schulnetz.*Land: beantragt, beantragt 540\.000 €.*Land: abgelehnt/);
});

town.journey("a deadline stands on Heute until it is met; the matrix frames it", staff, async ({ page }) => {
  await openScreen(page, "/arbeit/foerderung/schulnetz", /^Schulnetz/);
  await press(page, "f");
  await inHand(page, "feld-kind");
  await type(page, "Nachf");
  await choose(page, "part", "Bund");
  await fill(page, "day", "6.12.");
  await fill(page, "task", "Kostenplan nachreichen");
  await fill(page, "source", "Schreiben vom 29.11.2023");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Frist eintragen, Schulnetz\.$/);
  await shows(page.locator(".fristen tbody tr"), /^06\.12\.2023in 2 TagenBundKostenplan nachreichen/);
  await press(page, "g", "h");
  await screen(page, /^Heute/);
  await page.getByText("Bund: Kostenplan nachreichen").waitFor();
  await press(page, "g", "f");
  await screen(page, /^Förderanträge$/);
  await shows(page.locator(".state"), /^ ?Nächste Frist: Mittwoch, 6\. Dezember 2023 \(Schulnetz, Bund, Kostenplan nachreichen, in 2 Tagen\)\./);
  await assertSound(page, "the matrix");
  await openScreen(page, "/arbeit/foerderung/schulnetz", /^Schulnetz/);
  await tabTo(page, ".fristen tbody button");
  await press(page, "Enter");
  await inHand(page, "feld-kind");
  await fill(page, "settled_on", "4.12.");
  await press(page, "Control+Enter");
  await shows(page.locator(".fristen tbody tr"), /^06\.12\.2023erledigt am 04\.12\.2023/);
  await press(page, "g", "h");
  await screen(page, /^Heute/);
  await until(() => page.getByText("Bund: Kostenplan nachreichen").count(), (count) => count === 0, "what is met is due no longer");
});

town.journey("a milestone and a document are recorded", staff, async ({ page }) => {
  await openScreen(page, "/arbeit/foerderung/schulnetz", /^Schulnetz/);
  await press(page, "e");
  await inHand(page, "feld-kind");
  await type(page, "Markterkundung b");
  await fill(page, "actual", "1.11.2023");
  await fill(page, "source", "Bekanntmachung");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Meilenstein eintragen, Schulnetz\.$/);
  await shows(page.locator(".meilensteine tbody tr"), /^Markterkundung begonnenganzer Antrag–01\.11\.2023erledigt/);
  await tabTo(page, ".unterlagen header button");
  await press(page, "Enter");
  await inHand(page, "feld-name");
  await fill(page, "name", "Bescheid in vorläufiger Höhe");
  await fill(page, "link", "https://www.offenburg.de/bescheid.pdf");
  await fill(page, "source", "Scanstelle");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Unterlage ablegen, Schulnetz\.$/);
  await shows(page.locator(".unterlagen tbody tr"), /^Bescheid in vorläufiger Höhe–ganzer Antrag/);
});

/** Opens the form of a leg: 1 is the Bund's, 2 the Land's. */
async function openLeg(page, row) {
  await tabTo(page, `.geld tbody tr:nth-child(${row}) button`);
  await press(page, "Enter");
  await inHand(page, "feld-part");
}

/** Walks on to a field and types; what stands there goes. */
async function fill(page, word, text) {
  await tabTo(page, `#feld-${word}`);
  await press(page, "Control+a");
  await type(page, text);
}

/** Walks on to a list and chooses by typing. */
async function choose(page, word, text) {
  await tabTo(page, `#feld-${word}`);
  await type(page, text);
}

async function soundForReaders(page, where) {
  for (const width of [1280, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await assertAccessible(page, `${where}, ${width} px`);
    await assertFits(page, `${where}, ${width} px`);
  }
  await page.setViewportSize({ width: 1280, height: 800 });
}

async function shows(locator, pattern) {
  await until(() => textOf(locator), (text) => pattern.test(text), `it shows ${pattern}`);
}
