// What is asked of every build of the engine, and what the native one answers: the measure for the
// WebAssembly build in Node (identity.mjs) and in the browser (../web/identity.test.mjs).
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { assess } from "./assess.mjs";
import { history } from "./history.mjs";
import { items } from "./items.mjs";
import { licensing } from "./licensing.mjs";

export const root = fileURLToPath(new URL("../../", import.meta.url));
const PACK = "packs/parties.ecp";
const SCRIPTS = "packs/scripts.ecs";
const FOLDER = "target/identity";

/** Orders for examples/engine_json.rs, in the order they are given; files are paths from the top. */
export function orders() {
  const listed = cases();
  const screen = (query, policy) => ({ op: "screen", request: JSON.stringify(policy ? { query, policy } : { query }) });
  const compare = (kind, left, right) => ({ op: "compare", request: JSON.stringify({ kind, left, right }) });
  const open = (file, options = "{}") => ({ op: "open", file, options });
  const made = names(120);
  const still = [{ op: "manifest" }, screen({ name: "Rosoboronexport" })];
  const broken = damaged().flatMap((file) => [open(file), ...still]);
  return [
    ...still, compare("person", "Iwan Petrow", "Ivan Petrov"), { op: "party", list: "us-sdn", ref: "36" },
    ...damaged().map((file) => open(file)),
    open(PACK, ""), { op: "manifest" },
    ...TYPED.map((name) => screen({ name })),
    { op: "open_scripts", file: PACK }, { op: "open_scripts", file: SCRIPTS },
    ...listed.map(({ query }) => screen(query)),
    ...listed.filter((_, at) => at % 5 === 0).map(({ query }) => screen({ name: query.name }, { min_score: 0.4, limit: 50 })),
    ...TYPED.map((name) => screen({ name }, { min_score: 0.2, limit: 5 })),
    ...made.map((name, at) => screen({ name, ...FACTS[at % FACTS.length] }, POLICIES[at % POLICIES.length])),
    { op: "screen_batch", request: JSON.stringify({ queries: listed.map(({ query }) => query).slice(0, 60), policy: { limit: 3 } }) },
    ...listed.filter(({ expected }) => expected).map(({ expected: [list, ref] }) => ({ op: "party", list, ref })),
    { op: "party", list: "us-sdn", ref: "no such reference" }, { op: "party", list: "", ref: "\u0000" },
    ...made.slice(1).map((name, at) => compare(KINDS[at % KINDS.length], made[at], at % 3 ? name : made[at].slice(1))),
    ...BAD.flatMap((request) => ["screen", "screen_batch", "compare"].map((op) => ({ op, request }))),
    ...broken,
    open(PACK, '{"require_signature":"' + "ab".repeat(32) + '"}'), open(PACK, '{"require_signature":"x"}'), open(PACK, "{"), ...still,
    open(PACK), ...still,
    ...items(),
    ...licensing(),
    ...history(),
    ...assess(),
  ];
}

/** The native engine's answers, one line for each order; kept in target/identity for a look. */
export function answers(asked) {
  const input = asked.map((order) => JSON.stringify(order)).join("\n") + "\n";
  const words = ["run", "--quiet", "--features", "compile", "--example", "engine_json"];
  const run = spawnSync("cargo", words, { cwd: root, input, encoding: "utf8", maxBuffer: 1 << 30, stdio: ["pipe", "pipe", "inherit"] });
  if (run.error || run.status !== 0) throw new Error(`cargo ${words.join(" ")}: ${run.error ?? `exit code ${run.status}`}`);
  writeFileSync(`${root}${FOLDER}/requests.jsonl`, input);
  writeFileSync(`${root}${FOLDER}/native.jsonl`, run.stdout);
  return run.stdout.split("\n").slice(0, -1);
}

export function bytesOf(file) {
  if (!existsSync(root + file)) throw new Error(`${file} is not here; \`cargo xtask test --only packs\` makes the packs`);
  return readFileSync(root + file);
}

/**
 * Gives orders to a JavaScript engine; runs in Node and, as text, in a page.
 * `bytes` holds the files by name.
 */
export function obey(engine, asked, bytes) {
  const does = {
    open: ({ file, options }) => engine.open(bytes[file], options),
    open_scripts: ({ file }) => { engine.open_scripts(bytes[file]); return '"opened"'; },
    manifest: () => engine.manifest(),
    screen: ({ request }) => engine.screen(request),
    screen_batch: ({ request }) => engine.screen_batch(request),
    compare: ({ request }) => engine.compare(request),
    party: ({ list, ref }) => engine.party(list, ref),
    open_rules: ({ file, options }) => engine.open_rules(bytes[file], options),
    texts: ({ language }) => engine.texts(language),
    coverage: () => engine.coverage(),
    find: ({ request }) => engine.find(request),
    family: ({ request }) => engine.family(request),
    classify: ({ request }) => engine.classify(request),
    recognise: ({ request }) => engine.recognise(request),
    text: ({ list, entry }) => engine.text(list, entry),
    license: ({ request }) => engine.license(request),
    license_map: ({ request }) => engine.license_map(request),
    bom: ({ request }) => engine.bom(request),
    licensing_texts: ({ language }) => engine.licensing_texts(language),
    history: ({ request }) => engine.history(request),
    risk_texts: ({ language }) => engine.risk_texts(language),
    assess: ({ request }) => engine.assess(request),
    record: ({ request }) => engine.record(request),
    // Makes a record, changes the byte at this share of it, and verifies what is left.
    verify: ({ request, at }) => {
      const record = new TextEncoder().encode(engine.record(request));
      if (at !== null) record[Math.floor(record.length * at)] ^= 1;
      return engine.verify_record(record);
    },
  };
  return asked.map((order) => {
    try {
      return does[order.op](order);
    } catch (error) {
      return `{"error":${error instanceof Error ? error.message : `"no Error: ${error}"`}}`;
    }
  });
}

