// The workspace: overview, an area, the way back, and what it says when something is not there.
import assert from "node:assert/strict";
import { assertAccessible } from "./support/accessibility.mjs";
import { openReady, openTown, picture, textOf } from "./support/town.mjs";

const town = await openTown();

town.journey("an area is opened from the overview by keyboard, and the back button leads back", async ({ page }) => {
  await openReady(page, "/arbeit");
  await page.getByRole("heading", { name: "Übersicht" }).waitFor();
  const row = page.getByRole("row", { name: /^Griesheim/ });
  assert.match(await textOf(row), /31,5 %noch 14 Verträge, 15 TageKnapp davor10\. November 2023Beispieldaten/);
  await row.getByRole("link").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { name: "Griesheim", level: 1 }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/arbeit/gebiet/griesheim");
  assert.equal(await page.locator("tbody tr").count(), 11);
  await assertAccessible(page, "an area in the workspace");
  await page.goBack();
  await page.getByRole("heading", { name: "Übersicht" }).waitFor();
  assert.equal(new URL(page.url()).pathname, "/arbeit");
});

town.journey("an area is opened by its address, and its neighbour after it", async ({ page }) => {
  await openReady(page, "/arbeit/gebiet/weier");
  await page.getByRole("heading", { name: "Weier", level: 1 }).waitFor();
  await page.getByRole("link", { name: "Übersicht" }).click();
  await page.getByRole("link", { name: "Zunsweier" }).click();
  await page.getByRole("heading", { name: "Zunsweier", level: 1 }).waitFor();
});

town.journey("an address of the workspace that does not exist says so and leads back", async ({ page }) => {
  await openReady(page, "/arbeit/nirgendwo");
  await page.getByRole("heading", { name: "Diese Seite gibt es nicht." }).waitFor();
  await assertAccessible(page, "no such page in the workspace");
  await page.getByRole("link", { name: "Zur Übersicht" }).click();
  await page.getByRole("heading", { name: "Übersicht" }).waitFor();
});

town.journey("an area that does not exist is said not to exist", async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  await openReady(page, "/arbeit/gebiet/atlantis");
  await page.getByRole("alert").waitFor();
  assert.match(await textOf(page.getByRole("alert")), /^Das gibt es nicht\./);
  await picture(page, "workspace-no-such-area", {});
});

town.journey("an overview that does not arrive is said not to have arrived", async ({ page, expectFault }) => {
  expectFault(/ERR_FAILED/);
  await page.route("**/api/areas/**", (route) => route.abort());
  await openReady(page, "/arbeit");
  const alert = page.getByRole("alert").filter({ visible: true });
  await alert.waitFor();
  assert.match(await textOf(alert), /^Der Server antwortet gerade nicht\./);
  await picture(page, "workspace-no-answer", {});
});

town.journey("while the overview is on its way, that is said", async ({ page }) => {
  let answer;
  const answered = new Promise((resolve) => { answer = resolve; });
  await page.route("**/api/areas/**", async (route) => { await answered; await route.continue(); });
  await openReady(page, "/arbeit");
  await page.getByRole("status").filter({ hasText: "Gebiete werden geladen …" }).waitFor();
  answer();
  await page.getByRole("heading", { name: "Übersicht" }).waitFor();
});

town.journey("a workspace whose program does not arrive says so and leads to the public pages", async ({ page, expectFault }) => {
  expectFault(/ERR_FAILED|Failed to fetch/);
  await page.route(/\.wasm$/, (route) => route.abort());
  await page.goto("/arbeit");
  const alert = page.getByRole("alert").filter({ visible: true });
  await alert.waitFor();
  assert.match(await textOf(alert), /konnte nicht geladen werden/);
  await assertAccessible(page, "a workspace without its program");
  await picture(page, "workspace-failed", {});
  await alert.getByRole("link").click();
  await page.waitForURL(/\/$/);
});

town.journey("without JavaScript the workspace says what it needs", { javaScriptEnabled: false }, async ({ page }) => {
  await page.goto("/arbeit");
  assert.match(await page.locator("body").innerText(), /Die Arbeitsfläche braucht JavaScript\./);
  assert.equal(await page.getByText("wird geladen").isVisible(), false);
});
