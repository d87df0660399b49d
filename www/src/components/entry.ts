import { html, nothing, type TemplateResult } from "lit";
import type { Party, Query } from "../engine/types.ts";
import { countryName, date, partialDate, pick, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";

type Part = TemplateResult | typeof nothing;

/** Everything the list says about one party, in the order in which people compare. */
export function entryFacts(party: Party, query: Query): TemplateResult {
  const link = party.link && /^https:\/\//.test(party.link) ? party.link : undefined;
  return html`
    <dl class="facts entry-facts">
      ${fact(t("entry-kind"), [tCode("kind", party.kind)])}
      ${fact(t("entry-names"), party.names.map((name) => html`<bdi>${name.text}</bdi> <span class="fact-note">${tCode("name-kind", name.kind)}</span>`))}
      ${fact(t("entry-births"), (party.births ?? []).map((birth) => partialDate(birth)))}
      ${fact(t("entry-countries"), (party.countries ?? []).map((country) => html`${countryName(country.code)} <span class="fact-note">${tCode("country-role", country.role)}</span>`))}
      ${fact(t("entry-addresses"), (party.addresses ?? []).map((address) => html`<bdi>${[address.text, address.country ? countryName(address.country) : ""].filter(Boolean).join(", ")}</bdi>`))}
      ${fact(t("entry-identifiers"), (party.identifiers ?? []).map((id) => html`<span class="fact-note">${tCode("identifier", id.kind)}</span> <bdi class="reference">${id.value}</bdi>${id.country ? html` <span class="fact-note">${countryName(id.country)}</span>` : nothing}`))}
      ${fact(t("entry-programmes"), (party.programmes ?? []).map((programme) => html`${tCode("programme", programme)} <span class="fact-note reference">${programme}</span>`))}
      ${fact(t("entry-licence"), party.licence ? [html`<span lang="en">${party.licence}</span>`] : [])}
      ${fact(t("entry-listed-on"), party.listed_on ? [date(party.listed_on)] : [])}
      ${fact(t("entry-ends-on"), party.ends_on ? [party.ends_on < new Date().toISOString().slice(0, 10) ? html`${date(party.ends_on)} <strong>${t("entry-ended")}</strong>` : date(party.ends_on)] : [])}
      ${fact(t("entry-citation"), party.citation ? [party.citation] : [])}
      ${fact(t("entry-remarks"), party.remarks ? [html`<bdi>${party.remarks}</bdi>`] : [])}
    </dl>
    ${missing(party, query)}
    <p class="entry-source">${t("entry-source", { list: pick(app.listOf(party.list)?.title) || party.list, reference: party.reference, record: String(party.record) })}
      ${link ? html`<a href=${link} target="_blank" rel="noreferrer noopener">${t("entry-link")}</a>` : nothing}</p>`;
}

function fact(label: string, values: (TemplateResult | string)[]): Part {
  if (values.length === 0) return nothing;
  const body = values.length === 1 ? html`<dd>${values[0]}</dd>` : html`<dd><ul>${values.map((value) => html`<li>${value}</li>`)}</ul></dd>`;
  return html`<div><dt>${label}</dt>${body}</div>`;
}

/** What neither side gives cannot tell the two apart; saying so keeps silence from reading as agreement. */
function missing(party: Party, query: Query): Part {
  const silent = [
    ...(party.kind === "person" && !party.births?.length ? [t("silent-list-birth")] : []),
    ...(!party.addresses?.length ? [t("silent-list-address")] : []),
    ...(!party.identifiers?.length ? [t("silent-list-identifier")] : []),
    ...(party.births?.length && !query.dob ? [t("silent-query-birth")] : []),
    ...(!query.country ? [t("silent-query-country")] : []),
  ];
  return silent.length ? html`<ul class="silent">${silent.map((text) => html`<li>${text}</li>`)}</ul>` : nothing;
}
