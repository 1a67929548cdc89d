// What the benchmark makes of its samples: each doubt that it knows of is injected, beside a run that has none.
import assert from "node:assert/strict";
import { test } from "node:test";
import { compared } from "../../scripts/bench/report/bars.mjs";
import { page } from "../../scripts/bench/report/page.mjs";
import { even, median, percentile, ratios } from "../../scripts/bench/stats.mjs";
import { parse } from "../../scripts/bench/town.mjs";
import { soundRun } from "./samples.mjs";

const verdicts = (results, id) => compared(results).filter((row) => row.id === id).map(({ verdict }) => verdict);
const altered = (change) => {
  const results = soundRun();
  change(results);
  return results;
};
const scale = (rows, side, factor) => rows.filter((row) => row.side === side).forEach((row) => { row.rate *= factor; });

test("the median and the percentile of a few samples are those counted by hand", () => {
  assert.equal(median([9, 1, 5]), 5);
  assert.equal(median([1, 2, 3, 10]), 2.5);
  assert.equal(percentile([4, 1, 3, 2], 0.5), 2);
  assert.equal(percentile([4, 1, 3, 2], 0.99), 4);
});

test("a machine that gets slower changes no ratio within a round", () => {
  const samples = [[1, 80, 100], [2, 40, 50], [3, 8, 10]].flatMap(([round, one, other]) => [{ round, side: "a", rate: one }, { round, side: "b", rate: other }]);
  assert.deepEqual(ratios(samples, "a", "b").pairs, [0.8, 0.8, 0.8]);
});

test("two equal servers are even within five of a hundred, and not beyond", () => {
  for (const [factor, expected] of [[1.04, true], [0.96, true], [1.06, false], [0.94, false]]) {
    const samples = [1, 2, 3].flatMap((round) => [{ round, side: "a", rate: 100 * factor }, { round, side: "b", rate: 100 }]);
    assert.equal(even(samples, "a", "b"), expected, String(factor));
  }
});

test("a sound run keeps every bar", () => {
  assert.deepEqual(compared(soundRun()).filter(({ verdict }) => verdict !== "kept"), []);
});

test("a run in which two equal servers differ says nothing about pages a second", () => {
  const results = altered(({ capacity }) => scale(capacity, "other nginx", 1.1));
  assert.deepEqual(verdicts(results, "A4"), ["not valid", "not valid", "not valid"]);
  assert.deepEqual(verdicts(results, ""), ["missed"], "the control itself");
});

test("a server without its core for itself says nothing about pages a second", () => {
  const results = altered(({ capacity }) => capacity.filter(({ side }) => side === "pocketbase list").forEach((row) => { row.busy = 0.5; }));
  assert.deepEqual(verdicts(results, "A4"), ["kept", "not valid", "kept"]);
});

test("what is too slow is missed, and not called disturbed", () => {
  assert.deepEqual(verdicts(altered(({ capacity }) => scale(capacity, "faserstand", 0.5)), "A4"), ["missed", "kept", "kept"]);
  assert.deepEqual(verdicts(altered(({ edits }) => scale(edits, "pocketbase", 2)), "C1"), ["kept", "missed"]);
});

test("Datasette is taken by its faster answer", () => {
  assert.deepEqual(verdicts(altered(({ capacity }) => scale(capacity, "datasette page", 100)), "A4"), ["kept", "kept", "missed"]);
});

test("a time that is too long says nothing on a machine that was not quiet; one that is short enough does", () => {
  const slow = (results) => results.freshness.push({ percent: 16.3, after_ms: 2_000 });
  assert.deepEqual(verdicts(altered(slow), "A6"), ["missed"]);
  assert.deepEqual(verdicts(altered((results) => { slow(results); results.quiet = false; }), "A6"), ["not valid"]);
  assert.deepEqual(verdicts(altered((results) => { results.quiet = false; }), "A6"), ["kept"]);
});

test("a generator that is late makes the latency say nothing", () => {
  assert.deepEqual(verdicts(altered(({ latency }) => latency.forEach((row) => { row.lag_ms = 3; })), "A5"), ["not valid"]);
});

test("a line or a processor that is not the one named makes what was seen over it say nothing", () => {
  const faults = [
    ({ lines }) => { lines[0].measured.round_trip_ms = 20; },
    ({ lines }) => { lines[0].measured.down_kbit = 9_000; },
    ({ lines }) => { lines[0].measured.down_kbit = 700; },
    ({ samples }) => samples.forEach((sample) => { sample.slowdown = 1; }),
  ];
  for (const fault of faults) assert.deepEqual(verdicts(altered(({ shaped }) => fault(shaped)), "A2"), ["not valid", "not valid"], String(fault));
});

test("what was not to be had is called not measured", () => {
  const results = altered((results) => {
    results.missing = "python3-venv is missing";
    results.capacity = results.capacity.filter(({ side }) => !/pocketbase|datasette/.test(side));
    results.edits = results.edits.filter(({ side }) => side !== "pocketbase");
    results.shaped = { missing: "Chromium is missing" };
    results.lighthouse = { missing: "Chromium is missing" };
  });
  assert.deepEqual(verdicts(results, "A4"), ["kept", "not measured", "not measured"]);
  assert.deepEqual([...verdicts(results, "C1"), ...verdicts(results, "B2")], ["kept", "not measured", "not measured"]);
  assert.match(page(results, compared(results)), /python3-venv is missing/);
});

test("the report needs no other file and no other host", () => {
  const html = page(soundRun(), compared(soundRun()));
  assert.doesNotMatch(html, /<script|@import|url\(|https?:/);
  assert.deepEqual([...html.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address), ["data:,"]);
  assert.doesNotMatch(html, /NaN|undefined|Infinity/);
});

test("texts are escaped in the report", () => {
  const html = page(altered((results) => { results.notes.push("<b>&"); }), compared(soundRun()));
  assert.match(html, /&lt;b&gt;&amp;/);
});

test("the public file of readings is read with its quotes", () => {
  assert.deepEqual(parse('\uFEFFa;b\r\n1;"x;""y"""\r\n;z\r\n'), [{ a: "1", b: 'x;"y"' }, { a: "", b: "z" }]);
});
