// Numbers out of a spreadsheet: a column, a table with names as people write them, and what finds no row.
import assert from "node:assert/strict";
import { assertSound, check, copyElsewhere, inHand, openSheet, press, saysStatus, tabTo, until, valueOf } from "./support/staff.mjs";
import { openTown, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };
const areas = [
  "bohlsbach", "buehl", "elgersweier", "fessenbach", "griesheim", "rammersweier", "waltersweier", "weier", "windschlaeg", "zell-weierbach",
  "zunsweier",
];

town.journey("eleven numbers are pasted, taken back as one, pasted again and saved", staff, async ({ page }) => {
  await openSheet(page);
  const column = ["410", "95", "380", "190", "303", "240", "k. A.", "250", "200", "380", "400"];
  await copyElsewhere(page, `${column.join("\r\n")}\r\n`);
  await press(page, "Control+v");
  assert.deepEqual(await values(page, areas), column);
  assert.equal(await pasted(page), "Aus Excel eingefügt: 11 Werte der Reihe nach eingesetzt.");
  assert.equal(await valueOf(page, "v-gewerbegebiet-1"), "");
  await assertSound(page, "a pasted column");
  await press(page, "Control+z");
  assert.deepEqual(await values(page, areas), column.map(() => ""), "a whole paste is one step");
  assert.equal(await pasted(page), "");
  await press(page, "Control+v", "Control+s");
  await saysStatus(page, /· 11 Zahlen sind gespeichert\.$/);
});

town.journey("a column goes down from the cell in hand, and what is left over is told", staff, async ({ page }) => {
  await openSheet(page);
  await tabTo(page, "#v-gewerbegebiet-7", "ArrowDown");
  await copyElsewhere(page, "3\n4\n5\n");
  await press(page, "Control+v");
  assert.deepEqual(await values(page, ["gewerbegebiet-6", "gewerbegebiet-7", "gewerbegebiet-8"]), ["", "3", "4"]);
  assert.equal(await pasted(page), "Aus Excel eingefügt: 2 Werte der Reihe nach eingesetzt. Ohne Zeile geblieben: 5.");
  await press(page, "Control+z");
});

town.journey("a table with names finds its rows in any order and spelling; an unknown name is told", staff, async ({ page }) => {
  await openSheet(page);
  const table = [["Ortsteil", "Verträge"], ["zell weierbach", "390"], ["BUEHL", "1.098"], ["Atlantis", "12"], ["Windschläg ", "35 %"], ["Weier", "260"]];
  await copyElsewhere(page, `${table.map((cells) => cells.join("\t")).join("\r\n")}\r\n`);
  await press(page, "Control+v");
  assert.deepEqual(await values(page, ["zell-weierbach", "buehl", "weier", "bohlsbach"]), ["390", "1.098", "260", ""]);
  assert.match(await pasted(page), /^Aus Excel eingefügt: 4 Werte nach Namen zugeordnet\. Ohne Zeile geblieben: Atlantis.12\.$/s);
  assert.match(await check(page, "buehl"), /^1\.098 Verträge sind mehr als der Bezug von 549\./);
  assert.match(await check(page, "windschlaeg"), /„35 %“ ist/);
  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  await assertSound(page, "a pasted table with faults");
  await press(page, "Tab", "Enter");
  await inHand(page, "v-buehl");
});

town.journey("a single number is pasted where one is, between what stands there", staff, async ({ page }) => {
  await openSheet(page);
  await page.keyboard.type("4");
  await copyElsewhere(page, "17");
  await press(page, "Control+v");
  assert.equal(await valueOf(page, "v-bohlsbach"), "417");
  await until(() => pasted(page), (text) => text === "", "nothing is told of it");
});

function values(page, areas) {
  return Promise.all(areas.map((area) => valueOf(page, `v-${area}`)));
}

/** What is told of the last paste. */
function pasted(page) {
  return textOf(page.locator("main > .note"));
}
