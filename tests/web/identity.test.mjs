// The WebAssembly build gives the native build's answers in the browser too, byte for byte,
// under the page's own security policy.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, test } from "node:test";
import { answers, bytesOf, difference, obey, orders, root as top } from "../node/requests.mjs";
import { launch, root, serve } from "./harness.mjs";

const PARTS = ["pkg/exportcheck.js", "pkg/exportcheck_bg.wasm"];
const OBEY = "identity/obey.js";
// The stand-in engine is no measure; it is only used where nothing was built.
const built = PARTS.every((part) => existsSync(top + part)) && existsSync(`${top}packs/parties.ecp`);
if (!built && process.env.CI === "true") throw new Error("pkg and packs are not built, and CI requires them");

let asked, server, browser;

before(async () => {
  if (!built) return;
  asked = orders();
  const files = [...PARTS, ...asked.map(({ file }) => file).filter(Boolean)];
  const served = Object.fromEntries(files.map((file) => [file, bytesOf(file)]));
  // The page's policy forbids evaluating text, so the function comes as a module of its own.
  served[OBEY] = `export ${obey}`;
  server = await serve(root, served);
  browser = await launch();
});

after(async () => {
  await browser?.close();
  await server?.close();
});

test("every answer in the browser is the native one, byte for byte", { skip: built ? false : "pkg and packs are not built" }, async () => {
  const page = await browser.newPage();
  await page.goto(server.url);
  const given = await page.evaluate(async ({ asked, obey, wasm }) => {
    const at = (path) => new URL(path, document.baseURI).href;
    const bytes = async (path) => new Uint8Array(await (await fetch(at(path))).arrayBuffer());
    const engine = await import(at("pkg/exportcheck.js"));
    await engine.default({ module_or_path: await WebAssembly.compile(await bytes(wasm)) });
    const names = [...new Set(asked.map(({ file }) => file).filter(Boolean))];
    const files = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await bytes(name)])));
    const { obey: act } = await import(at(obey));
    return act(new engine.Engine(), asked, files);
  }, { asked, obey: OBEY, wasm: PARTS[1] });
  assert.equal(difference(asked, answers(asked), given), "");
});
