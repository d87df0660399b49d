// Mirrors src/case.rs: one export case as the page builds it, and what the engine says about it. Field names are the engine's.
import type { HistoryTexts } from "./history-types.ts";
import type { Answer, Answers, Criterion, ListId, Outcome } from "./item-types.ts";
import type { JurisdictionId, LicenceOutcome, Licensing } from "./licence-types.ts";
import type { Hit, IsoDate, PartialDate, PartyKind, Policy, Verdict } from "./types.ts";

export const CASE_FORMAT = 1;

/** What a party does in the case. `owner` and `vessel` are roles of nested owners and of ships. */
export type PartyRole = "exporter" | "buyer" | "intermediate-consignee" | "consignee" | "freight-forwarder" | "broker" | "bank" | "agent" | "end-user" | "manufacturer" | "owner" | "vessel" | "other";
export const ROLES: readonly PartyRole[] = ["exporter", "buyer", "intermediate-consignee", "consignee", "freight-forwarder", "broker", "bank", "agent", "end-user", "manufacturer", "vessel", "other"];
export type CasePartyKind = Exclude<PartyKind, "unknown">;
export const PARTY_KINDS: readonly CasePartyKind[] = ["organisation", "person", "vessel", "aircraft"];
export type LegKind = "transit" | "transhipment" | "destination";
export const LEG_KINDS: readonly LegKind[] = ["transit", "transhipment", "destination"];
export type Control = "yes" | "no" | "unknown";

/** `""` the case, `item:i1`, `party:p1`, `owner:p1/o1`, `leg:l1`. */
export type Subject = string;

/** All but `format` and `as_of` may be missing; `id` and `title` the page always sets. */
export interface Case {
  format: typeof CASE_FORMAT;
  id?: string;
  title?: string;
  as_of: IsoDate;
  jurisdictions?: JurisdictionId[];
  exporter_country?: string;
  /** Languages of the contract, for its clauses. */
  languages?: string[];
  items?: CaseItem[];
  parties?: CaseParty[];
  /** Missing: not known. One leg, the destination: direct. */
  route?: Leg[];
  /** Free text for people; never read by the engine. */
  end_use?: string;
  dates?: { order?: IsoDate; shipment?: IsoDate };
  /** Answers about the whole case: end use, signs. */
  answers?: Answers;
  judgements?: Judgement[];
  decisions?: HitDecision[];
}

export interface CaseItem {
  id: string;
  name?: string;
  /** A kind of item with its answers, as in an item check. */
  family?: string;
  answers?: Answers;
  /** Codes by somebody who knows them. */
  codes?: { list: ListId; code: string }[];
  /** Lists of which somebody says that no entry applies. */
  none?: ListId[];
  hs?: string;
  origin?: string;
  quantity?: string;
  value?: string;
  currency?: string;
  mass?: string;
}

export interface CaseParty {
  id: string;
  name?: string;
  kind?: CasePartyKind;
  roles?: PartyRole[];
  country?: string;
  address?: string;
  registered?: IsoDate;
  dob?: PartialDate;
  identifiers?: string[];
  /** Lines of business, by id of rules/risk/sectors.toml. */
  business?: string[];
  owners?: Owner[];
  /** True: these are all owners. */
  owners_complete?: boolean;
  answers?: Answers;
  trusted?: Trusted;
}

export interface Owner {
  id: string;
  name?: string;
  kind?: CasePartyKind;
  country?: string;
  address?: string;
  dob?: PartialDate;
  identifiers?: string[];
  /** `30 %`; missing: not known. */
  share?: string;
  control?: Control;
  owners?: Owner[];
  owners_complete?: boolean;
}

/** Someone looked at this party before and vouches for it, for a while and for a purpose. */
export interface Trusted {
  since?: IsoDate;
  until?: IsoDate;
  destinations?: string[];
  /** Names of items, codes, or beginnings of HS codes. */
  items?: string[];
  indicators?: string[];
  reason?: string;
  by?: string;
  /** Digests of the packs it was given with: it lapses with them. */
  rules?: string;
  lists?: string;
}

