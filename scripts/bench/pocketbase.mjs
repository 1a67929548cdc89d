// PocketBase with the same town in it: each area's state and all readings as collections that anybody may read.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run, start, stop } from "./children.mjs";
import { firstAnswer, freePort, post } from "./http.mjs";

const OPERATOR = { identity: "bench@example.org", password: "nur-fuer-die-messung" };
/** The state of all areas by rank; without counting them beforehand, which makes it faster. */
export const AREAS = "api/collections/areas/records?perPage=100&sort=-percent&skipTotal=1";

/** Starts it on a data folder; the files in `www` are served as they are. */
export async function pocketbase({ pocketbase: program }, folder, core) {
  const port = await freePort();
  const places = [`--dir=${join(folder, "data")}`, `--publicDir=${join(folder, "www")}`, `--hooksDir=${join(folder, "none")}`, `--migrationsDir=${join(folder, "none")}`];
  const server = start(program, ["serve", `--http=127.0.0.1:${port}`, ...places], { core, cwd: folder });
  const url = `http://127.0.0.1:${port}/`;
  await firstAnswer(`${url}api/health`, server);
  return { ...server, url };
}

/** Makes a data folder with the tables of a town, and `page` as a file to be served. */
export async function prepare(peers, folder, { areas, readings }, page) {
  mkdirSync(join(folder, "www"), { recursive: true });
  writeFileSync(join(folder, "www/start.html"), page);
  await run(peers.pocketbase, ["superuser", "upsert", OPERATOR.identity, OPERATOR.password, `--dir=${join(folder, "data")}`], { cwd: folder });
  const server = await pocketbase(peers, folder);
  const headers = { authorization: await signIn(server) };
  const make = (path, body) => post(new URL(path, server.url), body, headers);
  for (const [name, rows] of Object.entries({ areas, readings })) {
    await make("api/collections", { name, type: "base", listRule: "", viewRule: "", createRule: '@request.auth.id != ""', fields: fields(rows) });
    for (const row of rows) await make(`api/collections/${name}/records`, row);
  }
  await make("api/collections/users/records", { email: OPERATOR.identity, password: OPERATOR.password, passwordConfirm: OPERATOR.password });
  await stop(server);
}

/** The token of the operator, or of an ordinary user. */
export async function signIn({ url }, collection = "_superusers") {
  const { body } = await post(new URL(`api/collections/${collection}/auth-with-password`, url), OPERATOR, {});
  return JSON.parse(body).token;
}

/** How it brings a change to the disk is written in the program. */
export function synchronous({ pocketbase: program }) {
  return /synchronous\((\w+)\)/.exec(readFileSync(program, "latin1"))?.[1] ?? "unknown";
}

function fields(rows) {
  const type = (name) => {
    const value = rows.map((row) => row[name]).find((value) => value !== null && value !== "");
    return { number: "number", boolean: "bool" }[typeof value] ?? "text";
  };
  return Object.keys(rows[0]).map((name) => ({ name, type: type(name) }));
}
