import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download } from "../batch/export.ts";
import { confirmed } from "../components/case/step.ts";
import type { Part } from "../components/case/fields.ts";
import { focusOn, PageElement } from "../components/element.ts";
import type { SavedCase } from "../engine/case-types.ts";
import { date, dateTime, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { CaseFileError, casesText, caseText, readCases } from "../state/case/file.ts";
import { hrefOfCase } from "../state/case/place.ts";
import { addCases, allCases, type CasesImported, copyCase, countRecords, wipeCases } from "../state/case/saved.ts";
import { today } from "../state/item.ts";

/** Cases kept on this device: continued, copied, exported, imported, deleted. */
@customElement("ec-cases")
export class EcCases extends PageElement {
  @state() private cases: SavedCase[] | undefined;
  @state() private records = 0;
  @state() private unavailable = false;
  @state() private imported: CasesImported | undefined;
  @state() private refused: { file: string; error: CaseFileError } | undefined;
  @state() private said = "";

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render(): TemplateResult {
    const all = this.cases ?? [];
    return html`
      <h1 id="cases-title" tabindex="-1">${t("cases-title")}</h1>
      <p class="lead">${t("cases-lead")}</p>
      <div role="alert">${this.unavailable ? html`<p class="problem">${t("cases-unavailable")}</p>` : nothing}${this.#refusal()}</div>
      <div role="status">${this.#importResult()}${this.said ? html`<p class="said">${this.said}</p>` : nothing}</div>
      ${all.length ? html`<ul class="cards">${all.map((saved) => this.#row(saved))}</ul>` : this.cases ? html`<p>${t("cases-none")}</p>` : nothing}
      <div class="actions"><button type="button" class="button" id="new-case" @click=${this.#begin}>${t("case-new")}</button>
        ${all.length ? html`<button type="button" class="button-quiet" id="export-all" @click=${this.#exportAll}>${t("cases-export-all")}</button>` : nothing}</div>
      <section aria-labelledby="import-title">
        <h2 id="import-title">${t("cases-import-title")}</h2>
        <div class="field"><label for="import-cases">${t("cases-import")}</label><p class="hint" id="import-hint">${t("cases-import-hint")}</p>
          <input id="import-cases" type="file" accept="application/json,.json" aria-describedby="import-hint" @change=${this.#import} /></div>
      </section>
      ${all.length || this.records ? html`<section aria-labelledby="wipe-title"><h2 id="wipe-title">${t("cases-wipe-title")}</h2><p>${t("cases-wipe-text")}</p>
        ${this.records ? html`<label class="choice"><input type="checkbox" id="wipe-records" /><span>${t("cases-wipe-records", { count: this.records })}</span></label>` : nothing}
        <div class="actions"><button type="button" class="button-quiet" id="wipe" @click=${this.#wipe}>${t("cases-wipe")}</button></div></section>` : nothing}`;
  }

  #row(saved: SavedCase): TemplateResult {
    const title = saved.case.title || t("case-untitled", { date: date(saved.updated_at) });
    const { assessed } = saved;
    const other = assessed && assessed.case_at !== saved.updated_at;
    const facts = [t("cases-items", { count: saved.case.items?.length ?? 0 }), t("cases-parties", { count: saved.case.parties?.length ?? 0 }), dateTime(saved.updated_at), saved.id === app.case.saved?.id ? t("cases-open-now") : ""];
    return html`
      <li class="card" data-case=${saved.id}>
        <div><bdi class="card-title">${title}</bdi>
          <p class="fact-note">${facts.filter(Boolean).join(" · ")}</p>
          <p class="card-tier" data-tier=${assessed?.tier ?? "none"}>${assessed ? html`<strong>${tCode("case-tier", assessed.tier)}</strong> <span class="fact-note">${other ? t("cases-tier-before", { date: date(assessed.on) }) : t("cases-tier-on", { date: date(assessed.on) })}</span>` : html`<span class="fact-note">${t("cases-tier-none")}</span>`}</p></div>
        <div class="card-actions">
          ${this.#action("continue", t("cases-continue"), title, () => this.#resume(saved), "button-quiet")}
          ${this.#action("copy", t("cases-copy"), title, () => this.#copy(saved, title))}
          ${this.#action("export", t("cases-export"), title, () => download(`exportcheck-case-${slug(title)}-${today()}.json`, "application/json", caseText(saved)))}
          ${this.#action("delete", t("cases-delete"), title, () => this.#delete(saved, title))}</div>
      </li>`;
  }

  #action(action: string, label: string, title: string, work: () => void, look = "button-plain"): TemplateResult {
    return html`<button type="button" class=${look} data-action=${action} @click=${work}>${label}<span class="visually-hidden"> ${title}</span></button>`;
  }

  #refusal(): Part {
    if (!this.refused) return nothing;
    const { file, error } = this.refused;
    return html`<div class="error-summary" id="import-refused" tabindex="-1"><h2>${t("cases-import-refused", { file })}</h2><p>${tCode("case-file", error.code, { field: error.field, given: error.given })}</p><p>${t("cases-import-nothing")}</p></div>`;
  }

  #importResult(): Part {
    if (!this.imported) return nothing;
    const { added, known, beside } = this.imported;
    return html`<p class="said">${t("cases-imported", { added: added.length, known })}</p>${beside.length ? html`<p class="said">${t("cases-imported-beside", { titles: list(beside) })}</p>` : nothing}`;
  }

  async #read(): Promise<void> {
    try {
      await app.case.settled();
      this.cases = await allCases();
      this.records = await countRecords();
      this.unavailable = false;
    } catch {
      this.unavailable = true;
    }
  }

  #begin(): void {
    app.case.close();
    location.hash = hrefOfCase("start");
  }

  async #resume(saved: SavedCase): Promise<void> {
    await app.case.open(saved.id);
    location.hash = hrefOfCase("start");
  }

  async #copy(saved: SavedCase, title: string): Promise<void> {
    const copy = await copyCase(saved, t("case-copy-title", { title }));
    this.said = t("cases-copied", { title: copy.case.title ?? "" });
    await this.#read();
  }

  async #delete(saved: SavedCase, title: string): Promise<void> {
    if (!(await confirmed(t("cases-delete-title", { title }), t("wipe-text"), t("cases-delete"), t("product-keep")))) return;
    await app.case.remove(saved.id);
    this.said = t("cases-deleted", { title });
    await this.#read();
    await focusOn(this, "#cases-title");
  }

  async #wipe(): Promise<void> {
    const records = this.querySelector<HTMLInputElement>("#wipe-records")?.checked ?? false;
    if (!(await confirmed(t("cases-wipe-title"), t("wipe-text"), t("cases-wipe"), t("product-keep")))) return;
    app.case.close();
    await wipeCases(records);
    this.said = t("cases-wiped");
    this.imported = undefined;
    await this.#read();
    await focusOn(this, "#cases-title");
  }

  async #exportAll(): Promise<void> {
    download(`exportcheck-cases-${today()}.json`, "application/json", casesText(this.cases ?? []));
  }

  async #import(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    this.imported = undefined;
    this.refused = undefined;
    this.said = "";
    try {
      this.imported = await addCases(readCases(await file.text()), (title) => t("case-copy-title", { title }));
    } catch (error) {
      this.refused = { file: file.name, error: error instanceof CaseFileError ? error : new CaseFileError("storage") };
    }
    input.value = "";
    await this.#read();
    if (this.refused) await focusOn(this, "#import-refused");
  }
}

/** Letters and figures of a title, for a file name. */
function slug(title: string): string {
  return title.normalize("NFKD").replace(/\p{M}/gu, "").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 40).toLowerCase() || "case";
}
