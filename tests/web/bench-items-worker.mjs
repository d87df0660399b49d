// Items in one worker: the rules opened, every answered case classified, one item mapped over all destinations. Copied beside the data by
// `cargo xtask bench`.
self.addEventListener(
  "message",
  async ({ data: { core } }) => {
    try {
      self.postMessage(await measure(core));
    } catch (error) {
      self.postMessage({ error: String(error?.message ?? error) });
    }
  },
  { once: true },
);

async function measure(core) {
  const rules = new Uint8Array(await (await load("rules.ecp")).arrayBuffer());
  const requests = await (await load("items.json")).json();
  const map = await (await load("map.json")).text();
  const { default: init, Engine } = await import(`./${core}/exportcheck.js`);
  const wasm = await init({ module_or_path: await (await load(`${core}/exportcheck_bg.wasm`)).arrayBuffer() });
  const start = performance.now();
  const engine = new Engine();
  engine.open_rules(rules, "");
  const ready = performance.now() - start;
  const searching = performance.now();
  engine.find(JSON.stringify({ query: "thermal imaging camera", language: "en", limit: 10 }));
  const firstSearch = performance.now() - searching;
  const times = [];
  for (let round = 0; round < 5; round += 1) {
    for (const request of requests) {
      const from = performance.now();
      JSON.parse(engine.classify(request));
      times.push(performance.now() - from);
    }
  }
  const at = (share) => times[Math.max(0, Math.ceil(times.length * share) - 1)];
  times.sort((left, right) => left - right);
  const maps = [];
  for (let round = 0; round < 20; round += 1) {
    const from = performance.now();
    JSON.parse(engine.license_map(map));
    maps.push(performance.now() - from);
  }
  const firstMap = maps[0];
  maps.sort((left, right) => left - right);
  const histories = [];
  for (const request of await (await load("history.json")).json()) {
    const rounds = [];
    for (let round = 0; round < 5; round += 1) {
      const from = performance.now();
      JSON.parse(engine.history(request));
      rounds.push(performance.now() - from);
    }
    histories.push(rounds.sort((left, right) => left - right)[2]);
  }
  const parties = new Uint8Array(await (await load("109k.ecp")).arrayBuffer());
  const cases = (await (await load("cases.json")).json()).map((one) => JSON.stringify(one));
  const assess = (rounds) => {
    const took = [];
    for (let round = 0; round < rounds; round += 1) {
      for (const one of cases) {
        const from = performance.now();
        JSON.parse(engine.assess(one));
        if (round) took.push(performance.now() - from);
      }
    }
    took.sort((left, right) => left - right);
    return [took[Math.floor(took.length / 2)], took.at(-1)];
  };
  const unscreened = assess(6);
  const found = JSON.parse(engine.open(parties, "{}")).parties;
  const screened = assess(6);
  return { assessed: { unscreened, screened, parties: found }, histories, ready, firstSearch, firstMap, map: maps[Math.floor(maps.length / 2)], p50: at(0.5), p99: at(0.99), most: at(1), asked: times.length, memory: wasm.memory.buffer.byteLength / 1e6, bytes: rules.length };
}

async function load(name) {
  const answer = await fetch(new URL(name, import.meta.url));
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}