export interface Leg {
  id: string;
  country?: string;
  kind: LegKind;
  place?: string;
  answers?: Answers;
}

/** What a person says about a finding. */
export interface Judgement {
  indicator: string;
  subject: Subject;
  state: "resolved" | "confirmed";
  reason: string;
  evidence?: string[];
  by: string;
  on: IsoDate;
}

/** What a person says about a listed entry for a party. */
export interface HitDecision {
  subject: Subject;
  list: string;
  ref: string;
  /** Digest of the entry then. */
  entry: string;
  verdict: Verdict;
  reason: string;
  by: string;
  on: IsoDate;
}

// ---- what the engine says ----

export type Tier = "standard" | "enhanced" | "stop";
export type FindingState = "raised" | "open" | "resolved" | "trusted" | "not-asked" | "not-seen";
export type IndicatorKind = "flag" | "factor" | "duty" | "prompt";
export type PartyScreening = "not-screened" | "no-candidate" | "candidate" | "confirmed" | "rejected";
export type AddressState = "shared" | "not-shared" | "not-given" | "not-checked";
export type NotCheckedCode = "lists-not-loaded" | "party-not-screened" | "ownership-not-given" | "address-not-given" | "address-not-checked" | "route-not-given" | "end-user-not-named" | "end-users-apart" | "destinations-apart" | "checks-not-run" | "history" | "national-lists" | "other-jurisdictions";

export interface Assessment {
  format: number;
  engine: string;
  as_of: IsoDate;
  case: { id: string; title: string };
  rules: { version: string; digest: string };
  lists: ListsUsed | null;
  tier: { tier: Tier; /** Without human judgement. */ machine: Tier; /** `finding`: place in `findings`. */ factors: { finding: number; tier: Tier }[] };
  steps: { step: string; findings: number[] }[];
  outcomes: { jurisdiction: JurisdictionId; outcome: LicenceOutcome; items: { item: string; outcome: LicenceOutcome }[] }[];
  items: AssessedItem[];
  parties: AssessedParty[];
  ownership: OwnershipResult[];
  findings: RiskFinding[];
  /** Lines of `RiskTexts.form` that fit, with their subjects. */
  forms: { form: number; subjects: Subject[] }[];
  /** Best question first. */
  ask: { question: string; subject: Subject; indicators: string[] }[];
  not_checked: { code: NotCheckedCode; subject: Subject; detail: string[] }[];
  problems: CaseProblem[];
  notices: string[];
}

export interface ListsUsed {
  digest: string;
  starter: boolean;
  lists: { id: string; published?: IsoDate | null; age_days?: number | null; state: "fresh" | "stale" | "undated" | "closed" }[];
  missing: string[];
}

export interface AssessedItem {
  item: string;
  hs_lists: string[];
  /** Missing without destination. */
  determination: Licensing | null;
}

export interface AssessedParty {
  subject: Subject;
  name: string;
  state: PartyScreening;
  why_not: "no-lists" | "no-name" | null;
  hits: CaseHit[];
  address_listed: { list: string; ref: string; name: string; address: string }[];
  address: AddressState;
  not_checked: string[];
}

export type CaseHit = Hit & { judgement: { verdict: Verdict; reason: string; by: string; on: IsoDate } | null; reopened: boolean };

export interface OwnershipResult {
  subject: Subject;
  test: string;
  min: string | null;
  max: string | null;
  listed: Subject[];
  open: Subject[];
}

export interface RiskFinding {
  indicator: string;
  kind: IndicatorKind;
  topic: string;
  subject: Subject;
  result: Outcome;
  state: FindingState;
  /** Found from the facts, without a question to the user. */
  automatic: boolean;
  tier: Tier | null;
  cite: string;
  criteria: Criterion[];
  missing: string[];
  judgement: Judgement | null;
  final: boolean;
  steps: string[];
  clause: string | null;
}

