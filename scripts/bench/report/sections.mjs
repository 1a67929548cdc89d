// The parts of the report: for each kind of measurement a drawing, and the table that says the same.
import { least, median, most, percentile, ratios } from "../stats.mjs";
import { curves, strip } from "./charts.mjs";
import { figure, paragraph, section, table } from "./html.mjs";
import { bytes as byteCount, count, megabytes, ms, percent } from "./words.mjs";

const DOTS = "Dots are single samples, the thick mark is their median.";
const of = (rows, side, figure) => rows.filter((row) => row.side === side).map((row) => row[figure]);
const sidesOf = (rows) => [...new Set(rows.map((row) => row.side))];
const spread = (values, write) => [median(values), least(values), most(values)].map(write);

export function capacity({ capacity: samples, answers, synchronous, missing }) {
  const sides = sidesOf(samples);
  const pairs = [["faserstand", "nginx"], ["other nginx", "nginx"]].map(([above, below]) => ({ name: `${above} / ${below}`, values: ratios(samples, above, below).pairs, ours: above === "faserstand" }));
  const chart = strip({ title: "Answers a second on one core, logarithmic", log: true, write: count, rows: sides.map((side) => ({ name: side, values: of(samples, side, "rate"), ours: side === "faserstand" })) });
  const control = strip({ title: "Ratios within each round", write: (value) => value.toFixed(2), rows: pairs, band: [0.95, 1.05], bars: [{ at: 0.8, label: "bar 0.80" }] });
  const rows = sides.map((side) => {
    const { what, bytes, encoding, head } = answers[side];
    return [side, what, ...spread(of(samples, side, "rate"), count), percent(median(of(samples, side, "busy"))), count(median(of(samples, side, "perProcessorSecond"))), byteCount(bytes), encoding, byteCount(head)];
  });
  const above = sides.filter((side) => side !== "faserstand" && side !== "other nginx").flatMap((side) => ["rate", "perProcessorSecond"].map((figure) => ["faserstand", side, figure]));
  const through = [...above, ["other nginx", "nginx", "rate"], ["other nginx", "nginx", "perProcessorSecond"]].map(([one, other, figure]) => {
    const { pairs } = ratios(samples, one, other, figure);
    return [`${one} / ${other}`, figure === "rate" ? "a second" : "a processor second", ...spread(pairs, (value) => value.toFixed(3))];
  });
  const peers = missing ? `PocketBase and Datasette were not measured: ${missing}.` :
    `PocketBase brings changes to the disk with synchronous ${synchronous}, Datasette's database is immutable. Both answer from their data at each request; neither makes the page that a reader sees. “pocketbase file” is that page as a file, which somebody would have to write anew after each change.`;
  return section("capacity", "Answers a second on one core", figure(chart, DOTS), figure(control, "The other nginx is the control: it must lie around 1, in the coloured band."), paragraph(peers),
    table("Answers a second", ["side", "answer", "median", "least", "most", "its core busy", "a processor second", "body", "encoding", "head"], rows),
    table("Ratios, round by round", ["ratio", "of", "median", "least", "most"], through));
}

export function latency({ latency: samples, rate }) {
  const places = { median: 0.5, "90th": 0.9, "99th": 0.99, "99.9th": 0.999, slowest: 1 };
  const series = sidesOf(samples).map((side) => ({ name: side, ours: side === "faserstand", values: Object.values(places).map((share) => percentile(of(samples, side, "latency_ms"), share)) }));
  const chart = curves({ title: `Latency at ${rate} requests per second by percentile, logarithmic`, places: Object.keys(places), series, write: ms, limit: { place: "99th", at: 5, label: "bar 5 ms" } });
  const rounds = [...new Set(samples.map((row) => row.round))];
  const lags = samples.map((row) => row.lag_ms);
  const rows = series.map(({ name, values }) => {
    const each = rounds.map((round) => percentile(of(samples.filter((row) => row.round === round), name, "latency_ms"), 0.99).toFixed(1));
    return [name, ...values.map(ms), each.join(" "), count(of(samples, name, "latency_ms").length)];
  });
  return section("latency", `Page at ${rate} requests per second, open loop`, figure(chart, "Each request has an instant at which it is meant to be sent; its latency counts from there."),
    table("Latency by percentile", ["side", ...Object.keys(places), "99th in each round, ms", "requests"], rows),
    paragraph(`The generator sent its requests late by ${ms(median(lags))} (median) and ${ms(percentile(lags, 0.99))} (99th percentile); this is part of the figures above.`));
}

