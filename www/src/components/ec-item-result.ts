import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Classification, ListResult } from "../engine/item-types.ts";
import { date, list, number, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { productOf, saveProduct } from "../state/products.ts";
import { hrefOf, hrefOfStep } from "../state/route.ts";
import { problemText } from "./answer-field.ts";
import { clauses } from "./clauses.ts";
import { focusOn, PageElement } from "./element.ts";
import { attributeText, codeOf, edition, entryTitle, familyText, listName, listsOf } from "./item-text.ts";

type Part = TemplateResult | typeof nothing;
/** Questions named in a verdict; the rest is counted. */
const NAMED = 6;

/** What the answers lead to in each list, why, and what this does not say. */
@customElement("ec-item-result")
export class EcItemResult extends PageElement {
  @state() private name: string | undefined;
  @state() private saved = false;
  @state() private problem: "name" | "storage" | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { result } = app.item;
    if (!result) return nothing;
    // A result that finds nothing is only as good as what it covers: that is said before anything else.
    const listed = result.lists.some(({ verdict }) => verdict === "listed");
    return html`
      <div class="item-result">
        <header class="result-head">
          <h2 id="step-title" tabindex="-1">${t("item-result-title", { name: this.#name() || familyText(result.family).name })}</h2>
          <p class="result-asked">${t("item-result-made", { date: date(result.as_of), version: result.rules.version })} <span class="reference digest">${result.rules.digest.slice(0, 12)}</span></p>
        </header>
        ${this.#reopened()}
        ${this.#problems(result)}
        <div class="verdicts">${result.lists.map((one) => this.#verdict(one, result))}</div>
        <p class="actions"><a class="button" id="to-licence" href=${hrefOf("licence")} @click=${() => app.licence.take()}>${t("to-licence")}</a></p>
        ${this.#review(result)}
        ${this.#doNotKnow(result)}
        ${listed ? nothing : this.#limits(result)}
        ${result.provisions.length ? clauses(result) : nothing}
        ${this.#notInForce(result)}
        ${this.#related(result)}
        ${this.#seeAlso(result)}
        ${listed ? this.#limits(result) : nothing}
        ${this.#save()}
      </div>`;
  }

  #verdict(one: ListResult, result: Classification): TemplateResult {
    const met = one.entries.flatMap(({ entry, met: paths }) => paths.map((path) => codeOf({ entry, path })));
    const open = result.provisions.filter((provision) => provision.list === one.list && provision.result === "unknown");
    return html`
      <section class="verdict" data-list=${one.list} data-verdict=${one.verdict} aria-labelledby=${`verdict-${one.list}`}>
        <h3 id=${`verdict-${one.list}`}>${listName(one.list)}</h3>
        <p class="fact-note">${[one.instrument, edition(one.version)].filter(Boolean).join(" · ")}</p>
        ${one.verdict === "listed" ? html`
            <p class="verdict-sentence">${t("verdict-listed", { codes: list(met) })}</p>
            ${open.length ? html`<p>${t("verdict-listed-open", { count: open.length })}</p>` : nothing}`
          : one.verdict === "undecided" ? html`<p class="verdict-sentence">${t("verdict-undecided")}</p>${this.#toAnswer(one.list, result)}`
          : one.verdict !== "none-identified" ? html`<p class="verdict-sentence">${t("verdict-no-rule")}</p><p>${t("verdict-described")}</p>`
          : html`<p class="verdict-sentence">${t("verdict-none", { lists: listsOf([one]) })}</p>`}
      </section>`;
  }

  /** The questions that would settle the list, the most telling first. */
  #toAnswer(id: string, result: Classification): Part {
    const wanted = new Set(result.provisions.filter((provision) => provision.list === id && provision.result === "unknown").flatMap(({ missing }) => missing));
    const ranked = [...result.ask.map(({ attribute }) => attribute).filter((attribute) => wanted.has(attribute)), ...wanted];
    const all = [...new Set(ranked)];
    if (!all.length) return html`<p>${t("verdict-described")}</p>`;
    return html`<ul class="question-links">${all.slice(0, NAMED).map((attribute) => html`<li><a href=${hrefOfStep(result.family, "question", attribute)}>${attributeText(attribute).label}</a></li>`)}</ul>
      ${all.length > NAMED ? html`<p class="hint">${t("verdict-more-questions", { count: all.length - NAMED })}</p>` : nothing}`;
  }

  #reopened(): Part {
    const { product, difference } = app.item;
    if (!product || !difference) return nothing;
    const changed = difference.lists.length > 0;
    return html`<p class="notice ${changed ? "notice-loud" : ""}" role="status" data-notice=${changed ? "result-changed" : "result-same"}>
      ${changed ? t("reopened-changed", { date: date(product.saved_at), lists: list(difference.lists.map(listName)) }) : t("reopened-same", { date: date(product.saved_at) })}
      ${difference.rules ? t("reopened-rules") : nothing}</p>`;
  }

  #problems({ problems, family }: Classification): Part {
    if (!problems.length) return nothing;
    return html`<div class="error-summary" data-notice="problems"><h3>${t("item-problems-title", { count: problems.length })}</h3>
      <ul>${problems.map((problem) => html`<li><a href=${hrefOfStep(family, "question", problem.attribute)}>${attributeText(problem.attribute).label}: ${problemText(problem)}</a></li>`)}</ul></div>`;
  }

  /** Jurisdiction comes first: another list or agency may decide about the item. */
  #review({ review, family }: Classification): Part {
    const yes = review.filter(({ result }) => result === "yes");
    const open = review.filter(({ result }) => result === "unknown");
    if (!yes.length && !open.length) return nothing;
    const names = (all: typeof review) => html`<ul>${all.map(({ id, list: of }) => html`<li>${app.item.texts?.review[id]?.question ?? id} <span class="fact-note">${listName(of)}</span></li>`)}</ul>`;
    return html`<section class="notice ${yes.length ? "notice-loud" : ""}" data-notice="review" aria-labelledby="review-result">
      <h3 id="review-result">${yes.length ? t("review-yes") : t("review-undecided")}</h3>
      ${yes.length ? names(yes) : nothing}
      ${open.length ? html`${yes.length ? html`<p>${t("review-undecided")}</p>` : nothing}${names(open)}` : nothing}
      <p><a href=${hrefOfStep(family, "review")}>${t("review-change")}</a></p></section>`;
  }

  #doNotKnow({ do_not_know: unknown, family }: Classification): Part {
    if (!unknown.length) return nothing;
    return html`<section class="do-not-know-list" aria-labelledby="unknown-title"><h3 id="unknown-title">${t("unknown-title")}</h3><p>${t("unknown-text")}</p>
      <ul>${unknown.map((attribute) => html`<li><a href=${hrefOfStep(family, "question", attribute)}>${attributeText(attribute).question}</a> <span class="fact-note">${tCode("cost", String(attributeText(attribute).cost ?? 1))}</span></li>`)}</ul></section>`;
  }

  #related({ related, lists }: Classification): Part {
    const standing = new Set(lists.flatMap((one) => one.entries.filter(({ result }) => result !== "not-met").map(({ entry }) => `${one.list} ${entry}`)));
    const rows = related.filter((row) => (row.software.length || row.technology.length) && standing.has(`${row.list} ${row.entry}`));
    if (!rows.length) return nothing;
    const codes = (all: string[]) => html`<ul class="plain">${all.map((code) => html`<li><span class="reference">${code}</span> ${entryTitle(code)}</li>`)}</ul>`;
    return html`<section aria-labelledby="related-title"><h3 id="related-title">${t("related-title")}</h3><p>${t("related-text")}</p>
      <div class="table-scroll" tabindex="0" role="group" aria-labelledby="related-title"><table class="grid related"><thead><tr><th scope="col">${t("related-for")}</th><th scope="col">${t("related-software")}</th><th scope="col">${t("related-technology")}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr><th scope="row"><span class="reference">${row.entry}</span> <span class="fact-note">${listName(row.list)}</span></th><td>${codes(row.software)}</td><td>${codes(row.technology)}</td></tr>`)}</tbody></table></div></section>`;
  }

  #seeAlso({ see_also: all }: Classification): Part {
    if (!all.length) return nothing;
    const entries = [...new Set(all.map(({ entry }) => entry))];
    return html`<section aria-labelledby="see-also"><h3 id="see-also">${t("see-also-title")}</h3><p>${t("see-also-text")}</p>
      <ul class="see-also">${entries.map((entry) => html`<li data-entry=${entry}><span class="reference">${entry}</span> ${entryTitle(entry)}
        ${all.filter((row) => row.entry === entry).map(({ list: id, result }) => html`<span class="see-also-list"><span class="fact-note">${listName(id)}:</span> <span class="outcome outcome-${result}">${tCode("outcome", result)}</span></span>`)}</li>`)}</ul></section>`;
  }

  /** Stands under every result, whatever it is. */
  #limits(result: Classification): TemplateResult {
    return html`
      <section class="limits" aria-labelledby="item-limits">
        <h3 id="item-limits">${t("limits-title")}</h3>
        <ul>
          ${result.lists.map((one) => this.#coverage(one))}
          <li>${t("item-not-checked-lists", { lists: listsOf(result.lists) })}</li>
          <li>${t("item-not-checked-text")}</li>
          <li>${t("item-not-checked-parties")} <a href=${hrefOf("one")}>${t("nav-one")}</a></li>
        </ul>
        <h3>${t("duty-title")}</h3>
        ${result.notices.map((code) => html`<p data-notice=${code}>${tCode("item-notice", code)}</p>`)}
      </section>`;
  }

  /** What the rules lack in the entries looked at, and in the list as a whole. */
  #coverage(one: ListResult): TemplateResult {
    const count = one.not_modelled.reduce((sum, { paths }) => sum + paths.length, 0);
    const whole = t("item-coverage", { list: listName(one.list), modelled: number(one.coverage.modelled), leaves: number(one.coverage.leaves) });
    return html`<li data-coverage=${one.list}>
      ${whole} <a href=${hrefOf("coverage")}>${t("nav-coverage")}</a>
      ${count ? html`<div><details class="not-modelled"><summary>${t("item-not-modelled", { count })}</summary><ul>${one.not_modelled.map(({ entry, paths }) => html`<li><span class="reference">${entry}</span> ${entryTitle(entry)}: <span class="reference">${paths.join(", ")}</span></li>`)}</ul></details></div>` : nothing}
    </li>`;
  }

  #notInForce({ lists }: Classification): Part {
    const rows = lists.flatMap((one) => one.not_in_force.map((row) => ({ ...row, list: one.list })));
    if (!rows.length) return nothing;
    return html`<section aria-labelledby="not-in-force"><h3 id="not-in-force">${t("not-in-force-title")}</h3><ul class="plain">${rows.map((row) => html`<li><span class="reference">${codeOf(row)}</span> ${app.item.texts?.entries[row.entry]?.provisions?.[row.list]?.[row.path] ?? ""} <span class="fact-note">${listName(row.list)}</span> <strong>${tCode("status", row.status)}</strong></li>`)}</ul></section>`;
  }

  #save(): TemplateResult {
    return html`
      <section class="save" aria-labelledby="save-title">
        <h3 id="save-title">${t("save-title")}</h3>
        <form novalidate @submit=${this.#submit} autocomplete="off">
          <div class="field ${this.problem === "name" ? "wrong" : ""}">
            <label for="product-name">${t("save-name")}</label>
            <p class="hint" id="save-hint">${t("save-hint")}</p>
            <div role="alert">${this.problem ? html`<p class="problem" id="save-problem">${tCode("save-problem", this.problem)}</p>` : nothing}</div>
            <input id="product-name" .value=${this.#name()} aria-describedby=${this.problem ? "save-hint save-problem" : "save-hint"} aria-invalid=${this.problem === "name" ? "true" : "false"} @input=${this.#type} />
          </div>
          <div class="actions"><button type="submit" class="button">${t("save")}</button><button type="button" class="button-quiet" id="print" @click=${() => print()}>${t("print")}</button><span role="status">${this.saved ? html`<span class="said">${t("saved")}</span>` : nothing}</span></div>
        </form>
      </section>`;
  }

  #name(): string {
    return this.name ?? app.item.product?.name ?? "";
  }

  #type(event: Event): void {
    this.name = (event.target as HTMLInputElement).value;
    this.saved = false;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { item } = app;
    const name = this.#name().trim();
    this.saved = false;
    if (!name || !item.result) {
      this.problem = "name";
      return focusOn(this, "#product-name");
    }
    try {
      const product = productOf(name, item.answers, item.result, item.product?.id);
      await saveProduct(product);
      item.product = product;
      item.difference = undefined;
      this.problem = undefined;
      this.saved = true;
    } catch {
      this.problem = "storage";
    }
  }
}
