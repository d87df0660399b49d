import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { BOM_FIELDS, type BomField, type Style } from "../batch/bom.ts";
import { date, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { couldBeAnything, PRODUCT_FACTS, SHARE } from "../state/bom.ts";
import { hrefOfTab } from "../state/route.ts";
import { amount, lineNumbers, percentText, problemText, sumOf, troubles } from "./bom-text.ts";
import { columnTable } from "./ec-table-input.ts";
import { focusOn, PageElement } from "./element.ts";
import { failureText } from "./item-text.ts";
import { questionRows } from "./licence-questions.ts";
import { citation, measureText } from "./licence-text.ts";

type Part = TemplateResult | typeof nothing;
const STYLES: readonly Style[] = ["unclear", "comma", "point"];
const LONGEST = 50;

/** A bill of materials: its table, its columns, and the share of US content that would need a licence. */
@customElement("ec-bom")
export class EcBom extends PageElement {
  @state() private wanted: BomField[] = [];
  // Stays as the user has it: answering must not fold it away under the hand.
  #factsOpen = PRODUCT_FACTS.every((fact) => app.licence.answerOf(fact) === undefined);

  protected override render(): TemplateResult {
    const { stage } = app.bom;
    return html`<div class="bom" data-stage=${stage}>
      ${stage === "input" ? this.#input() : stage === "columns" ? this.#columns() : this.#lines()}
    </div>`;
  }

  protected override updated(): void {
    app.bom.follow();
  }

  #input(): TemplateResult {
    const { bom } = app;
    return html`
      <section aria-labelledby="bom-title">
        <h2 id="bom-title">${t("bom-title")}</h2>
        <p>${t("bom-lead")}</p>
        <p>${t("bom-columns-wanted")}</p>
        <ec-table-input .reader=${bom} .idPrefix=${"bom"} .fileHint=${t("bom-file-hint")} .pasteHint=${t("bom-paste-hint")} @read=${this.#read}></ec-table-input>
        <p class="hint bom-private">${t("bom-private")}</p>
      </section>`;
  }

  #columns(): TemplateResult {
    const { bom } = app;
    const body = bom.body().rows;
    const needed = bom.needed();
    const wrong = this.wanted.filter((field) => needed.includes(field));
    return html`
      <section aria-labelledby="bom-columns-title">
        <h2 id="bom-columns-title" tabindex="-1">${t("many-columns-title")}</h2>
        <p>${t("many-columns-text", { count: body.length, blank: bom.table?.blank ?? 0 })}</p>
        <label class="choice"><input type="checkbox" id="bom-has-header" .checked=${bom.header} @change=${(event: Event) => bom.setHeader((event.target as HTMLInputElement).checked)} /><span>${t("many-has-header")}</span></label>
        ${columnTable<BomField>({ prefix: "bom", columns: bom.columns, mapping: bom.mapping, fields: BOM_FIELDS, samples: body.slice(0, 3).map(({ cells }) => cells), labelledby: "bom-columns-title", name: (field) => tCode("bom-field", field), map: (at, field) => bom.map(at, field) })}
        ${bom.mapping.includes("value") && bom.mapping.includes("total") ? html`<p class="notice">${t("bom-value-and-total")}</p>` : nothing}
        ${this.#styleField()}
        <p class="hint">${t("bom-currency-hint")}</p>
        <div role="alert">${wrong.length ? html`<ul class="problem" id="bom-needed" tabindex="-1">${wrong.map((field) => html`<li>${tCode("bom-needed", field)}</li>`)}</ul>` : nothing}</div>
        <div class="actions">
          <button type="button" class="button" id="bom-run" @click=${this.#confirm}>${t("bom-run", { count: body.length })}</button>
          <button type="button" class="button-quiet" @click=${this.#restart}>${t("many-restart")}</button>
        </div>
      </section>`;
  }

  #styleField(): TemplateResult {
    const { bom } = app;
    return html`<div class="field bom-style"><label for="bom-style">${t("bom-style")}</label>
      <p class="hint" id="bom-style-hint">${t("bom-style-hint")}</p>
      <select id="bom-style" aria-describedby="bom-style-hint" @change=${(event: Event) => bom.setStyle((event.target as HTMLSelectElement).value as Style)}>
        ${STYLES.map((style) => html`<option value=${style} ?selected=${bom.style === style}>${tCode("bom-style", style)}</option>`)}
      </select></div>`;
  }

  #lines(): TemplateResult {
    const { bom, licence } = app;
    const { destination } = licence.route;
    const problem = bom.result?.problems.find(({ line }) => line === 0);
    const trouble = problem && (bom.productValue.trim() ? problemText(problem, bom.productValue) : "");
    const facts = PRODUCT_FACTS.filter((fact) => this.#isAsked(fact));
    return html`
      <section aria-labelledby="bom-product-title">
        <h2 id="bom-product-title" tabindex="-1">${t("bom-product-title")}</h2>
        <p class="fact-note">${t("bom-source", { file: bom.source || t("bom-pasted-name"), count: bom.rows.length })}
          <button type="button" class="button-plain" id="bom-to-columns" @click=${this.#toColumns}>${t("bom-to-columns")}</button>
          <button type="button" class="button-plain" id="bom-restart" @click=${this.#restart}>${t("many-restart")}</button></p>
        <div class="bom-product">
          <div class="field ${trouble ? "wrong" : ""}">
            <label for="bom-value">${t("bom-product-value")}</label>
            <p class="hint" id="bom-value-hint">${bom.currency() ? t("bom-product-value-hint-in", { currency: bom.currency() }) : t("bom-product-value-hint")}</p>
            ${trouble ? html`<p class="problem" id="bom-value-problem">${trouble}</p>` : nothing}
            <input id="bom-value" type="text" inputmode="decimal" autocomplete="off" .value=${bom.productValue} aria-describedby=${trouble ? "bom-value-hint bom-value-problem" : "bom-value-hint"} aria-invalid=${trouble ? "true" : "false"} @change=${(event: Event) => bom.setProductValue((event.target as HTMLInputElement).value)} />
          </div>
          <div class="bom-destination"><p class="bom-label">${t("licence-destination")}</p>
            ${destination ? html`<p><strong>${licence.destinationName(destination)}</strong></p>` : html`<p class="problem">${t("licence-problem-destination")}</p>`}
            <p><button type="button" class="button-plain" id="bom-to-case" @click=${this.#toCase}>${destination ? t("bom-change-destination") : t("licence-to-form")}</button></p></div>
        </div>
        ${facts.length ? html`<details class="details bom-facts" ?open=${this.#factsOpen} @toggle=${(event: Event) => (this.#factsOpen = (event.target as HTMLDetailsElement).open)}><summary>${t("bom-facts")}<span>${t("bom-facts-hint")}</span></summary>${questionRows([...facts], "bom")}</details>` : nothing}
      </section>
      <div role="alert">${failureText(bom.failure)}</div>
      <div class="visually-hidden" role="status">${bom.working ? t("bom-working") : bom.result ? this.#sentence() : nothing}</div>
      ${bom.working && !bom.result ? html`<p class="notice">${t("bom-working")}</p>` : nothing}
      ${bom.result ? this.#result() : nothing}
      ${bom.rows.length ? html`<ec-bom-lines></ec-bom-lines>` : nothing}`;
  }

  /** The kind of product is always asked; the others once a part or the product makes them matter. */
  #isAsked(fact: (typeof PRODUCT_FACTS)[number]): boolean {
    const { licence, bom, item } = app;
    if (!item.texts?.attributes[fact]) return false;
    if (fact === "us_product_kind") return true;
    if (licence.answerOf(fact) !== undefined) return true;
    if (fact === "us_encryption_basis") return Boolean(bom.result?.bypass.some(({ measure }) => measure.endsWith("-encryption")));
    const kind = licence.answerOf("us_product_kind");
    return Array.isArray(kind) && kind.includes("chip-equipment") && Boolean(bom.result?.bypass.some(({ measure }) => measure.endsWith("-chip")));
  }

  #result(): Part {
    const { bom, licence } = app;
    const { result } = bom;
    if (!result) return nothing;
    const { percent, percent_max, limit, limit_measure, controlled_value, product_value } = result;
    const text = limit_measure ? measureText(limit_measure) : undefined;
    const sum = sumOf(bom.counted());
    return html`
      <section class="verdict bom-verdict" data-verdict=${result.verdict} aria-labelledby="bom-result-title" aria-busy=${bom.working ? "true" : "false"}>
        <h2 id="bom-result-title" tabindex="-1">${t("bom-result-title", { destination: licence.destinationName(bom.resultFor.destination) })}</h2>
        <p class="verdict-sentence">${this.#sentence()}</p>
        ${this.#open()}
        <dl class="tally">
          <div><dt>${t("bom-share")}</dt><dd data-figure="percent">${percent ? percentText(percent, limit ?? "") : t("bom-not-yet")}</dd></div>
          <div><dt>${t("bom-share-max")}</dt><dd data-figure="percent-max">${percent_max ? percentText(percent_max, limit ?? "") : t("bom-not-yet")}</dd></div>
          <div><dt>${t("bom-limit")}</dt><dd data-figure="limit">${limit ? percentText(String(Number.parseFloat(limit))) : t("bom-not-yet")}</dd></div>
        </dl>
        ${percent && controlled_value && product_value ? html`<p class="fact-note">${t("bom-worked-out", { controlled: amount(controlled_value), product: amount(product_value) })}</p>` : nothing}
        <p class="result-asked">${t("item-result-made", { date: date(bom.resultFor.asOf), version: app.item.manifest?.version ?? "" })} <span class="reference digest">${app.item.manifest?.digest.slice(0, 12)}</span></p>
        ${text ? html`<p data-measure=${limit_measure}>${text.text} ${citation(text.cite, text.link)}</p>` : html`<p class="problem">${t("bom-no-limit")}</p>`}
        ${product_value && sum > Number(product_value) ? html`<p class="notice">${t("bom-sum-above", { sum: amount(String(Math.round(sum * 100) / 100)) })}</p>` : nothing}
        ${this.#bypass()}
        ${this.#left()}
        ${this.#take()}
      </section>
      ${this.#problems()}`;
  }

  #sentence(): string {
    const { result } = app.bom;
    if (!result) return "";
    if (result.verdict === "over-limit") return result.bypass.some((one) => one.result === "met") ? t("bom-verdict-bypass") : t("bom-verdict-over");
    return result.verdict === "not-over" ? t("bom-verdict-not-over") : t("bom-verdict-undecided");
  }

  /** What keeps the share from being decided. */
  #open(): Part {
    const { bom } = app;
    const { result } = bom;
    if (!result || result.verdict !== "undecided") return nothing;
    const counted = bom.counted().map((row) => ({ row, one: bom.resultOf(row.number) }));
    const numbers = (wanted: (typed: (typeof counted)[number]) => boolean) => counted.filter(wanted).map(({ row }) => row.number);
    const noValue = numbers(({ one }) => one?.value === null && one.controlled !== "no");
    const noCode = numbers(({ row, one }) => couldBeAnything(row, one, bom.problemsOf(row.number)));
    const undecided = numbers(({ row, one }) => one?.controlled === "undecided" && one.value !== null && !couldBeAnything(row, one, bom.problemsOf(row.number)));
    const special = [...new Set(result.bypass.filter((one) => one.result === "unknown").map(({ line }) => line))];
    return html`<ul class="bom-open">
      ${result.product_value ? nothing : html`<li>${t("bom-open-product")}</li>`}
      ${noValue.length ? html`<li>${t("bom-open-value", { count: noValue.length, lines: lineNumbers(noValue) })}</li>` : nothing}
      ${noCode.length ? html`<li>${t("bom-open-code", { count: noCode.length, lines: lineNumbers(noCode) })}</li>` : nothing}
      ${undecided.length ? html`<li>${t("bom-open-undecided", { count: undecided.length, lines: lineNumbers(undecided) })}</li>` : nothing}
      ${special.length ? html`<li>${t("bom-open-special", { count: special.length, lines: lineNumbers(special) })}</li>` : nothing}
    </ul>`;
  }

  /** Lines that count from the first cent, by measure; those that may, folded. */
  #bypass(): Part {
    const { result } = app.bom;
    if (!result?.bypass.length) return nothing;
    const group = (truth: string) => {
      const by = new Map<string, number[]>();
      for (const { line, measure, result: known } of result.bypass) if (known === truth) by.set(measure, [...(by.get(measure) ?? []), line]);
      return [...by].map(([measure, lines]) => {
        const text = measureText(measure);
        return html`<li data-measure=${measure} data-result=${truth}><strong>${text.title}</strong> ${citation(text.cite, text.link)}<br />${t("bom-bypass-lines", { count: lines.length, lines: lineNumbers(lines) })} ${text.text}</li>`;
      });
    };
    const met = group("met");
    const open = group("unknown");
    return html`<div class="bom-bypass">
      ${met.length ? html`<h3>${t("bom-bypass-title")}</h3><ul class="plain">${met}</ul>` : nothing}
      ${open.length ? html`<details ?open=${!met.length && open.length <= 2}><summary>${t("bom-bypass-open", { count: open.length })}</summary><p class="hint">${t("bom-bypass-open-hint")}</p><ul class="plain">${open}</ul></details>` : nothing}
    </div>`;
  }

  #left(): Part {
    const { bom } = app;
    const out = bom.rows.filter(({ number }) => bom.left.has(number));
    return out.length ? html`<p class="notice" data-notice="left-out">${t("bom-left", { count: out.length, lines: list(out.slice(0, LONGEST).map((row) => [String(row.number), row.part].filter(Boolean).join(" "))) })}</p>` : nothing;
  }

  #take(): Part {
    const { bom, licence, item } = app;
    if (!item.texts?.attributes[SHARE]) return nothing;
    const share = bom.share();
    const [low, high] = [bom.result?.percent, bom.result?.percent_max];
    if (bom.taken) return html`<p class="notice" role="status" data-notice="taken">${t("bom-taken", { destination: licence.destinationName(bom.taken.destination) })} <a href=${hrefOfTab("result")}>${t("bom-to-result")}</a></p>`;
    if (!share || !low || !high) return html`<p class="hint">${t("bom-take-not-yet")}</p>`;
    const limit = bom.result?.limit ?? "";
    return html`<div class="actions"><button type="button" class="button" id="bom-take" @click=${this.#takeOver}>${low === high ? t("bom-take", { share: percentText(low, limit) }) : t("bom-take-range", { low: percentText(low, limit), high: percentText(high, limit) })}</button></div>
      <p class="hint">${t("bom-take-hint")}</p>`;
  }

  #problems(): Part {
    const { bom } = app;
    const rows = bom.counted().map((row) => ({ row, told: troubles(row) })).filter(({ told }) => told.length);
    if (!rows.length) return nothing;
    return html`<details class="malformed bom-problems" open>
      <summary>${t("bom-problems", { count: rows.length })}</summary>
      <ul tabindex="0" aria-label=${t("bom-problems", { count: rows.length })}>${rows.slice(0, 200).map(({ row, told }) => html`<li data-line=${row.number}>${t("bom-line", { line: String(row.number) })} <bdi class="reference">${row.part}</bdi> ${told.map(({ field, text }, at) => html`${at ? " · " : nothing}<span data-field=${field}>${tCode("bom-field", field)}: ${text}</span>`)}</li>`)}
      ${rows.length > 200 ? html`<li>${t("many-malformed-more", { count: rows.length - 200 })}</li>` : nothing}</ul>
    </details>`;
  }

  async #takeOver(): Promise<void> {
    await app.bom.take();
    await focusOn(this, "[data-notice=taken] a");
  }

  async #confirm(): Promise<void> {
    this.wanted = app.bom.needed();
    if (this.wanted.length) return focusOn(this, "#bom-needed");
    const done = app.bom.confirm();
    await focusOn(this, "#bom-product-title");
    await done;
  }

  #toColumns(): void {
    app.bom.toColumns();
    void focusOn(this, "#bom-columns-title");
  }

  async #toCase(): Promise<void> {
    app.licence.open = true;
    app.changed();
    await new Promise((drawn) => requestAnimationFrame(drawn));
    document.getElementById("licence-destination")?.focus();
  }

  #restart(): void {
    this.wanted = [];
    app.bom.reset();
    void focusOn(this, "#bom-file");
  }

  #read(): void {
    void focusOn(this, app.bom.readProblem ? "#bom-read-problem" : "#bom-columns-title");
  }
}
