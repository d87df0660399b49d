import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { PageElement } from "../components/element.ts";
import { categoryName } from "../components/ec-item-search.ts";
import { answerText, attributeText, familyText, itemFailure } from "../components/item-text.ts";
import { number, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOfStep, type Step } from "../state/route.ts";

type Part = TemplateResult | typeof nothing;

/** Checking an item: find its family, answer what decides, see the result. The address says where the user is. */
@customElement("ec-item")
export class EcItem extends PageElement {
  #shown: string | undefined;

  protected override render(): TemplateResult {
    const { item, place } = app;
    if (item.rules !== "ready") return html`<h1>${t("item-title")}</h1><p class="lead">${t("item-lead")}</p>${this.#notReady()}`;
    if (place.step === "search") return html`<ec-item-search></ec-item-search>`;
    if (!item.texts?.families[place.family]) return html`<h1>${t("item-title")}</h1><p>${t("family-unknown", { family: place.family })} <a href="#/item">${t("item-other")}</a></p>`;
    const flow = place.step === "review" || place.step === "question";
    return html`
      <header class="item-head">
        <h1>${familyText(place.family).name}</h1>
        <p class="fact-note">${categoryName(familyText(place.family).category)} · <a href="#/item">${t("item-other")}</a></p>
        ${this.#steps()}
      </header>
      <div class="visually-hidden" role="status">${item.result && item.family === place.family ? this.#standing() : ""}</div>
      ${this.#ready() ? html`
        ${this.#carried()}
        ${place.step === "result"
          ? html`<ec-item-result></ec-item-result>`
          : html`<div class="flow ${flow ? "" : "flow-wide"}">
              <div class="flow-main">${this.#step(place.step)}</div>
              <aside class="flow-side" aria-label=${t("side-label")}>${this.#progress()}${this.#answers()}</aside>
            </div>`}` : html`<div role="alert">${itemFailure()}</div>`}`;
  }

  protected override updated(): void {
    const { item, place } = app;
    if (item.rules !== "ready") return;
    if (place.family && item.texts?.families[place.family] && item.family !== place.family) void item.choose(place.family);
    if (place.step === "question" && this.#ready()) this.#settleQuestion();
    const here = `${place.family}/${place.step}/${place.attribute}`;
    if (!this.#ready() && place.family) return;
    if (this.#shown !== undefined && this.#shown !== here) void this.#arrive();
    this.#shown = here;
  }

  #ready(): boolean {
    const { item, place } = app;
    return item.family === place.family && Boolean(item.view && item.result);
  }

  /** Without an attribute in the address, the question that decides most; with one, it counts as shown. */
  #settleQuestion(): void {
    const { item, place } = app;
    if (place.attribute) return item.show(place.attribute);
    const next = item.result?.ask.find(({ attribute }) => !(attribute in item.answers)) ?? item.result?.ask[0];
    location.replace(next ? hrefOfStep(place.family, "question", next.attribute) : hrefOfStep(place.family, "result"));
  }

  /** A new step starts at its heading. */
  async #arrive(): Promise<void> {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const title = this.querySelector<HTMLElement>("#step-title") ?? this.querySelector<HTMLElement>("h1");
    if (title && !title.hasAttribute("tabindex")) title.tabIndex = -1;
    title?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }

  #step(step: Step): Part {
    switch (step) {
      case "review":
        return html`<ec-review></ec-review>`;
      case "question":
        return app.place.attribute ? html`<ec-question .attribute=${app.place.attribute}></ec-question>` : nothing;
      case "sheet":
        return html`<ec-values-sheet></ec-values-sheet>`;
      case "paste":
        return html`<ec-datasheet></ec-datasheet>`;
      default:
        return nothing;
    }
  }

  #steps(): TemplateResult {
    const { place } = app;
    const tab = (step: Step, label: string) => html`<li><a href=${hrefOfStep(place.family, step)} data-step=${step} aria-current=${place.step === step || (step === "question" && place.step === "review") ? "step" : nothing}>${label}</a></li>`;
    return html`<nav class="ways" aria-label=${t("ways-label")}><ul>
      ${tab("question", t("way-question"))}${tab("sheet", t("way-sheet"))}${tab("paste", t("way-paste"))}${tab("result", t("way-result"))}
    </ul></nav>`;
  }

  #progress(): Part {
    const { result } = app.item;
    if (!result) return nothing;
    const total = result.provisions.length;
    const open = result.provisions.filter((provision) => provision.result === "unknown").length;
    return html`
      <div class="standing">
        <h2>${t("standing-title")}</h2>
        <p id="standing-text">${this.#standing()}</p>
        <progress max=${Math.max(1, total)} value=${total - open} aria-labelledby="standing-text"></progress>
        <p><a href=${hrefOfStep(app.place.family, "result")}>${t("to-result")}</a></p>
      </div>`;
  }

  #standing(): string {
    const all = app.item.result?.provisions ?? [];
    const open = all.filter((provision) => provision.result === "unknown").length;
    return t("standing-open", { open: number(open), total: number(all.length), count: open });
  }

  /** What was answered so far; every answer can be changed from here, and the others stay. */
  #answers(): TemplateResult {
    const { item, place } = app;
    const given = Object.keys(item.answers).filter((attribute) => item.texts?.attributes[attribute]);
    const order = [...item.shown.filter((attribute) => given.includes(attribute)), ...given.filter((attribute) => !item.shown.includes(attribute))];
    const problems = new Set(item.result?.problems.map(({ attribute }) => attribute));
    return html`
      <div class="answers">
        <h2 id="answers-title">${t("answers-title", { count: order.length })}</h2>
        ${order.length ? html`<ol>${order.map((attribute) => html`
          <li data-answer=${attribute} class=${problems.has(attribute) ? "wrong" : ""}>
            <span class="answers-label">${attributeText(attribute).label}</span>
            <span class="answers-value"><bdi>${answerText(attribute, item.answers[attribute])}</bdi>${problems.has(attribute) ? html` <span class="problem">${t("answer-not-understood")}</span>` : nothing}</span>
            <a href=${hrefOfStep(place.family, "question", attribute)}>${t("answer-change")}<span class="visually-hidden">: ${attributeText(attribute).label}</span></a>
          </li>`)}</ol>` : html`<p class="hint">${t("answers-none")}</p>`}
      </div>`;
  }

  #carried(): Part {
    const { item } = app;
    if (!item.carried) return nothing;
    return html`<p class="notice" data-notice="carried">${t("answers-carried", { count: item.carried })} <button type="button" class="button-plain" @click=${() => item.restart()}>${t("answers-drop")}</button></p>`;
  }

  #notReady(): TemplateResult {
    const { item } = app;
    if (item.rules === "loading" && app.loading !== "failed") return html`<p class="notice" role="status">${t("rules-loading")}</p>`;
    return html`<p class="notice notice-loud" role="status" data-notice="no-rules">${t("rules-none")}</p><div role="alert">${itemFailure()}</div>`;
  }
}
