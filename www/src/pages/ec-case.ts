import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { keyed } from "lit/directives/keyed.js";
import { PageElement } from "../components/element.ts";
import { failureText, itemFailure } from "../components/item-text.ts";
import type { Part } from "../components/case/fields.ts";
import { date, dateTime, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { legOf } from "../state/case/edit.ts";
import { today } from "../state/item.ts";
import { type CasePlace, hrefOfCase, SECTIONS, sectionOf } from "../state/case/place.ts";

/** Screens that show what the engine says, or ask what it wants to know. */
const ASSESSED = new Set(["start", "item", "amount", "details", "owners", "ties", "way", "leg", "know", "signs", "sign", "check", "assessment"]);

/** One case from its items to its assessment, one thing per screen. Every change is kept in the browser at once. */
@customElement("ec-case")
export class EcCase extends PageElement {
  #shown: string | undefined;

  protected override render(): TemplateResult {
    const place = app.casePlace;
    if (app.case.state === "loading") return html`<h1>${t("case-title")}</h1><p class="notice" role="status">${t("case-opening")}</p>`;
    if (app.case.state === "none") return html`<ec-case-start></ec-case-start>`;
    const title = app.case.current?.title ?? "";
    return html`
      <header class="builder-head">
        <h1 class=${place.step === "start" ? nothing : "builder-title"}><bdi>${title}</bdi></h1>
        ${this.#steps(place)}
        ${this.#savedLine()}
        ${this.#otherDay()}
      </header>
      ${this.#notReady()}
      ${keyed(`${place.step}/${place.id}/${place.sub}`, this.#screen(place))}`;
  }

  protected override updated(): void {
    const place = app.casePlace;
    if (app.case.state === "open" && ASSESSED.has(place.step)) void app.case.assess();
    const here = `${app.case.state}/${place.step}/${place.id}/${place.sub}`;
    if (this.#shown !== undefined && this.#shown !== here && !this.#shown.startsWith("loading")) void this.#arrive();
    this.#shown = here;
  }

  /** A new screen starts at its heading. */
  async #arrive(): Promise<void> {
    await new Promise((drawn) => requestAnimationFrame(drawn));
    const title = this.querySelector<HTMLElement>("#step-title") ?? this.querySelector<HTMLElement>("h1");
    if (title && !title.hasAttribute("tabindex")) title.tabIndex = -1;
    title?.focus({ preventScroll: true });
    // On a phone the page's own head would fill the first screen of every step.
    if (matchMedia("(max-width: 40rem)").matches && app.casePlace.step !== "start") this.scrollIntoView({ block: "start" });
    else scrollTo(0, 0);
  }

  #screen({ step, id, sub }: CasePlace): TemplateResult {
    switch (step) {
      case "start":
        return html`<ec-case-start></ec-case-start>`;
      case "items":
        return html`<ec-case-items></ec-case-items>`;
      case "item":
        return html`<ec-case-item .item=${id}></ec-case-item>`;
      case "amount":
        return html`<ec-case-amount .item=${id}></ec-case-amount>`;
      case "parties":
        return html`<ec-case-parties></ec-case-parties>`;
      case "party":
        return html`<ec-case-party .party=${id}></ec-case-party>`;
      case "details":
        return html`<ec-case-details .party=${id}></ec-case-details>`;
      case "owners":
        return html`<ec-case-owners .party=${id}></ec-case-owners>`;
      case "owner":
        return html`<ec-case-owner .party=${id} .owner=${sub}></ec-case-owner>`;
      case "ties":
        return html`<ec-case-ties .party=${id}></ec-case-ties>`;
      case "trusted":
        return html`<ec-case-trusted .party=${id}></ec-case-trusted>`;
      case "route":
        return html`<ec-case-route></ec-case-route>`;
      case "way":
        return html`<ec-case-way></ec-case-way>`;
      case "leg":
        // The last stop stands on the screen of the whole way.
        return legOf(app.case.current, id)?.kind === "destination" ? html`<ec-case-way></ec-case-way>` : html`<ec-case-leg .leg=${id}></ec-case-leg>`;
      case "use":
        return html`<ec-case-use></ec-case-use>`;
      case "know":
        return id ? html`<ec-case-known .key=${id}></ec-case-known>` : html`<ec-case-know></ec-case-know>`;
      case "signs":
        return html`<ec-case-signs></ec-case-signs>`;
      case "sign":
        return html`<ec-case-sign .key=${id}></ec-case-sign>`;
      case "check":
        return html`<ec-case-check></ec-case-check>`;
      case "assessment":
        return html`<ec-assessment></ec-assessment>`;
    }
  }

  #steps({ step }: CasePlace): TemplateResult {
    const here = sectionOf(step);
    return html`<nav class="builder-steps" aria-label=${t("case-steps")}><ol>${SECTIONS.map((section) => html`<li><a href=${hrefOfCase(section)} data-section=${section} aria-current=${here === section ? "step" : nothing}>${tCode("case-section", section)}</a></li>`)}</ol></nav>`;
  }

  /** The region stays in place, so that a failure is announced; a plain “saved” is not, at every key stroke. */
  #savedLine(): TemplateResult {
    const { saving, saved } = app.case;
    return html`
      <p class="builder-saved" data-saving=${saving} data-assessed=${app.case.fresh ? "yes" : "no"}>${saving === "failed" || saving === "conflict" ? nothing : html`${saving === "saved" && saved ? t("case-saved", { time: dateTime(saved.updated_at) }) : t("case-saving")}`}</p>
      <div role="alert">${saving === "failed" ? html`<p class="notice notice-loud" data-notice="not-saved">${t("case-not-saved")}</p>` : nothing}${saving === "conflict" ? html`<div class="notice notice-loud" data-notice="conflict"><p>${t("case-conflict")}</p>
        <div class="actions"><button type="button" class="button" data-settle="theirs" @click=${() => app.case.settle("theirs", "")}>${t("case-conflict-theirs")}</button>
        <button type="button" class="button-quiet" data-settle="copy" @click=${() => app.case.settle("copy", t("case-copy-title", { title: app.case.current?.title ?? "" }))}>${t("case-conflict-copy")}</button></div></div>` : nothing}</div>`;
  }

  /** A day that came with a file, or was set, and is not today: easily forgotten. */
  #otherDay(): Part {
    const { saved } = app.case;
    if (!saved?.as_of_fixed || saved.case.as_of === today()) return nothing;
    return html`<p class="notice" data-notice="other-day">${t("case-other-day", { date: date(saved.case.as_of) })} <button type="button" class="button-plain" id="use-today" @click=${() => app.case.setDate("")}>${t("case-use-today")}</button></p>`;
  }

  #notReady(): Part {
    if (app.case.failure && !app.case.assessing) return html`<div role="alert">${failureText(app.case.failure)}</div>`;
    if (app.case.texts || app.loading === "failed") return nothing;
    return app.item.rules === "loading" || app.item.rules === "ready"
      ? html`<p class="notice" role="status" data-notice="case-rules">${t("rules-loading")}</p>`
      : html`<p class="notice notice-loud" role="status" data-notice="no-rules">${t("case-no-rules")}</p>${itemFailure()}`;
  }
}
