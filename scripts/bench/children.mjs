// The programs that a run starts. None outlives it: each leads a process group of its own, which is killed as a whole.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as pause } from "node:timers/promises";

const running = new Set();
const PATIENCE = 5_000; // ms between asking a program to end and making it

/** Starts a program; with `core`, on that processor core alone. `said()` is what it last wrote to the error stream. */
export function start(command, args, { core, env, cwd, onLine } = {}) {
  const pinned = core === undefined ? [command, ...args] : ["taskset", "--cpu-list", String(core), command, ...args];
  const child = spawn(pinned[0], pinned.slice(1), { cwd, env, detached: true, stdio: ["ignore", "pipe", "pipe"] });
  const name = command.split("/").pop();
  let output = "";
  let errors = "";
  child.stdout.setEncoding("utf8").on("data", (text) => (output += text));
  child.stderr.setEncoding("utf8").on("data", (text) => {
    errors = (errors + text).slice(-2_000);
    onLine?.(text.trimEnd());
  });
  running.add(child);
  const exited = new Promise((resolve, reject) => {
    child.once("error", (error) => reject(new Error(`${name} could not be started: ${error.message}`)));
    child.once("exit", (code, signal) => resolve({ code, signal, at: performance.now() }));
  }).finally(() => running.delete(child));
  exited.catch(() => {});
  const closed = once(child, "close").catch(() => {});
  return { name, pid: child.pid, child, exited, closed, output: () => output, said: () => errors.trim() };
}

/** Runs a program to its end and gives back what it wrote, and when it exited. Anything but success is an error. */
export async function run(command, args, options) {
  const started = start(command, args, options);
  const { code, signal, at } = await started.exited;
  await started.closed;
  if (code !== 0) throw new Error(`${started.name} ended with ${code ?? signal}: ${started.said() || started.output().trim()}`);
  return { output: started.output(), exitedAt: at };
}

/** Asks a program to end and waits until it has. */
export async function stop({ child, exited }) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  signalGroup(child, "SIGTERM");
  if (!(await Promise.race([exited.then(() => true), pause(PATIENCE, false, { ref: false })]))) {
    signalGroup(child, "SIGKILL");
    await exited;
  }
}

/** For the very end, which cannot wait. */
export function killAll() {
  for (const child of running) signalGroup(child, "SIGKILL");
}

function signalGroup(child, signal) {
  try {
    if (child.pid) process.kill(-child.pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
