// German, English and French: changed by keyboard, taken over without a change, complete without JavaScript.
import assert from "node:assert/strict";
import { assertAccessible, assertApart, assertFits } from "./support/accessibility.mjs";
import { tabTo } from "./support/staff.mjs";
import { changes, holdProgram, observe } from "./support/take_over.mjs";
import { openReady, openTown, picture, plain, ready, textOf } from "./support/town.mjs";

const town = await openTown();
const withoutScript = { javaScriptEnabled: false };
const still = { reducedMotion: "reduce" };

const languages = {
  en: { name: "English", prefix: "/en", share: /31\.5%/, heading: "The eleven districts", reads: "10 November 2023" },
  fr: { name: "Français", prefix: "/fr", share: /31,5 %/, heading: "Les onze quartiers", reads: "10 novembre 2023" },
};
const readPages = ["/einrichtungen", "/foerderung", "/verlauf?gebiet=griesheim", "/hinweis?zu=gebiete/griesheim", "/gebiet/atlantis"];

town.journey("by keyboard one gets from Griesheim in German to English, French and back, and stays with Griesheim", still, async ({ page }) => {
  await openReady(page, "/gebiet/griesheim");
  const steps = [["English", "en", "/en/gebiet/griesheim"], ["Français", "fr", "/fr/gebiet/griesheim"], ["Deutsch", "de", "/gebiet/griesheim"]];
  for (const [name, tag, address] of steps) {
    await tabTo(page, `.langs a[lang=${tag}]`);
    assert.equal(await page.evaluate(() => document.activeElement.textContent), name);
    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.pathname === address);
    await ready(page);
    assert.equal(await page.locator("html").getAttribute("lang"), tag);
    assert.match(await textOf(page.locator("h1")), tag === "en" ? /31\.5%/ : /31,5 %/);
    const current = page.locator(".langs [aria-current=page]");
    assert.equal(await current.textContent(), name);
    assert.equal(await current.count(), 1);
  }
  await page.goBack();
  assert.equal(new URL(page.url()).pathname, "/fr/gebiet/griesheim");
});

for (const [tag, { prefix, share, heading, reads }] of Object.entries(languages)) {
  for (const path of [`${prefix}/`, `${prefix}/gebiet/griesheim`, `${prefix}/gebiet/gewerbegebiet-1`]) {
    town.journey(`the program takes over ${path} without changing anything`, async ({ page }) => {
      const release = await holdProgram(page);
      await page.goto(path);
      await observe(page);
      release();
      await ready(page);
      assert.deepEqual((await changes(page)).changed, []);
    });
  }

  town.journey(`what can be operated speaks ${tag}`, async ({ page }) => {
    await openReady(page, `${prefix}/gebiet/griesheim`);
    const slider = page.getByRole("slider");
    assert.notEqual(await textOf(page.locator(".reader label")), "Stand ablesen");
    assert.ok(plain(await textOf(page.locator(".reader output"))).startsWith(reads), await textOf(page.locator(".reader output")));
    const before = await textOf(page.locator(".reader output"));
    await slider.press("ArrowLeft");
    assert.notEqual(await textOf(page.locator(".reader output")), before);
  });

  town.journey(`an open page asks for its data in ${tag}`, async ({ page }) => {
    await openReady(page, `${prefix}/`);
    const asked = page.waitForRequest(new RegExp(`${prefix}/live/town\\.json$`));
    await page.evaluate(() => {
      document.dispatchEvent(new Event("visibilitychange"));
      window.dispatchEvent(new Event("visibilitychange"));
    });
    assert.equal((await (await asked).response()).status(), 304, "nothing has changed");
    assert.equal(await textOf(page.locator("main h2").first()), heading);
  });

  town.journey(`without JavaScript every page is complete in ${tag}, and links stay there`, withoutScript, async ({ page, expectFault }) => {
    expectFault(/status of 404/);
    await page.goto(`${prefix}/`);
    assert.equal(await textOf(page.locator("main h2").first()), heading);
    await page.locator(".rank a.n", { hasText: "Griesheim" }).click();
    assert.equal(new URL(page.url()).pathname, `${prefix}/gebiet/griesheim`);
    assert.match(await textOf(page.locator("h1")), share);
    await page.goto(`${prefix}/verlauf`);
    await page.locator("#gebiet").selectOption("weier");
    await page.locator("form.filter button").click();
    assert.equal(page.url().slice(town.url.length), `${prefix}/verlauf?gebiet=weier&bereich=`);
    assert.match(await textOf(page.locator(".lead")), /Weier/);
    for (const path of readPages) {
      await page.goto(prefix + path);
      assert.equal(await page.locator("html").getAttribute("lang"), tag, path);
      await picture(page, `${tag}-${path.slice(1).replaceAll(/[/?=]/g, "-")}`);
    }
  });

  town.journey(`a remark is sent and thanked for in ${tag} without JavaScript`, withoutScript, async ({ page, expectFault }) => {
    expectFault(/status of 422/);
    await page.goto(`${prefix}/hinweis?zu=gebiete/griesheim`);
    await page.locator("form.filter, form").last().getByRole("button").click();
    await page.locator("[role=alert]").waitFor();
    await page.locator("#text").fill("Es sind 301.");
    await page.locator("form").last().getByRole("button").click();
    await page.waitForURL((url) => url.pathname === `${prefix}/hinweis/danke`);
    assert.equal(await page.locator("html").getAttribute("lang"), tag);
    assert.equal(await page.locator(".lead b").count(), 1);
  });

  town.journey(`no page in ${tag} has a fault that axe-core finds, and all fit`, async ({ page, expectFault }) => {
    expectFault(/status of 404/);
    for (const path of ["/", "/gebiet/griesheim", "/gebiet/gewerbegebiet-1", ...readPages]) {
      await page.goto(prefix + path);
      for (const { scheme, width } of [{ scheme: "light", width: 320 }, { scheme: "dark", width: 1280 }]) {
        await page.emulateMedia({ colorScheme: scheme });
        await page.setViewportSize({ width, height: 800 });
        const where = `${prefix}${path}, ${scheme}, ${width} px`;
        await assertAccessible(page, where);
        await assertFits(page, where);
        await assertApart(page, where);
        if (path === "/" || path === "/gebiet/griesheim") await picture(page, `${tag}${path === "/" ? "-start" : "-griesheim"}-${width}`);
      }
    }
  });
}

town.journey("at 1280 px the head is one row in every language", { viewport: { width: 1280, height: 800 } }, async ({ page }) => {
  for (const path of ["/", "/en/", "/fr/"]) {
    await page.goto(path);
    const tops = await page.locator(".site > .wrap > *").evaluateAll((parts) => parts.map((part) => part.getBoundingClientRect().top));
    assert.ok(tops.length === 2 && new Set(tops.map(Math.round)).size === 1, `${path}: ${tops}`);
  }
});

town.journey("no language is remembered: the start page is German again, whatever the browser would like", { locale: "fr-FR" }, async ({ page, context }) => {
  await openReady(page, "/en/");
  await page.goto("/");
  assert.equal(await page.locator("html").getAttribute("lang"), "de");
  assert.deepEqual(await context.cookies(), []);
  assert.equal(await page.evaluate(() => localStorage.length + sessionStorage.length), 0);
});
