// How soon the page tells a new number, from the moment at which the import has said that it is stored.
import http from "node:http";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { run } from "./children.mjs";
import { page } from "./http.mjs";
import { environment } from "./server.mjs";

const EVERY = 5; // ms between two looks at the page
const LIMIT = 10_000;
const FIRST = 161; // tenths of a percent; each time the next number that the page does not show anyway

/** Imports a new number for one district as often as `times` says; milliseconds until `/` shows it. */
export async function freshness({ binary, server, folder, times, tell }) {
  const agent = new http.Agent({ keepAlive: true });
  const file = join(folder, "neuer-stand.csv");
  const samples = [];
  for (let tenths = FIRST; samples.length < times; tenths += 1) {
    const quote = `${Math.floor(tenths / 10)},${tenths % 10}`;
    // The page writes 17 % without the zero.
    if (tenths % 10 === 0 || shows(await text(server.url, agent), quote)) continue;
    // The same day each time: from the second on it is a correction, and that needs a reason.
    writeFileSync(file, `Ortsteil;Stand;Stufe;Quote;Grund\nWaltersweier;10.11.2023;gemeldet;${quote};Messung\n`);
    // The server looks for changes at regular intervals: come at any time between two.
    await pause(Math.random() * 600);
    const imported = run(binary, ["import", "readings", file, "--data", server.data], { env: environment() });
    const [{ exitedAt }, shownAt] = await Promise.all([imported, firstShown(server.url, agent, quote)]);
    samples.push({ percent: tenths / 10, after_ms: shownAt - exitedAt });
  }
  agent.destroy();
  tell(`${times} imports`);
  return samples;
}

async function firstShown(url, agent, quote) {
  for (const until = performance.now() + LIMIT; performance.now() < until; await pause(EVERY)) {
    if (shows(await text(url, agent), quote)) return performance.now();
  }
  throw new Error(`The page did not show the new number ${quote} % within ${LIMIT / 1000} s.`);
}

/** What a reader sees: no scripts, no drawing instructions. */
async function text(url, agent) {
  const html = (await page(url, "identity", agent)).body.toString();
  return html.replace(/<(script|style)\b[^]*?<\/\1>/g, " ").replace(/<[^>]*>/g, " ");
}

const shows = (text, quote) => new RegExp(`(?<![\\d.])${quote}\\s*%`).test(text);
