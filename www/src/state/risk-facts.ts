import type { RiskTexts } from "../engine/case-types.ts";
import { LEG_KINDS, PARTY_KINDS, ROLES } from "../engine/case-types.ts";
import type { AttributeText } from "../engine/item-types.ts";
import { pick, t, tCode } from "../i18n/index.ts";
import { KNOWN_LISTS } from "./lists.ts";

type FactText = AttributeText & { places?: Set<string> };
type Option = { id: string; label: string };

const COUNTRIES: readonly string[] = ["transit_countries", "transhipment_countries", "party_country", "leg_country"];
const FLAGS: readonly string[] = ["end_user_named", "party_address_listed", "party_address_given", "party_business_fits", "party_controlled", "party_trusted", "party_trust_lapsed"];
const QUANTITIES: readonly string[] = ["case_value_eur", "case_value_usd", "party_age", "item_quantity", "item_value_eur", "item_value_usd", "item_mass", "leg_detour", "leg_extra"];
const OUTCOMES = ["prohibited", "sanctions-review", "licence-required", "notify-authority", "authorisation-possible", "undecided", "none-identified", "not-in-scope"];
const ITEM_STATES = ["listed", "undecided", "none-identified", "no-rule", "not-given"];
export const SCREENINGS = ["not-screened", "no-candidate", "candidate", "confirmed", "rejected"] as const;
const LIST_STATES = ["fresh", "stale", "undated", "starter", "none"];

/** What a set or choice of the engine can hold, in words. */
const OPTIONS: Record<string, () => Option[]> = {
  case_roles: () => ROLES.map((id) => ({ id, label: tCode("assess-role", id) })),
  party_roles: () => [...ROLES, "owner"].map((id) => ({ id, label: tCode("assess-role", id) })),
  party_kind: () => PARTY_KINDS.map((id) => ({ id, label: tCode("kind", id) })),
  leg_kind: () => LEG_KINDS.map((id) => ({ id, label: tCode("assess-leg", id) })),
  outcomes: outcomes, outcomes_eu: outcomes, outcomes_us: outcomes, item_outcomes: outcomes,
  item_states: itemStates, item_state_eu: itemStates, item_state_us: itemStates,
  parties_screened: screenings, party_screening: screenings,
  list_states: () => LIST_STATES.map((id) => ({ id, label: tCode("assess-list-state", id) })),
  lists_missing: lists, party_lists: lists, party_candidate_lists: lists,
  checks_not_run: () => checks, checks_not_run_eu: () => checks, checks_not_run_us: () => checks,
  hs_lists: hsLists, hs_lists_item: hsLists,
  party_formed_after: () => Object.entries(texts?.milestones ?? {}).map(([id, known]) => ({ id, label: milestone(id, known) })),
};

let texts: RiskTexts | undefined;
let checks: Option[] = [];

/** The words that some of these facts borrow from the rules. */
export function useRiskTexts(of: RiskTexts | undefined, checkTitles: Record<string, { title: string }> | undefined): void {
  texts = of;
  checks = Object.entries(checkTitles ?? {}).map(([id, { title }]) => ({ id, label: title }));
}

/** The words of what the engine supplies to the conditions of the risk rules; `places` are those of the licensing rules. */
export function riskFact(id: string, places: () => FactText | undefined): FactText | undefined {
  const flag = FLAGS.includes(id);
  const quantity = QUANTITIES.includes(id);
  const test = texts?.ownership[id];
  if (!flag && !quantity && !test && !OPTIONS[id] && !COUNTRIES.includes(id)) return undefined;
  const label = test ? t("assess-fact-owned", { name: test.name }) : tCode("assess-fact", id);
  if (flag) return { kind: "flag", label, question: label };
  if (quantity || test) return { kind: "quantity", label, question: label };
  if (COUNTRIES.includes(id)) return { ...(places() ?? { kind: "set" as const }), label, question: label };
  return { kind: "set", label, question: label, options: OPTIONS[id]?.() ?? [] };
}

/** `us-sdn` by the name under which people know the list. */
export function listTitle(id: string): string {
  const known = KNOWN_LISTS.find((one) => one.id === id);
  return known ? pick(known.title) : id === "other" ? t("assess-list-other") : id;
}

function outcomes(): Option[] {
  return OUTCOMES.map((id) => ({ id, label: tCode("licence-short", id) }));
}

function itemStates(): Option[] {
  return ITEM_STATES.map((id) => ({ id, label: tCode("licence-item", id) }));
}

function screenings(): Option[] {
  return SCREENINGS.map((id) => ({ id, label: tCode("assess-screening", id) }));
}

function lists(): Option[] {
  return [...KNOWN_LISTS.map(({ id }) => id), "other"].map((id) => ({ id, label: listTitle(id) }));
}

function hsLists(): Option[] {
  return Object.entries(texts?.hs_lists ?? {}).map(([id, { name }]) => ({ id, label: name }));
}

function milestone(id: string, known: unknown): string {
  if (typeof known === "string") return known;
  const { name, title, date } = (known ?? {}) as { name?: unknown; title?: unknown; date?: unknown };
  return [name ?? title ?? id, date].filter((part) => typeof part === "string").join(", ");
}
