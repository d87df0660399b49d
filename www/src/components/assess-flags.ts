import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Assessment, RiskFinding, Subject } from "../engine/case-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { desk } from "../state/assessment.ts";
import { type Asked, findingId, groupOf, groupOfQuestion, here, hrefOfSubject, indicatorText, isQuestion, missingLabel, type Part, RANK, stepTitle, subjectName, subjectNote, topicName, twins } from "./assess-text.ts";
import { questionFields } from "./case/question-fields.ts";
import { criteria } from "./clauses.ts";
import { citation } from "./licence-text.ts";

type At = { finding: RiskFinding; at: number };
/** Steps named on a card; the rest stands below under what to do. */
const NAMED = 3;

/** Red flags and other points: raised, settled by a person, and what is still open with its questions in place. */
export function flags(result: Assessment, questions: Asked[]): TemplateResult {
  const cards = (wanted: (finding: RiskFinding) => boolean) => twins(result, result.findings.flatMap((finding, at) => (wanted(finding) ? [at] : []))).map((group) => group.flatMap((at): At[] => (result.findings[at] ? [{ finding: result.findings[at], at }] : [])));
  const weight = (group: At[]) => Math.max(...group.map(({ finding: { tier, final } }) => 2 * RANK[tier ?? "standard"] + Number(final)));
  const sorted = (all: At[][]) => all.sort((a, b) => weight(b) - weight(a));
  const raised = sorted(cards(({ kind, state }) => kind === "flag" && state === "raised"));
  // What stops the case stands first and unfolded, though it is no red flag.
  const stops = cards(({ kind, state, tier }) => kind === "factor" && state === "raised" && tier === "stop");
  const other = cards(({ kind, state, tier }) => kind === "factor" && state === "raised" && tier !== "stop");
  const settled = cards(({ kind, state }) => (kind === "flag" || kind === "factor") && (state === "resolved" || state === "trusted"));
  return html`
    ${stops.length ? html`<section class="stops flags" aria-labelledby="stops-title"><h3 id="stops-title" tabindex="-1">${t("assess-stops", { count: stops.length })}</h3>${repeat(stops, keyOf, card)}</section>` : nothing}
    <section class="flags" aria-labelledby="flags-title">
      <h3 id="flags-title" tabindex="-1">${t("assess-flags", { count: raised.length })}</h3>
      ${raised.length ? nothing : html`<p>${t("assess-flags-none")}</p>`}
      ${repeat(raised, keyOf, card)}
      ${other.length ? html`<details class="flags-other"><summary>${t("assess-other", { count: other.length })}</summary>${repeat(other, keyOf, card)}</details>` : nothing}
      ${settled.length ? html`<h4 class="flags-settled">${t("assess-settled", { count: settled.length })}</h4>${repeat(settled, keyOf, card)}` : nothing}
    </section>
    ${openQuestions(result, questions)}
    ${waiting(result)}`;
}

function keyOf([first]: At[]): string {
  return first ? `${first.finding.indicator} ${first.finding.subject}` : "";
}

/** One point; a second law that looks at the same fact stands with it. */
function card(group: At[]): TemplateResult {
  const [first, ...more] = group;
  if (!first) return html``;
  const { finding, at } = first;
  const text = indicatorText(finding.indicator);
  const id = findingId(at);
  const steps = [...new Set(group.flatMap((one) => one.finding.steps))];
  const tiers = group.map((one) => one.finding.tier).filter((tier) => tier !== null).sort((a, b) => RANK[b] - RANK[a]);
  const asks = group.map((one) => indicatorText(one.finding.indicator)).filter(({ question }) => question);
  return html`
    <article class="flag" id=${id} tabindex="-1" data-indicator=${finding.indicator} data-subject=${finding.subject} data-state=${finding.state} data-tier=${tiers[0] ?? "none"} aria-labelledby=${`${id}-title`}>
      <p class="flag-head"><span>${topicName(finding.topic)}${finding.subject ? html` · ${subjectNote(finding.subject)}` : nothing}</span> <span class="flag-state">${tCode("assess-state", finding.state)}</span></p>
      <h4 id=${`${id}-title`}>${text.title}</h4>
      <p>${text.text} ${citation(finding.cite || text.cite, text.link)}</p>
      ${more.map((one) => {
        const twin = indicatorText(one.finding.indicator);
        return html`<div class="flag-twin" id=${findingId(one.at)} data-indicator=${one.finding.indicator} data-subject=${one.finding.subject} data-state=${one.finding.state}><p><strong>${t("assess-also", { title: twin.title })}</strong> ${twin.text} ${citation(one.finding.cite || twin.cite, twin.link)}</p></div>`;
      })}
      <div class="flag-found">
        <p class="fact-note">${finding.automatic ? t("assess-found-facts") : t("assess-found-answers")}${tiers[0] && finding.state === "raised" ? html` ${t("assess-raises", { tier: tCode("assess-tier", tiers[0]) })}` : nothing}</p>
        ${criteria(finding.criteria.map((one) => (one.cite === (finding.cite || text.cite) ? { ...one, cite: "" } : one)))}
      </div>
      ${group.some((one) => one.finding.final) ? nothing : [...new Map(asks.map((one) => [one.question, one])).values()].map(({ question, evidence }) => html`<div class="flag-resolve"><p><strong>${t("assess-resolve")}</strong> ${question}</p>
        ${evidence ? html`<p><strong>${t("assess-evidence")}</strong> ${evidence}</p>` : nothing}</div>`)}
      ${steps.length && finding.state === "raised" ? html`<p class="fact-note">${t("assess-steps-of", { steps: list(steps.slice(0, NAMED).map(stepTitle)) })} ${here("to-do-title", t("assess-to-do"))}</p>` : nothing}
      ${finding.topic === "lists" && !finding.judgement ? html`<p><a href="#/lists">${t("assess-go-lists")}</a></p>` : finding.state === "trusted" ? html`<p class="judgement-known">${t("assess-trusted")} <a href=${hrefOfSubject(finding.subject)}>${subjectName(finding.subject)}</a></p>` : html`<ec-judgement .findings=${group.map((one) => one.finding)} heading=${text.title}></ec-judgement>`}
    </article>`;
}

