// Areas after their campaign: target, commitment and build are three answers; those that failed enter a second round.
import assert from "node:assert/strict";
import { assertAccessible, assertFits } from "./support/accessibility.mjs";
import { assertSound, inHand, openScreen, press, saysStatus, tabTo, type, until } from "./support/staff.mjs";
import { openReady, openTown, picture, plain, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2024-03-20" });
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };

town.journey("the operator commits to an area that missed the target, and the public page says both", staff, async ({ page, another }) => {
  await openRecord(page, "weier", /^Weier/);
  await outcome(page, "Ziel ver", "31.1.2024", "Ausgezählt", "Mail des Betreibers vom 31.1.2024", "Weier");
  await shows(page.locator(".ergebnis tbody tr").first(), /^Ziel erreichtnein31\.01\.2024Mail des Betreibers/);
  await outcome(page, "Ausbau zu", "15.3.2024", "Entschieden", "Pressemitteilung vom 15.3.2024", "Weier");
  await shows(page.locator(".ergebnis tbody tr").nth(1), /^Ausbau zugesagtja, trotz verfehltem Ziel15\.03\.2024Pressemitteilung/);
  await shows(page.locator(".ergebnis tbody tr").first(), /^Ziel erreichtnein/, "the commitment changes nothing about the count");

  const reader = await openPublic(another, "/gebiet/weier");
  await until(() => answers(reader), (said) => said.length === 3 && /Pressemitteilung/.test(said[1]), "the public page says both");
  const [target, commitment, built] = await answers(reader);
  assert.match(target, /^Ziel erreicht\?Nein.*31\. Januar 2024\. Quelle: Mail des Betreibers/);
  assert.match(commitment, /^Ausbau zugesagt\?Ja, trotz verfehltem Ziel.*15\. März 2024\. Quelle: Pressemitteilung/);
  assert.match(built, /^Netz gebaut\?Nicht bekannt/);
  await sound(reader, "three answers");
});

town.journey("the build is noted: what contradicts itself is told, then the public page says x of y in plain words", staff, async ({ page, another, expectFault }) => {
  expectFault(/status of 422/);
  await openRecord(page, "griesheim", /^Griesheim/);
  await tabTo(page, ".ausbau header button");
  await press(page, "Enter");
  await inHand(page, "feld-day");
  await fill(page, { "feld-count": "900", "feld-passed": "400", "feld-connected": "401", "feld-source": "Baubericht" });
  await press(page, "Control+Enter");
  await inHand(page, "formular-fehler");
  assert.match(await textOf(page.locator("#fehler-connected")), /^401 angeschlossen sind mehr als 400 vorbeigeführt\./);
  await assertSound(page, "figures that contradict each other");
  await press(page, "Tab", "Enter");
  await inHand(page, "feld-connected");
  await type(page, "120");
  await tabTo(page, "#feld-definition");
  await type(page, "Anschluss bis in den Keller");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Ausbaustand notieren, Griesheim\.$/);
  await shows(page.locator(".ausbau tbody tr").first(), /^20\.03\.2024900 Gebäude400–120–Anschluss bis in den KellerBaubericht$/);

  const reader = await openPublic(another, "/gebiet/griesheim");
  const steps = () => anew(reader, () => reader.locator("#ausbau dl > div").allTextContents());
  await until(steps, (said) => said.length === 4, "the public page shows the build");
  const [passed, prepared, connected] = (await steps()).map(plain);
  assert.match(passed, /^Vorbeigeführt400 von 900 GebäudenDas Glasfaserkabel liegt in der Straße vor dem Grundstück\./);
  assert.match(prepared, /^Vorbereitetnicht bekannt/);
  assert.match(connected, /^Angeschlossen120 von 900 Gebäuden.*Stand: 20\. März 2024\. Quelle: Baubericht\..*Anschluss bis in den Keller/);
  await sound(reader, "a build");
});

