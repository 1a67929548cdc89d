// Starts the browser program that the page names. A file of its own, since the content policy forbids inline scripts.
// The program sets data-app to "ready" when it has taken over; until then, and if it fails, the page works as it was sent.
try {
  const named = (name) => document.querySelector(`meta[name="${name}"]`).content;
  const [program, wasm] = await Promise.all([import(named("wasm-js")), fetch(named("wasm-bin"))]);
  await program.default({ module_or_path: wasm });
} catch (error) {
  document.documentElement.dataset.app = "failed";
  throw error; // with its trace, for the console and the browser tests
}