/** First difference, in words; empty when there is none. */
export function difference(asked, native, given) {
  if (native.length !== asked.length || given.length !== asked.length) return `${asked.length} orders, ${native.length} native answers, ${given.length} here`;
  const differing = asked.map((_, at) => at).filter((at) => native[at] !== given[at]);
  if (!differing.length) return "";
  const [at] = differing;
  const from = [...native[at]].findIndex((letter, place) => letter !== [...given[at]][place]);
  const part = (text) => [...text].slice(Math.max(0, from - 60), from + 120).join("");
  return `${differing.length} of ${asked.length} answers differ; first to ${JSON.stringify(asked[at])}\nnative: ...${part(native[at])}\nhere:   ...${part(given[at])}`;
}

function cases() {
  const lines = readFileSync(`${root}tests/cases/screen/starter-queries.tsv`, "utf8").split("\n").filter((line) => line && !line.startsWith("#")).slice(1);
  return lines.map((line) => {
    const [name, kind, country, expected] = line.split("\t");
    const colon = expected.indexOf(":");
    return { query: { name, kind, ...(country ? { country } : {}) }, expected: expected ? [expected.slice(0, colon), expected.slice(colon + 1)] : null };
  });
}

/** Damaged copies of the pack, by file name. */
function damaged() {
  mkdirSync(root + FOLDER, { recursive: true });
  const whole = bytesOf(PACK);
  const changed = (at, to = whole[at] ^ 64) => { const copy = Buffer.from(whole); copy[at] = to; return copy; };
  const copies = {
    "empty.ecp": Buffer.alloc(0),
    "cut-off.ecp": whole.subarray(0, whole.length >> 1),
    "header-only.ecp": whole.subarray(0, 20),
    "changed.ecp": changed(whole.length >> 1),
    "last-byte.ecp": changed(whole.length - 1),
    "another-file.ecp": Buffer.from("list\treference\tname\n".repeat(40)),
    ...Object.fromEntries([0, 8, 9, 10, 12, 16, 20, 24, 28, 32].map((at) => [`byte-${at}.ecp`, changed(at, 255)])),
  };
  return Object.entries(copies).map(([name, bytes]) => {
    writeFileSync(`${root}${FOLDER}/${name}`, bytes);
    return `${FOLDER}/${name}`;
  });
}

/** Names made of letters and words of many scripts, the same ones every time. */
function names(count) {
  let state = 20261122;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const pick = (from) => from[next(from.length)];
  const word = () => (next(3) === 0 ? pick(WORDS) : Array.from({ length: 2 + next(7) }, ((letters) => () => pick(letters))([...pick(ALPHABETS)])).join(""));
  return Array.from({ length: count }, () => Array.from({ length: 1 + next(4) }, word).join(pick([" ", " ", "-", ", "])));
}

const ALPHABETS = ["abcdefghijklmnopqrstuvwxyz", "AEIOUKLMNRST", "äöüßéèçñåøłžșğışõý", "абвгдежзийклмнопрстуфхцчшщъыьэюя", "αβγδεζηθικλμνξοπρστυφχψως", "ابتثجحخدذرزسشصضطظعغفقكلمنهويپچژگ", "אבגדהוזחטיכלמנסעפצקרשת", "华為技術有限公司北京上海大学金正日本東", "ひらかなカタカナンー", "한국김정은조선무역", "აბგდევზთიკლმნ", "աբգդեզէըթժի", "กขคงจฉชดตนบปา", "कखगघचजटडतदनपमरलसहाि", "0123456789"];
const WORDS = ["al", "bin", "von", "GmbH", "OOO", "ООО", "Co., Ltd.", "S.A.", "Dr.", "Trading", "Mohammed", "Technologies", "Huawei", "Rosneft", "Kim", "Iran", "Electronics", "Institute"];
const TYPED = ["", " ", "?", "A", "🚢", "\u0000\u001f\"\\", "华为技术有限公司", "北京航空航天大学", "김정은", "Газпром нефть", "شركة ماهان", "ΔΕΗ Α.Ε.", "x".repeat(5000), "Ko ".repeat(300), "İSTANBUL Ⅻ ﬁ ﷺ", "e\u0301\u200d\u202eabc", "Nürnberg Straße", "Nu\u0308rnberg STRASSE"];
const KINDS = ["person", "organisation", "unknown", "vessel", "aircraft"];
const FACTS = [{}, { kind: "person", country: "RU", dob: "1951-12-15" }, { kind: "organisation", country: "cn", address: "Bantian, Longgang District, Shenzhen 518129" }, { id: "IMO 9187631" }, { dob: "~1960" }, { id: "7718852163", country: "RU" }];
const POLICIES = [undefined, { min_score: 0 }, { min_score: 0.3, lists: ["us-sdn", "un-sc"] }, { min_score: 0.3, weak_aliases: false, limit: 1 }, { min_score: 0.2, mode: "ofac" }, { min_score: 1 }, { limit: 0 }];
const BAD = ["", "{", "[]", "null", '{"query":{"name":1}}', '{"query":{"nam":"x"}}', '{"query":{"name":"x","dob":"1951-13-01"}}', '{"query":{"name":"x","kind":"company"}}', '{"query":{"name":"x"},"policy":{"limit":-1}}', '{"query":{"name":"x"},"policy":{"min_score":1e999}}', '{"query":{"name":"\\ud800"}}', '{"kind":"person","left":"x"}', '{"queries":{}}', '{"query":{"name":"ü"},"é":1}'];
