// Orders about whole cases and their records: the same assessment, the same record, and the same word about
// a record of which one byte was changed, in every build. A record that two builds write alike, and each
// verifies, is one that each verifies of the other.
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const CASES = fileURLToPath(new URL("../cases/assess/", import.meta.url));
export const MADE_AT = "2026-11-22T10:00:00Z";

export function cases() {
  return readdirSync(CASES).filter((name) => name.endsWith(".json")).sort().map((name) => JSON.parse(readFileSync(CASES + name, "utf8")));
}

export function assess() {
  const all = cases();
  const [first] = all;
  const change = (at, edit) => {
    const one = structuredClone(all[at % all.length]);
    edit(one);
    return { op: "assess", request: JSON.stringify(one) };
  };
  const record = (one, policy) => JSON.stringify({ case: one, ...(policy ? { policy } : {}), made_at: MADE_AT });
  const requests = [...all.map((one) => record(one)), record(first, { min_score: 0.6, limit: 3 })];
  return [
    ...all.map((one) => ({ op: "assess", request: JSON.stringify(one) })),
    ...all.map((one) => ({ op: "assess", request: JSON.stringify({ case: one, policy: { min_score: 0.5, limit: 5, lists: ["us-el"] } }) })),
    ...requests.map((request) => ({ op: "record", request })),
    ...requests.map((request) => ({ op: "verify", request, at: null })),
    // One byte changed: early, in the middle, late.
    ...[0.001, 0.1, 0.35, 0.6, 0.85, 0.999].flatMap((share) => [requests[0], requests[1]].map((request) => ({ op: "verify", request, at: share }))),
    change(0, (one) => { one.route = []; }), change(1, (one) => { one.parties = []; one.items = []; }),
    change(2, (one) => { one.exporter_country = "ZZ"; one.items[0].hs = "n/a"; one.items[0].value = "viel"; one.jurisdictions = ["eu", "mars"]; }),
    change(3, (one) => { one.parties[0].owners = [{ id: "x", name: "Rosoboronexport", share: "half" }, { id: "y", name: "", share: "30 to 40 %" }]; }),
    change(4, (one) => { one.end_use = "not for military use, never for missiles"; }),
    { op: "assess", request: "{" }, { op: "assess", request: '{"format":2,"as_of":"2026-11-22"}' }, { op: "assess", request: '{"format":1,"as_of":"2026-11-22","surprise":1}' },
    { op: "record", request: JSON.stringify({ case: first, made_at: "yesterday" }) },
  ];
}
