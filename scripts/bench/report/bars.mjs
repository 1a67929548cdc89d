// Each promise (bar) beside what was measured of it, what was measured beside it in the same run, and whether that is valid.
import { even, least, median, most, percentile, ratios } from "../stats.mjs";
import { bytes as byteCount, count, ms, megabytes } from "./words.mjs";

const SATURATED = 0.9; // so busy must a server's core be for pages per second to tell what it can do
const PUNCTUAL = 1; // ms by which the generator may be late, at its 99th percentile
const CORE = "its core was not its own (less than 90 % busy)";
const BUSY = "the machine was not quiet";

/** Rows of { id, what, bar, measured, beside, verdict, why }. */
export function compared(results) {
  return [
    ...weight(results), ...firstContent(results), ...capacityRows(results), latencyRow(results), freshnessRow(results), ...programs(results),
    workspaceRow(results), ...editRows(results), ...footprint(results),
  ];
}

/** A figure that keeps its bar or misses it; `doubt` is why it says nothing. */
function row(id, what, bar, measured, kept, { beside = "", doubt } = {}) {
  if (doubt) return { id, what, bar, measured, beside, verdict: "not valid", why: doubt };
  return { id, what, bar, measured, beside, verdict: kept ? "kept" : "missed", why: "" };
}

function absent(id, what, bar, why) {
  return { id, what, bar, measured: "–", beside: "", verdict: "not measured", why };
}

/** Others at work make a time longer, never shorter: kept is kept. */
const slowed = (kept, { quiet }) => (kept || quiet ? undefined : BUSY);

function weight({ bytes }) {
  const [town, ...others] = bytes.pages;
  const beside = others.map(({ path, brotli }) => `${path} ${byteCount(brotli)}`).join(", ");
  return [row("A1", "Start page, brotli, with its style, map and data", "at most 14 000 B (goal 10 000 B)", byteCount(town.brotli), town.brotli <= 14_000, { beside })];
}

/** What the reader of a slow line sees when, with the scripts of the page and without. */
function firstContent(results) {
  const rows = [
    ["A2", "First district's number visible, script on", "script on", "number_ms", 800],
    ["A2", "First district's number visible, script off", "script off", "number_ms", 800],
    ["A3", "Largest Contentful Paint", "script on", "lcp_ms", 1_200],
    ["A3", "Cumulative Layout Shift", "script on", "cls", 0],
    ["A3", "Total Blocking Time", "script on", "tbt_ms", 100],
  ];
  return rows.map(([id, what, mode, figure, bar]) => shapedRow(results, id, what, mode, figure, bar, 0));
}

function workspaceRow(results) {
  return shapedRow(results, "B2", "Workspace takes what is typed (weekly sheet)", "workspace", "usable_ms", 2_500, 1);
}

function shapedRow(results, id, what, mode, figure, bar, line) {
  const words = figure === "cls" ? "0.00" : `at most ${ms(bar)}`;
  if (results.shaped.missing) return absent(id, what, words, results.shaped.missing);
  const values = results.shaped.samples.filter((sample) => sample.mode === mode).map((sample) => sample[figure]);
  if (values.includes(null)) return absent(id, what, words, "not in the first window of the page");
  const value = median(values);
  const kept = figure === "cls" ? value < 0.005 : value <= bar;
  const shown = figure === "cls" ? value.toFixed(2) : ms(value);
  const beside = `${values.length} visits, ${figure === "cls" ? most(values).toFixed(2) : ms(most(values))} the worst`;
  return row(id, what, words, shown, kept, { beside, doubt: wrongLine(results.shaped, line) ?? slowed(kept, results) });
}

/** Why a slow line was not the one that it says: both its ends were measured, and what the slowed processor does. */
export function wrongLine({ lines, samples }, number) {
  const { down, roundTrip, measured } = lines[number];
  const slowdown = median(samples.map((sample) => sample.slowdown));
  if (slowdown < 3.2 || slowdown > 5) return `the processor was ${slowdown.toFixed(1)} × slower, not 4 ×`;
  if (!measured) return undefined;
  if (Math.abs(measured.round_trip_ms - roundTrip) > 10) return `the line took ${ms(measured.round_trip_ms)} there and back`;
  // Of each packet some bytes are addresses.
  if (measured.down_kbit > down || measured.down_kbit < 0.9 * down) return `the line carried ${count(measured.down_kbit)} kbit/s`;
  return undefined;
}

