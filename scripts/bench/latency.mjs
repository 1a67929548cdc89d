// How long a page takes at a fixed rate of requests; nginx beside it shows what is the generator's own.
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";

const GENERATOR = fileURLToPath(new URL("openloop.mjs", import.meta.url));

export async function latency({ sides, core, rate, rounds, seconds, tell }) {
  const settings = Object.entries({ rate, rounds, seconds }).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const urls = sides.map((side) => side.url);
  const { output } = await run(process.execPath, [GENERATOR, ...settings, ...urls], { core, onLine: tell });
  const [, ...rows] = output.trim().split("\n");
  return rows.map((row) => {
    const [side, round, intended, lag, taken] = row.split(",").map(Number);
    return { side: sides[side].name, round, intended_ms: intended, lag_ms: lag, latency_ms: taken };
  });
}
