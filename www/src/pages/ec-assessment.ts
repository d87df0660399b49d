import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { flags } from "../components/assess-flags.ts";
import { items } from "../components/assess-items.ts";
import "../components/assess-judgement.ts";
import { limits, problems, seen, whatWouldChange } from "../components/assess-limits.ts";
import { ownership, parties } from "../components/assess-parties.ts";
import "../components/assess-record.ts";
import { caseFacts, here, type Part } from "../components/assess-text.ts";
import "../components/assess-tier.ts";
import { toDo } from "../components/assess-todo.ts";
import { verdict } from "../components/assess-verdict.ts";
import { PageElement } from "../components/element.ts";
import { failureText } from "../components/item-text.ts";
import type { Assessment } from "../engine/case-types.ts";
import { date, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { desk } from "../state/assessment.ts";
import { hrefOfCase } from "../state/case/place.ts";
import { useRiskTexts } from "../state/risk-facts.ts";

/** What the whole case comes to: the tier first, then why, what to do, and what was not looked at. */
@customElement("ec-assessment")
export class EcAssessment extends PageElement {
  /** Questions shown since the page was entered: they stay where they are when they are answered. */
  #questions = new Map<string, { question: string; subject: string }>();
  #case = "";

  protected override willUpdate(): void {
    useRiskTexts(desk.texts, app.licence.texts?.checks);
    const id = desk.case?.id ?? "";
    if (id !== this.#case) this.#questions.clear();
    this.#case = id;
    for (const { question, subject } of desk.result?.ask ?? []) {
      const key = `${subject} ${question}`;
      if (!this.#questions.has(key)) this.#questions.set(key, { question, subject });
    }
  }

  protected override render(): TemplateResult {
    const { result } = desk;
    return html`
      ${desk.result && desk.case ? nothing : html`<h2 id="step-title" tabindex="-1">${t("assess-title")}</h2>`}
      ${!desk.case && app.case.state !== "loading" ? html`<p class="lead">${t("assess-no-case")}</p><p class="actions"><a class="button" href=${hrefOfCase("start")}>${t("assess-start")}</a> <a class="button-quiet" href="#/cases">${t("assess-saved")}</a></p>`
        : html`<div role="alert">${failureText(desk.failure)}</div>
          ${result && desk.case ? this.#assessment(result) : desk.failure ? html`<p><a href=${hrefOfCase("check")}>${t("assess-change-case")}</a></p>` : html`<p class="notice" role="status">${t("assess-working")}</p>`}`}`;
  }

  protected override updated(): void {
    if (!app.case.fresh && !app.case.assessing && !desk.failure && desk.case && desk.texts && app.licence.texts && app.loading === "ready") void app.case.assess();
  }

  #assessment(result: Assessment): TemplateResult {
    const { tier } = result.tier;
    return html`
      <div class="assessment" data-tier=${tier} aria-busy=${app.case.fresh ? "false" : "true"}>
        <header class="result-head">
          <h2 id="step-title" tabindex="-1">${t("assess-title-case", { title: result.case.title || t("assess-untitled") })}</h2>
          ${desk.case ? html`<p class="result-facts">${caseFacts(desk.case)}</p>` : nothing}
          <p class="result-asked">${t("item-result-made", { date: date(result.as_of), version: result.rules.version })} <span class="reference digest">${result.rules.digest.slice(0, 12)}</span>${result.lists ? html` · ${t("assess-lists-short")} <span class="reference digest">${result.lists.digest.slice(0, 12)}</span>` : nothing} · ${t("block-engine")} <span class="figure">${result.engine}</span></p>
          <dl class="print-head facts">
            <div><dt>${t("block-rules-digest")}</dt><dd class="reference">${result.rules.digest}</dd></div>
            ${result.lists ? html`<div><dt>${t("assess-lists-digest")}</dt><dd class="reference">${result.lists.digest}</dd></div>` : nothing}
          </dl>
          <p class="assess-edit"><a href=${hrefOfCase("check")}>${t("assess-change-case")}</a></p>
        </header>
        <div class="visually-hidden" role="status">${t("assess-said", { tier: tCode("assess-tier", tier) })}</div>
        ${problems(result)}
        ${verdict(result)}
        ${this.#contents(result)}
        <section class="assess-why" aria-labelledby="why-title">
          <h3 id="why-title" tabindex="-1">${t("assess-why")}</h3>
          <ec-assess-tier .result=${result}></ec-assess-tier>
          <h4>${t("assess-change")}</h4>
          ${whatWouldChange(result)}
        </section>
        ${flags(result, [...this.#questions.values()])}
        ${toDo(result)}
        ${parties(result)}
        ${ownership(result)}
        ${items(result)}
        ${seen(result)}
        ${limits(result)}
        <ec-save-record></ec-save-record>
      </div>`;
  }

  /** The parts of a long page, to jump to. */
  #contents(result: Assessment): Part {
    const seenHere = result.findings.some(({ kind, state }) => (kind === "flag" || kind === "factor") && state === "not-seen");
    const stops = result.findings.filter(({ kind, state, tier }) => kind === "factor" && state === "raised" && tier === "stop").length;
    const parts: [string, string][] = [["why-title", t("assess-why")], ...(stops ? [["stops-title", t("assess-stops", { count: stops })] as [string, string]] : []), ["flags-title", t("assess-flags", { count: 0 })], ...(result.ask.length ? [["ask-title", t("assess-ask-short")] as [string, string]] : []), ["to-do-title", t("assess-to-do")], ["parties-title", t("assess-parties")], ["items-title", t("assess-items", { count: result.items.length })], ...(seenHere ? [["seen-title", t("assess-seen-short")] as [string, string]] : []), ["assess-limits", t("assess-not-checked")], ["lists-used", t("assess-lists")], ["save-record-title", t("assess-record-title")]];
    return html`<nav class="contents" aria-label=${t("assess-contents")}><ul>${parts.map(([id, name]) => html`<li>${here(id, name)}</li>`)}</ul></nav>`;
  }
}
