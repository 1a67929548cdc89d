// Measures a line from its reader's end: how long a connection takes to be there, and how fast many bytes come.
//   probe.mjs HOST PORT
import { connect } from "node:net";

const [host, port] = process.argv.slice(2);
const TRIES = 5;
const SKIPPED = 60_000; // bytes until the connection has found the line's speed

const connected = () =>
  new Promise((resolve, reject) => {
    const from = performance.now();
    const socket = connect(Number(port), host, () => resolve({ socket, ms: performance.now() - from }));
    socket.on("error", reject);
  });

let roundTrip = Infinity;
for (let turn = 0; turn < TRIES; turn += 1) {
  const { socket, ms } = await connected();
  socket.destroy();
  roundTrip = Math.min(roundTrip, ms);
}

const { socket } = await connected();
let [bytes, counted, began] = [0, 0, 0];
socket.on("data", (part) => {
  bytes += part.length;
  if (bytes > SKIPPED && began === 0) began = performance.now();
  else if (began !== 0) counted += part.length;
});
socket.on("end", () => {
  const kbit = (counted * 8) / (performance.now() - began);
  console.log(JSON.stringify({ round_trip_ms: roundTrip, down_kbit: kbit }));
});
socket.write("all\n");
