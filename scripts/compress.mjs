// Gathers everything that the server hands out into dist/embed/, which it embeds in release and reads from disk in debug:
//   assets/  what Trunk built: immutable, the name carries a hash of the content
//   root/    the files of public/, served at the root under their own names
//   pages/   the two pages that Trunk built, and the style sheets that the server writes into the public ones
// Beside each file in assets/ and root/ lie NAME.br and NAME.gz, wherever that is smaller. With --dev nothing is compressed.
import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { basename, dirname, extname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { brotli, gzip, kilobytes, writeIfChanged } from "./lib/bytes.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const dev = process.argv.includes("--dev");
const embed = join(root, "dist/embed");
const compressible = new Set([".css", ".html", ".ico", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest", ".xml"]);
// The server replaces these; a page that lost one would fail only in front of a reader.
const markers = [
  '<html lang="{{lang}}">',
  "<title>{{title}}</title>",
  'content="{{description}}"',
  "{{links}}",
  "<style>{{style}}</style>",
  "{{header}}",
  '<div id="app">{{app}}</div>',
  "{{footer}}",
  "{{boot}}",
];

const written = new Set();
await gather("public", "index.html", markers);
await gather("workspace", "workspace.html", ['<div id="app"></div>']);
for (const file of filesIn(join(root, "public"))) offer(join("root", relative(join(root, "public"), file)), readFileSync(file));
for (const sheet of ["start.css", "area.css", "large-map.css", "plain.css"]) put(join("pages", sheet), readFileSync(join(root, "dist/style", sheet)));
for (const file of filesIn(embed)) if (!written.has(file)) rmSync(file);

/** One of Trunk's folders: its page into pages/, the files that the page names into assets/. */
async function gather(bundle, pageName, expected) {
  const folder = join(root, "dist", bundle);
  let page = readFileSync(join(folder, "index.html"), "utf8");
  for (const [reference, file] of page.matchAll(/\/assets\/([\w.-]+)/g)) {
    const bytes = await finalBytes(join(folder, file));
    // Trunk's name tells the file as compiled. It is served for ever under one name, so the name must tell the final bytes.
    const name = hashedName(file, bytes);
    page = page.replaceAll(reference, `/assets/${name}`);
    offer(join("assets", name), bytes);
  }
  // The template's own comments are for us. Those of the rendered #app, which hydration needs, come in later.
  page = page.replace(/<!--[^]*?-->\n?/g, "");
  for (const text of expected) if (!page.includes(text)) throw new Error(`${pageName}: Trunk's page has lost ${text}`);
  put(join("pages", pageName), page);
}

async function finalBytes(file) {
  // From where it was bundled: after a change of style alone, `make dev` does not run Trunk again.
  if (extname(file) === ".css") return readFileSync(join(root, "dist/style", `${stem(file)}.css`));
  if (extname(file) === ".wasm") return readFileSync(dev ? file : join(root, "dist/optimised", basename(file)));
  if (extname(file) !== ".js") throw new Error(`${file}: nothing is known about how to serve this`);
  // Not Trunk's minifier, which does not understand the syntax of wasm-bindgen's scripts.
  // Bundled, so that the small scripts which crates bring along (Trunk's snippets/ folder) need no request of their own.
  const options = { bundle: true, format: "esm", target: "es2022", minify: !dev, legalComments: "none", write: false };
  const { outputFiles } = await build({ entryPoints: [file], ...options });
  return Buffer.from(outputFiles[0].contents);
}

// Trunk's names are STEM-HASH.js, STEM-HASH_bg.wasm.
function stem(file) {
  return basename(file).replace(/-[0-9a-f]{1,16}(_bg)?\.\w+$/, "");
}

function hashedName(file, bytes) {
  return `${stem(file)}-${createHash("sha256").update(bytes).digest("hex").slice(0, 16)}${extname(file)}`;
}

function offer(path, bytes) {
  if (written.has(join(embed, path))) return; // boot.js, the same in both
  put(path, bytes);
  if (dev || !compressible.has(extname(path))) return;
  const small = { br: brotli(bytes), gz: gzip(bytes) };
  for (const [suffix, packed] of Object.entries(small)) if (packed.length < bytes.length) put(`${path}.${suffix}`, packed);
  console.log(`  ${path.padEnd(40)} ${kilobytes(bytes.length)} raw ${kilobytes(small.br.length)} brotli`);
}

function put(path, bytes) {
  const file = join(embed, path);
  writeIfChanged(file, bytes);
  written.add(file);
}

function filesIn(folder) {
  if (!existsSync(folder)) return [];
  const all = readdirSync(folder, { recursive: true }).map((name) => join(folder, name));
  return all.filter((file) => statSync(file).isFile()).sort();
}
