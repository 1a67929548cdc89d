// What the program takes: time to start, memory, bytes on the disk and on the line.
import { statSync } from "node:fs";
import { join } from "node:path";
import { stop } from "./children.mjs";
import { get, page } from "./http.mjs";
import { faserstand } from "./server.mjs";

/** Milliseconds from the start of the process to the first 200 on `/`, with an empty data folder and with one in use. */
export async function starts({ binary, folder, times, tell }) {
  const samples = [];
  const note = async (kind, data) => {
    const server = await faserstand(binary, data);
    samples.push({ kind, ms: server.startedIn });
    await stop(server);
  };
  for (let number = 1; number <= times; number += 1) await note("empty", join(folder, `empty-${number}`));
  for (let number = 1; number <= times; number += 1) await note("in use", join(folder, "empty-1"));
  tell(`${times} starts with an empty data folder, ${times} with one in use`);
  return samples;
}

/** Bytes of the pages in each encoding, and of what a browser loads for them. */
export async function bytes(binary, server) {
  const pages = [];
  for (const path of ["/", "/en/", "/fr/", "/gebiet/griesheim"]) {
    const url = new URL(path, server.url);
    // Only what there is: the first one is asked for in any case, further on.
    if (path !== "/" && (await get(url)).status === 404) continue;
    const [br, gzip, plain] = [await page(url, "br"), await page(url, "gzip"), await page(url, "identity")];
    pages.push({ path, brotli: br.body.length, gzip: gzip.body.length, plain: plain.body.length, head: br.headerBytes });
  }
  const bundles = [];
  for (const [name, path] of Object.entries({ public: "/", workspace: "/arbeit" })) {
    bundles.push({ name, files: await assets(server, path) });
  }
  return { binary: statSync(binary).size, pages, bundles };
}

/** The files that a page names, as they are sent to a browser that understands brotli. */
async function assets(server, path) {
  const html = (await page(new URL(path, server.url), "identity")).body.toString();
  const names = [...new Set(html.match(/\/assets\/[\w.-]+/g))].sort();
  return Promise.all(names.map((name) => asset(server, name)));
}

async function asset(server, name) {
  const answer = await get(new URL(name, server.url), { encoding: "br" });
  if (answer.status !== 200) throw new Error(`${name} answered ${answer.status}: the program and dist/ are not of one build`);
  return { name, bytes: answer.body.length, brotli: answer.headers["content-encoding"] === "br" };
}
