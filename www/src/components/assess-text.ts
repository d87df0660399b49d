import { html, nothing, type TemplateResult } from "lit";
import type { Assessment, Case, CaseItem, IndicatorText, Leg, RiskFinding, Subject, Tier } from "../engine/case-types.ts";
import { countryName, hasMessage, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { desk, partyOf, parts } from "../state/assessment.ts";
import { hrefOfCase } from "../state/case/place.ts";
import { attributeText } from "./item-text.ts";

export type Part = TemplateResult | typeof nothing;
export const TIERS: readonly Tier[] = ["standard", "enhanced", "stop"];
export const RANK: Record<Tier, number> = { standard: 0, enhanced: 1, stop: 2 };

export function indicatorText(id: string): IndicatorText {
  return desk.texts?.indicators[id] ?? { kind: "flag", topic: "", per: "case", title: id, text: "", cite: "" };
}

export function topicName(id: string): string {
  return desk.texts?.topics[id] ?? id;
}

export function stepTitle(id: string): string {
  return desk.texts?.steps[id]?.title ?? id;
}

/** `party:p1` as an id within the page. */
export function slug(subject: Subject, ...more: string[]): string {
  return [subject || "case", ...more].join("-").replace(/[^\p{L}\p{N}]+/gu, "-");
}

export function findingId(at: number): string {
  return `finding-${at + 1}`;
}

/** Whom or what a finding is about, in the user's own words. */
export function subjectName(subject: Subject): string {
  const open = desk.case;
  const [kind, id] = parts(subject);
  if (!kind) return t("assess-subject-case");
  if (kind === "item") {
    const item = open?.items?.find((known) => known.id === id);
    return item?.name || (item && codesOfItem(item)) || t("assess-subject-item");
  }
  if (kind === "leg") {
    const leg = open?.route?.find((known) => known.id === id);
    return leg ? legName(leg) : t("assess-subject-leg");
  }
  return partyOf(open, subject)?.name || (kind === "owner" ? t("assess-subject-owner") : t("assess-subject-party"));
}

export function legName({ kind, place, country }: Leg): string {
  const where = [place, country ? countryName(country) : ""].filter(Boolean).join(", ");
  return where ? t("assess-leg-at", { kind: tCode("assess-leg", kind), place: where }) : tCode("assess-leg", kind);
}

/** The subject, when it is not the case as a whole. */
export function subjectNote(subject: Subject): Part {
  return subject ? html`<bdi>${subjectName(subject)}</bdi>` : nothing;
}

export function rolesOf(subject: Subject): string {
  const party = partyOf(desk.case, subject);
  const roles = party && "roles" in party ? (party.roles ?? []) : [];
  return roles.length ? list(roles.map((role) => tCode("assess-role", role))) : "";
}

/** The step of the case on which the fact stands that something waits for. */
export function hrefOfSubject(subject: Subject): string {
  const [kind, id] = parts(subject);
  const path = id.split("/");
  if (kind === "party") return hrefOfCase("party", id);
  if (kind === "owner") return hrefOfCase("owner", path[0], path.at(-1));
  if (kind === "item") return hrefOfCase("item", id);
  if (kind === "leg") return hrefOfCase("leg", id);
  return hrefOfCase("check");
}

/** True when the rules hold a question that can be answered in place. */
export function isQuestion(attribute: string): boolean {
  return Boolean(app.item.texts?.attributes[attribute]);
}

/** What a finding waits for: for a fact of the engine what to give, so that the engine can work it out. */
export function missingLabel(missing: string): string {
  const fact = missing.startsWith("fact:") ? missing.slice(5) : "";
  if (!fact) return attributeText(missing).label;
  if (fact.startsWith("owned_")) return t("assess-need-owners");
  return hasMessage(`assess-need-${fact.replaceAll("_", "-")}`) ? tCode("assess-need", fact) : attributeText(fact).label;
}

/** A question of the case that can be answered in place. */
export interface Asked {
  question: string;
  subject: Subject;
}

/** One thing that makes the tier: something found, or what is open about one topic of one subject. */
export interface Factor {
  number: number;
  tier: Tier;
  kind: "raised" | "open";
  title: string;
  subject: Subject;
  /** Places in the findings. */
  findings: number[];
  /** Questions that would settle it; without any it waits for facts. */
  questions: string[];
  /** Id of where it stands on the page. */
  target: string;
  final: boolean;
}

/** Every factor, what was found first; what is open is joined by topic and subject. */
export function factorsOf(result: Assessment): Factor[] {
  const all: Factor[] = [];
  const open = new Map<string, Factor>();
  const counts = new Map(result.tier.factors.map(({ finding, tier }) => [finding, tier]));
  for (const group of twins(result, [...counts.keys()].filter((at) => result.findings[at]?.state === "raised"))) {
    const [first = 0] = group;
    const finding = result.findings[first];
    if (finding) all.push({ number: 0, tier: highest(group.map((at) => counts.get(at) ?? "standard")), kind: "raised", title: indicatorText(finding.indicator).title, subject: finding.subject, findings: group, questions: [], target: findingId(first), final: group.some((at) => result.findings[at]?.final) });
  }
  for (const [at, tier] of counts) {
    const finding = result.findings[at];
    if (!finding || finding.state === "raised") continue;
    const { key, title, subject, question } = groupOf(finding, result);
    const known = open.get(key);
    if (!known) open.set(key, { number: 0, tier, kind: "open", title, subject, findings: [at], questions: question ? [question] : [], target: key, final: false });
    else {
      known.findings.push(at);
      if (question && !known.questions.includes(question)) known.questions.push(question);
      known.tier = highest([known.tier, tier]);
    }
  }
  all.push(...open.values());
  return all.sort((a, b) => RANK[b.tier] - RANK[a.tier] || Number(a.kind === "open") - Number(b.kind === "open")).map((factor, at) => ({ ...factor, number: at + 1 }));
}

function highest(tiers: Tier[]): Tier {
  return tiers.reduce((a, b) => (RANK[b] > RANK[a] ? b : a), "standard" as Tier);
}

/** Findings of two bodies of law that look at the very same fact stand together: places in the findings. */
export function twins({ findings }: Assessment, places: number[]): number[][] {
  const groups = new Map<string, number[]>();
  for (const at of places) {
    const finding = findings[at];
    if (!finding) continue;
    const same = finding.kind === "flag" && finding.criteria.length > 0;
    const key = same ? JSON.stringify([finding.subject, finding.topic, finding.state, finding.judgement?.reason, finding.criteria.map(({ cite: _, ...rest }) => rest)]) : String(at);
    groups.set(key, [...(groups.get(key) ?? []), at]);
  }
  return [...groups.values()];
}

/** Under which heading an open finding stands: with its question, or with the facts that are missing. */
export function groupOf(finding: RiskFinding, result: Assessment): { key: string; title: string; subject: Subject; question: string } {
  const asked = questionOf(finding, result);
  if (asked) return { ...groupOfQuestion(asked), question: asked.question };
  return { key: `waiting-${slug(finding.subject, finding.topic)}`, title: topicName(finding.topic), subject: finding.subject, question: "" };
}

/** Questions of one topic about one subject stand together; those about a body of law by that law. */
export function groupOfQuestion({ question, subject }: Asked): { key: string; title: string; subject: Subject } {
  const topic = (desk.texts?.form ?? []).find(({ attributes }) => attributes.includes(question))?.topic ?? "licence";
  const law = question.split("_")[0] ?? "";
  const name = app.licence.texts?.jurisdictions[law]?.name;
  return { key: `ask-${slug(subject, topic, name ? law : "")}`, title: name ? t("assess-title-of", { title: topicName(topic), subject: name }) : topicName(topic), subject };
}

/** The question in place that an open finding waits for. */
export function questionOf(finding: RiskFinding, { ask }: Assessment): Asked | undefined {
  const fits = ({ indicators, subject }: Assessment["ask"][number]) => indicators.includes(finding.indicator) && (subject === finding.subject || subject === "");
  const named = ask.filter((one) => fits(one) && isQuestion(one.question)).sort((a, b) => Number(finding.missing.includes(b.question)) - Number(finding.missing.includes(a.question)))[0];
  if (named && (finding.missing.includes(named.question) || named.subject === finding.subject)) return { question: named.question, subject: named.subject };
  return undefined;
}

/** Facts of the case in one line: what, from where, to where. */
export function caseFacts(of: Case): string {
  const items = (of.items ?? []).map((item) => item.name || codesOfItem(item)).filter(Boolean);
  const destination = of.route?.find(({ kind }) => kind === "destination")?.country;
  const way = of.exporter_country && destination ? t("licence-route", { from: countryName(of.exporter_country), to: countryName(destination) }) : destination ? t("licence-route-to", { to: countryName(destination) }) : "";
  return [items.length ? list(items) : "", way].filter(Boolean).join(" · ");
}

export function jump(event: Event, id: string): void {
  event.preventDefault();
  const target = document.getElementById(id);
  if (!target) return;
  for (let fold = target.closest("details"); fold; fold = fold.parentElement?.closest("details") ?? null) fold.open = true;
  const fold = target.querySelector(":scope > details");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  if (!target.hasAttribute("tabindex")) target.setAttribute("tabindex", "-1");
  target.focus({ preventScroll: true });
  target.scrollIntoView();
}

/** A link within this page. */
export function here(id: string, text: TemplateResult | string): TemplateResult {
  return html`<a href=${`#${id}`} @click=${(event: Event) => jump(event, id)}>${text}</a>`;
}

/** The codes somebody stated for an item, each once. */
export function codesOfItem(item: CaseItem): string {
  const codes = [...new Set((item.codes ?? []).map(({ code }) => code))];
  return codes.length ? list(codes) : "";
}
