import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { JurisdictionResult, Licensing } from "../engine/licence-types.ts";
import { date, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOf, hrefOfStep } from "../state/route.ts";
import { problemText } from "./answer-field.ts";
import { PageElement } from "./element.ts";
import { attributeText, edition } from "./item-text.ts";
import { decidingClauses, jurisdictionSection } from "./licence-details.ts";
import { canAnswer, givenAnswers, openQuestions, questionLabel } from "./licence-questions.ts";
import { authorisationName, classification, checksNotRun, citation, codesIn, itemName, itemState, jurisdictionName, measureText, routeFacts, routeText } from "./licence-text.ts";

type Part = TemplateResult | typeof nothing;
/** Questions named in an outcome that is open; the rest is counted. */
const NAMED = 4;

/** What each body of export rules says about the case, why, what is left to answer, and what was not looked at. */
@customElement("ec-licence-result")
export class EcLicenceResult extends PageElement {
  protected override render(): Part {
    const { result } = app.licence;
    if (!result) return nothing;
    return html`
      <div class="licence-result">
        <header class="result-head">
          <h2 id="step-title" tabindex="-1">${t("licence-result-title", { item: itemName(), route: routeText() })}</h2>
          ${routeFacts() ? html`<p class="result-facts">${routeFacts()}</p>` : nothing}
          <p class="result-asked">${t("item-result-made", { date: date(result.as_of), version: result.rules.version })} <span class="reference digest">${result.rules.digest.slice(0, 12)}</span></p>
        </header>
        <div class="visually-hidden" role="status">${result.jurisdictions.map((one) => `${jurisdictionName(one.jurisdiction)}: ${tCode("licence-short", one.outcome)}.`).join(" ")}</div>
        ${this.#problems(result)}
        ${this.#comesFirst()}
        <div class="verdicts">${result.jurisdictions.map((one) => this.#verdict(one, result))}</div>
        ${this.#differs(result)}
        ${openQuestions()}
        ${givenAnswers()}
        <div class="jurisdictions">${result.jurisdictions.map((one) => jurisdictionSection(one))}</div>
        ${this.#others(result)}
        ${this.#limits(result)}
      </div>`;
  }

  protected override updated(): void {
    const { licence } = app;
    if (!licence.result) return;
    const entries = new Set(licence.result.jurisdictions.flatMap((one) => codesIn(one.jurisdiction)).map((code) => code.split(".")[0] ?? code));
    void licence.cross([...entries].sort());
  }

  #verdict(one: JurisdictionResult, result: Licensing): TemplateResult {
    const id = `outcome-${one.jurisdiction}`;
    const notRun = checksNotRun(one);
    return html`
      <section class="verdict" data-jurisdiction=${one.jurisdiction} data-outcome=${one.outcome} aria-labelledby=${id}>
        <h3 id=${id}>${jurisdictionName(one.jurisdiction)}</h3>
        <p class="fact-note">${[one.instrument, edition(one.version)].filter(Boolean).join(" · ")}</p>
        <p class="verdict-sentence">${this.#sentence(one)}</p>
        ${one.outcome === "undecided" ? this.#toAnswer(one, result) : nothing}
        ${this.#reach(one)}
        ${decidingClauses(one)}
        <p class="verdict-item"><span class="fact-note">${t("licence-item-in-list")}</span> ${itemState(one)}</p>
        ${notRun && one.outcome !== "none-identified" ? html`<p class="verdict-not-run"><span class="fact-note">${t("licence-not-run-label")}</span> ${notRun}</p>` : nothing}
        <p><a href=${`#licence-${one.jurisdiction}`} @click=${(event: Event) => this.#jump(event, `licence-${one.jurisdiction}`)}>${t("licence-details-of", { name: jurisdictionName(one.jurisdiction) })}</a></p>
      </section>`;
  }

  #sentence(one: JurisdictionResult): string {
    const names = [...new Set(one.authorisations.filter(({ state }) => state === "open" || state === "conditions-met").map(({ measure }) => authorisationName(measure)))];
    const notRun = checksNotRun(one);
    if (one.outcome === "none-identified") return notRun ? t("licence-none-identified", { checks: notRun }) : t("licence-none-identified-all");
    if (one.outcome === "authorisation-possible") return t("licence-authorisation-possible", { names: list(names, "disjunction") });
    return tCode("licence-outcome", one.outcome);
  }

  /** Where the two come to something else, and by which clause. */
  #differs({ jurisdictions }: Licensing): Part {
    if (jurisdictions.length < 2 || new Set(jurisdictions.map(({ outcome }) => outcome)).size === 1) return nothing;
    return html`<section class="difference" aria-labelledby="differs-title"><h3 id="differs-title">${t("licence-differs")}</h3>
      <ul>${jurisdictions.map((one) => {
        const [first] = one.deciding;
        const text = first && measureText(first.measure);
        return html`<li><strong>${jurisdictionName(one.jurisdiction)}:</strong> ${tCode("licence-short", one.outcome)}${text ? html`, ${one.outcome === "undecided" ? t("licence-depends-on", { title: text.title }) : t("licence-because", { title: text.title })} ${citation(text.cite, text.link)}` : nothing}</li>`;
      })}</ul></section>`;
  }

  /** Whether the rules reach the case at all, where that is not plain. */
  #reach(one: JurisdictionResult): Part {
    if (one.scope !== "unknown") return nothing;
    const inside = one.outcome === "undecided" && one.if_in_scope !== "undecided" ? html` ${t("licence-if-in-scope", { outcome: tCode("licence-short", one.if_in_scope) })}` : nothing;
    return html`<p class="reach">${t("licence-reach-open")}${inside}</p>`;
  }

  #toAnswer(one: JurisdictionResult, result: Licensing): Part {
    const open = new Set([...one.findings, ...(one.scope === "unknown" ? one.scope_by : [])].flatMap(({ missing }) => missing));
    const asked = result.ask.map(({ question }) => question).filter((question) => open.has(question) && canAnswer(question));
    if (!asked.length) return html`<p>${t("verdict-described")}</p>`;
    return html`<ul class="question-links">${asked.slice(0, NAMED).map((question) => html`<li>${questionLabel(question)}</li>`)}</ul>
      ${asked.length > NAMED ? html`<p class="hint">${t("verdict-more-questions", { count: asked.length - NAMED })}</p>` : nothing}
      <p><a href="#questions-title" @click=${(event: Event) => this.#jump(event, "questions-title")}>${t("licence-to-questions")}</a></p>`;
  }

