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
  name: string;
  state: "ruled-out" | "open" | "conditions-met";
  /** Requirements that it would overcome, and those that it would not. */
  covers: string[];
  leaves: string[];
  conditions: Condition[];
  /** Places in the duties of the measure's texts. */
  duties: number[];
}

export interface JurisdictionResult {
  jurisdiction: JurisdictionId;
  instrument: string;
  version: string;
  scope: Outcome;
  item: ItemState;
  outcome: LicenceOutcome;
  /** What the outcome rests on. */
  deciding: MeasureAt[];
  findings: Finding[];
  authorisations: Authorisation[];
  duties: { measure: string; result: Outcome }[];
  prompts: { measure: string; result: Outcome }[];
  /** Checks without the answers they need. */
  not_run: { check: string; measures: string[]; missing: string[] }[];
}

/** A question: an attribute, or a line of reasons for control that only the user can settle (`1C010:NP1`). */
export interface LicenceAsk {
  attribute?: string;
  reason?: string;
  jurisdiction: JurisdictionId;
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

export interface MeasureText {
  kind: string;
  check: string;
  jurisdiction: JurisdictionId;
  name?: string | null;
  title: string;
  text: string;
  cite: string;
  link?: string | null;
  conditions?: { id: string; title: string; cite: string }[];
  duties?: { title: string; cite: string }[];
}

export interface DestinationText {
  name: string;
  numeric?: string | null;
  note?: string | null;
  us_as?: string | null;
  eu_as?: string | null;
}

/** All words of the licensing rules in one language. */
export interface LicensingTexts {
  jurisdictions: Record<JurisdictionId, { name: string; instrument: string; version: string; url: string }>;
  checks: Record<string, { title: string; not_run: string }>;
  outcomes?: Record<string, string>;
  measures: Record<string, MeasureText>;
  groups: Record<string, { name: string; cite?: string | null }>;
  /** Item sets by the flag that conditions name. */
  items: Record<string, { name: string; cite?: string | null }>;
  reasons: Record<string, { name: string; cite?: string | null }>;
  destinations: Record<string, DestinationText>;
  /** By `1C010:NP1`. */
  reason_notes: Record<string, string>;
}
