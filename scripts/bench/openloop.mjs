// A generator of requests at a fixed rate that does not wait for answers: run as a program, on its own core.
//
// Each request has an instant at which it is meant to be sent, drawn beforehand (random gaps, as readers come, the same
// ones for every side). Its latency counts from that instant to the last byte of the answer: a server that stalls is
// charged for everybody who had to queue meanwhile, and so is this generator for its own delays. What those are shows
// in `lag` (how late a request was sent) and beside a server that is known to be fast.
import http from "node:http";
import { parseArgs } from "node:util";

const WARM_UP = 300; // requests that are not counted, at the beginning of a side's first slice
const GIVE_UP = 10_000; // ms without an answer

const { values: options, positionals: urls } = parseArgs({
  allowPositionals: true,
  options: { rate: { type: "string" }, seconds: { type: "string" }, rounds: { type: "string" } },
});
const [rate, seconds, rounds] = [options.rate, options.seconds, options.rounds].map(Number);
const agent = new http.Agent({ keepAlive: true, maxSockets: 256, scheduling: "lifo" });

for (const url of urls) await slice(url, planned(1, WARM_UP));
console.log("url,round,intended_ms,lag_ms,latency_ms");
for (let round = 1; round <= rounds; round += 1) {
  const plan = planned(round + 1, rate * seconds);
  const order = round % 2 === 1 ? urls : urls.toReversed();
  for (const url of order) {
    const rows = await slice(url, plan);
    for (const row of rows) console.log([urls.indexOf(url), round, ...row.map((number) => number.toFixed(4))].join());
  }
  console.error(`round ${round} of ${rounds}`);
}
agent.destroy();

/** Instants in milliseconds from the beginning of a slice: a Poisson process, the same for the same seed. */
function planned(seed, count) {
  const random = generator(seed);
  let at = 20;
  return Array.from({ length: count }, () => (at += (-Math.log(1 - random()) * 1000) / rate));
}

/** mulberry32: numbers from 0 to 1. */
function generator(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Sends each request at its instant. Rather than sleep, which is good to a millisecond only, it watches the clock. */
function slice(url, plan) {
  return new Promise((resolve, reject) => {
    const rows = [];
    const began = performance.now();
    let next = 0;
    const watch = () => {
      const now = performance.now();
      while (next < plan.length && began + plan[next] <= now) send(plan[next++]);
      if (next < plan.length) setImmediate(watch);
    };
    const send = (intended) => {
      const lag = performance.now() - began - intended;
      const request = http.get(url, { agent, headers: { "accept-encoding": "br" } }, (answer) => {
        if (answer.statusCode !== 200) return reject(new Error(`${url} answered ${answer.statusCode}`));
        answer.on("error", reject).on("end", () => {
          rows.push([intended, lag, performance.now() - began - intended]);
          if (rows.length === plan.length) resolve(rows);
        });
        answer.resume();
      });
      request.setTimeout(GIVE_UP, () => request.destroy(new Error(`${url} did not answer for ${GIVE_UP / 1000} s`)));
      request.on("error", reject);
    };
    watch();
  });
}
