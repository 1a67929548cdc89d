// Bundles the style sheets into dist/style/. All but the workspace's are written into the public pages, so every byte counts:
// the design system's primitives are replaced by their literal values, and only what our sources import is shipped.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { bundleAsync } from "lightningcss";
import { brotli, kilobytes, writeIfChanged } from "./lib/bytes.mjs";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const entries = ["start", "area", "large-map", "plain", "workspace"];
// Browsers from May 2024 on know nesting and light-dark(): with these targets neither is rewritten.
const targets = { chrome: 125 << 16, firefox: 126 << 16, safari: (17 << 16) | (5 << 8) };

const kern = kernPrimitives();
try {
  for (const entry of entries) await bundleEntry(entry);
} catch (error) {
  console.error(`styles: ${error.fileName ? `${relative(root, error.fileName)}:${error.loc?.line ?? 0}: ` : ""}${error.message}`);
  process.exit(1);
}

async function bundleEntry(entry) {
  const { code } = await bundleAsync({
    filename: join(root, "style", `${entry}.css`),
    minify: true,
    targets,
    resolver: { read: (file) => inlinePrimitives(readFileSync(file, "utf8"), file) },
  });
  writeIfChanged(join(root, "dist/style", `${entry}.css`), code);
  console.log(`  ${`${entry}.css`.padEnd(16)} ${kilobytes(code.length)} raw ${kilobytes(brotli(code).length)} brotli`);
}

// name -> every value the design system gives it; a theme-dependent name has several.
function kernPrimitives() {
  const css = readFileSync(createRequire(import.meta.url).resolve("@kern-ux/native/dist/kern.css"), "utf8");
  const values = new Map();
  for (const [, name, value] of css.replace(/\/\*[^]*?\*\//g, "").matchAll(/(--kern-[\w-]+)\s*:\s*([^;}]+)/g)) {
    values.set(name, (values.get(name) ?? new Set()).add(value.trim()));
  }
  return values;
}

function inlinePrimitives(css, file) {
  // Comments are matched first and kept as they are, so that one may mention a variable.
  return css.replace(/\/\*[^]*?\*\/|var\(\s*(--kern-[\w-]+)\s*\)|--kern-[\w-]+/g, (match, name, offset) => {
    if (match.startsWith("/*")) return match;
    const line = css.slice(0, offset).split("\n").length;
    const where = `${relative(root, file)}:${line}`;
    if (!name) throw new Error(`${where}: ${match} must be written var(${match}), without a fallback`);
    return literal(name, where);
  });
}

function literal(name, where) {
  const values = [...(kern.get(name) ?? [])];
  if (values.length === 0) throw new Error(`${where}: ${name} is not a variable of @kern-ux/native`);
  if (values.length > 1) throw new Error(`${where}: ${name} depends on the theme there; use its primitives in light-dark()`);
  return values[0].replace(/var\(\s*(--kern-[\w-]+)\s*\)/g, (_, inner) => literal(inner, where));
}
