import type { Case, CaseItem, CaseParty, Leg, Owner, Subject } from "../../engine/case-types.ts";
import { CASE_FORMAT } from "../../engine/case-types.ts";
import type { Answer, Answers } from "../../engine/item-types.ts";
import { today } from "../item.ts";
import { JURISDICTIONS } from "../licence.ts";

export function newCase(title: string): Case {
  return { format: CASE_FORMAT, id: crypto.randomUUID(), title, as_of: today(), jurisdictions: [...JURISDICTIONS] };
}

/** `i3` when there are two items: ids are never used twice within a case as long as the highest one stays. */
export function freshIn(prefix: string, taken: string[]): string {
  const numbers = taken.map((id) => Number(id.slice(prefix.length))).filter(Number.isFinite);
  return `${prefix}${Math.max(0, ...numbers) + 1}`;
}

export function addItem(kase: Case): CaseItem {
  const item: CaseItem = { id: freshIn("i", (kase.items ?? []).map(({ id }) => id)) };
  kase.items = [...(kase.items ?? []), item];
  return item;
}

export function addParty(kase: Case, party: Omit<CaseParty, "id"> = {}): CaseParty {
  const added: CaseParty = { ...party, id: freshIn("p", (kase.parties ?? []).map(({ id }) => id)) };
  kase.parties = [...(kase.parties ?? []), added];
  return added;
}

export function addOwner(party: CaseParty, above: string): Owner | undefined {
  const holder = above ? ownerIn(party.owners, above) : party;
  if (!holder) return undefined;
  const owner: Owner = { id: freshIn("o", allOwners(party.owners).map(({ owner: { id } }) => id)) };
  holder.owners = [...(holder.owners ?? []), owner];
  return owner;
}

/** A stop before the destination. */
export function addLeg(kase: Case, kind: Leg["kind"]): Leg {
  const leg: Leg = { id: freshIn("l", (kase.route ?? []).map(({ id }) => id)), kind };
  const legs = (kase.route ?? []).filter((known) => known.kind !== "destination");
  const ends = (kase.route ?? []).filter((known) => known.kind === "destination");
  kase.route = kind === "destination" ? [...legs, leg] : [...legs, leg, ...ends];
  return leg;
}

export function itemOf(kase: Case | undefined, id: string): CaseItem | undefined {
  return kase?.items?.find((item) => item.id === id);
}

export function partyOf(kase: Case | undefined, id: string): CaseParty | undefined {
  return kase?.parties?.find((party) => party.id === id);
}

export function legOf(kase: Case | undefined, id: string): Leg | undefined {
  return kase?.route?.find((leg) => leg.id === id);
}

export function destinationOf(kase: Case | undefined): Leg | undefined {
  return kase?.route?.find(({ kind }) => kind === "destination");
}

export function stopsOf(kase: Case | undefined): Leg[] {
  return kase?.route?.filter(({ kind }) => kind !== "destination") ?? [];
}

export function ownerIn(owners: Owner[] | undefined, id: string): Owner | undefined {
  return allOwners(owners).find(({ owner }) => owner.id === id)?.owner;
}

/** Owners with the owners of owners, each with its depth, in reading order. */
export function allOwners(owners: Owner[] | undefined, depth = 0): { owner: Owner; depth: number }[] {
  return (owners ?? []).flatMap((owner) => [{ owner, depth }, ...allOwners(owner.owners, depth + 1)]);
}

export function removeOwner(holder: { owners?: Owner[] }, id: string): void {
  holder.owners = (holder.owners ?? []).filter((owner) => owner.id !== id);
  for (const owner of holder.owners) removeOwner(owner, id);
}

/** Where the answers about a subject stand: the case, a party, an item, a leg. */
export function answersOf(kase: Case | undefined, subject: Subject): Answers {
  return holderOf(kase, subject)?.answers ?? {};
}

export function setAnswer(kase: Case, subject: Subject, attribute: string, answer: Answer | undefined): void {
  const holder = holderOf(kase, subject);
  if (!holder) return;
  const answers = { ...holder.answers };
  if (answer === undefined || answer === "") delete answers[attribute];
  else answers[attribute] = answer;
  holder.answers = answers;
}

function holderOf(kase: Case | undefined, subject: Subject): { answers?: Answers } | undefined {
  const [kind, id = ""] = subject.split(":");
  if (kind === "party") return partyOf(kase, id);
  if (kind === "item") return itemOf(kase, id);
  return kind === "leg" ? legOf(kase, id) : kase;
}

/** Without what is empty: an emptied field is a field that was never filled. Answers keep an empty list, which says “none”. */
export function pruned<T>(value: T, within = ""): T {
  if (Array.isArray(value)) return value.map((one) => pruned(one)) as T;
  if (typeof value !== "object" || value === null) return value;
  const kept = Object.entries(value).filter(([, one]) => one !== undefined && one !== "" && (within === "answers" || !isEmpty(one))).map(([key, one]) => [key, pruned(one, key)] as const);
  return Object.fromEntries(kept.filter(([, one]) => within === "answers" || !isEmpty(one))) as T;
}

function isEmpty(value: unknown): boolean {
  return typeof value === "object" && value !== null && Object.keys(value).length === 0;
}
