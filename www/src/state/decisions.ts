import type { Hit, Query } from "../engine/types.ts";
import { type Decision, store, type Verdict } from "./store.ts";

export type { Decision, Verdict };
export type Reopened = "entry" | "lists" | "details";

/** The latest decision on a hit, and why it must be looked at again, if it must. */
export interface Standing {
  decision: Pick<Decision, "verdict" | "reason" | "decided_at"> & { by?: string };
  reopened: Reopened | undefined;
  earlier: number;
}

export function subjectOf(list: string, ref: string, name: string): string {
  return [list, ref, fold(name)].join("\u001f");
}

export async function decide(query: Query, role: string, hit: Hit, pack: string, verdict: Verdict, reason: string): Promise<Decision> {
  const decision: Decision = {
    id: crypto.randomUUID(),
    subject: subjectOf(hit.list, hit.ref, query.name),
    query,
    role,
    list: hit.list,
    ref: hit.ref,
    listed_name: hit.name,
    verdict,
    reason,
    score: hit.score,
    entry: hit.entry,
    pack,
    decided_at: new Date().toISOString(),
  };
  await (await store()).put("decisions", decision);
  return decision;
}

export async function standing(query: Query, hit: Hit, pack: string): Promise<Standing | undefined> {
  const all = await (await store()).getAllFromIndex("decisions", "subject", subjectOf(hit.list, hit.ref, query.name));
  all.sort((a, b) => (a.decided_at < b.decided_at ? 1 : -1));
  const decision = all[0];
  return decision && { decision, reopened: reopenedBy(decision, query, hit, pack), earlier: all.length - 1 };
}

/** A decision holds for one entry, one list version and one set of details. */
export function reopenedBy(decision: Decision, query: Query, hit: Hit, pack: string): Reopened | undefined {
  if (decision.entry !== hit.entry) return "entry";
  if (decision.pack !== pack) return "lists";
  return sameDetails(decision.query, query) ? undefined : "details";
}

export async function allDecisions(): Promise<Decision[]> {
  const all = await (await store()).getAll("decisions");
  return all.sort((a, b) => (a.decided_at < b.decided_at ? 1 : -1));
}

export async function wipeDecisions(): Promise<void> {
  await (await store()).clear("decisions");
}

export async function exportDecisions(): Promise<string> {
  return JSON.stringify({ format: "exportcheck-decisions", version: 1, decisions: await allDecisions() }, null, 2);
}

export interface Imported {
  added: number;
  known: number;
  /** Positions (from 1) of records that are not decisions; they are reported, never guessed at. */
  refused: number[];
}

/** Throws when the text is no decisions file at all. */
export async function importDecisions(text: string): Promise<Imported> {
  const file = JSON.parse(text) as { format?: unknown; version?: unknown; decisions?: unknown };
  if (file.format !== "exportcheck-decisions" || file.version !== 1 || !Array.isArray(file.decisions)) throw new Error("not a decisions file");
  const db = await store();
  const result: Imported = { added: 0, known: 0, refused: [] };
  for (const [at, record] of file.decisions.entries()) {
    const decision = asDecision(record);
    if (!decision) result.refused.push(at + 1);
    else if (await db.get("decisions", decision.id)) result.known++;
    else {
      await db.put("decisions", decision);
      result.added++;
    }
  }
  return result;
}

function asDecision(record: unknown): Decision | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const d = record as Partial<Decision>;
  const texts = [d.id, d.list, d.ref, d.listed_name, d.entry, d.pack, d.decided_at];
  if (!texts.every((text) => typeof text === "string" && text !== "")) return undefined;
  if (typeof d.query?.name !== "string" || !["same", "different", "unsure"].includes(d.verdict ?? "")) return undefined;
  if (typeof d.reason !== "string" || (d.verdict === "different" && !d.reason.trim())) return undefined;
  if (Number.isNaN(Date.parse(d.decided_at ?? ""))) return undefined;
  const whole = d as Decision;
  return { ...whole, role: String(d.role ?? ""), score: Number(d.score ?? 0), subject: subjectOf(whole.list, whole.ref, whole.query.name) };
}

function sameDetails(a: Query, b: Query): boolean {
  const details = (q: Query) => JSON.stringify([q.kind ?? "", q.country ?? "", q.dob ?? "", fold(q.id ?? ""), fold(q.address ?? "")]);
  return details(a) === details(b);
}

function fold(text: string): string {
  return text.normalize("NFKC").toLowerCase().trim().replace(/\s+/g, " ");
}
