// One slice of as many requests as go through, from one thread over kept connections.
import { run } from "./children.mjs";

const CONNECTIONS = 32;
const PATIENCE = 10; // seconds that an answer may take: some of what is measured is slow

/** Requests per second. A single answer that is not 200, or a broken connection, is an error. */
export async function wrk({ wrk: program, env }, url, seconds, core) {
  const args = ["--threads", "1", "--connections", String(CONNECTIONS), "--duration", `${seconds}s`, "--timeout", `${PATIENCE}s`, "--header", "Accept-Encoding: br"];
  const { output } = await run(program, [...args, url], { core, env });
  const trouble = /Non-2xx.*|Socket errors.*/.exec(output);
  const total = /(\d+) requests in/.exec(output);
  const rate = /Requests\/sec:\s+([\d.]+)/.exec(output);
  if (trouble || !total || !rate) throw new Error(`wrk, ${url}: ${trouble?.[0] ?? output}`);
  return { requests: Number(total[1]), rate: Number(rate[1]) };
}
