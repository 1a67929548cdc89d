// nginx with its brotli module, and wrk. What the machine lacks is fetched as Debian packages and unpacked into the
// project's .tools: nothing is installed, no service starts, and nobody needs to be root.
import { execFileSync } from "node:child_process";
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { delimiter, join } from "node:path";
import { run } from "./children.mjs";

const PACKAGES = ["nginx", "libnginx-mod-http-brotli-static", "wrk"];
const MODULE = "ngx_http_brotli_static_module.so";
const MISSING =
  "The benchmark needs nginx with its static brotli module, and wrk: on Debian and Ubuntu it fetches them itself, " +
  `elsewhere install them (and have ${MODULE} in /usr/lib/nginx/modules).`;

/** Where the programs are, with the environment to run them in. */
export async function peers(root, tell) {
  const folder = join(root, ".tools/debian");
  if (!find(folder)) await unpack(folder, tell);
  const found = find(folder);
  if (!found) throw new Error(MISSING);
  return { ...found, env: environment(folder) };
}

export function version(program, env) {
  // Both write it to the error stream, and wrk calls that a failure.
  const shell = execFileSync("sh", ["-c", '"$1" -v 2>&1 || true', "sh", program], { encoding: "utf8", env });
  return shell.split("\n")[0].replace(/^nginx version: | Copyright.*/g, "").trim();
}

function find(folder) {
  const paths = [...process.env.PATH.split(delimiter), "/usr/sbin", join(folder, "usr/bin"), join(folder, "usr/sbin")];
  const nginx = firstThat(isProgram, paths.map((path) => join(path, "nginx")));
  const wrk = firstThat(isProgram, paths.map((path) => join(path, "wrk")));
  const modules = ["/usr/lib/nginx/modules", "/usr/lib64/nginx/modules", join(folder, "usr/lib/nginx/modules")];
  const brotli = firstThat(existsSync, modules.map((path) => join(path, MODULE)));
  return nginx && wrk && brotli ? { nginx, wrk, brotli } : undefined;
}

async function unpack(folder, tell) {
  try {
    execFileSync("apt-get", ["--version"], { stdio: "ignore" });
  } catch {
    throw new Error(MISSING);
  }
  const archives = join(folder, "archives");
  const lists = join(folder, "lists");
  for (const path of [archives, lists]) mkdirSync(join(path, "partial"), { recursive: true });
  const caches = [`Dir::Cache::archives=${archives}`, "Dir::Cache::pkgcache=", "Dir::Cache::srcpkgcache="];
  const options = ["Debug::NoLocking=1", "APT::Sandbox::User=", ...caches];
  const apt = (verb, extra = []) =>
    run("apt-get", ["-qq", ...[...options, ...extra].flatMap((option) => ["-o", option]), ...verb]);
  const download = ["install", "--download-only", "--yes", "--no-install-recommends", ...PACKAGES];
  tell(`fetching ${PACKAGES.join(", ")} (Debian packages, into .tools)`);
  try {
    await apt(download);
  } catch {
    // No package lists on this machine, or old ones: with lists of our own.
    const own = [`Dir::State::lists=${lists}`];
    await apt(["update"], own);
    await apt(download, own);
  }
  for (const name of readdirSync(archives).filter((name) => name.endsWith(".deb"))) {
    await run("dpkg-deb", ["--extract", join(archives, name), folder]);
  }
  for (const path of [archives, lists]) rmSync(path, { recursive: true });
}

function environment(folder) {
  const libraries = join(folder, "usr/lib");
  const found = existsSync(libraries) ? readdirSync(libraries).filter((name) => name.endsWith("-linux-gnu")) : [];
  const path = [...found.map((name) => join(libraries, name)), process.env.LD_LIBRARY_PATH].filter(Boolean).join(":");
  return path ? { ...process.env, LD_LIBRARY_PATH: path } : process.env;
}

const firstThat = (test, candidates) => candidates.find((candidate) => test(candidate));

function isProgram(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
