// What an automatic check can find: axe-core, and content that sticks out of the page.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Asserts that axe-core finds nothing on the page as it stands; of its rules all, or these alone. */
export async function assertAccessible(page, where, rules) {
  if (!(await page.evaluate(() => "axe" in window))) await page.evaluate(axe);
  const runOnly = rules ? { type: "rule", values: rules } : { type: "tag", values: tags };
  const { violations } = await page.evaluate((runOnly) => window.axe.run({ runOnly }), runOnly);
  const found = violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")}: ${node.failureSummary.replaceAll("\n", " ")}`));
  assert.deepEqual(found, [], where);
}

/** Asserts that nothing sticks out of the page sideways, except inside a region that scrolls by itself. */
export async function assertFits(page, where) {
  const found = await page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const scrolls = (element) => element.closest(".tw") !== null;
    // Off-screen by intention until it is focused.
    const hidden = (element) => element.closest(".skip, svg[hidden]") !== null;
    const out = [...document.querySelectorAll("body *")].filter((element) => {
      const box = element.getBoundingClientRect();
      return box.width > 0 && (box.right > width + 1 || box.left < -1) && !scrolls(element) && !hidden(element);
    });
    const names = out.map((element) => `${element.tagName}.${element.getAttribute("class")} "${element.textContent.slice(0, 40)}"`);
    const scroll = document.documentElement.scrollWidth;
    return scroll > width ? [`the page is ${scroll} px wide in ${width} px`, ...names] : names;
  });
  assert.deepEqual(found, [], where);
}

/** Asserts that no text is cut off by its own box. */
export async function assertNothingClipped(page, where) {
  const found = await page.evaluate(() => {
    const cut = [...document.querySelectorAll("body *")].filter((element) => {
      const style = getComputedStyle(element);
      const clips = [style.overflowX, style.overflowY].some((value) => value === "hidden" || value === "clip");
      return clips && !(element instanceof SVGElement) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    });
    return cut.map((element) => `${element.tagName}.${element.className}`);
  });
  assert.deepEqual(found, [], where);
}

/** Asserts that no text lies on another. */
export async function assertApart(page, where) {
  const found = await page.evaluate(() => {
    const visible = (element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest(".skip, svg[hidden]");
    const lines = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: element, data } = walker.currentNode;
      if (!data.trim() || !visible(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(walker.currentNode);
      for (const { left, right, top, bottom } of range.getClientRects()) {
        // Without the room above and below the letters, where lines may meet.
        const inset = (bottom - top) / 4;
        if (right - left > 2) lines.push({ element, text: data.trim().slice(0, 30), left, right, top: top + inset, bottom: bottom - inset });
      }
    }
    const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 1 && b.top < a.bottom - 1;
    const scrolledAway = (line) => line.element.closest(".tw") !== null && line.right > document.documentElement.clientWidth;
    const shown = lines.filter((line) => !scrolledAway(line));
    return shown.flatMap((a, index) => shown.slice(index + 1).filter((b) => a.element !== b.element && meet(a, b)).map((b) => `"${a.text}" and "${b.text}"`));
  });
  assert.deepEqual(found, [], where);
}
