// Measures the release build, on this machine alone, and writes bench-results/report.md with its raw samples.
//   run.mjs           four minutes
//   run.mjs --quick   half a minute, to see that it works: its figures mean nothing
// FASERSTAND_BENCH_BINARY names another program than target/release/faserstand.
import { existsSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { capacity } from "./capacity.mjs";
import { killAll, stop } from "./children.mjs";
import { edits } from "./edits.mjs";
import { bytes, starts } from "./footprint.mjs";
import { freshness } from "./freshness.mjs";
import { page } from "./http.mjs";
import { latency } from "./latency.mjs";
import { busyShare, commit, memory, pragmas, twoCores, versions } from "./machine.mjs";
import { nginx } from "./nginx.mjs";
import { peers as find, version } from "./peers.mjs";
import { write } from "./report.mjs";
import { faserstand } from "./server.mjs";

const LIMIT = 300_000; // ms for everything but the fetching of nginx and wrk
const RATE = 300; // requests per second, for the latency
const FULL = { starts: 10, capacity: { rounds: 9, seconds: 3 }, latency: { rounds: 6, seconds: 5 }, imports: 15, edits: { rounds: 7, seconds: 2 } };
const QUICK = { starts: 2, capacity: { rounds: 3, seconds: 1 }, latency: { rounds: 2, seconds: 1 }, imports: 3, edits: { rounds: 1, seconds: 1 } };
const STEPS = 8;
const CLIENTS = [1, 64]; // who save at once
const QUIET = 0.05; // so busy may the machine be without us

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
  const setting = { ...versions(), commit: commit(), started: new Date(), before: await busyShare(1_000) };

  step(1, "nginx and wrk");
  const peers = await find(root, tell);
  const limit = setTimeout(() => fail(`it took longer than ${LIMIT / 60_000} minutes`), LIMIT);
  setting.nginx = version(peers.nginx, peers.env);
  setting.wrk = version(peers.wrk, peers.env);
  tell(`${setting.nginx}, ${setting.wrk}`);

  step(2, "Start");
  const folder = join(temporary, "starts");
  mkdirSync(folder);
  const results = { rate: RATE, quiet: setting.before <= QUIET, memory: {}, starts: await starts({ binary, folder, times: plan.starts, tell }) };

  step(3, "Memory and bytes");
  const server = await faserstand(binary, join(temporary, "data"), cores.server);
  await pause(2_000);
  results.memory.idle = memory(server.pid);
  results.bytes = await bytes(binary, server);
  Object.assign(setting, pragmas(server.database, join(root, "src/storage/store.rs")));
  tell(`/ has ${results.bytes.pages[0].brotli} bytes`);

  step(4, "Pages per second on one core, beside nginx");
  const original = { brotli: await page(server.url, "br"), plain: (await page(server.url, "identity")).body };
  const [first, second] = [
    await nginx(peers, join(temporary, "nginx-1"), original, cores.server),
    await nginx(peers, join(temporary, "nginx-2"), original, cores.server),
  ];
  const sides = [
    { name: "faserstand", url: server.url, pid: server.pid },
    { name: "nginx", url: first.url, pid: first.worker },
    { name: "other nginx", url: second.url, pid: second.worker },
  ];
  results.heads = { faserstand: original.brotli.headerBytes, nginx: first.headerBytes, "other nginx": second.headerBytes };
  results.capacity = await capacity({ sides, peers, core: cores.load, ...plan.capacity, tell });

  step(5, `Latency at ${RATE} requests per second`);
  results.latency = await latency({ sides: sides.slice(0, 2), core: cores.load, rate: RATE, ...plan.latency, tell });
  for (const done of [first, second]) await stop(done);

  step(6, "From an import to the page");
  results.freshness = await freshness({ binary, server, folder: temporary, times: plan.imports, tell });
  results.memory.after = memory(server.pid);
  results.memory.requests = served(results);
  await stop(server);

  step(7, "Durable edits, beside the disk");
  results.edits = await edits({ binary, folder: temporary, clients: CLIENTS, ...plan.edits, tell });
  clearTimeout(limit);

  step(8, "Report");
  results.notes = notes(binary, cores, setting);
  results.setting = described(setting, binary, cores);
  for (const line of write(join(root, "bench-results"), results)) tell(line);
  for (const note of results.notes) tell(note);
  tell("bench-results/report.md");
}

/** Pages that the server has answered under load. */
function served({ capacity: slices, latency: requests }) {
  const ours = (sample) => sample.side === "faserstand";
  return slices.filter(ours).reduce((sum, { rate }) => sum + rate * plan.capacity.seconds, 0) + requests.filter(ours).length;
}

/** What a reader must know before the figures. */
function notes(binary, cores, { before }) {
  const all = [];
  if (options.quick) all.push("A quick run, to see that it works: these figures mean nothing.");
  if (!binary.endsWith("target/release/faserstand")) all.push("Not the release build: these figures say nothing about it.");
  if (before > QUIET) all.push(`The machine was not quiet when this began (${percent(before)} busy): take the times with care.`);
  if (cores.shared) all.push("Server and load shared one physical core (two of its threads).");
  return all;
}

function described(setting, binary, cores) {
  return {
    date: setting.started.toISOString(),
    commit: setting.commit,
    program: relative(root, binary).startsWith("..") ? "outside of the project" : relative(root, binary),
    rustc: setting.rustc,
    peers: `${setting.nginx}, ${setting.wrk}`,
    node: setting.node,
    kernel: setting.kernel,
    processor: `${setting.processor}; server on core ${cores.server}, load on core ${cores.load}`,
    "busy before it began": percent(setting.before),
    SQLite: `journal_mode ${setting.journal} (read from the file), synchronous ${setting.synchronous} (as the source sets it)`,
  };
}

function percent(share) {
  return `${(share * 100).toFixed(0)} %`;
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
