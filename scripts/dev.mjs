// Rebuilds what a change touches and restarts the server; if a build fails, the old server goes on and the error is shown.
// The browser programs are compiled quickly instead of small, and the debug server reads dist/embed/ from disk.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";

const { values: options } = parseArgs({ options: { listen: { type: "string" }, data: { type: "string" } } });
const watched = ["src", "data", "style", "public", "boot.js", "sprite.svg", "index.html", "workspace.html", "Trunk.toml", "Cargo.toml", "Cargo.lock"];
let server;

process.on("SIGINT", () => stopServer().then(() => process.exit(0)));
process.on("SIGTERM", () => stopServer().then(() => process.exit(0)));

let seen = snapshot();
await rebuild(watched);
for (;;) {
  // Looking at the times of some hundred files takes 2 ms. fs.watch on Linux loses files that an editor replaces.
  await pause(400);
  const now = snapshot();
  const changed = differing(seen, now);
  if (changed.length === 0) continue;
  // Until it is quiet: editors and git write several files.
  for (let before = now; ; before = seen) {
    await pause(150);
    seen = snapshot();
    if (differing(before, seen).length === 0) break;
    changed.push(...differing(before, seen));
  }
  console.log(`\n${[...new Set(changed)].join(", ")} changed`);
  await rebuild(changed);
}

async function rebuild(changed) {
  const started = Date.now();
  if (!(await build(changed))) {
    console.error(`\nBuild failed${server ? "; the server before this change goes on" : ""}. Waiting for changes.`);
    return;
  }
  await stopServer();
  server = spawn("target/debug/faserstand", ["serve", "--demo", "--listen", options.listen, "--data", options.data], { stdio: "inherit" });
  server.once("error", (error) => console.error(error.message));
  server.once("exit", (code) => code && console.error(`The server ended with ${code}. Waiting for changes.`));
  console.log(`Built in ${((Date.now() - started) / 1000).toFixed(1)} s, http://${options.listen}`);
}

async function build(changed) {
  if (changed.every((file) => file.startsWith("style/"))) {
    return (await run("node", "scripts/styles.mjs")) && (await run("node", "scripts/compress.mjs", "--dev"));
  }
  // The server first: if it does not compile, dist/embed still fits the one that is running.
  return (await run("cargo", "build", "--bin", "faserstand")) && (await run("scripts/web.sh", "--dev"));
}

async function run(command, ...args) {
  const [code] = await once(spawn(command, args, { stdio: "inherit" }), "exit");
  return code === 0;
}

async function stopServer() {
  if (!server || server.exitCode !== null || server.signalCode !== null) return;
  server.removeAllListeners("exit");
  const ended = once(server, "exit");
  server.kill("SIGTERM");
  await ended;
}

function snapshot() {
  const times = new Map();
  for (const path of watched) note(path);
  return times;

  function note(path) {
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) for (const name of readdirSync(path)) note(join(path, name));
    else if (stat) times.set(path, stat.mtimeMs);
  }
}

function differing(before, now) {
  return [...new Set([...before.keys(), ...now.keys()])].filter((path) => before.get(path) !== now.get(path));
}
