// What was typed and not saved survives: a reload, a cut connection, a server that is replaced, a session that ends.
import assert from "node:assert/strict";
import {
  assertSound, cellInHand, inHand, openScreen, openSheet, press, saysStatus, screen, statusLine, tabTo, type, typeColumn, until, valueOf,
} from "./support/staff.mjs";
import { openTown, ready, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const bert = await town.addAccount({ name: "Bert Buchfink" });
// Their sessions are ended in the middle of the day.
const dora = await town.addAccount({ name: "Dora Dohle" });
const as = async (account) => ({ staff: { cookie: await town.signIn(account) } });
const asAnna = await as(anna);
const asDora = await as(dora);
// Another session: it is ended by its owner.
const asAnnaElsewhere = await as(anna);

town.journey("a reload in the middle of a draft leads back to the same cell", asAnna, async ({ page }) => {
  await openSheet(page);
  await typeColumn(page, ["410", "95"]);
  await type(page, "38");
  await tabTo(page, "#quelle", "Shift+Tab");
  await type(page, "Telefon mit dem Betreiber");
  await tabTo(page, "#v-elgersweier");
  await page.reload();
  await ready(page);
  await inHand(page, "v-elgersweier");
  await saysStatus(page, /· Ihr Entwurf ist wieder da\.$/);
  const kept = ["v-bohlsbach", "v-buehl", "v-elgersweier", "quelle"];
  assert.deepEqual(await Promise.all(kept.map((id) => valueOf(page, id))), ["410", "95", "38", "Telefon mit dem Betreiber"]);
  await press(page, "F2");
  await type(page, "0");
  await press(page, "Control+s");
  await saysStatus(page, /· 3 Zahlen sind gespeichert\.$/);
  await page.reload();
  await ready(page);
  await inHand(page, "v-bohlsbach");
  assert.equal(await valueOf(page, "v-bohlsbach"), "", "what is saved is no draft any more");
});

town.journey("a second window without a draft takes none away", asAnna, async ({ page, context }) => {
  await openSheet(page);
  const second = await context.newPage();
  await openSheet(second);
  await page.bringToFront();
  await typeColumn(page, ["410"]);
  await second.bringToFront();
  await press(second, "Enter");
  await inHand(second, "v-buehl");
  await page.bringToFront();
  await page.reload();
  await ready(page);
  assert.equal(await valueOf(page, "v-bohlsbach"), "410", "the draft is still there");
  await tabTo(page, ".actions button.quiet");
  await press(page, "Enter");
  assert.equal(await page.evaluate(() => Object.keys(localStorage).filter((name) => name.includes("zahlen")).length), 0);
});

town.journey("without a connection one goes on typing, and saves when it is back", asAnna, async ({ page, context, expectFault }) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  await openSheet(page);
  await tabTo(page, "#v-fessenbach", "ArrowDown");
  await type(page, "190");
  await context.setOffline(true);
  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  assert.equal(await textOf(page.locator("#fehler-titel")), "Der Server antwortet gerade nicht. Versuchen Sie es in einer Minute noch einmal.");
  assert.match(await statusLine(page), /^Keine Verbindung seit \d\d:\d\d\./);
  await assertSound(page, "no connection");
  await tabTo(page, "#v-griesheim");
  await type(page, "300");
  assert.equal(await valueOf(page, "v-fessenbach"), "190");
  await context.setOffline(false);
  await press(page, "Control+s");
  await saysStatus(page, /^Verbunden · 2 Zahlen sind gespeichert\.$/);
});

town.journey("a server that is replaced is noticed, and found again, without losing a letter", asAnna, async ({ page, expectFault }) => {
  expectFault(/ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/);
  await openSheet(page);
  await tabTo(page, "#v-rammersweier", "ArrowDown");
  await type(page, "24");
  await town.halt();
  await saysStatus(page, /^Keine Verbindung seit \d\d:\d\d\./);
  await type(page, "0");
  await town.resume();
  await until(() => statusLine(page), (text) => text.startsWith("Verbunden"), "the page finds the server again by itself", 15_000);
  assert.deepEqual([await cellInHand(page), await valueOf(page, "v-rammersweier")], ["v-rammersweier", "240"]);
  await press(page, "Control+s");
  await saysStatus(page, /· 1 Zahl ist gespeichert\.$/);
});

town.journey("a session that ended is begun again above the draft, at the same cell", asDora, async ({ page, expectFault }) => {
  expectFault(/status of 401/);
  await openSheet(page);
  await tabTo(page, "#v-weier", "ArrowDown");
  await type(page, "240");
  await tabTo(page, "#r-weier");
  await type(page, "Drei waren doppelt");
  await endSessions(dora);
  await press(page, "Control+s");
  const dialog = page.locator("#anmelden");
  await dialog.waitFor();
  await inHand(page, "passwort");
  assert.equal(await textOf(page.locator("#anmelden-titel")), "Ihre Anmeldung ist abgelaufen");
  assert.equal(await valueOf(page, "name"), dora.name);
  await assertSound(page, "a session that ended");
  await press(page, "Escape", "Escape");
  assert.ok(await dialog.isVisible(), "there is no way past it");
  await inHand(page, "passwort");
  await type(page, "falsch falsch falsch");
  await press(page, "Enter");
  await dialog.getByRole("alert").waitFor();
  await type(page, dora.password);
  await press(page, "Enter");
  await until(() => dialog.isVisible(), (visible) => !visible, "the dialog closes");
  await inHand(page, "r-weier");
  assert.deepEqual([await valueOf(page, "v-weier"), await valueOf(page, "r-weier")], ["240", "Drei waren doppelt"]);
  await press(page, "Control+s");
  await saysStatus(page, /· 1 Zahl ist gespeichert\.$/);
});

town.journey("who signs out in one window is asked in the other, where another person finds no draft", asAnnaElsewhere, async ({ page, context, expectFault }) => {
  expectFault(/status of 401/);
  await openSheet(page);
  await tabTo(page, "#v-zunsweier", "ArrowDown");
  await type(page, "4");
  const second = await context.newPage();
  await openScreen(second, "/arbeit", /^Heute/);
  await tabTo(second, ".own button:last-of-type");
  await press(second, "Enter");
  await inHand(second, "name");
  await page.bringToFront();
  await press(page, "Control+s");
  await page.locator("#anmelden").waitFor();
  await inHand(page, "passwort");
  await press(page, "Shift+Tab");
  await inHand(page, "name");
  await press(page, "Control+a");
  await type(page, bert.name);
  await press(page, "Tab");
  await type(page, bert.password);
  await press(page, "Enter");
  await until(() => textOf(page.locator(".own span")), (name) => name === bert.name, "the other person is signed in");
  await screen(page, /^Wochenzahlen erfassen/);
  assert.equal(await valueOf(page, "v-zunsweier"), "");
});

/** As if the account had been idle for too long: its sessions are over, it may begin a new one. */
async function endSessions(account) {
  await town.changeAccount("disable", account);
  await town.changeAccount("enable", account);
}
