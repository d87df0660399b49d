// What is wrong in a case, and what is not there: neither stands in the way of an assessment, and both are said.
import type { Assessment, Case, Owner } from "../../engine/case-types.ts";
import { codesOf } from "../licence.ts";
import { allOwners, destinationOf, stopsOf } from "./edit.ts";
import { type CaseStep, hrefOfCase } from "./place.ts";
import { formQuestions, signLists, unanswered, useGroups, type Words } from "./questions.ts";
import { isCode, isDate, isHs, isPartialDate } from "./values.ts";

/** One thing to mend or to add; `case-missing-<code>` says it. */
export interface Gap {
  code: string;
  /** Whom or what it is about, as the user calls it. */
  name: string;
  count: number;
  href: string;
}

/** A field that cannot be read; `case-problem-<code>` says it. */
export interface FieldProblem {
  /** Id of the field on its screen. */
  field: string;
  code: string;
  given?: string;
}

export function gapsOf(kase: Case, words: Words, assessment: Assessment | undefined): Gap[] {
  const gaps: Gap[] = [];
  const add = (code: string, step: CaseStep, id = "", name = "", count = 1, sub = "") => gaps.push({ code, name, count, href: hrefOfCase(step, id, sub, true) });

  if (!kase.items?.length) add("items", "items");
  for (const item of kase.items ?? []) {
    const name = item.name ?? item.hs ?? item.id;
    if (!item.family && !item.codes?.length && !item.none?.length) add("what", "item", item.id, name);
    if (!item.hs) add("hs", "amount", item.id, name);
    if (!item.origin) add("origin", "amount", item.id, name);
    if (!item.value) add("value", "amount", item.id, name);
    const asked = formQuestions(kase, "item", `item:${item.id}`, words, assessment);
    if (unanswered(kase, [{ subject: `item:${item.id}`, attributes: asked }])) add("item", "amount", item.id, name);
  }

  const parties = kase.parties ?? [];
  if (!parties.length) add("parties", "parties");
  else {
    if (!parties.some(({ roles }) => roles?.includes("buyer"))) add("buyer", "parties");
    if (!parties.some(({ roles }) => roles?.includes("end-user"))) add("end-user", "parties");
  }
  for (const party of parties) {
    const name = party.name ?? party.id;
    if (!party.name) add("name", "party", party.id, name);
    if (!party.roles?.length) add("roles", "party", party.id, name);
    if (!party.country) add("country", "party", party.id, name);
    if (!party.address) add("address", "party", party.id, name);
    if (party.kind === "organisation" || !party.kind) {
      if (!party.owners?.length && !party.owners_complete) add("owners", "owners", party.id, name);
      for (const { owner } of allOwners(party.owners)) if (!owner.share) add("share", "owner", party.id, ownerName(owner), 1, owner.id);
    }
    const ties = formQuestions(kase, "party", `party:${party.id}`, words, assessment);
    if (unanswered(kase, [{ subject: `party:${party.id}`, attributes: ties }])) add("ties", "ties", party.id, name);
  }

  if (!kase.exporter_country) add("exporter", "route");
  if (!destinationOf(kase)?.country) add("destination", "way");
  if (stopsOf(kase).some(({ country }) => !country)) add("way", "way");

  const use = useGroups(kase, words, assessment);
  for (const [code, first] of [["use", true], ["checks", false]] as const) {
    const open = unanswered(kase, use.filter((group) => group.first === first));
    if (open) add(code, "know", "", "", open);
  }
  const signs = signLists(kase, words, assessment).filter((list) => unanswered(kase, [list]) > 0);
  if (signs.length) add("signs", "signs", "", "", signs.length);
  return gaps;
}

export function ownerName(owner: Owner): string {
  return owner.name ?? owner.id;
}

/** What an imported case may hold that the fields of this page would refuse. */
export function unreadable(kase: Case): { problem: FieldProblem; href: string; name: string }[] {
  const found: { problem: FieldProblem; href: string; name: string }[] = [];
  const add = (problem: FieldProblem, href: string, name: string) => found.push({ problem, href, name });
  for (const item of kase.items ?? []) {
    const name = item.name ?? item.id;
    if (item.hs && !isHs(item.hs)) add({ field: "hs", code: "hs", given: item.hs }, hrefOfCase("amount", item.id, "", true), name);
    for (const [field, text] of [["value", item.value], ["quantity", item.quantity], ["mass", item.mass?.replace(/\s*(kg|g|t|lb)$/, "")]] as const) {
      if (text && !/^\d+(?:\.\d+)?$/.test(text)) add({ field, code: "amount", given: text }, hrefOfCase("amount", item.id, "", true), name);
    }
    for (const { code } of item.codes ?? []) if (codesOf(code).some((one) => !isCode(one))) add({ field: "codes", code: "code", given: code }, hrefOfCase("item", item.id, "", true), name);
  }
  for (const party of kase.parties ?? []) {
    if (party.dob && !isPartialDate(party.dob)) add({ field: "dob", code: "dob", given: party.dob }, hrefOfCase("details", party.id, "", true), party.name ?? party.id);
    if (party.registered && !isDate(party.registered)) add({ field: "registered", code: "date", given: party.registered }, hrefOfCase("details", party.id, "", true), party.name ?? party.id);
    for (const { owner } of allOwners(party.owners)) if (owner.dob && !isPartialDate(owner.dob)) add({ field: "owner-dob", code: "dob", given: owner.dob }, hrefOfCase("owner", party.id, owner.id, true), ownerName(owner));
  }
  return found;
}
