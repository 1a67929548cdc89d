// What a page does when the server is away, is another one, or says no: it says so, and goes on by itself.
import assert from "node:assert/strict";
import { assertSound, inHand, openScreen, openSheet, press, saysStatus, screen, statusLine, tabTo, type, typeColumn, until, valueOf } from "./support/staff.mjs";
import { openTown } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const greta = await town.addAccount({ name: "Greta Gans", role: "district-head", area: "griesheim" });
const staff = { staff: { cookie: await town.signIn(anna) } };
const head = { staff: { cookie: await town.signIn(greta) } };
const away = /ERR_CONNECTION_REFUSED|ERR_INCOMPLETE_CHUNKED_ENCODING|ERR_CONNECTION_RESET|ERR_EMPTY_RESPONSE/;

town.journey("a screen opened while the server is away comes by itself when it is back", staff, async ({ page, expectFault }) => {
  expectFault(away);
  await openScreen(page, "/arbeit/protokoll", "Protokoll");
  await town.halt();
  await saysStatus(page, /^Keine Verbindung seit/);
  await press(page, "g", "g");
  await screen(page, "Zurzeit nicht zu sehen");
  const again = page.getByRole("button", { name: "Erneut versuchen" });
  await again.waitFor();
  await assertSound(page, "a screen without a server");
  await town.resume();
  await page.getByRole("heading", { level: 1, name: "Gebiete" }).waitFor({ timeout: 20_000 });
  assert.equal(await again.count(), 0);
  await saysStatus(page, /^Verbunden/);
});

town.journey("one call that fails while the server lives is no lasting cut", staff, async ({ page, expectFault }) => {
  expectFault(/ERR_FAILED/);
  await openScreen(page, "/arbeit/protokoll", "Protokoll");
  // Until then every one: the page asks again by itself as soon as it hears from the server.
  let fails = true;
  await page.route("**/api/records/record*", (route) => (fails ? route.abort() : route.continue()));
  await press(page, "g", "g");
  await screen(page, "Zurzeit nicht zu sehen");
  fails = false;
  await page.getByRole("button", { name: "Erneut versuchen" }).click();
  await screen(page, /^Gebiete/);
  await until(() => statusLine(page), (line) => line.startsWith("Verbunden"), "the line says so");
});

/** Until the page has heard which program belongs to the server: it then hears of one only when the server comes back. */
async function listening(page, open) {
  const stream = page.waitForResponse((answer) => answer.url().endsWith("/api/changes"));
  await open();
  await stream;
  // A stream that is opened later has its first number later.
  await page.evaluate(() => new Promise((heard) => {
    const later = new EventSource("/api/changes");
    later.onmessage = () => { later.close(); heard(); };
  }));
}

town.journey("a page of another program loads the new one, unless something is typed", staff, async ({ page, expectFault }) => {
  expectFault(away);
  const becomeOld = () => page.evaluate(() => {
    document.querySelector("meta[name=wasm-bin]").content = "/assets/workspace-older.wasm";
    localStorage.removeItem("faserstand:erneuert");
    window.old = true;
  });
  const replace = async () => {
    await town.halt();
    await saysStatus(page, /^Keine Verbindung seit/);
    await town.resume();
  };
  await listening(page, () => openScreen(page, "/arbeit/protokoll", "Protokoll"));
  await becomeOld();
  await replace();
  await until(() => page.evaluate(() => window.old), (old) => old === undefined, "the page is loaded anew", 20_000);
  await screen(page, "Protokoll");

  await listening(page, () => openSheet(page));
  await typeColumn(page, ["410"]);
  await becomeOld();
  await replace();
  await until(() => statusLine(page), (line) => /Faserstand wurde erneuert/.test(line), "it says so", 20_000);
  assert.deepEqual([await valueOf(page, "v-bohlsbach"), await page.evaluate(() => window.old)], ["410", true]);
  await tabTo(page, ".actions button.quiet");
  await press(page, "Enter");
});

town.journey("the focus goes along to the next page; of a page that is not there nothing stays", staff, async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  await openScreen(page, "/arbeit/gebiete/griesheim", /^Griesheim/);
  const edits = page.locator("[data-edit]");
  assert.ok(await edits.count() > 0);
  await follow(page, "/arbeit/gebiete/entenhausen");
  await screen(page, "Nicht gefunden");
  await inHand(page, "inhalt");
  assert.equal(await edits.count(), 0, "no button of the page before");
  assert.equal(await page.title(), "Nicht gefunden – Faserstand");
  await assertSound(page, "an unknown address");
  await press(page, "g", "p");
  await screen(page, "Protokoll");
  await inHand(page, "inhalt");
  await press(page, "g", "h");
  await screen(page, /^Heute/);
  await inHand(page, "inhalt");
});

town.journey("what is not for an account has a heading too", head, async ({ page, expectFault }) => {
  expectFault(/status of 403/);
  await openScreen(page, "/arbeit/gebiete/griesheim", /^Griesheim/);
  await follow(page, "/arbeit/gebiete/buehl");
  await screen(page, "Kein Zugriff");
  assert.equal(await page.title(), "Kein Zugriff – Faserstand");
});

town.journey("invented numbers are marked on every screen", staff, async ({ page }) => {
  for (const [path, heading] of [["/arbeit/zahlen", /^Wochenzahlen/], ["/arbeit/karte", "Karte"], ["/arbeit/protokoll", "Protokoll"]]) {
    await openScreen(page, path, heading);
    assert.ok(await page.getByText("Beispieldaten: die Zahlen sind erfunden").isVisible(), path);
  }
});

/** Follows a link to an address that no page links to. */
async function follow(page, path) {
  await page.evaluate((path) => {
    const link = document.createElement("a");
    link.href = path;
    document.body.append(link);
    link.click();
    link.remove();
  }, path);
}
