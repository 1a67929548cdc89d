// What a run leaves behind: every raw sample as CSV, and a page for people that compares them with what we promise.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ratios } from "./capacity.mjs";
import { least, median, most, percentile } from "./stats.mjs";

const CONTROL = 0.05; // by so much two equal servers may differ
const SATURATED = 0.9; // so busy must the servers' core be for pages per second to tell what it can do
const PUNCTUAL = 1; // ms by which the generator may be late, at its 99th percentile

/** Writes the folder and gives back the lines of the comparison for the terminal. */
export function write(folder, results) {
  mkdirSync(folder, { recursive: true });
  for (const name of ["capacity", "latency", "freshness", "edits", "starts"]) writeFileSync(join(folder, `${name}.csv`), csv(results[name]));
  writeFileSync(join(folder, "bytes.csv"), csv(byteRows(results.bytes)));
  const comparison = compared(results);
  writeFileSync(join(folder, "report.md"), page(results, comparison));
  return comparison.map(({ what, measured, bar, kept }) => `${what}: ${measured} (${bar}): ${kept}`);
}

function csv(rows) {
  const names = Object.keys(rows[0]);
  const cell = (value) => (typeof value === "number" && !Number.isInteger(value) ? value.toFixed(4) : String(value));
  return `${[names, ...rows.map((row) => names.map((name) => cell(row[name])))].map((cells) => cells.join()).join("\n")}\n`;
}

function byteRows({ binary, pages, bundles }) {
  const ofPages = pages.flatMap(({ path, brotli, gzip, plain, head }) =>
    Object.entries({ brotli, gzip, plain, head }).map(([form, bytes]) => ({ what: path, form, bytes })));
  const ofBundles = bundles.flatMap(({ name, files }) =>
    files.map((file) => ({ what: `${name} ${file.name}`, form: file.brotli ? "brotli" : "plain", bytes: file.bytes })));
  return [{ what: "program", form: "file", bytes: binary }, ...ofPages, ...ofBundles];
}

/** Each promise with what was measured of it. */
function compared(results) {
  const { capacity, latency, freshness, starts, bytes, memory } = results;
  const control = ratios(capacity, "other nginx", "nginx").median;
  const beside = ratios(capacity, "faserstand", "nginx").median;
  const even = Math.abs(control - 1) <= CONTROL;
  const steady = even && sidesOf(capacity).every((side) => median(of(capacity, side, "busy")) >= SATURATED);
  const punctual = percentile(latency.map((row) => row.lag_ms), 0.99) <= PUNCTUAL;
  const p99 = percentile(of(latency, "faserstand", "latency_ms"), 0.99);
  const saved = ratios(results.edits, "64 clients", "disk").median;
  const slowest = most(freshness.map((row) => row.after_ms));
  const start = (kind) => median(starts.filter((sample) => sample.kind === kind).map(({ ms }) => ms));
  const town = bytes.pages[0].brotli;
  const [publicProgram, workspaceProgram] = bytes.bundles.map(programBytes);
  // Others at work make a time longer, never shorter.
  const time = (what, taken, bar) => line(what, ms(taken), `at most ${bar} ms`, taken <= bar, taken <= bar || results.quiet);
  return [
    line("Pages per second on one core, through nginx's", beside.toFixed(2), "at least 0.80", beside >= 0.8, steady),
    line("Control: nginx through another nginx", control.toFixed(3), "1.00 ± 0.05", even),
    line(`Page, 99th percentile at ${results.rate} requests/s`, ms(p99), "at most 5 ms", p99 <= 5, punctual),
    time("New number on the page after an import, slowest", slowest, 1000),
    line("Durable edits a second from 64 clients, through the disk's own rate", saved.toFixed(2), "at least 0.80", saved >= 0.8, saved >= 0.8 || results.quiet),
    time("Start to first page, data folder in use", start("in use"), 300),
    time("Start to first page, empty data folder", start("empty"), 300),
    line("Memory when idle", megabytes(memory.idle.resident), "at most 50 MB", memory.idle.resident <= 50e6),
    line("Program file", megabytes(bytes.binary), "at most 30 MB", bytes.binary <= 30e6),
    line("Start page, brotli", count(town), "at most 14 000 B", town <= 14_000),
    line("Public browser program (wasm and js), brotli", count(publicProgram), "at most 100 000 B", publicProgram <= 100_000),
    line("Workspace browser program (wasm and js), brotli", count(workspaceProgram), "at most 250 000 B", workspaceProgram <= 250_000),
  ];
}

function line(what, measured, bar, kept, valid = true) {
  return { what, measured, bar, kept: !valid ? "not valid: machine not quiet" : kept ? "kept" : "missed" };
}

