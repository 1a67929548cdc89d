// The next page is fetched as soon as somebody points at its link: public pages alone, and none by guess.
import assert from "node:assert/strict";
import { openTown } from "./support/town.mjs";

const town = await openTown();
// A mouse that rests a fifth of a second on a link is about to press it. Where processors are busy the browser takes its time.
const restMs = 1_500;

/** Rests on a link, follows it, and tells how the next page came. */
async function follow(page, from, href, leadsTo = href) {
  await page.goto(from);
  const link = page.locator(`a[href="${href}"]`).first();
  await link.scrollIntoViewIfNeeded();
  await link.hover();
  await page.waitForTimeout(restMs);
  await link.click();
  await page.waitForURL((url) => url.pathname === leadsTo);
  return howItCame(page);
}

const howItCame = (page) => page.evaluate(() => performance.getEntriesByType("navigation")[0].deliveryType);

town.journey("a public page is there when somebody follows the link that they pointed at", async ({ page }) => {
  for (const [from, href] of [["/", "/gebiet/griesheim"], ["/en/", "/en/gebiet/griesheim"], ["/gebiet/griesheim", "/"], ["/", "/verlauf"]]) {
    assert.equal(await follow(page, from, href), "navigational-prefetch", `${from} to ${href}`);
  }
});

town.journey("neither a form nor a page without rules nor a page that nobody points at is fetched ahead", async ({ page, another }) => {
  assert.equal(await follow(page, "/gebiet/griesheim", "/hinweis?zu=gebiete/griesheim", "/hinweis"), "", "the form");
  assert.equal(await follow(page, "/verlauf", "/einrichtungen"), "", "a page without a program");
  // A visitor of their own: this one's mouse lies where it was.
  const stranger = await another();
  await stranger.page.goto("/");
  await stranger.page.waitForTimeout(restMs);
  await stranger.page.locator('a[href="/gebiet/griesheim"]').first().evaluate((link) => link.click());
  await stranger.page.waitForURL("**/gebiet/griesheim");
  assert.equal(await howItCame(stranger.page), "", "nobody pointed at it");
});
