import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { LISTS, today } from "../state/item.ts";
import { codesOf, type FormFact, type ItemSource, SAME } from "../state/licence.ts";
import { allProducts, type Product } from "../state/products.ts";
import { focusOn, PageElement } from "./element.ts";
import { familyText, listName } from "./item-text.ts";
import { codesIn, itemName, routeText } from "./licence-text.ts";

type Part = TemplateResult | typeof nothing;
type Missing = "codes" | "item" | "destination";

/** The case: which item, from where, made where, to where, and who else takes part. Every field counts at once. */
@customElement("ec-licence-case")
export class EcLicenceCase extends PageElement {
  @state() private products: Product[] = [];
  @state() private missing: Missing[] = [];
  @state() private party = "";

  override connectedCallback(): void {
    super.connectedCallback();
    // Without storage there are no saved products to offer, and nothing else is lost.
    void allProducts().then((products) => (this.products = products), () => undefined);
  }

  protected override render(): TemplateResult {
    const { licence } = app;
    return html`
      <details class="case" ?open=${licence.open} @toggle=${this.#toggled}>
        <summary><span class="case-title">${t("licence-case")}</span> <span class="case-line">${[itemName(), routeText()].filter(Boolean).join(" · ")}</span></summary>
        <form class="case-form" novalidate @submit=${this.#submit} autocomplete="off">
          <div role="alert">${this.#summary()}</div>
          <div class="case-parts">
            ${this.#item()}
            <div class="case-route">
              ${this.#place("exporter", t("licence-exporter"), t("licence-exporter-hint"))}
              ${this.#place("origin", t("licence-origin"), t("licence-origin-hint"))}
              ${this.#place("destination", t("licence-destination"), t("licence-destination-hint"))}
              ${this.#place("end_user_country", t("licence-end-user"), t("licence-end-user-hint"))}
            </div>
          </div>
          <details class="details" ?open=${licence.route.party_countries.length > 0 || licence.route.no_others || licence.asOf !== ""}>
            <summary>${t("licence-more")}<span>${t("licence-more-hint")}</span></summary>
            ${this.#parties()}
            <div class="field"><label for="licence-date">${t("licence-date")}</label>
              <p class="hint" id="licence-date-hint">${t("licence-date-hint")}</p>
              <input id="licence-date" type="date" .value=${licence.asOf || today()} aria-describedby="licence-date-hint" @change=${this.#dated} /></div>
          </details>
          <div class="actions">
            <button type="submit" class="button">${t("licence-submit")}</button>
            <button type="button" class="button-quiet" id="licence-clear" @click=${this.#clear}>${t("one-clear")}</button>
          </div>
          <p class="hint">${t("licence-private")}</p>
        </form>
      </details>`;
  }

