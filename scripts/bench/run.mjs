// Measures the release build, on this machine alone, and writes bench-results/report.html with its raw samples.
//   run.mjs           twelve minutes
//   run.mjs --quick   about a minute, to see that it works: its figures mean nothing
// FASERSTAND_BENCH_BINARY names another program than target/release/faserstand.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { answers, sides as besides } from "./beside.mjs";
import { findChromium, slowLines } from "./browser.mjs";
import { capacity } from "./capacity.mjs";
import { killAll, run, stop } from "./children.mjs";
import { edits } from "./edits.mjs";
import { bytes, starts } from "./footprint.mjs";
import { freshness } from "./freshness.mjs";
import { latency } from "./latency.mjs";
import { findLighthouse, lighthouse } from "./lighthouse.mjs";
import { busyShare, commit, memory, pragmas, twoCores, versions } from "./machine.mjs";
import { peers as find, version } from "./peers.mjs";
import { synchronous } from "./pocketbase.mjs";
import { pythonPeers } from "./python.mjs";
import { write } from "./report.mjs";
import { faserstand } from "./server.mjs";
import { described, notes, QUIET } from "./setting.mjs";

const LIMIT = 30 * 60_000; // ms for everything but the fetching of what it takes
const RATE = 300; // requests per second, for the latency
const FULL = {
  starts: 10, capacity: { rounds: 9, seconds: 3 }, latency: { rounds: 6, seconds: 5 }, imports: 15, edits: { rounds: 7, seconds: 2 }, visits: 9, lighthouse: 3,
};
const QUICK = {
  starts: 2, capacity: { rounds: 2, seconds: 1 }, latency: { rounds: 2, seconds: 1 }, imports: 3, edits: { rounds: 1, seconds: 1 }, visits: 1, lighthouse: 1,
};
const STEPS = 10;
const CLIENTS = [1, 64]; // who save at once
const PAGES = ["/", "/gebiet/griesheim"];

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const { values: options } = parseArgs({ options: { quick: { type: "boolean", default: false } } });
const plan = options.quick ? QUICK : FULL;
const temporary = mkdtempSync(join(tmpdir(), "faserstand-bench-"));

process.on("exit", () => {
  killAll();
  rmSync(temporary, { recursive: true, force: true, maxRetries: 3 });
});
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => process.exit(130));

try {
  await measure();
} catch (error) {
  console.error(`Not measured: ${error.message}`);
  process.exitCode = 1;
}
process.exit();

async function measure() {
  const binary = resolve(root, process.env.FASERSTAND_BENCH_BINARY ?? "target/release/faserstand");
  if (!existsSync(binary)) throw new Error(`${relative(root, binary)} is missing: run 'make build' first.`);
  const cores = twoCores();
  step(1, "What it takes: nginx, wrk, PocketBase, Datasette, Chromium, Lighthouse");
  const found = await equipment();
  const machine = { ...versions(), commit: commit(), started: new Date(), before: await busyShare(1_000) };
  const results = { rate: RATE, memory: {}, missing: found.python.missing, synchronous: found.python.missing ? undefined : synchronous(found.python) };
  const limit = setTimeout(() => fail(`it took longer than ${LIMIT / 60_000} minutes`), LIMIT);
  await timeless({ binary, cores, machine, results });
  const prepared = await underLoad({ binary, cores, machine, results, found });
  await aside({ binary, results, found, prepared });
  machine.after = await busyShare(1_000);
  results.quiet = machine.before <= QUIET && machine.after <= QUIET;
  clearTimeout(limit);
  step(10, "Report");
  results.notes = notes({ quick: options.quick, binary, cores, ...machine });
  results.setting = described({ root, binary, cores, machine, tools: found.versions, ...results });
  for (const line of [...write(join(root, "bench-results"), results), "", ...results.notes, "bench-results/report.html"]) tell(line);
}

