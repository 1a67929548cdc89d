// Durable edits a second through the server (a reading and its entry in the log, answered when they are on the disk),
// beside how often the same disk can put something in its place for good.
import http from "node:http";
import { closeSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { stop } from "./children.mjs";
import { faserstand } from "./server.mjs";
import { median } from "./stats.mjs";

const BLOCK = 4096;
// SQLite writes its log over and over again, a thousand pages long.
const RING = 1_000;
const SEEN_ALL = Number.MAX_SAFE_INTEGER; // nobody is in another one's way: the measure is of saving, not of conflicts

/** In each round the disk has a slice and each number of clients has one, in turns; each server begins with the same data. */
export async function edits({ binary, folder, clients, rounds, seconds, tell }) {
  const samples = [];
  const disk = { name: "disk", slice: () => diskRate(folder, seconds) };
  const servers = clients.map((count) => ({
    name: `${count} clients`,
    slice: (round) => editRate({ binary, data: join(folder, `edits-${round}-${count}`), count, seconds }),
  }));
  const sides = [disk, ...servers];
  for (let round = 1; round <= rounds; round += 1) {
    const order = sides.map((_, index) => sides[(index + round) % sides.length]);
    for (const { name, slice } of order) samples.push({ round, side: name, ...(await slice(round)) });
    const rate = ({ name }) => `${name} ${Math.round(samples.findLast((sample) => sample.side === name).rate)}/s`;
    tell(`round ${round} of ${rounds}: ${sides.map(rate).join(", ")}`);
  }
  return samples;
}

/** How often a second 4 KiB can be written and brought to the disk, one after the other. */
async function diskRate(folder, seconds) {
  const path = join(folder, "ring");
  const [file, block] = [openSync(path, "w"), Buffer.alloc(BLOCK, 1)];
  for (let place = 0; place < RING; place += 1) writeSync(file, block, 0, BLOCK, place * BLOCK);
  fdatasyncSync(file);
  const from = performance.now();
  let count = 0;
  for (; performance.now() - from < seconds * 1_000; count += 1) {
    writeSync(file, block, 0, BLOCK, (count % RING) * BLOCK);
    fdatasyncSync(file);
  }
  const rate = count / ((performance.now() - from) / 1_000);
  closeSync(file);
  rmSync(path);
  return { rate, median_ms: 1_000 / rate };
}

/** Acknowledged edits a second from so many clients, each sending the next one when the last was answered. */
async function editRate({ binary, data, count, seconds }) {
  const server = await faserstand(binary, data);
  const agent = new http.Agent({ keepAlive: true, maxSockets: count });
  const ask = asker(server.url, agent, await signIn(server));
  const places = placesOf(await ask("readings/sheet", {}));
  const [changes, times] = [[], []];
  const until = performance.now() + seconds * 1_000;
  const client = async (number) => {
    for (let turn = 0; performance.now() < until; turn += 1) {
      const from = performance.now();
      const saved = await ask("readings/enter", { entry: { key: `${number}-${turn}`, rows: [row(places, number, turn)] } });
      changes.push(saved.change);
      times.push(performance.now() - from);
    }
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: count }, (_, number) => client(number)));
  const took = (performance.now() - from) / 1_000;
  // The log numbers its entries without a gap: as many as there are acknowledgements.
  const logged = Math.max(...changes) - Math.min(...changes) + 1;
  if (logged !== changes.length) throw new Error(`${changes.length} edits were acknowledged and ${logged} are in the log`);
  agent.destroy();
  await stop(server);
  rmSync(data, { recursive: true, force: true });
  return { rate: times.length / took, median_ms: median(times) };
}

/** Where a client writes: an area, and a day of its own, so that it only ever corrects its own number. */
function placesOf({ today, groups }) {
  const day = (back) => new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10);
  const open = groups.filter(({ terms }) => terms.opened_on && terms.opened_on <= day(30));
  const rows = open.flatMap((group) => group.rows).filter(({ base }) => base > 100);
  return (number) => ({ area: rows[number % rows.length].area, as_of: day(1 + Math.floor(number / rows.length)) });
}

function row(places, number, turn) {
  const value = { contracts: { exact: 1 + (turn % 100) } };
  return { ...places(number), stage: "net", value, source: "Messung", reason: "Messung", seen: SEEN_ALL, choice: null };
}

/** The session of one of the demonstration's editors, as a cookie. */
async function signIn({ url, data }) {
  const told = readFileSync(join(data, "demo-anmeldung.txt"), "utf8");
  const [, name, password] = /: ([^,\n]+).*\n\S+: (\S.*)\n/.exec(told);
  const answer = await post(new URL("api/session/sign_in", url), { name, password }, {});
  return answer.headers["set-cookie"][0].split(";")[0];
}

function asker(url, agent, cookie) {
  const headers = { cookie, "sec-fetch-site": "same-origin" };
  return async (name, body) => JSON.parse((await post(new URL(`api/${name}`, url), body, headers, agent)).body);
}

function post(url, body, headers, agent) {
  const json = Buffer.from(JSON.stringify(body));
  const head = { ...headers, "content-type": "application/json", "content-length": json.length };
  return new Promise((resolve, reject) => {
    const request = http.request(url, { method: "POST", agent, headers: head }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part) => (text += part));
      answer.on("error", reject).on("end", () => {
        if (answer.statusCode !== 200) return reject(new Error(`${url.pathname} answered ${answer.statusCode}: ${text}`));
        resolve({ headers: answer.headers, body: text });
      });
    });
    request.on("error", reject).end(json);
  });
}