/** What nobody asked yet, each question once, by topic and subject, with everything that hangs on it. */
function openQuestions(result: Assessment, questions: Asked[]): Part {
  const groups = new Map<string, { title: string; subject: Subject; questions: string[] }>();
  for (const one of questions.filter(({ question }) => isQuestion(question))) {
    const { key, title, subject } = groupOfQuestion(one);
    const known = groups.get(key) ?? { title, subject, questions: [] };
    groups.set(key, known);
    known.questions.push(one.question);
  }
  if (!groups.size) return nothing;
  const waits = (question: string, subject: Subject) => result.ask.some((known) => known.question === question && known.subject === subject);
  const left = [...groups.values()].reduce((sum, group) => sum + group.questions.filter((question) => waits(question, group.subject)).length, 0);
  const hanging = new Map<string, At[]>();
  result.findings.forEach((finding, at) => {
    if ((finding.state !== "open" && finding.state !== "not-asked") || (finding.kind !== "flag" && finding.kind !== "factor")) return;
    const { key, question } = groupOf(finding, result);
    if (question) hanging.set(key, [...(hanging.get(key) ?? []), { finding, at }]);
  });
  return html`
    <section class="assess-questions" aria-labelledby="ask-title">
      <h3 id="ask-title" tabindex="-1">${t("assess-ask", { count: left })}</h3>
      <p class="hint">${t("assess-ask-hint")}</p>
      ${repeat(groups, ([key]) => key, ([key, group]) => {
        const open = group.questions.filter((question) => waits(question, group.subject)).length;
        const points = hanging.get(key) ?? [];
        return html`
          <div class="ask-fold" id=${key} tabindex="-1" data-subject=${group.subject} data-answered=${open ? "no" : "yes"}>
            <details>
              <summary><span class="authorisation-title">${group.title}${group.subject ? html` · ${subjectNote(group.subject)}` : nothing}</span> <span class="authorisation-count">${open ? t("assess-open-questions", { questions: open, points: points.length }) : t("licence-check-run")}</span></summary>
              ${questionFields(group.questions, group.subject)}
              ${points.length ? html`<details class="hanging"><summary>${t("assess-hanging", { count: points.length })}</summary><ul>${points.map((one) => pointRow(one, group.subject))}</ul></details>` : nothing}
            </details>
          </div>`;
      })}
    </section>`;
}

function pointRow({ finding, at }: At, subject: Subject): TemplateResult {
  const text = indicatorText(finding.indicator);
  return html`<li id=${findingId(at)} tabindex="-1" data-indicator=${finding.indicator} data-subject=${finding.subject} data-state=${finding.state}>${text.title}${finding.subject !== subject ? html` <span class="fact-note">${subjectNote(finding.subject)}</span>` : nothing} ${citation(finding.cite || text.cite, text.link)}</li>`;
}

/** Undecided, and no question settles it: a fact of the case, a list or a decision is missing. */
function waiting(result: Assessment): Part {
  const groups = new Map<string, { title: string; subject: Subject; points: At[] }>();
  result.findings.forEach((finding, at) => {
    if ((finding.kind !== "flag" && finding.kind !== "factor") || (finding.state !== "open" && finding.state !== "not-asked")) return;
    const { key, title, subject, question } = groupOf(finding, result);
    if (question) return;
    const known = groups.get(key) ?? { title, subject, points: [] };
    groups.set(key, known);
    known.points.push({ finding, at });
  });
  if (!groups.size) return nothing;
  return html`
    <section class="flags-waiting" aria-labelledby="waiting-title">
      <h3 id="waiting-title" tabindex="-1">${t("assess-waiting", { count: groups.size })}</h3>
      <p class="hint">${t("assess-waiting-hint")}</p>
      <ul class="plain waiting">${repeat(groups, ([key]) => key, ([key, { title, subject, points }]) => {
        const missing = [...new Set(points.flatMap(({ finding }) => finding.missing))];
        return html`<li id=${key} tabindex="-1" data-subject=${subject}><details><summary><span class="authorisation-title">${title}${subject ? html` · ${subjectNote(subject)}` : nothing}</span> <span class="authorisation-count">${missing.length ? t("assess-needs", { facts: list([...new Set(missing.map(missingLabel))]) }) : t("assess-open-facts", { points: points.length })}</span></summary>
          <p>${whereToGive(missing, subject)}</p>
          <ul>${points.map((one) => pointRow(one, subject))}</ul></details></li>`;
      })}</ul>
    </section>`;
}

/** Where the missing fact is given: in the lists, with a candidate, or on a step of the case. */
function whereToGive(missing: string[], subject: Subject): TemplateResult {
  if (missing.some((id) => id.startsWith("fact:list"))) return html`<a href="#/lists">${t("assess-go-lists")}</a>`;
  const party = result(subject);
  if (party?.hits.some(({ judgement }) => !judgement)) return here("parties-title", t("assess-go-parties"));
  return html`<a href=${hrefOfSubject(subject)}>${t("assess-go-case")}</a>`;
}

function result(subject: Subject) {
  return desk.result?.parties.find((known) => known.subject === subject);
}
