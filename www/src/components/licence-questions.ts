import { html, nothing, type TemplateResult } from "lit";
import { keyed } from "lit/directives/keyed.js";
import { repeat } from "lit/directives/repeat.js";
import { number, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { FORM_FACTS } from "../state/licence.ts";
import { hrefOfStep } from "../state/route.ts";
import { answerField, compactField, fieldId } from "./answer-field.ts";
import { answerText, attributeText } from "./item-text.ts";

type Part = TemplateResult | typeof nothing;
/** Open questions shown at a time, the most telling first. */
const WINDOW = 5;

/** True when the question can be answered; what the engine works out itself cannot. */
export function canAnswer(attribute: string): boolean {
  return attribute.startsWith("reason:") || (FORM_FACTS as readonly string[]).includes(attribute) || Boolean(app.item.texts?.attributes[attribute]);
}

/** A question with its field, in the place where it matters. */
export function questionRow(attribute: string, place: string): TemplateResult {
  if ((FORM_FACTS as readonly string[]).includes(attribute)) return formLink(attribute);
  const text = attributeText(attribute);
  const id = `${fieldId(attribute, place)}-question`;
  const help = [text.help, text.measured].filter(Boolean);
  const problem = app.licence.result?.problems.find((known) => known.attribute === attribute);
  const field = { attribute, place, problem, labelledBy: id, describedBy: help.length ? `${id}-help` : "", answer: app.licence.answerOf(attribute), give: (answer: Parameters<typeof app.licence.answer>[1]) => app.licence.answer(attribute, answer) };
  return html`
    <div class="ask" data-ask=${attribute} data-answered=${app.licence.isAnswered(attribute) ? "yes" : "no"}>
      <p class="ask-question" id=${id}>${text.question || text.label}${text.cite ? html` <span class="cite reference">${text.cite}</span>` : nothing}</p>
      ${help.length ? html`<details class="ask-help"><summary>${t("licence-help")}<span class="visually-hidden">: ${text.label}</span></summary><div id=${`${id}-help`}>${help.map((line) => html`<p>${line}</p>`)}</div></details>` : nothing}
      ${text.kind === "flag" ? html`<div class="ask-choices">${answerField(field)}</div>` : compactField(field)}
    </div>`;
}

/** Several questions; each keeps its place on the page while it is answered. */
export function questionRows(attributes: string[], place: string): TemplateResult {
  return html`<div class="asks">${repeat(attributes, (attribute) => attribute, (attribute) => questionRow(attribute, place))}</div>`;
}

/** A fact of the route has its field in the form above. */
function formLink(attribute: string): TemplateResult {
  return html`<div class="ask" data-ask=${attribute}><p class="ask-question">${t("licence-ask-route", { fact: attributeText(attribute).label })}
    <button type="button" class="button-plain" @click=${() => void toForm(attribute)}>${t("licence-to-form")}<span class="visually-hidden">: ${attributeText(attribute).label}</span></button></p></div>`;
}

async function toForm(attribute: string): Promise<void> {
  app.licence.open = true;
  app.changed();
  await new Promise((drawn) => requestAnimationFrame(drawn));
  const field = document.getElementById(`licence-${attribute}`);
  field?.closest("details")?.setAttribute("open", "");
  field?.focus();
}

/** What would lead on, best question first. Answered ones stay where they are until the page is entered anew. */
export function openQuestions(): Part {
  const { licence } = app;
  const wanted = licence.result?.ask.map(({ attribute, reason }) => attribute ?? `reason:${reason}`) ?? [];
  // “I do not know” is an answer here: such a question stays open in the result, but does not stand in the way.
  const open = wanted.filter((key) => canAnswer(key) && licence.answerOf(key) === undefined);
  const shown = new Set(open.slice(0, WINDOW));
  const rows = licence.questions.filter((key) => shown.has(key) || (canAnswer(key) && licence.answerOf(key) !== undefined));
  if (!rows.length) return nothing;
  return html`
    <section class="open-questions" aria-labelledby="questions-title">
      <h3 id="questions-title" tabindex="-1">${t("licence-questions-title")}</h3>
      <p class="hint">${t("licence-questions-text", { count: open.length, total: number(open.length) })}</p>
      ${questionRows(rows, "next")}
    </section>`;
}

/** All answers about the export, to change or take back. */
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

/** The questions that something rests on: fields for those asked of the user, names for the rest. */
export function missingHere(missing: string[], place: string, also: string[] = []): Part {
  const own = [...new Set([...missing, ...also])].filter(canAnswer);
  const rest = missing.filter((attribute) => !canAnswer(attribute));
  if (!own.length && !rest.length) return nothing;
  return keyed(place, html`
    ${own.length ? questionRows(own, place) : nothing}
    ${rest.length ? html`<p class="fact-note">${t("licence-rests-on-item")} ${rest.map((attribute, at) => html`${at ? ", " : nothing}${attributeText(attribute).label}`)}
      ${app.licence.source === "checked" ? html`<a href=${hrefOfStep(app.item.family, "question")}>${t("licence-to-item")}</a>` : nothing}</p>` : nothing}`) as TemplateResult;
}
