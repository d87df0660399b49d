// A stand-in for the wasm engine, for development and tests only: same contract, simple matching, its own toy pack.
// A toy pack is the text "FAKE" + 64 hex digits (SHA-256 of the rest) + JSON {"manifest":…,"parties":[…]}.
import type { Alignment, Edit, Hit, Link, Manifest, Party, Policy, Query, Reason, Token } from "../src/engine/types.ts";

const FORMS = new Set(["ltd", "limited", "co", "gmbh", "ooo", "llc", "inc", "ag", "jsc", "company", "corporation"]);

export default async function init(): Promise<void> {}
export function engine_version(): string {
  return "0.0.0-fake";
}

export class Engine {
  #manifest: Manifest | undefined;
  #parties: Party[] = [];
  #scripts = false;

  open(bytes: Uint8Array): string {
    const text = new TextDecoder().decode(bytes);
    if (bytes.length < 68) refuse("pack-too-short");
    if (!text.startsWith("FAKE")) refuse("pack-not-a-pack");
    if (text.slice(4, 68) !== digest(text.slice(68))) refuse("pack-checksum");
    const { manifest, parties } = JSON.parse(text.slice(68)) as { manifest: Manifest; parties: Party[] };
    this.#manifest = { ...manifest, digest: text.slice(4, 68) };
    this.#parties = parties;
    return JSON.stringify(this.#manifest);
  }

  open_scripts(): void {
    this.#scripts = true;
  }

  manifest(): string {
    return JSON.stringify(this.#manifest);
  }

  screen(request: string): string {
    const { query, policy } = JSON.parse(request) as { query: Query; policy: Policy };
    const manifest = this.#manifest;
    if (!manifest) throw new Error(JSON.stringify({ code: "no-pack", message: "no pack is open", help: "" }));
    const { hits, not_checked } = this.#one(query, policy);
    const lists = manifest.lists.map(({ id, published }) => ({ id, published }));
    return JSON.stringify({ query, policy, engine: engine_version(), pack: manifest.digest, hits, lists, not_checked });
  }

  screen_batch(request: string): string {
    const { queries, policy } = JSON.parse(request) as { queries: Query[]; policy: Policy };
    return JSON.stringify({ results: queries.map((query) => ({ query, ...this.#one(query, policy) })) });
  }

  party(list: string, reference: string): string {
    const party = this.#parties.find((candidate) => candidate.list === list && candidate.reference === reference);
    return JSON.stringify(party ? { party, entry: entryOf(party) } : null);
  }

  compare(): string {
    return JSON.stringify({ score: 0, why: [], alignment: { query: [], listed: [], links: [] } });
  }

  #one(query: Query, policy: Policy): { hits: Hit[]; not_checked: string[] } {
    const hits = this.#parties.flatMap((party) => best(query, party)).filter((hit) => hit.score >= policy.min_score);
    hits.sort((a, b) => b.score - a.score);
    return { hits: hits.slice(0, policy.limit), not_checked: ["ownership", "lists-not-loaded", ...(this.#scripts ? [] : ["script-table"])] };
  }
}

function best(query: Query, party: Party): Hit[] {
  const scored = party.names.map((name) => ({ name, ...compare(query.name, name.text) }));
  const top = scored.sort((a, b) => b.score - a.score)[0];
  if (!top) return [];
  const why = [...top.why];
  let score = top.score;
  if (query.country) {
    const same = party.countries?.some((country) => country.code === query.country);
    const points = same ? Math.min(0.03, 1 - score) : -0.05;
    score += points;
    why.push({ code: same ? "evidence-country-same" : "evidence-country-differs", points, query: query.country, listed: party.countries?.[0]?.code ?? "" });
  }
  const hit: Hit = { score: round(Math.max(0, score)), name_score: round(top.score), list: party.list, ref: party.reference, name: top.name.text, name_kind: top.name.kind, primary: party.names[0]?.text ?? "", kind: party.kind, entry: entryOf(party), alignment: top.alignment, why };
  return [hit];
}

function compare(left: string, right: string): { score: number; alignment: Alignment; why: Reason[] } {
  const query = tokens(left);
  const listed = tokens(right);
  const links: Link[] = [];
  const free = new Set(listed.keys());
  const weight = (token: Token | undefined) => (token?.class === "form" ? 0.3 : 1);
  const total = query.reduce((sum, token) => sum + weight(token), 0) + listed.reduce((sum, token) => sum + weight(token), 0) || 1;
  for (let q = 0; q < query.length; q++) {
    const pair = joined(query, listed, q, free);
    if (pair) {
      links.push({ query: pair.query, listed: pair.listed, how: "joined", similarity: 0.97, points: round((0.97 * (pair.query.length + pair.listed.length)) / total), edits: edits(text(query, pair.query), text(listed, pair.listed)) });
      for (const l of pair.listed) free.delete(l);
      q = Math.max(...pair.query);
      continue;
    }
    const options = [...free].map((l) => ({ l, value: similarity(query[q]?.latin ?? "", listed[l]?.latin ?? "") })).sort((a, b) => b.value - a.value);
    const top = options[0];
    if (top && top.value >= 0.65) {
      free.delete(top.l);
      links.push({ query: [q], listed: [top.l], how: top.value === 1 ? "exact" : "spelling", similarity: round(top.value), points: round((top.value * (weight(query[q]) + weight(listed[top.l]))) / total), edits: top.value === 1 ? [] : edits(query[q]?.latin ?? "", listed[top.l]?.latin ?? "") });
    } else links.push({ query: [q], listed: [], how: "unmatched", similarity: 0, points: 0 });
  }
  for (const l of free) links.push({ query: [], listed: [l], how: "unmatched", similarity: 0, points: 0 });
  const why = links.map((link) => ({ code: link.how === "unmatched" ? (link.query.length ? "name-unmatched-query" : "name-unmatched-listed") : `name-${link.how}`, points: link.points, query: link.query.map((at) => query[at]?.text).join(" "), listed: link.listed.map((at) => listed[at]?.text).join(" ") }));
  return { score: links.reduce((sum, link) => sum + link.points, 0), alignment: { query, listed, links }, why };
}

function joined(query: Token[], listed: Token[], q: number, free: Set<number>): { query: number[]; listed: number[] } | undefined {
  const two = query[q + 1] ? [q, q + 1] : undefined;
  for (const l of free) {
    if (two && text(query, two) === listed[l]?.latin) return { query: two, listed: [l] };
    if (listed[l + 1] && free.has(l + 1) && text(listed, [l, l + 1]) === query[q]?.latin) return { query: [q], listed: [l, l + 1] };
  }
  return undefined;
}

function text(all: Token[], at: number[]): string {
  return at.map((index) => all[index]?.latin ?? "").join("");
}

function tokens(name: string): Token[] {
  return name.split(/[\s,]+/).filter(Boolean).map((word) => {
    const latin = word.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
    return { text: word, latin, class: FORMS.has(latin) ? "form" : latin.length === 1 ? "initial" : "word" } as Token;
  });
}

function similarity(a: string, b: string): number {
  if (a === b) return 1;
  const changed = edits(a, b).filter((edit) => !edit.same).reduce((sum, edit) => sum + Math.max(edit.query.length, edit.listed.length), 0);
  return 1 - changed / Math.max(a.length, b.length, 1);
}

function edits(a: string, b: string): Edit[] {
  const rows = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : j === 0 ? i : 0)));
  const at = (i: number, j: number) => rows[i]?.[j] ?? 0;
  for (let i = 1; i <= a.length; i++) for (let j = 1; j <= b.length; j++) (rows[i] as number[])[j] = Math.min(at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1));
  const steps: Edit[] = [];
  for (let i = a.length, j = b.length; i > 0 || j > 0; ) {
    const same = i > 0 && j > 0 && a[i - 1] === b[j - 1];
    if (i > 0 && j > 0 && at(i, j) === at(i - 1, j - 1) + (same ? 0 : 1)) steps.unshift({ query: a[--i] ?? "", listed: b[--j] ?? "", same });
    else if (i > 0 && at(i, j) === at(i - 1, j) + 1) steps.unshift({ query: a[--i] ?? "", listed: "", same: false });
    else steps.unshift({ query: "", listed: b[--j] ?? "", same: false });
  }
  return steps.reduce<Edit[]>((runs, step) => {
    const last = runs.at(-1);
    if (last && last.same === step.same) Object.assign(last, { query: last.query + step.query, listed: last.listed + step.listed });
    else runs.push({ ...step });
    return runs;
  }, []);
}

function entryOf(party: Party): string {
  return digest(JSON.stringify(party)).slice(0, 16);
}

/** Not a real digest: 64 hex digits that change with the text. tests/web/packs.mjs computes the same. */
function digest(content: string): string {
  let out = "";
  for (let seed = 1; seed <= 8; seed++) {
    let hash = (2166136261 ^ (seed * 0x9e3779b1)) >>> 0;
    for (let at = 0; at < content.length; at++) hash = Math.imul(hash ^ content.charCodeAt(at), 16777619) >>> 0;
    out += hash.toString(16).padStart(8, "0");
  }
  return out;
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}

function refuse(code: string): never {
  throw new Error(JSON.stringify({ code, message: code, help: "" }));
}
