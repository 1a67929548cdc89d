// Readers who go away and come back: the browser's own memory of a page, and a line that is gone.
import assert from "node:assert/strict";
import { openReady, openTown, ready, textOf } from "./support/town.mjs";

// Playwright switches the browser's page memory off unless asked otherwise.
const town = await openTown({ keepsPages: true });

town.journey("who goes back finds the page as it was left, still alive", async ({ page }) => {
  await openReady(page, "/");
  await page.evaluate(() => {
    window.leftAt = "here";
    addEventListener("pageshow", (event) => { window.cameBack = event.persisted; });
  });
  await page.locator('.rank a[href="/gebiet/griesheim"]').first().click();
  await ready(page);
  await page.goBack({ waitUntil: "commit" });
  assert.deepEqual(await page.evaluate(() => [window.leftAt, window.cameBack]), ["here", true], "the page was kept, not loaded");
  await page.locator('.rank a[href="/gebiet/weier"]').first().click();
  await page.waitForURL("**/gebiet/weier");
});

town.journey("a page that was loaded stays readable without a line, and its data are named with their day", async ({ page, context, expectFault }) => {
  expectFault(/ERR_INTERNET_DISCONNECTED|Failed to load resource/);
  await openReady(page, "/gebiet/griesheim");
  const sentence = await textOf(page.locator("#satz"));
  await context.setOffline(true);
  await page.evaluate(() => dispatchEvent(new Event("visibilitychange")));
  assert.equal(await textOf(page.locator("#satz")), sentence);
  assert.match(await textOf(page.locator(".hero > .src")), /^Stand: 10\. November 2023/);
  await context.setOffline(false);
});
