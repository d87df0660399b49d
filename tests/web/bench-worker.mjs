// One engine in one worker: made ready, then asked. Copied beside the data by `cargo xtask bench`.

const makers = {
  /** Our core; memory is what WebAssembly holds. */
  async exportcheck({ core, set }) {
    const bytes = await load(`${set}.ecp`, "bytes");
    const { default: init, Engine } = await import(`./${core}/exportcheck.js`);
    const wasm = await init({ module_or_path: await load(`${core}/exportcheck_bg.wasm`, "bytes") });
    const policy = { min_score: 0.75, limit: 20, lists: [], weak_aliases: true, mode: "explained" };
    return {
      ready() {
        const engine = new Engine();
        engine.open(bytes, JSON.stringify({ require_signature: null }));
        return (name) => JSON.parse(engine.screen(JSON.stringify({ query: { name }, policy }))).hits.map((hit) => hit.ref);
      },
      batch(names) {
        const engine = new Engine();
        engine.open(bytes, JSON.stringify({ require_signature: null }));
        const request = JSON.stringify({ queries: names.map((name) => ({ name })), policy });
        const start = performance.now();
        JSON.parse(engine.screen_batch(request));
        return performance.now() - start;
      },
      memory: () => wasm.memory.buffer.byteLength,
    };
  },

  async minisearch({ set }) {
    const rows = await load(`${set}.json`, "json");
    const { default: MiniSearch } = await import("./minisearch.js");
    return {
      ready() {
        const index = new MiniSearch({ fields: ["text"], idField: "id" });
        index.addAll(rows.map(({ id, names }) => ({ id, text: names.join(" ") })));
        return (name) => index.search(name, { fuzzy: 0.2, prefix: true }).slice(0, 20).map((hit) => hit.id);
      },
    };
  },

  async fuse({ set }) {
    const rows = await load(`${set}.json`, "json");
    const { default: Fuse } = await import("./fuse.js");
    return {
      ready() {
        const fuse = new Fuse(rows, { keys: ["names"], includeScore: true, threshold: 0.4, ignoreLocation: true });
        return (name) => fuse.search(name, { limit: 20 }).map((hit) => hit.item.id);
      },
    };
  },
};

self.addEventListener(
  "message",
  async ({ data: task }) => {
    try {
      self.postMessage(await measure(task));
    } catch (error) {
      self.postMessage({ error: String(error?.message ?? error) });
    }
  },
  { once: true },
);

async function measure(task) {
  const questions = await load("questions.json", "json");
  const engine = await makers[task.engine](task);
  const before = engine.memory ? 0 : await heap();
  const start = performance.now();
  const ask = engine.ready();
  const ready = performance.now() - start;
  const memory = engine.memory ? engine.memory() : difference(before, await heap());

  const times = [];
  const counts = { listed: 0, first: 0, unlisted: 0, hit: 0 };
  const begun = performance.now();
  // Every seventh, then the rest: what a slow engine has no time for is spread over all kinds.
  for (const { name, expected } of spread(questions, 7)) {
    const from = performance.now();
    const found = ask(name);
    times.push(performance.now() - from);
    if (expected.length > 0) {
      counts.listed += 1;
      counts.first += Number(expected.includes(found[0]));
    } else {
      counts.unlisted += 1;
      counts.hit += Number(found.length > 0);
    }
    if (performance.now() - begun > task.budget) break;
  }
  const spent = times.reduce((sum, time) => sum + time, 0);
  const rows = engine.batch ? (1000 * questions.length) / engine.batch(questions.map(({ name }) => name)) : (1000 * times.length) / spent;
  times.sort((left, right) => left - right);
  const at = (share) => times[Math.max(0, Math.ceil(times.length * share) - 1)] ?? null;
  return {
    ready,
    p50: at(0.5),
    p99: at(0.99),
    rows,
    recall: counts.listed ? counts.first / counts.listed : null,
    unlisted: counts.unlisted ? counts.hit / counts.unlisted : null,
    memory: memory === null ? null : memory / 1e6,
    asked: times.length,
  };
}

function* spread(list, step) {
  for (let start = 0; start < step; start += 1) for (let at = start; at < list.length; at += step) yield list[at];
}

async function load(name, as) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return as === "json" ? answer.json() : new Uint8Array(await answer.arrayBuffer());
}

/** What the browser says the page and this worker hold, or null; the page asks for us. */
function heap() {
  return new Promise((resolve) => {
    self.addEventListener("message", ({ data }) => resolve(data.heap), { once: true });
    self.postMessage("heap");
  });
}

function difference(before, after) {
  return before === null || after === null ? null : after - before;
}
