import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { limits, listsNamed, listsSearched } from "../components/result-text.ts";
import { focusOn, PageElement } from "../components/element.ts";
import type { PartyKind } from "../engine/types.ts";
import { countryCodes } from "../i18n/countries.ts";
import { countryName, dateTime, number, partialDate, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { type Draft, EMPTY_DRAFT, type Problem, problemsOf, queryOf } from "../state/draft.ts";

const KINDS: readonly PartyKind[] = ["unknown", "organisation", "person", "vessel", "aircraft"];
const ROLES = ["buyer", "end-user", "consignee", "agent", "forwarder", "bank", "supplier"] as const;
const BREADTHS = [0.85, 0.75, 0.6] as const;

@customElement("ec-one-party")
export class EcOneParty extends PageElement {
  @state() private problems: Problem[] = [];
  @state() private detailsOpen = false;
  /** A search was asked for before the lists were open. */
  @state() private waiting = false;

  protected override render(): TemplateResult {
    return html`
      <div class="sheet">
        <div class="sheet-form">
          <h1>${t("one-title")}</h1>
          <p class="lead">${t("one-lead")}</p>
          <div class="error-summary-place" role="alert">${this.#summary()}</div>
          ${this.#form()}
        </div>
        <div class="sheet-result">
          <div role="status" class="visually-hidden">${this.#announcement()}</div>
          ${this.#result()}
        </div>
      </div>`;
  }

  #form(): TemplateResult {
    const { draft, policy } = app;
    return html`
      <form novalidate @submit=${this.#submit} @input=${this.#typed} @change=${this.#typed} autocomplete="off">
        ${this.#text("name", t("field-name"), t("field-name-hint"), "field-name")}
        <fieldset class="field kind">
          <legend>${t("field-kind")}</legend>
          ${KINDS.map((kind) => html`<label class="choice"><input type="radio" name="kind" value=${kind} .checked=${draft.kind === kind} /><span>${kind === "unknown" ? t("i-do-not-know") : tCode("kind", kind)}</span></label>`)}
        </fieldset>
        <div class="field">
          <label for="country">${t("field-country")}</label>
          <select id="country" name="country">
            <option value="" ?selected=${draft.country === ""}>${t("i-do-not-know")}</option>
            ${countryCodes().map((code) => html`<option value=${code} ?selected=${draft.country === code}>${countryName(code)}</option>`)}
          </select>
        </div>
        <details class="details" ?open=${this.#detailed()} @toggle=${this.#toggled}>
          <summary>${t("details-title")}<span>${t("details-hint")}</span></summary>
          <fieldset class="field dob ${this.#problem("year") || this.#problem("month") || this.#problem("day") ? "wrong" : ""}" aria-describedby="dob-hint">
            <legend>${t("field-dob")}</legend>
            <p class="hint" id="dob-hint">${t("field-dob-hint")}</p>
            ${this.#inlineProblem("year")}${this.#inlineProblem("month")}${this.#inlineProblem("day")}
            <div class="dob-parts">
              ${this.#datePart("day", t("field-day"), 2)}${this.#datePart("month", t("field-month"), 2)}${this.#datePart("year", t("field-year"), 4)}
            </div>
          </fieldset>
          ${this.#text("id", t("field-id"), t("field-id-hint"))}
          <div class="field">
            <label for="address">${t("field-address")}</label>
            <textarea id="address" name="address" rows="2" .value=${draft.address}></textarea>
          </div>
          <div class="field">
            <label for="role">${t("field-role")}</label>
            <p class="hint" id="role-hint">${t("field-role-hint")}</p>
            <input id="role" name="role" list="roles" aria-describedby="role-hint" .value=${draft.role} />
            <datalist id="roles">${ROLES.map((role) => html`<option value=${tCode("role", role)}></option>`)}</datalist>
          </div>
        </details>
        <details class="options">
          <summary>${t("options-title")}</summary>
          <div class="field">
            <label for="breadth">${t("options-breadth")}</label>
            <select id="breadth" @change=${this.#breadth}>
              ${BREADTHS.map((least) => html`<option value=${least} ?selected=${policy.min_score === least}>${tCode("breadth", String(least * 100))}</option>`)}
            </select>
          </div>
          <label class="choice"><input type="checkbox" id="weak" .checked=${policy.weak_aliases} @change=${this.#weak} /><span>${t("options-weak")}</span></label>
        </details>
        <div class="actions">
          <button type="submit" class="button" aria-disabled=${app.loading === "ready" ? "false" : "true"}>${t("one-submit")}</button>
          <button type="button" class="button-quiet" @click=${this.#clear}>${t("one-clear")}</button>
        </div>
        <p class="hint">${t("one-private")}</p>
      </form>`;
  }

  /** Details stay open while they hold something, so that nothing typed is out of sight. */
  #detailed(): boolean {
    const { draft } = app;
    return this.detailsOpen || this.problems.some(({ field }) => field !== "name") || Boolean(draft.year || draft.month || draft.day || draft.id || draft.address || draft.role);
  }

  #toggled(event: Event): void {
    this.detailsOpen = (event.target as HTMLDetailsElement).open;
  }

  #result(): TemplateResult {
    if (app.searchFailure) {
      return html`<div class="result"><h2 id="result-title" tabindex="-1">${t("result-failed-title")}</h2><p>${tCode("failure", app.searchFailure)}</p><p>${t("result-failed-text")}</p></div>`;
    }
    if (!app.result) {
      return html`<div class="result-empty" aria-busy=${app.searching || this.waiting ? "true" : "false"}><h2>${t("result-none-yet-title")}</h2><p>${t("result-none-yet")}</p>
        <ol class="steps"><li>${t("step-one")}</li><li>${t("step-two")}</li><li>${t("step-three")}</li></ol></div>`;
    }
    const { screening, role, at } = app.result;
    const { hits, query, pack } = screening;
    const changed = pack !== app.manifest?.digest;
    return html`
      <section class="result" aria-labelledby="result-title">
        <header class="result-head">
          <h2 id="result-title" tabindex="-1">${hits.length ? t("result-candidates", { count: hits.length, name: query.name }) : t("result-no-candidate", { name: query.name })}</h2>
          <p class="result-asked">${this.#asked(role)}</p>
        </header>
        ${changed ? html`<p class="notice" role="status">${t("result-other-lists")}</p>` : nothing}
        ${hits.length ? html`<p>${t("result-candidate-meaning")}</p>` : html`<p class="no-candidate">${t("no-candidate", { lists: listsSearched(screening.lists) })}</p>`}
        ${hits.length ? html`<div class="hits">${hits.map((hit, index) => html`<ec-hit .hit=${hit} .query=${query} .partyRole=${role} .pack=${pack} .position=${index + 1} ?open=${index === 0}></ec-hit>`)}</div>` : nothing}
        ${hits.length >= screening.policy.limit ? html`<p>${t("result-limit", { limit: screening.policy.limit })}</p>` : nothing}
        ${listsNamed(screening.lists)}
        <p class="searched">${t("result-policy", { least: number(screening.policy.min_score), weak: screening.policy.weak_aliases ? "yes" : "no", time: dateTime(at) })}</p>
        ${limits(screening.not_checked)}
      </section>`;
  }

  #asked(role: string): string {
    const query = app.result?.screening.query;
    if (!query) return "";
    const parts = [role, query.kind ? tCode("kind", query.kind) : "", query.country ? countryName(query.country) : "", query.dob ? t("asked-born", { date: partialDate(query.dob) }) : "", query.id ?? "", query.address ?? ""];
    return parts.filter(Boolean).join(" · ") || t("asked-name-only");
  }

  #announcement(): string {
    if (app.searching || this.waiting) return t("result-searching");
    const hits = app.result?.screening.hits.length;
    return hits === undefined ? "" : t("result-announce", { count: hits });
  }

  #text(field: "name" | "id", label: string, hint: string, extra = ""): TemplateResult {
    const problem = this.#problem(field);
    return html`
      <div class="field ${extra} ${problem ? "wrong" : ""}">
        <label for=${field}>${label}</label>
        <p class="hint" id=${`${field}-hint`}>${hint}</p>
        ${this.#inlineProblem(field)}
        <input id=${field} name=${field} .value=${app.draft[field]} aria-describedby=${`${field}-hint${problem ? ` ${field}-problem` : ""}`} aria-invalid=${problem ? "true" : "false"} aria-required=${field === "name" ? "true" : nothing} spellcheck="false" autocapitalize="off" />
      </div>`;
  }

  #datePart(field: "year" | "month" | "day", label: string, length: number): TemplateResult {
    const problem = this.#problem(field);
    return html`<div class="date-part part-${field}"><label for=${field}>${label}</label><input id=${field} name=${field} inputmode="numeric" maxlength=${length} .value=${app.draft[field]} aria-invalid=${problem ? "true" : "false"} aria-describedby=${problem ? `${field}-problem` : nothing} /></div>`;
  }

  #summary(): TemplateResult | typeof nothing {
    if (!this.problems.length) return nothing;
    return html`
      <div class="error-summary" tabindex="-1" aria-labelledby="error-title">
        <h2 id="error-title">${t("error-summary-title")}</h2>
        <ul>${this.problems.map(({ field, code }) => html`<li><a href=${`#${field}`} @click=${(event: Event) => this.#goTo(event, field)}>${tCode("problem", code)}</a></li>`)}</ul>
      </div>`;
  }

  #inlineProblem(field: keyof Draft): TemplateResult | typeof nothing {
    const problem = this.#problem(field);
    return problem ? html`<p class="problem" id=${`${field}-problem`}>${tCode("problem", problem.code)}</p>` : nothing;
  }

  #problem(field: keyof Draft): Problem | undefined {
    return this.problems.find((problem) => problem.field === field);
  }

  #goTo(event: Event, field: string): void {
    event.preventDefault();
    this.querySelector<HTMLElement>(`#${field}`)?.focus();
  }

  #typed(event: Event): void {
    const { name, value } = event.target as HTMLInputElement;
    if (name in EMPTY_DRAFT) app.draft = { ...app.draft, [name]: value };
  }

  #breadth(event: Event): void {
    app.policy = { ...app.policy, min_score: Number((event.target as HTMLSelectElement).value) };
  }

  #weak(event: Event): void {
    app.policy = { ...app.policy, weak_aliases: (event.target as HTMLInputElement).checked };
  }

  #clear(): void {
    app.draft = { ...EMPTY_DRAFT };
    app.result = undefined;
    app.searchFailure = undefined;
    this.problems = [];
    app.changed();
    void focusOn(this, "#name");
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.problems = problemsOf(app.draft);
    if (this.problems.length) return focusOn(this, ".error-summary");
    // Asked before the lists are open: answered as soon as they are.
    this.waiting = app.loading !== "ready";
    if (this.waiting) return;
    await this.#search();
  }

  protected override updated(): void {
    if (!this.waiting || app.loading !== "ready") return;
    this.waiting = false;
    if (problemsOf(app.draft).length === 0) void this.#search();
  }

  async #search(): Promise<void> {
    await app.search(queryOf(app.draft), app.draft.role.trim());
    await focusOn(this, "#result-title");
  }
}
