// Two people at once: what one saves the other sees, and where both have written the second one chooses.
import assert from "node:assert/strict";
import {
  assertSound, check, inHand, openScreen, openSheet, press, saysStatus, screen, tabTo, type, until, valueOf,
} from "./support/staff.mjs";
import { openReady, openTown, plain, rowOf, textOf } from "./support/town.mjs";

const town = await openTown({ today: "2023-11-17" });
const anna = await town.addAccount();
const bert = await town.addAccount({ name: "Bert Buchfink" });
const asAnna = { staff: { cookie: await town.signIn(anna) } };
const asBert = { staff: { cookie: await town.signIn(bert) } };
// Within a second, says the plan; here on a computer that has much else to do.
const soonMs = 5_000;

town.journey("what one saves the others see soon, on every screen and without asking", asAnna, async ({ page, another, diagnostic }) => {
  const first = await another(asBert);
  const colleagues = {
    "/arbeit": [first.page, (page) => textOf(page.locator(".areas tr:has(a[href$='/griesheim'])"))],
    "/arbeit/gebiete/griesheim": [await first.context.newPage(), (page) => textOf(page.locator(".meldungen tbody tr").first())],
    "/arbeit/protokoll": [(await another(asBert)).page, (page) => textOf(page.locator(".protokoll tbody tr").first())],
  };
  for (const [path, [colleague]] of Object.entries(colleagues)) await openScreen(colleague, path, /./);
  await openSheet(page);
  await tabTo(page, "#v-griesheim", "ArrowDown");
  await type(page, "301");
  await press(page, "Control+s");
  await saysStatus(page, /· 1 Zahl ist gespeichert\.$/);
  for (const [path, [colleague, shown]] of Object.entries(colleagues)) {
    await colleague.bringToFront();
    const ms = await until(() => shown(colleague), (text) => text.includes("301"), `${path} follows`, soonMs);
    diagnostic(`${path} followed within ${ms} ms`);
  }
});

town.journey("one stream serves all pages of a browser, and none a hidden one", asAnna, async ({ page, context }) => {
  const streams = new Set();
  context.on("request", (request) => { if (request.url().endsWith("/api/changes")) streams.add(request); });
  context.on("requestfailed", (request) => streams.delete(request));
  context.on("requestfinished", (request) => streams.delete(request));
  await openScreen(page, "/arbeit", /^Heute/);
  const second = await context.newPage();
  await openScreen(second, "/arbeit/protokoll", "Protokoll");
  await until(async () => streams.size, (open) => open === 1, "one stream is open", soonMs);
  for (const one of [page, second]) await hide(one);
  await until(async () => streams.size, (open) => open === 0, "hidden pages listen to nothing", soonMs);
  const sheet = (await context.newPage());
  await openSheet(sheet);
  await tabTo(sheet, "#v-weier", "ArrowDown");
  await type(sheet, "250");
  await press(sheet, "Control+s");
  await saysStatus(sheet, /1 Zahl ist gespeichert/);
  await show(page);
  await until(() => textOf(page.locator(".areas tr:has(a[href$='/weier'])")), (text) => text.includes("250 / 270"), "a page that is shown again catches up", soonMs);
});

town.journey("an open public page follows within its poll", asAnna, async ({ page, another }) => {
  const reader = (await another()).page;
  await reader.clock.install();
  await openReady(reader, "/gebiet/fessenbach");
  await openSheet(page);
  await tabTo(page, "#v-fessenbach", "ArrowDown");
  await type(page, "170");
  await press(page, "Control+s");
  await saysStatus(page, /1 Zahl ist gespeichert/);
  // The server renews its pages a moment after the save: a poll that came too early is followed by the next.
  const polled = async () => {
    await reader.clock.fastForward(30_000);
    return reader.locator("main").textContent();
  };
  await until(polled, (text) => plain(text).includes("170 von"), "the area's page shows the number", soonMs);
});

town.journey("two numbers for one area: both are shown, Esc keeps what was typed, one's own is chosen", asAnna, async ({ page, another, expectFault }) => {
  expectFault(/status of 409/);
  const colleague = (await another(asBert)).page;
  await typeBoth(page, colleague, "buehl", ["90", "88"]);
  const dialog = page.locator("#konflikt");
  await dialog.waitFor();
  assert.equal(await textOf(page.locator("#konflikt-titel")), "Bert Buchfink hat einen dieser Werte gespeichert, während Sie geschrieben haben");
  const cells = (await dialog.locator("tbody tr > *").allTextContents()).map(plain);
  assert.match(cells.join(" | "), /^Bühl \| 88 geprüft, Stand 17\.11\. \| 90 geprüft, Stand 17\.11\. · Deutsche Glasfaser \(Bert Buchfink, \d\d:\d\d Uhr\) \| −2$/);
  assert.equal(await dialog.locator("input:checked").count(), 0, "nothing is chosen beforehand");
  await assertSound(page, "two numbers for one area");
  await press(page, "Control+Enter");
  await dialog.getByRole("alert").waitFor();
  await press(page, "Escape");
  await until(() => dialog.isVisible(), (visible) => !visible, "Esc closes the dialog");
  assert.equal(await valueOf(page, "v-buehl"), "88");
  await press(page, "Control+s");
  await dialog.waitFor();
  await tabTo(page, "#konflikt input");
  await press(page, "Space");
  await press(page, "Control+Enter");
  await saysStatus(page, /· 1 Zahl ist gespeichert\.$/);
  await holds(page, "buehl", "88 17.11.");
  await tabTo(page, "[data-go=p]", "Shift+Tab");
  await press(page, "Enter");
  await screen(page, "Protokoll");
  const told = async () => plain((await page.locator(".protokoll tbody tr").allTextContents()).slice(0, 4).join("\n"));
  for (const part of ["Auswahl aus zwei Fassungen", "Gewählt statt der gleichzeitigen Eingabe „90“"]) {
    await until(told, (text) => text.includes(part), `the log tells: ${part}`);
  }
});