function capacityRows(results) {
  const samples = results.capacity;
  const control = ratios(samples, "other nginx", "nginx").median;
  const rateOf = (side) => (samples.some((sample) => sample.side === side) ? rate(samples, side) : 0);
  const faster = rateOf("datasette page") > rateOf("datasette json") ? "datasette page" : "datasette json";
  const doubt = (...sides) => (!even(samples, "other nginx", "nginx") ? "two equal servers came out different" : idle(samples, sides));
  const through = (what, side, bar) => {
    const words = `at least ${bar} ×`;
    if (!samples.some((sample) => sample.side === side)) return absent("A4", what, words, results.missing);
    const { pairs, median: middle } = ratios(samples, "faserstand", side);
    const shown = (value) => value.toFixed(bar < 1 ? 2 : 0);
    const beside = `${count(rate(samples, "faserstand"))} and ${count(rate(samples, side))} a second; ${shown(least(pairs))} to ${shown(most(pairs))} × in ${pairs.length} rounds`;
    return row("A4", what, words, `${shown(middle)} ×`, middle >= bar, { beside, doubt: doubt("faserstand", side) });
  };
  return [
    through("Pages a second on one core, beside nginx with the same bytes", "nginx", 0.8),
    through("… beside PocketBase's list of the areas", "pocketbase list", 10),
    through(`… beside Datasette's list of the areas (${faster}, its faster answer)`, faster, 50),
    row("", "Control: nginx beside another nginx", "1.00 ± 0.05", control.toFixed(3), even(samples, "other nginx", "nginx")),
  ];
}

const rate = (samples, side) => median(of(samples, side, "rate"));

function idle(samples, sides) {
  const found = sides.find((side) => median(of(samples, side, "busy")) < SATURATED);
  return found && `${found}: ${CORE}`;
}

function latencyRow({ latency, rate }) {
  const p99 = (side) => percentile(of(latency, side, "latency_ms"), 0.99);
  const late = percentile(latency.map(({ lag_ms }) => lag_ms), 0.99);
  const doubt = late > PUNCTUAL ? `the generator was ${ms(late)} late` : undefined;
  const beside = `nginx ${ms(p99("nginx"))}`;
  return row("A5", `99th percentile at ${rate} requests/s, open loop`, "at most 5 ms", ms(p99("faserstand")), p99("faserstand") <= 5, { beside, doubt });
}

function freshnessRow(results) {
  const times = results.freshness.map(({ after_ms }) => after_ms);
  const kept = most(times) <= 1_000;
  return row("A6", "New number on the page after an import, slowest", "at most 1 000 ms", ms(most(times)), kept, {
    beside: `${times.length} imports, median ${ms(median(times))}`, doubt: slowed(kept, results),
  });
}

function programs({ bytes }) {
  const limits = { public: 100_000, workspace: 250_000 };
  return bytes.bundles.map((bundle) => {
    const size = programBytes(bundle);
    return row("B1", `Browser program, ${bundle.name} (wasm and js, brotli)`, `at most ${byteCount(limits[bundle.name])}`, byteCount(size), size <= limits[bundle.name]);
  });
}

/** The wasm of a bundle and its script, without what else the page names. */
export function programBytes({ name, files }) {
  const own = files.filter((file) => file.name.startsWith(`/assets/${name}-`) && /\.(js|wasm)$/.test(file.name));
  return own.reduce((total, file) => total + file.bytes, 0);
}

function editRows(results) {
  const { edits, missing, synchronous } = results;
  const beside = (other) => `${count(rate(edits, "64 clients"))} and ${count(rate(edits, other))} a second`;
  const disk = ratios(edits, "64 clients", "disk").median;
  const rows = [row("C1", "Durable edits from 64 clients, beside the disk's own rate", "at least 0.80 ×", `${disk.toFixed(2)} ×`, disk >= 0.8, {
    beside: beside("disk"), doubt: slowed(disk >= 0.8, results),
  })];
  const what = "Durable edits (synchronous FULL) beside PocketBase at its weaker setting";
  if (!edits.some(({ side }) => side === "pocketbase")) return [...rows, absent("C1", what, "at least 1 ×", missing)];
  const peer = ratios(edits, "64 clients", "pocketbase").median;
  return [...rows, row("C1", `${what} (${synchronous})`, "at least 1 ×", `${peer.toFixed(2)} ×`, peer >= 1, { beside: beside("pocketbase"), doubt: slowed(peer >= 1, results) })];
}

function footprint(results) {
  const start = (what, kind) => {
    const times = results.starts.filter((sample) => sample.kind === kind).map((sample) => sample.ms);
    const kept = median(times) <= 300;
    return row("E1", `Start to first page, ${what}`, "at most 300 ms", ms(median(times)), kept, { beside: `${times.length} starts`, doubt: slowed(kept, results) });
  };
  const { resident } = results.memory.idle;
  return [
    start("data folder in use", "in use"),
    start("empty data folder", "empty"),
    row("E1", "Memory when idle", "at most 50 MB", megabytes(resident), resident <= 50e6),
    row("E1", "Program file", "at most 30 MB", megabytes(results.bytes.binary), results.bytes.binary <= 30e6),
  ];
}

const of = (rows, side, figure) => rows.filter((row) => row.side === side).map((row) => row[figure]);
