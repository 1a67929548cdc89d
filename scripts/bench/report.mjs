// What a run leaves behind: every raw sample as CSV, and a page for people that compares them with what we promise.
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { compared } from "./report/bars.mjs";
import { page } from "./report/page.mjs";

/** Writes the folder and gives back the lines of the comparison for the terminal. */
export function write(folder, results) {
  mkdirSync(folder, { recursive: true });
  // What an earlier run left there must not be taken for this one's.
  for (const name of readdirSync(folder).filter((name) => /\.(csv|md|html)$/.test(name))) rmSync(join(folder, name));
  const comparison = compared(results);
  for (const [name, rows] of Object.entries(tables(results, comparison))) if (rows?.length) writeFileSync(join(folder, `${name}.csv`), csv(rows));
  writeFileSync(join(folder, "report.html"), page(results, comparison));
  return comparison.map(line);
}

function tables(results, comparison) {
  const { capacity, latency, freshness, edits, starts, shaped, lighthouse } = results;
  return { bars: comparison, capacity, latency, freshness, edits, starts, shaped: shaped.samples, lighthouse: lighthouse.samples, bytes: byteRows(results.bytes) };
}

function csv(rows) {
  const names = Object.keys(rows[0]);
  const text = (value) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
  const cell = (value) => (typeof value === "number" && !Number.isInteger(value) ? value.toFixed(4) : text(String(value ?? "")));
  return `${[names, ...rows.map((row) => names.map((name) => cell(row[name])))].map((cells) => cells.join()).join("\n")}\n`;
}

function byteRows({ binary, pages, bundles }) {
  const ofPages = pages.flatMap(({ path, brotli, gzip, plain, head }) =>
    Object.entries({ brotli, gzip, plain, head }).map(([form, bytes]) => ({ what: path, form, bytes })));
  const ofBundles = bundles.flatMap(({ name, files }) =>
    files.map((file) => ({ what: `${name} ${file.name}`, form: file.brotli ? "brotli" : "plain", bytes: file.bytes })));
  return [{ what: "program", form: "file", bytes: binary }, ...ofPages, ...ofBundles];
}

function line({ id, what, bar, measured, verdict, why }) {
  return `${id.padEnd(2)}  ${measured.padStart(9)}  ${verdict.padEnd(12)}  ${what} (${bar})${why ? `: ${why}` : ""}`;
}
