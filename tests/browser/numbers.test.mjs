// The weekly numbers by keyboard alone: typed, questioned, mended, saved; what the keys of the grid do.
import assert from "node:assert/strict";
import {
  assertSound, check, inHand, openScreen, openSheet, press, saysStatus, screen, statusLine, tabTo, type, typeColumn, until, valueOf,
} from "./support/staff.mjs";
import { openReady, openTown, plain, rowOf, textOf } from "./support/town.mjs";

// A week after the newest numbers of the demonstration.
const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const staff = { staff: { cookie: await town.signIn(anna) } };
const publicPeriodMs = 30_000;

town.journey("eleven numbers are typed, two are objected to and mended, all are saved, and the public page follows", staff, async ({ page, another }) => {
  const reader = (await another()).page;
  await reader.clock.install();
  await openReady(reader, "/");
  const griesheim = () => textOf(rowOf(reader, "griesheim"));
  assert.match(await griesheim(), /31,5 %/);

  await openScreen(page, "/arbeit", /^Heute, Freitag, 17\. November 2023/);
  await press(page, "n");
  await screen(page, "Wochenzahlen erfassen, Kalenderwoche 46");
  await inHand(page, "v-bohlsbach");
  await assertSound(page, "an empty sheet");
  assert.deepEqual([await valueOf(page, "stand"), await valueOf(page, "quelle")], ["17.11.2023", ""]);
  const sources = ["q-griesheim", "q-gewerbegebiet-1"].map((id) => valueOf(page, id));
  assert.deepEqual(await Promise.all(sources), ["Deutsche Glasfaser", "1&1 Versatel"], "each campaign has a source of its own");
  await typeColumn(page, ["410", "95", "380", "190", "2990", "240", "-", "240", "200", "380", "400"]);
  await inHand(page, "v-gewerbegebiet-1");
  assert.match(await check(page, "griesheim"), /^2\.990 Verträge sind mehr als der Bezug von 914\. Prüfen Sie Zahl und Bezug\.$/);
  assert.match(await check(page, "weier"), /^3 weniger als am 10\.11\. Warum\?/);
  assert.match(await check(page, "waltersweier"), /^Nicht gemeldet, steht dann unter Fällig\./);
  assert.equal(await page.locator("#v-griesheim").getAttribute("aria-invalid"), "true");
  assert.match(await row(page, "bohlsbach"), /1\.253 \| 343 10\.11\. \|  \| \+67 \| 32,7 % \| 4/);
  assert.match(await told(page), /^11 von 19 Zeilen ausgefüllt · 1 Fehler · 2 Hinweise · Entwurf auf diesem Rechner gesichert, \d\d:\d\d Uhr$/);
  await assertSound(page, "a sheet with objections");

  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  assert.match(await page.title(), /^Fehler: Zahlen/);
  assert.equal(await textOf(page.locator("#fehler-titel")), "Bitte prüfen Sie zwei Angaben");
  const objections = (await page.locator("#fehlerliste a").allTextContents()).map(plain);
  assert.deepEqual(objections, [
    "Griesheim: 2.990 Verträge sind mehr als der Bezug von 914. Prüfen Sie Zahl und Bezug.", "Weier: 3 weniger als am 10.11. Warum?",
  ]);
  await assertSound(page, "the summary of objections");
  await press(page, "Tab", "Enter");
  await inHand(page, "v-griesheim");
  await type(page, "303");
  assert.equal(await textOf(page.locator("#fehler-titel")), "Bitte prüfen Sie eine Angabe", "what is mended goes");
  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  await press(page, "Tab", "Enter");
  await inHand(page, "r-weier");
  await type(page, "Drei Verträge waren doppelt");
  assert.equal(await page.locator("#fehlerliste").count(), 0);
  assert.match(await page.title(), /^Zahlen/);
  await press(page, "Control+s");
  await saysStatus(page, /· 11 Zahlen sind gespeichert\.$/);
  await inHand(page, "v-bohlsbach");
  assert.match(await told(page), /^0 von 19 Zeilen ausgefüllt · 0 Fehler · 0 Hinweise$/);
  await until(() => row(page, "weier"), (text) => /\| 240 17\.11\. \|/.test(text), "what was saved is now what was before");

  // The server renews its pages a moment after the save: a poll that came too early is followed by the next.
  const polled = async () => {
    await reader.clock.fastForward(publicPeriodMs);
    return griesheim();
  };
  await until(polled, (text) => text.includes("33,2 %"), "the open public page shows the new number after its period");
  await tabTo(page, "[data-go=p]", "Shift+Tab");
  await press(page, "Enter");
  await screen(page, "Protokoll");
  const weier = page.locator(".protokoll tbody tr").filter({ hasText: /geprüftWeier/ }).first();
  assert.match(await textOf(weier), /Anna Amsel.*17\.11\.2023.*240/);
});

