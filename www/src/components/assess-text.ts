import { html, nothing, type TemplateResult } from "lit";
import type { Assessment, Case, CaseItem, IndicatorText, Leg, RiskFinding, Subject, Tier } from "../engine/case-types.ts";
import { countryName, list, t, tCode } from "../i18n/index.ts";
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

export function askId(question: string, subject: Subject): string {
  return `ask-${slug(subject, question)}`;
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

export function questionText(question: string): string {
  const text = attributeText(question);
  return text.question || text.label;
}

/** Still counts: raised, or nobody knows. */
export function stands({ state }: RiskFinding): boolean {
  return state === "raised" || state === "open" || state === "not-asked";
}

/** One thing that makes the tier: a finding, or an open question with all that hangs on it. */
export interface Factor {
  number: number;
  tier: Tier;
  kind: "raised" | "open";
  title: string;
  subject: Subject;
  /** Places in the findings. */
  findings: number[];
  question: string;
  href: string;
  final: boolean;
}

/** Every factor, raised ones first; open ones are joined by the question that would settle them. */
export function factorsOf(result: Assessment): Factor[] {
  const raised: Factor[] = [];
  const open = new Map<string, Factor>();
  for (const { finding: at, tier } of result.tier.factors) {
    const finding = result.findings[at];
    if (!finding) continue;
    const { subject, indicator, final } = finding;
    const asked = finding.state === "raised" ? undefined : questionOf(finding, result);
    if (!asked) {
      raised.push({ number: 0, tier, kind: finding.state === "raised" ? "raised" : "open", title: indicatorText(indicator).title, subject, findings: [at], question: "", href: `#${findingId(at)}`, final });
      continue;
    }
    const key = `${asked.subject} ${asked.question}`;
    const known = open.get(key);
    if (!known) open.set(key, { number: 0, tier, kind: "open", title: attributeText(asked.question).label, subject: asked.subject, findings: [at], question: asked.question, href: `#${askId(asked.question, asked.subject)}`, final: false });
    else {
      known.findings.push(at);
      if (RANK[tier] > RANK[known.tier]) known.tier = tier;
    }
  }
  const all = [...raised.filter(({ kind }) => kind === "raised"), ...raised.filter(({ kind }) => kind === "open"), ...open.values()];
  return all.sort((a, b) => RANK[b.tier] - RANK[a.tier] || Number(a.kind === "open") - Number(b.kind === "open")).map((factor, at) => ({ ...factor, number: at + 1 }));
}

/** The question in place that an open finding waits for. */
export function questionOf(finding: RiskFinding, { ask }: Assessment): { question: string; subject: Subject } | undefined {
  const named = ask.find(({ indicators, subject, question }) => indicators.includes(finding.indicator) && (subject === finding.subject || finding.missing.includes(question)) && (subject === finding.subject || subject === "" || finding.subject.startsWith(subject)) && isQuestion(question));
  if (named) return { question: named.question, subject: named.subject };
  const question = finding.missing.find(isQuestion);
  return question ? { question, subject: finding.subject } : undefined;
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
