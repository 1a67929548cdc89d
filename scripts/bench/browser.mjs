// Slow lines: packet by packet in network namespaces where this machine allows that, else as a browser imitates them.
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { run } from "./children.mjs";
import { environment } from "./server.mjs";

const beside = (name) => fileURLToPath(new URL(`browser/${name}`, import.meta.url));

/** { samples, lines, how }: how the line was made, and why not as packets if it was not. */
export async function slowLines({ binary, folder, chromium, rounds, tell }) {
  mkdirSync(join(folder, "browser"), { recursive: true });
  const settings = { binary, folder: join(folder, "browser"), chromium, rounds };
  const space = namespace();
  const ask = async (command, args, packets) => {
    const words = [...args, process.execPath, beside("shaped.mjs"), JSON.stringify({ ...settings, packets })];
    const { output } = await run(command, words, { env: environment(), onLine: tell });
    return JSON.parse(output.trim().split("\n").at(-1));
  };
  if (space.missing) return { ...(await ask("env", [], false)), how: `DevTools throttling: it delays answers, not packets (${space.missing})` };
  return { ...(await ask("unshare", space.args, true)), how: "packets: network namespaces, tc tbf for the rate, each packet held back half a round trip" };
}

/** Whether all that a line needs can be made here: one with no readers is made and ended. */
function namespace() {
  const own = process.getuid() === 0 ? [] : ["--map-root-user"];
  const args = [...own, "--net"];
  try {
    execFileSync("unshare", [...args, "python3", beside("line.py"), "1600", "750", "150", "9"], { stdio: ["ignore", "pipe", "pipe"], timeout: 10_000 });
    execFileSync("nsenter", ["--version"], { stdio: "ignore" });
    return { args };
  } catch (error) {
    return { missing: String(error.stderr ?? error.message).trim().split("\n").at(-1) || "no network namespaces" };
  }
}

/** The system's Chromium; as the journeys find it. */
export async function findChromium(root) {
  try {
    return { program: (await run(join(root, "scripts/chromium.sh"), [])).output.trim() };
  } catch (error) {
    return { missing: error.message };
  }
}
