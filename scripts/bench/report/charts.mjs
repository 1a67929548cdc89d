// Drawings of the samples as inline SVG. What they show stands in a table beside each: here it is only easier to see.
import { median } from "../stats.mjs";
import { escaped } from "./words.mjs";

const [WIDTH, LEFT, RIGHT, ROW, AXIS] = [760, 190, 90, 30, 34];
const SPAN = WIDTH - LEFT - RIGHT;

/**
 * One row per name with a dot for each sample and a mark at the median. `bars` are { at, label } for all rows, a row's own `bar`
 * is a number; `band` are two values between which everything should lie.
 */
export function strip({ title, rows, write, log = false, bars = [], band }) {
  const shown = [...rows.flatMap(({ values, bar }) => [...values, ...(bar === undefined ? [] : [bar])]), ...bars.map(({ at }) => at), ...(band ?? [])];
  const scale = scaled(shown, log);
  const height = rows.length * ROW + AXIS + 16;
  const lines = rows.map((row, index) => stripRow(row, 24 + index * ROW, scale, write));
  const marks = bars.map(({ at, label }) => {
    const x = scale.x(at);
    return `<path class="bar" d="M${x} 14V${height - AXIS}"/><text class="small" x="${x}" y="10" text-anchor="middle">${escaped(label)}</text>`;
  });
  const between = band ? `<rect class="band" x="${scale.x(band[0])}" y="14" width="${fixed(scale.x(band[1]) - scale.x(band[0]))}" height="${height - AXIS - 14}"/>` : "";
  return svg(title, height, `${between}${axis(scale, height, write)}${marks.join("")}${lines.join("")}`);
}

function stripRow({ name, values, bar, ours = false }, y, scale, write) {
  const dots = values.map((value) => `<circle class="dot" cx="${scale.x(value)}" cy="${y}" r="4.5"/>`).join("");
  const middle = scale.x(median(values));
  const own = bar === undefined ? "" : `<path class="bar" d="M${scale.x(bar)} ${y - 12}v24"/>`;
  return `<g${ours ? ' class="ours"' : ""}><text x="${LEFT - 12}" y="${y + 4}" text-anchor="end">${escaped(name)}</text>${own}${dots}` +
    `<path class="mid" d="M${middle} ${y - 10}v20"/><text class="value" x="${WIDTH - RIGHT + 8}" y="${y + 4}">${escaped(write(median(values)))}</text></g>`;
}

/** One line per series over the same named places, on a logarithmic scale. `limit` is { place, at, label }. */
export function curves({ title, places, series, write, limit }) {
  const height = 260;
  const all = [...series.flatMap(({ values }) => values), limit.at];
  const [low, high] = [Math.log10(Math.min(...all)) - 0.1, Math.log10(Math.max(...all)) + 0.15];
  const x = (index) => fixed(LEFT + (SPAN * index) / (places.length - 1));
  const y = (value) => fixed(20 + (height - 60) * (1 - (Math.log10(value) - low) / (high - low)));
  const ticks = decades(low, high).map((value) => `<path class="grid" d="M${LEFT} ${y(value)}h${SPAN}"/><text class="small" x="${LEFT - 8}" y="${y(value) + 4}" text-anchor="end">${escaped(write(value))}</text>`);
  const names = places.map((name, index) => `<text class="small" x="${x(index)}" y="${height - 14}" text-anchor="middle">${escaped(name)}</text>`);
  const lines = series.map(({ name, values, ours }, number) => {
    const points = values.map((value, index) => `${x(index)},${y(value)}`).join(" ");
    const last = y(values.at(-1)) + 4 + (number - (series.length - 1) / 2) * 2;
    return `<g class="${ours ? "ours" : "other"}"><polyline class="line" points="${points}"/><text x="${LEFT + SPAN + 8}" y="${last}">${escaped(name)}</text></g>`;
  });
  const at = x(places.indexOf(limit.place));
  const mark = `<path class="bar" d="M${at - 26} ${y(limit.at)}h52"/><text class="small" x="${at}" y="${y(limit.at) - 6}" text-anchor="middle">${escaped(limit.label)}</text>`;
  return svg(title, height, `${ticks.join("")}${names.join("")}${mark}${lines.join("")}`);
}

function svg(title, height, content) {
  return `<svg viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label="${escaped(title)}. The values stand in the table below.">${content}</svg>`;
}

/** Where a value lies: from zero, or by its logarithm. */
function scaled(values, log) {
  // Nothing at all has no logarithm.
  const above = values.filter((value) => value > 0);
  const [low, high] = log ? [Math.log10(Math.min(...above)) - 0.1, Math.log10(Math.max(...above)) + 0.1] : [Math.min(0, ...values), Math.max(...values) * 1.05 || 1];
  const place = (value) => ((log ? Math.max(low, Math.log10(value)) : value) - low) / (high - low);
  return { x: (value) => fixed(LEFT + SPAN * place(value)), ticks: log ? decades(low, high) : round(low, high) };
}

function axis({ x, ticks }, height, write) {
  const bottom = height - AXIS;
  return ticks.map((value) => `<path class="grid" d="M${x(value)} 14V${bottom}"/><text class="small" x="${x(value)}" y="${bottom + 16}" text-anchor="middle">${escaped(write(value))}</text>`).join("");
}

/** The powers of ten in a span of logarithms; in a short one their double and fivefold too. */
function decades(low, high) {
  const from = Math.floor(low);
  const steps = high - low < 2 ? [1, 2, 5] : [1];
  const all = Array.from({ length: Math.ceil(high) - from + 1 }, (_, index) => steps.map((step) => step * 10 ** (from + index))).flat();
  return all.filter((value) => Math.log10(value) >= low && Math.log10(value) <= high);
}

/** A few round values between two. */
function round(low, high) {
  const raw = (high - low) / 5;
  const unit = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * unit).find((candidate) => candidate >= raw);
  const from = Math.ceil(low / step);
  return Array.from({ length: Math.floor(high / step) - from + 1 }, (_, index) => (from + index) * step);
}

const fixed = (value) => Number(value.toFixed(1));