/** Finds or fetches what stands beside Faserstand. Without nginx and wrk there is nothing to measure; the rest may be missing. */
async function equipment() {
  const [peers, python, chromium] = [await find(root, tell), await pythonPeers(root, tell), await findChromium(root)];
  const audit = chromium.missing ? { missing: "Chromium is missing" } : await findLighthouse(root, tell);
  for (const [name, { missing }] of Object.entries({ "PocketBase and Datasette": python, Chromium: chromium, Lighthouse: audit })) {
    if (missing) tell(`!! ${name}: NOT MEASURED: ${missing}`);
  }
  const browser = chromium.missing ? undefined : (await run(chromium.program, ["--version"])).output.trim();
  const names = { nginx: version(peers.nginx, peers.env), wrk: version(peers.wrk, peers.env), chromium: browser, lighthouse: audit.version && `Lighthouse ${audit.version}`, ...python.versions };
  tell(Object.values(names).filter(Boolean).join(", "));
  return { peers, python, chromium, audit, versions: names };
}

/** Starts, memory and bytes: of a server that has nothing to do yet. */
async function timeless({ binary, cores, machine, results }) {
  step(2, "Start");
  const folder = join(temporary, "starts");
  mkdirSync(folder);
  results.starts = await starts({ binary, folder, times: plan.starts, tell });
  step(3, "Memory and bytes");
  const server = await faserstand(binary, join(temporary, "data"), cores.server);
  await pause(2_000);
  results.memory.idle = memory(server.pid);
  results.bytes = await bytes(binary, server);
  Object.assign(machine, pragmas(server.database, join(root, "src/storage/store.rs")));
  tell(`/ has ${results.bytes.pages[0].brotli} bytes`);
  await stop(server);
}

/** One core against another; gives back PocketBase's data folder. */
async function underLoad({ binary, cores, results, found: { peers, python } }) {
  const server = await faserstand(binary, join(temporary, "data"), cores.server);
  step(4, "Answers a second on one core, beside nginx, PocketBase and Datasette");
  const { all, stop: others, prepared } = await besides({ server, tools: peers, python, folder: temporary, core: cores.server });
  results.answers = await answers(all);
  results.capacity = await capacity({ sides: all, peers, core: cores.load, own: cores.server, ...plan.capacity, tell });

  step(5, `Latency at ${RATE} requests per second`);
  results.latency = await latency({ sides: all.slice(0, 2), core: cores.load, rate: RATE, ...plan.latency, tell });
  for (const done of others) await stop(done);

  step(6, "From an import to the page");
  results.freshness = await freshness({ binary, server, folder: temporary, times: plan.imports, tell });
  results.memory.after = memory(server.pid);
  results.memory.requests = served(results);
  await stop(server);
  return prepared;
}

/** What takes servers of its own. */
async function aside({ binary, results, found: { python, chromium, audit }, prepared }) {
  step(7, "Durable edits, beside the disk and PocketBase");
  const peer = prepared && { peers: python, prepared, clients: CLIENTS.at(-1) };
  results.edits = await edits({ binary, folder: temporary, clients: CLIENTS, peer, ...plan.edits, tell });

  step(8, "First content on slow lines");
  results.shaped = chromium.missing ? chromium : await slowLines({ binary, folder: temporary, chromium: chromium.program, rounds: plan.visits, tell });
  tell(results.shaped.how ?? results.shaped.missing);

  step(9, "Lighthouse");
  results.lighthouse = { missing: audit.missing };
  if (audit.missing) return;
  const server = await faserstand(binary, join(temporary, "data"));
  const samples = await lighthouse({ ...audit, chromium: chromium.program, url: server.url, paths: PAGES, folder: temporary, times: plan.lighthouse, tell });
  results.lighthouse = { version: audit.version, samples };
  await stop(server);
}

/** Pages that the server has answered under load. */
function served({ capacity: slices, latency: requests }) {
  const ours = (sample) => sample.side === "faserstand";
  return slices.filter(ours).reduce((sum, { rate }) => sum + rate * plan.capacity.seconds, 0) + requests.filter(ours).length;
}

function fail(reason) {
  console.error(`Not measured: ${reason}.`);
  process.exit(1);
}

function step(number, title) {
  console.log(`[${number}/${STEPS}] ${title}`);
}

function tell(line) {
  console.log(`  ${line}`);
}
