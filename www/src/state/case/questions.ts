// Which questions stand on which screen: lines of the rules (`form`) that the engine says fit, and checks that could not run.
import type { Assessment, Case, FormStep, RiskTexts, Subject } from "../../engine/case-types.ts";
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

/** One screen of questions about use. */
export interface UseGroup {
  /** Name in the address: `end-use-eu`, `check-us-end-user.2`. */
  key: string;
  topic: string;
  jurisdiction: string;
  check: string;
  subject: Subject;
  attributes: string[];
  /** The rules put these first; the others are for checks that would otherwise not run. */
  first: boolean;
  /** Place among several screens of one kind, from 1; 0 when it is the only one. */
  part: number;
}

/** The topic that this step is about; what else the rules put here comes after it. */
const MAIN = "end-use";
/** Questions on one screen of a check. */
const SCREEN = 5;

export function signLists(kase: Case, words: Words, assessment: Assessment | undefined): SignList[] {
  const lists = new Map<string, SignList>();
  for (const { topic, subject, attributes } of linesOf(kase, "signs", words, assessment)) {
    const id = subject.split(":")[1] ?? "";
    const key = id ? `${topic}.${id}` : topic;
    const known = lists.get(key);
    if (known) known.attributes.push(...attributes.filter((attribute) => !known.attributes.includes(attribute)));
    else lists.set(key, { key, topic, subject, attributes });
  }
  return [...lists.values()];
}

/** Questions that the rules put beside the facts of an item, a party or the way. */
export function formQuestions(kase: Case, step: FormStep, subject: Subject, words: Words, assessment: Assessment | undefined): string[] {
  return [...new Set(linesOf(kase, step, words, assessment).filter((line) => line.subject === subject).flatMap(({ attributes }) => attributes))];
}

/** What is asked about the use. `memory`: what was asked since the user came to these screens stays where it was. */
export function useGroups(kase: Case, words: Words, assessment: Assessment | undefined, memory: Map<string, UseGroup> = new Map()): UseGroup[] {
  // What was answered before finds its place by what is asked: without that it would stand among the rest for good.
  if (!assessment) return [];
  const taken = new Set([...memory.values()].flatMap(({ subject, attributes }) => attributes.map((attribute) => `${subject} ${attribute}`)));
  for (const { subject, attributes } of signLists(kase, words, assessment)) for (const attribute of attributes) taken.add(`${subject} ${attribute}`);
  const add = (group: Omit<UseGroup, "attributes" | "part">, attributes: string[]) => {
    const fresh = [...new Set(attributes)].filter((attribute) => !taken.has(`${group.subject} ${attribute}`));
    for (const attribute of fresh) taken.add(`${group.subject} ${attribute}`);
    const known = memory.get(group.key);
    if (known) known.attributes.push(...fresh);
    else if (fresh.length) memory.set(group.key, { ...group, attributes: fresh, part: 0 });
  };
  for (const { topic, subject, attributes } of linesOf(kase, "use", words, assessment)) {
    for (const attribute of attributes) {
      const jurisdiction = lawOf(attribute, words);
      const id = subject.split(":")[1] ?? "";
      add({ key: [topic, jurisdiction, id].filter(Boolean).join("-"), topic, jurisdiction, check: "", subject, first: true }, [attribute]);
    }
  }
  for (const item of assessment.items) {
    for (const { jurisdiction, not_run } of item.determination?.jurisdictions ?? []) {
      for (const { check, missing } of not_run) add({ key: `check-${jurisdiction}-${check}`, topic: "", jurisdiction, check, subject: "", first: false }, missing.filter((question) => isAsked(question, words)));
    }
  }
  for (const attribute of Object.keys(kase.answers ?? {}).filter((one) => isAsked(one, words))) {
    const jurisdiction = lawOf(attribute, words);
    add({ key: ["more", jurisdiction].filter(Boolean).join("-"), topic: "", jurisdiction, check: "", subject: "", first: false }, [attribute]);
  }
  const weight = ({ first, topic }: UseGroup) => (first ? (topic === MAIN ? 0 : 1) : 2);
  return [...memory.values()].sort((a, b) => weight(a) - weight(b)).flatMap(screensOf);
}

function screensOf(group: UseGroup): UseGroup[] {
  if (group.attributes.length <= SCREEN + 1) return [group];
  const count = Math.ceil(group.attributes.length / SCREEN);
  return Array.from({ length: count }, (_, at) => ({ ...group, key: at ? `${group.key}.${at + 1}` : group.key, part: at + 1, attributes: group.attributes.slice(at * SCREEN, (at + 1) * SCREEN) }));
}

/** Questions without any answer; “I do not know” is one. */
export function unanswered(kase: Case, groups: { subject: Subject; attributes: string[] }[]): number {
  return groups.reduce((sum, { subject, attributes }) => sum + attributes.filter((attribute) => answersOf(kase, subject)[attribute] === undefined).length, 0);
}

export function isUnknown(answer: Answer | undefined): boolean {
  return answer === UNKNOWN || (Array.isArray(answer) && answer.includes(UNKNOWN));
}

/** The law that a question is about: its name begins with it. */
function lawOf(attribute: string, { licensing }: Words): string {
  const law = attribute.split("_")[0] ?? "";
  return licensing?.jurisdictions[law] ? law : "";
}

/** Lines of a step, each for the subjects that the engine says it fits; nothing before the engine has spoken. */
function linesOf(kase: Case, step: FormStep, words: Words, assessment: Assessment | undefined): { topic: string; subject: Subject; attributes: string[] }[] {
  return (assessment?.forms ?? []).flatMap(({ form, subjects }) => {
    const line = words.risk?.form[form];
    if (line?.step !== step) return [];
    const attributes = line.attributes.filter((attribute) => isAsked(attribute, words));
    const here = subjectsOf(kase, line.per).filter((subject) => subjects.includes(subject));
    return attributes.length ? here.map((subject) => ({ topic: line.topic, subject, attributes: [...attributes] })) : [];
  });
}

function subjectsOf(kase: Case, per: string): Subject[] {
  if (per === "item") return (kase.items ?? []).map(({ id }) => `item:${id}`);
  if (per === "leg") return (kase.route ?? []).map(({ id }) => `leg:${id}`);
  if (per === "party") return (kase.parties ?? []).map(({ id }) => `party:${id}`);
  return per === "case" ? [""] : [];
}

/** The engine itself answers who is listed, from screening and owners; and what is worked out is not asked. */
function isAsked(attribute: string, { rules }: Words): boolean {
  const text = rules?.attributes[attribute];
  return text !== undefined && !text.derived && !attribute.startsWith("case_listed_");
}
