// What a screen reader gets: the accessibility tree of two pages as text. The files beside were read by a person and found
// good German; what changes is read again and written anew with FASERSTAND_WRITE_SPOKEN=1.
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { openReady, openTown } from "./support/town.mjs";

const town = await openTown();

for (const [path, name] of [["/", "start"], ["/gebiet/griesheim", "griesheim"]]) {
  const file = new URL(`spoken/${name}.yml`, import.meta.url);

  town.journey(`what is spoken of ${path} is what was read and found good`, async ({ page }) => {
    await openReady(page, path);
    const spoken = `${await page.locator("body").ariaSnapshot()}\n`;
    if (process.env.FASERSTAND_WRITE_SPOKEN) writeFileSync(file, spoken);
    assert.equal(spoken, readFileSync(file, "utf8"));
  });

  town.journey(`the program adds to what is spoken of ${path} only what it does itself`, async ({ page, another }) => {
    await openReady(page, path);
    const { page: plain } = await another({ javaScriptEnabled: false });
    await plain.goto(path);
    const lines = async (page) => (await page.locator("body").ariaSnapshot()).split("\n");
    const [bare, taken] = [await lines(plain), await lines(page)];
    assert.deepEqual(bare.filter((line) => !taken.includes(line)), []);
  });
}
