// What a reader must know of a run before its figures: the machine, the versions, and what disturbed it.
import { relative } from "node:path";
import { percent } from "./report/words.mjs";

export const QUIET = 0.05; // so busy may the machine be without us

/** `seen` is { before, after }: how busy the machine was without us, before the run and at its end. */
export function notes({ quick, binary, cores, before, after }) {
  const all = [];
  if (quick) all.push("A quick run, to see that it works: these figures mean nothing.");
  if (!binary.endsWith("target/release/faserstand")) all.push("Not the release build: these figures say nothing about it.");
  if (before > QUIET) all.push(`The machine was not quiet when this began (${percent(before)} busy): take the times with care.`);
  if (after > QUIET) all.push(`The machine was not quiet when this ended (${percent(after)} busy): take the times with care.`);
  if (cores.shared) all.push("Server and load shared one physical core (two of its threads).");
  return all;
}

export function described({ root, binary, cores, machine, tools, synchronous, shaped }) {
  const outside = relative(root, binary).startsWith("..");
  return {
    date: machine.started.toISOString(),
    commit: machine.commit,
    program: outside ? "outside of the project" : relative(root, binary),
    rustc: machine.rustc,
    "beside it": [tools.nginx, tools.pocketbase, tools.datasette].filter(Boolean).join(", "),
    tools: [tools.wrk, tools.chromium, tools.lighthouse].filter(Boolean).join(", "),
    node: machine.node,
    kernel: machine.kernel,
    processor: `${machine.processor}; server on core ${cores.server}, load on core ${cores.load}`,
    "busy before it began, and at its end": `${percent(machine.before)}, ${percent(machine.after)}`,
    SQLite: `journal_mode ${machine.journal} (read from the file), synchronous ${machine.synchronous} (as the source sets it)`,
    PocketBase: synchronous ? `WAL, synchronous ${synchronous} (as the program says)` : "not measured",
    "slow lines": shaped.how ?? `not measured: ${shaped.missing}`,
  };
}
