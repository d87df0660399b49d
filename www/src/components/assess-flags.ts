import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Assessment, RiskFinding, Subject } from "../engine/case-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { desk } from "../state/assessment.ts";
import { answerField, compactField, fieldId } from "./answer-field.ts";
import { findingId, hrefOfSubject, indicatorText, isQuestion, type Part, questionOf, RANK, slug, stepTitle, subjectName, subjectNote, topicName } from "./assess-text.ts";
import { criteria } from "./clauses.ts";
import { attributeText } from "./item-text.ts";
import { citation } from "./licence-text.ts";

type At = { finding: RiskFinding; at: number };
/** A question of the case, and what hangs on it. */
export interface Asked {
  question: string;
  subject: Subject;
}
/** Of many open questions so many stand unfolded. */
const UNFOLDED = 1;
/** A choice of more options folds into a list. */
const RADIOS = 6;

/** Red flags and other factors: raised, settled by a person, and what is still open with its question in place. */
export function flags(result: Assessment, questions: Asked[]): TemplateResult {
  const all = result.findings.map((finding, at) => ({ finding, at })).filter(({ finding: { kind } }) => kind === "flag" || kind === "factor");
  const weight = ({ finding: { tier, final } }: At) => 2 * RANK[tier ?? "standard"] + Number(final);
  const raised = all.filter(({ finding }) => finding.state === "raised").sort((a, b) => weight(b) - weight(a));
  const settled = all.filter(({ finding }) => finding.state === "resolved" || finding.state === "trusted");
  // Open ones without a question wait for a fact of the case, for a list or for a decision.
  const waiting = all.filter(({ finding }) => (finding.state === "open" || finding.state === "not-asked") && !questionOf(finding, result));
  return html`
    <section class="flags" aria-labelledby="flags-title">
      <h3 id="flags-title" tabindex="-1">${t("assess-flags", { count: raised.length })}</h3>
      ${raised.length ? nothing : html`<p>${t("assess-flags-none")}</p>`}
      ${repeat(raised, ({ finding }) => keyOf(finding), (one) => card(one))}
      ${settled.length ? html`<details class="flags-settled" open><summary>${t("assess-settled", { count: settled.length })}</summary>${repeat(settled, ({ finding }) => keyOf(finding), (one) => card(one))}</details>` : nothing}
    </section>
    ${openQuestions(result, questions)}
    ${waiting.length ? html`<section class="flags-waiting" aria-labelledby="waiting-title">
      <h3 id="waiting-title">${t("assess-waiting", { count: waiting.length })}</h3>
      <p class="hint">${t("assess-waiting-hint")}</p>
      <ul class="plain waiting">${repeat(waiting, ({ finding }) => keyOf(finding), waitingRow)}</ul></section>` : nothing}`;
}

function keyOf({ indicator, subject }: RiskFinding): string {
  return `${indicator} ${subject}`;
}

function card({ finding, at }: At): TemplateResult {
  const text = indicatorText(finding.indicator);
  const id = findingId(at);
  return html`
    <article class="flag" id=${id} tabindex="-1" data-indicator=${finding.indicator} data-subject=${finding.subject} data-state=${finding.state} data-tier=${finding.tier ?? "none"} aria-labelledby=${`${id}-title`}>
      <p class="flag-head"><span>${topicName(finding.topic)}${finding.subject ? html` · ${subjectNote(finding.subject)}` : nothing}</span> <span class="flag-state">${tCode("assess-state", finding.state)}</span></p>
      <h4 id=${`${id}-title`}>${text.title}</h4>
      <p>${text.text} ${citation(finding.cite || text.cite, text.link)}</p>
      <div class="flag-found">
        <p class="fact-note">${finding.automatic ? t("assess-found-facts") : t("assess-found-answers")}${finding.tier && finding.state === "raised" ? html` ${t("assess-raises", { tier: tCode("assess-tier", finding.tier) })}` : nothing}</p>
        ${criteria(finding.criteria)}
      </div>
      ${finding.final || !text.question ? nothing : html`<div class="flag-resolve"><p><strong>${t("assess-resolve")}</strong> ${text.question}</p>
        ${text.evidence ? html`<p><strong>${t("assess-evidence")}</strong> ${text.evidence}</p>` : nothing}</div>`}
      ${finding.steps.length ? html`<p class="fact-note">${t("assess-steps-of", { steps: list(finding.steps.map(stepTitle)) })}</p>` : nothing}
      ${finding.state === "trusted" ? html`<p class="judgement-known">${t("assess-trusted")} <a href=${hrefOfSubject(finding.subject)}>${subjectName(finding.subject)}</a></p>` : html`<ec-judgement .finding=${finding} heading=${text.title}></ec-judgement>`}
    </article>`;
}

