import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { type Answer, type AnswerProblem, type AttributeText, UNKNOWN } from "../engine/item-types.ts";
import { t, tCode } from "../i18n/index.ts";
import { attributeText, unitText, yesNo } from "./item-text.ts";

type Part = TemplateResult | typeof nothing;
type Give = (answer: Answer | undefined) => void;

export interface Field {
  attribute: string;
  answer: Answer | undefined;
  problem: AnswerProblem | undefined;
  give: Give;
  /** Ids of what names and explains the field. */
  labelledBy: string;
  /** Where on the page the field stands, when the same question stands there twice. */
  place?: string;
  describedBy?: string;
}

/** The id under which the field of an attribute takes the focus. */
export function fieldId(attribute: string, place = ""): string {
  return place ? `answer-${place}-${attribute}` : `answer-${attribute}`;
}

/** The field for one answer, by kind, with room to breathe: one per page. */
export function answerField(field: Field): TemplateResult {
  const text = attributeText(field.attribute);
  return html`<div class="answer ${field.problem ? "wrong" : ""}" data-attribute=${field.attribute} data-kind=${text.kind}>
    ${answerProblem(field)}
    ${text.kind === "quantity" ? quantityField(field, text) : text.kind === "set" ? setField(field, text) : radioField(field, text)}
  </div>`;
}

/** The same on a sheet with many others: a choice folds into a list. */
export function compactField(field: Field): TemplateResult {
  const text = attributeText(field.attribute);
  const body = text.kind === "quantity" ? quantityField(field, text) : text.kind === "set" ? setField(field, text) : selectField(field, text);
  return html`<div class="answer compact ${field.problem ? "wrong" : ""}" data-attribute=${field.attribute} data-kind=${text.kind}>${answerProblem(field)}${body}</div>`;
}

/** What the engine did not understand about an answer, in plain words. */
export function problemText({ code, given }: AnswerProblem): string {
  return tCode("answer-problem", code, { given });
}

function answerProblem({ attribute, problem, place }: Field): Part {
  if (!problem) return nothing;
  return html`<div class="problem" id=${`${fieldId(attribute, place)}-problem`}><p>${problemText(problem)}</p>${problem.help ? html`<p class="hint" lang="en">${problem.help}</p>` : nothing}</div>`;
}

function described({ attribute, describedBy, problem, place }: Field): string | typeof nothing {
  return [describedBy, problem ? `${fieldId(attribute, place)}-problem` : ""].filter(Boolean).join(" ") || nothing;
}

function quantityField(field: Field, text: AttributeText): TemplateResult {
  const units = unitsOf(text);
  const { amount, unit } = split(field.answer, units);
  const unknown = field.answer === UNKNOWN;
  const read = (event: Event) => {
    const parts = (event.currentTarget as HTMLElement).closest(".quantity");
    const typed = parts?.querySelector("input")?.value.trim() ?? "";
    const chosen = parts?.querySelector("select")?.value ?? units[0] ?? "";
    // A unit chosen before there is a number is no answer, and must not take back “I do not know”.
    if (typed || !unknown) field.give(typed ? joined(typed, chosen) : undefined);
  };
  // Not live: an answer elsewhere draws the page anew, and must not take back what is being typed here.
  return html`
    <div class="quantity">
      <input id=${fieldId(field.attribute, field.place)} type="text" inputmode="text" autocomplete="off" spellcheck="false" .value=${amount} aria-labelledby=${field.labelledBy} aria-describedby=${described(field)} aria-invalid=${field.problem ? "true" : "false"} @change=${read} />
      ${units.length > 1
        ? html`<select aria-label=${t("unit-of", { label: text.label })} @change=${read}>${units.map((known, at) => html`<option value=${known} ?selected=${unit ? known === unit : at === 0}>${unitText(known)}</option>`)}</select>`
        : units.length ? html`<span class="unit">${unitText(units[0] ?? "")}</span>` : nothing}
    </div>
    ${doNotKnow(field, unknown)}`;
}

function doNotKnow(field: Field, unknown: boolean): TemplateResult {
  return html`<label class="choice do-not-know"><input type="checkbox" value="unknown" .checked=${live(unknown)} aria-describedby=${field.labelledBy} @change=${(event: Event) => field.give((event.target as HTMLInputElement).checked ? UNKNOWN : undefined)} /><span>${t("i-do-not-know")}</span></label>`;
}

