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

town.journey("without a line a loaded page stays readable, with the day of its data; once it is back, the page asks again", async ({ page, context, expectFault }) => {
  expectFault(/ERR_INTERNET_DISCONNECTED/);
  await openReady(page, "/gebiet/griesheim");
  const sentence = await textOf(page.locator("#satz"));
  const live = await page.locator("#boot-data").getAttribute("data-live");
  const isLive = (what) => new URL(what.url()).pathname === live;
  const lookAgain = () => page.evaluate(() => document.dispatchEvent(new Event("visibilitychange", { bubbles: true })));
  await context.setOffline(true);
  const failed = page.waitForEvent("requestfailed", isLive);
  await lookAgain();
  await failed;
  assert.equal(await textOf(page.locator("#satz")), sentence);
  assert.match(await textOf(page.locator(".hero > .src")), /^Stand: 10\. November 2023/);
  await context.setOffline(false);
  const answered = page.waitForResponse(isLive);
  await lookAgain();
  assert.equal((await answered).status(), 304);
});
