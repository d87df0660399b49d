import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { list, number, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { type Destination, rank, type Shade } from "../state/licence-map.ts";
import { PageElement } from "./element.ts";
import { authorisationFamilies, citation, jurisdictionName, measureText } from "./licence-text.ts";
import { shadeText, swatch } from "./map-shades.ts";

/** The map as a table: every destination, whether it has a shape or not. */
@customElement("ec-map-table")
export class EcMapTable extends PageElement {
  /** Empty: by place. */
  @state() private by = "";
  @state() private backwards = false;
  @state() private named = "";
  @state() private wanted = "";

  protected override render(): TemplateResult {
    const { map } = app;
    const rows = this.#rows();
    return html`
      <form class="toolbar" role="search" @submit=${(event: Event) => event.preventDefault()}>
        <div class="field"><label for="map-filter">${t("map-filter")}</label><input id="map-filter" type="search" autocomplete="off" spellcheck="false" .value=${this.named} @input=${(event: Event) => (this.named = (event.target as HTMLInputElement).value)} /></div>
        <div class="field"><label for="map-wanted">${t("map-wanted")}</label>
          <select id="map-wanted" @change=${(event: Event) => (this.wanted = (event.target as HTMLSelectElement).value)}><option value="">${t("map-wanted-all")}</option>${map.counts().map(([shade]) => html`<option value=${shade} ?selected=${this.wanted === shade}>${shadeText(shade)}</option>`)}</select></div>
        <p class="fact-note" role="status">${t("map-rows", { count: rows.length, total: number(rows.length) })}</p>
      </form>
      <div class="table-scroll" tabindex="0" role="region" aria-label=${t("map-table")}>
        <table class="grid map-table" role="table">
          <caption class="visually-hidden">${t("map-table")}</caption>
          <thead role="rowgroup"><tr role="row">${this.#head("", t("map-column-place"))}${map.jurisdictions().map((id) => this.#head(id, jurisdictionName(id)))}</tr></thead>
          <tbody role="rowgroup">${rows.map((place) => this.#row(place))}</tbody>
        </table>
      </div>`;
  }

  #head(by: string, name: string): TemplateResult {
    const sorted = this.by === by;
    return html`<th scope="col" role="columnheader" aria-sort=${sorted ? (this.backwards ? "descending" : "ascending") : "none"}><button type="button" class="sorter" data-by=${by || "place"} @click=${() => this.#sort(by)}>${name}<span class="sort-mark" aria-hidden="true">${sorted ? (this.backwards ? "↓" : "↑") : ""}</span></button></th>`;
  }

  #row({ code, name, results }: Destination): TemplateResult {
    const note = app.licence.texts?.destinations[code]?.note;
    return html`
      <tr role="row" data-code=${code}>
        <th scope="row" role="rowheader"><button type="button" class="row-open" @click=${() => this.dispatchEvent(new CustomEvent("take", { detail: code }))}>${name}</button>${note ? html`<span class="map-note">${note}</span>` : nothing}</th>
        ${results.map(({ jurisdiction, outcome, deciding, authorisations }) => html`<td role="cell" data-outcome=${outcome}><span class="map-cell-name" aria-hidden="true">${jurisdictionName(jurisdiction)}</span><span class="map-outcome">${swatch(outcome)}<span>${shadeText(outcome)}</span></span>
          ${outcome === "undecided" && deciding.length ? html`<span class="map-clause">${t("map-depends")}</span>` : nothing}${[...new Set(deciding.map(({ measure }) => measure))].map(measureText).map(({ title, cite, link }) => html`<span class="map-clause">${title} ${citation(cite, link)}</span>`)}
          ${authorisations.length ? html`<span class="map-clause">${t("map-authorisations", { names: list(authorisationFamilies(authorisations)) })}</span>` : nothing}</td>`)}
      </tr>`;
  }

  #rows(): Destination[] {
    const { map } = app;
    const text = this.named.trim().toLocaleLowerCase();
    const shades = new Set(map.counts().map(([shade]) => shade));
    const wanted = shades.has(this.wanted as Shade) ? this.wanted : "";
    const rows = map.destinations().filter((place) => (!text || place.name.toLocaleLowerCase().includes(text) || place.code.toLocaleLowerCase() === text) && (!wanted || map.shade(place) === wanted));
    const of = (place: Destination) => rank(place.results.find(({ jurisdiction }) => jurisdiction === this.by)?.outcome ?? "not-in-scope");
    if (this.by) rows.sort((a, b) => of(a) - of(b));
    return this.backwards ? rows.reverse() : rows;
  }

  #sort(by: string): void {
    this.backwards = this.by === by && !this.backwards;
    this.by = by;
  }
}
