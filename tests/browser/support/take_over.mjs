// Whether the program changed anything while it took a page over.

/** Keeps the program from arriving until the returned function is called. */
export async function holdProgram(page) {
  let release;
  const released = new Promise((resolve) => { release = resolve; });
  await page.route(/\.wasm$/, async (route) => { await released; await route.continue(); });
  return release;
}

/** Notes every change inside #app from now on. */
export async function observe(page) {
  await page.evaluate(() => {
    window.changes = { changed: [], rewritten: 0 };
    const note = ({ type, target, attributeName, oldValue }) => {
      // Leptos writes the attributes of SVG elements anew while it takes over. With the same value that changes nothing.
      if (type === "attributes" && target.getAttribute(attributeName) === oldValue) {
        window.changes.rewritten += 1;
        return;
      }
      const element = target.closest ? target : target.parentElement;
      window.changes.changed.push([type, attributeName, "in", element?.tagName].filter(Boolean).join(" "));
    };
    const kinds = { childList: true, subtree: true, attributes: true, characterData: true, attributeOldValue: true };
    new MutationObserver((records) => records.forEach(note)).observe(document.getElementById("app"), kinds);
  });
}

/** What changed since; effects that run after the take-over have had their time. */
export async function changes(page) {
  return page.evaluate(() => new Promise((done) => setTimeout(() => done(window.changes), 300)));
}
