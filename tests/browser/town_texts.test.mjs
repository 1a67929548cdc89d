// Pages of the town about these pages: read without JavaScript on a small screen, and changed by an editor without a build.
import assert from "node:assert/strict";
import { assertAccessible, assertApart, assertFits, assertNothingClipped } from "./support/accessibility.mjs";
import { assertSound, inHand, openScreen, press, saysStatus, tabTo, until } from "./support/staff.mjs";
import { openTown, picture, textOf } from "./support/town.mjs";

const town = await openTown();
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };
const pages = ["/barrierefreiheit", "/leichte-sprache", "/quellen", "/datenschutz", "/impressum"];

const small = { javaScriptEnabled: true, viewport: { width: 320, height: 640 } };
town.journey("on a narrow screen nothing of the pages of the town sticks out or fails a check", small, async ({ page }) => {
  for (const path of pages) {
    for (const prefix of ["", "/en", "/fr"]) {
      await page.goto(prefix + path);
      await assertAccessible(page, prefix + path);
      await assertFits(page, prefix + path);
      await assertNothingClipped(page, prefix + path);
      await assertApart(page, prefix + path);
    }
    await page.goto(path);
    await picture(page, `town${path.replace("/", "-")}-320`);
  }
});

town.journey("a citizen without JavaScript finds every page of the town at the foot", { javaScriptEnabled: false }, async ({ page }) => {
  for (const path of pages) {
    await page.goto("/gebiet/griesheim");
    await page.getByRole("navigation", { name: "Über diese Seiten" }).locator(`a[href='${path}']`).click();
    assert.equal(new URL(page.url()).pathname, path);
    assert.equal(await page.locator("h1").count(), 1);
  }
  assert.match(await textOf(page.locator("main")), /noch kein Impressum eingetragen/);
  await page.goto("/leichte-sprache");
  assert.match(await textOf(page.locator("main")), /Glas·faser.*Das ist der Stand vom 10\. November 2023\./);
});

town.journey("an editor writes the imprint with the keyboard alone, and the public reads it", staff, async ({ page, context, expectFault }) => {
  expectFault(/status of 422/);
  await openScreen(page, "/arbeit", /^Heute/);
  const due = page.locator(".due");
  await until(() => textOf(due), (text) => /Impressum fehlt.*Verantwortliche Stelle fehlt/.test(text), "both are due");
  await tabTo(page, ".due a[href='/arbeit/stadt']:not(.end)");
  await press(page, "Enter");
  await page.getByRole("heading", { level: 1, name: "Texte der öffentlichen Seiten" }).waitFor();
  await assertSound(page, "texts of the town");
  assert.match(await textOf(page.locator(".state")), /Es fehlen: Impressum und Verantwortliche Stelle\./);
  await tabTo(page, ".texte tbody tr:first-child button");
  await press(page, "Enter");
  await inHand(page, "feld-markdown");
  await page.keyboard.insertText("## Anbieter\n\nStadt Musterstadt\n\n[Schreiben Sie uns](javascript:alert(1))");
  await press(page, "Control+Enter");
  await until(() => textOf(page.locator("#fehler-markdown")), (text) => text.includes("ist nicht erlaubt"), "it is said beside the field");
  await assertAccessible(page, "a text with a fault");
  await picture(page, "town-text-fault");
  await page.locator("#feld-markdown").focus();
  await press(page, "Control+a");
  await page.keyboard.insertText("## Anbieter\n\nStadt Musterstadt\n\n[Schreiben Sie uns](mailto:rathaus@example.org)");
  await press(page, "Control+Enter");
  await saysStatus(page, /· Gespeichert: Impressum \(Deutsch\)/);
  await until(() => textOf(page.locator(".state")), (text) => text === "Es fehlt: Verantwortliche Stelle.", "one is left");
  const reader = await context.newPage();
  await until(async () => {
    await reader.goto(new URL("/impressum", page.url()).href);
    return textOf(reader.locator("main"));
  }, (text) => text.includes("Stadt Musterstadt"), "the public page shows it");
  assert.equal(await reader.getByRole("link", { name: "Schreiben Sie uns" }).getAttribute("href"), "mailto:rathaus@example.org");
  await reader.close();
});
