import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type Field, FIELDS } from "../batch/columns.ts";
import { download, toCsv, toJson } from "../batch/export.ts";
import type { ResultRow, RowState } from "../batch/session.ts";
import { columnTable } from "../components/ec-table-input.ts";
import { focusOn, PageElement } from "../components/element.ts";
import { limits, listsNamed, listsSearched } from "../components/result-text.ts";
import { collator, duration, number, pick, score, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";

type SortKey = "row" | "name" | "score" | "state";
const PAGE = 100;
const STATES: readonly RowState[] = ["candidates", "none", "failed", "malformed", "waiting"];

@customElement("ec-many-parties")
export class EcManyParties extends PageElement {
  // Candidates first: they are what there is to do.
  @state() private sort: SortKey = "score";
  @state() private down = true;
  @state() private page = 0;
  @state() private find = "";
  @state() private only: RowState | "" = "";
  @state() private openRow: number | undefined;
  #view: { key: string; rows: ResultRow[] } = { key: "", rows: [] };

  protected override render(): TemplateResult {
    const { stage } = app.batch;
    return html`
      <h1>${t("many-title")}</h1>
      <p class="lead">${t("many-lead")}</p>
      ${stage === "input" ? this.#input() : nothing}
      ${stage === "columns" ? this.#columns() : nothing}
      ${stage === "running" ? this.#progress() : nothing}
      ${stage === "done" || stage === "cancelled" ? this.#results() : nothing}
    `;
  }

  #input(): TemplateResult {
    return html`
      <section aria-labelledby="input-title">
        <h2 id="input-title">${t("many-input-title")}</h2>
        <ec-table-input .reader=${app.batch} .idPrefix=${"many"} .fileHint=${t("many-file-hint")} .pasteHint=${t("many-paste-hint")} @read=${this.#read}></ec-table-input>
      </section>`;
  }

  #columns(): TemplateResult {
    const { batch } = app;
    const body = batch.body().rows;
    const blank = batch.table?.blank ?? 0;
    const named = batch.mapping.includes("name");
    return html`
      <section aria-labelledby="columns-title">
        <h2 id="columns-title" tabindex="-1">${t("many-columns-title")}</h2>
        <p>${t("many-columns-text", { count: body.length, blank })}</p>
        <label class="choice"><input type="checkbox" id="has-header" .checked=${batch.header} @change=${(event: Event) => batch.setHeader((event.target as HTMLInputElement).checked)} /><span>${t("many-has-header")}</span></label>
        ${columnTable<Field>({ prefix: "many", columns: batch.columns, mapping: batch.mapping, fields: FIELDS, samples: body.slice(0, 3).map(({ cells }) => cells), labelledby: "columns-title", name: (field) => tCode("column", field), map: (at, field) => batch.map(at, field) })}
        <div role="alert">${named ? nothing : html`<p class="problem">${t("many-name-needed")}</p>`}</div>
        <div class="actions">
          <button type="button" class="button" id="run" aria-disabled=${named && app.loading === "ready" ? "false" : "true"} @click=${this.#run}>${t("many-run", { count: body.length })}</button>
          <button type="button" class="button-quiet" @click=${this.#restart}>${t("many-restart")}</button>
        </div>
      </section>`;
  }

  #progress(): TemplateResult {
    const { done, total, rate } = app.batch;
    return html`
      <section aria-labelledby="progress-title">
        <h2 id="progress-title" tabindex="-1">${t("many-running-title")}</h2>
        <progress max=${total || 1} .value=${done} aria-labelledby="progress-title"></progress>
        <p class="progress-text">${t("many-progress", { done: number(done), total: number(total), rate: number(Math.round(rate)) })}
          ${rate > 0 ? t("many-remaining", { time: duration((total - done) / rate) }) : nothing}</p>
        <button type="button" class="button" id="cancel" @click=${() => app.batch.cancel()}>${t("many-cancel")}</button>
      </section>`;
  }

  #results(): TemplateResult {
    const { batch } = app;
    const counts = (name: RowState) => batch.rows.filter((row) => row.state === name).length;
    const noted = batch.rows.filter((row) => row.notes.length > 0);
    const malformed = batch.rows.filter((row) => row.problem || row.failure);
    const rows = this.#visible();
    const pages = Math.max(1, Math.ceil(rows.length / PAGE));
    const page = Math.min(this.page, pages - 1);
    const open = batch.rows.find((row) => row.number === this.openRow);
    const notChecked = [...new Set(["ownership", ...batch.rows.flatMap((row) => row.notChecked)])];
    const changed = batch.pack !== app.manifest?.digest;
    return html`
      <section aria-labelledby="results-title">
        <h2 id="results-title" tabindex="-1">${batch.stage === "cancelled" ? t("many-cancelled-title", { done: number(batch.done), total: number(batch.total) }) : t("many-results-title", { count: batch.rows.length })}</h2>
        <p>${t("many-results-file", { file: batch.source || t("many-pasted-name"), rate: number(Math.round(batch.rate)) })}</p>
        ${changed ? html`<p class="notice">${t("result-other-lists")}</p>` : nothing}
        <dl class="tally">
          ${STATES.filter((name) => counts(name) > 0).map((name) => html`<div class="tally-${name}"><dt>${tCode("row-state", name)}</dt><dd>${number(counts(name))}</dd></div>`)}
        </dl>
        ${malformed.length ? html`
          <details class="malformed" open>
            <summary>${t("many-malformed-title", { count: malformed.length })}</summary>
            <ul>${malformed.slice(0, 200).map((row) => html`<li>${t("many-malformed-row", { row: String(row.number) })} ${row.problem ? tCode("row-problem", row.problem) : tCode("failure", row.failure ?? "")} <bdi class="reference">${row.query.name}</bdi></li>`)}
            ${malformed.length > 200 ? html`<li>${t("many-malformed-more", { count: malformed.length - 200 })}</li>` : nothing}</ul>
          </details>` : nothing}
        ${noted.length ? html`
          <details class="malformed">
            <summary>${t("many-notes-title", { count: noted.length })}</summary>
            <ul>${noted.slice(0, 200).map((row) => html`<li>${t("many-malformed-row", { row: String(row.number) })} ${row.notes.map((note) => tCode("row-note", note.code, { value: note.value })).join(" ")}</li>`)}
            ${noted.length > 200 ? html`<li>${t("many-malformed-more", { count: noted.length - 200 })}</li>` : nothing}</ul>
          </details>` : nothing}
        <div class="toolbar">
          <div class="field"><label for="find">${t("many-find")}</label><input id="find" .value=${this.find} @input=${(event: Event) => { this.find = (event.target as HTMLInputElement).value; this.page = 0; }} /></div>
          <div class="field"><label for="only">${t("many-only")}</label><select id="only" @change=${(event: Event) => { this.only = (event.target as HTMLSelectElement).value as RowState | ""; this.page = 0; }}>
            <option value="" ?selected=${this.only === ""}>${t("many-only-all")}</option>
            ${STATES.map((name) => html`<option value=${name} ?selected=${this.only === name}>${tCode("row-state", name)}</option>`)}
          </select></div>
          <div class="actions">
            <button type="button" class="button-quiet" id="export-csv" @click=${() => this.#export("csv")}>${t("many-export-csv")}</button>
            <button type="button" class="button-quiet" id="export-json" @click=${() => this.#export("json")}>${t("many-export-json")}</button>
            <button type="button" class="button-quiet" @click=${this.#restart}>${t("many-restart")}</button>
          </div>
        </div>
        <p role="status" class="hint">${rows.length === batch.rows.length ? nothing : t("many-shown", { count: rows.length, total: number(batch.rows.length) })}</p>
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="results-title">
          <table class="grid results">
            <thead><tr>${this.#head("row", t("column-row"))}${this.#head("name", t("column-name"))}${this.#head("state", t("column-state"))}${this.#head("score", t("column-score"))}<th scope="col">${t("column-best")}</th></tr></thead>
            <tbody>${rows.slice(page * PAGE, page * PAGE + PAGE).map((row) => this.#row(row))}</tbody>
          </table>
        </div>
        ${pages > 1 ? html`
          <nav class="pager" aria-label=${t("pager-label")}>
            <button type="button" class="button-quiet" aria-disabled=${page === 0 ? "true" : "false"} @click=${() => (this.page = Math.max(0, page - 1))}>${t("pager-back")}</button>
            <span>${t("pager-place", { page: number(page + 1), pages: number(pages) })}</span>
            <button type="button" class="button-quiet" aria-disabled=${page >= pages - 1 ? "true" : "false"} @click=${() => (this.page = Math.min(pages - 1, page + 1))}>${t("pager-next")}</button>
          </nav>` : nothing}
        ${open ? this.#detail(open) : nothing}
        <p class="no-candidate">${t("many-no-candidate", { lists: listsSearched(app.manifest?.lists ?? []) })}</p>
        ${listsNamed(app.manifest?.lists ?? [])}
        ${limits(notChecked)}
      </section>`;
  }

  #head(key: SortKey, label: string): TemplateResult {
    const sorted = this.sort === key ? (this.down ? "descending" : "ascending") : "none";
    return html`<th scope="col" aria-sort=${sorted} class=${key === "row" || key === "score" ? "figure" : ""}><button type="button" class="sorter" @click=${() => this.#sortBy(key)}>${label}<span class="sort-mark" aria-hidden="true">${sorted === "none" ? "" : this.down ? "▾" : "▴"}</span></button></th>`;
  }

  #row(row: ResultRow): TemplateResult {
    const best = row.hits[0];
    const list = best && app.listOf(best.list);
    return html`
      <tr class=${row.number === this.openRow ? "chosen" : ""}>
        <td class="figure">${row.number}</td>
        <td><bdi>${row.query.name}</bdi></td>
        <td>${row.state === "candidates" ? html`<button type="button" class="row-open" data-row=${row.number} aria-expanded=${row.number === this.openRow ? "true" : "false"} @click=${() => this.#open(row)}>${t("many-open", { count: row.hits.length })}<span class="visually-hidden"> ${t("many-open-for", { name: row.query.name })}</span></button>` : tCode("row-state", row.state)}</td>
        <td class="figure">${best ? score(best.score) : ""}</td>
        <td>${best ? html`<bdi>${best.name}</bdi> <span class="fact-note">${list ? pick(list.title) : best.list}</span>` : nothing}</td>
      </tr>`;
  }

  #detail(row: ResultRow): TemplateResult {
    return html`
      <section class="row-detail" aria-labelledby="row-detail-title">
        <header><h3 id="row-detail-title" tabindex="-1">${t("many-row-title", { row: String(row.number), name: row.query.name })}</h3>
          <button type="button" class="button-quiet" @click=${this.#close}>${t("many-row-close")}</button></header>
        ${row.notes.map((note) => html`<p class="hint">${tCode("row-note", note.code, { value: note.value })}</p>`)}
        <div class="hits">${row.hits.map((hit, index) => html`<ec-hit .hit=${hit} .query=${row.query} .partyRole=${row.role} .pack=${app.batch.pack} .position=${index + 1} ?open=${index === 0}></ec-hit>`)}</div>
      </section>`;
  }

  /** Rows as filtered and sorted; kept until something that matters changes. */
  #visible(): ResultRow[] {
    const { rows, finishedAt } = app.batch;
    const key = [this.sort, this.down, this.find, this.only, finishedAt, app.settings.locale].join("|");
    if (this.#view.key === key) return this.#view.rows;
    const wanted = this.find.trim().toLowerCase();
    const matches = (row: ResultRow) => !wanted || [row.query.name, row.reference, row.role, row.hits[0]?.name ?? ""].some((text) => text.toLowerCase().includes(wanted));
    const order = collator();
    // A row that was not searched is no row without candidates: it stands before those.
    const rank = (row: ResultRow) => row.hits[0]?.score ?? (row.state === "none" ? -1 : 0);
    const by: Record<SortKey, (a: ResultRow, b: ResultRow) => number> = {
      row: (a, b) => a.number - b.number,
      name: (a, b) => order.compare(a.query.name, b.query.name),
      score: (a, b) => rank(a) - rank(b),
      state: (a, b) => STATES.indexOf(a.state) - STATES.indexOf(b.state),
    };
    const found = rows.filter((row) => (!this.only || row.state === this.only) && matches(row)).sort((a, b) => by[this.sort](a, b) * (this.down ? -1 : 1) || a.number - b.number);
    this.#view = { key, rows: found };
    return found;
  }

  #sortBy(key: SortKey): void {
    this.down = this.sort === key ? !this.down : key === "score";
    this.sort = key;
    this.page = 0;
  }

  #open(row: ResultRow): void {
    this.openRow = row.number;
    void focusOn(this, "#row-detail-title");
  }

  async #close(): Promise<void> {
    const number = this.openRow;
    this.openRow = undefined;
    await focusOn(this, `[data-row="${number}"]`);
  }

  async #run(): Promise<void> {
    if (!app.batch.mapping.includes("name") || app.loading !== "ready") return;
    this.openRow = undefined;
    this.page = 0;
    const running = app.batch.run(app.manifest?.digest ?? "");
    await focusOn(this, "#progress-title");
    await running;
    await focusOn(this, "#results-title");
  }

  #restart(): void {
    app.batch.reset();
    this.openRow = undefined;
    this.find = "";
    this.only = "";
    void focusOn(this, "#many-file");
  }

  #read(): void {
    void focusOn(this, app.batch.readProblem ? "#many-read-problem" : "#columns-title");
  }

  #export(kind: "csv" | "json"): void {
    const { batch, manifest, engine } = app;
    if (!manifest) return;
    const name = `exportcheck-${batch.finishedAt.slice(0, 10)}.${kind}`;
    if (kind === "csv") download(name, "text/csv;charset=utf-8", toCsv(batch, manifest, engine.version));
    else download(name, "application/json", toJson(batch, manifest, engine.version));
  }
}
