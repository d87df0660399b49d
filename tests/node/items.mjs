// Orders about items: every family of the rules, with answers of every kind, good and bad.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const RULES = "packs/rules.ecp";
const LISTS = [undefined, ["eu"], ["us"], ["us", "eu"]];
const DAYS = ["2026-11-22", "2021-01-01", "2030-06-30"];
const NUMBERS = ["1", "0", "12", "0,9", "1.4e3", "-55", "5 × 10^3", "<= 8.7", "> 1000", "29.5 to 30.5", "typ. 5", "±450", "1,024", "1e40", "12 parsec", ""];
const SOUGHT = ["laser", "Laserschneidkopf", "thermal imaging camera", "Wärmebildkamera", "caméra thermique", "5-axis milling machne", "fraiseuse 5 axes", "ADC", "8456.11", "HS 847130", "3A001.a.5.a.1", "3a001", "6A003b4", "ML15", "9A012", "xyzzy", "", " ", "\u0000", "ß", "ab ".repeat(200)];
const PASTED = ["Resolution\t12 bit\nSample rate\t1.4 GSa/s\nPrice\tcheap", "Auflösung: 14 Bit; Abtastrate: 0,5 GSPS", "", "Weight 2 kg | Power 3 kW\nWavelength 1070 nm\nBeam quality (BPP) 3.3 mm·mrad", "\u0000\ud7ff", "1\n2\n3"];
const BAD = ["", "{", "[]", '{"family":1}', '{"family":"no-such-family","as_of":"2026-11-22"}', '{"family":"adc","as_of":"22.11.2026"}', '{"family":"adc","as_of":"2026-11-22","lists":["uk"]}', '{"family":"adc","as_of":"2026-11-22","answers":{"no_such":"1","resolution":{}}}'];

export function items() {
  const words = readAttributes();
  const ids = families();
  let state = 4711;
  const next = (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
  const answer = ({ kind, unit, options }) => {
    if (next(9) === 0) return "unknown";
    if (kind === "flag") return next(2) ? "yes" : "no";
    if (kind === "choice") return options[next(options.length)] ?? "none";
    if (kind === "set") return options.filter(() => next(2));
    const number = NUMBERS[next(NUMBERS.length)];
    return next(8) ? `${number} ${unit}` : number;
  };
  const some = () => Object.fromEntries(words.filter(() => next(2)).map((word) => [word.id, answer(word)]));
  const classify = (family, answers, at) => ({ op: "classify", request: JSON.stringify({ family, answers, as_of: DAYS[at % DAYS.length], lists: LISTS[at % LISTS.length] }) });
  return [
    ...["find", "family", "classify", "recognise"].map((op) => ({ op, request: "{}" })),
    { op: "texts", language: "en" }, { op: "coverage" }, { op: "text", list: "eu", entry: "3A001" },
    { op: "open_rules", file: "packs/parties.ecp", options: "" },
    { op: "open_rules", file: RULES, options: "" },
    { op: "texts", language: "en" }, { op: "texts", language: "de" }, { op: "texts", language: "xx" }, { op: "coverage" },
    ...SOUGHT.map((query, at) => ({ op: "find", request: JSON.stringify({ query, language: at % 2 ? "de" : "en", limit: 10 }) })),
    ...ids.flatMap((family, at) => [
      { op: "family", request: JSON.stringify({ family, lists: LISTS[at % LISTS.length] }) },
      classify(family, {}, at), classify(family, some(), at + 1),
    ]),
    ...ids.filter((_, at) => at % 40 === 0).flatMap((family) => PASTED.map((text) => ({ op: "recognise", request: JSON.stringify({ family, text }) }))),
    ...BAD.flatMap((request) => ["find", "family", "classify", "recognise"].map((op) => ({ op, request }))),
    { op: "open_rules", file: "target/identity/changed.ecp", options: "" },
    classify(ids[0], {}, 0),
  ];
}

/** Families by their headings in the rule files. */
function families() {
  return files("families").flatMap((text) => [...text.matchAll(/^\[([a-z0-9-]+)\]/gm)].map(([, id]) => id)).sort();
}

/** Attributes with what is needed to answer them. */
function readAttributes() {
  return files("attributes").flatMap((text) => text.split(/^(?=\[[a-z0-9_]+\]\s*$)/m).flatMap((part) => {
    const id = part.match(/^\[([a-z0-9_]+)\]/)?.[1];
    const kind = part.match(/^kind = "(\w+)"/m)?.[1];
    if (!id || !kind) return [];
    const options = [...new Set([...(part.split(/^\[[a-z0-9_]+\.options\]/m)[1] ?? "").matchAll(/^"?([a-z0-9-]+)"?\.en/gm)].map(([, option]) => option))];
    return [{ id, kind, unit: part.match(/^unit = "([^"]+)"/m)?.[1] ?? "", options }];
  }));
}

function files(folder) {
  const path = `${root}rules/${folder}/`;
  return readdirSync(path).filter((name) => name.endsWith(".toml")).sort().map((name) => readFileSync(path + name, "utf8"));
}
