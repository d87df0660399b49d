import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOfStep } from "../state/route.ts";
import { compactField, fieldId, problemText } from "./answer-field.ts";
import { diagram } from "./diagrams.ts";
import { focusOn, PageElement } from "./element.ts";
import { attributeText } from "./item-text.ts";

/** All values on one sheet, for those who have the datasheet before them. Every entry counts at once. */
@customElement("ec-values-sheet")
export class EcValuesSheet extends PageElement {
  @state() private listProblems = false;

  protected override render(): TemplateResult {
    const { item } = app;
    const attributes = item.view?.attributes ?? [];
    const derived = [...item.derived].filter((attribute) => !attributes.includes(attribute));
    const problems = item.result?.problems ?? [];
    return html`
      <form class="values" novalidate @submit=${this.#submit} autocomplete="off">
        <h2 id="step-title" tabindex="-1">${t("sheet-title")}</h2>
        <p id="sheet-hint">${t("sheet-text")} ${t("quantity-hint")}</p>
        <div role="alert">${this.listProblems && problems.length ? html`
          <div class="error-summary" tabindex="-1" aria-labelledby="error-title">
            <h2 id="error-title">${t("error-summary-title")}</h2>
            <ul>${problems.map((problem) => html`<li><a href=${`#${fieldId(problem.attribute)}`} @click=${(event: Event) => this.#goTo(event, problem.attribute)}>${attributeText(problem.attribute).label}: ${problemText(problem)}</a></li>`)}</ul>
          </div>` : nothing}</div>
        <div class="values-rows">${attributes.map((attribute) => keyed(`${item.family} ${attribute}`, this.#row(attribute)))}</div>
        ${derived.length ? html`<h3>${t("sheet-derived")}</h3><p>${t("sheet-derived-text")}</p>
          <div class="values-rows">${derived.map((attribute) => keyed(`${item.family} ${attribute}`, this.#row(attribute)))}</div>` : nothing}
        <div class="actions">
          <button type="submit" class="button">${t("to-result")}</button>
        </div>
      </form>`;
  }

  #row(attribute: string): TemplateResult {
    const { item } = app;
    const text = attributeText(attribute);
    const asked = item.result?.ask.some((ask) => ask.attribute === attribute) ?? true;
    const idle = !asked && !text.derived && !(attribute in item.answers);
    const labelId = `label-${attribute}`;
    return html`
      <div class="values-row ${idle ? "idle" : ""}">
        <div class="values-name">
          <span class="values-label" id=${labelId}>${text.label}</span>
          ${idle ? html`<span class="fact-note">${t("sheet-idle")}</span>` : nothing}
          <details><summary>${t("sheet-question")}<span class="visually-hidden">: ${text.label}</span></summary>
            <p>${text.question}</p>${text.help ? html`<p class="hint">${text.help}</p>` : nothing}${text.measured ? html`<p class="hint">${text.measured}</p>` : nothing}${diagram(text.diagram)}
          </details>
        </div>
        ${compactField({ attribute, answer: item.answers[attribute], problem: item.result?.problems.find((problem) => problem.attribute === attribute), labelledBy: labelId, give: (answer) => item.answer({ [attribute]: answer }) })}
      </div>`;
  }

  #goTo(event: Event, attribute: string): void {
    event.preventDefault();
    this.querySelector<HTMLElement>(`#${fieldId(attribute)}`)?.focus();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    if (document.activeElement instanceof HTMLInputElement && document.activeElement.closest(".quantity")) document.activeElement.dispatchEvent(new Event("change", { bubbles: true }));
    await app.item.settled();
    this.listProblems = Boolean(app.item.result?.problems.length);
    if (this.listProblems) return focusOn(this, ".error-summary");
    location.hash = hrefOfStep(app.item.family, "result");
  }
}
