import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Finding, JurisdictionResult, Licensing } from "../engine/licence-types.ts";
import { date, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOf, hrefOfStep } from "../state/route.ts";
import { problemText } from "./answer-field.ts";
import { criteria } from "./clauses.ts";
import { PageElement } from "./element.ts";
import { attributeText, edition } from "./item-text.ts";
import { authorisations } from "./licence-authorisations.ts";
import { canAnswer, givenAnswers, missingHere, openQuestions, questionLabel, questionRows } from "./licence-questions.ts";
import { authorisationName, checkName, classification, checksNotRun, citation, codesIn, itemName, itemState, joined, jurisdictionName, measureText, provisionLine, routeFacts, routeText } from "./licence-text.ts";

type Part = TemplateResult | typeof nothing;
/** Questions named in an outcome that is open; the rest is counted. */
const NAMED = 4;
/** More undecided rules than these are folded: the questions lead on better. */
const SURVEYABLE = 3;

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
        <div class="jurisdictions">${result.jurisdictions.map((one) => this.#jurisdiction(one))}</div>
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
        ${this.#deciding(one)}
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

  /** The clauses that the outcome rests on. */
  #deciding(one: JurisdictionResult): Part {
    const rows = joined(one.deciding);
    if (!rows.length) return nothing;
    return html`<div class="deciding"><p class="deciding-title">${one.outcome === "undecided" ? t("licence-hangs-on", { count: rows.length }) : t("licence-deciding", { count: rows.length })}</p>
      <ul>${rows.map(({ one: { measure }, provisions }) => {
        const text = measureText(measure);
        const finding = one.findings.find((known) => known.measure === measure && (!known.provision || !provisions.length || provisions.includes(known.provision)));
        const decisive = finding?.criteria.filter(({ result, attribute }) => result === "met" && attribute !== "item_listed").slice(0, 2) ?? [];
        return html`<li data-measure=${measure}>${text.name ? html`<strong>${text.name}</strong> ` : nothing}${text.title} ${citation(text.cite, text.link)}
          ${provisions.length ? html`<span class="deciding-provisions reference">${provisions.join(", ")}</span>` : nothing}
          ${criteria(decisive)}</li>`;
      })}</ul></div>`;
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

  #jurisdiction(one: JurisdictionResult): TemplateResult {
    const met = joined(one.findings.filter(({ result }) => result === "met"));
    const open = joined(one.findings.filter(({ result }) => result !== "met"));
    const id = `licence-${one.jurisdiction}`;
    return html`
      <section class="jurisdiction" data-jurisdiction=${one.jurisdiction} aria-labelledby=${id}>
        <h3 id=${id} tabindex="-1">${t("licence-details-of", { name: jurisdictionName(one.jurisdiction) })}</h3>
        <div class="part findings">
          <h4>${t("licence-findings", { count: met.length })}</h4>
          ${met.length ? met.map(({ one: finding, provisions }) => this.#finding(finding, provisions, one)) : html`<p>${t("licence-findings-none")}</p>`}
          ${open.length ? html`<details class="findings-open" ?open=${open.length <= SURVEYABLE}><summary>${t("licence-findings-open", { count: open.length })}</summary>${open.map(({ one: finding, provisions }) => this.#finding(finding, provisions, one))}</details>` : nothing}
        </div>
        ${authorisations(one)}
        ${this.#scope(one)}
        ${this.#listed(one, "duties")}
        ${this.#listed(one, "prompts")}
        ${this.#notRun(one)}
      </section>`;
  }

  #finding(finding: Finding, provisions: string[], { jurisdiction, deciding, outcome }: JurisdictionResult): TemplateResult {
    const text = measureText(finding.measure);
    const decides = deciding.some(({ measure }) => measure === finding.measure);
    const over = finding.overcome_by ?? [];
    return html`
      <article class="finding ${decides ? "finding-decides" : ""}" data-measure=${finding.measure} data-kind=${finding.kind} data-result=${finding.result}>
        <p class="finding-kind">${tCode("licence-kind", finding.kind)} <span class="outcome outcome-${finding.result}">${tCode("outcome", finding.result)}</span></p>
        <h5>${text.title}</h5>
        ${decides ? html`<p class="differs-note">${outcome === "undecided" ? t("licence-result-hangs-on") : t("licence-decides")}</p>` : nothing}
        ${provisions.length ? html`<p class="fact-note">${provisions.map((provision, at) => html`${at ? html`<br />` : nothing}${provisionLine(jurisdiction, provision)}`)}</p>` : nothing}
        <p>${text.text} ${citation(finding.cite || text.cite, text.link)}</p>
        ${over.length ? html`<p class="fact-note">${t("licence-overcome", { names: list([...new Set(over)].map(authorisationName), "disjunction") })}</p>` : nothing}
        ${finding.criteria.length ? html`<details class="finding-why" ?open=${decides}><summary>${t("licence-why")}<span class="visually-hidden">: ${text.title}</span></summary>${criteria(finding.criteria)}</details>` : nothing}
        ${finding.missing.length ? missingHere(finding.missing, `${jurisdiction}-${finding.measure}-${provisions[0] ?? ""}`) : nothing}
      </article>`;
  }

  /** Why the rules reach the case, or what would settle it. */
  #scope(one: JurisdictionResult): Part {
    const met = one.scope_by.filter(({ result }) => result === "met");
    const rows = joined(met.length ? met : one.scope_by);
    if (!rows.length) return nothing;
    return html`<div class="part reach-by"><h4>${met.length ? t("licence-reach") : t("licence-reach-open")}</h4>
      <ul class="plain">${rows.map(({ one: finding }) => {
        const text = measureText(finding.measure);
        return html`<li data-measure=${finding.measure}><details><summary><span class="authorisation-title">${text.title}</span></summary>
          <p>${text.text} ${citation(finding.cite, text.link)}</p>${criteria(finding.criteria)}${missingHere(finding.missing, `${one.jurisdiction}-${finding.measure}`)}</details></li>`;
      })}</ul></div>`;
  }

  /** Duties, and areas that can only be pointed at: those by their titles, unfolded one by one. */
  #listed(one: JurisdictionResult, what: "duties" | "prompts"): Part {
    const rows = joined(one[what]).map(({ one: finding }) => finding);
    if (!rows.length) return nothing;
    const perhaps = (finding: Finding) => (finding.result === "unknown" ? html` <span class="fact-note">${t("licence-perhaps")}</span>` : nothing);
    return html`<div class="part licence-${what}">
      <h4>${what === "duties" ? t("licence-duties") : t("licence-prompts")}</h4>
      <ul class="plain">${rows.map((finding) => {
        const text = measureText(finding.measure);
        return html`<li data-measure=${finding.measure}><details ?open=${what === "duties" && finding.result === "met"}><summary><span class="authorisation-title">${text.title}</span>${perhaps(finding)}</summary>
          <p>${text.text} ${citation(finding.cite, text.link)}</p></details></li>`;
      })}</ul></div>`;
  }

  /** Checks that had nothing to run on; their questions stand here, and stay here once answered. */
  #notRun(one: JurisdictionResult): Part {
    const { licence } = app;
    const checks = [...licence.checks].filter(([, { jurisdiction }]) => jurisdiction === one.jurisdiction);
    if (!checks.length) return nothing;
    return html`<div class="part not-run">
      <h4>${t("licence-not-run")}</h4>
      ${checks.map(([key, { check, asked }]) => {
        const open = one.not_run.some((row) => row.check === check);
        const own = asked.filter(canAnswer);
        const rest = asked.filter((attribute) => !canAnswer(attribute));
        const answered = own.filter((attribute) => licence.isAnswered(attribute)).length;
        return html`<details class="check" data-check=${check} data-run=${open ? "no" : "yes"}>
          <summary><span class="authorisation-title">${checkName(check)}</span> <span class="authorisation-count">${open ? t("licence-check-open", { answered, total: own.length }) : t("licence-check-run")}</span></summary>
          ${questionRows(own, key.replace(" ", "-"))}
          ${rest.length ? html`<p class="fact-note not-held">${t("licence-not-held")} ${list(rest.map(questionLabel))}</p>` : nothing}
        </details>`;
      })}
    </div>`;
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