town.journey("two numbers for one area: the stored one is chosen, the other rows are saved", asAnna, async ({ page, another, expectFault }) => {
  expectFault(/status of 409/);
  const colleague = (await another(asBert)).page;
  await typeBoth(page, colleague, "elgersweier", ["360", "361"], async () => {
    await press(page, "Enter");
    await inHand(page, "v-fessenbach");
    await press(page, "Enter", "Enter", "Enter");
    await inHand(page, "v-waltersweier");
    await type(page, "30");
  });
  const dialog = page.locator("#konflikt");
  await dialog.waitFor();
  assert.equal(await dialog.locator("tbody tr").count(), 1, "only the row that two have written");
  await tabTo(page, "#konflikt input");
  await press(page, "ArrowRight", "Control+Enter");
  await until(() => dialog.isVisible(), (visible) => !visible, "the dialog is answered");
  await holds(page, "elgersweier", "360 17.11.");
  await holds(page, "waltersweier", "30 17.11.");
});

town.journey("two deadlines for one area: both versions side by side, and one's own is chosen", asAnna, async ({ page, another, expectFault }) => {
  expectFault(/status of 409/);
  const colleague = (await another(asBert)).page;
  for (const [one, day] of [[page, "10.12.2023"], [colleague, "8.12.2023"]]) {
    await openScreen(one, "/arbeit/gebiete/griesheim", /^Griesheim/);
    await press(one, "f");
    await inHand(one, "feld-day");
    await type(one, day);
    await tabTo(one, "#feld-reason");
    await type(one, "Betreiber gewährt Aufschub");
    await tabTo(one, "#feld-source");
    await type(one, "Mail des Betreibers vom 16.11.");
  }
  await press(colleague, "Control+Enter");
  await saysStatus(colleague, /Gespeichert: Frist ändern, Griesheim\./);
  await press(page, "Control+Enter");
  await inHand(page, "fassungen-titel");
  assert.match(await textOf(page.locator("#fassungen-titel")), /^Bert Buchfink hat hier etwas eingetragen \(heute \d\d:\d\d\)$/);
  const rows = (await page.locator("#formular tr.differs").allTextContents()).map(plain);
  assert.deepEqual(rows, ["Neue Frist08.12.202310.12.2023"]);
  await assertSound(page, "two versions of one record");
  await press(page, "Tab", "Enter");
  await saysStatus(page, /Gespeichert: Frist ändern, Griesheim\./);
  await until(() => deadline(page), (text) => text.startsWith("10.12.2023"), "one's own holds");
  await until(() => deadline(colleague), (text) => text.startsWith("10.12.2023"), "the other one sees what holds", soonMs);
  const first = page.locator(".protokoll tbody tr").filter({ hasText: "Auswahl aus zwei Fassungen" });
  await until(() => first.count(), (count) => count === 1, "the log tells of the choice");
});

town.journey("two outcomes for one area: Esc leads back to what was typed", asAnna, async ({ page, another, expectFault }) => {
  expectFault(/status of 409/);
  const colleague = (await another(asBert)).page;
  for (const [one, note] of [[page, "Von Anna"], [colleague, "Von Bert"]]) {
    await openScreen(one, "/arbeit/gebiete/zunsweier", /^Zunsweier/);
    await press(one, "e");
    await inHand(one, "feld-kind");
    await type(one, "Ausbau zu");
    await tabTo(one, "#feld-note");
    await type(one, note);
    await tabTo(one, "#feld-source");
    await type(one, "Mail des Betreibers vom 16.11.");
  }
  await press(colleague, "Control+Enter");
  await saysStatus(colleague, /Gespeichert: Ergebnis festlegen, Zunsweier\./);
  await press(page, "Control+Enter");
  await inHand(page, "fassungen-titel");
  await press(page, "Escape");
  await page.locator("#feld-note").waitFor();
  assert.equal(await valueOf(page, "feld-note"), "Von Anna");
  await tabTo(page, "#feld-source");
});

/** Both type a number for an area; the colleague saves first, then oneself. */
async function typeBoth(page, colleague, area, [theirs, mine], more = async () => {}) {
  for (const [one, number] of [[colleague, theirs], [page, mine]]) {
    await openSheet(one);
    await tabTo(one, `#v-${area}`, "ArrowDown");
    await type(one, number);
  }
  await more();
  // Who looks away does not hear of what the other one saves.
  await hide(page);
  await press(colleague, "Control+s");
  await saysStatus(colleague, /· 1 Zahl ist gespeichert\.$/);
  await press(page, "Control+s");
}

/** The sheet shows this as the number before. */
async function holds(page, area, number) {
  const row = page.locator(`.grid tr:has(#v-${area})`);
  await until(() => textOf(row), (text) => text.includes(number), `${area} holds ${number}`);
}

/** The deadline that holds, on an area's record. */
function deadline(page) {
  return textOf(page.locator(".fristen tr[data-look=now]"));
}

/** The browser says that a page is not looked at, as for one behind another window. */
async function hide(page) {
  await setVisibility(page, "hidden");
}

async function show(page) {
  await setVisibility(page, "visible");
}

async function setVisibility(page, state) {
  await page.evaluate((state) => {
    Object.defineProperty(document, "visibilityState", { value: state, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    window.dispatchEvent(new Event("visibilitychange"));
  }, state);
}
