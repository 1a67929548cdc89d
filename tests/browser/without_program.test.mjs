// The pages are complete as they are sent: without JavaScript, and with a program that does not arrive.
import assert from "node:assert/strict";
import { nowhere, openTown, picture, publicPages, rowOf, textOf } from "./support/town.mjs";

const town = await openTown();
const withoutScript = { javaScriptEnabled: false };

town.journey("a citizen without JavaScript finds Griesheim's share, its date, its source and what is missing", withoutScript, async ({ page }) => {
  await page.goto("/");
  const row = rowOf(page, "griesheim");
  assert.equal(await textOf(row.locator(".p")), "31,5 %");
  assert.equal(await textOf(row.locator(".g")), "noch 14 Verträge, 15 Tage");
  assert.match(await textOf(page.locator(".hero > .src")), /Stand: 10\. November 2023\..*Quelle der Zahlen: Beispieldaten\./);
  await picture(page, "start-without-javascript");

  await row.getByRole("link", { name: "Griesheim" }).click();
  assert.equal(new URL(page.url()).pathname, "/gebiet/griesheim");
  assert.match(await textOf(page.locator("h1")), /31,5 %.*14 Verträge/);
  assert.match(await textOf(page.locator(".lead")), /288 von geschätzt 914 Haushalten.*302.*25\. November 2023/);
  assert.match(await textOf(page.locator(".hero > .src")), /Stand: 10\. November 2023, geprüft\. Quelle: Beispieldaten\./);
  assert.match(await textOf(page.getByRole("row", { name: /10\. November 2023/ })), /28831,5 %\+54geprüft/);
});

town.journey("an address that does not exist leads a citizen without JavaScript to Griesheim", withoutScript, async ({ page, expectFault }) => {
  expectFault(/status of 404/);
  const answer = await page.goto(nowhere);
  assert.equal(answer.status(), 404);
  assert.equal(await textOf(page.locator("h1")), "Diese Seite gibt es nicht.");
  await page.getByRole("main").getByRole("link", { name: "Griesheim" }).click();
  assert.match(await textOf(page.locator("h1")), /31,5 %/);
});

town.journey("no section of the start page and of Griesheim's page needs JavaScript", withoutScript, async ({ page }) => {
  await page.goto("/");
  assert.deepEqual(await page.locator("main h2").allTextContents(), [
    "Die elf Ortsteile", "Die anderen Vorhaben", "Was geschah, was kommt", "So wird gezählt",
  ]);
  assert.equal(await page.locator(".rank li").count(), 11);
  assert.equal(await page.locator(".map a[href^='/gebiet/']").count(), 12, "eleven areas and the centre");

  await page.goto("/gebiet/griesheim");
  assert.deepEqual(await page.locator("main h2").allTextContents(), [
    "Verlauf", "Auf einen Blick", "Drei Fragen, drei Antworten", "Wo Griesheim steht", "Wenn das Ziel verfehlt wird", "Vereinbarungen", "Begleitende Maßnahmen", "Alle Stände",
    "Was geschah, was kommt", "Schulen und andere Einrichtungen",
  ]);
  assert.equal(await page.locator(".chart circle.d:not(.l)").count(), 11, "one dot for each reading");
  assert.equal(await page.locator("tbody tr").count(), 11);
  await noDeadControl(page);
});

const answer = (address, how) => (page) => page.route(address, how);
const lose = (address) => answer(address, (route) => route.abort());
const failures = {
  "is blocked": [lose(/\.wasm$/), /Failed to load resource|Failed to fetch/],
  "is missing": [answer(/\.wasm$/, (route) => route.fulfill({ status: 404, body: "" })), /404|WebAssembly|MIME/],
  "is broken": [answer(/\.wasm$/, (route) => route.fulfill({ contentType: "application/wasm", body: "broken" })), /WebAssembly/],
  "lacks its script": [lose(/\/public-\w+\.js$/), /Failed to load resource|Failed to fetch/],
  "finds no WebAssembly": [(page) => page.addInitScript(() => { delete globalThis.WebAssembly; }), /WebAssembly is not defined/],
  "nothing starts": [lose(/\/boot-\w+\.js$/), /Failed to load resource/],
};
for (const [how, [fail, fault]] of Object.entries(failures)) {
  town.journey(`a program that ${how} leaves every page complete`, async ({ page, faults, expectFault }) => {
    expectFault(fault);
    await fail(page);
    for (const path of publicPages) {
      const sent = await (await page.goto(path)).text();
      // Without the script that starts the program, nothing on the page can say that it failed.
      if (how === "nothing starts") assert.equal(await page.locator("html").getAttribute("data-app"), null);
      else await page.waitForSelector("html[data-app=failed]", { state: "attached" });
      assert.equal(await page.evaluate(isAsSent, sent), true, `${path} is as it was sent`);
      await noDeadControl(page);
    }
    const met = faults.filter((text) => fault.test(text)).length;
    assert.ok(met >= publicPages.length, `${met} of ${publicPages.length} pages met the failure`);
    await picture(page, `failed-program-${how.replaceAll(" ", "-")}`);
    await page.goto("/");
    await rowOf(page, "weier").getByRole("link").click();
    assert.match(await textOf(page.locator("h1")), /Weier/);
  });
}

/** Nothing that can be operated only with the program may be seen. The fields of the large map need none (map.test.mjs). */
async function noDeadControl(page) {
  const controls = await page.locator("button, input:not(.maps input), select, textarea, output, [onclick], [role=button]").all();
  for (const control of controls) assert.equal(await control.isVisible(), false, await control.evaluate((element) => element.outerHTML));
}

/** Whether the page still is what this HTML says; both are read by the browser's own parser. */
function isAsSent(html) {
  const sent = new DOMParser().parseFromString(html, "text/html").getElementById("app");
  return sent.isEqualNode(document.getElementById("app"));
}
