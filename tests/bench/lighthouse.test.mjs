// A browser that did not record its trace costs one more try, not the whole measurement.
import assert from "node:assert/strict";
import { test } from "node:test";
import { patiently } from "../../scripts/bench/lighthouse.mjs";

const untraced = "node ended with 1: Something went wrong with recording the trace over your page load. Please run Lighthouse again. (NO_NAVSTART)";

/** An audit that fails so many times, and what is told of it. */
function audit(failures, message) {
  const told = [];
  let tries = 0;
  const run = async () => {
    tries += 1;
    if (tries <= failures) throw new Error(message);
    return tries;
  };
  return { told, run: () => patiently(run, (line) => told.push(line)), tries: () => tries };
}

test("an audit without a trace is run again, and that is told", async () => {
  const { run, told } = audit(2, untraced);
  assert.equal(await run(), 3);
  assert.deepEqual(told, ["once more: NO_NAVSTART", "once more: NO_NAVSTART"]);
});

test("it ends after three tries", async () => {
  await assert.rejects(audit(3, untraced).run(), /NO_NAVSTART/);
});

test("any other fault is told at once", async () => {
  const { run, tries } = audit(1, "node ended with 1: the page cannot be reached");
  await assert.rejects(run(), /cannot be reached/);
  assert.equal(tries(), 1);
});