town.journey("a commercial area enters a second round, and the first one's result stays", staff, async ({ page, another }) => {
  await openRecord(page, "gewerbegebiet-4", /^Gewerbegebiet 4/);
  await outcome(page, "Ziel ver", "31.12.2023", "", "Mail des Betreibers", "Gewerbegebiet 4");
  await shows(page.locator(".ergebnis tbody tr").first(), /^Ziel erreichtnein31\.12\.2023/);
  await tabTo(page, ".runden header button");
  await press(page, "Enter");
  await inHand(page, "feld-opens_on");
  await assertSound(page, "the form of a round");
  await fill(page, { "feld-opens_on": "1.3.2024", "feld-day": "30.6.2024", "feld-target": "40", "feld-source": "Mail des Betreibers" });
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Weitere Runde beginnen, Gewerbegebiet 4\.$/);
  await shows(page.locator(".runden tr[data-look=now]"), /^Zweite Runde01\.03\.202430\.06\.2024Ziel 40 Verträge/);
  await shows(page.locator(".runden tr[data-look=old]"), /^Erste Runde.*Ziel verfehlt/);

  const reader = await openPublic(another, "/gebiet/gewerbegebiet-4");
  const rounds = () => anew(reader, () => reader.locator("#runden dl > div").allTextContents());
  await until(rounds, (said) => said.length === 2, "the public page shows both rounds");
  const [second, first] = (await rounds()).map(plain);
  assert.match(second, /^1\. März 2024 bis 30\. Juni 2024Zweite RundeZiel: 40 Verträge\./);
  assert.match(first, /^31\. Dezember 2023Erste RundeOhne Ziel: Der Betreiber entscheidet selbst\. Das Ziel ist verfehlt\./);
  await sound(reader, "two rounds");
  await openReady(reader, "/");
  assert.match(plain(await reader.locator("#vorhaben").textContent()), /Zweite Runde in Gewerbegebiet 4 bis zum 30\. Juni 2024\./);
});

town.journey("plan and border of a commercial area are noted and told", staff, async ({ page, another }) => {
  await openRecord(page, "gewerbegebiet-5", /^Gewerbegebiet 5/);
  await tabTo(page, ".steckbrief header button");
  await press(page, "Enter");
  await inHand(page, "feld-build_planned");
  await fill(page, { "feld-build_planned": "2025", "feld-border": "Hohberg, Schutterwald", "feld-source": "Mail des Betreibers" });
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Steckbrief ändern, Gewerbegebiet 5\.$/);
  const reader = await openPublic(another, "/gebiet/gewerbegebiet-5");
  const facts = () => anew(reader, async () => plain(await reader.locator("aside").first().textContent()));
  await until(facts, (text) => /Über die StadtgrenzeHohberg und Schutterwald/.test(text), "the public page names the neighbours");
  assert.match(await facts(), /Ausbau geplant2025/);
});

async function openRecord(page, slug, heading) {
  await openScreen(page, `/arbeit/gebiete/${slug}`, heading);
  await page.locator(".protokoll .tabs button").first().waitFor();
}

/** Records an outcome by keyboard; a reason is typed where one is asked for. */
async function outcome(page, words, when, reason, source, name) {
  await press(page, "e");
  await inHand(page, "feld-kind");
  await type(page, words);
  await tabTo(page, "#feld-when");
  await press(page, "Control+a");
  await type(page, when);
  if (await page.locator("#feld-reason").count()) {
    await tabTo(page, "#feld-reason");
    await type(page, reason || "Erste Auszählung");
  }
  await tabTo(page, "#feld-source");
  await type(page, source);
  await press(page, "Control+Enter");
  await saysStatus(page, new RegExp(`· Gespeichert: Ergebnis festlegen, ${name}\\.$`));
  await until(() => page.locator("#formular").isVisible(), (visible) => !visible, "the form is closed");
}

/** Types into one field after another, in the order of the form. */
async function fill(page, fields) {
  for (const [id, text] of Object.entries(fields)) {
    await tabTo(page, `#${id}`);
    await press(page, "Control+a");
    await type(page, text);
  }
}

/** A reader with the page of an area. */
async function openPublic(another, path) {
  const { page } = await another();
  await openReady(page, path);
  return page;
}

/** What the public page answers. */
function answers(reader) {
  return anew(reader, async () => (await reader.locator("#stand dl > div").allTextContents()).map(plain));
}

/** The page as it is sent now: an open one follows only after a while. */
async function anew(reader, look) {
  await reader.reload();
  return look();
}

async function shows(part, pattern, claim = `the record shows ${pattern}`) {
  await until(() => textOf(part), (text) => pattern.test(text), claim);
}

async function sound(reader, where) {
  await picture(reader, `public-${where.replaceAll(" ", "-")}`);
  for (const width of [320, 1280]) {
    await reader.setViewportSize({ width, height: 800 });
    await assertAccessible(reader, where);
    await assertFits(reader, where);
  }
}
