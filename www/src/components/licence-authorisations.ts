import { html, nothing, type TemplateResult } from "lit";
import type { Authorisation, Condition, JurisdictionResult } from "../engine/licence-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { criteria } from "./clauses.ts";
import { citation, joined, measureText, provisionLine } from "./licence-text.ts";
import { canAnswer, missingHere } from "./licence-questions.ts";

type Part = TemplateResult | typeof nothing;
type Card = { one: Authorisation; provisions: string[] };

/** What could stand in for a single licence: each with every condition, what is ruled out folded below. */
export function authorisations(result: JurisdictionResult): Part {
  const cards = joined(result.authorisations);
  if (!cards.length) return nothing;
  const { jurisdiction } = result;
  const possible = cards.filter(({ one }) => one.state !== "ruled-out").sort((a, b) => rank(a) - rank(b));
  const out = cards.filter(({ one }) => one.state === "ruled-out");
  const shared = sharedConditions(possible);
  return html`
    <div class="part authorisations">
      <h4>${t("licence-authorisations", { count: possible.length })}</h4>
      ${possible.length ? nothing : html`<p>${t("licence-authorisations-none")}</p>`}
      ${possible.map((card, at) => possibleCard(card, shared, `${jurisdiction}-${at}`, at === 0))}
      ${shared.size ? html`
        <details class="authorisation shared-conditions" open>
          <summary><span class="authorisation-title">${t("licence-shared")}</span>
            <span class="authorisation-count">${progress([...shared.values()].map(({ condition }) => condition))}</span></summary>
          <p class="hint">${t("licence-shared-text", { names: list([...new Set([...shared.values()].flatMap(({ names }) => names))]) })}</p>
          <ol class="conditions">${[...shared.values()].map(({ condition, measure }) => conditionRow(condition, measure, `${jurisdiction}-shared`))}</ol>
        </details>` : nothing}
      ${out.length ? html`
        <details class="ruled-out"><summary>${t("licence-ruled-out", { count: out.length })}</summary>
          <ul>${out.map(({ one, provisions }) => html`
            <li data-authorisation=${one.name} data-state="ruled-out"><p><strong>${one.name}</strong> ${measureText(one.measure).title} <span class="reference">${provisions.join(", ")}</span></p>
              <ul class="ruled-out-why">${one.conditions.filter(({ result: of }) => of === "not-met").map((condition) => conditionRow(condition, one.measure, `${jurisdiction}-out-${one.name}`))}</ul></li>`)}</ul>
        </details>` : nothing}
    </div>`;
}

function rank({ one }: Card): number {
  return one.state === "conditions-met" ? -1 : one.conditions.filter(({ result }) => result === "unknown").length;
}

function possibleCard({ one, provisions }: Card, shared: ReadonlyMap<string, unknown>, place: string, open: boolean): TemplateResult {
  const text = measureText(one.measure);
  const own = one.conditions.filter((condition) => !shared.has(keyOf(condition)));
  const lifted = one.conditions.length - own.length;
  const duties = one.duties.map((at) => text.duties?.[at]).filter((duty) => duty !== undefined);
  const names = (measures: string[]) => list([...new Set(measures)].map((id) => measureText(id).title || id));
  return html`
    <details class="authorisation" data-authorisation=${one.name} data-state=${one.state} ?open=${open}>
      <summary><span class="authorisation-title"><strong>${one.name}</strong> ${text.title}</span>
        <span class="authorisation-count">${progress(one.conditions)}</span></summary>
      <p class="authorisation-state">${tCode("licence-state", one.state)}</p>
      ${provisions.length ? html`<p class="fact-note">${t("licence-for")} ${provisions.map((provision, at) => html`${at ? html`<br />` : nothing}${provisionLine(text.jurisdiction, provision)}`)}</p>` : nothing}
      ${text.text ? html`<p>${text.text} ${citation(text.cite, text.link)}</p>` : html`<p>${citation(text.cite, text.link)}</p>`}
      ${one.leaves.length ? html`<p class="leaves">${t("licence-leaves", { measures: names(one.leaves) })}</p>` : nothing}
      <ol class="conditions">${own.map((condition) => conditionRow(condition, one.measure, place))}</ol>
      ${lifted ? html`<p class="fact-note">${t("licence-and-shared", { count: lifted })}</p>` : nothing}
      ${duties.length ? html`<div class="authorisation-duties"><p><strong>${t("licence-duties-with", { name: one.name })}</strong></p><ul>${duties.map((duty) => html`<li>${duty.title} ${citation(duty.cite)}</li>`)}</ul></div>` : nothing}
    </details>`;
}

function progress(conditions: Condition[]): string {
  const open = conditions.filter(({ result }) => result === "unknown").length;
  return t("licence-conditions-open", { open, total: conditions.length });
}

function conditionRow(condition: Condition, measure: string, place: string): TemplateResult {
  const { id, result, cite, missing } = condition;
  const text = conditionText(measure, condition);
  const { licence } = app;
  // What was answered here stays here, so that it can be changed.
  const answered = [...new Set(condition.criteria.flatMap(({ attribute }) => attribute ?? []))].filter((attribute) => attribute in licence.answers && canAnswer(attribute));
  const rest = condition.criteria.filter(({ attribute, result: of }) => of !== "unknown" && !(attribute && attribute in licence.answers));
  return html`
    <li class="condition" data-condition=${id} data-result=${result}>
      <p class="condition-head"><span class="outcome outcome-${result}">${tCode("outcome", result)}</span> <span>${text} ${citation(cite)}</span></p>
      ${missingHere(missing, `${place}-${id}`, answered)}
      ${rest.length ? html`<details class="condition-why"><summary>${t("licence-why")}<span class="visually-hidden">: ${text}</span></summary>${criteria(rest)}</details>` : nothing}
    </li>`;
}

/** The title stands with the authorisation, or with the restriction that many share. */
function conditionText(measure: string, { id, cite }: Condition): string {
  const own = measureText(measure).conditions ?? [];
  const found = own.find((known) => known.id === id && known.cite === cite) ?? own.find((known) => known.id === id);
  if (found) return found.title;
  for (const other of Object.values(app.licence.texts?.measures ?? {})) {
    if (other.kind !== "restriction") continue;
    const shared = other.conditions?.find((known) => known.id === id && known.cite === cite);
    if (shared) return shared.title;
  }
  return id;
}

function keyOf({ id, cite, result, missing }: Condition): string {
  return [id, cite, result, ...missing].join("|");
}

/** Conditions that several authorisations have in common are shown, and answered, once. */
function sharedConditions(cards: Card[]): Map<string, { condition: Condition; measure: string; names: string[] }> {
  const all = new Map<string, { condition: Condition; measure: string; names: string[] }>();
  for (const { one } of cards) {
    for (const condition of one.conditions) {
      const known = all.get(keyOf(condition)) ?? { condition, measure: one.measure, names: [] };
      if (!known.names.includes(one.name)) known.names.push(one.name);
      all.set(keyOf(condition), known);
    }
  }
  return new Map([...all].filter(([, { names, condition }]) => names.length > 1 && isRestriction(condition)));
}

/** Ids such as `destination` recur with other meanings: only what a restriction says is the same everywhere. */
function isRestriction({ id, cite }: Condition): boolean {
  return Object.values(app.licence.texts?.measures ?? {}).some((measure) => measure.kind === "restriction" && measure.conditions?.some((known) => known.id === id && known.cite === cite));
}
