// "Stimmt das nicht?": a citizen without JavaScript sends a correction; staff answer it by keyboard.
import assert from "node:assert/strict";
import { assertAccessible, assertFits } from "./support/accessibility.mjs";
import { assertSound, inHand, openScreen, press, saysStatus, screen, tabTo, type, until } from "./support/staff.mjs";
import { openTown, picture, textOf } from "./support/town.mjs";

const town = await openTown();
const anna = await town.addAccount();
const greta = await town.addAccount({ name: "Greta Gans", role: "district-head", area: "griesheim" });
const staff = { staff: { cookie: await town.signIn(anna) } };
const withoutScript = { javaScriptEnabled: false };
const contact = "zilpzalp@example.org";

town.journey("a citizen without JavaScript sends a correction, is told once what is missing, and is thanked", withoutScript, async ({ page, expectFault }) => {
  expectFault(/status of 422/);
  await page.goto("/gebiet/griesheim");
  await page.getByRole("link", { name: "Stimmt das nicht?" }).first().click();
  assert.equal(new URL(page.url()).search, "?zu=gebiete/griesheim");
  assert.equal(await textOf(page.locator("h1")), "Stimmt das nicht?");
  await page.getByLabel(/^Wie erreichen wir Sie/).fill(contact);
  await page.getByRole("button", { name: "Hinweis abschicken" }).click();

  assert.match(await page.title(), /^Fehler: /);
  const wrong = page.getByRole("alert");
  assert.match(await textOf(wrong), /Bitte prüfen Sie eine Angabe.*Der Hinweis ist leer\./);
  assert.equal(await page.getByLabel(/^Wie erreichen wir Sie/).inputValue(), contact, "what was typed stays");
  assert.equal(await page.getByLabel("Was stimmt nicht?").getAttribute("aria-invalid"), "true");
  assert.equal(await wrong.evaluate((element) => element === document.activeElement), true, "the summary has the focus");
  await wrong.getByRole("link").click();
  assert.equal(new URL(page.url()).hash, "#text");

  await page.getByLabel("Was stimmt nicht?").fill("In Griesheim sind es 920 Haushalte.\nSiehe Melderegister.");
  await page.getByRole("button", { name: "Hinweis abschicken" }).click();
  assert.equal(await textOf(page.locator("h1")), "Danke für Ihren Hinweis.");
  const number = await textOf(page.locator(".lead b"));
  assert.match(number, /^[2-9A-Z]{5}$/);
  assert.equal(new URL(page.url()).search, `?nummer=${number.toLowerCase()}`);
  await page.reload();
  assert.equal(await textOf(page.locator(".lead b")), number, "loading it again sends nothing");
});

town.journey("the form, its mistakes and the thanks are accessible and fit, light and dark, narrow and wide", async ({ page, expectFault }) => {
  expectFault(/status of 422/);
  const looks = async (what) => {
    for (const scheme of ["light", "dark"]) for (const width of [320, 768, 1280]) {
      await page.emulateMedia({ colorScheme: scheme });
      await page.setViewportSize({ width, height: 800 });
      await assertAccessible(page, `${what}, ${scheme}, ${width} px`);
      await assertFits(page, `${what}, ${scheme}, ${width} px`);
    }
    await picture(page, `remark-${what.replaceAll(" ", "-")}`);
  };
  await page.goto("/hinweis?zu=gebiete/zell-weierbach");
  await looks("form");
  await page.getByLabel(/^Wie erreichen wir Sie/).fill("x".repeat(201));
  await page.getByRole("button", { name: "Hinweis abschicken" }).click();
  assert.match(await textOf(page.getByRole("alert")), /2 Angaben/);
  await looks("form with mistakes");
  await page.goto("/hinweis/danke?nummer=7k3m9");
  await looks("thanks");
});

town.journey("the form is filled in and sent by keyboard alone, and no field catches anybody", async ({ page }) => {
  await page.goto("/hinweis");
  await tabTo(page, "#text");
  await type(page, "Auf der Übersicht fehlt ein Gebiet.");
  await press(page, "Tab");
  await inHand(page, "kontakt");
  await press(page, "Tab");
  assert.equal(await page.evaluate(() => document.activeElement.textContent), "Hinweis abschicken");
  await press(page, "Enter");
  await page.getByRole("heading", { name: "Danke für Ihren Hinweis." }).waitFor();
});

