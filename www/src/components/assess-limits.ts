import { html, nothing, type TemplateResult } from "lit";
import type { Assessment, CaseProblem } from "../engine/case-types.ts";
import { countryName, list, number, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { ageOf } from "../state/lists.ts";
import { listTitle } from "../state/risk-facts.ts";
import { problemText } from "./answer-field.ts";
import { undecided } from "./assess-parties.ts";
import { factorsOf, findingId, here, hrefOfSubject, indicatorText, isQuestion, type Part, slug, subjectName, subjectNote, topicName } from "./assess-text.ts";
import { criteria } from "./clauses.ts";
import { attributeText } from "./item-text.ts";
import { checkName, citation, jurisdictionName } from "./licence-text.ts";
import { editionOf } from "./result-text.ts";

/** So many of a kind are named at once. */
const NAMED = 5;

/** What is open, by what would settle it. Each of these can also raise the tier. */
export function whatWouldChange(result: Assessment): TemplateResult {
  const factors = factorsOf(result);
  const questions = factors.filter(({ questions }) => questions.length);
  // Old or missing lists are loaded, not argued about.
  const ofLists = (places: number[]) => places.every((at) => result.findings[at]?.topic === "lists");
  const judge = factors.filter(({ kind, final, findings }) => kind === "raised" && !final && !ofLists(findings));
  const final = factors.filter(({ final: stays }) => stays);
  const hits = undecided(result);
  const facts = factors.filter(({ kind, questions }) => kind === "open" && !questions.length);
  const old = (result.lists?.lists ?? []).filter(({ state }) => state !== "fresh");
  const lists = !result.lists || result.lists.starter || old.length > 0 || result.lists.missing.length > 0;
  const group = (title: string, rows: TemplateResult[]) => (rows.length ? html`<div class="change"><h5>${title}</h5><ul>${rows.slice(0, NAMED).map((row) => html`<li>${row}</li>`)}</ul>${rows.length > NAMED ? html`<details><summary>${t("assess-and-more", { count: rows.length - NAMED })}</summary><ul>${rows.slice(NAMED).map((row) => html`<li>${row}</li>`)}</ul></details>` : nothing}</div>` : nothing);
  const named = (title: string, subject: string) => (subject ? t("assess-title-of", { title, subject: subjectName(subject) }) : title);
  if (!factors.length && !hits.length && !lists) return html`<p>${t("assess-change-none")}</p>`;
  return html`
    <p class="hint">${t("assess-change-hint")}</p>
    <div class="changes">
      ${group(t("assess-change-answer", { count: questions.length }), questions.map(({ title, subject, target }) => here(target, named(title, subject))))}
      ${group(t("assess-change-judge", { count: judge.length }), judge.map(({ title, subject, target }) => here(target, named(title, subject))))}
      ${group(t("assess-change-decide", { count: hits.length }), hits.map(({ subject, name }) => here(`party-${slug(subject)}`, html`<bdi>${name}</bdi>`)))}
      ${group(t("assess-change-facts", { count: facts.length }), facts.map(({ title, subject, target }) => here(target, named(title, subject))))}
      ${lists ? group(t("assess-change-lists"), [html`<a href="#/lists">${t("assess-go-lists")}</a>`]) : nothing}
      ${group(t("assess-change-final", { count: final.length }), final.map(({ title, subject, target }) => here(target, named(title, subject))))}
    </div>`;
}

/** What was looked at and did not show, by topic: as far as the answers go. */
export function seen(result: Assessment): Part {
  const rows = result.findings.map((finding, at) => ({ finding, at })).filter(({ finding: { state, kind } }) => state === "not-seen" && (kind === "flag" || kind === "factor"));
  if (!rows.length) return nothing;
  const topics = [...new Set(rows.map(({ finding }) => finding.topic))];
  return html`
    <section class="seen" aria-labelledby="seen-title">
      <h3 id="seen-title" tabindex="-1">${t("assess-seen", { count: rows.length })}</h3>
      <p class="hint">${t("assess-seen-hint")}</p>
      ${topics.map((topic) => {
        const of = rows.filter(({ finding }) => finding.topic === topic);
        return html`<details><summary><span class="authorisation-title">${topicName(topic)}</span> <span class="fact-note">${number(of.length)}</span></summary>
          <ul class="plain">${of.map(({ finding, at }) => html`<li id=${findingId(at)} data-indicator=${finding.indicator}>${indicatorText(finding.indicator).title}${finding.subject ? html` <span class="fact-note">${subjectNote(finding.subject)}</span>` : nothing} ${citation(finding.cite || indicatorText(finding.indicator).cite, indicatorText(finding.indicator).link)}${criteria(finding.criteria.slice(0, 2))}</li>`)}</ul></details>`;
      })}
    </section>`;
}

/** Stands under every assessment: what was not looked at, with which lists, and who is responsible. */
export function limits(result: Assessment): TemplateResult {
  return html`
    <section class="limits" aria-labelledby="assess-limits">
      <h3 id="assess-limits" tabindex="-1">${t("assess-not-checked")}</h3>
      <ul>${joined(result).map(({ code, subjects, detail }) => html`<li data-not-checked=${code}>${tCode("assess-not-checked", code)}
        ${subjects.length ? html` ${subjects.map((subject, at) => html`${at ? ", " : nothing}<a href=${hrefOfSubject(subject)}><bdi>${subjectName(subject)}</bdi></a>`)}.` : nothing}
        ${detail.length ? html` <span class="fact-note">${detailText(code, detail)}</span>` : nothing}</li>`)}</ul>
    </section>
    ${listTable(result)}
    <section class="limits-duty" aria-labelledby="assess-duty"><h3 id="assess-duty">${t("duty-title")}</h3>
      ${result.notices.map((code) => html`<p data-notice=${code}>${tCode("licence-notice", code)}</p>`)}</section>`;
}

/** One line per code, with all it is about. */
function joined({ not_checked }: Assessment): { code: string; subjects: string[]; detail: string[] }[] {
  const rows = new Map<string, { code: string; subjects: string[]; detail: string[] }>();
  for (const { code, subject, detail } of not_checked) {
    const row = rows.get(code) ?? { code, subjects: [], detail: [] };
    rows.set(code, row);
    if (subject && !row.subjects.includes(subject)) row.subjects.push(subject);
    for (const one of detail) if (!row.detail.includes(one)) row.detail.push(one);
  }
  return [...rows.values()];
}

function detailText(code: string, detail: string[]): string {
  if (code === "checks-not-run") return list(detail.map((id) => {
    const [jurisdiction = "", check] = id.includes(":") ? id.split(":") : ["", id];
    return jurisdiction ? t("assess-title-of", { title: checkName(check ?? id), subject: jurisdictionName(jurisdiction) }) : checkName(id);
  }));
  if (code === "end-users-apart" || code === "destinations-apart") return list(detail.map(countryName));
  return code === "lists-not-loaded" ? list(detail.map(listTitle)) : "";
}

function listTable({ lists }: Assessment): TemplateResult {
  const title = html`<h3 id="lists-used" tabindex="-1">${t("assess-lists")}</h3>`;
  if (!lists) return html`<section aria-labelledby="lists-used">${title}<p>${t("assess-no-lists")}</p></section>`;
  return html`
    <section class="lists-used" aria-labelledby="lists-used">${title}
      ${lists.starter ? html`<p><strong>${t("assess-starter")}</strong></p>` : nothing}
      <div class="table-scroll" tabindex="0" role="group" aria-labelledby="lists-used"><table class="grid">
        <thead><tr><th scope="col">${t("assess-list")}</th><th scope="col">${t("assess-list-edition")}</th><th scope="col">${t("assess-list-age")}</th></tr></thead>
        <tbody>${lists.lists.map(({ id, published, age_days, state }) => {
          const known = app.listOf(id);
          const age = age_days ?? (known ? daysOf(ageOf(known, new Date())) : undefined);
          return html`<tr data-state=${state}><td>${listTitle(id)}</td><td>${editionOf(published, known?.retrieved)}</td><td>${state === "closed" ? t("assess-list-closed") : state === "stale" && age !== undefined ? html`<strong>${t("age-stale", { days: age })}</strong>` : age === undefined || state === "undated" ? html`<strong>${t("age-unknown")}</strong>` : t("age-fresh", { days: age })}</td></tr>`;
        })}</tbody></table></div>
      ${lists.missing.length ? html`<p>${t("assess-lists-missing", { count: lists.missing.length })} ${list(lists.missing.map(listTitle))}. <a href="#/lists">${t("starter-link")}</a></p>` : nothing}
      <p class="fact-note">${t("assess-lists-digest")} <span class="reference digest">${lists.digest}</span></p>
    </section>`;
}

function daysOf(age: ReturnType<typeof ageOf>): number | undefined {
  return age.state === "unknown" ? undefined : age.days;
}

/** What the engine did not understand in the case. */
export function problems({ problems: all }: Assessment): Part {
  if (!all.length) return nothing;
  return html`<div class="error-summary" data-notice="problems"><h3>${t("assess-problems", { count: all.length })}</h3>
    <ul>${all.map((one) => html`<li><a href=${hrefOfSubject(one.subject)}>${one.subject ? t("assess-title-of", { title: fieldName(one), subject: subjectName(one.subject) }) : fieldName(one)}</a>: ${problemText({ attribute: one.field, given: one.given, code: one.code, message: one.message, help: one.help })}${one.help ? html` <span class="hint" lang="en">${one.help}</span>` : nothing}</li>`)}</ul></div>`;
}

function fieldName({ field }: CaseProblem): string {
  return isQuestion(field) ? attributeText(field).label : tCode("assess-field", field);
}

