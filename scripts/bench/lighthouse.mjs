// Lighthouse, in the version that tools/package-lock.json names, fetched into .tools: it is heavier than the whole project.
// (One of its packages asks for whatever is newest of another; the `overrides` beside the lock name which one it gets.)
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";

const pins = (name) => fileURLToPath(new URL(`tools/${name}`, import.meta.url));
const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"];
const METRICS = {
  fcp_ms: "first-contentful-paint", lcp_ms: "largest-contentful-paint", tbt_ms: "total-blocking-time", cls: "cumulative-layout-shift", speed_index_ms: "speed-index",
};

/** { program, version }, or { missing } with the reason. */
export async function findLighthouse(root, tell) {
  const folder = join(root, ".tools/bench-lighthouse");
  const [stamp, wanted] = [join(folder, "installed.json"), readFileSync(pins("package-lock.json"), "utf8")];
  try {
    if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== wanted) {
      tell("fetching Lighthouse (npm packages, into .tools; 185 MB)");
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const name of ["package.json", "package-lock.json"]) copyFileSync(pins(name), join(folder, name));
      await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--fetch-retries=1", "--loglevel=error"], { cwd: folder });
      writeFileSync(stamp, wanted);
    }
  } catch (error) {
    const lines = error.message.split("\n");
    return { missing: lines.find((line) => /^npm error (?!code)/.test(line)) ?? lines[0] };
  }
  const { version } = JSON.parse(readFileSync(join(folder, "node_modules/lighthouse/package.json"), "utf8"));
  return { program: join(folder, "node_modules/lighthouse/cli/index.js"), version };
}

/** Scores from 0 to 100 with its mobile settings (simulated slow line, 4 × slower processor), pages in turns. */
export async function lighthouse({ program, chromium, url, paths, folder, times, tell }) {
  const samples = [];
  const file = join(folder, "lighthouse.json");
  // Anything that Lighthouse would send to somebody is switched off.
  const flags = ["--quiet", "--output=json", `--output-path=${file}`, `--only-categories=${CATEGORIES}`, "--no-enable-error-reporting", "--chrome-flags=--headless=new --no-sandbox --disable-gpu"];
  for (let round = 1; round <= times; round += 1) {
    for (const path of round % 2 === 1 ? paths : paths.toReversed()) {
      const audit = () => run(process.execPath, [program, new URL(path, url).href, ...flags], { env: { ...process.env, CHROME_PATH: chromium } });
      await patiently(audit, tell);
      samples.push({ path, round, ...figures(JSON.parse(readFileSync(file, "utf8"))) });
    }
    tell(`round ${round} of ${times}`);
  }
  return samples;
}

/** Now and then a browser does not record its trace, and Lighthouse asks to be run again: that is no figure of the page. */
export async function patiently(audit, tell, tries = 3) {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await audit();
    } catch (error) {
      if (attempt === tries || !error.message.includes("run Lighthouse again")) throw error;
      tell(`once more: ${error.message.match(/\((\w+)\)/)?.[1] ?? "no trace"}`);
    }
  }
}

function figures({ categories, audits, runtimeError }) {
  if (runtimeError) throw new Error(`Lighthouse: ${runtimeError.message}`);
  const scores = CATEGORIES.map((name) => [name.replace("-", "_"), Math.round(categories[name].score * 100)]);
  const metrics = Object.entries(METRICS).map(([name, audit]) => [name, audits[audit].numericValue]);
  const weighed = new Set(CATEGORIES.flatMap((name) => categories[name].auditRefs.filter(({ weight }) => weight > 0).map(({ id }) => id)));
  const short = Object.values(audits).filter(({ id, score }) => weighed.has(id) && score !== null && score < 0.9).map(({ id }) => id);
  return { ...Object.fromEntries([...scores, ...metrics]), short_of: short.join(" ") };
}
