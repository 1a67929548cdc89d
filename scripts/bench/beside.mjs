// The programs that stand beside Faserstand while it is measured, each with the same data or the same bytes.
import { join } from "node:path";
import { datasette, JSON_ROWS, PAGE } from "./datasette.mjs";
import { get, page } from "./http.mjs";
import { nginx } from "./nginx.mjs";
import { AREAS, pocketbase, prepare } from "./pocketbase.mjs";
import { town } from "./town.mjs";

/** Sides for the capacity: { name, url, pid, what }, Faserstand first. `stop` are the programs to be ended afterwards. */
export async function sides({ server, tools, python, folder, core }) {
  const original = { brotli: await page(server.url, "br"), plain: (await page(server.url, "identity")).body };
  const copies = [await nginx(tools, join(folder, "nginx-1"), original, core), await nginx(tools, join(folder, "nginx-2"), original, core)];
  const [first, second] = copies.map(({ url, worker }) => ({ url, pid: worker, what: "the same bytes from a file" }));
  const all = [{ name: "faserstand", url: server.url, pid: server.pid, what: "the start page" }, { name: "nginx", ...first }, { name: "other nginx", ...second }];
  if (python.missing) return { all, stop: copies };
  const tables = await town(server);
  const prepared = join(folder, "pocketbase");
  await prepare(python, prepared, tables, original.plain);
  const [pb, ds] = [await pocketbase(python, prepared, core), await datasette(python, join(folder, "datasette"), tables, core)];
  const more = [
    { name: "pocketbase list", url: pb.url + AREAS, pid: pb.pid, what: "state of the areas by rank, JSON" },
    { name: "pocketbase file", url: `${pb.url}start.html`, pid: pb.pid, what: "the start page as a file, plain" },
    { name: "datasette json", url: ds.url + JSON_ROWS, pid: ds.pid, what: "state of the areas by rank, JSON" },
    { name: "datasette page", url: ds.url + PAGE, pid: ds.pid, what: "state of the areas by rank, HTML" },
  ];
  return { all: [...all, ...more], stop: [...copies, pb, ds], prepared };
}

/** What each side answers: a reader sees that it is the same, or what is not. */
export async function answers(all) {
  const entries = all.map(async ({ name, url, what }) => {
    const { status, headers, headerBytes, body } = await get(url, { encoding: "br" });
    if (status !== 200) throw new Error(`${name} answered ${status}`);
    return [name, { what, bytes: body.length, encoding: headers["content-encoding"] ?? "plain", head: headerBytes }];
  });
  return Object.fromEntries(await Promise.all(entries));
}
