// Our content policy, no other host, no cookies; and that the watch over them sees what it must see.
import assert from "node:assert/strict";
import { openReady, openTown, publicPages } from "./support/town.mjs";

const town = await openTown();

town.journey("the policy forbids everything inline but the page's own style sheet, and every other host", async ({ page }) => {
  for (const path of [...publicPages, "/arbeit"]) {
    const answer = await page.goto(path);
    const policy = answer.headers()["content-security-policy"];
    assert.match(policy, /default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'sha256-[\w+/=]+'; style-src 'self' 'sha256-/);
    assert.doesNotMatch(policy, /unsafe-inline|'unsafe-eval'|https?:|\*/);
  }
});

town.journey("the style sheet inside the page is applied", async ({ page }) => {
  for (const path of publicPages) {
    await openReady(page, path);
    const style = await page.locator("h1").evaluate((heading) => {
      const { fontWeight, lineHeight, fontSize } = getComputedStyle(heading);
      return { fontWeight, lines: Number.parseFloat(lineHeight) / Number.parseFloat(fontSize) };
    });
    assert.equal(style.fontWeight, "650");
    assert.ok(Math.abs(style.lines - 1.12) < 0.01);
  }
});

town.journey("a walk through all pages asks no other host and sets no cookie", async ({ page, context }) => {
  const hosts = new Set();
  context.on("request", (request) => hosts.add(new URL(request.url()).origin));
  for (const path of [...publicPages, "/arbeit"]) await openReady(page, path);
  assert.deepEqual([...hosts], [town.url]);
  assert.deepEqual(await page.evaluate(() => [document.cookie, localStorage.length, sessionStorage.length]), ["", 0, 0]);
});

// Each of these provokes what must never happen, so that the silence of the other tests means something.
const controls = {
  "an inline style": [() => { document.body.append(Object.assign(document.createElement("style"), { textContent: "h1 { color: red }" })); }, /content policy: style-src-elem/],
  "an inline script": [() => { document.body.append(Object.assign(document.createElement("script"), { textContent: "1" })); }, /content policy: script-src-elem/],
  "another host": [() => fetch("https://example.invalid/").catch(() => {}), /content policy: connect-src/],
  "a foreign picture": [() => { document.body.append(Object.assign(new Image(), { src: "https://example.invalid/x.png" })); }, /content policy: img-src/],
  "an error of a script": [() => { setTimeout(() => { throw new Error("provoked"); }); }, /script: provoked/],
  "a message of an error": [() => { console.error("provoked"); }, /console: provoked/],
};
for (const [what, [provoke, fault]] of Object.entries(controls)) {
  town.journey(`the watch notices ${what}`, async ({ page, faults, expectFault }) => {
    expectFault(/./);
    await openReady(page, "/");
    assert.deepEqual(faults, []);
    await page.evaluate(provoke);
    for (const started = Date.now(); !faults.some((text) => fault.test(text)); await page.waitForTimeout(20)) {
      assert.ok(Date.now() - started < 3_000, `${fault} in ${JSON.stringify(faults)}`);
    }
  });
}
