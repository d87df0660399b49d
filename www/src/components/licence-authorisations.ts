import { html, nothing, type TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { Authorisation, Condition, JurisdictionResult } from "../engine/licence-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { criteria } from "./clauses.ts";
import { licenceDesk } from "./licence-desk.ts";
import { authorisationName, citation, joined, measureText, provisionLine } from "./licence-text.ts";
import { canAnswer, missingHere } from "./licence-questions.ts";

type Part = TemplateResult | typeof nothing;
type Card = { one: Authorisation; provisions: string[] };
/** A restriction on several authorisations, with the names of those. */
type Shared = { condition: Condition; names: string[] };

/** What could take the place of a single licence: each with every condition; special cases and what is ruled out folded below. */
export function authorisations(result: JurisdictionResult): Part {
  const cards = joined(result.authorisations);
  if (!cards.length && !result.out_of_scope.length) return nothing;
  const of = (...states: Authorisation["state"][]) => cards.filter(({ one }) => states.includes(one.state));
  const possible = of("open", "conditions-met").sort((a, b) => open(a.one.conditions) - open(b.one.conditions));
  const special = of("not-asked");
  const out = of("ruled-out");
  return html`
    <div class="part authorisations">
      <h4>${t("licence-authorisations", { count: possible.length })}</h4>
      ${possible.length || !cards.length ? nothing : html`<p>${special.length ? t("licence-authorisations-special") : t("licence-authorisations-none")}</p>`}
      ${repeat(possible, cardKey, (card) => possibleCard(card, result, possible.length === 1))}
      ${sharedCard(possible, result)}
      ${special.length ? html`
        <details class="special-cases"><summary>${t("licence-special", { count: special.length })}</summary>
          <p class="hint">${t("licence-special-text")}</p>${repeat(special, cardKey, (card) => specialCard(card, result))}
        </details>` : nothing}
      ${out.length ? html`
        <details class="ruled-out"><summary>${t("licence-ruled-out", { count: out.length })}</summary>
          <ul>${repeat(out, cardKey, (card) => ruledOut(card, result))}</ul>
        </details>` : nothing}
      ${result.out_of_scope.length ? html`
        <details class="out-of-scope"><summary>${t("licence-out-of-scope", { count: result.out_of_scope.length })}</summary>
          <ul class="plain">${result.out_of_scope.map((measure) => html`<li><strong>${authorisationName(measure)}</strong> ${measureText(measure).title} ${citation(measureText(measure).cite, measureText(measure).link)}</li>`)}</ul>
        </details>` : nothing}
    </div>`;
}

function cardKey({ one, provisions }: Card): string {
  return [one.measure, ...provisions].join(" ");
}

function possibleCard(card: Card, result: JurisdictionResult, unfolded: boolean): TemplateResult {
  const { one } = card;
  const shared = restrictionsOf(one, result);
  return html`
    <details class="authorisation" data-authorisation=${authorisationName(one.measure)} data-state=${one.state} ?open=${unfolded}>
      ${cardSummary(one, progress([...one.conditions, ...shared]))}
      ${cardBody(card, result, one.conditions)}
      ${shared.length ? html`<p class="fact-note">${t("licence-and-shared", { count: shared.length })}</p>` : nothing}
    </details>`;
}

/** There can be dozens of these: what is in them is drawn once they are unfolded. */
function specialCard(card: Card, result: JurisdictionResult): TemplateResult {
  const { one } = card;
  const key = `${result.jurisdiction} ${cardKey(card)}`;
  const { unfolded } = licenceDesk();
  const toggled = (event: Event) => {
    const { open: now } = event.currentTarget as HTMLDetailsElement;
    if (event.target !== event.currentTarget || now === unfolded.has(key)) return;
    if (now) unfolded.add(key);
    else unfolded.delete(key);
    app.changed();
  };
  const note = one.scope === "unknown" ? t("licence-scope-undecided") : list(circumstances(one).map((condition) => conditionText(one.measure, condition).title));
  return html`
    <details class="authorisation" data-authorisation=${authorisationName(one.measure)} data-state=${one.state} ?open=${unfolded.has(key)} @toggle=${toggled}>
      ${cardSummary(one, note)}
      ${unfolded.has(key) ? cardBody(card, result, [...one.conditions, ...restrictionsOf(one, result)]) : nothing}
    </details>`;
}

function cardSummary({ measure }: Authorisation, note: string): TemplateResult {
  return html`<summary><span class="authorisation-title"><strong>${authorisationName(measure)}</strong> ${measureText(measure).title}</span> <span class="authorisation-count">${note}</span></summary>`;
}

function restrictionsOf({ restrictions }: Authorisation, result: JurisdictionResult): Condition[] {
  return restrictions.flatMap((at) => result.restrictions[at] ?? []);
}

function cardBody({ one, provisions }: Card, result: JurisdictionResult, conditions: Condition[]): TemplateResult {
  const text = measureText(one.measure);
  const name = authorisationName(one.measure);
  const place = `${result.jurisdiction}-${one.measure}-${provisions[0] ?? ""}`;
  const duties = one.duties.map((at) => text.duties?.[at]).filter((duty) => duty !== undefined);
  return html`
      <p class="authorisation-state">${one.state === "not-asked" && one.scope === "unknown" ? t("licence-state-scope-open") : tCode("licence-state", one.state)}</p>
      ${provisions.length ? html`<p class="fact-note">${t("licence-for")} ${provisions.map((provision, at) => html`${at ? html`<br />` : nothing}${provisionLine(text.jurisdiction, provision)}`)}</p>` : nothing}
      <p>${text.text} ${citation(text.cite, text.link)}</p>
      ${one.scope === "unknown" && one.missing.length ? html`<div class="scope-open"><p>${t("licence-scope-open")}</p>${missingHere(one.missing, `${place}-scope`)}</div>` : nothing}
      ${one.leaves.length ? html`<p class="leaves">${t("licence-leaves", { measures: list([...new Set(one.leaves)].map((id) => measureText(id).title)) })}</p>` : nothing}
      ${conditionList(one, conditions, place)}
      ${duties.length ? html`<div class="authorisation-duties"><p><strong>${t("licence-duties-with", { name })}</strong></p><ul>${duties.map((duty) => html`<li>${duty.title}${duty.text ? html`<br /><span class="fact-note">${duty.text}</span>` : nothing} ${citation(duty.cite)}</li>`)}</ul></div>` : nothing}`;
}

/** Restrictions on several of them are shown, and answered, once. */
function sharedCard(cards: Card[], result: JurisdictionResult): Part {
  const all = new Map<string, Shared>();
  for (const { one } of cards) {
    for (const condition of restrictionsOf(one, result)) {
      const key = [condition.id, condition.result, ...condition.missing].join("|");
      const known = all.get(key) ?? { condition, names: [] };
      const name = authorisationName(one.measure);
      if (!known.names.includes(name)) known.names.push(name);
      all.set(key, known);
    }
  }
  if (!all.size) return nothing;
  const names = [...new Set([...all.values()].flatMap((row) => row.names))];
  return html`
    <details class="authorisation shared-conditions">
      <summary><span class="authorisation-title">${t("licence-shared")}</span>
        <span class="authorisation-count">${progress([...all.values()].map(({ condition }) => condition))}</span></summary>
      <p class="hint">${t("licence-shared-text", { names: list(names) })}</p>
      <ul class="conditions">${repeat(all.values(), ({ condition }) => condition.id, ({ condition, names: of }) => conditionRow(condition, "", `${result.jurisdiction}-shared`, of.length < names.length ? of : []))}</ul>
    </details>`;
}

/** What is open first, special cases before the rest, with its questions; what the facts of the case meet already is folded. */
function conditionList(one: Authorisation, conditions: Condition[], place: string): TemplateResult {
  const settled = conditions.filter((condition) => condition.result === "met" && !answeredHere(condition).length);
  const special = circumstances(one);
  const rest = [...special, ...conditions.filter((condition) => !special.includes(condition))].filter((condition) => !settled.includes(condition));
  const rows = (all: Condition[]) => html`<ul class="conditions">${repeat(all, ({ id }) => id, (condition) => conditionRow(condition, one.measure, place))}</ul>`;
  return html`
    ${rest.length ? rows(rest) : nothing}
    ${settled.length ? html`<details class="conditions-met"><summary>${t("licence-conditions-met", { count: settled.length })}</summary>${rows(settled)}</details>` : nothing}`;
}

/** Conditions that describe the special case the authorisation is for. */
function circumstances({ measure, conditions }: Authorisation): Condition[] {
  const special = new Set(measureText(measure).conditions?.filter(({ circumstance }) => circumstance).map(({ id }) => id));
  return conditions.filter(({ id }) => special.has(id));
}

function conditionRow(condition: Condition, measure: string, place: string, names: string[] = []): TemplateResult {
  const { id, result, cite, missing } = condition;
  const { title, text } = conditionText(measure, condition);
  const rest = condition.criteria.filter(({ attribute, result: of }) => of !== "unknown" && !(attribute && attribute in licenceDesk().answers));
  return html`
    <li class="condition" data-condition=${id} data-result=${result}>
      <p class="condition-head"><span class="outcome outcome-${result}">${tCode("outcome", result)}</span> <span>${title} ${citation(cite)}${text ? html`<br /><span class="fact-note">${text}</span>` : nothing}${names.length ? html`<br /><span class="fact-note">${t("licence-shared-by", { names: list(names) })}</span>` : nothing}</span></p>
      ${missingHere(missing, `${place}-${id.replaceAll("/", "-")}`, answeredHere(condition))}
      ${rest.length ? html`<details class="condition-why"><summary>${t("licence-why")}<span class="visually-hidden">: ${title}</span></summary>${criteria(rest)}</details>` : nothing}
    </li>`;
}

function ruledOut({ one, provisions }: Card, result: JurisdictionResult): TemplateResult {
  const name = authorisationName(one.measure);
  const against = [...one.conditions, ...restrictionsOf(one, result)].filter(({ result }) => result === "not-met");
  return html`
    <li data-authorisation=${name} data-state="ruled-out"><p><strong>${name}</strong> ${measureText(one.measure).title} <span class="reference">${provisions.join(", ")}</span></p>
      <ul class="conditions">${against.map((condition) => conditionRow(condition, one.measure, `${result.jurisdiction}-out-${one.measure}`))}</ul></li>`;
}

/** Questions of a condition that were answered: they stay with it, so that the answer can be changed. */
function answeredHere({ criteria: all }: Condition): string[] {
  const named = all.flatMap(({ attribute, from }) => [attribute ?? "", ...(from ?? [])]);
  return [...new Set(named)].filter((attribute) => attribute in licenceDesk().answers && canAnswer(attribute));
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
