import type { PartyKind, Query } from "../engine/types.ts";

/** The form as typed. */
export interface Draft {
  name: string;
  kind: PartyKind;
  country: string;
  year: string;
  month: string;
  day: string;
  id: string;
  address: string;
  role: string;
}

export const EMPTY_DRAFT: Draft = { name: "", kind: "unknown", country: "", year: "", month: "", day: "", id: "", address: "", role: "" };

/** A field and the message that says what is wrong with it. */
export interface Problem {
  field: keyof Draft;
  code: "name-missing" | "dob-year" | "dob-month" | "dob-day";
}

export function problemsOf(draft: Draft): Problem[] {
  const problems: Problem[] = [];
  if (!draft.name.trim()) problems.push({ field: "name", code: "name-missing" });
  const [year, month, day] = [draft.year, draft.month, draft.day].map((text) => text.trim());
  if (!year && !month && !day) return problems;
  if (!/^\d{4}$/.test(year ?? "") || Number(year) < 1) problems.push({ field: "year", code: "dob-year" });
  else if (month ? !between(month, 1, 12) : Boolean(day)) problems.push({ field: "month", code: "dob-month" });
  else if (day && !(between(day, 1, 31) && dayExists(Number(year), Number(month), Number(day)))) problems.push({ field: "day", code: "dob-day" });
  return problems;
}

/** The query as the engine wants it; call only when there are no problems. */
export function queryOf(draft: Draft): Query {
  const query: Query = { name: draft.name.trim().replace(/\s+/g, " ") };
  if (draft.kind !== "unknown") query.kind = draft.kind;
  if (draft.country) query.country = draft.country;
  const dob = [draft.year, draft.month, draft.day].map((text) => text.trim()).filter(Boolean);
  if (dob.length) query.dob = dob.map((text, at) => text.padStart(at ? 2 : 4, "0")).join("-");
  if (draft.id.trim()) query.id = draft.id.trim();
  if (draft.address.trim()) query.address = draft.address.trim().replace(/\s*\n\s*/g, ", ");
  return query;
}

export function dayExists(year: number, month: number, day: number): boolean {
  const made = new Date(Date.UTC(2000, month - 1, day));
  made.setUTCFullYear(year, month - 1, day);
  return made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
}

function between(text: string, least: number, most: number): boolean {
  return /^\d{1,2}$/.test(text) && Number(text) >= least && Number(text) <= most;
}
