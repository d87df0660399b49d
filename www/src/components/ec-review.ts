import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import { UNKNOWN } from "../engine/item-types.ts";
import { t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { PageElement } from "./element.ts";
import { nextStep } from "./ec-question.ts";
import { listName, yesNo } from "./item-text.ts";

/** What comes before the dual-use lists: munitions, other agencies. A short list, answered with yes, no or “I do not know”. */
@customElement("ec-review")
export class EcReview extends PageElement {
  protected override render(): TemplateResult {
    const { item } = app;
    // Some prompts concern certain entries only; the engine names those that concern this item.
    const asked = item.result && new Set(item.result.review.map(({ id }) => id));
    const prompts = Object.entries(item.texts?.review ?? {}).filter(([id]) => !asked || asked.has(id));
    const yes = item.result?.review.some(({ result }) => result === "yes");
    return html`
      <form class="review" @submit=${this.#submit}>
        <h2 id="step-title" tabindex="-1">${t("review-title")}</h2>
        <p>${t("review-text")}</p>
        ${prompts.map(([id, { list, question, help, cite }]) => html`
          <fieldset class="field review-prompt" data-review=${id}>
            <legend>${question}</legend>
            <p class="hint">${[listName(list), cite].filter(Boolean).join(" · ")}${help ? html`<br />${help}` : nothing}</p>
            <div class="review-choices">${["yes", "no", UNKNOWN].map((answer) => html`<label class="choice"><input type="radio" name=${`review-${id}`} value=${answer} .checked=${live(item.answers[id] === answer)} @change=${() => item.answer({ [id]: answer })} /><span>${answer === UNKNOWN ? t("i-do-not-know") : yesNo(answer)}</span></label>`)}</div>
          </fieldset>`)}
        <div role="status">${yes ? html`<p class="notice notice-loud">${t("review-yes")}</p>` : nothing}</div>
        <div class="actions">
          <button type="submit" class="button">${t("question-continue")}</button>
          <a class="button-quiet" href="#/item">${t("question-back")}</a>
        </div>
        <p class="hint">${t("review-open")}</p>
      </form>`;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    await app.item.settled();
    location.hash = nextStep();
  }
}
