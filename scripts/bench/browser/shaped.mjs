// What a reader on a slow line sees when: run as a program, in a network namespace of its own where the line is packets.
//   shaped.mjs SETTINGS   JSON: { binary, folder, chromium, rounds, packets }; answers with JSON on its last line
import { once } from "node:events";
import { chmodSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { spawn, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";
import { killAll, run, stop } from "../children.mjs";
import { signIn } from "../edits.mjs";
import { freePort } from "../http.mjs";
import { faserstand } from "../server.mjs";
import { LINES, SLOWDOWN, VISITS } from "./plan.mjs";
import { visit } from "./visit.mjs";

const beside = (name) => fileURLToPath(new URL(name, import.meta.url));
const FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const { binary, folder, chromium: program, rounds, packets } = JSON.parse(process.argv[2]);
const opened = [];

process.on("exit", () => {
  for (const line of opened) line.child?.kill("SIGKILL");
  killAll();
});
process.on("SIGTERM", () => process.exit(143));

try {
  if (packets) execFileSync("ip", ["link", "set", "lo", "up"]);
  console.log(JSON.stringify(await measure()));
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
process.exit();

async function measure() {
  const server = await faserstand(binary, join(folder, "shaped"), undefined, packets ? "0.0.0.0" : undefined);
  const [name, value] = (await signIn(server)).split("=");
  for (const [number, line] of Object.entries(LINES)) opened.push(packets ? await open(Number(number) + 1, line) : await plain());
  const samples = [];
  for (let round = 1; round <= rounds; round += 1) {
    const order = VISITS.map((_, index) => VISITS[(index + round) % VISITS.length]);
    for (const { mode, path, line, ...how } of order) {
      const throttled = packets ? undefined : LINES[line];
      const cookie = how.usable ? { name, value } : undefined;
      samples.push({ mode, round, ...(await visit(opened[line].browser, server.url.replace("127.0.0.1", "localhost"), path, { ...how, slowdown: SLOWDOWN, line: throttled, cookie })) });
    }
    console.error(`round ${round} of ${rounds}`);
  }
  for (const { browser } of opened) await browser.close();
  await stop(server);
  return { samples, lines: opened.map(({ measured }, number) => ({ ...LINES[number], measured })) };
}

async function plain() {
  return { browser: await chromium.launch({ executablePath: program, args: FLAGS }) };
}

/** A line of packets, measured from its reader's end, and a browser there. */
async function open(number, { down, up, roundTrip }) {
  const host = `10.77.${number}.1`;
  const child = spawn("python3", [beside("line.py"), ...[down, up, roundTrip, number].map(String)], { stdio: ["pipe", "pipe", "inherit"] });
  const [ready] = await Promise.race([once(createInterface(child.stdout), "line"), once(child, "exit").then(() => ["ended"])]);
  const space = `--net=/proc/${ready.split(" ")[1]}/ns/net`;
  if (!ready.startsWith("ready")) throw new Error("the line could not be made");
  const wrapper = join(folder, `chromium-${number}`);
  writeFileSync(wrapper, `#!/bin/sh\nexec nsenter '${space}' -- '${program}' "$@"\n`);
  chmodSync(wrapper, 0o755);
  // Under the name `localhost` a browser takes brotli, as it does over TLS; the address behind it is the line's other end.
  const browser = await chromium.launch({ executablePath: wrapper, args: [...FLAGS, `--host-resolver-rules=MAP localhost ${host}`] });
  return { child, browser, measured: await probe(space, host) };
}

async function probe(space, host) {
  const port = await freePort();
  const sink = createServer((socket) => socket.on("error", () => {}).once("data", () => socket.end(Buffer.alloc(300_000)))).listen(port, "0.0.0.0");
  await once(sink, "listening");
  const { output } = await run("nsenter", [space, "--", process.execPath, beside("probe.mjs"), host, String(port)]);
  sink.close();
  return JSON.parse(output);
}