town.journey("staff answer it from Heute by keyboard; its contact has an end, and the log tells neither text nor contact", staff, async ({ page, expectFault }) => {
  expectFault(/status of 422/);
  await openScreen(page, "/arbeit", /^Heute/);
  await until(() => textOf(page.locator(".due")), (text) => /2 Hinweise beantworten.*der älteste heute eingegangen/.test(text), "both are due");
  await tabTo(page, ".due a[href='/arbeit/hinweise']:not(.end)");
  await press(page, "Enter");
  await screen(page, "Hinweise");
  await assertSound(page, "the list of remarks");
  const line = page.locator(".offen tr", { hasText: "In Griesheim sind es 920 Haushalte." });
  assert.match(await textOf(line), /Griesheim.*offen$/);
  await tabTo(page, ".offen a");
  await press(page, "Enter");
  await screen(page, /^Hinweis [2-9A-Z]{5}$/);
  assert.match(await textOf(page.locator(".facts")), /Griesheim.*Kontaktzilpzalp@example\.org.*wird gelöscht am/);
  assert.match(await textOf(page.locator(".words")), /920 Haushalte\.Siehe Melderegister\./);
  await assertSound(page, "a remark");

  await press(page, "b");
  await page.locator("#formular").waitFor();
  await assertSound(page, "the form of an answer");
  await tabTo(page, "#feld-answer");
  await press(page, "Control+Enter");
  await until(() => textOf(page.locator("#fehler-answer")), (text) => text.startsWith("Es steht nicht da, was getan wurde."), "it says what is missing");
  await tabTo(page, "#feld-answer");
  await type(page, "Beim Melderegister nachgefragt, die Zahl der Haushalte ist berichtigt.");
  await press(page, "Control+Enter");
  await saysStatus(page, /Gespeichert: Hinweis erledigen/);
  await until(() => textOf(page.locator("main .state").first()), (text) => /erledigt am .* von Anna Amsel\.$/.test(text), "it is answered");
  assert.match(await textOf(page.locator(".panels")), /Was getan wurdeBeim Melderegister nachgefragt/);
  assert.equal(await page.getByRole("button", { name: /Als erledigt notieren/ }).count(), 0);
  await assertSound(page, "an answered remark");

  await page.evaluate(() => document.activeElement.blur());
  await press(page, "g", "p");
  await screen(page, "Protokoll");
  await until(() => textOf(page.locator(".protokoll tbody").first()), (text) => /Anna Amsel.*erledigt: Beim Melderegister.*Öffentlichkeit/.test(text), "the log tells it");
  const log = await textOf(page.locator(".protokoll"));
  assert.ok(!log.includes(contact) && !log.includes("In Griesheim sind es 920"), log);
  await openScreen(page, "/arbeit", /^Heute/);
  await until(() => textOf(page.locator(".due")), (text) => text.includes("1 Hinweis beantworten"), "one is left");
});

town.journey("two answers are shown side by side, and one is chosen", staff, async ({ page, another, expectFault }) => {
  expectFault(/status of 409/);
  const { page: other } = await another(staff);
  for (const one of [page, other]) {
    await openScreen(one, "/arbeit/hinweise", "Hinweise");
    await one.locator(".offen th a").first().click();
    await screen(one, /^Hinweis /);
    await press(one, "b");
    await one.locator("#formular").waitFor();
  }
  await other.locator("#feld-answer").fill("Geprüft, es fehlt nichts.");
  await press(other, "Control+Enter");
  await saysStatus(other, /Gespeichert/);
  await page.locator("#feld-answer").fill("Ergänzt.");
  await press(page, "Control+Enter");
  await page.getByRole("heading", { name: /hat diesen Hinweis schon erledigt/ }).waitFor();
  assert.match(await textOf(page.locator("#formular tbody")), /Geprüft, es fehlt nichts\..*Ergänzt\./);
  await assertSound(page, "two answers to a remark");
  await page.getByRole("button", { name: "Gespeicherte behalten" }).click();
  await until(() => textOf(page.locator(".panels")), (text) => text.includes("Geprüft, es fehlt nichts."), "the first one holds");
});

town.journey("a head sees the remarks of their area, without contact and without a form", { staff: { cookie: await town.signIn(greta) } }, async ({ page }) => {
  await openScreen(page, "/arbeit/hinweise", "Hinweise");
  assert.equal(await page.locator(".beantwortet tbody tr").count(), 1, "that of Griesheim alone");
  await page.locator(".beantwortet th a").click();
  await screen(page, /^Hinweis /);
  assert.match(await textOf(page.locator(".facts")), /nur für die Bearbeitung sichtbar/);
  assert.ok(!(await page.content()).includes(contact));
  assert.equal(await page.locator("[data-edit]").count(), 0);
});
