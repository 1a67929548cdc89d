// Agreements with what ends when, and the public timeline: what happened, what comes.
import assert from "node:assert/strict";
import { assertAccessible, assertApart, assertFits } from "./support/accessibility.mjs";
import { assertSound, inHand, openScreen, press, saysStatus, tabTo, type, until } from "./support/staff.mjs";
import { openTown, picture, plain, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };
const withoutScript = { javaScriptEnabled: false };

town.journey("a letter of intent that ends next month is due on Heute; taken back, it is due no longer", staff, async ({ page }) => {
  await openScreen(page, "/arbeit", /^Heute/);
  await press(page, "g", "v");
  await page.getByRole("heading", { level: 1, name: "Vereinbarungen" }).waitFor();
  await page.locator(".protokoll .tabs button").first().waitFor();
  await assertSound(page, "agreements, measures, decisions");
  await press(page, "n");
  await inHand(page, "feld-kind");
  await type(page, "Absicht");
  await fill(page, {
    "feld-partner": "1&1 Versatel", "feld-signed": "2.1.2023", "feld-ends_on": "15.12.2023", "feld-areas": "Gewerbegebiet 4, Gewerbegebiet 5",
    "feld-conditions": "Nur mit 40 Unternehmen", "feld-source": "Absichtserklärung vom 2.1.2023",
  });
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Vereinbarung anlegen/);
  const row = page.locator(".vereinbarungen tbody tr").first();
  await shows(row, /^Absichtserklärung1&1 VersatelGewerbegebiet 4, Gewerbegebiet 5.*15\.12\.2023endet in 28 TagenNur mit 40 Unternehmen/);
  assert.match(await textOf(page.locator(".state")), /Als nächste endet am 15\. Dezember 2023: Absichtserklärung mit 1&1 Versatel\./);

  await press(page, "g", "h");
  const due = page.locator(".due li").filter({ hasText: "Vereinbarung endet" });
  await shows(due, /15\.12\..*Vereinbarung endet: Absichtserklärung.*1&1 Versatel/);
  await due.getByRole("link").first().press("Enter");
  await page.getByRole("heading", { level: 1, name: "Vereinbarungen" }).waitFor();

  await row.getByRole("button", { name: "Zurücknehmen" }).press("Enter");
  await inHand(page, "feld-day");
  await tabTo(page, "#feld-reason");
  await type(page, "Doppelt erfasst");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Zurücknehmen: Absichtserklärung/);
  const old = page.locator(".vereinbarungen tr[data-look=old]");
  await shows(old, /zurückgenommen.*Ungültig ab 17\.11\.2023: Doppelt erfasst/);
  assert.equal(await old.getByRole("button").count(), 0);
  await press(page, "g", "h");
  await page.getByRole("heading", { level: 1, name: /^Heute/ }).waitFor();
  await until(() => due.count(), (count) => count === 0, "it is due no longer");
});

town.journey("measures stand with the weeks around them, a coincidence and no proof", staff, async ({ page }) => {
  await openScreen(page, "/arbeit/vereinbarungen", /^Vereinbarungen/);
  assert.match(await textOf(page.locator(".massnahmen header")), /Zusammenhang, kein Beweis/);
  // The evening in Weier was on 7 September; the counts of 8 and 15 September are the nearest.
  const weier = page.locator(".massnahmen tbody tr").filter({ hasText: "Weier" }).filter({ hasText: "07.09.2023" });
  assert.match(await textOf(weier), /nicht bekannt\+\d+Angekündigter Termin/, "a week before the first number nobody has counted");
});

town.journey("a citizen without JavaScript reads what happened and what comes, filtered by area and strand", withoutScript, async ({ page }) => {
  await page.goto("/");
  await page.getByRole("link", { name: "Der ganze Verlauf" }).click();
  assert.equal(new URL(page.url()).pathname, "/verlauf");
  assert.equal(await textOf(page.locator("h1")), "Was geschah, was kommt");
  const here = page.getByRole("navigation", { name: "Hauptnavigation" }).locator("[aria-current=page]");
  assert.deepEqual(await here.allTextContents(), ["Verlauf"]);
  assert.match(await textOf(page.locator("#kommt li").first()), /25\. November 2023, in 8 Tagen.*Vermarktung.*Die Frist endet\./);
  assert.match(plain(await page.locator("#geschah").textContent()), /Der Gemeinderat beschließt den Breitbandausbau/);
  await picture(page, "timeline");
  await page.getByLabel("Gebiet").selectOption("weier");
  await page.getByLabel("Bereich").selectOption("massnahme");
  await page.getByRole("button", { name: "Anzeigen" }).click();
  assert.match(page.url(), /\/verlauf\?gebiet=weier&bereich=massnahme$/);
  assert.match(await textOf(page.locator(".lead")), /^Einträge zu Weier aus dem Bereich Maßnahme: 1 vergangen, 0 bevorstehend\.$/);
  assert.match(await textOf(page.locator("#geschah li").first()), /7\. September 2023.*Infoabend\..*Weier.*Quelle: Stadtanzeiger/);
  assert.equal(await textOf(page.locator("#kommt .sub")), "Dazu ist kein Termin bekannt.");
  await page.locator("#geschah").getByRole("link", { name: "Weier" }).click();
  assert.equal(new URL(page.url()).pathname, "/gebiet/weier");
  await page.getByRole("link", { name: "Ganzer Verlauf zu Weier" }).click();
  assert.match(page.url(), /\/verlauf\?gebiet=weier$/);
});

town.journey("the timeline is accessible and fits, light and dark, narrow and wide", async ({ page }) => {
  for (const path of ["/verlauf", "/verlauf?gebiet=weier&bereich=massnahme"]) {
    await page.goto(path);
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [320, 768, 1280]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 800 });
        const where = `${path}, ${colorScheme}, ${width} px`;
        await assertAccessible(page, where);
        await assertFits(page, where);
        await assertApart(page, where);
      }
    }
  }
});

/** Types into one field after another, in the order of the form. */
async function fill(page, fields) {
  for (const [id, text] of Object.entries(fields)) {
    await tabTo(page, `#${id}`);
    await press(page, "Control+a");
    await type(page, text);
  }
}

async function shows(part, pattern) {
  await until(() => textOf(part), (text) => pattern.test(text), `the page shows ${pattern}`);
}
