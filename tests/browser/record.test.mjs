// One area's record by keyboard: what is entered there stands on the public page; what it replaces stays in the log.
import assert from "node:assert/strict";
import { assertSound, inHand, openScreen, press, saysStatus, screen, tabTo, type, until, valueOf } from "./support/staff.mjs";
import { openReady, openTown, plain, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };
const publicPeriodMs = 30_000;

town.journey("a deadline is moved: faults stand beside their fields, then the public page shows the new one", staff, async ({ page, another, expectFault }) => {
  expectFault(/status of 422/);
  const reader = await openPublic(another, "/gebiet/griesheim");
  await openRecord(page, "griesheim", /^Griesheim/);
  await assertSound(page, "an area's record");
  await press(page, "f");
  await inHand(page, "feld-day");
  assert.equal(await valueOf(page, "feld-announced_on"), "17.11.2023");
  await assertSound(page, "an empty form");
  await type(page, "31.2.");
  await press(page, "Control+Enter");
  await inHand(page, "formular-fehler");
  const links = (await page.locator("#formular-fehler a").allTextContents()).map(plain);
  assert.equal(links.length, 3, links.join("\n"));
  assert.match(links.join("\n"), /Der Grund fehlt\. Schreiben Sie, warum sich das ändert\.\nDie Quelle fehlt\. Schreiben Sie, woher Sie das wissen\.$/);
  assert.equal(await page.locator("#formular [aria-invalid=true]").count(), 3);
  assert.match(await fault(page, "day"), /31\.2\./);
  await assertSound(page, "a form with faults");
  await press(page, "Tab", "Enter");
  await inHand(page, "feld-day");
  await type(page, "10.12.");
  await tabTo(page, "#feld-reason");
  assert.equal(await valueOf(page, "feld-day"), "10.12.2023", "a short day is written out");
  await type(page, "Der Betreiber gewährt zwei Wochen mehr");
  await tabTo(page, "#feld-source");
  await type(page, "Mail des Betreibers vom 16.11.2023");
  assert.equal(await page.locator("#formular-fehler").count(), 0, "what is mended is told no longer");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Frist ändern, Griesheim\.$/);
  await shows(page.locator(".fristen tr[data-look=now]"), /^10\.12\.2023seit 17\.11\.2023Der Betreiber gewährt zwei Wochen mehr/);
  assert.match(await textOf(page.locator(".fristen tr[data-look=old]").first()), /^25\.11\.2023/, "the one before stays in sight");
  await follows(reader, /10\. Dezember 2023/);
});

town.journey("an outcome is recorded", staff, async ({ page, another }) => {
  const reader = await openPublic(another, "/gebiet/weier");
  await openRecord(page, "weier", /^Weier/);
  await press(page, "e");
  await inHand(page, "feld-kind");
  await type(page, "Ausbau zu");
  await tabTo(page, "#feld-source");
  await type(page, "Pressemitteilung des Betreibers vom 16.11.2023");
  const chosen = plain(await page.locator("#feld-kind option:checked").textContent());
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Ergebnis festlegen, Weier\.$/);
  await shows(page.locator(".ergebnis tbody tr").nth(1), /^Ausbau zugesagtja17\.11\.2023Pressemitteilung/);
  await follows(reader, /Der Betreiber hat den Ausbau zugesagt\./);
  const entry = page.locator(".protokoll tbody tr").first();
  await shows(entry, new RegExp(`Anna Amsel.*Ergebnis.*Weier.*${chosen}, 17\\.11\\.2023`));
});

town.journey("a measure is noted for all areas of the campaign", staff, async ({ page, another }) => {
  const reader = await openPublic(another, "/gebiet/buehl");
  await openRecord(page, "buehl", /^Bühl/);
  await press(page, "a");
  await inHand(page, "feld-kind");
  await type(page, "Info");
  await tabTo(page, "#feld-when");
  await press(page, "Control+a");
  await type(page, "14.11.2023");
  await tabTo(page, "#feld-reach");
  await press(page, "ArrowDown");
  await tabTo(page, "#feld-note");
  await type(page, "In der Festhalle, 80 Gäste");
  await tabTo(page, "#feld-source");
  await type(page, "Offenblatt vom 11.11.2023");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Maßnahme notieren, Bühl\.$/);
  await shows(page.locator(".massnahmen tbody tr").filter({ hasText: "14.11.2023" }), /Infoabend.*In der Festhalle, 80 Gäste/);
  await follows(reader, /In der Festhalle, 80 Gäste/);
});

