import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { BomRow, Mend } from "../batch/bom.ts";
import { download } from "../batch/export.ts";
import type { BomLineResult } from "../engine/licence-types.ts";
import { number, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { amount, countsText, otherCodes, toCsv, troubles, why } from "./bom-text.ts";
import { focusOn, PageElement } from "./element.ts";
import { provisionLine } from "./licence-text.ts";
import { questionLabel } from "./licence-questions.ts";

type Part = TemplateResult | typeof nothing;
const PAGE = 100;
/** What stands under every result, whatever it is. */
const NOTICES = ["catch-all", "sanctions", "authority", "responsibility"] as const;
const SHOWN = ["all", "yes", "undecided", "problem", "no"] as const;
type Shown = (typeof SHOWN)[number];
const MENDED = ["part", "origin", "code", "value", "quantity"] as const;

/** Every line of the bill of materials: whether it counts and why; one can be looked at closer and mended. */
@customElement("ec-bom-lines")
export class EcBomLines extends PageElement {
  @state() private page = 0;
  @state() private only: Shown = "all";

  protected override render(): Part {
    const { bom } = app;
    if (!bom.rows.length) return nothing;
    const rows = bom.rows.filter((row) => this.#matches(row));
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    const page = Math.min(this.page, pages - 1);
    const open = bom.rows.find((row) => row.number === bom.closer?.line);
    return html`
      <section class="bom-lines" aria-labelledby="bom-lines-title">
        <h2 id="bom-lines-title">${t("bom-lines-title")}</h2>
        <p class="hint">${t("bom-lines-hint")}</p>
        <div class="toolbar">
          <div class="field"><label for="bom-only">${t("many-only")}</label><select id="bom-only" @change=${this.#filter}>
            ${SHOWN.map((name) => html`<option value=${name} ?selected=${this.only === name}>${t("bom-only-count", { name: tCode("bom-only", name), count: number(bom.rows.filter((row) => this.#matches(row, name)).length) })}</option>`)}
          </select></div>
          <div class="actions"><button type="button" class="button-quiet" id="bom-export" @click=${this.#export}>${t("many-export-csv")}</button></div>
        </div>
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="bom-lines-title">
          <table class="grid bom-table">
            <thead><tr><th scope="col" class="figure">${t("bom-column-line")}</th><th scope="col">${t("bom-field-part")}</th><th scope="col">${t("bom-field-origin")}</th><th scope="col">${t("bom-field-code")}</th><th scope="col" class="figure">${t("bom-field-total")}</th><th scope="col">${t("bom-column-counts")}</th><th scope="col">${t("bom-column-why")}</th></tr></thead>
            <tbody>${rows.slice(page * PAGE, page * PAGE + PAGE).map((row) => this.#row(row))}</tbody>
          </table>
        </div>
        ${rows.length ? nothing : html`<p>${t("bom-none-shown")}</p>`}
        ${pages > 1 ? html`
          <nav class="pager" aria-label=${t("pager-label")}>
            <button type="button" class="button-quiet" aria-disabled=${page === 0 ? "true" : "false"} @click=${() => (this.page = Math.max(0, page - 1))}>${t("pager-back")}</button>
            <span>${t("pager-place", { page: number(page + 1), pages: number(pages) })}</span>
            <button type="button" class="button-quiet" aria-disabled=${page >= pages - 1 ? "true" : "false"} @click=${() => (this.page = Math.min(pages - 1, page + 1))}>${t("pager-next")}</button>
          </nav>` : nothing}
        ${open ? this.#detail(open) : nothing}
        <section class="limits" aria-labelledby="bom-limits"><h3 id="bom-limits">${t("limits-title")}</h3>
          <ul><li>${t("bom-limits-other-ways")}</li><li>${t("bom-limits-codes")}</li><li>${t("bom-limits-values")}</li><li>${t("bom-limits-technology")}</li></ul>
          <h3>${t("duty-title")}</h3>${NOTICES.map((code) => html`<p data-notice=${code}>${tCode("licence-notice", code)}</p>`)}</section>
      </section>`;
  }

  #row(row: BomRow): TemplateResult {
    const { bom } = app;
    const result = bom.resultOf(row.number);
    const told = troubles(row);
    const any = bom.bypassOf(row.number);
    const special = any.some(({ result: truth }) => truth === "met") ? "met" : any.length ? "unknown" : "";
    const state = bom.left.has(row.number) ? "left" : (result?.controlled ?? "");
    return html`
      <tr data-line=${row.number} data-counts=${state} class=${row.number === bom.closer?.line ? "chosen" : ""}>
        <td class="figure">${row.number}</td>
        <th scope="row"><button type="button" class="row-open" data-open=${row.number} aria-expanded=${row.number === bom.closer?.line ? "true" : "false"} @click=${() => this.#open(row)}><bdi>${row.part || t("bom-line", { line: String(row.number) })}</bdi></button>${row.mended ? html` <span class="fact-note">${t("bom-mended")}</span>` : nothing}
          <span class="bom-brief" aria-hidden="true">${this.#origin(row)}${row.code ? html` · <bdi class="reference">${row.sent.code && row.sent.code !== "none" ? row.sent.code : row.code}</bdi>` : nothing}<br />${this.#value(row, result)}</span></th>
        <td>${this.#origin(row)}</td>
        <td><bdi class="reference">${row.sent.code && row.sent.code !== "none" ? row.sent.code : row.code}</bdi></td>
        <td class="figure">${this.#value(row, result)}</td>
        <td><strong class="counts">${countsText(row, result)}</strong>${special && state !== "left" ? html`<span class="bom-any" data-any=${special}>${special === "met" ? t("bom-any-met") : t("bom-any-unknown")}</span>` : nothing}</td>
        <td>${why(row, result)}${told.map(({ field, text }) => html`<span class="bom-trouble" data-field=${field}>${tCode("bom-field", field)}: ${text}</span>`)}</td>
      </tr>`;
  }

  #origin(row: BomRow): Part {
    const name = (code: string) => app.licence.texts?.destinations[code]?.name;
    const own = name(row.place);
    if (!own) return html`<bdi>${row.origin}</bdi>`;
    return row.place === row.sent.origin ? html`${own}` : html`${own} <span class="fact-note">${t("bom-counts-as", { country: name(row.sent.origin) ?? row.sent.origin })}</span>`;
  }

  #value(row: BomRow, result: BomLineResult | undefined): Part {
    if (result?.value) return html`${amount(result.value)}`;
    return row.value ? html`<bdi class="reference">${[row.value, row.quantity].filter(Boolean).join(" × ")}</bdi>` : nothing;
  }

  #detail(row: BomRow): TemplateResult {
    const { bom } = app;
    const result = bom.resultOf(row.number);
    const told = troubles(row);
    const out = bom.left.has(row.number);
    const codes = otherCodes(row.sent.code);
    const missing = bom.missing();
    return html`
      <section class="row-detail" aria-labelledby="bom-detail-title">
        <header><h3 id="bom-detail-title" tabindex="-1">${t("many-row-title", { row: String(row.number), name: row.part })}</h3>
          <button type="button" class="button-quiet" id="bom-detail-close" @click=${this.#close}>${t("many-row-close")}</button></header>
        <p><strong>${countsText(row, result)}</strong> ${why(row, result)}</p>
        ${row.sent.code && row.sent.code !== "none" ? html`<p>${provisionLine("us", row.sent.code)}</p>` : nothing}
        ${result?.controlled === "undecided" && missing.length ? html`<div class="bom-missing"><p>${t("bom-missing")}</p><ul>${missing.map((question) => html`<li>${questionLabel(question)}</li>`)}</ul><p class="hint">${t("bom-missing-hint")}</p></div>` : nothing}
        ${codes.length ? html`<div class="bom-codes"><h4>${t("bom-codes-title")}</h4><ul class="crosswalk">${codes.map((one) => html`<li data-list=${one.list}>${tCode("bom-list", one.list)} <span class="reference">${one.code}</span> ${one.relation === "same-code" ? t("bom-same-code") : html`${tCode("crosswalk", one.relation)} <span class="reference">${row.sent.code.split(".")[0]}</span>`}</li>`)}</ul>
          <p class="hint">${t("bom-codes-hint")}</p></div>` : nothing}
        <form class="bom-mend" novalidate autocomplete="off" @submit=${(event: Event) => this.#mend(event, row)}>
          <h4>${t("bom-mend-title")}</h4>
          <div class="bom-mend-fields">${MENDED.map((field) => {
            const wrong = told.filter((one) => one.field === field || (one.field === "row" && field === "value"));
            const id = `bom-mend-${field}`;
            return html`<div class="field ${wrong.length ? "wrong" : ""}"><label for=${id}>${row.whole && field === "value" ? t("bom-field-total") : tCode("bom-field", field)}</label>
              ${wrong.map((one) => html`<p class="problem" id=${`${id}-problem`}>${one.text}</p>`)}
              <input id=${id} name=${field} type="text" .value=${row[field]} aria-invalid=${wrong.length ? "true" : "false"} aria-describedby=${wrong.length ? `${id}-problem` : nothing} spellcheck="false" /></div>`;
          })}</div>
          <p class="hint">${t("bom-mend-hint")}</p>
          <div class="actions"><button type="submit" class="button">${t("bom-mend-submit")}</button>
            <button type="button" class="button-quiet" id="bom-leave-out" @click=${() => bom.leaveOut(row.number, !out)}>${out ? t("bom-take-in") : t("bom-leave-out")}</button></div>
        </form>
      </section>`;
  }

  #matches(row: BomRow, only = this.only): boolean {
    if (only === "all") return true;
    if (only === "problem") return troubles(row).length > 0;
    return !app.bom.left.has(row.number) && app.bom.resultOf(row.number)?.controlled === only;
  }

  #filter(event: Event): void {
    this.only = (event.target as HTMLSelectElement).value as Shown;
    this.page = 0;
  }

  async #open(row: BomRow): Promise<void> {
    const looked = app.bom.look(row.number);
    await focusOn(this, "#bom-detail-title");
    await looked;
  }

  async #close(): Promise<void> {
    const line = app.bom.closer?.line;
    await app.bom.look(undefined);
    await focusOn(this, `[data-open="${line}"]`);
  }

  async #mend(event: Event, row: BomRow): Promise<void> {
    event.preventDefault();
    const form = new FormData(event.target as HTMLFormElement);
    const mend: Mend = {};
    for (const field of MENDED) {
      const typed = String(form.get(field) ?? "");
      if (typed !== row[field]) mend[field] = typed;
    }
    if (Object.keys(mend).length) await app.bom.mend(row.number, mend);
    await focusOn(this, "#bom-detail-title");
  }

  #export(): void {
    download(`exportcheck-parts-${new Date().toISOString().slice(0, 10)}.csv`, "text/csv;charset=utf-8", toCsv());
  }
}
