// The workspace where something is missing: an address, an area, an answer, the program, JavaScript.
import assert from "node:assert/strict";
import { assertSound, openScreen, press, screen, tabTo } from "./support/staff.mjs";
import { openReady, openTown, picture, textOf } from "./support/town.mjs";

const town = await openTown();
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };

town.journey("an area is opened from the list, and the back button leads back", staff, async ({ page }) => {
  await openScreen(page, "/arbeit/gebiete", "Gebiete");
  await tabTo(page, "a[href='/arbeit/gebiete/griesheim']");
  await press(page, "Enter");
  await screen(page, /^Griesheim/);
  assert.equal(await page.title(), "Griesheim – Faserstand");
  assert.equal(await page.locator(".meldungen tbody tr").count(), 11);
  await page.goBack();
  await screen(page, "Gebiete");
  assert.equal(new URL(page.url()).pathname, "/arbeit/gebiete");
});

town.journey("an address of the workspace that does not exist says so and leads back", staff, async ({ page }) => {
  await openScreen(page, "/arbeit/nirgendwo", "Diese Seite gibt es nicht.");
  await assertSound(page, "no such page in the workspace");
  await tabTo(page, "main a");
  await press(page, "Enter");
  await screen(page, /^Heute/);
});

town.journey("an area that does not exist is said not to exist", staff, async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  await openReady(page, "/arbeit/gebiete/atlantis");
  const alert = page.locator(".state[role=alert]").first();
  assert.match(await textOf(alert), /^Das gibt es nicht\./);
  await picture(page, "workspace-no-such-area", {});
});

town.journey("data that do not arrive are said not to have arrived", staff, async ({ page, expectFault }) => {
  expectFault(/ERR_FAILED/);
  await page.route("**/api/desk/**", (route) => route.abort());
  await openReady(page, "/arbeit");
  const alert = page.locator(".state[role=alert]");
  assert.match(await textOf(alert), /^Der Server antwortet gerade nicht\./);
  await picture(page, "workspace-no-answer", {});
});

town.journey("while data are on their way, that is said", staff, async ({ page }) => {
  let answer;
  const answered = new Promise((resolve) => { answer = resolve; });
  await page.route("**/api/desk/**", async (route) => { await answered; await route.continue(); });
  await openReady(page, "/arbeit");
  await page.getByRole("status").filter({ hasText: "Gebiete werden geladen …" }).waitFor();
  answer();
  await screen(page, /^Heute/);
});

town.journey("a workspace whose program does not arrive says so and leads to the public pages", async ({ page, expectFault }) => {
  expectFault(/ERR_FAILED|Failed to fetch/);
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto("/arbeit");
  const alert = page.getByRole("alert").filter({ visible: true });
  await alert.waitFor();
  assert.match(await textOf(alert), /konnte nicht geladen werden/);
  await assertSound(page, "a workspace without its program");
  await picture(page, "workspace-failed", {});
  await tabTo(page, ".boot-failed a");
  await press(page, "Enter");
  await page.waitForURL(/\/$/);
});

town.journey("without JavaScript the workspace says what it needs", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("/arbeit");
  assert.match(await page.locator("body").innerText(), /Die Arbeitsfläche braucht JavaScript\./);
  assert.equal(await page.getByText("wird geladen").isVisible(), false);
});
