// One cold visit, and what the browser itself says of it: when text was painted, what moved, how long tasks held it up.
import { setTimeout as pause } from "node:timers/promises";

const WORLD = "bench"; // a world of our own: it sees the page's document, and runs where the page's scripts are switched off
const SETTLED = 700; // ms after which nothing more is expected
const NUMBER = ".rank li .p"; // the first district's number
const CELL = /^[a-z]-/; // the id of a cell of the weekly sheet
const LIMIT = 60_000;

/** Marks the number as soon as it stands in the document, before it is painted; notes when the sheet takes what is typed. */
function watch(number, cell) {
  const mark = () => document.querySelector(number)?.setAttribute("elementtiming", "number");
  new MutationObserver((_, observer) => {
    if (mark() === undefined && document.querySelector(number)) observer.disconnect();
  }).observe(document, { childList: true, subtree: true });
  const look = () => {
    if (new RegExp(cell).test(document.activeElement?.id ?? "")) globalThis.usableAt = performance.now();
    else requestAnimationFrame(look);
  };
  if (location.pathname.startsWith("/arbeit")) look();
}

/** What has been noted up to now. Nothing is called back where scripts are off, so the records are taken. */
function collect() {
  const taken = (type) => {
    const observer = new PerformanceObserver(() => {});
    observer.observe({ type, buffered: true });
    return observer.takeRecords();
  };
  const painted = taken("paint").find(({ name }) => name === "first-contentful-paint")?.startTime;
  const blocked = ({ startTime, duration }) => Math.max(0, startTime + duration - Math.max(startTime + 50, painted));
  const sum = (values) => values.reduce((total, value) => total + value, 0);
  return {
    number_ms: taken("element").find(({ identifier }) => identifier === "number")?.startTime ?? null,
    fcp_ms: painted ?? null,
    lcp_ms: taken("largest-contentful-paint").at(-1)?.startTime ?? null,
    cls: sum(taken("layout-shift").filter(({ hadRecentInput }) => !hadRecentInput).map(({ value }) => value)),
    tbt_ms: sum(taken("longtask").map(blocked)),
    usable_ms: globalThis.usableAt ?? null,
  };
}

/** A fixed piece of work, in milliseconds. */
function work() {
  const from = performance.now();
  for (let turn = 0, value = 1; turn < 3e6; turn += 1) value = (value * 31 + turn) | 0;
  return performance.now() - from;
}

/** Visits `path` with an empty cache in a window of its own. `how` is { script, slowdown, line, cookie, usable }. */
export async function visit(browser, url, path, { script = true, slowdown, line, cookie, usable = false }) {
  const context = await browser.newContext({
    javaScriptEnabled: script, locale: "de-DE", viewport: usable ? { width: 1280, height: 800 } : { width: 412, height: 823 },
  });
  try {
    context.setDefaultTimeout(LIMIT);
    if (cookie) await context.addCookies([{ ...cookie, url }]);
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send("Page.enable");
    await session.send("Page.addScriptToEvaluateOnNewDocument", { worldName: WORLD, source: `(${watch})(${JSON.stringify(NUMBER)}, ${JSON.stringify(CELL.source)})` });
    await session.send("Emulation.setCPUThrottlingRate", { rate: slowdown });
    if (line) await throttle(session, line);
    await page.goto(new URL(path, url).href);
    if (usable) await page.waitForFunction((cell) => new RegExp(cell).test(document.activeElement?.id ?? ""), CELL.source);
    else if (script) await page.waitForSelector("html[data-app=ready]", { state: "attached" });
    await pause(SETTLED);
    const found = await inOurWorld(session, collect);
    if (usable) await assertTyped(page);
    return { ...found, slowdown: await measured(session) };
  } finally {
    await context.close();
  }
}

/** The browser's own throttling: it holds answers back, and knows nothing of connections that have to be made first. */
async function throttle(session, { down, up, roundTrip }) {
  await session.send("Network.enable");
  const bytes = (kbit) => (kbit * 1_000) / 8;
  await session.send("Network.emulateNetworkConditions", { offline: false, latency: roundTrip, downloadThroughput: bytes(down), uploadThroughput: bytes(up) });
}

async function inOurWorld(session, ask) {
  const { frameTree } = await session.send("Page.getFrameTree");
  const { executionContextId } = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: WORLD });
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", { expression: `(${ask})()`, contextId: executionContextId, returnByValue: true });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  return result.value;
}

/** A sheet that has the focus but takes no key is of no use. */
async function assertTyped(page) {
  await page.keyboard.type("7");
  await page.waitForFunction(() => document.activeElement?.value === "7");
}

/** By how much the processor is really slowed down for this page: the least of some tries, what else runs only adds. */
async function measured(session) {
  const least = async () => {
    let ms = Infinity;
    for (let turn = 0; turn < 4; turn += 1) ms = Math.min(ms, await inOurWorld(session, work));
    return ms;
  };
  const slow = await least();
  await session.send("Emulation.setCPUThrottlingRate", { rate: 1 });
  return slow / (await least());
}
