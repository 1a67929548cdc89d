// The few statistics that the reports need.
export const sorted = (values) => Float64Array.from(values).sort();

/** The value that the share `p` of all samples does not exceed (nearest rank). */
export function percentile(values, p) {
  const ordered = sorted(values);
  return ordered[Math.min(ordered.length - 1, Math.max(0, Math.ceil(p * ordered.length) - 1))];
}

export function median(values) {
  const ordered = sorted(values);
  const middle = ordered.length >> 1;
  return ordered.length % 2 === 1 ? ordered[middle] : (ordered[middle - 1] + ordered[middle]) / 2;
}

export const least = (values) => Math.min(...values);
export const most = (values) => values.reduce((high, value) => Math.max(high, value), -Infinity);

/** One side's figure through another's, round by round: what slows the machine down slows both sides of a round. */
export function ratios(samples, above, below, figure = "rate") {
  const of = (side) => samples.filter((sample) => sample.side === side);
  const pairs = of(above).map((sample) => sample[figure] / of(below).find(({ round }) => round === sample.round)[figure]);
  return { pairs, median: median(pairs) };
}

/** Whether two sides that are the same came out the same. If not, the figures beside them say nothing. */
export function even(samples, one, other, tolerance = 0.05) {
  return Math.abs(ratios(samples, one, other).median - 1) <= tolerance;
}
