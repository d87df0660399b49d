// Chromium's turn of `cargo xtask bench`: each engine in a fresh page and a fresh worker, on the
// same names and questions. Started by xtask, which says where everything is.
import { createRequire } from "node:module";
import { release } from "node:os";

const { chromium } = createRequire(new URL("../../www/package.json", import.meta.url))("playwright-core");
const { EXPORTCHECK_URL: url, CHROMIUM: executablePath, EXPORTCHECK_SETS: sets, EXPORTCHECK_CORES: cores } = process.env;
if (!url || !sets || !cores) throw new Error("start this with `cargo xtask bench`");

// Fuse.js compares with every name; so that the run ends, it answers what fits into this time.
const BUDGET_MS = 30_000;
const engines = [
  ...cores.split(" ").map((core) => ({ engine: "exportcheck", core })),
  { engine: "minisearch" },
  { engine: "fuse" },
];

const browser = await chromium.launch({
  executablePath,
  args: ["--no-sandbox", "--enable-blink-features=ForceEagerMeasureMemory"],
});
console.log(`\nChromium ${browser.version()} (Linux ${release()}), in a worker`);
const columns = ["set", "engine", "ready ms", "p50 ms", "p99 ms", "rows/s", "recall@1", "unlisted hit", "memory MB", "asked"];
const widths = [6, 13, 9, 9, 9, 8, 9, 13, 10, 6];
console.log(row(columns));
for (const set of sets.split(" ")) {
  for (const { engine, core } of engines) {
    const page = await browser.newPage();
    await page.goto(url);
    const answer = await page.evaluate(inWorker, { engine, core, set, budget: BUDGET_MS });
    await page.close();
    if (answer.error) {
      console.log(`${set}  ${engine}: ${answer.error}`);
      process.exitCode = 1;
      continue;
    }
    const digits = (value, places) => (value === null ? "-" : value.toFixed(places));
    console.log(
      row([
        set,
        core === "pkg-no-simd" ? "…without SIMD" : engine,
        digits(answer.ready, 0),
        digits(answer.p50, 3),
        digits(answer.p99, 3),
        digits(answer.rows, 0),
        digits(answer.recall, 4),
        digits(answer.unlisted, 4),
        digits(answer.memory, 1),
        answer.asked,
      ]),
    );
  }
}
console.log(`ready: from the bytes in memory to the first answer possible
recall@1: altered names of listed parties whose party comes first; unlisted hit: unlisted names with any result
memory: ours is the WebAssembly memory, the others' the worker's growth as the browser measures it
asked: an engine answers as many of the questions as fit into ${BUDGET_MS / 1000} s`);
await items();
await browser.close();

/** One case classified: rules opened and every answered case asked, answer parsed. */
async function items() {
  console.log("\nitems, in a worker: engine, rules ready ms, first search ms, one case p50 / p99 / most ms, cases asked, memory MB, rule pack bytes; map of all destinations first / p50 ms (goal 100)");
  for (const core of cores.split(" ")) {
    const page = await browser.newPage();
    await page.goto(url);
    const answer = await page.evaluate(inWorker, { worker: "items-worker.mjs", core });
    await page.close();
    if (answer.error) {
      console.log(`items ${core}: ${answer.error}`);
      process.exitCode = 1;
      continue;
    }
    const { assessed, histories, ready, firstSearch, firstMap, map, p50, p99, most, asked, memory, bytes } = answer;
    console.log(`  ${core}: ${ready.toFixed(0)}, ${firstSearch.toFixed(0)}, ${p50.toFixed(2)} / ${p99.toFixed(2)} / ${most.toFixed(2)}, ${asked}, ${memory.toFixed(1)}, ${bytes}; ${firstMap.toFixed(0)} / ${map.toFixed(0)}`);
    const two = ([p50, most]) => `${p50.toFixed(1)} / ${most.toFixed(1)}`;
    console.log(`  whole cases p50 / most ms: without lists ${two(assessed.unscreened)} (goal 5), screened against ${assessed.parties} parties ${two(assessed.screened)} (goal 30)`);
    console.log(`  history, 10,000 rows: ${histories[0].toFixed(0)} ms; all of one customer and kind of goods ${histories[1].toFixed(0)} ms (bound 2000)`);
    if (histories.some((time) => time > 2000)) process.exitCode = 1;
  }
}

function row(cells) {
  return cells.map((cell, at) => String(cell).padStart(widths[at])).join(" ");
}

/** Runs in the page: starts the worker and waits for its answer. */
function inWorker(task) {
  return new Promise((resolve) => {
    const worker = new Worker(task.worker ?? "worker.mjs", { type: "module" });
    worker.onmessage = async (event) => {
      // Only a page may ask what it and its workers hold, where the browser says so at all.
      if (event.data === "heap") {
        const answer = await performance.measureUserAgentSpecificMemory?.();
        worker.postMessage({ heap: answer?.bytes ?? null });
        return;
      }
      resolve(event.data);
      worker.terminate();
    };
    worker.onerror = (event) => resolve({ error: event.message ?? "the worker did not load" });
    worker.postMessage(task);
  });
}
