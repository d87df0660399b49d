// Mirrors src/screen/report.rs, src/party.rs and the pack manifest. Field names are the engine's.

export type PartyKind = "unknown" | "person" | "organisation" | "vessel" | "aircraft";
export type NameKind = "primary" | "alias" | "weak-alias" | "former" | "original-script";
export type TokenClass = "word" | "initial" | "particle" | "form" | "title" | "number";
export type How = "exact" | "spelling" | "sound" | "joined" | "initial" | "prefix" | "equivalent" | "acronym" | "unmatched";
export type Mode = "explained" | "ofac";
export type Measure = "blocked" | "licence-required" | "licence-policy" | "red-flag";
/** What a person says of a listed entry: the same party or not. */
export type Verdict = "same" | "different" | "unsure";
export type CountryRole = "nationality" | "address" | "registration" | "birth" | "stated";

/** `YYYY-MM-DD`. */
export type IsoDate = string;
/** `1951-06-19`, `1951-06`, `1951`, `~1951`, `1951/1953`. */
export type PartialDate = string;

export interface Query {
  name: string;
  kind?: PartyKind;
  country?: string;
  dob?: PartialDate;
  id?: string;
  address?: string;
}

export interface Policy {
  min_score: number;
  limit: number;
  lists: string[];
  weak_aliases: boolean;
  mode: Mode;
}

export interface Token {
  text: string;
  latin: string;
  class: TokenClass;
}

export interface Edit {
  query: string;
  listed: string;
  same: boolean;
}

export interface Link {
  query: number[];
  listed: number[];
  how: How;
  similarity: number;
  points: number;
  edits?: Edit[];
}

export interface Alignment {
  query: Token[];
  listed: Token[];
  links: Link[];
}

export interface Reason {
  code: string;
  points: number;
  query?: string;
  listed?: string;
}

export interface Hit {
  score: number;
  name_score: number;
  list: string;
  ref: string;
  name: string;
  name_kind: NameKind;
  primary: string;
  kind: PartyKind;
  entry: string;
  alignment: Alignment;
  why: Reason[];
}

export interface ListChecked {
  id: string;
  published?: IsoDate | null;
}

export interface Screening {
  query: Query;
  policy: Policy;
  engine: string;
  pack: string;
  hits: Hit[];
  lists: ListChecked[];
  not_checked: string[];
}

export interface BatchResult {
  query: Query;
  hits: Hit[];
  not_checked: string[];
}

export interface Party {
  list: string;
  reference: string;
  kind: PartyKind;
  names: { text: string; kind: NameKind }[];
  identifiers?: { kind: string; value: string; country?: string | null }[];
  births?: PartialDate[];
  countries?: { code: string; role: CountryRole }[];
  addresses?: { text: string; country?: string }[];
  programmes?: string[];
  listed_on?: IsoDate;
  ends_on?: IsoDate;
  licence?: string;
  citation?: string;
  link?: string;
  remarks?: string;
  record: number;
}

export interface PartyEntry {
  party: Party;
  entry: string;
}

export interface Localised {
  en: string;
  de?: string;
}

export interface ManifestList {
  id: string;
  title: Localised;
  publisher: string;
  jurisdiction: string;
  url: string;
  terms: string;
  measure: Measure;
  citation: string;
  effect: Localised;
  stale_after_days: number;
  published: IsoDate | null;
  retrieved: IsoDate | null;
  parties: number;
  names: number;
  weak_aliases: number;
  identifiers: number;
  births: number;
  addresses: number;
  diagnostics: number;
  files: { name: string; sha256: string; bytes: number; format: string }[];
}

export interface Manifest {
  format: number;
  kind: string;
  starter: boolean;
  digest: string;
  parties: number;
  names: number;
  /** Version of the compiler that made the pack. */
  made_with: string;
  lists: ManifestList[];
  left_out: { file: string; list: string; why: string }[];
}

export const DEFAULT_POLICY: Policy = { min_score: 0.75, limit: 20, lists: [], weak_aliases: true, mode: "explained" };
