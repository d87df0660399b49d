import type { Manifest } from "../engine/types.ts";
import type { BatchSession, ResultRow } from "./session.ts";

// Column names are part of the file format and stay the same in every language.
const COLUMNS = ["row", "name", "kind", "country", "dob", "id", "address", "role", "reference", "outcome", "problem", "notes", "candidate", "score", "list", "list_title", "ref", "listed_name", "primary_name", "measure", "not_checked", "min_score", "lists_searched", "pack", "engine", "screened_at"] as const;

const OUTCOMES: Record<ResultRow["state"], string> = {
  candidates: "candidate-found",
  none: "no-candidate-found",
  failed: "not-screened-error",
  malformed: "not-screened-malformed",
  waiting: "not-screened-cancelled",
};

/** One line per candidate; a row without candidates has one line. With a byte-order mark, so that spreadsheets read UTF-8. */
export function toCsv(session: BatchSession, manifest: Manifest, engine: string): string {
  const lists = manifest.lists.map((list) => `${list.id} ${list.published ?? list.retrieved ?? "undated"}`).join("; ");
  const lines = session.rows.flatMap((row) => {
    const { query } = row;
    const start = [row.number, query.name, query.kind ?? "", query.country ?? "", query.dob ?? "", query.id ?? "", query.address ?? "", row.role, row.reference, OUTCOMES[row.state], row.problem ?? row.failure ?? "", row.notes.map((note) => `${note.code}: ${note.value}`).join("; ")];
    const end = [row.notChecked.join("; "), session.policy.min_score, lists, session.pack, engine, session.finishedAt];
    if (row.hits.length === 0) return [[...start, "", "", "", "", "", "", "", "", ...end]];
    return row.hits.map((hit, at) => {
      const list = manifest.lists.find((candidate) => candidate.id === hit.list);
      return [...start, at + 1, hit.score, hit.list, list?.title.en ?? "", hit.ref, hit.name, hit.primary, list?.measure ?? "", ...end];
    });
  });
  return `\ufeff${[COLUMNS as readonly (string | number)[], ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}

export function toJson(session: BatchSession, manifest: Manifest, engine: string): string {
  const { policy, pack, finishedAt, stage, rows } = session;
  const lists = manifest.lists.map(({ id, published, retrieved }) => ({ id, published, retrieved }));
  const results = rows.map(({ number, query, role, reference, notes, problem, failure, state, hits, notChecked }) => ({ row: number, outcome: OUTCOMES[state], query, role, reference, notes, problem: problem ?? failure ?? null, hits, not_checked: notChecked }));
  return JSON.stringify({ format: "exportcheck-batch", version: 1, engine, pack, starter: manifest.starter, lists, policy, finished_at: finishedAt, complete: stage === "done", results }, null, 2);
}

/** A cell a spreadsheet will not run as a formula. */
export function cell(value: string | number): string {
  if (typeof value === "number") return String(value);
  const harmless = /^[\s]*[=+\-@\t\r\n＝＋－＠]/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(harmless) || harmless !== harmless.trim() ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}

export function download(name: string, type: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
