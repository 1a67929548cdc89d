// A throw-away server with the demonstration's data, in a folder of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");
const program = process.env.FASERSTAND ?? join(root, "target/debug/faserstand");
const startLimitMs = 30_000;
const commandLimitMs = 30_000;
// The program itself lets go after 3 s; what takes much longer does not end at all.
const haltLimitMs = 15_000;

/** The programs that run now, each with its first words. No test leaves one behind, however it ends. */
const running = new Map();
process.once("exit", () => { for (const child of running.keys()) child.kill("SIGKILL"); });

/** Starts a server on a free port. With `today`, it shows that day instead of the demonstration's own; `flags` are more settings. */
export async function startServer({ today, flags = [] } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "faserstand-test-"));
  const data = join(folder, "data");
  const day = today ? ["--today", today] : [];
  const serve = (listen) => start(["serve", "--demo", "--listen", listen, "--data", data, ...day, ...flags], { stdio: ["ignore", "pipe", "pipe"] });
  let child = serve("127.0.0.1:0");
  const url = await address(child);
  const halt = () => end(child);
  return {
    url,
    /** Ends the server; its data stay. */
    halt,
    /** Kills it, as a fault or the system does. */
    async kill() {
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
    /** Starts it again at the same address. */
    async resume() {
      child = serve(new URL(url).host);
      await address(child);
    },
    /** Runs `import readings` on a table with this text; tells the exit code and what was printed. */
    async importReadings(text) {
      const file = join(folder, "meldungen.csv");
      await writeFile(file, text);
      return run(["import", "readings", file, "--data", data]);
    },
    /** Makes an account at the command line and tells its credentials. */
    async addAccount({ name = "Anna Amsel", role = "editor", area, password = "korrekt pferd batterie" } = {}) {
      const flags = ["user", "add", name, "--role", role, ...(area ? ["--area", area] : []), "--password-stdin", "--data", data];
      const { code, printed } = await run(flags, `${password}\n`);
      if (code !== 0) throw new Error(printed);
      return { name, password };
    },
    /** Locks an account and ends its sessions, or lets it in again: `disable` or `enable`. */
    async changeAccount(how, { name }) {
      const { code, printed } = await run(["user", how, name, "--data", data]);
      if (code !== 0) throw new Error(printed);
    },
    /** Signs in with the credentials of an account; the session's cookie, as a browser context takes it. */
    async signIn({ name, password }) {
      const body = JSON.stringify({ name, password });
      const [headers, signal] = [{ "content-type": "application/json" }, AbortSignal.timeout(commandLimitMs)];
      const answer = await fetch(`${url}/api/session/sign_in`, { method: "POST", headers, body, signal });
      if (!answer.ok) throw new Error(`${name} was not signed in: ${answer.status} ${await answer.text()}`);
      const [cookie, value] = answer.headers.get("set-cookie").split(";")[0].split("=");
      return { name: cookie, value, url, httpOnly: true, sameSite: "Lax" };
    },
    async stop() {
      try {
        await halt();
      } finally {
        await rm(folder, { recursive: true, force: true });
      }
    },
  };
}

/** The commands that run now, for a journey that hangs to say what it waits for. Servers are no commands: they run all the time. */
export function runningCommands() {
  return [...running.values()].filter((words) => !words.startsWith("serve"));
}

function start(flags, options) {
  const child = spawn(program, flags, options);
  running.set(child, flags.slice(0, 2).join(" "));
  for (const event of ["exit", "error"]) child.once(event, () => running.delete(child));
  return child;
}

/** Asks a server to end. One that does not is killed, and that is a fault of its own: nothing may wait for it for ever. */
async function end(child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill("SIGTERM");
  if (await within(gone, haltLimitMs)) return;
  child.kill("SIGKILL");
  await gone;
  throw new Error(`the server did not end within ${haltLimitMs} ms and was killed`);
}

/** Whether something is over within a time; it is not waited for any longer. It may fail: that is over, too. */
export async function within(promise, limitMs) {
  let timer;
  const tooLate = new Promise((passed) => { timer = setTimeout(passed, limitMs, false); });
  const over = promise.then(() => true, () => true);
  return Promise.race([over, tooLate]).finally(() => clearTimeout(timer));
}

/** The address that the server prints once it answers. */
function address(child) {
  return new Promise((found, failed) => {
    let told = "";
    const fail = (why) => failed(new Error(`${program} ${why}\n${told}`));
    const timer = setTimeout(() => { child.kill("SIGKILL"); fail(`did not start within ${startLimitMs} ms`); }, startLimitMs);
    const listen = (chunk) => {
      told += chunk;
      const match = /läuft auf (http:\/\/[\d.:]+)/.exec(told);
      if (match) found(match[1]);
      if (match) clearTimeout(timer);
    };
    child.stdout.setEncoding("utf8").on("data", listen);
    child.stderr.setEncoding("utf8").on("data", listen);
    child.once("error", (error) => fail(error.message)).once("exit", (code) => fail(`ended with code ${code}`));
  });
}

/** Runs a command to its end. One that takes too long is killed: whoever waits for it learns that instead of waiting on. */
async function run(flags, input = "") {
  const child = start(flags, { stdio: ["pipe", "pipe", "pipe"], timeout: commandLimitMs, killSignal: "SIGKILL" });
  child.stdin.on("error", () => {}).end(input); // one that does not read its input may end before
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => { printed += chunk; });
  const [code, signal] = await once(child, "close");
  if (signal) throw new Error(`${flags.slice(0, 2).join(" ")} was ended by ${signal}; it may take ${commandLimitMs} ms\n${printed}`);
  return { code, printed };
}
