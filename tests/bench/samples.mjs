// The samples of a run in which everything was as it should be. No figure here was measured.

const every = (rounds, sides, make) => Array.from({ length: rounds }, (_, index) => sides.map((side) => ({ round: index + 1, side, ...make(side, index) }))).flat();

const RATES = { faserstand: 90_000, nginx: 100_000, "other nginx": 101_000, "pocketbase list": 3_000, "pocketbase file": 20_000, "datasette json": 600, "datasette page": 90 };
const SAVED = { disk: 1_000, "1 clients": 800, "64 clients": 5_000, pocketbase: 4_000 };
const VISITS = {
  "script on": { number_ms: 500, fcp_ms: 480, lcp_ms: 700, cls: 0, tbt_ms: 60, usable_ms: null },
  "script off": { number_ms: 490, fcp_ms: 480, lcp_ms: 690, cls: 0, tbt_ms: 0, usable_ms: null },
  workspace: { number_ms: null, fcp_ms: 400, lcp_ms: 1_500, cls: 0, tbt_ms: 90, usable_ms: 1_900 },
};

/** A fresh copy each time: a test changes what it is about. */
export function soundRun() {
  const files = (name) => ({ name, files: [{ name: `/assets/${name}-0.wasm`, bytes: 80_000, brotli: true }, { name: `/assets/${name}-0.js`, bytes: 5_000, brotli: true }] });
  return {
    rate: 300, quiet: true, synchronous: "NORMAL", notes: [], setting: { commit: "none" },
    // The machine gets slower from round to round; that is nobody's merit.
    capacity: every(3, Object.keys(RATES), (side, round) => ({ rate: RATES[side] / (1 + round), perProcessorSecond: RATES[side], busy: 0.98 })),
    answers: Object.fromEntries(Object.keys(RATES).map((side) => [side, { what: "a page", bytes: 9_000, encoding: "br", head: 800 }])),
    latency: every(2, ["faserstand", "nginx"], () => ({ intended_ms: 1, lag_ms: 0.01, latency_ms: 0.4 })),
    freshness: [{ percent: 16.1, after_ms: 300 }, { percent: 16.2, after_ms: 500 }],
    edits: every(3, Object.keys(SAVED), (side, round) => ({ rate: SAVED[side] / (1 + round), median_ms: 2 })),
    starts: ["empty", "in use"].map((kind) => ({ kind, ms: 80 })),
    memory: { idle: { resident: 20e6, anonymous: 4e6 }, after: { resident: 22e6, anonymous: 6e6 }, requests: 1_000 },
    bytes: { binary: 18e6, pages: [{ path: "/", brotli: 9_000, gzip: 10_000, plain: 40_000, head: 800 }], bundles: [files("public"), files("workspace")] },
    shaped: {
      how: "packets",
      samples: Object.entries(VISITS).map(([mode, figures]) => ({ mode, round: 1, ...figures, slowdown: 4 })),
      lines: [
        { name: "slow", down: 1_600, up: 750, roundTrip: 150, measured: { round_trip_ms: 151, down_kbit: 1_540 } },
        { name: "less slow", down: 2_000, up: 500, roundTrip: 40, measured: { round_trip_ms: 41, down_kbit: 1_930 } },
      ],
    },
    lighthouse: { version: "0", samples: [{ path: "/", round: 1, performance: 99, accessibility: 100, best_practices: 100, seo: 100, fcp_ms: 900, lcp_ms: 1_000, tbt_ms: 10, cls: 0, speed_index_ms: 900, short_of: "" }] },
  };
}