  /** Munitions lists and other agencies come before these rules. */
  #comesFirst(): Part {
    const { licence, item } = app;
    const yes = classification()?.review.filter(({ result }) => result === "yes") ?? [];
    if (!yes.length) return nothing;
    return html`<section class="notice notice-loud" data-notice="review" aria-labelledby="review-first"><h3 id="review-first">${t("review-yes")}</h3>
      <ul>${yes.map(({ id }) => html`<li>${item.texts?.review[id]?.question ?? id}</li>`)}</ul>
      ${licence.source === "checked" ? html`<p><a href=${hrefOfStep(item.family, "review")}>${t("review-change")}</a></p>` : nothing}</section>`;
  }

  #problems({ problems }: Licensing): Part {
    if (!problems.length) return nothing;
    return html`<div class="error-summary" data-notice="problems"><h3>${t("item-problems-title", { count: problems.length })}</h3>
      <ul>${problems.map((problem) => html`<li>${[attributeText(problem.attribute).label, problemText(problem)].filter(Boolean).join(": ")}${problem.help ? html` <span class="hint" lang="en">${problem.help}</span>` : nothing}</li>`)}</ul></div>`;
  }

  /** Other countries' lists: only their codes are known here. */
  #others({ jurisdictions }: Licensing): Part {
    const { crosswalk } = app.licence;
    const known = new Map(crosswalk.map((row) => [`${row.list} ${row.code}`, row]));
    if (!known.size || !jurisdictions.some(({ item }) => item === "listed")) return nothing;
    return html`<section class="other-codes" aria-labelledby="others-title"><h3 id="others-title">${t("licence-others")}</h3>
      <ul class="crosswalk">${[...known.values()].map((row) => html`<li>${tCode("other-list", row.list)} <span class="reference">${row.code}</span> ${tCode("crosswalk", row.relation)} <span class="reference">${row.entries.join(", ")}</span></li>`)}</ul>
      <p class="hint">${t("licence-others-hint")}</p></section>`;
  }

  /** Stands under every result, whatever it is. */
  #limits(result: Licensing): TemplateResult {
    return html`
      <section class="limits" aria-labelledby="licence-limits">
        <h3 id="licence-limits">${t("limits-title")}</h3>
        <ul>
          ${result.jurisdictions.map((one) => {
            const notRun = checksNotRun(one);
            return notRun ? html`<li>${t("licence-limits-not-run", { name: jurisdictionName(one.jurisdiction), checks: notRun })}</li>` : nothing;
          })}
          ${classification()?.review.some(({ result: of }) => of === "unknown") ? html`<li>${t("review-undecided")}</li>` : nothing}
          <li>${t("licence-limits-others")}</li>
          <li>${t("licence-limits-parties")} <a href=${hrefOf("one")}>${t("nav-one")}</a></li>
          <li>${t("licence-limits-text")}</li>
        </ul>
        <h3>${t("duty-title")}</h3>
        ${result.notices.map((code) => html`<p data-notice=${code}>${tCode("licence-notice", code)}</p>`)}
      </section>`;
  }

  #jump(event: Event, id: string): void {
    event.preventDefault();
    const target = document.getElementById(id);
    target?.focus({ preventScroll: true });
    target?.scrollIntoView();
  }
}
