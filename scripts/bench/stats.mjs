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
