import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { list, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOfStep } from "../state/route.ts";
import { answerField, fieldId, problemText } from "./answer-field.ts";
import { diagram } from "./diagrams.ts";
import { focusOn, PageElement } from "./element.ts";
import { attributeText, madeFrom, sourcesOf } from "./item-text.ts";

/** One question on a page of its own, with what helps to answer it. */
@customElement("ec-question")
export class EcQuestion extends PageElement {
  @property() attribute = "";
  /** Set when Continue was pressed without an answer. */
  @state() private missing = "";

  protected override render(): TemplateResult {
    const { item } = app;
    const text = attributeText(this.attribute);
    const problem = item.result?.problems.find(({ attribute }) => attribute === this.attribute);
    const missing = this.missing === this.attribute && !(this.attribute in item.answers);
    const ask = item.result?.ask.find(({ attribute }) => attribute === this.attribute);
    const before = item.before(this.attribute);
    const back = before ? hrefOfStep(item.family, "question", before) : hrefOfStep(item.family, "review");
    const direct = madeFrom(this.attribute);
    const problemId = `${fieldId(this.attribute)}-missing`;
    return html`
      <div role="alert">${problem || missing ? html`
        <div class="error-summary" tabindex="-1" aria-labelledby="error-title">
          <h2 id="error-title">${t("error-summary-title")}</h2>
          <ul><li><a href=${`#${fieldId(this.attribute)}`} @click=${this.#toField}>${problem ? problemText(problem) : t("question-unanswered")}</a></li></ul>
        </div>` : nothing}</div>
      ${keyed(this.attribute, html`
        <form class="question" novalidate @submit=${this.#submit} autocomplete="off">
          <h2 id="step-title" tabindex="-1">${text.question}</h2>
          ${text.help ? html`<p class="question-help" id="question-help">${text.help}</p>` : nothing}
          ${diagram(text.diagram)}
          ${missing ? html`<p class="problem" id=${problemId}>${t("question-unanswered")}</p>` : nothing}
          ${text.kind === "quantity" ? html`<p class="hint" id="quantity-hint">${t("quantity-hint")}</p>` : nothing}
          ${answerField({ attribute: this.attribute, answer: item.answers[this.attribute], problem, labelledBy: "step-title", describedBy: [text.help ? "question-help" : "", text.kind === "quantity" ? "quantity-hint" : "", missing ? problemId : ""].filter(Boolean).join(" "), give: (answer) => item.answer({ [this.attribute]: answer }) })}
          <div class="actions">
            <button type="submit" class="button">${t("question-continue")}</button>
            <a class="button-quiet" href=${back}>${t("question-back")}</a>
          </div>
          <p class="question-decides">${ask ? t("question-decides", { decides: ask.decides, of: ask.of }) : text.derived ? html`${t("question-derived")} ${this.#links(sourcesOf(this.attribute))}` : t("question-decides-nothing")}</p>
          ${direct.length ? html`<p class="question-decides">${t("question-direct")} ${this.#links(direct)}</p>` : nothing}
          ${this.#background()}
        </form>`)}`;
  }

  #links(attributes: string[]): TemplateResult {
    return html`${attributes.map((attribute, at) => html`${at ? ", " : nothing}<a href=${hrefOfStep(app.item.family, "question", attribute)}>${attributeText(attribute).label}</a>`)}`;
  }

  /** How it is measured, where the law defines it, and under which names a datasheet lists it. */
  #background(): TemplateResult | typeof nothing {
    const text = attributeText(this.attribute);
    if (!text.measured && !text.aka?.length && !text.cite) return nothing;
    return html`<dl class="facts question-facts">
      ${text.measured ? html`<div><dt>${t("question-measured")}</dt><dd>${text.measured}</dd></div>` : nothing}
      ${text.aka?.length ? html`<div><dt>${t("question-aka")}</dt><dd>${list(text.aka, "disjunction")}</dd></div>` : nothing}
      ${text.cite ? html`<div><dt>${t("question-cite")}</dt><dd class="reference">${text.cite}</dd></div>` : nothing}
    </dl>`;
  }

  #toField(event: Event): void {
    event.preventDefault();
    const field = this.querySelector<HTMLElement>(`#${fieldId(this.attribute)}`);
    (field?.querySelector<HTMLElement>("input") ?? field)?.focus();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const { item } = app;
    const answered = this.attribute;
    // Enter in the text field submits before the field says that it changed.
    const field = this.querySelector<HTMLInputElement>(`input#${fieldId(answered)}`);
    if (field === document.activeElement) field?.dispatchEvent(new Event("change", { bubbles: true }));
    await item.settled();
    if (!(answered in item.answers)) {
      this.missing = answered;
      return focusOn(this, ".error-summary");
    }
    this.missing = "";
    if (item.failure || item.result?.problems.some(({ attribute }) => attribute === answered)) return focusOn(this, ".error-summary");
    location.hash = nextStep(answered);
  }
}

/** Where an answered question leads: to the one that decides most, else to the result. */
export function nextStep(answered = ""): string {
  const { item } = app;
  const next = item.result?.ask.find(({ attribute }) => attribute !== answered && !(attribute in item.answers)) ?? undefined;
  return next ? hrefOfStep(item.family, "question", next.attribute) : hrefOfStep(item.family, "result");
}
