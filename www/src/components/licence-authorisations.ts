import { html, nothing, type TemplateResult } from "lit";
import type { Authorisation, Condition, JurisdictionResult } from "../engine/licence-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { criteria } from "./clauses.ts";
import { authorisationName, citation, joined, measureText, provisionLine } from "./licence-text.ts";
import { canAnswer, missingHere } from "./licence-questions.ts";

type Part = TemplateResult | typeof nothing;
type Card = { one: Authorisation; provisions: string[] };
type Shared = Map<string, { condition: Condition; measure: string; names: string[] }>;

/** What could take the place of a single licence: each with every condition, what is ruled out folded below. */
export function authorisations(result: JurisdictionResult): Part {
  const cards = joined(result.authorisations);
  if (!cards.length && !result.out_of_scope.length) return nothing;
  const { jurisdiction } = result;
  const possible = cards.filter(({ one }) => one.state !== "ruled-out").sort((a, b) => open(a.one.conditions) - open(b.one.conditions));
  const out = cards.filter(({ one }) => one.state === "ruled-out");
  const shared = sharedConditions(possible);
  return html`
    <div class="part authorisations">
      <h4>${t("licence-authorisations", { count: possible.length })}</h4>
      ${possible.length || !cards.length ? nothing : html`<p>${t("licence-authorisations-none")}</p>`}
      ${possible.map((card, at) => possibleCard(card, shared, `${jurisdiction}-${card.one.measure}`, at === 0))}
      ${shared.size ? sharedCard(shared, jurisdiction, possible.length === 1) : nothing}
      ${out.length ? html`
        <details class="ruled-out"><summary>${t("licence-ruled-out", { count: out.length })}</summary>
          <ul>${out.map((card) => ruledOut(card, jurisdiction))}</ul>
        </details>` : nothing}
      ${result.out_of_scope.length ? html`
        <details class="out-of-scope"><summary>${t("licence-out-of-scope", { count: result.out_of_scope.length })}</summary>
          <ul class="plain">${result.out_of_scope.map((measure) => html`<li><strong>${authorisationName(measure)}</strong> ${measureText(measure).title} ${citation(measureText(measure).cite, measureText(measure).link)}</li>`)}</ul>
        </details>` : nothing}
    </div>`;
}

function possibleCard({ one, provisions }: Card, shared: Shared, place: string, unfolded: boolean): TemplateResult {
  const text = measureText(one.measure);
  const name = authorisationName(one.measure);
  const own = one.conditions.filter((condition) => !shared.has(keyOf(condition)));
  const common = one.conditions.length - own.length;
  const duties = one.duties.map((at) => text.duties?.[at]).filter((duty) => duty !== undefined);
  return html`
    <details class="authorisation" data-authorisation=${name} data-state=${one.state} ?open=${unfolded}>
      <summary><span class="authorisation-title"><strong>${name}</strong> ${text.title}</span>
        <span class="authorisation-count">${progress(one.conditions)}</span></summary>
      <p class="authorisation-state">${tCode("licence-state", one.state)}</p>
      ${provisions.length ? html`<p class="fact-note">${t("licence-for")} ${provisions.map((provision, at) => html`${at ? html`<br />` : nothing}${provisionLine(text.jurisdiction, provision)}`)}</p>` : nothing}
      <p>${text.text} ${citation(text.cite, text.link)}</p>
      ${one.scope === "unknown" && one.missing.length ? html`<div class="scope-open"><p>${t("licence-scope-open")}</p>${missingHere(one.missing, `${place}-scope`)}</div>` : nothing}
      ${one.leaves.length ? html`<p class="leaves">${t("licence-leaves", { measures: list([...new Set(one.leaves)].map((id) => measureText(id).title)) })}</p>` : nothing}
      ${conditionList(own, one.measure, place)}
      ${common ? html`<p class="fact-note">${t("licence-and-shared", { count: common })}</p>` : nothing}
      ${duties.length ? html`<div class="authorisation-duties"><p><strong>${t("licence-duties-with", { name })}</strong></p><ul>${duties.map((duty) => html`<li>${duty.title}${duty.text ? html`<br /><span class="fact-note">${duty.text}</span>` : nothing} ${citation(duty.cite)}</li>`)}</ul></div>` : nothing}
    </details>`;
}

