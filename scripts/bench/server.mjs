// Faserstand as it is delivered: the program, a data folder of its own, the demonstration town.
import { join } from "node:path";
import { firstAnswer, freePort } from "./http.mjs";
import { start } from "./children.mjs";

/** Starts it and waits for the first page; `startedIn` is how long that took, in milliseconds. */
export async function faserstand(binary, data, core, host = "127.0.0.1") {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}/`;
  const from = performance.now();
  const server = start(binary, ["serve", "--demo", "--listen", `${host}:${port}`, "--data", data], { core, env: environment() });
  const startedIn = (await firstAnswer(url, server)) - from;
  return { ...server, url, startedIn, data, database: join(data, "faserstand.sqlite") };
}

/** Its settings are those of the command line alone. */
export function environment() {
  const ours = ([name]) => name !== "RUST_LOG" && !name.startsWith("FASERSTAND_");
  return Object.fromEntries(Object.entries(process.env).filter(ours));
}
