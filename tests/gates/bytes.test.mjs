// What a reader on a slow connection pays, measured as sent.
import assert from "node:assert/strict";
import { readFileSync, readdirSync, statSync } from "node:fs";
import { get } from "node:http";
import { join } from "node:path";
import { after, test } from "node:test";
import { brotli } from "../../scripts/lib/bytes.mjs";
import { root, startServer } from "../browser/support/server.mjs";

const assets = join(root, "dist/embed/assets");
const pageLimits = { "/": 14_000, "/en/": 14_000, "/fr/": 14_000, "/gebiet/griesheim": 18_000, "/karte": 14_000, "/en/gebiet/griesheim": 18_000 };
const bundleLimits = { public: 100_000, workspace: 250_000 };
// The style stands in each page, and is a third of the start page: a page that may have 14 000 bytes must not fill up with it. The
// limits are some hundred bytes above what there is, so that a sheet that grows is noticed and asked what for.
const styleLimits = { "/": 4_600, "/gebiet/griesheim": 4_750, "/karte": 4_600, "/verlauf": 4_200 };
const workspaceStyleLimit = 8_500;

const server = await startServer();
after(() => server.stop());

for (const [path, limit] of Object.entries(pageLimits)) {
  test(`${path} with its data is at most ${limit} bytes`, async (t) => {
    const { headers, body } = await fetchBrotli(path);
    assert.equal(headers["content-encoding"], "br");
    t.diagnostic(`${path} ${body.length} bytes brotli`);
    assert.ok(body.length <= limit, `${body.length} > ${limit}`);
  });
}

for (const [name, limit] of Object.entries(bundleLimits)) {
  test(`the ${name} program with its scripts is at most ${limit} bytes`, (t) => {
    const files = readdirSync(assets).filter((file) => file.endsWith(".br") && (file.startsWith(`${name}-`) || file.startsWith("boot-")));
    for (const ending of [".wasm.br", ".js.br"]) assert.ok(files.some((file) => file.startsWith(name) && file.endsWith(ending)), `${name}*${ending}`);
    const sizes = files.filter((file) => !file.endsWith(".css.br")).map((file) => [file, statSync(join(assets, file)).size]);
    const sum = sizes.reduce((sum, [, size]) => sum + size, 0);
    for (const [file, size] of sizes) t.diagnostic(`${file} ${size} bytes`);
    t.diagnostic(`${name} altogether ${sum} bytes brotli`);
    assert.ok(sum <= limit, `${sum} > ${limit}`);
  });
}

for (const [path, limit] of Object.entries(styleLimits)) {
  test(`the style in ${path} is at most ${limit} bytes, and there is no other`, async (t) => {
    const page = await (await fetch(server.url + path)).text();
    const styles = [...page.matchAll(/<style>([^]*?)<\/style>/g)].map(([, style]) => style);
    assert.equal(styles.length, 1);
    assert.doesNotMatch(page, /rel="?stylesheet/);
    const size = brotli(Buffer.from(styles[0])).length;
    t.diagnostic(`${path} ${styles[0].length} bytes of style, ${size} bytes brotli`);
    assert.ok(size > 1_000 && size <= limit, `${size} > ${limit}`);
  });
}

test(`the workspace's style sheet is at most ${workspaceStyleLimit} bytes`, async (t) => {
  const page = await (await fetch(`${server.url}/arbeit`)).text();
  const sheets = [...page.matchAll(/href="(\/assets\/[\w.-]+\.css)"/g)].map(([, address]) => address);
  assert.equal(sheets.length, 1);
  const { headers, body } = await fetchBrotli(sheets[0]);
  assert.equal(headers["content-encoding"], "br");
  t.diagnostic(`${sheets[0]} ${body.length} bytes brotli`);
  assert.ok(body.length > 1_000 && body.length <= workspaceStyleLimit, `${body.length} > ${workspaceStyleLimit}`);
});

test("every file that a page names is there, compressed and kept for ever", async () => {
  for (const path of ["/", "/gebiet/griesheim", "/gebiet/atlantis", "/arbeit"]) {
    const page = await (await fetch(server.url + path)).text();
    const named = [...page.matchAll(/(?:src|href|content)="(\/(?:assets\/)?[\w.-]+\.\w+)"/g)].map(([, address]) => address);
    assert.ok(named.some((address) => address.endsWith(".wasm")) && named.some((address) => address.endsWith(".js")), `${path} names a program`);
    for (const address of named) {
      const { status, headers, body } = await fetchBrotli(address);
      assert.equal(status, 200, `${address} of ${path}`);
      assert.ok(body.length > 0, address);
      assert.equal(headers["content-encoding"], "br", address);
      if (address.startsWith("/assets/")) assert.match(headers["cache-control"], /immutable/, address);
    }
  }
});

test("the pages name the files that were measured", async () => {
  for (const [path, name] of [["/", "public"], ["/arbeit", "workspace"]]) {
    const page = await (await fetch(server.url + path)).text();
    const named = [...page.matchAll(/\/assets\/([\w.-]+)/g)].map(([, file]) => file).sort();
    const measured = readdirSync(assets).filter((file) => (file.startsWith(`${name}-`) || file.startsWith("boot-")) && !/\.(br|gz)$/.test(file)).sort();
    assert.deepEqual([...new Set(named)], measured, "no old file lies beside them");
    for (const file of measured) assert.ok(readFileSync(join(assets, file)).length > 0, file);
  }
});

/** A request as a browser sends it; `fetch` would unpack the answer. */
function fetchBrotli(path) {
  return new Promise((resolve, reject) => {
    get(server.url + path, { headers: { "accept-encoding": "br" } }, (answer) => {
      const chunks = [];
      answer.on("data", (chunk) => chunks.push(chunk));
      answer.on("end", () => resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(chunks) }));
    }).on("error", reject);
  });
}
