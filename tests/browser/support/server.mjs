// A throw-away server with the demonstration's data, in a folder of its own.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

export const root = resolve(import.meta.dirname, "../../..");
const program = process.env.FASERSTAND ?? join(root, "target/debug/faserstand");
const startLimitMs = 30_000;

/** Starts a server on a free port. With `today`, it shows that day instead of the demonstration's own. */
export async function startServer({ today } = {}) {
  const folder = await mkdtemp(join(tmpdir(), "faserstand-test-"));
  const data = join(folder, "data");
  const day = today ? ["--today", today] : [];
  const serve = (listen) => spawn(program, ["serve", "--demo", "--listen", listen, "--data", data, ...day], { stdio: ["ignore", "pipe", "pipe"] });
  let child = serve("127.0.0.1:0");
  const url = await address(child);
  const halt = async () => { if (child.exitCode === null && child.kill("SIGTERM")) await once(child, "exit"); };
  return {
    url,
    /** Ends the server; its data stay. */
    halt,
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
      const answer = await fetch(`${url}/api/session/sign_in`, { method: "POST", headers: { "content-type": "application/json" }, body });
      if (!answer.ok) throw new Error(`${name} was not signed in: ${answer.status} ${await answer.text()}`);
      const [cookie, value] = answer.headers.get("set-cookie").split(";")[0].split("=");
      return { name: cookie, value, url, httpOnly: true, sameSite: "Lax" };
    },
    async stop() {
      await halt();
      await rm(folder, { recursive: true, force: true });
    },
  };
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

async function run(flags, input = "") {
  const child = spawn(program, flags, { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.on("error", () => {}).end(input); // one that does not read its input may end before
  let printed = "";
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", (chunk) => { printed += chunk; });
  const [code] = await once(child, "close");
  return { code, printed };
}
