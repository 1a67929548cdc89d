// Which lines there are and who visits what over them.

/** Kilobits a second, and milliseconds there and back. */
export const LINES = [
  { name: "slow mobile line", down: 1_600, up: 750, roundTrip: 150 },
  { name: "2 Mbit/s line", down: 2_000, up: 500, roundTrip: 40 },
];

/** A processor so many times slower than this one. */
export const SLOWDOWN = 4;

export const VISITS = [
  { mode: "script on", path: "/", line: 0 },
  { mode: "script off", path: "/", line: 0, script: false },
  { mode: "workspace", path: "/arbeit/zahlen", line: 1, usable: true },
];
