// Durable edits a second through the server (a reading and its entry in the log, answered when they are on the disk),
// beside how often the same disk can put something in its place for good, and beside PocketBase.
import http from "node:http";
import { closeSync, cpSync, fdatasyncSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { stop } from "./children.mjs";
import { get, post } from "./http.mjs";
import { pocketbase, signIn as signInThere } from "./pocketbase.mjs";
import { faserstand } from "./server.mjs";
import { median } from "./stats.mjs";

const BLOCK = 4096;
// SQLite writes its log over and over again, a thousand pages long.
const RING = 1_000;
const SEEN_ALL = Number.MAX_SAFE_INTEGER; // nobody is in another one's way: the measure is of saving, not of conflicts

/**
 * In each round the disk has a slice and each number of clients has one, in turns; each server begins with the same data.
 * With `peer`, { peers, prepared, clients }, PocketBase has a slice too, from a copy of its prepared folder.
 */
export async function edits({ binary, folder, clients, peer, rounds, seconds, tell }) {
  const samples = [];
  const disk = { name: "disk", slice: () => diskRate(folder, seconds) };
  const servers = clients.map((count) => ({
    name: `${count} clients`,
    slice: (round) => editRate({ binary, data: join(folder, `edits-${round}-${count}`), count, seconds }),
  }));
  const sides = [disk, ...servers];
  if (peer) sides.push({ name: "pocketbase", slice: (round) => peerRate({ ...peer, data: join(folder, `edits-${round}-pocketbase`), seconds }) });
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
  const places = placesOf(JSON.parse((await get(new URL("api/public/v1/town.json", server.url))).body));
  const changes = [];
  const slice = await atOnce(count, seconds, async (client, turn) => {
    const saved = await ask("readings/enter", { entry: { key: `${client}-${turn}`, rows: [row(places, client, turn)] } });
    changes.push(saved.change);
  });
  // The log numbers its entries without a gap: as many as there are acknowledgements.
  const logged = Math.max(...changes) - Math.min(...changes) + 1;
  if (logged !== changes.length) throw new Error(`${changes.length} edits were acknowledged and ${logged} are in the log`);
  return end(server, agent, data, slice);
}

/** PocketBase's records a second: a reading each, made by someone who has signed in. */
async function peerRate({ peers, prepared, data, clients, seconds }) {
  cpSync(prepared, data, { recursive: true });
  const server = await pocketbase(peers, data);
  const agent = new http.Agent({ keepAlive: true, maxSockets: clients });
  const headers = { authorization: await signInThere(server, "users") };
  const [all, url] = [new URL("api/collections/readings/records?perPage=1", server.url), new URL("api/collections/readings/records", server.url)];
  const count = async () => (await (await fetch(all)).json()).totalItems;
  const before = await count();
  const slice = await atOnce(clients, seconds, (client, turn) => post(url, record(client, turn), headers, agent));
  const stored = (await count()) - before;
  if (stored !== slice.answered) throw new Error(`PocketBase acknowledged ${slice.answered} records and has ${stored}`);
  return end(server, agent, data, slice);
}

async function end(server, agent, data, { rate, median_ms }) {
  agent.destroy();
  await stop(server);
  rmSync(data, { recursive: true, force: true });
  return { rate, median_ms };
}

/** So many clients, each sending its next edit when the last was answered. */
async function atOnce(count, seconds, send) {
  const times = [];
  const began = performance.now();
  const client = async (number) => {
    for (let turn = 0; performance.now() - began < seconds * 1_000; turn += 1) {
      const from = performance.now();
      await send(number, turn);
      times.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: count }, (_, number) => client(number)));
  return { rate: times.length / ((performance.now() - began) / 1_000), median_ms: median(times), answered: times.length };
}

function record(client, turn) {
  const area = `Gebiet ${client % 11}`;
  return { area, campaign: "Messung", as_of: "2023-11-09", stage: "netto", contracts: 1 + (turn % 100), source: "Messung", note: "Messung" };
}

/** Where a client writes: an area, and a day of its own, so that it only ever corrects its own number. */
function placesOf({ today, campaigns }) {
  const day = (back) => new Date(Date.parse(today) - back * 86_400_000).toISOString().slice(0, 10);
  const open = campaigns.filter(({ campaign }) => campaign.opened_on && campaign.opened_on <= day(30));
  const areas = open.flatMap(({ areas }) => areas).filter(({ current }) => current?.base?.count > 100);
  return (number) => ({ area: areas[number % areas.length].slug, as_of: day(1 + Math.floor(number / areas.length)) });
}

function row(places, number, turn) {
  const value = { contracts: { exact: 1 + (turn % 100) } };
  return { ...places(number), stage: "net", value, source: "Messung", reason: "Messung", seen: SEEN_ALL, choice: null };
}

/** The session of one of the demonstration's editors, as a cookie. */
export async function signIn({ url, data }) {
  const told = readFileSync(join(data, "demo-anmeldung.txt"), "utf8");
  const [, name, password] = /: ([^,\n]+).*\n\S+: (\S.*)\n/.exec(told);
  const answer = await post(new URL("api/session/sign_in", url), { name, password }, {});
  return answer.headers["set-cookie"][0].split(";")[0];
}

function asker(url, agent, cookie) {
  const headers = { cookie, "sec-fetch-site": "same-origin" };
  return async (name, body) => JSON.parse((await post(new URL(`api/${name}`, url), body, headers, agent)).body);
}
