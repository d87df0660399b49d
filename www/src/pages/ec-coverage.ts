import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { categoryName } from "../components/ec-item-search.ts";
import { PageElement } from "../components/element.ts";
import { edition, entryTitle, itemFailure, listName } from "../components/item-text.ts";
import type { Counts, Coverage } from "../engine/item-types.ts";
import { number, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";

/** How much of each entry this tool can evaluate: a figure, not a claim. */
@customElement("ec-coverage")
export class EcCoverage extends PageElement {
  @state() private coverage: Coverage | undefined;
  @state() private list = "";
  @state() private category = "";
  #asked = false;

  protected override render(): TemplateResult {
    return html`
      <h1>${t("coverage-title")}</h1>
      <p class="lead">${t("coverage-lead")}</p>
      ${app.item.rules === "refused" || app.item.rules === "none" ? html`<p class="notice notice-loud" data-notice="no-rules">${t("rules-none")}</p>` : nothing}
      <div role="alert">${itemFailure()}</div>
      ${this.coverage ? this.#tables(this.coverage) : nothing}`;
  }

  protected override updated(): void {
    if (this.#asked || app.item.rules !== "ready") return;
    this.#asked = true;
    void app.item.coverage().then((coverage) => (this.coverage = coverage));
  }

  #tables({ lists }: Coverage): TemplateResult {
    const shown = lists.filter((one) => !this.list || one.list === this.list);
    const categories = [...new Set(lists.flatMap((one) => one.entries.map(({ entry }) => entry.charAt(0))))].sort();
    return html`
      <div class="coverage-totals">${lists.map((one) => html`
        <section class="coverage-total" aria-labelledby=${`total-${one.list}`}>
          <h2 id=${`total-${one.list}`}>${listName(one.list)}</h2>
          <p class="fact-note">${t("coverage-version", { version: edition(one.version), count: one.entries.length })}</p>
          ${bar(one.totals)}
          <dl class="figures">${figure(t("coverage-modelled"), one.totals.modelled)}${figure(t("coverage-described"), one.totals.described)}${figure(t("coverage-absent"), one.totals.absent)}${figure(t("coverage-leaves"), one.totals.leaves)}</dl>
        </section>`)}</div>
      <p>${t("coverage-meaning")}</p>
      <div class="toolbar">
        <div class="field"><label for="coverage-list">${t("coverage-list")}</label><select id="coverage-list" @change=${(event: Event) => (this.list = (event.target as HTMLSelectElement).value)}><option value="">${t("coverage-all-lists")}</option>${lists.map((one) => html`<option value=${one.list} ?selected=${one.list === this.list}>${listName(one.list)}</option>`)}</select></div>
        <div class="field"><label for="coverage-category">${t("coverage-category")}</label><select id="coverage-category" @change=${(event: Event) => (this.category = (event.target as HTMLSelectElement).value)}><option value="">${t("coverage-all-categories")}</option>${categories.map((category) => html`<option value=${category} ?selected=${category === this.category}>${categoryName(category)}</option>`)}</select></div>
      </div>
      ${shown.map((one) => {
        const entries = one.entries.filter(({ entry }) => !this.category || entry.startsWith(this.category));
        return html`
          <section aria-labelledby=${`coverage-${one.list}`}>
            <h2 id=${`coverage-${one.list}`}>${t("coverage-entries", { list: listName(one.list), count: entries.length })}</h2>
            <div class="table-scroll" tabindex="0" role="group" aria-labelledby=${`coverage-${one.list}`}>
              <table class="grid coverage" data-list=${one.list}>
                <thead><tr><th scope="col">${t("coverage-entry")}</th><th scope="col" class="figure">${t("coverage-leaves")}</th><th scope="col" class="figure">${t("coverage-modelled")}</th><th scope="col" class="figure">${t("coverage-described")}</th><th scope="col" class="figure">${t("coverage-absent")}</th><th scope="col">${t("coverage-share")}</th></tr></thead>
                <tbody>${entries.map((entry) => html`<tr data-entry=${entry.entry}><th scope="row"><span class="reference">${entry.entry}</span> <span class="coverage-name">${entryTitle(entry.entry)}</span></th><td class="figure">${number(entry.leaves)}</td><td class="figure">${number(entry.modelled)}</td><td class="figure">${number(entry.described)}</td><td class="figure">${number(entry.absent)}</td><td class="coverage-bar">${bar(entry)}</td></tr>`)}</tbody>
              </table>
            </div>
          </section>`;
      })}`;
  }
}

function figure(label: string, value: number): TemplateResult {
  return html`<div><dt>${label}</dt><dd>${number(value)}</dd></div>`;
}

/** Shares of a whole; the figures stand beside it. */
function bar({ modelled, described, absent }: Counts): TemplateResult {
  const total = Math.max(1, modelled + described + absent);
  const width = (share: number) => (share / total) * 100;
  return html`<svg class="share" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true" focusable="false"><rect class="share-absent" width="100" height="8" /><rect class="share-described" width=${width(modelled + described)} height="8" /><rect class="share-modelled" width=${width(modelled)} height="8" /></svg>`;
}
