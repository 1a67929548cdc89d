// Asking a server on this machine: one request, a free port, and the wait until it answers.
import http from "node:http";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";

/** One request. `headerBytes` is the size of the answer's head as it came over the line. */
export function get(url, { encoding, agent } = {}) {
  const headers = encoding ? { "accept-encoding": encoding } : {};
  return new Promise((resolve, reject) => {
    const request = http.get(url, { agent, headers }, (answer) => {
      const parts = [];
      answer.on("data", (part) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => {
        const fields = answer.rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 0);
        const statusLine = `HTTP/1.1 ${answer.statusCode} ${answer.statusMessage}\r\n`.length;
        const headerBytes = statusLine + fields + 2;
        resolve({ status: answer.statusCode, headers: answer.headers, headerBytes, body: Buffer.concat(parts) });
      });
    });
    request.setTimeout(10_000, () => request.destroy(new Error(`${url} did not answer for 10 s`)));
    request.on("error", reject);
  });
}

/** As `get`, and anything but 200 in the wanted encoding is an error. */
export async function page(url, encoding, agent) {
  const answer = await get(url, { encoding, agent });
  const wanted = encoding === "identity" ? undefined : encoding;
  if (answer.status !== 200) throw new Error(`${url} answered ${answer.status}`);
  if (answer.headers["content-encoding"] !== wanted) throw new Error(`${url} does not come in the encoding ${encoding}`);
  return answer;
}

export async function freePort() {
  const probe = createServer();
  await new Promise((resolve, reject) => probe.once("error", reject).listen(0, "127.0.0.1", resolve));
  const { port } = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  return port;
}

/** Waits for the first 200 and gives back when it was there, asking every millisecond. */
export async function firstAnswer(url, server, limit = 30_000) {
  let ended = false;
  const watch = () => (ended = true);
  server.exited.then(watch, watch);
  for (const until = performance.now() + limit; performance.now() < until; await pause(1)) {
    const answer = await get(url).catch((error) => ({ error }));
    if (answer.status === 200) return performance.now();
    if (ended) throw new Error(`${server.name} ended at once: ${server.said() || "it said nothing"}`);
  }
  throw new Error(`${server.name} gave no page within ${limit / 1000} s: ${server.said()}`);
}

/** Posts JSON; anything but success is an error. */
export function post(url, body, headers, agent) {
  const json = Buffer.from(JSON.stringify(body));
  const head = { ...headers, "content-type": "application/json", "content-length": json.length };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: "POST", agent, headers: head }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.on("error", reject).on("end", () => {
        if (![200, 204].includes(answer.statusCode)) return reject(new Error(`${url.pathname} answered ${answer.statusCode}: ${text}`));
        resolve({ headers: answer.headers, body: text });
      });
    });
    request.on("error", reject).end(json);
  });
}
