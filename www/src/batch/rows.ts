import type { PartyKind, Query } from "../engine/types.ts";
import { countryCode } from "../i18n/countries.ts";
import { dayExists } from "../state/draft.ts";
import { type Field, fold, type Mapping } from "./columns.ts";

/** A table as read: cells, the row numbers of the file, and what the reader complained about. */
export interface Table {
  rows: { number: number; cells: string[]; problem?: RowProblem; /** Columns whose cells hold numbers, not text: their point is a decimal point. */ numeric?: Set<number> }[];
  blank: number;
}

export type RowProblem = "quotes-open" | "quotes-stray" | "cells-many" | "no-name" | "name-long";
/** A detail that could not be used; the name was screened without it. */
export interface RowNote {
  code: "kind" | "country" | "dob" | "dob-ambiguous";
  value: string;
}

export interface BatchRow {
  /** Row number in the file, counted from 1. */
  number: number;
  query: Query;
  role: string;
  reference: string;
  notes: RowNote[];
  problem: RowProblem | undefined;
}

const LONGEST_NAME = 1000;
const KINDS: Record<Exclude<PartyKind, "unknown">, string[]> = {
  person: ["person", "individual", "natural person", "p", "i", "human", "naturliche person", "privatperson", "einzelperson", "personne", "personne physique", "individu", "particulier", "persona", "persona fisica"],
  organisation: ["organisation", "organization", "company", "entity", "legal person", "legal entity", "business", "o", "c", "e", "firma", "unternehmen", "juristische person", "gesellschaft", "personne morale", "entite", "entreprise", "societe", "empresa", "entidad", "persona juridica", "azienda", "societa", "persona giuridica"],
  vessel: ["vessel", "ship", "v", "schiff", "navire", "bateau", "buque", "nave"],
  aircraft: ["aircraft", "plane", "a", "flugzeug", "luftfahrzeug", "aeronef", "avion", "aeronave"],
};
const kindByWord = new Map(Object.entries(KINDS).flatMap(([kind, words]) => words.map((word) => [word, kind as PartyKind] as const)));
const UNKNOWN = new Set(["", "unknown", "n a", "unbekannt", "inconnu", "keine angabe"]);

/** Turns mapped cells into queries; what cannot be used is noted, what cannot be screened keeps its problem. */
export function rowsOf(table: Table, mapping: Mapping): BatchRow[] {
  return table.rows.map(({ number, cells, problem }) => {
    const take = (field: Field, joiner: string) => cells.filter((cell, at) => mapping[at] === field && cell.trim()).map((cell) => cell.trim()).join(joiner);
    const notes: RowNote[] = [];
    const query: Query = { name: take("name", " ").replace(/\s+/g, " ") };
    const kind = take("kind", " ");
    const known = kindByWord.get(fold(kind));
    if (known) query.kind = known;
    else if (!UNKNOWN.has(fold(kind))) notes.push({ code: "kind", value: kind });
    const country = take("country", " ");
    const code = countryCode(country);
    if (code) query.country = code;
    else if (country && !UNKNOWN.has(fold(country))) notes.push({ code: "country", value: country });
    const birth = take("dob", " ");
    if (birth) {
      const read = readDate(birth);
      if (read) query.dob = read.date;
      if (!read) notes.push({ code: "dob", value: birth });
      else if (read.ambiguous) notes.push({ code: "dob-ambiguous", value: birth });
    }
    const id = take("id", " ");
    if (id) query.id = id;
    const address = take("address", ", ");
    if (address) query.address = address;
    const found = problem ?? (query.name ? (query.name.length > LONGEST_NAME ? "name-long" : undefined) : "no-name");
    return { number, query, role: take("role", ", "), reference: take("note", ", "), notes, problem: found };
  });
}

/** Dates as spreadsheets write them. Where day and month could be swapped, only the year is used. */
export function readDate(text: string): { date: string; ambiguous: boolean } | undefined {
  const tidy = text.trim().replace(/[T ]00:00(:00)?(\.0+)?Z?$/, "");
  const iso = /^(~?)(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(tidy);
  if (iso) return made(Number(iso[2]), iso[3] ? Number(iso[3]) : 0, iso[4] ? Number(iso[4]) : 0, iso[1] ?? "");
  const span = /^(\d{4})\s*[/–-]\s*(\d{4})$/.exec(tidy);
  if (span) return Number(span[2]) >= Number(span[1]) ? { date: `${span[1]}/${span[2]}`, ambiguous: false } : undefined;
  const monthYear = /^(\d{1,2})[./](\d{4})$/.exec(tidy);
  if (monthYear) return made(Number(monthYear[2]), Number(monthYear[1]), 0, "");
  const parts = /^(\d{1,2})([./-])(\d{1,2})\2(\d{4})$/.exec(tidy);
  if (!parts) return undefined;
  const [first, mark, second, year] = [Number(parts[1]), parts[2], Number(parts[3]), Number(parts[4])];
  // A full stop is day first everywhere it is used; a slash is not.
  if (mark === "." || first > 12 || first === second) return made(year, second, first, "");
  if (second > 12) return made(year, first, second, "");
  return { date: String(year).padStart(4, "0"), ambiguous: true };
}

function made(year: number, month: number, day: number, circa: string): { date: string; ambiguous: boolean } | undefined {
  if (year < 1 || month > 12 || (day > 0 && !dayExists(year, month, day)) || (day > 0 && month === 0)) return undefined;
  const two = (value: number) => String(value).padStart(2, "0");
  return { date: circa + String(year).padStart(4, "0") + (month ? `-${two(month)}` : "") + (day ? `-${two(day)}` : ""), ambiguous: false };
}
