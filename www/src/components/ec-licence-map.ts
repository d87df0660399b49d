import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { MeasureAt, PlaceResult } from "../engine/licence-types.ts";
import { date, list, number, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { type Destination, type Look, SECTIONS, type Section } from "../state/licence-map.ts";
import { SAME } from "../state/licence.ts";
import { hrefOf, hrefOfTab } from "../state/route.ts";
import { PageElement } from "./element.ts";
import { failureText } from "./item-text.ts";
import { authorisationFamilies, checkName, citation, itemName, jurisdictionName, measureText } from "./licence-text.ts";
import "./ec-map-table.ts";
import "./ec-world.ts";
import { shadeText, swatch, swatchPaints } from "./map-shades.ts";

type Part = TemplateResult | typeof nothing;

/** The item of the case over all destinations: a map, or the same as a table. */
@customElement("ec-licence-map")
export class EcLicenceMap extends PageElement {
  @state() private pointed = "";

  protected override render(): Part {
    const { map, licence } = app;
    if (!licence.item()) return html`<section class="result-empty" aria-labelledby="map-needs"><h2 id="map-needs">${t("map-needs-title")}</h2><p>${t("map-needs-text")}</p></section>`;
    return html`
      <section class="licence-map" aria-labelledby="step-title" aria-busy=${map.working ? "true" : "false"}>
        ${swatchPaints()}
        <header class="result-head">
          <h2 id="step-title" tabindex="-1">${t("map-title", { item: itemName() })}</h2>
          ${map.result ? html`<p class="result-asked">${[this.#from(), t("item-result-made", { date: date(map.result.as_of), version: map.result.rules.version })].filter(Boolean).join(" · ")} <span class="reference digest">${map.result.rules.digest.slice(0, 12)}</span></p>` : nothing}
        </header>
        <div role="alert">${failureText(map.failure)}</div>
        <p class="visually-hidden" role="status">${map.working ? t("map-working") : nothing}</p>
        ${map.result ? this.#found() : nothing}
      </section>`;
  }

  #found(): TemplateResult {
    const { map } = app;
    return html`
        ${this.#switches()}
        ${map.view === "table" ? html`${this.#legend()}<ec-map-table @take=${this.#take}></ec-map-table>` : html`
          <div class="map-sheet">
            <div class="map-drawn"><ec-world @point=${(event: CustomEvent<string>) => (this.pointed = event.detail)} @take=${this.#take}></ec-world>
              <p class="hint" id="map-help">${t("map-help")}</p></div>
            ${this.#detail()}
            ${this.#legend()}
          </div>`}
        ${this.#notes()}`;
  }

  protected override updated(): void {
    void app.map.evaluate();
  }

  #switches(): TemplateResult {
    const { map } = app;
    const looks: [Look, string][] = [...map.jurisdictions().map((id): [Look, string] => [id, jurisdictionName(id)]), ["stricter", t("map-look-stricter")], ["differ", t("map-look-differ")]];
    return html`
      <div class="map-switches">
        <fieldset class="map-switch"><legend>${t("map-look")}</legend><div>${looks.map(([look, name]) => html`<label class="choice"><input type="radio" name="map-look" value=${look} .checked=${map.look === look} @change=${() => map.set({ look })} /><span>${name}</span></label>`)}</div></fieldset>
        <fieldset class="map-switch"><legend>${t("map-view")}</legend><div>${(["map", "table"] as const).map((view) => html`<label class="choice"><input type="radio" name="map-view" value=${view} .checked=${map.view === view} @change=${() => map.set({ view })} /><span>${tCode("map-view", view)}</span></label>`)}</div></fieldset>
        ${map.view === "map" ? html`<div class="map-switch"><label for="map-section">${t("map-section")}</label>
          <select id="map-section" @change=${(event: Event) => map.set({ section: (event.target as HTMLSelectElement).value as Section })}>${SECTIONS.map((section) => html`<option value=${section} ?selected=${map.section === section}>${tCode("map-section", section)}</option>`)}</select></div>` : nothing}
      </div>`;
  }

  /** What the colours mean, and how many destinations have each: also the summary of the map in words. */
  #legend(): TemplateResult {
    const { map } = app;
    return html`
      <section class="map-legend" aria-labelledby="map-legend-title">
        <h3 id="map-legend-title">${t("map-legend", { name: map.look === "stricter" ? t("map-look-stricter") : map.look === "differ" ? t("map-look-differ") : jurisdictionName(map.look) })}</h3>
        <ul id="map-legend">${map.counts().map(([shade, count]) => html`<li data-shade=${shade}>${swatch(shade)}<span>${shadeText(shade)}</span> <span class="figure">${t("map-count", { count, total: number(count) })}</span></li>`)}</ul>
      </section>`;
  }

  #detail(): TemplateResult {
    const { map, licence } = app;
    const place = map.destination(this.pointed || map.chosen);
    return html`
      <section class="map-detail" aria-labelledby="map-detail-title">
        <div class="field"><label for="map-place">${t("map-place")}</label>
          <select id="map-place" @change=${(event: Event) => map.set({ chosen: (event.target as HTMLSelectElement).value, section: "world" })}>
            <option value="" ?selected=${!map.chosen}>${t("map-place-none")}</option>
            ${map.destinations().map(({ code, name }) => html`<option value=${code} ?selected=${map.chosen === code}>${name}</option>`)}
          </select></div>
        ${place ? html`
          <h3 id="map-detail-title">${place.name}</h3>
          ${place.results.map((result) => this.#result(result))}
          ${licence.texts?.destinations[place.code]?.note ? html`<p class="fact-note">${licence.texts.destinations[place.code]?.note}</p>` : nothing}
          ${place.code === map.chosen ? html`<p><button type="button" class="button" id="map-open" @click=${() => this.#go(place)}>${t("map-open", { name: place.name })}</button></p>` : nothing}`
        : html`<h3 id="map-detail-title" class="visually-hidden">${t("map-place")}</h3><p class="fact-note">${t("map-detail-empty")}</p>`}
      </section>`;
  }

  #result({ jurisdiction, outcome, deciding, authorisations }: PlaceResult): TemplateResult {
    const names = authorisationFamilies(authorisations);
    return html`
      <div class="map-result" data-jurisdiction=${jurisdiction} data-outcome=${outcome}>
        <p class="map-result-name">${jurisdictionName(jurisdiction)}</p>
        <p class="map-outcome">${swatch(outcome)}<span>${tCode("map-outcome", outcome)}</span></p>
        ${outcome === "undecided" && deciding.length ? html`<p class="fact-note">${t("map-depends")}</p>` : nothing}
        ${deciding.length ? html`<ul>${clauses(deciding).map(({ title, cite, link, provisions }) => html`<li>${title} ${citation(cite, link)}${provisions.length ? html` <span class="reference">${list(provisions)}</span>` : nothing}</li>`)}</ul>` : nothing}
        ${names.length ? html`<p class="fact-note">${t("map-authorisations", { names: list(names) })}</p>` : nothing}
      </div>`;
  }

  #notes(): TemplateResult {
    const { licence } = app;
    const stated = licence.route.end_user_country;
    const open = Object.keys(licence.texts?.checks ?? {}).filter((id) => licence.texts?.checks[id]?.on_request).map(checkName);
    return html`
      <section class="limits" aria-labelledby="map-limits">
        <h3 id="map-limits">${t("limits-title")}</h3>
        <ul>
          ${open.length ? html`<li>${t("map-not-run", { checks: open.join("; ") })}</li>` : nothing}
          ${!stated || stated === SAME ? html`<li>${t("map-end-user")}</li>` : nothing}
          <li>${t("map-shapes")}</li>
          <li>${t("licence-limits-others")}</li>
          <li>${t("licence-limits-parties")} <a href=${hrefOf("one")}>${t("nav-one")}</a></li>
          <li>${t("licence-limits-text")}</li>
        </ul>
        <h3>${t("duty-title")}</h3>
        ${["catch-all", "sanctions", "authority", "responsibility"].map((code) => html`<p data-notice=${code}>${tCode("licence-notice", code)}</p>`)}
      </section>`;
  }

  #from(): string {
    const { licence } = app;
    const facts = (["exporter", "origin"] as const).filter((fact) => licence.route[fact]);
    return facts.map((fact) => t("licence-fact-is", { fact: tCode("licence-fact", fact), value: licence.destinationName(licence.route[fact]) })).join(" · ");
  }

  #take(event: CustomEvent<string>): void {
    const place = app.map.destination(event.detail);
    if (place) void this.#go(place);
  }

  /** Takes the destination over to the result. */
  async #go({ code }: Destination): Promise<void> {
    const { licence } = app;
    await licence.go({ destination: code, end_user_country: licence.route.end_user_country || SAME });
    licence.open = false;
    const arrived = () => requestAnimationFrame(() => {
      scrollTo(0, 0);
      document.querySelector<HTMLElement>(".licence-result #step-title")?.focus({ preventScroll: true });
    });
    addEventListener("hashchange", arrived, { once: true });
    location.hash = hrefOfTab("result");
  }
}

/** Measures that decide, each once with the paragraphs it stands for. */
export function clauses(deciding: MeasureAt[]): { title: string; cite: string; link?: string | null; provisions: string[] }[] {
  const all = new Map<string, string[]>();
  for (const { measure, provision } of deciding) all.set(measure, [...(all.get(measure) ?? []), ...(provision ? [provision] : [])]);
  return [...all].map(([measure, provisions]) => ({ ...measureText(measure), provisions }));
}