town.journey("an older number is corrected with a reason: page and curve show the new one, the history keeps both", staff, async ({ page, another, expectFault }) => {
  expectFault(/status of 422/);
  const reader = await openPublic(another, "/gebiet/elgersweier");
  const slider = reader.getByRole("slider", { name: "Stand ablesen" });
  await slider.press("ArrowLeft");
  const read = () => textOf(reader.locator(".reader output"));
  assert.match(await read(), /^3\. November 2023: 19,1 %, 250 Verträge/);
  await openRecord(page, "elgersweier", /^Elgersweier/);
  await tabTo(page, ".meldungen tbody tr:nth-child(2) button");
  await press(page, "Enter");
  await inHand(page, "feld-value");
  assert.equal(await valueOf(page, "feld-value"), "250");
  await press(page, "End");
  await type(page, "0");
  await tabTo(page, "#feld-source");
  await type(page, "Mail des Betreibers vom 16.11.2023");
  await press(page, "Control+Enter");
  await inHand(page, "formular-fehler");
  assert.equal(await page.locator("#formular-fehler a").count(), 2);
  assert.match(await fault(page, "reason"), /^Der Grund fehlt\./);
  await tabTo(page, "#formular-fehler a[href='#feld-value']");
  await press(page, "Enter");
  await inHand(page, "feld-value");
  await type(page, "260");
  await tabTo(page, "#feld-reason");
  await type(page, "Zehn Verträge lagen beim Betreiber");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Zahl vom 03\.11\.2023 berichtigen \(geprüft\), Elgersweier\.$/);
  const old = page.locator(".meldungen tr[data-look=old]");
  await shows(old, /^03\.11\.202325019,1 %geprüft.*ersetzt am .*: Zehn Verträge lagen beim Betreiber/);
  await until(() => page.evaluate(() => document.activeElement.tagName), (tag) => tag === "BUTTON", "the focus stays in the list");
  assert.equal(await old.locator("button").count(), 0, "what is replaced is not corrected again");
  await until(() => reader.clock.fastForward(publicPeriodMs).then(read), (text) => /^3\. November 2023: 19,8 %, 260 Verträge/.test(text), "the curve shows the corrected number");
  assert.match(plain(await reader.locator("main").textContent()), /Zehn Verträge lagen beim Betreiber/, "the public reads why");
});

town.journey("the newest number is corrected with B, and Esc asks before it throws text away", staff, async ({ page }) => {
  await openRecord(page, "fessenbach", /^Fessenbach/);
  await press(page, "b");
  await inHand(page, "feld-value");
  await press(page, "Escape");
  await until(() => page.locator("#formular").isVisible(), (visible) => !visible, "nothing was typed: it closes");
  await press(page, "b");
  await inHand(page, "feld-value");
  await press(page, "Control+a");
  await type(page, "150");
  await press(page, "Escape");
  const question = page.locator("#formular [role=alert]");
  assert.match(await textOf(question), /^Die Eingabe ist noch nicht gespeichert\. Verwerfen\?/);
  await assertSound(page, "a form that is left");
  await tabTo(page, "#formular [role=alert] button:last-of-type");
  await press(page, "Enter");
  assert.equal(await valueOf(page, "feld-value"), "150", "it goes on");
  await press(page, "Escape");
  await tabTo(page, "#formular [role=alert] button:first-of-type");
  await press(page, "Enter");
  await until(() => page.locator("#formular").isVisible(), (visible) => !visible, "it is thrown away");
  assert.match(await textOf(page.locator(".meldungen tbody tr").first()), /^10\.11\.2023148/);
});

town.journey("a letter right after a form has closed is no typing into it", staff, async ({ page }) => {
  await openRecord(page, "fessenbach", /^Fessenbach/);
  await press(page, "b");
  await inHand(page, "feld-value");
  // Both keys before the browser draws again: it leaves the focus in the closed form until then.
  const open = await page.evaluate(() => {
    for (const key of ["Escape", "b"]) document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true, cancelable: true }));
    return document.querySelector("#formular").open;
  });
  assert.equal(open, true);
  await inHand(page, "feld-value");
});

town.journey("J and K walk the areas, the log is filtered by kind", staff, async ({ page }) => {
  await openRecord(page, "griesheim", /^Griesheim/);
  await press(page, "j");
  await screen(page, /^Rammersweier/);
  await press(page, "k");
  await screen(page, /^Griesheim/);
  const rows = page.locator(".protokoll tbody tr");
  await rows.first().waitFor();
  const all = await rows.count();
  await tabTo(page, ".tabs button:nth-child(2)");
  const kind = page.locator(".tabs button:nth-child(2)");
  const [, count] = /(\d+)$/.exec(await kind.textContent());
  await press(page, "Enter");
  await until(() => kind.getAttribute("aria-pressed"), (pressed) => pressed === "true", "the kind is chosen");
  await until(() => rows.count(), (shown) => shown === Number(count) && shown <= all, "only what is of this kind is shown");
  assert.equal(await page.evaluate(() => document.activeElement.getAttribute("aria-pressed")), "true", "the focus stays on it");
  await assertSound(page, "a filtered log");
});

town.journey("an area without a number says what belongs there", staff, async ({ page }) => {
  await openRecord(page, "gewerbegebiet-1", /^Gewerbegebiet 1/);
  assert.equal(await textOf(page.locator(".meldungen .empty")), "Noch ist keine Zahl gemeldet.");
  await assertSound(page, "an area without a number");
});

async function openRecord(page, slug, heading) {
  await openScreen(page, `/arbeit/gebiete/${slug}`, heading);
  await page.locator(".protokoll .tabs button").first().waitFor();
}

/** A reader with the page of an area, and a clock of their own. */
async function openPublic(another, path) {
  const { page } = await another();
  await page.clock.install();
  await openReady(page, path);
  return page;
}

/** The open public page shows this after its period; after another one, where the server was still at its pages. */
async function follows(reader, pattern) {
  assert.doesNotMatch(plain(await reader.locator("main").textContent()), pattern);
  const later = async () => {
    await reader.clock.fastForward(publicPeriodMs);
    return plain(await reader.locator("main").textContent());
  };
  await until(later, (text) => pattern.test(text), `the public page shows ${pattern}`);
}

/** This part of the record shows it, once the change has come around. */
async function shows(part, pattern) {
  await until(() => textOf(part), (text) => pattern.test(text), `the record shows ${pattern}`);
}

/** What is told below a field. */
function fault(page, field) {
  return textOf(page.locator(`#fehler-${field}`));
}