town.journey("Enter and the arrows walk the column, F2 and Esc change and take back a cell", staff, async ({ page }) => {
  await openSheet(page);
  await press(page, "Enter");
  await inHand(page, "v-buehl");
  await press(page, "ArrowDown");
  await inHand(page, "v-elgersweier");
  await press(page, "ArrowUp", "Shift+Enter");
  await inHand(page, "v-bohlsbach");
  await press(page, "ArrowUp");
  await inHand(page, "v-bohlsbach");
  await type(page, "41");
  await press(page, "Enter", "Shift+Enter");
  await type(page, "5");
  assert.equal(await valueOf(page, "v-bohlsbach"), "5", "who arrives types anew");
  await press(page, "Escape");
  assert.equal(await valueOf(page, "v-bohlsbach"), "41", "Esc takes back what was typed since");
  await press(page, "F2");
  await type(page, "7");
  assert.equal(await valueOf(page, "v-bohlsbach"), "417", "F2 goes on at the end");
  await press(page, "Tab");
  await inHand(page, "s-bohlsbach");
  await press(page, "Tab");
  await inHand(page, "d-bohlsbach");
  await type(page, "1.11.");
  await press(page, "Enter");
  await inHand(page, "d-buehl");
  await press(page, "Control+d");
  assert.equal(await valueOf(page, "d-buehl"), "1.11.", "the day of the row above");
  await press(page, "Control+.");
  assert.equal(await valueOf(page, "d-buehl"), "17.11.2023", "today");
  await press(page, "Shift+Tab", "Shift+Tab");
  await inHand(page, "v-buehl");
  await press(page, "Control+d");
  assert.equal(await valueOf(page, "v-buehl"), "417");
  await press(page, "Enter");
  await type(page, "-");
  assert.match(await check(page, "elgersweier"), /Nicht gemeldet, steht dann unter Fällig\.$/);
  await discard(page);
});

town.journey("what is wrong for all rows is said once, and mended in its one field", staff, async ({ page }) => {
  await openSheet(page);
  await typeColumn(page, ["410", "95"]);
  await tabTo(page, "#stand", "Shift+Tab");
  await type(page, "31.2.2023");
  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  const links = page.locator("#fehlerliste a");
  assert.deepEqual(await links.allTextContents().then((texts) => texts.length), 1);
  await press(page, "Tab", "Enter");
  await inHand(page, "stand");
  await type(page, "17.11.2023");
  await page.locator("main > .actions button.quiet").click();
});

town.journey("single letters rest while someone types", staff, async ({ page }) => {
  await openSheet(page);
  await tabTo(page, "#quelle", "Shift+Tab");
  await type(page, "n/l?gh");
  assert.equal(await valueOf(page, "quelle"), "n/l?gh");
  assert.equal(new URL(page.url()).pathname, "/arbeit/zahlen");
  assert.equal(await page.locator("dialog[open]").count(), 0);
});

town.journey("Strg+Z takes back a cell and what was discarded", staff, async ({ page }) => {
  await openSheet(page);
  await typeColumn(page, ["420", "99"]);
  await press(page, "Control+z");
  assert.deepEqual([await valueOf(page, "v-bohlsbach"), await valueOf(page, "v-buehl")], ["420", ""], "the last cell alone");
  await discard(page);
  assert.match(await statusLine(page), /Der Entwurf ist verworfen\. Strg\+Z holt ihn zurück\.$/);
  assert.equal(await valueOf(page, "v-bohlsbach"), "");
  await press(page, "Control+z");
  assert.equal(await valueOf(page, "v-bohlsbach"), "420");
  await press(page, "Control+z");
  assert.equal(await valueOf(page, "v-bohlsbach"), "");
  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  assert.equal(await textOf(page.locator("#fehler-titel")), "Noch ist keine Zahl eingetragen.");
});

