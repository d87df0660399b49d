// Cases as files: what is written can be read back, and what cannot be read is refused with the name of the field.
import { type Case, CASE_FORMAT, PARTY_KINDS, ROLES, type SavedCase } from "../../engine/case-types.ts";
import { today } from "../item.ts";
import { allOwners } from "./edit.ts";
import { isDate, isPartialDate } from "./values.ts";

/** Why a file was refused: `case-file-<code>` says it, with the field and what stands there. */
export class CaseFileError extends Error {
  readonly code: string;
  readonly field: string;
  readonly given: string;
  constructor(code: string, field = "", given: unknown = "") {
    super(`${code}: ${field}`);
    this.code = code;
    this.field = field;
    this.given = (typeof given === "string" ? given : (JSON.stringify(given) ?? "")).slice(0, 80);
  }
}

type Check = (value: unknown, field: string) => void;
const LIMIT = 2_000_000;

/** One case as the engine and the command line take it. */
export function caseText(saved: SavedCase): string {
  return `${JSON.stringify(dated(saved), null, 2)}\n`;
}

export function casesText(saved: SavedCase[]): string {
  return `${JSON.stringify({ format: "exportcheck-cases", version: 1, cases: saved.map(dated) }, null, 2)}\n`;
}

/** The day of the rules is the day of writing, unless it was set. */
function dated({ case: kase, as_of_fixed }: SavedCase): Case {
  return as_of_fixed ? kase : { ...kase, as_of: today() };
}

/** The cases of a file: one, or what “export all” wrote. Throws a `CaseFileError`. */
export function readCases(text: string): Case[] {
  if (text.length > LIMIT) throw new CaseFileError("too-large");
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    throw new CaseFileError("not-json");
  }
  if (!isRecord(file)) throw new CaseFileError("not-a-case");
  if (file["format"] === "exportcheck-record") throw new CaseFileError("a-record");
  if (file["format"] === "exportcheck-cases") {
    if (file["version"] !== 1) throw new CaseFileError("version", "version", file["version"]);
    if (!Array.isArray(file["cases"])) throw new CaseFileError("wrong", "cases", file["cases"]);
    return file["cases"].map((one, at) => readCase(one, `cases[${at + 1}].`));
  }
  return [readCase(file, "")];
}

function readCase(value: unknown, before: string): Case {
  if (!isRecord(value) || !("format" in value)) throw new CaseFileError("not-a-case");
  if (typeof value["format"] !== "number") throw new CaseFileError("not-a-case");
  if (value["format"] !== CASE_FORMAT) throw new CaseFileError("version", `${before}format`, value["format"]);
  if (!("as_of" in value)) throw new CaseFileError("absent", `${before}as_of`);
  CASE(value, before);
  const kase = value as unknown as Case;
  for (const [at, party] of (kase.parties ?? []).entries()) {
    const ids = allOwners(party.owners).map(({ owner: { id: known } }) => known);
    const twice = ids.find((known, first) => ids.indexOf(known) !== first);
    if (twice !== undefined) throw new CaseFileError("twice", `${before}parties[${at + 1}].owners`, twice);
  }
  return kase;
}

const words: Check = (value, field) => must(typeof value === "string" && value.length <= 20_000, field, value);
const day: Check = (value, field) => must(typeof value === "string" && isDate(value), field, value);
const birth: Check = (value, field) => must(typeof value === "string" && isPartialDate(value), field, value);
const yes: Check = (value, field) => must(typeof value === "boolean", field, value);
const id: Check = (value, field) => must(typeof value === "string" && /^[\w-]{1,64}$/.test(value), field, value);
const place: Check = (value, field) => must(typeof value === "string" && /^(?:[A-Za-z]{2}(?:-\w{1,8})?)?$/.test(value), field, value);
const one = (...allowed: readonly string[]): Check => (value, field) => must(typeof value === "string" && allowed.includes(value), field, value);
const many = (check: Check): Check => (value, field) => {
  must(Array.isArray(value) && value.length <= 1000, field, value);
  for (const [at, item] of (value as unknown[]).entries()) check(item, `${field}[${at + 1}]`);
};
/** Members with ids of their own, each id once. */
const members = (check: Check): Check => (value, field) => {
  many(check)(value, field);
  const ids = (value as { id?: unknown }[]).map((member) => member.id);
  const twice = ids.find((known, at) => ids.indexOf(known) !== at);
  if (twice !== undefined) throw new CaseFileError("twice", field, twice);
};
const shape = (fields: Record<string, Check>, needed: readonly string[] = []): Check => (value, field) => {
  if (!isRecord(value)) throw new CaseFileError("wrong", field.replace(/\.$/, ""), value);
  const prefix = field && !field.endsWith(".") ? `${field}.` : field;
  for (const name of needed) if (!(name in value)) throw new CaseFileError("absent", prefix + name);
  for (const [name, content] of Object.entries(value)) {
    const check = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!check) throw new CaseFileError("unknown-field", prefix + name);
    check(content, prefix + name);
  }
};
const answers: Check = (value, field) => {
  if (!isRecord(value)) throw new CaseFileError("wrong", field, value);
  for (const [name, answer] of Object.entries(value)) must(typeof answer === "string" || (Array.isArray(answer) && answer.every((option) => typeof option === "string")), `${field}.${name}`, answer);
};
const owner: Check = (value, field) => OWNER(value, field);
const OWNER = shape({ id, name: words, kind: one(...PARTY_KINDS), country: place, address: words, dob: birth, identifiers: many(words), share: words, control: one("yes", "no", "unknown"), owners: members(owner), owners_complete: yes }, ["id"]);
const TRUSTED = shape({ since: day, until: day, destinations: many(place), items: many(words), indicators: many(words), reason: words, by: words, rules: words, lists: words });
const ITEM = shape({ id, name: words, family: words, answers, codes: many(shape({ list: words, code: words }, ["list", "code"])), none: many(words), hs: words, origin: place, quantity: words, value: words, currency: words, mass: words }, ["id"]);
const PARTY = shape({ id, name: words, kind: one(...PARTY_KINDS), roles: many(one(...ROLES, "owner")), country: place, address: words, registered: day, dob: birth, identifiers: many(words), business: many(words), owners: members(owner), owners_complete: yes, answers, trusted: TRUSTED }, ["id"]);
const LEG = shape({ id, country: place, kind: one("transit", "transhipment", "destination"), place: words, answers }, ["id", "kind"]);
const JUDGEMENT = shape({ indicator: words, subject: words, state: one("resolved", "confirmed"), reason: words, evidence: many(words), by: words, on: day }, ["indicator", "state"]);
const DECISION = shape({ subject: words, list: words, ref: words, entry: words, verdict: one("same", "different", "unsure"), reason: words, by: words, on: day }, ["list", "ref", "verdict"]);
const CASE = shape({ format: () => undefined, id, title: words, as_of: day, jurisdictions: many(words), exporter_country: place, languages: many(words), items: members(ITEM), parties: members(PARTY), route: members(LEG), end_use: words, dates: shape({ order: day, shipment: day }), answers, judgements: many(JUDGEMENT), decisions: many(DECISION) });

function must(right: boolean, field: string, given: unknown): void {
  if (!right) throw new CaseFileError("wrong", field, given);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