/** Something in the case that the engine did not understand. */
export interface CaseProblem {
  subject: Subject;
  field: string;
  given: string;
  code: string;
  message: string;
  help: string;
}

/** What `assess` and `record` are asked. */
export interface AssessRequest {
  case: Case;
  policy?: Policy;
}

export interface RecordRequest extends AssessRequest {
  /** `2026-11-22T10:00:00Z` */
  made_at: string;
}

export type RecordVerdict = "reproduced" | "altered" | "other-packs" | "differs" | "unreadable";

export interface RecordCheck {
  verdict: RecordVerdict;
  digest: { stated: string | null; computed: string | null };
  canonical: boolean;
  first_difference: { offset: number; line: number; found: string; expected: string | null } | null;
  /** JSON pointers of parts whose own digest does not fit. */
  parts: string[];
  packs: { pack: string; stated: string | null; open: string | null }[];
  /** False: it could not be worked out with what is open. */
  recomputed: boolean;
  differences: { pointer: string; stated: string | null; computed: string | null }[];
  more_differences: number;
  made_at: string | null;
  problem: { code: string; message: string; help: string } | null;
}

// ---- shipment history ----

export type { HistoryRequest, HistoryResult } from "./history-types.ts";

// ---- words ----

export type FormStep = "item" | "party" | "route" | "use" | "signs";
export type FormScope = "case" | "party" | "item" | "leg";

/** Which questions stand on which step; `Assessment.forms` says for whom. */
export interface FormLine {
  step: FormStep;
  per: FormScope;
  topic: string;
  attributes: string[];
  /** For `per` party: only parties with one of these roles; empty: every party. */
  roles?: PartyRole[] | null;
}

export interface IndicatorText {
  kind: IndicatorKind;
  topic: string;
  per: FormScope | "owner";
  jurisdiction?: JurisdictionId | null;
  title: string;
  text: string;
  cite: string;
  link?: string | null;
  question?: string | null;
  evidence?: string | null;
  raises?: Tier | null;
  final?: boolean;
  trust?: boolean;
  clause?: string | null;
}

/** All words of the risk rules in one language. */
export interface RiskTexts {
  topics: Record<string, string>;
  indicators: Record<string, IndicatorText>;
  steps: Record<string, { title: string; text: string; who?: string | null; days?: string | null; cite?: string | null; link?: string | null; authority?: string | null; jurisdiction?: JurisdictionId | null }>;
  clauses: Record<string, { title: string; note?: string | null; cite: string; link?: string | null; texts: Record<string, string> }>;
  sectors: Record<string, { name: string }>;
  ownership: Record<string, { name: string; cite: string; link?: string | null; jurisdiction?: JurisdictionId | null }>;
  hs_lists: Record<string, { name: string; cite: string; link?: string | null; version?: string | null }>;
  milestones: Record<string, { name: string; cite?: string | null; date: IsoDate }>;
  roles: Record<string, string>;
  form: FormLine[];
  history?: HistoryTexts | null;
}

// ---- what this page keeps (IndexedDB "exportcheck", stores `cases` and `records`) ----

export interface SavedCase {
  id: string;
  case: Case;
  /** ISO time. */
  updated_at: string;
  /** The day of the rules was set by hand, or came with a file; otherwise it is the day of each assessment. */
  as_of_fixed?: boolean;
  /** What came of it when it was last assessed; `case_at`: its `updated_at` then. */
  assessed?: { tier: Tier; on: string; case_at: string; rules: string; lists: string };
}

export interface SavedRecord {
  /** SHA-256 of the record, its key. */
  digest: string;
  text: string;
  title: string;
  made_at: string;
  /** Id of the case. */
  case: string;
}

export type { Answer, Answers, Outcome, Policy, Verdict };
