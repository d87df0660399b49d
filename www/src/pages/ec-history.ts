import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { HISTORY_FIELDS, type HistoryField, UNITS } from "../batch/history.ts";
import { focusOn, PageElement } from "../components/element.ts";
import { columnTable } from "../components/ec-table-input.ts";
import { checkText, explanation, KINDS, linesText, subjectText } from "../components/history-text.ts";
import { plotView } from "../components/history-plot.ts";
import { failureText } from "../components/item-text.ts";
import { citation } from "../components/licence-text.ts";
import type { HistoryAnomaly, HistoryKind, HistoryProblem, HistoryResult } from "../engine/history-types.ts";
import { countryCodes } from "../i18n/countries.ts";
import { countryName, date, number, t, tCode } from "../i18n/index.ts";
import { hrefOfCase } from "../state/case/place.ts";
import { app } from "../state/app.ts";
import type { DayOrder, Style, Unit } from "../state/history.ts";

type Part = TemplateResult | typeof nothing;
const STYLES: readonly Style[] = ["unclear", "comma", "point"];
const ORDERS: readonly DayOrder[] = ["unclear", "day-first", "month-first"];
const MOST_PROBLEMS = 100;
/** Anomalies drawn at once per kind; a file with thousands would make a page nobody scrolls. */
const MOST = 25;

/** A list of shipments: its table, its columns, and the patterns in it. */
@customElement("ec-history")
export class EcHistory extends PageElement {
  #all = new Set<HistoryKind>();

  protected override render(): TemplateResult {
    const { stage } = app.history;
    return html`
      <h1>${t("history-title")}</h1>
      <p class="lead">${t("history-lead")}</p>
      <div class="history" data-stage=${stage}>${stage === "input" ? this.#input() : stage === "columns" ? this.#columns() : this.#result()}</div>`;
  }

