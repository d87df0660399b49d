// Which questions stand on which screen: lines of the rules (`form`), and what the engine says it still wants to know.
import type { Assessment, Case, CaseParty, FormLine, FormStep, RiskTexts, Subject } from "../../engine/case-types.ts";
import { type Answer, type RuleTexts, UNKNOWN } from "../../engine/item-types.ts";
import type { LicensingTexts } from "../../engine/licence-types.ts";
import { answersOf } from "./edit.ts";

export interface Words {
  risk: RiskTexts | undefined;
  rules: RuleTexts | undefined;
  licensing: LicensingTexts | undefined;
}

/** One screen of signs: one topic, one subject. */
export interface SignList {
  /** Name in the address: `customer.p1`, `payment`. */
  key: string;
  topic: string;
  subject: Subject;
  attributes: string[];
}

/** Questions about use under one heading. */
export interface UseGroup {
  key: string;
  topic: string;
  jurisdiction: string;
  check: string;
  subject: Subject;
  attributes: string[];
}

export function signLists(kase: Case, words: Words, assessment: Assessment | undefined): SignList[] {
  const lists = new Map<string, SignList>();
  for (const line of words.risk?.form ?? []) {
    if (line.step !== "signs") continue;
    for (const subject of subjectsOf(kase, line)) {
      const attributes = asked(kase, line, subject, words, assessment);
      if (!attributes.length) continue;
      const id = subject.split(":")[1] ?? "";
      const key = id ? `${line.topic}.${id}` : line.topic;
      const known = lists.get(key);
      if (known) known.attributes.push(...attributes.filter((attribute) => !known.attributes.includes(attribute)));
      else lists.set(key, { key, topic: line.topic, subject, attributes });
    }
  }
  return [...lists.values()];
}

/** Questions that the rules put beside the facts of an item, a party or the way. */
export function formQuestions(kase: Case, step: FormStep, subject: Subject, words: Words, assessment: Assessment | undefined): string[] {
  const lines = (words.risk?.form ?? []).filter((line) => line.step === step && subjectsOf(kase, line).includes(subject));
  return [...new Set(lines.flatMap((line) => asked(kase, line, subject, words, assessment)))];
}

/** What is asked about the use: first what the rules put there, then the checks that could not run. */
export function useGroups(kase: Case, words: Words, assessment: Assessment | undefined): UseGroup[] {
  const groups: UseGroup[] = [];
  const taken = new Set(signLists(kase, words, assessment).flatMap(({ attributes }) => attributes));
  const add = (group: Omit<UseGroup, "attributes">, attributes: string[]) => {
    const fresh = [...new Set(attributes)].filter((attribute) => !taken.has(`${group.subject} ${attribute}`) && !taken.has(attribute));
    if (!fresh.length) return;
    for (const attribute of fresh) taken.add(group.subject ? `${group.subject} ${attribute}` : attribute);
    const known = groups.find(({ key }) => key === group.key);
    if (known) known.attributes.push(...fresh);
    else groups.push({ ...group, attributes: fresh });
  };
  for (const line of words.risk?.form ?? []) {
    if (line.step !== "use") continue;
    for (const subject of subjectsOf(kase, line)) add({ key: `${line.topic} ${subject}`, topic: line.topic, jurisdiction: "", check: "", subject }, asked(kase, line, subject, words, assessment));
  }
  for (const item of assessment?.items ?? []) {
    for (const { jurisdiction, not_run } of item.determination?.jurisdictions ?? []) {
      for (const { check, missing } of not_run) add({ key: `${jurisdiction} ${check}`, topic: "", jurisdiction, check, subject: "" }, missing.filter((question) => isAsked(question, words)));
    }
  }
  const rest = Object.keys(kase.answers ?? {}).filter((attribute) => isAsked(attribute, words) && !taken.has(attribute));
  add({ key: "answered", topic: "", jurisdiction: "", check: "", subject: "" }, rest);
  return groups;
}

/** Questions without any answer; “I do not know” is one. */
export function unanswered(kase: Case, groups: { subject: Subject; attributes: string[] }[]): number {
  return groups.reduce((sum, { subject, attributes }) => sum + attributes.filter((attribute) => answersOf(kase, subject)[attribute] === undefined).length, 0);
}

export function isUnknown(answer: Answer | undefined): boolean {
  return answer === UNKNOWN || (Array.isArray(answer) && answer.includes(UNKNOWN));
}

function subjectsOf(kase: Case, line: FormLine): Subject[] {
  switch (line.per) {
    case "case":
      return [""];
    case "item":
      return (kase.items ?? []).map(({ id }) => `item:${id}`);
    case "leg":
      return (kase.route ?? []).map(({ id }) => `leg:${id}`);
    case "party":
      return (kase.parties ?? []).filter((party) => playsIn(party, line)).map(({ id }) => `party:${id}`);
  }
}

/** Who has no role yet may have any. */
function playsIn({ roles }: CaseParty, line: FormLine): boolean {
  return !line.roles?.length || !roles?.length || roles.some((role) => line.roles?.includes(role));
}

/** Of a line with a condition only what the engine asks for, and what is answered already. */
function asked(kase: Case, line: FormLine, subject: Subject, words: Words, assessment: Assessment | undefined): string[] {
  const wanted = new Set(assessment?.ask.filter((one) => one.subject === subject).map(({ question }) => question));
  const given = answersOf(kase, subject);
  return line.attributes.filter((attribute) => isAsked(attribute, words) && (!line.when || wanted.has(attribute) || given[attribute] !== undefined));
}

function isAsked(attribute: string, { rules }: Words): boolean {
  const text = rules?.attributes[attribute];
  return text !== undefined && !text.derived;
}
