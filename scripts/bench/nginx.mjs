// nginx with the very bytes that Faserstand serves, set up to be fast: one worker, no log, the file kept open.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { start } from "./children.mjs";
import { firstAnswer, freePort, page } from "./http.mjs";
import { onlyChild } from "./machine.mjs";

// nginx writes these itself.
const ITS_OWN = ["connection", "content-encoding", "content-length", "content-type", "date", "etag", "keep-alive", "transfer-encoding"];

/** Starts one in `folder`. `original` is Faserstand's answer: its body is served, with its headers. */
export async function nginx({ nginx: program, brotli: module, env }, folder, original, core) {
  const port = await freePort();
  mkdirSync(join(folder, "www"), { recursive: true });
  writeFileSync(join(folder, "www/index.html"), original.plain);
  writeFileSync(join(folder, "www/index.html.br"), original.brotli.body);
  writeFileSync(join(folder, "nginx.conf"), configuration(module, folder, port, original.brotli.headers));
  const server = start(program, ["-p", folder, "-c", join(folder, "nginx.conf"), "-e", "stderr"], { core, env });
  const url = `http://127.0.0.1:${port}/`;
  await firstAnswer(url, server);
  const served = await page(url, "br");
  if (!served.body.equals(original.brotli.body)) throw new Error("nginx does not serve the same bytes as Faserstand");
  return { ...server, url, worker: onlyChild(server.pid), headerBytes: served.headerBytes };
}

function configuration(module, folder, port, headers) {
  const temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${folder}/${name};`);
  const copied = Object.entries(headers).filter(([name]) => !ITS_OWN.includes(name));
  // Started by root, its worker would else become a user who cannot read the folder.
  const user = process.getuid() === 0 ? "user root;" : "";
  return `${user}
load_module ${module};
daemon off;
worker_processes 1;
pid ${folder}/nginx.pid;
error_log stderr error;
events { worker_connections 1024; }
http {
  ${temporary.join("\n  ")}
  access_log off;
  server_tokens off;
  # For a page of this size reading it and writing head and body at once is faster than sendfile.
  sendfile off;
  keepalive_timeout 1h;
  keepalive_requests 1000000000;
  open_file_cache max=16 inactive=1h;
  open_file_cache_valid 1h;
  default_type text/html;
  charset utf-8;
  ${copied.map(([name, value]) => `add_header ${name} ${quoted(value)};`).join("\n  ")}
  server {
    listen 127.0.0.1:${port};
    root ${folder}/www;
    location = / { brotli_static on; try_files /index.html =404; }
  }
}
`;
}

function quoted(text) {
  if (text.includes("$")) throw new Error(`nginx would read the dollar sign in a header as a variable: ${text}`);
  return `"${text.replace(/["\\]/g, "\\$&")}"`;
}
