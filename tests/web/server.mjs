// A static file server for the built page: right types, the page's policy as a header, and list packs from memory.
import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";

const TYPES = { ".html": "text/html; charset=utf-8", ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8", ".wasm": "application/wasm", ".woff2": "font/woff2", ".svg": "image/svg+xml", ".json": "application/json", ".webmanifest": "application/manifest+json", ".ecp": "application/octet-stream", ".ecs": "application/octet-stream" };

/** Serves `root`; `packs` (name -> bytes) goes before files of the same path. Every request is noted in `requests`. */
export async function serve(root, packs = {}) {
  const page = readFileSync(join(root, "index.html"), "utf8");
  const policy = `${/http-equiv="Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]}; frame-ancestors 'none'`;
  const requests = [];
  const state = { packs, down: false };
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url, "http://x").pathname);
    requests.push({ method: request.method, path });
    if (state.down) return void request.socket.destroy();
    const name = normalize(path).replace(/^\/+/, "") || "index.html";
    const headers = { "Content-Type": TYPES[extname(name)] ?? "application/octet-stream", "Content-Security-Policy": policy, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer", "Cache-Control": "no-cache" };
    if (state.packs[name]) return void response.writeHead(200, headers).end(state.packs[name]);
    const file = join(root, name);
    if (name.startsWith("..") || !existsSync(file) || !statSync(file).isFile()) return void response.writeHead(404, headers).end();
    response.writeHead(200, headers);
    createReadStream(file).pipe(response);
  });
  await new Promise((settle) => server.listen(0, "127.0.0.1", settle));
  const url = `http://127.0.0.1:${server.address().port}/`;
  return { url, requests, policy, state, close: () => new Promise((settle) => { server.closeAllConnections(); server.close(settle); }) };
}
