// What is known about this machine: which cores may be used, how busy a process is, and the versions in the report.
import { execFileSync } from "node:child_process";
import { openSync, readFileSync, readSync, closeSync } from "node:fs";
import os from "node:os";
import { setTimeout as pause } from "node:timers/promises";

/** Two cores that this process may use, one for the server measured and one for the load. */
export function twoCores() {
  const allowed = status("self").Cpus_allowed_list.split(",").flatMap(range);
  if (allowed.length < 2) throw new Error("The benchmark needs two processor cores: one for the server, one for the load.");
  const siblings = siblingsOf(allowed[0]);
  const load = allowed.slice(1).find((core) => !siblings.includes(core)) ?? allowed[1];
  return { server: allowed[0], load, shared: siblings.includes(load) };
}

function range(text) {
  const [first, last = first] = text.split("-").map(Number);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

function siblingsOf(core) {
  try {
    return read(`/sys/devices/system/cpu/cpu${core}/topology/thread_siblings_list`).trim().split(",").flatMap(range);
  } catch {
    return [core];
  }
}

/** Which share of all processor time something used, over a while in which we do nothing. */
export async function busyShare(ms) {
  const [before, after] = [processorTimes(), await pause(ms).then(processorTimes)];
  return 1 - (after.idle - before.idle) / (after.all - before.all);
}

function processorTimes() {
  const times = read("/proc/stat").split("\n")[0].trim().split(/ +/).slice(1, 9).map(Number);
  return { all: times.reduce((sum, time) => sum + time, 0), idle: times[3] + times[4] };
}

const TICKS = Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));

/** Processor seconds that a process has used so far, all its threads together. */
export function processorSeconds(pid) {
  const fields = read(`/proc/${pid}/stat`).split(") ").pop().split(" ");
  return (Number(fields[11]) + Number(fields[12])) / TICKS;
}

/** What a core has spent on interrupts: on packets that arrive there, which the system counts as no process's time. */
export function interruptSeconds(core) {
  const [, , , , , irq, softirq] = read("/proc/stat").split("\n").find((line) => line.startsWith(`cpu${core} `)).split(" ").slice(1).map(Number);
  return (irq + softirq) / TICKS;
}

/** Memory of a process in bytes: all that is resident, and the part that no file backs. */
export function memory(pid) {
  const bytes = (field) => Number(status(pid)[field].replace(" kB", "")) * 1024;
  return { resident: bytes("VmRSS"), anonymous: bytes("RssAnon") };
}

export function onlyChild(pid) {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(" ").filter(Boolean);
  if (children.length !== 1) throw new Error(`process ${pid} has ${children.length} children, not one`);
  return Number(children[0]);
}

function status(pid) {
  return Object.fromEntries(read(`/proc/${pid}/status`).trim().split("\n").map((line) => line.split(/:\s+/)));
}

/** SQLite notes the journal mode in the file. How it syncs belongs to a connection; the source says it. */
export function pragmas(database, storeSource) {
  const header = Buffer.alloc(20);
  const file = openSync(database, "r");
  readSync(file, header, 0, 20, 0);
  closeSync(file);
  const journal = header[18] === 2 && header[19] === 2 ? "WAL" : "a rollback journal";
  const synchronous = /SqliteSynchronous::(\w+)\)/.exec(read(storeSource))?.[1]?.toUpperCase() ?? "not found";
  return { journal, synchronous };
}

export function commit() {
  const name = output("git", "rev-parse", "--short=12", "HEAD");
  const changed = name !== "unknown" && output("git", "status", "--porcelain") !== "";
  return changed ? `${name} with changes that are not committed` : name;
}

export function versions() {
  return {
    rustc: output("rustc", "--version"),
    node: process.version,
    kernel: `${os.type()} ${os.release()} ${os.arch()}`,
    processor: `${os.cpus()[0].model.trim()}, ${os.cpus().length} cores, ${Math.round(os.totalmem() / 2 ** 30)} GiB`,
  };
}

const read = (file) => readFileSync(file, "utf8");

function output(command, ...args) {
  try {
    return execFileSync(command, args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();
  } catch {
    return "unknown";
  }
}
