// Signing in and out by keyboard: what is wrong, how often one may try, who comes next at the same computer.
import assert from "node:assert/strict";
import { assertSound, inHand, openSheet, press, screen, tabTo, type, until, valueOf } from "./support/staff.mjs";
import { openReady, openTown, textOf } from "./support/town.mjs";

const town = await openTown();
const anna = await town.addAccount();
const bert = await town.addAccount({ name: "Bert Buchfink", password: "anders pferd batterie" });
const head = await town.addAccount({ name: "Gerda Gimpel", role: "district-head", area: "griesheim" });

const asAnna = { staff: { cookie: await town.signIn(anna) } };
const asHead = { staff: { cookie: await town.signIn(head) } };

town.journey("a wrong password is told in a sentence, the right one opens the day", { staff: {} }, async ({ page, context, expectFault }) => {
  expectFault(/status of 401/);
  await openReady(page, "/arbeit");
  await inHand(page, "name");
  await assertSound(page, "signing in");
  await type(page, anna.name);
  await press(page, "Tab");
  await type(page, "falsches kennwort");
  await press(page, "Enter");
  const sentence = page.getByRole("alert").filter({ hasText: "passen nicht zusammen" });
  await sentence.waitFor();
  assert.equal(await textOf(sentence), "Name und Passwort passen nicht zusammen, oder das Konto ist gesperrt.");
  await inHand(page, "passwort");
  assert.deepEqual([await valueOf(page, "name"), (await context.cookies()).length], [anna.name, 0], "the name stays, nobody is signed in");
  await assertSound(page, "a refused sign-in");
  await type(page, anna.password);
  await press(page, "Enter");
  await screen(page, /^Heute, Freitag, 10\. November 2023/);
  const [cookie, ...more] = await context.cookies();
  assert.deepEqual([cookie.httpOnly, cookie.sameSite, more], [true, "Lax", []]);
});

town.journey("a name without an account gets the same sentence", { staff: {} }, async ({ page, expectFault }) => {
  expectFault(/status of 401/);
  await openReady(page, "/arbeit");
  await inHand(page, "name");
  await type(page, "Niemand");
  await press(page, "Tab");
  await type(page, "falsches kennwort");
  await press(page, "Enter");
  const sentence = page.getByRole("alert").filter({ hasText: "passen nicht zusammen" });
  assert.equal(await textOf(sentence), "Name und Passwort passen nicht zusammen, oder das Konto ist gesperrt.");
});

town.journey("who signs out is out on every page, and the next person has their own", asAnna, async ({ page, context }) => {
  await openSheet(page);
  await type(page, "400");
  await until(() => page.locator(".actions > p").textContent(), (text) => text.startsWith("1 von 19"), "one row is filled in");
  await tabTo(page, ".own button:last-of-type", "Shift+Tab");
  await press(page, "Enter");
  await inHand(page, "name");
  assert.deepEqual(await context.cookies(), []);
  await type(page, bert.name);
  await press(page, "Tab");
  await type(page, bert.password);
  await press(page, "Enter");
  await screen(page, /^Heute/);
  assert.equal(await textOf(page.locator(".own span")), bert.name);
  await press(page, "g", "z");
  await screen(page, /^Wochenzahlen erfassen/);
  assert.equal(await valueOf(page, "v-bohlsbach"), "", "the draft of another person is not shown");
});

town.journey("a district head sees their area and has nothing to enter", asHead, async ({ page }) => {
  await openReady(page, "/arbeit");
  await screen(page, /^Heute/);
  assert.deepEqual(await page.locator(".areas tbody a").allTextContents(), ["Griesheim"]);
  assert.equal(await page.locator("[data-go=z], [data-key=n]").count(), 0);
  await assertSound(page, "the day of a district head");
  await press(page, "ArrowDown");
  await tabTo(page, ".areas tbody a");
  await press(page, "Enter");
  await screen(page, /^Griesheim/);
  assert.equal(await page.locator(".record-head .actions button, .panels button").count(), 0, "nothing to change");
});

town.journey("a session that is about to end says so, and whether one can stay", asAnna, async ({ page }) => {
  const notice = page.locator(".status [role=alert]");
  await page.clock.install();
  await openReady(page, "/arbeit");
  await screen(page, /^Heute/);
  assert.equal(await notice.count(), 0);
  // Nobody asked for anything for an hour, but for four minutes.
  await page.clock.fastForward("56:00");
  assert.match(await textOf(notice), /^Ihre Anmeldung endet in wenigen Minuten\. Angemeldet bleiben$/);
  await assertSound(page, "a session that is about to end");
  await notice.getByRole("button").click();
  await until(() => notice.count(), (count) => count === 0, "who stays is told nothing more");
  // Twelve hours after signing in no request helps any more.
  await page.clock.fastForward("11:57:00");
  assert.match(await textOf(notice), /^Nach zwölf Stunden endet Ihre Anmeldung gleich\. Speichern Sie vorher\. $/);
  assert.equal(await notice.getByRole("button").count(), 0);
});

// Last: from then on nobody signs in from this address for half a minute.
town.journey("after too many tries it says how long to wait", { staff: {} }, async ({ page, expectFault }) => {
  expectFault(/status of 429/);
  const headers = { "content-type": "application/json" };
  const body = JSON.stringify({ name: "Niemand Sonst", password: "falsches kennwort" });
  const attempt = () => fetch(`${town.url}/api/session/sign_in`, { method: "POST", headers, body });
  let answer;
  for (let count = 0; count < 12 && answer?.status !== 429; count += 1) answer = await attempt();
  assert.equal(answer.status, 429);
  await openReady(page, "/arbeit");
  await inHand(page, "name");
  await type(page, anna.name);
  await press(page, "Tab");
  await type(page, anna.password);
  await press(page, "Enter");
  const sentence = page.getByRole("alert").filter({ hasText: "Zu viele Versuche" });
  assert.equal(await textOf(sentence), "Zu viele Versuche. Versuchen Sie es in einer Minute noch einmal.");
  await assertSound(page, "too many tries");
});