/** Restrictions on all of them are shown, and answered, once. */
function sharedCard(shared: Shared, jurisdiction: string, unfolded: boolean): TemplateResult {
  const all = [...shared.values()];
  const names = [...new Set(all.flatMap((row) => row.names))];
  return html`
    <details class="authorisation shared-conditions" ?open=${unfolded || open(all.map(({ condition }) => condition)) > 0}>
      <summary><span class="authorisation-title">${t("licence-shared")}</span>
        <span class="authorisation-count">${progress(all.map(({ condition }) => condition))}</span></summary>
      <p class="hint">${t("licence-shared-text", { names: list(names) })}</p>
      ${conditionList(all.map(({ condition }) => condition), all[0]?.measure ?? "", `${jurisdiction}-shared`)}
    </details>`;
}

/** What is open first, with its questions; what the facts of the case meet already is folded. */
function conditionList(conditions: Condition[], measure: string, place: string): TemplateResult {
  const settled = conditions.filter((condition) => condition.result === "met" && !answeredHere(condition).length);
  const rest = conditions.filter((condition) => !settled.includes(condition));
  return html`
    ${rest.length ? html`<ul class="conditions">${rest.map((condition) => conditionRow(condition, measure, place))}</ul>` : nothing}
    ${settled.length ? html`<details class="conditions-met"><summary>${t("licence-conditions-met", { count: settled.length })}</summary>
      <ul class="conditions">${settled.map((condition) => conditionRow(condition, measure, place))}</ul></details>` : nothing}`;
}

function conditionRow(condition: Condition, measure: string, place: string): TemplateResult {
  const { id, result, cite, missing } = condition;
  const { title, text } = conditionText(measure, condition);
  const rest = condition.criteria.filter(({ attribute, result: of }) => of !== "unknown" && !(attribute && attribute in app.licence.answers));
  return html`
    <li class="condition" data-condition=${id} data-result=${result}>
      <p class="condition-head"><span class="outcome outcome-${result}">${tCode("outcome", result)}</span> <span>${title} ${citation(cite)}${text ? html`<br /><span class="fact-note">${text}</span>` : nothing}</span></p>
      ${missingHere(missing, `${place}-${id.replaceAll("/", "-")}`, answeredHere(condition))}
      ${rest.length ? html`<details class="condition-why"><summary>${t("licence-why")}<span class="visually-hidden">: ${title}</span></summary>${criteria(rest)}</details>` : nothing}
    </li>`;
}

function ruledOut({ one, provisions }: Card, jurisdiction: string): TemplateResult {
  const name = authorisationName(one.measure);
  const against = one.conditions.filter(({ result }) => result === "not-met");
  return html`
    <li data-authorisation=${name} data-state="ruled-out"><p><strong>${name}</strong> ${measureText(one.measure).title} <span class="reference">${provisions.join(", ")}</span></p>
      <ul class="conditions">${against.map((condition) => conditionRow(condition, one.measure, `${jurisdiction}-out-${one.measure}`))}</ul></li>`;
}

/** Questions of a condition that were answered: they stay with it, so that the answer can be changed. */
function answeredHere({ criteria: all }: Condition): string[] {
  const named = all.flatMap(({ attribute, from }) => [attribute ?? "", ...(from ?? [])]);
  return [...new Set(named)].filter((attribute) => attribute in app.licence.answers && canAnswer(attribute));
}

function open(conditions: Condition[]): number {
  return conditions.filter(({ result }) => result === "unknown").length;
}

function progress(conditions: Condition[]): string {
  return t("licence-conditions-open", { open: open(conditions), total: conditions.length });
}

/** The title stands with the authorisation, or, as `restriction/condition`, with a restriction on all of them. */
function conditionText(measure: string, { id }: Condition): { title: string; text?: string } {
  const [restriction = "", own = ""] = id.includes("/") ? id.split("/") : [measure, id];
  return measureText(restriction).conditions?.find((known) => known.id === own) ?? { title: id };
}

function keyOf({ id, result, missing }: Condition): string {
  return [id, result, ...missing].join("|");
}

function sharedConditions(cards: Card[]): Shared {
  const all: Shared = new Map();
  for (const { one } of cards) {
    for (const condition of one.conditions.filter(({ id }) => id.includes("/"))) {
      const known = all.get(keyOf(condition)) ?? { condition, measure: one.measure, names: [] };
      const name = authorisationName(one.measure);
      if (!known.names.includes(name)) known.names.push(name);
      all.set(keyOf(condition), known);
    }
  }
  return new Map([...all].filter(([, { names }]) => names.length > 1));
}
