// Listens to everything that must not happen on any page.
import assert from "node:assert/strict";

/**
 * Watches a visitor: errors of the console and of scripts, the content policy, other hosts, cookies. `staff` may get one cookie,
 * when they sign in or out.
 */
export async function watch(context, home, { staff = false } = {}) {
  const faults = [];
  const expected = [];
  await context.exposeBinding("reportViolation", (_, what) => { faults.push(`content policy: ${what}`); });
  await context.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      window.reportViolation(`${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
    });
  });
  context.on("console", (message) => {
    if (message.type() === "error" || message.type() === "warning") faults.push(`console: ${message.text()}`);
  });
  context.on("weberror", (error) => faults.push(`script: ${error.error().message}`));
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${home}/`) && !url.startsWith("data:")) faults.push(`another host: ${url}`);
  });
  context.on("response", async (response) => {
    if (staff && new URL(response.url()).pathname.startsWith("/api/session/sign_")) return;
    // Not kept by the browser is not enough: none may be sent.
    const cookie = await response.headerValue("set-cookie").catch(() => null);
    if (cookie) faults.push(`cookie: ${cookie} from ${response.url()}`);
  });
  return {
    faults,
    /** Names a fault that the test itself provokes. */
    expectFault: (pattern) => expected.push(pattern),
    assertClean() {
      const unexpected = faults.filter((fault) => !expected.some((pattern) => pattern.test(fault)));
      assert.deepEqual(unexpected, []);
    },
  };
}
