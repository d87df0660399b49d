// Mirrors src/classify: what the engine says about an item. Field names are the engine's.
import type { IsoDate } from "./types.ts";

/** A list of goods: `eu` is Annex I, `us` the Commerce Control List. */
export type ListId = string;
export type Outcome = "met" | "not-met" | "unknown";
/** `no-rule`: nothing in the rules speaks of the family in that list, so nothing can be said. */
export type ListVerdict = "listed" | "undecided" | "none-identified" | "no-rule";
export type AttributeKind = "quantity" | "choice" | "set" | "flag";

/** What the user said: text for a quantity, `yes`, `no`, an option, a list of options, or `unknown`. */
export type Answer = string | string[];
export type Answers = Record<string, Answer>;
export const UNKNOWN = "unknown";

export interface RulesManifest {
  version?: string;
  digest: string;
  families?: number;
  provisions?: number;
}

export interface ItemCase {
  family: string;
  answers: Answers;
  as_of: IsoDate;
  lists: ListId[];
}

export interface Criterion {
  cite: string;
  /** None when expressions are compared, or another provision is referred to. */
  attribute: string | null;
  /** As the user wrote it; options joined by `|`. */
  given: string | null;
  /** What was not typed: worked out, or true by definition of the family. */
  value: string | null;
  /** Attributes that a worked-out value comes from. */
  from?: string[];
  /** Left side of a comparison of expressions. */
  expression?: string | null;
  op: string;
  /** As the law writes it; options or codes joined by `|`. */
  limit: string;
  result: Outcome;
  near?: boolean;
}

export interface Release {
  cite: string;
  /** `met`: the note releases the item; `unknown`: it could. */
  result: Outcome;
  criteria: Criterion[];
}

export interface Provision {
  list: ListId;
  entry: string;
  path: string;
  result: Outcome;
  modelled: boolean;
  criteria: Criterion[];
  released_by: Release[];
  missing: string[];
  status?: string;
  reasons?: string[];
  differs?: boolean;
}

export interface Counts {
  modelled: number;
  described: number;
  absent: number;
}

export interface ListResult {
  list: ListId;
  instrument: string;
  version: string;
  verdict: ListVerdict;
  entries: { entry: string; result: Outcome; met: string[]; unknown: string[]; reasons: string[] }[];
  /** Not applied on this day: announced, suspended, repealed. */
  not_in_force: { entry: string; path: string; status: string }[];
  /** Leaf paragraphs of these entries that the rules only describe or do not hold. */
  not_modelled: { entry: string; paths: string[] }[];
  /** Of the whole list. */
  coverage: CoverageTotals;
}

export interface AnswerProblem {
  attribute: string;
  given: string;
  code: string;
  message: string;
  help: string;
}

export interface Classification {
  family: string;
  as_of: IsoDate;
  rules: { version: string; digest: string };
  lists: ListResult[];
  provisions: Provision[];
  /** Best question first; empty when nothing is left to ask. */
  ask: { attribute: string; decides: number; of: number }[];
  do_not_know: string[];
  problems: AnswerProblem[];
  see_also: { list: ListId; entry: string; result: Outcome | "not-modelled" }[];
  review: { id: string; list: ListId; result: "yes" | "no" | "unknown" }[];
  related: { list: ListId; entry: string; software: string[]; technology: string[] }[];
  notices: string[];
}

export interface FamilyView {
  family: string;
  given: Answers;
  attributes: string[];
  entries: string[];
}

export interface Why {
  kind: string;
  query: string;
  matched: string;
  language?: string | null;
}

export interface Found {
  query: string;
  kind: "words" | "hs" | "code";
  families: { id: string; score: number; why: Why[] }[];
  entries: { entry: string; lists: ListId[]; score: number; why: Why[] }[];
  crosswalk: Crosswalk[];
  notices: string[];
}

/** A code of another list, and the entries here that it corresponds to. */
export interface Crosswalk {
  list: string;
  code: string;
  relation: string;
  entries: string[];
}

export interface Recognised {
  found: { attribute: string; value: Answer; line: number; text: string; label: string }[];
  /** Lines that were not used, and why. */
  unread: { line: number; text: string; reason: string }[];
}

export interface AttributeText {
  kind: AttributeKind;
  label: string;
  question: string;
  help?: string | null;
  measured?: string | null;
  cite?: string | null;
  unit?: string | null;
  units?: string[];
  options?: { id: string; label: string }[];
  aka?: string[];
  cost?: number;
  diagram?: string | null;
  derived?: boolean;
  formula?: string | null;
}

export interface FamilyText {
  name: string;
  about?: string | null;
  category: string;
  parents?: string[];
}

export interface EntryText {
  title: string;
  summary?: string | null;
  regime?: string[];
  lists: ListId[];
  see_also?: string[];
  related?: { software?: string[]; technology?: string[] };
  links?: Record<ListId, string>;
  provisions?: Record<ListId, Record<string, string>>;
  reason_notes?: { list?: ListId; paths?: string[]; codes?: string[]; note?: string | null }[];
}

/** All words of the rules in one language. */
export interface RuleTexts {
  lists: Record<ListId, { name: string; instrument: string; version: string; url: string }>;
  categories: Record<string, string>;
  groups: Record<string, string>;
  families: Record<string, FamilyText>;
  attributes: Record<string, AttributeText>;
  entries: Record<string, EntryText>;
  /** By citation: `3A001.a.2 Note`. */
  notes: Record<string, string>;
  review: Record<string, { list: ListId; question: string; help?: string | null; cite?: string | null }>;
}

export interface Coverage {
  lists: { list: ListId; version: string; entries: CoverageEntry[]; totals: CoverageTotals }[];
}

export interface CoverageTotals extends Counts {
  entries: number;
  leaves: number;
}

export interface CoverageEntry extends Counts {
  entry: string;
  leaves: number;
}

/** Official wording of one entry, from a text pack the user loaded. */
export interface OfficialText {
  list: ListId;
  entry: string;
  instrument: string;
  version: string;
  lines: OfficialLine[];
}

export interface OfficialLine {
  code: string;
  /** `heading`, `item`, `note`, `technical-note`, `nb`, `text`. */
  kind: string;
  text: string;
  /** `exponent`: one has probably lost its place in the transcription. */
  caution?: string;
}
