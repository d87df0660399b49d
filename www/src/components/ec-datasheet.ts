import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Answer, Recognised } from "../engine/item-types.ts";
import { t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { focusOn, PageElement } from "./element.ts";
import { nextStep } from "./ec-question.ts";
import { answerText, attributeText, itemFailure } from "./item-text.ts";

/** Rows of a datasheet, pasted; what was recognised is taken over only after the user has seen it. */
@customElement("ec-datasheet")
export class EcDatasheet extends PageElement {
  @state() private read: Recognised | undefined;
  @state() private taken = new Set<number>();

  protected override render(): TemplateResult {
    return html`
      <form class="datasheet" novalidate @submit=${this.#recognise}>
        <h2 id="step-title" tabindex="-1">${t("paste-title")}</h2>
        <p id="paste-hint">${t("paste-text")}</p>
        <div class="field"><label for="datasheet">${t("paste-label")}</label>
          <textarea id="datasheet" rows="8" .value=${app.item.pasted} aria-describedby="paste-hint" spellcheck="false"></textarea></div>
        <div class="actions"><button type="submit" class="button-quiet">${t("paste-read")}</button></div>
      </form>
      <div role="alert">${itemFailure()}</div>
      ${this.read ? this.#found(this.read) : nothing}`;
  }

  #found({ found, unread }: Recognised): TemplateResult {
    return html`
      <section aria-labelledby="read-title">
        <h3 id="read-title" tabindex="-1">${t("paste-found", { count: found.length })}</h3>
        ${found.length ? html`
          <form @submit=${this.#take}>
            <ul class="recognised">${found.map((row, at) => this.#row(row, at))}</ul>
            <div class="actions"><button type="submit" class="button" aria-disabled=${this.taken.size ? "false" : "true"}>${t("paste-take", { count: this.taken.size })}</button></div>
          </form>` : html`<p>${t("paste-nothing")}</p>`}
        ${unread.length ? html`<h3>${t("paste-unread", { count: unread.length })}</h3><p>${t("paste-unread-text")}</p><ol class="unread">${unread.map(({ line, text, reason }) => html`<li value=${line}><bdi>${text}</bdi> <span class="fact-note">${tCode("unread", reason)}</span></li>`)}</ol>` : nothing}
      </section>`;
  }

  #row({ attribute, value, line, text }: Recognised["found"][number], at: number): TemplateResult {
    const before = app.item.answers[attribute];
    const replaced = before !== undefined && JSON.stringify(before) !== JSON.stringify(value) ? answerText(attribute, before) : "";
    return html`<li data-attribute=${attribute}>
      <label class="choice"><input type="checkbox" .checked=${this.taken.has(at)} @change=${(event: Event) => this.#tick(at, (event.target as HTMLInputElement).checked)} />
        <span><span class="recognised-label">${attributeText(attribute).label}</span> <strong>${answerText(attribute, value)}</strong>
          ${replaced ? html`<span class="fact-note">${t("paste-replaces", { answer: replaced })}</span>` : nothing}
          <span class="recognised-line">${t("paste-line", { line })} <q><bdi>${text}</bdi></q></span></span></label>
    </li>`;
  }

  /** Two lines may name the same value; only one of them can be taken. */
  #tick(at: number, on: boolean): void {
    const attribute = this.read?.found[at]?.attribute;
    const next = new Set([...this.taken].filter((other) => other !== at && !(on && this.read?.found[other]?.attribute === attribute)));
    if (on) next.add(at);
    this.taken = next;
  }

  async #recognise(event: Event): Promise<void> {
    event.preventDefault();
    const text = this.querySelector<HTMLTextAreaElement>("#datasheet")?.value ?? "";
    this.read = await app.item.recognise(text);
    this.taken = new Set();
    const seen = new Set<string>();
    for (const [at, { attribute }] of (this.read?.found ?? []).entries()) {
      if (!seen.has(attribute)) this.taken.add(at);
      seen.add(attribute);
    }
    this.requestUpdate();
    await focusOn(this, this.read ? "#read-title" : "#item-failure");
  }

  async #take(event: Event): Promise<void> {
    event.preventDefault();
    const given: Record<string, Answer> = {};
    for (const at of this.taken) {
      const row = this.read?.found[at];
      if (row) given[row.attribute] = row.value;
    }
    if (!Object.keys(given).length) return;
    for (const attribute of Object.keys(given)) app.item.show(attribute);
    await app.item.answer(given);
    location.hash = nextStep();
  }
}
