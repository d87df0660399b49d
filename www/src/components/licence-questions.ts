import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Answer } from "../engine/item-types.ts";
import type { Question } from "../engine/licence-types.ts";
import { list, number, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOfStep } from "../state/route.ts";
import { answerName } from "../state/licence.ts";
import { answerField, compactField, fieldId } from "./answer-field.ts";
import { answerText, attributeText } from "./item-text.ts";
import { licenceDesk } from "./licence-desk.ts";

type Part = TemplateResult | typeof nothing;
/** Open questions shown at a time, what decides most first. */
const WINDOW = 6;
/** A choice of more options folds into a list. */
const RADIOS = 6;

/** `field:`, `item`, `paragraph:`: the form above has a place for it. */
function ofForm(question: Question): boolean {
  return question === "item" || /^(?:field|paragraph):/.test(question);
}

/** True when there is something to fill in; what these rules do not hold cannot be answered here. */
export function canAnswer(question: Question): boolean {
  return ofForm(question) || /^(?:reason|entry):/.test(question) || Boolean(app.item.texts?.attributes[question]);
}

/** What a question is about, in a few words. */
export function questionLabel(question: Question): string {
  const [kind = "", code = ""] = question.split(":");
  if (question === "item") return t("licence-ask-item");
  if (kind === "field") return attributeText(code).label;
  if (kind === "paragraph") return t("licence-ask-paragraph", { code });
  if (kind === "reasons") return t("licence-ask-reasons", { entry: code });
  return attributeText(answerName(question)).label;
}

/** A question with its field, in the place where it matters. */
function questionRow(question: Question, at: string): TemplateResult {
  if (ofForm(question)) return formRow(question);
  const desk = licenceDesk();
  const place = (desk.prefix ?? "") + at;
  const attribute = answerName(question);
  const text = attributeText(attribute);
  const id = `${fieldId(attribute, place)}-question`;
  const help = [text.help, text.measured].filter(Boolean);
  const problem = desk.result?.problems.find((known) => known.attribute === attribute);
  const field = { attribute, place, problem, labelledBy: id, describedBy: help.length ? `${id}-help` : "", answer: desk.answerOf(attribute), give: (answer: Answer | undefined) => void desk.answer(attribute, answer) };
  const radios = text.kind === "flag" || (text.kind === "choice" && (text.options?.length ?? 0) <= RADIOS);
  return html`
    <div class="ask" data-ask=${question} data-answered=${desk.isAnswered(attribute) ? "yes" : "no"}>
      <p class="ask-question" id=${id}>${text.question || text.label}${text.cite ? html` <span class="cite">${text.cite}</span>` : nothing}</p>
      ${help.length ? html`<details class="ask-help"><summary>${t("licence-help")}<span class="visually-hidden">: ${text.label}</span></summary><div id=${`${id}-help`}>${help.map((line) => html`<p>${line}</p>`)}</div></details>` : nothing}
      ${radios ? html`<div class="ask-choices" data-kind=${text.kind}>${answerField(field)}</div>` : compactField(field)}
    </div>`;
}

/** Several questions; each keeps its place on the page while it is answered. */
export function questionRows(questions: Question[], place: string): TemplateResult {
  return html`<div class="asks">${repeat(questions, (question) => question, (question) => questionRow(question, place))}</div>`;
}

/** A fact that has its place in the form above. */
function formRow(question: Question): TemplateResult {
  const label = questionLabel(question);
  const href = licenceDesk().hrefOf?.(question);
  if (href) return html`<div class="ask" data-ask=${question}><p class="ask-question">${t("licence-ask-form", { fact: label })} <a href=${href}>${t("assess-go-case")}</a></p></div>`;
  const ofItem = !question.startsWith("field:") && app.licence.source === "checked";
  return html`<div class="ask" data-ask=${question}><p class="ask-question">${t("licence-ask-form", { fact: label })}
    ${ofItem ? html`<a href=${hrefOfStep(app.item.family, "question")}>${t("licence-to-item")}</a>` : html`<button type="button" class="button-plain" @click=${() => void toForm(question)}>${t("licence-to-form")}<span class="visually-hidden">: ${label}</span></button>`}</p></div>`;
}

async function toForm(question: Question): Promise<void> {
  app.licence.open = true;
  app.changed();
  await new Promise((drawn) => requestAnimationFrame(drawn));
  const field = document.getElementById(question.startsWith("field:") ? `licence-${question.slice(6)}` : "licence-item");
  field?.closest("details")?.setAttribute("open", "");
  (field?.tagName === "FIELDSET" ? (field.querySelector<HTMLElement>("input, select") ?? field) : field)?.focus();
}

/** What would lead on, best question first. Answered ones stay where they are until the page is entered anew. */
export function openQuestions(): Part {
  const { licence } = app;
  const wanted = licence.result?.ask.map(({ question }) => question) ?? [];
  // “I do not know” is an answer here: such a question stays open in the result, but does not stand in the way.
  const open = wanted.filter((question) => canAnswer(question) && (ofForm(question) || licence.answerOf(question) === undefined));
  const shown = new Set(open.slice(0, WINDOW));
  const rows = licence.questions.filter((question) => shown.has(question) || (canAnswer(question) && !ofForm(question) && licence.answerOf(question) !== undefined));
  if (!rows.length) return nothing;
  return html`
    <section class="open-questions" aria-labelledby="questions-title">
      <h3 id="questions-title" tabindex="-1">${t("licence-questions-title")}</h3>
      <p class="hint">${t("licence-questions-text", { count: open.length, total: number(open.length) })}</p>
      ${questionRows(rows, "next")}
    </section>`;
}

/** All answers about the export, to take back. */
export function givenAnswers(): Part {
  const { licence } = app;
  const given = Object.keys(licence.answers);
  if (!given.length) return nothing;
  return html`
    <details class="given-answers">
      <summary>${t("answers-title", { count: given.length })}</summary>
      <ul>${repeat(given, (attribute) => attribute, (attribute) => html`
        <li data-answer=${attribute}><span class="answers-label">${attributeText(attribute).question || attributeText(attribute).label}</span>
          <strong><bdi>${answerText(attribute, licence.answers[attribute])}</bdi></strong>
          <button type="button" class="button-plain" @click=${() => licence.answer(attribute, undefined)}>${t("licence-take-back")}<span class="visually-hidden">: ${attributeText(attribute).label}</span></button></li>`)}</ul>
    </details>`;
}

/** The questions that something rests on: fields for those that can be answered, words for the rest. */
export function missingHere(missing: Question[], place: string, also: string[] = []): Part {
  const all = [...new Set([...missing, ...also])];
  const own = all.filter(canAnswer);
  const rest = all.filter((question) => !canAnswer(question));
  return html`
    ${own.length ? questionRows(own, place) : nothing}
    ${rest.length ? html`<p class="fact-note not-held">${t("licence-not-held")} ${list(rest.map(questionLabel))}</p>` : nothing}`;
}
