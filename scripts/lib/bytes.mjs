// What the build scripts share: compression at the quality that is served, sizes for people, and writing only what changed.
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";

export function brotli(bytes) {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}

// Node writes no time and no file name into the gzip header: the same input gives the same bytes.
export const gzip = (bytes) => gzipSync(bytes, { level: 9 });

export const kilobytes = (count) => `${(count / 1000).toFixed(1).padStart(7)} kB`;

/** Writes the file unless it already holds these bytes: its time then tells Cargo that nothing changed. */
export function writeIfChanged(file, bytes) {
  try {
    if (readFileSync(file).equals(Buffer.from(bytes))) return;
  } catch (error) {
    if (error.code !== "ENOENT") throw error;
  }
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, bytes);
}