function page(results, comparison) {
  const { capacity, latency, freshness, edits, starts, bytes, memory, setting, notes } = results;
  const pair = (above, below, figure) => {
    const { pairs, median: middle } = ratios(capacity, above, below, figure);
    return [middle.toFixed(3), least(pairs).toFixed(3), most(pairs).toFixed(3)];
  };
  const spread = (values) => [ms(median(values)), ms(least(values)), ms(most(values)), values.length];
  const startsOf = (kind) => starts.filter((sample) => sample.kind === kind).map((sample) => sample.ms);
  const lags = latency.map((row) => row.lag_ms);
  const inRound = (round) => latency.filter((row) => row.round === round);
  const rounds = [...new Set(latency.map((row) => row.round))];
  const perRound = (side) => rounds.map((round) => percentile(of(inRound(round), side, "latency_ms"), 0.99));

  return `# Faserstand, measured

How each figure is made, and how to read it: \`docs/benchmarks.md\`. The raw samples lie beside this file.

${notes.map((note) => `**${note}**\n\n`).join("")}${table(["what", "measured", "promised", ""], comparison.map(({ what, measured, bar, kept }) => [what, measured, bar, kept]))}
## Setting

${table(["", ""], Object.entries(setting))}
## Pages per second

${table(
    ["side", "pages/s, median", "least", "most", "its core busy, median", "pages per processor second, median", "head of the answer"],
    sidesOf(capacity).map((side) => {
      const rates = of(capacity, side, "rate");
      const figures = [median(rates), least(rates), most(rates)].map((value) => count(value, ""));
      const busy = `${Math.round(median(of(capacity, side, "busy")) * 100)} %`;
      return [side, ...figures, busy, count(median(of(capacity, side, "perProcessorSecond")), ""), count(results.heads[side])];
    }),
  )}
${table(
    ["ratio, per round", "median", "least", "most"],
    [
      ["faserstand / nginx, pages per second", ...pair("faserstand", "nginx", "rate")],
      ["faserstand / nginx, pages per processor second", ...pair("faserstand", "nginx", "perProcessorSecond")],
      ["control: other nginx / nginx, pages per second", ...pair("other nginx", "nginx", "rate")],
      ["control: other nginx / nginx, pages per processor second", ...pair("other nginx", "nginx", "perProcessorSecond")],
    ],
  )}
## Page at ${results.rate} requests per second

${table(
    ["side", "median", "p99", "p99.9", "slowest", "p99 per round", "requests"],
    sidesOf(latency).map((side) => {
      const values = of(latency, side, "latency_ms");
      const figures = [0.5, 0.99, 0.999].map((share) => ms(percentile(values, share)));
      return [side, ...figures, ms(most(values)), perRound(side).map((value) => value.toFixed(1)).join(" "), values.length];
    }),
  )}
The generator sent its requests late by ${ms(median(lags))} (median) and ${ms(percentile(lags, 0.99))} (p99); this is part of the figures above.

## Durable edits

${table(
    ["side", "per second, median", "least", "most", "taking, median"],
    sidesOf(edits).map((side) => {
      const rates = of(edits, side, "rate");
      return [side, ...[median(rates), least(rates), most(rates)].map((value) => count(value, "")), ms(median(of(edits, side, "median_ms")))];
    }),
  )}
${table(
    ["ratio, per round", "median", "least", "most"],
    sidesOf(edits).filter((side) => side !== "disk").map((side) => {
      const { pairs, median: middle } = ratios(edits, side, "disk");
      return [`${side} / disk`, ...[middle, least(pairs), most(pairs)].map((value) => value.toFixed(3))];
    }),
  )}
## Time

${table(
    ["what", "median", "least", "most", "times"],
    [
      ["New number on the page, after the import had ended", ...spread(freshness.map((row) => row.after_ms))],
      ["Start to first page, data folder in use", ...spread(startsOf("in use"))],
      ["Start to first page, empty data folder", ...spread(startsOf("empty"))],
    ],
  )}
## Memory

${table(
    ["when", "resident", "of it anonymous"],
    Object.entries({ "idle, after one page": memory.idle, [`after ${count(memory.requests, "")} pages`]: memory.after }).map(
      ([when, { resident, anonymous }]) => [when, megabytes(resident), megabytes(anonymous)],
    ),
  )}
## Bytes

${table(
    ["page", "brotli", "gzip", "plain", "head of the answer"],
    bytes.pages.map(({ path, brotli, gzip, plain, head }) => [`\`${path}\``, ...[brotli, gzip, plain, head].map((value) => count(value))]),
  )}
${table(
    ["loaded for", "file", "bytes", "sent as"],
    bytes.bundles.flatMap(({ name, files }) => files.map((file) => [name, `\`${file.name}\``, count(file.bytes), file.brotli ? "brotli" : "plain"])),
  )}`;
}

function table(head, rows) {
  const row = (cells) => `| ${cells.join(" | ")} |\n`;
  return `${row(head)}|${" --- |".repeat(head.length)}\n${rows.map(row).join("")}`;
}

const of = (rows, side, figure) => rows.filter((row) => row.side === side).map((row) => row[figure]);
const sidesOf = (rows) => [...new Set(rows.map((row) => row.side))];

/** The wasm of a bundle and its script, without what else the page names. */
function programBytes({ name, files }) {
  const own = files.filter((file) => file.name.startsWith(`/assets/${name}-`) && /\.(js|wasm)$/.test(file.name));
  return own.reduce((total, file) => total + file.bytes, 0);
}

const ms = (value) => `${value.toFixed(Math.abs(value) < 100 ? 2 : 0)} ms`;
const megabytes = (value) => `${(value / 1e6).toFixed(1)} MB`;
const count = (value, unit = " B") => `${Math.round(value).toString().replace(/\B(?=(\d{3})+$)/g, " ")}${unit}`;
