import { createHash } from "node:crypto";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig, type Plugin } from "vite";
import { makeWorld, TERRITORIES } from "./scripts/world.mjs";

const here = import.meta.dirname;
// Tests may build against the stand-in engine; what ships always uses the wasm-pack output.
const fake = process.env["EXPORTCHECK_ENGINE"] === "fake";
const pkg = fake ? resolve(here, "test/fake-engine.ts") : resolve(here, process.env["EXPORTCHECK_PKG"] ?? "../pkg/exportcheck.js");

const policy = [
  "default-src 'none'",
  "script-src 'self' 'wasm-unsafe-eval'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self'",
  "manifest-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join("; ");
// frame-ancestors is ignored in a <meta>, so only the header carries it.
const headers = { "Content-Security-Policy": `${policy}; frame-ancestors 'none'`, "X-Content-Type-Options": "nosniff", "Referrer-Policy": "no-referrer" };

export default defineConfig({
  root: here,
  base: "./",
  resolve: { alias: { "#pkg": pkg } },
  server: { headers, fs: { allow: [resolve(here, "..")] } },
  preview: { headers },
  worker: { format: "es" },
  build: {
    target: "es2022",
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: { index: resolve(here, "index.html"), sw: resolve(here, "src/sw.ts") },
      output: { entryFileNames: (chunk) => (chunk.name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
    },
  },
  plugins: [catalogue(), world(), pageText(), precache()],
});

/** The module `#catalogue`: id and titles of every list in lists/catalogue.toml. */
function catalogue(): Plugin {
  const file = resolve(here, "../lists/catalogue.toml");
  return {
    name: "exportcheck-catalogue",
    resolveId: (id) => (id === "#catalogue" ? "\0catalogue" : undefined),
    load(id) {
      if (id !== "\0catalogue") return undefined;
      this.addWatchFile(file);
      const lists = readFileSync(file, "utf8").split(/^\[\[list\]\]$/m).slice(1).map((table) => {
        const text = (key: string) => {
          const found = new RegExp(`^${key.replace(".", "\\.")} = ("(?:[^"\\\\]|\\\\.)*")`, "m").exec(table)?.[1];
          if (found === undefined) throw new Error(`lists/catalogue.toml: a list has no \`${key}\``);
          return JSON.parse(found) as string;
        };
        return { id: text("id"), title: { en: text("title.en"), de: text("title.de") } };
      });
      return `export default ${JSON.stringify(lists)};`;
    },
  };
}

/** The module `#world`: shapes and points of the world map. */
function world(): Plugin {
  return {
    name: "exportcheck-world",
    resolveId: (id) => (id === "#world" ? "\0world" : undefined),
    load(id) {
      if (id !== "\0world") return undefined;
      this.addWatchFile(TERRITORIES);
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(makeWorld()))});`;
    },
  };
}

/** Fills `%csp%` and `%t:key:language%` in index.html, so that the page without scripts speaks from the message files too. */
function pageText(): Plugin {
  return {
    name: "exportcheck-page-text",
    transformIndexHtml: {
      order: "pre",
      handler: (html) =>
        html.replace("%csp%", policy).replace(/%t:([\w-]+):(\w+)%/g, (_, key: string, language: string) => {
          const text = readFileSync(resolve(here, `locales/${language}.ftl`), "utf8");
          const found = new RegExp(`^${key} = (.+)$`, "m").exec(text)?.[1];
          if (!found) throw new Error(`index.html names message \`${key}\`, which locales/${language}.ftl does not have`);
          return found;
        }),
    },
  };
}

/** Writes precache.json (every built file) and stamps sw.js, so that a new build is a new worker. */
function precache(): Plugin {
  return {
    name: "exportcheck-precache",
    apply: "build",
    generateBundle(_, bundle) {
      const built = Object.keys(bundle).filter((name) => name !== "sw.js" && !name.endsWith(".map"));
      const still = listFiles(resolve(here, "public")).filter((name) => !name.startsWith("packs/") && !name.startsWith("."));
      const files = ["./", ...built.filter((name) => name !== "index.html"), ...still].sort();
      const hash = createHash("sha256");
      for (const name of Object.keys(bundle).sort()) {
        const item = bundle[name];
        hash.update(name).update(item?.type === "asset" ? item.source : (item?.code ?? ""));
      }
      const worker = bundle["sw.js"];
      if (worker?.type !== "chunk") throw new Error("sw.js was not built");
      worker.code = worker.code
        .replace(/["'`]%precache%["'`]/, () => JSON.stringify(JSON.stringify(files)))
        .replace("%version%", hash.digest("hex").slice(0, 12));
    },
  };
}

function listFiles(folder: string, prefix = ""): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? listFiles(resolve(folder, entry.name), `${prefix}${entry.name}/`) : [prefix + entry.name],
  );
}