function radioField(field: Field, text: AttributeText): TemplateResult {
  return html`
    <div role="radiogroup" id=${fieldId(field.attribute, field.place)} tabindex="-1" aria-labelledby=${field.labelledBy} aria-describedby=${described(field)}>
      ${choicesOf(text).map(({ id, label }) => html`<label class="choice ${id === UNKNOWN ? "do-not-know" : ""}"><input type="radio" name=${fieldId(field.attribute, field.place)} value=${id} .checked=${live(field.answer === id)} @change=${() => field.give(id)} /><span>${label}</span></label>`)}
    </div>`;
}

function selectField(field: Field, text: AttributeText): TemplateResult {
  return html`
    <select id=${fieldId(field.attribute, field.place)} aria-labelledby=${field.labelledBy} aria-describedby=${described(field)} aria-invalid=${field.problem ? "true" : "false"} @change=${(event: Event) => field.give((event.target as HTMLSelectElement).value || undefined)}>
      <option value="" ?selected=${field.answer === undefined}>${t("answer-not-given")}</option>
      ${choicesOf(text).map(({ id, label }) => html`<option value=${id} ?selected=${field.answer === id}>${label}</option>`)}
    </select>`;
}

/** Several may be true; “none of these” and “I do not know” stand alone. */
function setField(field: Field, text: AttributeText): TemplateResult {
  const chosen = Array.isArray(field.answer) ? field.answer : [];
  const none = Array.isArray(field.answer) && field.answer.length === 0;
  const toggle = (id: string, on: boolean) => {
    const next = on ? [...chosen, id] : chosen.filter((known) => known !== id);
    field.give(next.length ? next : undefined);
  };
  const box = (id: string, label: string, checked: boolean, change: (on: boolean) => void) => html`<label class="choice ${id === UNKNOWN ? "do-not-know" : ""}"><input type="checkbox" value=${id} .checked=${live(checked)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /><span>${label}</span></label>`;
  return html`
    <div role="group" id=${fieldId(field.attribute, field.place)} tabindex="-1" aria-labelledby=${field.labelledBy} aria-describedby=${described(field)}>
      ${(text.options ?? []).map(({ id, label }) => box(id, label, chosen.includes(id), (on) => toggle(id, on)))}
      ${text.options?.some(({ id }) => id === "none") ? nothing : box("none", t("answer-none"), none, (on) => field.give(on ? [] : undefined))}
      ${box(UNKNOWN, t("i-do-not-know"), field.answer === UNKNOWN, (on) => field.give(on ? UNKNOWN : undefined))}
    </div>`;
}

function choicesOf(text: AttributeText): { id: string; label: string }[] {
  const choices = text.kind === "flag" ? ["yes", "no"].map((id) => ({ id, label: yesNo(id) })) : (text.options ?? []);
  return [...choices, { id: UNKNOWN, label: t("i-do-not-know") }];
}

function unitsOf(text: AttributeText): string[] {
  return [...new Set([text.unit, ...(text.units ?? [])])].filter((unit): unit is string => Boolean(unit) && unit !== "1");
}

/** An answer as number and unit of the list; what does not part that way stays in the text field as typed. */
function split(answer: Answer | undefined, units: string[]): { amount: string; unit: string } {
  if (typeof answer !== "string" || answer === UNKNOWN) return { amount: "", unit: "" };
  const unit = units.filter((known) => answer.endsWith(` ${known}`)).sort((a, b) => b.length - a.length)[0];
  if (!unit || namesUnit(answer.slice(0, -unit.length))) return { amount: answer, unit: unit && !namesUnit(answer.slice(0, -unit.length)) ? unit : "" };
  return { amount: answer.slice(0, -unit.length).trim(), unit };
}

function joined(typed: string, unit: string): string {
  return unit && !namesUnit(typed) ? `${typed} ${unit}` : typed;
}

/** True when something beside numbers, signs and range words stands in the text. */
function namesUnit(typed: string): boolean {
  return /[\p{L}°%µμ]/u.test(typed.replace(/\d[.,]?\d*e[+-]?\d+/giu, "").replace(/(?<!\p{L})(?:to|bis|and|und|max|min|ca|about|etwa|x)\.?(?!\p{L})/giu, ""));
}