export function shaped({ shaped: result }) {
  const heading = "What a reader on a slow line sees when";
  if (result.missing) return section("shaped", heading, paragraph(`Not measured: ${result.missing}.`));
  const { samples, lines, how } = result;
  const values = (mode, name) => samples.filter((sample) => sample.mode === mode).map((sample) => sample[name]).filter((value) => value !== null);
  const figures = [
    ["script on", "number_ms", "first number, script on", 800], ["script off", "number_ms", "first number, script off", 800],
    ["script on", "lcp_ms", "LCP, script on", 1_200], ["script off", "lcp_ms", "LCP, script off", 1_200], ["script on", "tbt_ms", "TBT, script on", 100],
    ["workspace", "usable_ms", "workspace usable", 2_500],
  ].filter(([mode, name]) => values(mode, name).length > 0);
  const chart = strip({ title: "Milliseconds from the beginning of a visit", write: ms, rows: figures.map(([mode, name, label, bar]) => ({ name: label, values: values(mode, name), bar, ours: true })) });
  const columns = { number_ms: "first number", fcp_ms: "FCP", lcp_ms: "LCP", cls: "CLS", tbt_ms: "TBT", usable_ms: "usable", slowdown: "processor slower" };
  const write = { cls: (value) => value.toFixed(3), slowdown: (value) => `${value.toFixed(1)} ×` };
  const rows = [...new Set(samples.map(({ mode }) => mode))].map((mode) => [mode, ...Object.keys(columns).map((name) => {
    const found = values(mode, name);
    return found.length === 0 ? "–" : `${(write[name] ?? ms)(median(found))} (${(write[name] ?? ms)(least(found))} to ${(write[name] ?? ms)(most(found))})`;
  })]);
  const ends = lines.map(({ name, down, up, roundTrip, measured }) => [name, `${count(down)} / ${count(up)} kbit/s, ${ms(roundTrip)}`, measured ? `${count(measured.down_kbit)} kbit/s, ${ms(measured.round_trip_ms)}` : "–"]);
  return section("shaped", heading, paragraph(`How the line was made: ${how}. Chromium, cold, 4 × slower processor, plain HTTP.`), figure(chart, `${DOTS} Dashed: the bar.`),
    table("Median (least to most) of the visits", ["visit", ...Object.values(columns)], rows), table("The lines, as ordered and as measured from the reader's end", ["line", "down / up, there and back", "measured"], ends));
}

export function lighthouse({ lighthouse: result }) {
  const heading = "Lighthouse";
  if (result.missing) return section("lighthouse", heading, paragraph(`Not measured: ${result.missing}.`));
  const names = { performance: "performance", accessibility: "accessibility", best_practices: "best practices", seo: "SEO", fcp_ms: "FCP", lcp_ms: "LCP", tbt_ms: "TBT", cls: "CLS" };
  const write = (name, value) => (name.endsWith("_ms") ? ms(value) : name === "cls" ? value.toFixed(3) : String(Math.round(value)));
  const rows = [...new Set(result.samples.map(({ path }) => path))].map((path) => {
    const ours = result.samples.filter((sample) => sample.path === path);
    const short = [...new Set(ours.flatMap((sample) => sample.short_of.split(" ").filter(Boolean)))].join(", ");
    return [path, ...Object.keys(names).map((name) => write(name, median(ours.map((sample) => sample[name])))), short || "none", ours.length];
  });
  return section("lighthouse", heading, paragraph(`Lighthouse ${result.version}, its mobile settings (a slow line and a 4 × slower processor, simulated), median of the runs. There is no bar.`),
    table("Scores of 100 and times", ["page", ...Object.values(names), "audits below 90", "runs"], rows));
}

export function edits({ edits: samples, missing, synchronous }) {
  const sides = sidesOf(samples);
  const chart = strip({ title: "Edits a second", write: count, rows: sides.map((side) => ({ name: named(side), values: of(samples, side, "rate"), ours: side.endsWith("clients") })) });
  const rows = sides.map((side) => [named(side), ...spread(of(samples, side, "rate"), count), ms(median(of(samples, side, "median_ms")))]);
  const through = ["disk", "pocketbase"].filter((side) => sides.includes(side)).flatMap((below) => sides.filter((side) => side.endsWith("clients")).map((above) => [`${above} / ${below}`, ...spread(ratios(samples, above, below).pairs, (value) => value.toFixed(3))]));
  const peer = missing ? `PocketBase was not measured: ${missing}.` :
    `PocketBase (64 clients) makes one record for each edit, in WAL with synchronous ${synchronous}: an acknowledged record may be lost when the power fails. Faserstand writes the reading and its entry in the log, with synchronous FULL.`;
  return section("edits", "Durable edits", figure(chart, DOTS), paragraph(peer), table("Edits a second", ["side", "median", "least", "most", "taking, median"], rows), table("Ratios, round by round", ["ratio", "median", "least", "most"], through));
}

const named = (side) => (side === "pocketbase" ? "pocketbase, 64 clients" : side);

export function times({ freshness, starts }) {
  const rows = [["new number on the page", freshness.map(({ after_ms }) => after_ms), 1_000], ...["in use", "empty"].map((kind) => [`start, data folder ${kind}`, starts.filter((row) => row.kind === kind).map((row) => row.ms), 300])];
  const chart = strip({ title: "Milliseconds", write: ms, rows: rows.map(([name, values, bar]) => ({ name, values, bar, ours: true })) });
  return section("times", "From an import to the page, and starting", figure(chart, `${DOTS} Dashed: the bar.`), table("Milliseconds", ["what", "median", "least", "most", "times"], rows.map(([name, values]) => [name, ...spread(values, ms), values.length])));
}

export function footprint({ memory, bytes }) {
  const gates = bytes.pages.map(({ path, brotli }) => ({ name: path, values: [brotli], ours: true, ...(path === "/" ? { bar: 14_000 } : {}) }));
  const chart = strip({ title: "Bytes of the pages, brotli", write: byteCount, rows: gates });
  const resident = Object.entries({ "idle, after one page": memory.idle, [`after ${count(memory.requests)} pages`]: memory.after }).map(([when, { resident, anonymous }]) => [when, megabytes(resident), megabytes(anonymous)]);
  return section("footprint", "Bytes and memory", figure(chart, "Dashed: the bar of the start page."),
    table("Pages", ["page", "brotli", "gzip", "plain", "head of the answer"], bytes.pages.map(({ path, brotli, gzip, plain, head }) => [path, ...[brotli, gzip, plain, head].map(byteCount)])),
    table("What a browser loads for them", ["file", "for", "bytes", "sent as"], bytes.bundles.flatMap(({ name, files }) => files.map((file) => [file.name, name, byteCount(file.bytes), file.brotli ? "brotli" : "plain"]))),
    table("Memory", ["when", "resident", "of it anonymous"], resident));
}
