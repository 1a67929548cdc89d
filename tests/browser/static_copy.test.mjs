// Behind a real nginx, set up as docs/operations.md says: while the program is down, its last public pages go on being served.
import assert from "node:assert/strict";
import { mkdir, mkdtemp, readFile, readdir, rm, stat, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { setTimeout as pause } from "node:timers/promises";
import { gunzipSync, brotliDecompressSync } from "node:zlib";
import { killAll, start, stop } from "../../scripts/bench/children.mjs";
import { freePort } from "../../scripts/bench/http.mjs";
import { peers } from "../../scripts/bench/peers.mjs";
import { root, startServer } from "./support/server.mjs";

// A debug server on a busy machine takes half a minute for a copy.
const copyLimitMs = 120_000;
const protecting = ["content-security-policy", "x-content-type-options", "referrer-policy", "cross-origin-opener-policy", "cross-origin-resource-policy", "permissions-policy", "access-control-allow-origin", "cache-control"];
const packages = await peers(root, console.log).catch((error) => error);
const skip = packages instanceof Error && `NO NGINX: nothing of this was tested. ${packages.message}`;
if (skip) console.error(skip);
process.once("exit", killAll);

test("while the program is down a proxy shows its last public pages and says what does not work", { skip, timeout: 400_000 }, async () => {
  const folder = await mkdtemp(join(tmpdir(), "faserstand-nginx-"));
  const copy = join(folder, "copy");
  const server = await startServer({ flags: ["--static-copy", copy] });
  const current = join(copy, "aktuell");
  await until(() => stat(current), "the first copy");
  const [proxy, bare] = [await nginx(join(folder, "proxy"), await documented(server, copy)), await nginx(join(folder, "bare"), withoutCopy(await documented(server, copy)))];
  after(async () => {
    await Promise.all([stop(proxy), stop(bare)]);
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const asset = `/assets/${(await readdir(join(current, "www/assets"))).find((name) => name.endsWith(".wasm"))}`;
  const pages = ["/", "/en/", "/fr/gebiet/griesheim", "/verlauf.atom", "/gebiet/griesheim", "/verlauf", "/live/town.json", "/live/areas/griesheim.json", "/api/public/v1/town.json", "/api/public/v1/areas.geojson", "/api/public/v1/readings.csv", "/robots.txt", "/favicon.svg", asset];
  const needing = [["GET", "/arbeit"], ["GET", "/arbeit/zahlen"], ["GET", "/hinweis"], ["POST", "/hinweis"], ["POST", "/api/session/current"], ["GET", "/gibt-es-nicht"]];

  // What changes while the program runs is in the copy.
  assert.equal((await server.importReadings("Ortsteil;Stand;Verträge;Anmerkung\nGriesheim;10.11.2023;301;Frisch gezählt\n")).code, 0);
  await until(async () => (await readFile(join(current, "www/gebiet/griesheim.html"), "utf8")).includes("Frisch gezählt"), "the copy of the change");

  const before = new Map();
  for (const path of pages) {
    const [direct, proxied] = [await ask(server.url + path), await ask(proxy.url + path)];
    assert.equal(proxied.status, 200, path);
    assert.ok(proxied.body.equals(direct.body), `${path} comes from the program`);
    assert.deepEqual(shown(proxied), shown(direct), path);
    before.set(path, direct);
  }
  assert.ok(before.get("/gebiet/griesheim").body.includes("Frisch gezählt"));
  assert.equal((await ask(`${proxy.url}/arbeit`)).status, 200);

  await server.kill();
  await assert.rejects(ask(server.url), "the program is gone");
  assert.equal((await ask(bare.url)).status, 502, "without the copy nothing is there");
  for (const path of pages) {
    const held = before.get(path);
    for (const [encoding, unpack] of [["identity", (body) => body], ["gzip", gunzipSync], ["br", brotliDecompressSync]]) {
      const answer = await ask(proxy.url + path, { encoding });
      assert.equal(answer.status, 200, path);
      const packed = answer.headers["content-encoding"];
      assert.ok(packed === undefined || packed === encoding, `${path} in ${packed}`);
      assert.ok((packed ? unpack(answer.body) : answer.body).equals(held.body), `${path} in ${encoding}`);
      if (path === "/" && encoding !== "identity") assert.equal(packed, encoding);
      const kept = (headers) => ({ ...headers, "cache-control": undefined, "content-type": headers["content-type"].toLowerCase() });
      assert.deepEqual(kept(shown(answer)), kept(shown(held)), path);
    }
  }
  for (const [method, path] of needing) {
    const answer = await ask(proxy.url + path, { method });
    assert.equal(answer.status, 503, `${method} ${path}`);
    assert.match(answer.body.toString(), /<h1[^>]*>Das geht im Moment nicht\.<\/h1>/, path);
    assert.match(answer.headers["content-type"], /^text\/html; charset=utf-8$/i, path);
    assert.ok(answer.headers["retry-after"] && answer.headers["content-security-policy"], path);
  }
  for (const [path, title] of [["/en/hinweis", "This does not work at the moment."], ["/fr/hinweis", "Cela ne fonctionne pas pour le moment."]]) {
    const answer = await ask(proxy.url + path);
    assert.equal(answer.status, 503, path);
    assert.ok(answer.body.includes(title), path);
  }
  await server.resume();
  for (const path of ["/", "/arbeit", "/hinweis"]) assert.equal((await ask(proxy.url + path)).status, 200, path);
});

/** The settings that the documentation shows, for this server and this folder, with what it says may be switched on. */
async function documented(server, copy) {
  const text = await readFile(join(root, "docs/operations.md"), "utf8");
  const block = [...text.matchAll(/```nginx\n([\s\S]*?)```/g)].map(([, block]) => block).find((block) => block.includes("@copy"));
  assert.ok(block, "the documentation shows no settings");
  return block.replaceAll("127.0.0.1:8080", new URL(server.url).host).replaceAll("/var/cache/faserstand", copy).replace("# brotli_static on;", "brotli_static on;");
}

const withoutCopy = (settings) => settings.replaceAll(/^\s*error_page 502 504.*$/gm, "");

async function nginx(folder, settings) {
  const port = await freePort();
  await mkdir(folder);
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`).join("\n");
  const user = process.getuid() === 0 ? "user root;" : "";
  await writeFile(join(folder, "nginx.conf"), `${user}\nload_module ${packages.brotli};\ndaemon off;\npid ${folder}/nginx.pid;\nerror_log stderr warn;\nevents {}\nhttp {\n${temporary}\naccess_log off;\nserver {\nlisten 127.0.0.1:${port};\n${settings}\n}\n}\n`);
  const started = start(packages.nginx, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], { env: packages.env });
  const url = `http://127.0.0.1:${port}`;
  await until(() => ask(url), `nginx: ${started.said()}`).catch((error) => { throw new Error(`${error.message}\n${started.said()}`); });
  assert.doesNotMatch(started.said(), /\[(warn|error|emerg)\]/, "it takes the settings as they are");
  return { ...started, url };
}

/** What a reader is protected by, and what kind of thing it is. */
function shown({ headers }) {
  const some = protecting.filter((name) => headers[name] !== undefined).map((name) => [name, headers[name]]);
  return Object.fromEntries([...some, ["content-type", headers["content-type"]]]);
}

function ask(url, { method = "GET", encoding = "identity" } = {}) {
  return new Promise((resolve, reject) => {
    const asked = request(url, { method, agent: false, headers: { "accept-encoding": encoding } }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part)).on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.setTimeout(10_000, () => asked.destroy(new Error(`${url} did not answer`)));
    asked.on("error", reject).end();
  });
}

async function until(happens, what) {
  for (const end = Date.now() + copyLimitMs; Date.now() < end; await pause(100)) {
    if (await Promise.resolve().then(happens).catch(() => false)) return;
  }
  throw new Error(`this did not happen: ${what}`);
}
