// PocketBase and Datasette, in the versions that tools/requirements.txt names, in a Python environment inside .tools.
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";

const PINS = fileURLToPath(new URL("tools/requirements.txt", import.meta.url));
const NO_VENV = "python3 cannot make an environment of its own (Debian, Ubuntu: apt-get install python3-venv)";

/** Where the programs are: { pocketbase, datasette, python, versions }, or { missing } with the reason. */
export async function pythonPeers(root, tell) {
  const folder = join(root, ".tools/bench-python");
  const [stamp, pins] = [join(folder, "installed.txt"), readFileSync(PINS, "utf8")];
  try {
    // The stamp is written last: an interrupted fetch leaves none, and other versions begin anew.
    if (!existsSync(stamp) || readFileSync(stamp, "utf8") !== pins) {
      await fetchInto(folder, tell);
      writeFileSync(stamp, pins);
    }
  } catch (error) {
    return { missing: error.message.split("\n").filter(Boolean).at(-1) };
  }
  const program = (name) => join(folder, "bin", name);
  const pinned = (name) => `${name} ${new RegExp(`^${name}(?:-bin)?==(.+)$`, "m").exec(pins)[1]}`;
  const versions = { pocketbase: pinned("pocketbase"), datasette: pinned("datasette") };
  // Datasette is run by its Python: the script beside it names the folder in which it was installed.
  return { pocketbase: program("pocketbase"), python: program("python"), versions };
}

async function fetchInto(folder, tell) {
  tell("fetching PocketBase and Datasette (Python packages, into .tools)");
  rmSync(folder, { recursive: true, force: true });
  await run("python3", ["-m", "venv", folder]).catch((error) => {
    throw new Error(/could not be started/.test(error.message) ? "python3 is missing" : NO_VENV);
  });
  // Nothing is compiled and no package runs a program of its own while it is installed.
  const flags = ["--quiet", "--disable-pip-version-check", "--only-binary", ":all:", "--retries", "1", "--timeout", "20"];
  await run(join(folder, "bin/python"), ["-m", "pip", "install", ...flags, "--requirement", PINS]);
}
