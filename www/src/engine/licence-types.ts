// Mirrors src/license: what the engine says about one export of one item. Field names are the engine's.
import type { AnswerProblem, Answers, Criterion, ListId, Outcome } from "./item-types.ts";
import type { IsoDate } from "./types.ts";

/** A body of export rules: `eu`, `us`. */
export type JurisdictionId = string;
/** What the item is in the list of a jurisdiction; `not-given`: nothing was said about it. */
export type ItemState = "listed" | "undecided" | "none-identified" | "no-rule" | "not-given";
export type LicenceOutcome = "prohibited" | "sanctions-review" | "licence-required" | "notify-authority" | "authorisation-possible" | "undecided" | "none-identified" | "not-in-scope";

/** A kind of item with answers, or codes by somebody who knows them. */
export type LicenceItem = { family: string; answers: Answers } | { codes: { list: ListId; code: string }[]; none: ListId[] };

export interface LicenceCase {
  as_of: IsoDate;
  jurisdictions: JurisdictionId[];
  item: LicenceItem;
  destination: string;
  exporter?: string;
  origin?: string;
  end_user_country?: string;
  party_countries?: string[];
  answers: Answers;
}

/** A measure, for one paragraph of a list or for the whole case. */
export interface MeasureAt {
  measure: string;
  provision?: string | null;
}

export interface Finding extends MeasureAt {
  kind: string;
  check: string;
  result: Outcome;
  cite: string;
  criteria: Criterion[];
  missing: string[];
  overcome_by?: string[];
}

export interface Condition {
  id: string;
  result: Outcome;
  cite: string;
  criteria: Criterion[];
  missing: string[];
}

export interface Authorisation extends MeasureAt {
  /** `not-asked`: for a special case that nobody confirmed. */
  state: "ruled-out" | "not-asked" | "open" | "conditions-met";
  cite: string;
  /** Whether it is made for such a case at all, and what would decide that. */
  scope: Outcome;
  missing: string[];
  /** Requirements that it may overcome, and those that stay. */
  covers: string[];
  leaves: string[];
  /** Its own conditions. */
  conditions: Condition[];
  /** Restrictions on many that are not known to be kept: places in the jurisdiction's. */
  restrictions: number[];
  /** Places in the duties of the measure's texts. */
  duties: number[];
}

export interface JurisdictionResult {
  jurisdiction: JurisdictionId;
  instrument: string;
  version: string;
  scope: Outcome;
  /** Measures that bring the case under these rules, or may. */
  scope_by: Finding[];
  item: ItemState;
  outcome: LicenceOutcome;
  /** The outcome if the rules reach the case. */
  if_in_scope: LicenceOutcome;
  /** What the outcome rests on. */
  deciding: MeasureAt[];
  findings: Finding[];
  authorisations: Authorisation[];
  restrictions: (Condition & { provision?: string | null })[];
  /** Authorisations made for other cases, by measure. */
  out_of_scope: string[];
  duties: Finding[];
  prompts: Finding[];
  /** Checks without the answers they need. */
  not_run: { check: string; measures: string[]; missing: string[] }[];
}

/** An attribute, or `field:exporter`, `item`, `paragraph:3A001`, `reason:1C010:NP1`, `reasons:2B001`, `entry:lvs_listed`. */
export type Question = string;

export interface LicenceAsk {
  question: Question;
  jurisdictions: JurisdictionId[];
  measures: string[];
}

export interface Licensing {
  as_of: IsoDate;
  rules: { version: string; digest: string };
  destination: string;
  jurisdictions: JurisdictionResult[];
  /** Best question first. */
  ask: LicenceAsk[];
  problems: AnswerProblem[];
  notices: string[];
}

/** What one jurisdiction says about one destination. */
export interface PlaceResult {
  jurisdiction: JurisdictionId;
  outcome: LicenceOutcome;
  deciding: MeasureAt[];
  /** Authorisations that are not ruled out. */
  authorisations: string[];
}

/** One case over all destinations. */
export interface LicenceMap {
  as_of: IsoDate;
  rules: { version: string; digest: string };
  destinations: { code: string; results: PlaceResult[] }[];
  problems: AnswerProblem[];
}

export interface MeasureText {
  kind: string;
  check: string | null;
  jurisdiction: JurisdictionId;
  name?: string | null;
  title: string;
  text: string;
  cite: string;
  link?: string | null;
  conditions?: { id: string; title: string; text?: string; cite: string; circumstance?: boolean }[];
  duties?: { title: string; text?: string; cite: string }[];
}

/** All words of the licensing rules in one language. */
export interface LicensingTexts {
  jurisdictions: Record<JurisdictionId, { name: string; instrument: string; version: string; url: string; list: ListId }>;
  checks: Record<string, { title: string; on_request: boolean }>;
  measures: Record<string, MeasureText>;
  groups: Record<string, { name: string; cite?: string | null }>;
  /** Item sets by the flag that conditions name. */
  items: Record<string, { name: string; cite?: string | null }>;
  reasons: Record<string, { name: string; flag: string }>;
  destinations: Record<string, { name: string; numeric?: string; note?: string; us_as?: string; eu_as?: string }>;
  /** Lines of reasons that the user confirms, by the name of the answer. */
  reason_notes: Record<string, string>;
  /** Attribute to the exception whose line of the entry it is. */
  entry_facts: Record<string, string>;
}

/** A line of a bill of materials as the engine reads it. */
export interface BomLine {
  /** Row in the user's file. */
  line: number;
  part: string;
  origin: string;
  /** A code of the jurisdiction's list; `none`: no entry applies, the user says; empty: not known. */
  code: string;
  value: string;
  quantity: string;
}

export interface BomCase {
  as_of: IsoDate;
  jurisdiction: JurisdictionId;
  destination: string;
  product_value: string;
  lines: BomLine[];
  answers: Answers;
}

export interface BomLineResult {
  line: number;
  part: string;
  code: string;
  /** Whether it counts towards the share. */
  controlled: "yes" | "no" | "undecided";
  outcome: LicenceOutcome | null;
  deciding: MeasureAt[];
  /** Value times quantity. */
  value: string | null;
}

/** `line` 0 is the product itself. */
export interface BomProblem {
  line: number;
  field: string;
  message: string;
  help: string;
}

export interface BomResult {
  limit: string | null;
  limit_measure: string | null;
  product_value: string | null;
  controlled_value: string | null;
  percent: string | null;
  percent_exact: string | null;
  /** With every undecided line counted; nothing when a line has no value. */
  percent_max: string | null;
  verdict: "over-limit" | "not-over" | "undecided";
  /** Lines that count in any amount, or may. */
  bypass: { line: number; measure: string; result: Outcome }[];
  lines: BomLineResult[];
  problems: BomProblem[];
}
