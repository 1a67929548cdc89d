// The report as one page that needs nothing else: no script, no font, no other host.
import { readFileSync } from "node:fs";
import { capacity, edits, footprint, latency, lighthouse, shaped, times } from "./sections.mjs";
import { paragraph, section, table } from "./html.mjs";
import { escaped } from "./words.mjs";

const STYLE = readFileSync(new URL("style.css", import.meta.url), "utf8");
const POLICY = "default-src 'none'; style-src 'unsafe-inline'";

export function page(results, rows) {
  const body = [verdicts(results, rows), setting(results), capacity(results), latency(results), shaped(results), lighthouse(results), edits(results), times(results), footprint(results)];
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Faserstand, measured</title>
<link rel="icon" href="data:,">
<style>
${STYLE}</style>
</head>
<body>
<main>
<h1>Faserstand, measured</h1>
<p>How each figure is made, and how to read it: <code>docs/benchmarks.md</code>. The raw samples lie beside this file, as CSV.</p>
${results.notes.map((note) => `<p class="note">${escaped(note)}</p>`).join("\n")}
${body.join("\n")}
</main>
</body>
</html>
`;
}

function verdicts(_, rows) {
  const verdict = ({ verdict, why }) => ({ html: `<span class="${verdict.replace(" ", "-")}">${verdict}</span>${why ? `<small>${escaped(why)}</small>` : ""}` });
  const lines = rows.map((row) => [row.id || "–", row.what, row.bar, row.measured, row.beside, verdict(row)]);
  return section("bars", "Promised and measured", table("Each promise beside what was measured of it", ["no.", "what", "bar", "measured", "beside it, in the same run", "verdict"], lines),
    paragraph("“Not valid”: something disturbed the measurement, and the figure says nothing either way. “Not measured”: what it takes was not to be had on this machine."));
}

function setting({ setting }) {
  return section("setting", "Setting", table("Machine, versions, settings", ["what", "is"], Object.entries(setting)));
}