town.journey("a question may stay without an answer, another number for a stored day may not", staff, async ({ page }) => {
  await openSheet(page);
  await walkTo(page, "v-zunsweier");
  // Zunsweier is saved for the 17th by now; its gains were 61 to 68 in a week.
  await type(page, "450");
  assert.match(await check(page, "zunsweier"), /^Gespeichert ist 400\. Warum gilt das nicht\?/);
  await tabTo(page, "#d-zunsweier");
  await type(page, "11.11.");
  assert.match(await check(page, "zunsweier"), /Vom 17\.11\. ist schon eine neuere Zahl gespeichert\./);
  await tabTo(page, "#v-zunsweier", "Shift+Tab");
  await type(page, "900");
  assert.match(await check(page, "zunsweier"), /\+561 in einem Tag, üblich bis \+68\. Stimmt das\?|\+561 in 1 Tag, üblich bis \+68\. Stimmt das\?/);
  await assertSound(page, "a question");
  await press(page, "Control+s");
  await saysStatus(page, /· 1 Zahl ist gespeichert\.$/);
  await inHand(page, "v-bohlsbach");
  await walkTo(page, "v-zunsweier");
  await type(page, "405");
  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  assert.match(await textOf(page.locator("#fehlerliste")), /Zunsweier: Gespeichert ist 400\. Warum gilt das nicht\?/);
  await press(page, "Tab", "Enter");
  await inHand(page, "r-zunsweier");
  await type(page, "Mail des Betreibers vom 17.11.");
  await press(page, "Control+s");
  await saysStatus(page, /· 1 Zahl ist gespeichert\.$/);
  await until(() => row(page, "zunsweier"), (text) => text.includes("| 405 17.11. |"), "the sheet shows it");
});

town.journey("a day that cannot be is told beside its field and in the summary", staff, async ({ page }) => {
  await openSheet(page);
  await type(page, "430");
  await press(page, "Tab", "Tab");
  await inHand(page, "d-bohlsbach");
  await type(page, "31.12.2023");
  assert.match(await check(page, "bohlsbach"), /31\.12\.2023|31\. Dezember 2023/);
  await press(page, "Control+s");
  await inHand(page, "fehlerliste");
  await press(page, "Tab", "Enter");
  await inHand(page, "d-bohlsbach");
  await tabTo(page, "#stand", "Shift+Tab");
  await type(page, "35.11.");
  assert.equal(await page.locator("#stand").getAttribute("aria-invalid"), "true");
  assert.notEqual(await textOf(page.locator("#stand-fehler")), "");
  await assertSound(page, "a wrong day for all rows");
  await tabTo(page, "#v-bohlsbach");
  await discard(page);
});

town.journey("every cell that one walks to is in view, wide and narrow", { ...staff, reducedMotion: "reduce" }, async ({ page }) => {
  for (const viewport of [{ width: 1280, height: 800 }, { width: 768, height: 600 }]) {
    await page.setViewportSize(viewport);
    await openSheet(page);
    const covered = [];
    for (let count = 0; count < 19; count += 1) {
      const hidden = await page.evaluate(() => {
        const cell = document.activeElement;
        const { left, right, top, bottom } = cell.getBoundingClientRect();
        const corners = [[left + 2, top + 2], [right - 2, bottom - 2]];
        return corners.every(([x, y]) => document.elementFromPoint(x, y) === cell) ? null : cell.id;
      });
      if (hidden) covered.push(hidden);
      await press(page, "Enter");
    }
    assert.deepEqual(covered, [], `${viewport.width} px`);
  }
});

/** What the bar below the sheet tells. */
function told(page) {
  return textOf(page.locator(".actions > p"));
}

/** What a row of the sheet shows beside its fields. */
async function row(page, area) {
  const cells = await page.locator(`.grid tr:has(#v-${area}) > :not(:has(select))`).allTextContents();
  return cells.map((text) => plain(text).trim()).join(" | ");
}

/** Walks the column down to a cell. */
async function walkTo(page, id) {
  await tabTo(page, `#${id}`, "ArrowDown");
}

async function discard(page) {
  await tabTo(page, ".actions button:last-of-type");
  await press(page, "Enter");
}