  #input(): TemplateResult {
    return html`
      <section aria-labelledby="history-input-title">
        <h2 id="history-input-title">${t("history-input-title")}</h2>
        <p>${t("history-wanted")}</p>
        <ec-table-input .reader=${app.history} .idPrefix=${"history"} .fileHint=${t("history-file-hint")} .pasteHint=${t("bom-paste-hint")} @read=${this.#read}></ec-table-input>
        <p class="hint history-private">${t("history-private")}</p>
      </section>`;
  }

  #columns(): TemplateResult {
    const { history } = app;
    const body = history.body().rows;
    const needed = history.needed();
    return html`
      <section aria-labelledby="history-columns-title">
        <h2 id="history-columns-title" tabindex="-1">${t("many-columns-title")}</h2>
        <p>${t("many-columns-text", { count: body.length, blank: history.table?.blank ?? 0 })}</p>
        <label class="choice"><input type="checkbox" id="history-has-header" .checked=${history.header} @change=${(event: Event) => history.setHeader((event.target as HTMLInputElement).checked)} /><span>${t("many-has-header")}</span></label>
        ${columnTable<HistoryField>({ prefix: "history", columns: history.columns, mapping: history.mapping, fields: HISTORY_FIELDS, samples: body.slice(0, 3).map(({ cells }) => cells), labelledby: "history-columns-title", name: (field) => tCode("history-field", field), map: (at, field) => history.map(at, field) })}
        <div class="history-reading">
          ${this.#choose("order", t("history-order"), t("history-order-hint"), ORDERS, history.reading.order, (order) => tCode("history-order", order), (order) => history.read({ order: order as DayOrder }))}
          ${this.#choose("style", t("bom-style"), t("bom-style-hint"), STYLES, history.reading.style, (style) => tCode("bom-style", style), (style) => history.read({ style: style as Style }))}
          ${this.#choose("unit", t("history-unit"), t("history-unit-hint"), ["", ...UNITS], history.reading.unit, (unit) => (unit === "" ? t("history-unit-none") : unit), (unit) => history.read({ unit: unit as Unit | "" }))}
          ${this.#choose("exporter", t("history-exporter"), t("history-exporter-hint"), ["", ...countryCodes()], history.exporter, (code) => (code === "" ? t("history-exporter-none") : countryName(code)), (code) => history.setExporter(code))}
        </div>
        <p class="hint">${t("history-currency-hint")}</p>
        <div role="alert">${needed.length ? html`<ul class="problem" id="history-needed" tabindex="-1">${needed.map((field) => html`<li>${tCode("history-needed", field)}</li>`)}</ul>` : nothing}</div>
        <div class="actions">
          <button type="button" class="button" id="history-run" aria-disabled=${needed.length ? "true" : "false"} @click=${this.#run}>${t("history-run", { count: body.length })}</button>
          <button type="button" class="button-quiet" @click=${this.#restart}>${t("many-restart")}</button>
        </div>
      </section>`;
  }

  #choose(id: string, label: string, hint: string, options: readonly string[], chosen: string, name: (option: string) => string, choose: (option: string) => void): TemplateResult {
    return html`<div class="field"><label for=${`history-${id}`}>${label}</label><p class="hint" id=${`history-${id}-hint`}>${hint}</p>
      <select id=${`history-${id}`} aria-describedby=${`history-${id}-hint`} @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
        ${options.map((option) => html`<option value=${option} ?selected=${option === chosen}>${name(option)}</option>`)}
      </select></div>`;
  }

  #result(): TemplateResult {
    const { history } = app;
    const { result } = history;
    return html`
      <section aria-labelledby="history-result-title" aria-busy=${history.working ? "true" : "false"}>
        <h2 id="history-result-title" tabindex="-1">${history.working ? t("history-working") : t("history-result-title", { file: history.source || t("many-pasted-name") })}</h2>
        <div role="alert">${failureText(history.failure)}</div>
        ${result ? this.#found(result) : nothing}
        <div class="actions">
          <button type="button" class="button-quiet" id="history-to-columns" @click=${this.#toColumns}>${t("bom-to-columns")}</button>
          <button type="button" class="button-quiet" @click=${this.#restart}>${t("many-restart")}</button>
        </div>
      </section>`;
  }

  #found(result: HistoryResult): TemplateResult {
    const kinds = KINDS.filter((kind) => result.anomalies.some((one) => one.kind === kind));
    const count = result.anomalies.length;
    return html`
      <p class="verdict-sentence" id="history-sentence" role="status">${count ? t("history-found", { count, rows: number(result.used) }) : t("history-none", { rows: number(result.used) })}</p>
      <p>${t("history-sign-only")}</p>
      ${result.span ? html`<p class="fact-note">${t("history-span", { first: date(result.span[0]), last: date(result.span[1]), used: number(result.used), rows: number(result.rows + app.history.torn.length) })}</p>` : nothing}
      ${kinds.map((kind) => this.#kind(result, kind))}
      ${this.#checks(result)}
      ${this.#problems(result)}
      <p class="result-asked">${t("history-made", { date: date(result.as_of), version: date(result.rules.version) })}</p>
      <p class="hint history-private">${t("history-private")}</p>`;
  }

  #kind(result: HistoryResult, kind: HistoryKind): TemplateResult {
    const of = result.anomalies.filter((one) => one.kind === kind);
    const shown = this.#all.has(kind) ? of : of.slice(0, MOST);
    return html`
      <section class="history-kind" data-kind=${kind} aria-labelledby=${`history-kind-${kind}`}>
        <h3 id=${`history-kind-${kind}`}>${tCode("history-kind", kind)} <span class="history-count">${number(of.length)}</span></h3>
        ${this.#sign(kind)}
        <ol class="plain">${shown.map((anomaly, at) => this.#anomaly(result, anomaly, `history-${kind}-${at}`))}</ol>
        ${shown.length < of.length ? html`<button type="button" class="button-quiet" @click=${() => { this.#all.add(kind); this.requestUpdate(); }}>${t("history-show-all", { count: of.length })}</button>` : nothing}
      </section>`;
  }

  #anomaly(result: HistoryResult, anomaly: HistoryAnomaly, id: string): TemplateResult {
    const text = app.case.texts?.history?.patterns[anomaly.pattern];
    const control = app.case.texts?.history?.controls[anomaly.subject.control ?? ""];
    const plot = anomaly.plot === null ? undefined : result.plots[anomaly.plot];
    const title = text?.title ?? anomaly.pattern;
    return html`
      <li class="history-anomaly" data-pattern=${anomaly.pattern} id=${id}>
        <h4>${title}</h4>
        <p class="history-subject"><bdi>${subjectText(anomaly)}</bdi></p>
        <p>${explanation(anomaly)}</p>
        <p class="fact-note">${linesText(anomaly.lines)}</p>
        ${plot ? plotView(plot, `${id}-plot`, tCode("history-plot", plot.title_key.replace("history-plot-", ""))) : nothing}
        ${text ? html`<p>${text.text}</p><p class="history-question"><strong>${t("history-question")}</strong> ${text.question}</p>` : nothing}
        ${control ? html`<p class="fact-note">${t("history-control", { name: control.name, date: date(control.date) })} ${citation(control.cite, control.link)}</p>` : nothing}
        <p>${citation(anomaly.cite, anomaly.link)}</p>
      </li>`;
  }

  /** The sign of the open case that this kind of pattern stands for. */
  #sign(kind: HistoryKind): TemplateResult {
    const kase = app.case.current;
    if (!kase) return html`<p class="hint">${t("history-no-case")} <a href="#/cases">${t("history-to-cases")}</a></p>`;
    const title = kase.title || t("history-case-untitled");
    if (app.history.ticked().includes(kind)) return html`<p class="history-ticked" data-ticked=${kind}>${t("history-ticked", { title })} <a href=${hrefOfCase("signs")}>${t("history-to-signs")}</a></p>`;
    return html`<p><button type="button" class="button-quiet" data-tick=${kind} @click=${() => void this.#tick(kind)}>${t("history-tick", { title })}</button> <span class="hint">${t("history-tick-hint")}</span></p>`;
  }

  #checks(result: HistoryResult): TemplateResult {
    return html`
      <section class="history-checks" aria-labelledby="history-checks-title">
        <h3 id="history-checks-title">${t("history-checks-title")}</h3>
        <p>${t("history-checks-hint")}</p>
        <dl>${result.checks.map((check) => html`<div data-check=${check.kind}><dt>${tCode("history-kind", check.kind)}</dt><dd>${checkText(check).map((line) => html`<p>${line}</p>`)}</dd></div>`)}</dl>
      </section>`;
  }

  #problems(result: HistoryResult): Part {
    const { torn } = app.history;
    const count = result.problems.length + torn.length;
    if (!count) return nothing;
    return html`
      <details class="malformed" id="history-problems" ?open=${count <= 20}>
        <summary>${t("history-problems", { count })}</summary>
        <ul>
          ${torn.slice(0, MOST_PROBLEMS).map(({ line, code }) => html`<li>${t("many-malformed-row", { row: String(line) })} ${tCode("row-problem", code)}</li>`)}
          ${result.problems.slice(0, MOST_PROBLEMS).map((problem) => html`<li>${this.#problem(problem)}</li>`)}
          ${count > MOST_PROBLEMS ? html`<li>${t("history-problems-more", { count: count - Math.min(torn.length, MOST_PROBLEMS) - Math.min(result.problems.length, MOST_PROBLEMS) })}</li>` : nothing}
        </ul>
      </details>`;
  }

  #problem({ line, field, code, given }: HistoryProblem): TemplateResult {
    return html`${line ? t("many-malformed-row", { row: String(line) }) : nothing} ${tCode("history-field", field)}: ${tCode("history-problem", code, { given })}`;
  }

  async #tick(kind: HistoryKind): Promise<void> {
    app.history.tick(kind);
    await focusOn(this, `[data-ticked="${kind}"] a`);
  }

  async #read(): Promise<void> {
    await focusOn(this, app.history.readProblem ? "#history-read-problem" : "#history-columns-title");
  }

  async #run(): Promise<void> {
    if (app.history.needed().length) return focusOn(this, "#history-needed");
    await app.history.run();
    await focusOn(this, "#history-result-title");
  }

  async #toColumns(): Promise<void> {
    app.history.toColumns();
    await focusOn(this, "#history-columns-title");
  }

  async #restart(): Promise<void> {
    app.history.reset();
    await this.updateComplete;
    await focusOn(this, "#history-file");
  }
}