/** What nobody asked yet, each question once, with everything that hangs on it. */
function openQuestions(result: Assessment, questions: Asked[]): Part {
  const open = result.findings.map((finding, at) => ({ finding, at, asked: finding.state === "open" || finding.state === "not-asked" ? questionOf(finding, result) : undefined }));
  const rows = questions.filter(({ question }) => isQuestion(question));
  if (!rows.length) return nothing;
  const hanging = ({ question, subject }: Asked) => open.filter(({ asked }) => asked?.question === question && asked.subject === subject);
  const left = rows.filter((row) => result.ask.some(({ question, subject }) => question === row.question && subject === row.subject)).length;
  return html`
    <section class="assess-questions" aria-labelledby="ask-title">
      <h3 id="ask-title" tabindex="-1">${t("assess-ask", { count: left })}</h3>
      <p class="hint">${t("assess-ask-hint")}</p>
      ${repeat(rows, ({ question, subject }) => `${subject} ${question}`, (row, at) => questionFold(row, hanging(row), at < UNFOLDED, result))}
    </section>`;
}

function questionFold({ question, subject }: Asked, hanging: At[], open: boolean, result: Assessment): TemplateResult {
  const text = attributeText(question);
  const place = slug(subject || "case");
  const id = `ask-${slug(subject, question)}`;
  const answer = desk.answerOf(subject, question);
  const waits = result.ask.some((known) => known.question === question && known.subject === subject);
  const help = [text.help, text.measured].filter(Boolean);
  const problem = result.problems.find((known) => known.subject === subject && known.field === question);
  const field = { attribute: question, answer, place, labelledBy: `${id}-question`, describedBy: help.length ? `${id}-help` : "", give: (given: typeof answer) => void desk.answer(subject, question, given),
    problem: problem && { attribute: question, given: problem.given, code: problem.code, message: problem.message, help: problem.help } };
  const radios = text.kind === "flag" || text.kind === "set" || (text.kind === "choice" && (text.options?.length ?? 0) <= RADIOS);
  return html`
    <div class="ask-fold" id=${id} data-question=${question} data-subject=${subject} data-answered=${waits ? "no" : "yes"}>
      <details ?open=${open}>
        <summary><span class="authorisation-title">${text.label}${subject ? html` · ${subjectNote(subject)}` : nothing}</span> <span class="authorisation-count">${waits ? t("assess-hangs-on", { count: hanging.length }) : t("licence-check-run")}</span></summary>
        <div class="ask">
          <p class="ask-question" id=${`${id}-question`}>${text.question || text.label}${text.cite ? html` <span class="cite">${text.cite}</span>` : nothing}</p>
          ${help.length ? html`<div class="hint" id=${`${id}-help`}>${help.map((line) => html`<p>${line}</p>`)}</div>` : nothing}
          ${radios ? html`<div class="ask-choices" data-kind=${text.kind}>${answerField(field)}</div>` : compactField(field)}
        </div>
        ${hanging.length ? html`<details class="hanging"><summary>${t("assess-hanging", { count: hanging.length })}</summary>
          <ul>${hanging.map(({ finding, at }) => html`<li id=${findingId(at)} data-indicator=${finding.indicator} data-state=${finding.state}>${indicatorText(finding.indicator).title}${finding.subject !== subject ? html` <span class="fact-note">${subjectNote(finding.subject)}</span>` : nothing} ${citation(finding.cite || indicatorText(finding.indicator).cite, indicatorText(finding.indicator).link)}</li>`)}</ul></details>` : nothing}
      </details>
    </div>`;
}

/** Undecided, and no question of the rules settles it: a fact of the case is missing. */
function waitingRow({ finding, at }: At): TemplateResult {
  const text = indicatorText(finding.indicator);
  const missing = finding.missing.map((id) => attributeText(id).label);
  return html`
    <li id=${findingId(at)} tabindex="-1" data-indicator=${finding.indicator} data-subject=${finding.subject} data-state=${finding.state}>
      <details><summary><span class="authorisation-title">${text.title}${finding.subject ? html` · ${subjectNote(finding.subject)}` : nothing}</span>
        ${missing.length ? html`<span class="authorisation-count">${t("assess-needs", { facts: list(missing) })}</span>` : nothing}</summary>
      <p>${text.text} ${citation(finding.cite || text.cite, text.link)}</p>
      ${criteria(finding.criteria)}
      <p>${whereToGive(finding)}</p></details></li>`;
}

/** Where the missing fact is given: in the lists, with a candidate, or on a step of the case. */
function whereToGive({ missing, subject }: RiskFinding): TemplateResult {
  if (missing.some((id) => id.startsWith("list"))) return html`<a href="#/lists">${t("assess-go-lists")}</a>`;
  if (missing.some((id) => id.includes("screen") || id.includes("_lists"))) return html`<a href="#parties-title" @click=${(event: Event) => { event.preventDefault(); document.getElementById("parties-title")?.focus(); document.getElementById("parties-title")?.scrollIntoView(); }}>${t("assess-go-parties")}</a>`;
  return html`<a href=${hrefOfSubject(subject)}>${t("assess-go-case")}</a>`;
}

/** The id under which an open question's field takes the focus. */
export function fieldOf({ question, subject }: Asked): string {
  return fieldId(question, slug(subject || "case"));
}
