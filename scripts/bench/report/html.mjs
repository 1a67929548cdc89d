// The pieces of markup that a report is made of.
import { escaped } from "./words.mjs";

/** A table; the first cell of each row is its heading. Cells are texts, or { html }. */
export function table(caption, head, rows) {
  // A number stays with what follows it.
  const cell = (value) => value?.html ?? escaped(value).replace(/(\d) (?=\d|B\b|kB\b|MB\b|ms\b|kbit|%|×)/g, "$1\u00a0");
  const line = ([first, ...others]) => `<tr><th scope="row">${cell(first)}</th>${others.map((value) => `<td>${cell(value)}</td>`).join("")}</tr>`;
  const heads = head.map((name) => `<th scope="col">${escaped(name)}</th>`).join("");
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(caption)}"><table><caption>${escaped(caption)}</caption><thead><tr>${heads}</tr></thead><tbody>${rows.map(line).join("\n")}</tbody></table></div>`;
}

/** A drawing with what is to be seen in it. */
export const figure = (drawing, caption) =>
  `<figure><div class="scroll" tabindex="0" role="region" aria-label="Chart: ${escaped(caption)}">${drawing}</div><figcaption>${escaped(caption)}</figcaption></figure>`;

export const paragraph = (text) => `<p>${escaped(text)}</p>`;

export const section = (id, title, ...parts) => `<section aria-labelledby="${id}"><h2 id="${id}">${escaped(title)}</h2>\n${parts.join("\n")}\n</section>`;
