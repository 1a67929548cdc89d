// The town as its own public files tell it, for programs that are to hold the same data.
import { get } from "./http.mjs";

/** Tables of plain rows: `areas` with the state of each today, and all `readings`. */
export async function town(server) {
  const file = async (name) => (await ask(server, `/api/public/v1/${name}`)).toString();
  const { features } = JSON.parse(await file("areas.geojson"));
  const areas = features.map(({ properties }) => properties).filter(({ kind }) => kind !== "municipality");
  return { areas: areas.map((area) => pick(area, STATE)), readings: parse(await file("readings.csv")).map(rename) };
}

// What the start page tells of an area; the rest would only make the others' answers longer.
const STATE = [
  "name", "slug", "kind", "campaign", "operator", "as_of", "stage", "contracts", "contracts_upper", "exactness", "percent", "percent_upper",
  "base", "base_unit", "base_estimated", "target_percent", "deadline", "state", "source", "sample",
];

const pick = (row, names) => Object.fromEntries(names.map((name) => [name, row[name] ?? null]));

const COLUMNS = {
  Gebiet: "area", Art: "kind", Kampagne: "campaign", Netzbetreiber: "operator", Stand: "as_of", Stufe: "stage", Verträge: "contracts",
  "Quote in %": "quote", Genauigkeit: "exactness", Basis: "base", "Basis-Einheit": "unit", "Basis geschätzt": "estimated",
  "Basis-Quelle": "base_source", Quelle: "source", Anmerkung: "note", Beispieldaten: "sample", ersetzt: "replaced",
};

/** Names that every program takes for a column; a number stays a number. */
function rename(row) {
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [COLUMNS[name] ?? name, /^\d+$/.test(value) ? Number(value) : value]));
}

/** A CSV file as Faserstand writes it: semicolons, quoted where needed. */
export function parse(text) {
  const records = [[]];
  let record = records[0];
  for (const [, quoted, bare, end] of text.replace(/^\uFEFF/, "").matchAll(/(?:"((?:[^"]|"")*)"|([^;"\r\n]*))(;|\r?\n|$)/g)) {
    record.push(quoted === undefined ? bare : quoted.replaceAll('""', '"'));
    if (end === "") break;
    if (end !== ";") records.push((record = []));
  }
  const [names, ...rows] = records.filter((cells) => cells.length > 1);
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index]])));
}

async function ask(server, path) {
  const { status, body } = await get(new URL(path, server.url), { encoding: "identity" });
  if (status !== 200) throw new Error(`${path} answered ${status}`);
  return body;
}