  #item(): TemplateResult {
    const { licence, item } = app;
    const wrong = this.missing.includes("item") && this.#lacks("item");
    const source = (id: ItemSource, label: TemplateResult | string) => html`<label class="choice"><input type="radio" name="licence-source" value=${id} .checked=${live(licence.source === id)} @change=${() => licence.choose(id)} /><span>${label}</span></label>`;
    return html`
      <fieldset class="field case-item ${wrong ? "wrong" : ""}" id="licence-item" tabindex="-1">
        <legend>${t("licence-item")}</legend>
        ${wrong ? html`<p class="problem">${t("licence-problem-item")}</p>` : nothing}
        ${item.family && item.result ? source("checked", html`${t("licence-source-checked")} <strong>${item.product?.name ?? familyText(item.family).name}</strong>`) : nothing}
        ${licence.source === "checked" ? this.#codesMet() : nothing}
        ${this.products.length ? source("product", t("licence-source-product")) : nothing}
        ${licence.source === "product" ? html`<div class="field case-inner"><label for="licence-product">${t("licence-product")}</label>
          <select id="licence-product" @change=${this.#product}><option value="" ?selected=${!licence.product}>${t("answer-not-given")}</option>
          ${this.products.map((product) => html`<option value=${product.id} ?selected=${product.id === licence.product?.id}>${product.name}</option>`)}</select></div>${this.#codesMet()}` : nothing}
        ${source("codes", t("licence-source-codes"))}
        ${licence.source === "codes" ? html`<div class="case-codes">${LISTS.map((id) => this.#code(id))}</div>` : nothing}
        <p class="hint">${t("licence-item-hint")} <a href="#/item">${t("nav-item")}</a></p>
      </fieldset>`;
  }

  #codesMet(): Part {
    const known = LISTS.map((id) => ({ id, codes: codesIn(id) })).filter(({ codes }) => codes.length);
    return known.length ? html`<p class="fact-note case-inner">${known.map(({ id, codes }, at) => html`${at ? html`<br />` : nothing}${listName(id)}: <span class="reference">${codes.slice(0, 6).join(", ")}</span>${codes.length > 6 ? " …" : nothing}`)}</p>` : nothing;
  }

  #code(id: string): TemplateResult {
    const { licence } = app;
    const none = licence.isNone(id);
    const typed = licence.codes[id] ?? "";
    const unknown = licence.unknownCodes(id);
    const read = (event: Event) => {
      const box = (event.target as HTMLElement).closest(".case-code");
      void licence.setCodes(id, box?.querySelector<HTMLInputElement>("input[type=text]")?.value ?? "", box?.querySelector<HTMLInputElement>("input[type=checkbox]")?.checked ?? false);
    };
    // Not live: an answer elsewhere draws the page anew, and must not take back what is being typed here.
    return html`
      <div class="field case-inner case-code ${unknown.length ? "wrong" : ""}" data-list=${id}>
        <label for=${`licence-code-${id}`}>${id === "us" ? t("licence-code-us") : t("licence-code-list", { list: listName(id) })}</label>
        <p class="hint" id=${`licence-code-hint-${id}`}>${t("licence-code-hint")}</p>
        <input type="text" id=${`licence-code-${id}`} class="reference" .value=${typed} ?disabled=${licence.none.has(id)} aria-describedby=${`licence-code-hint-${id}${unknown.length ? ` licence-code-problem-${id}` : ""}`} aria-invalid=${unknown.length ? "true" : "false"} spellcheck="false" autocapitalize="off" @change=${read} />
        ${unknown.length ? html`<p class="problem" id=${`licence-code-problem-${id}`}>${t("licence-code-unknown", { codes: list(unknown) })}</p>` : nothing}
        ${typed && !none && codesOf(typed).join(", ") !== typed.trim() ? html`<p class="fact-note" role="status">${t("licence-code-read", { codes: codesOf(typed).join(", ") })}</p>` : nothing}
        <label class="choice"><input type="checkbox" .checked=${live(none)} @change=${read} /><span>${t("licence-code-none")}</span></label>
      </div>`;
  }

  #place(fact: Exclude<FormFact, "party_countries">, label: string, hint: string): TemplateResult {
    const { licence } = app;
    const chosen = licence.route[fact];
    const wrong = fact === "destination" && this.missing.includes("destination") && !chosen;
    const note = chosen && licence.texts?.destinations[chosen]?.note;
    const described = [`licence-${fact}-hint`, wrong ? `licence-${fact}-problem` : ""].filter(Boolean).join(" ");
    return html`
      <div class="field ${wrong ? "wrong" : ""}">
        <label for=${`licence-${fact}`}>${label}</label>
        <div><p class="hint" id=${`licence-${fact}-hint`}>${hint}</p>
        ${wrong ? html`<p class="problem" id=${`licence-${fact}-problem`}>${t("licence-problem-destination")}</p>` : nothing}</div>
        <select id=${`licence-${fact}`} aria-describedby=${described} aria-invalid=${wrong ? "true" : "false"} @change=${(event: Event) => licence.go({ [fact]: (event.target as HTMLSelectElement).value })}>
          <option value="" ?selected=${!chosen}>${fact === "destination" ? t("answer-not-given") : t("i-do-not-know")}</option>
          ${fact === "end_user_country" ? html`<option value=${SAME} ?selected=${chosen === SAME}>${t("licence-end-user-same")}</option>` : nothing}
          ${licence.destinations().map(({ code, name }) => html`<option value=${code} ?selected=${chosen === code}>${name}</option>`)}
        </select>
        ${note ? html`<p class="fact-note">${note}</p>` : nothing}
      </div>`;
  }

  #parties(): TemplateResult {
    const { licence } = app;
    const parties = licence.route.party_countries;
    return html`
      <fieldset class="field" id="licence-party_countries" tabindex="-1">
        <legend>${t("licence-parties")}</legend>
        <p class="hint" id="licence-parties-hint">${t("licence-parties-hint")}</p>
        ${parties.length ? nothing : html`<label class="choice"><input type="checkbox" id="licence-no-others" .checked=${live(licence.route.no_others)} @change=${(event: Event) => licence.go({ no_others: (event.target as HTMLInputElement).checked })} /><span>${t("licence-no-others")}</span></label>`}
        ${parties.length ? html`<ul class="chips">${parties.map((code) => html`<li><span>${licence.destinationName(code)}</span> <button type="button" class="button-plain" @click=${() => this.#removeParty(code)}>${t("licence-party-remove")}<span class="visually-hidden"> ${licence.destinationName(code)}</span></button></li>`)}</ul>` : nothing}
        <div class="add-line">
          <select id="licence-party" aria-label=${t("licence-party-country")} aria-describedby="licence-parties-hint" @change=${(event: Event) => (this.party = (event.target as HTMLSelectElement).value)}>
            <option value="" ?selected=${!this.party}>${t("licence-party-country")}</option>
            ${licence.destinations().map(({ code, name }) => html`<option value=${code} ?selected=${this.party === code}>${name}</option>`)}
          </select>
          <button type="button" class="button-quiet" id="licence-party-add" @click=${this.#addParty}>${t("licence-party-add")}</button>
        </div>
      </fieldset>`;
  }

  #summary(): Part {
    const missing = this.missing.filter((one) => this.#lacks(one));
    if (!missing.length) return nothing;
    return html`
      <div class="error-summary" tabindex="-1" aria-labelledby="error-title">
        <h2 id="error-title">${t("error-summary-title")}</h2>
        <ul>${missing.map((one) => html`<li><a href=${`#licence-${one}`} @click=${(event: Event) => this.#goTo(event, one)}>${tCode("licence-problem", one)}</a></li>`)}</ul>
      </div>`;
  }

  #lacks(one: Missing): boolean {
    const { licence } = app;
    if (one === "codes") return this.#unknownIn() !== undefined;
    // The map shows all of them.
    if (one === "destination") return app.licenceTab !== "map" && !licence.route.destination;
    return !licence.item() && !this.#lacks("codes");
  }

  /** The first list with a code that the rules do not hold. */
  #unknownIn(): string | undefined {
    return app.licence.source === "codes" ? LISTS.find((id) => app.licence.unknownCodes(id).length) : undefined;
  }

  #goTo(event: Event, one: Missing): void {
    event.preventDefault();
    const field = this.querySelector<HTMLElement>(one === "codes" ? `#licence-code-${this.#unknownIn()}` : `#licence-${one}`);
    (one === "item" ? (field?.querySelector<HTMLElement>("input") ?? field) : field)?.focus();
  }

  #toggled(event: Event): void {
    if (event.target === event.currentTarget) app.licence.open = (event.target as HTMLDetailsElement).open;
  }

  #product(event: Event): void {
    const id = (event.target as HTMLSelectElement).value;
    void app.licence.chooseProduct(this.products.find((product) => product.id === id));
  }

  /** A year that is still being typed is no date yet. */
  #dated(event: Event): void {
    const { value } = event.target as HTMLInputElement;
    if (!value || /^20\d\d-/.test(value)) void app.licence.setDate(value === today() ? "" : value);
  }

  #addParty(): void {
    const { party_countries } = app.licence.route;
    if (this.party && !party_countries.includes(this.party)) void app.licence.go({ party_countries: [...party_countries, this.party], no_others: false });
    this.party = "";
    void focusOn(this, "#licence-party");
  }

  #removeParty(code: string): void {
    void app.licence.go({ party_countries: app.licence.route.party_countries.filter((known) => known !== code) });
    void focusOn(this, "#licence-party");
  }

  #clear(): void {
    this.missing = [];
    this.party = "";
    void app.licence.clear();
    void focusOn(this, "summary");
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { licence } = app;
    // Enter in a text field submits before the field says that it changed.
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && field.type === "text") field.dispatchEvent(new Event("change", { bubbles: true }));
    await licence.settled();
    this.missing = (["codes", "item", "destination"] as const).filter((one) => this.#lacks(one));
    if (this.missing.length) return focusOn(this, ".error-summary");
    await licence.evaluate();
    const failed = Boolean(licence.failure);
    licence.open = failed;
    app.changed();
    await this.updateComplete;
    document.querySelector<HTMLElement>(failed ? "#item-failure" : "#step-title")?.focus();
    scrollTo(0, 0);
  }
}
