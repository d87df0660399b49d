// What every browser test needs: the built page, a server, a browser. Runs on the real engine when www/dist and its
// packs are there; on the stand-in (EXPORTCHECK_ENGINE=fake, npm run build:fake) otherwise.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { serve } from "./server.mjs";
import { toyPack } from "./packs.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const require = createRequire(at("../../www/package.json"));
const { chromium } = require("playwright-core");
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

const REAL = at("../../www/dist");
const FAKE = at("./results/dist");
export const fake = process.env.EXPORTCHECK_ENGINE === "fake" || !existsSync(`${REAL}/packs/index.json`);
export const root = fake ? FAKE : REAL;
if (!existsSync(`${root}/index.html`)) throw new Error(`${root} is not built; run \`npm run ${fake ? "build:fake" : "build"}\` in www`);

/** Packs served beside the page: the toy pack for the stand-in; the real build brings its own. */
export function packs() {
  return fake ? { "packs/index.json": JSON.stringify({ parties: "packs/parties.ecp", scripts: "packs/scripts.ecs" }), "packs/parties.ecp": toyPack(), "packs/scripts.ecs": Buffer.from("FAKE scripts") } : {};
}

/** Bytes of the pack the page opens. */
export function partyPack() {
  return fake ? toyPack() : readFileSync(`${root}/${JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")).parties}`);
}

/** Bytes of a second real pack: the starter list without its last lines. */
export function shorterPack() {
  return compiled((folder) => {
    const list = join(folder, "starter.tsv");
    writeFileSync(list, readFileSync(at("../../lists/starter.tsv"), "utf8").split("\n").slice(0, 200).join("\n") + "\n");
    return ["lists", "--from", list];
  });
}

const LAW = [["--eu", at("../../../shared/law/eu/annex-i-and-geas-2025-11-15.json")], ["--us", at("../../../shared/law/us/15cfr774-supp1-2026-06.xml")]];
/** The official texts are reference data, which not every clone has. */
export const hasLaw = LAW.every(([, file]) => existsSync(file));

/** Bytes of a pack with the official wording. */
export function wordingPack() {
  return compiled(() => ["text", ...LAW.flat(), "--us-version", "2026-06"]);
}

/** What the native program makes of `words(folder)`. */
export function compiled(words) {
  const folder = mkdtempSync(join(tmpdir(), "exportcheck-"));
  try {
    const pack = join(folder, "made.ecp");
    const before = process.env.EXPORTCHECK_BIN ? [process.env.EXPORTCHECK_BIN] : ["cargo", "run", "--quiet", "--profile", "quick", "--features", "compile", "--bin", "exportcheck", "--"];
    const [program, ...rest] = [...before, "compile", ...words(folder), "--out", pack];
    execFileSync(program, rest, { cwd: at("../.."), stdio: ["ignore", "ignore", "inherit"] });
    return readFileSync(pack);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export async function launch() {
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
  });
}

/** A page of its own, with lists open. */
export async function openPage(browser, url, { locale = "en-GB", path = "", ...options } = {}) {
  const context = await browser.newContext({ locale, viewport: { width: 1280, height: 900 }, acceptDownloads: true, ...options });
  const page = await context.newPage();
  page.problems = [];
  page.on("console", (message) => { if (message.type() === "error" && !message.text().includes("404")) page.problems.push(message.text()); });
  page.on("pageerror", (error) => page.problems.push(String(error)));
  await page.goto(url + path);
  await ready(page);
  return page;
}

export async function ready(page) {
  await page.locator('[data-notice="loading"]').waitFor({ state: "detached" });
  await page.locator(".cell-engine dd").waitFor();
}

export async function search(page, name) {
  await page.locator("#name").fill(name);
  await page.locator("#name").press("Enter");
  await page.locator("#result-title").waitFor();
  await page.waitForFunction((wanted) => document.querySelector("#result-title")?.textContent?.includes(wanted), name.trim().replace(/\s+/g, " "));
}

/** What axe finds on the page; its source must have been added. */
async function axeFinds(page) {
  const { violations } = await page.evaluate(() => window.axe.run(document, { runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] }));
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target} ${node.failureSummary}`).slice(0, 3).join(" | ")}`);
}

/** In the page: what reaches over the edge of the window. */
function tooWide() {
  const width = document.documentElement.clientWidth;
  const inside = (element) => element.closest(".table-scroll, .visually-hidden, .side-word, .skip-link, .malformed ul");
  const out = [...document.body.querySelectorAll("*")].filter((element) => { const box = element.getBoundingClientRect(); return box.width > 0 && !inside(element) && !element.closest("svg") && (box.right > width + 1 || box.left < -1); });
  return { scrolls: document.documentElement.scrollWidth > width, out: out.slice(0, 3).map((element) => element.outerHTML.slice(0, 100)) };
}

/** Sizes to look at beside the desktop; 320 pixels are 400 % zoom. Axe looks in English, in both colour schemes. */
const LANGUAGES = {
  "English": { path: "", sizes: [[360, 740]], axe: true },
  "German": { path: "?lang=de", sizes: [[360, 740], [320, 640]] },
  "right to left": { path: "?lang=qps-rtl", sizes: [[360, 740]] },
};

/** Every screen (name -> how to get there) in every language and size: nothing sticks out, axe finds nothing. One page per language and screen. */
export function looksRight(test, what, screens, open) {
  for (const [language, { path, sizes, axe }] of Object.entries(LANGUAGES)) {
    test(`${what}: nothing sticks out${axe ? " and axe finds nothing" : ""}: ${language}`, async (t) => {
      for (const [name, arrive] of Object.entries(screens)) {
        await t.test(name, async () => {
          const page = await open({ path, bypassCSP: true, reducedMotion: "reduce", serviceWorkers: "block" });
          assert.equal(await page.locator("html").getAttribute("dir"), path.includes("rtl") ? "rtl" : "ltr");
          await arrive(page);
          if (axe) await page.addScriptTag({ content: axeSource });
          for (const colorScheme of axe ? ["light", "dark"] : []) {
            await page.emulateMedia({ colorScheme });
            assert.deepEqual(await axeFinds(page), [], colorScheme);
          }
          for (const [width, height] of [[1280, 900], ...sizes]) {
            await page.setViewportSize({ width, height });
            await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
            assert.deepEqual({ width, ...(await page.evaluate(tooWide)) }, { width, scrolls: false, out: [] });
          }
          assert.deepEqual(page.problems, []);
          await page.context().close();
        });
      }
    });
  }
}

/** Presses Tab until the focus is where `wanted` says. */
export async function tabTo(page, wanted) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    const at = await page.evaluate(() => { const e = document.activeElement; return { id: e?.id, tag: e?.tagName, type: e?.getAttribute("type"), expanded: e?.getAttribute("aria-expanded") }; });
    if (wanted(at)) return;
  }
  throw new Error("the keyboard does not get there");
}

export { serve };
