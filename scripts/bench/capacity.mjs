// How many pages a second one core serves: Faserstand beside nginx and other programs,
// and nginx beside another nginx as control.
import { interruptSeconds, processorSeconds } from "./machine.mjs";
import { wrk } from "./wrk.mjs";

/** `sides` are { name, url, pid }. In each round every side has one slice, each round beginning with another side; all run on `own`. */
export async function capacity({ sides, peers, core, own, rounds, seconds, tell }) {
  for (const side of sides) await wrk(peers, side.url, 1, core);
  const samples = [];
  for (let round = 0; round < rounds; round += 1) {
    const order = sides.map((_, index) => sides[(index + round) % sides.length]);
    for (const side of order) samples.push({ round: round + 1, side: side.name, ...(await slice(side, peers, seconds, core, own)) });
    const rate = ({ name }) => `${name} ${Math.round(samples.findLast(({ side }) => side === name).rate)}`;
    tell(`round ${round + 1} of ${rounds}: ${sides.map(rate).join(", ")} a second`);
  }
  return samples;
}

async function slice({ url, pid }, peers, seconds, core, own) {
  // The packets on its core are its own.
  const spent = () => processorSeconds(pid) + interruptSeconds(own);
  const [before, from] = [spent(), performance.now()];
  const { requests, rate } = await wrk(peers, url, seconds, core);
  const used = spent() - before;
  // wrk opens and closes its connections outside of the seconds that it counts.
  const busy = Math.min(1, used / ((performance.now() - from) / 1000));
  return { rate, busy, perProcessorSecond: requests / used };
}
