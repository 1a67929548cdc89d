// Datasette with the same town in it, its database immutable: it then counts its rows once and never looks for changes.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run, start } from "./children.mjs";
import { firstAnswer, freePort } from "./http.mjs";

const TABLES = fileURLToPath(new URL("tools/tables.py", import.meta.url));
/** All areas by rank: as a page, and the same as JSON. */
export const PAGE = "town/areas?_sort_desc=percent";
export const JSON_ROWS = "town/areas.json?_sort_desc=percent&_shape=array";

export async function datasette({ python }, folder, tables, core) {
  mkdirSync(folder, { recursive: true });
  const [database, data] = [join(folder, "town.db"), join(folder, "town.json")];
  writeFileSync(data, JSON.stringify(tables));
  await run("sh", ["-c", '"$1" "$2" "$3" <"$4"', "sh", python, TABLES, database, data]);
  const port = await freePort();
  const server = start(python, ["-m", "datasette", "serve", "--immutable", database, "--host", "127.0.0.1", "--port", String(port)], { core, cwd: folder });
  const url = `http://127.0.0.1:${port}/`;
  await firstAnswer(`${url}-/versions.json`, server);
  return { ...server, url };
}
