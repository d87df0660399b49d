import { html, nothing, type TemplateResult } from "lit";
import type { Finding, JurisdictionResult } from "../engine/licence-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { criteria } from "./clauses.ts";
import { authorisations } from "./licence-authorisations.ts";
import { licenceDesk } from "./licence-desk.ts";
import { canAnswer, missingHere, questionLabel, questionRows } from "./licence-questions.ts";
import { authorisationName, checkName, citation, joined, jurisdictionName, measureText, provisionLine } from "./licence-text.ts";

type Part = TemplateResult | typeof nothing;
/** More undecided rules than these are folded: the questions lead on better. */
const SURVEYABLE = 3;

/** The clauses that the outcome rests on. */
export function decidingClauses(one: JurisdictionResult): Part {
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

/** Findings, what could take the place of a licence, duties and open checks of one body of export rules. */
export function jurisdictionSection(one: JurisdictionResult): TemplateResult {
  const met = joined(one.findings.filter(({ result }) => result === "met"));
  const open = joined(one.findings.filter(({ result }) => result !== "met"));
  const id = `licence-${licenceDesk().prefix ?? ""}${one.jurisdiction}`;
  return html`
    <section class="jurisdiction" data-jurisdiction=${one.jurisdiction} aria-labelledby=${id}>
      <h3 id=${id} tabindex="-1">${t("licence-details-of", { name: jurisdictionName(one.jurisdiction) })}</h3>
      <div class="part findings">
        <h4>${t("licence-findings", { count: met.length })}</h4>
        ${met.length ? met.map(({ one: finding, provisions }) => findingCard(finding, provisions, one)) : html`<p>${t("licence-findings-none")}</p>`}
        ${open.length ? html`<details class="findings-open" ?open=${open.length <= SURVEYABLE}><summary>${t("licence-findings-open", { count: open.length })}</summary>${open.map(({ one: finding, provisions }) => findingCard(finding, provisions, one))}</details>` : nothing}
      </div>
      ${authorisations(one)}
      ${scope(one)}
      ${listed(one, "duties")}
      ${listed(one, "prompts")}
      ${notRun(one)}
    </section>`;
}

function findingCard(finding: Finding, provisions: string[], { jurisdiction, deciding, outcome }: JurisdictionResult): TemplateResult {
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
function scope(one: JurisdictionResult): Part {
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
function listed(one: JurisdictionResult, what: "duties" | "prompts"): Part {
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
function notRun(one: JurisdictionResult): Part {
  const licence = licenceDesk();
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
