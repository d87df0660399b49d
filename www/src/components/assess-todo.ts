import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Assessment, RiskFinding } from "../engine/case-types.ts";
import { date, languageName, list, number, t, tCode } from "../i18n/index.ts";
import { desk } from "../state/assessment.ts";
import { findingId, here, indicatorText, type Part, subjectName } from "./assess-text.ts";
import { criteria } from "./clauses.ts";
import { PageElement } from "./element.ts";
import { citation } from "./licence-text.ts";

/** Reasons named under a step; the rest is counted. */
const NAMED = 4;
type At = { finding: RiskFinding; at: number };
const RTL = new Set(["ar", "fa", "he", "ur"]);

/** What to do next: the ladder in its order, duties with their contract texts, and what else to look at. */
export function toDo(result: Assessment): TemplateResult {
  const of = (kind: RiskFinding["kind"], met: boolean) => result.findings.map((finding, at) => ({ finding, at })).filter(({ finding }) => finding.kind === kind && (met ? finding.result === "met" : finding.state === "open" || finding.state === "not-asked"));
  const duties = of("duty", true);
  const perhaps = of("duty", false);
  // What follows from what was found comes first; the rest only if an open point turns out so.
  const follows = ({ findings }: Assessment["steps"][number]) => findings.some((at) => result.findings[at]?.state === "raised");
  const now = result.steps.filter(follows);
  const later = result.steps.filter((one) => !follows(one));
  const prompts = [...of("prompt", true), ...of("prompt", false)];
  return html`
    <section class="to-do" aria-labelledby="to-do-title">
      <h3 id="to-do-title" tabindex="-1">${t("assess-to-do")}</h3>
      ${timeline(result)}
      ${now.length ? html`<ol class="ladder">${now.map((one) => rung(one, result))}</ol>` : html`<p>${t("assess-no-steps")}</p>`}
      ${later.length ? html`<details class="ladder-later"><summary>${t("assess-steps-later", { count: later.length })}</summary><ol class="ladder">${later.map((one) => rung(one, result))}</ol></details>` : nothing}
      ${duties.length ? html`<h4>${t("assess-duties", { count: bySubject(duties).length })}</h4>${bySubject(duties).map(duty)}` : nothing}
      ${perhaps.length ? html`<details class="duties-perhaps"><summary>${t("assess-duties-perhaps", { count: bySubject(perhaps).length })}</summary>${bySubject(perhaps).map(duty)}</details>` : nothing}
      ${prompts.length ? html`<details class="prompts"><summary>${t("assess-prompts", { count: bySubject(prompts).length })}</summary><ul class="plain">${bySubject(prompts).map(prompt)}</ul></details>` : nothing}
    </section>`;
}

function rung({ step, findings }: Assessment["steps"][number], result: Assessment): TemplateResult {
  const text = desk.texts?.steps[step];
  const all = findings.flatMap((at) => (result.findings[at] ? [{ at, finding: result.findings[at] }] : []));
  const raised = all.filter(({ finding }) => finding.state === "raised");
  const facts = [text?.who ? [t("assess-step-who"), text.who] : undefined, text?.days ? [t("assess-step-days"), text.days] : undefined, text?.authority ? [t("assess-step-authority"), tCode("assess-authority", authorityKey(text.authority))] : undefined].filter((row) => row !== undefined);
  return html`
    <li class="rung" id=${`step-${step}`} data-step=${step}>
      <div class="rung-body"><div><h4>${text?.title ?? step}</h4>
      ${text?.text ? html`<p>${text.text} ${text.cite ? citation(text.cite, text.link) : nothing}</p>` : nothing}
      ${raised.length ? html`<p class="fact-note rung-why">${t("assess-step-because")} ${raised.slice(0, NAMED).map(({ at, finding }, n) => html`${n ? "; " : nothing}${here(findingId(at), finding.subject ? t("assess-title-of", { title: indicatorText(finding.indicator).title, subject: subjectName(finding.subject) }) : indicatorText(finding.indicator).title)}`)}${raised.length > NAMED ? html` ${t("assess-and-more", { count: raised.length - NAMED })}` : nothing}</p>`
        : html`<p class="fact-note rung-why">${t("assess-step-open", { count: all.length })}</p>`}</div>
      ${facts.length ? html`<dl class="facts">${facts.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>` : nothing}
      </div></li>`;
}

/** German exporters ask their own authority by name; others the one of their country. */
function authorityKey(authority: string): string {
  const own = (desk.case?.exporter_country ?? "").toLowerCase();
  return authority === "eu" && ["de", "at"].includes(own) ? `eu-${own}` : authority;
}

/** The longest time a step names, in days. */
function longestOf(text: string): number {
  const units: [RegExp, number][] = [[/(\d+)\s*(?:days?|Tage?n?)/g, 1], [/(\d+)\s*(?:weeks?|Wochen?)/g, 7], [/(\d+)\s*(?:months?|Monate?n?)/g, 30]];
  return Math.max(0, ...units.flatMap(([unit, days]) => [...text.matchAll(unit)].map(([, figure]) => Number(figure) * days)));
}

/** Time left until the planned shipment, and the longest single step on the ladder. */
function timeline({ as_of, steps, findings }: Assessment): Part {
  const shipment = desk.case?.dates?.shipment;
  if (!shipment) return nothing;
  const left = Math.round((Date.parse(`${shipment}T00:00:00Z`) - Date.parse(`${as_of}T00:00:00Z`)) / 86_400_000);
  if (Number.isNaN(left)) return nothing;
  if (left < 0) return html`<p class="timeline">${t("assess-shipment-past", { date: date(shipment) })}</p>`;
  const now = steps.filter((one) => one.findings.some((at) => findings[at]?.state === "raised"));
  const longest = Math.max(0, ...now.map(({ step }) => longestOf(desk.texts?.steps[step]?.days ?? "")));
  return html`<p class="timeline ${longest > left ? "timeline-short" : ""}">${t("assess-shipment", { date: date(shipment), count: left })}${longest > left ? html` <strong>${t("assess-shipment-short", { days: number(longest) })}</strong>` : nothing}</p>`;
}

/** The same duty about several items or parties is one duty. */
function bySubject(all: At[]): At[][] {
  const groups = new Map<string, At[]>();
  for (const one of all) {
    const key = `${one.finding.indicator} ${one.finding.result}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

function subjects(group: At[]): string {
  return list([...new Set(group.filter(({ finding }) => finding.subject).map(({ finding }) => subjectName(finding.subject)))]);
}

/** The further findings that stand with the first: each has its place, and all that is said holds for each. */
function around(group: At[], inner: TemplateResult): TemplateResult {
  return group.slice(1).reduce((body, { at, finding }) => html`<div id=${findingId(at)} tabindex="-1" data-indicator=${finding.indicator} data-subject=${finding.subject} data-result=${finding.result}>${body}</div>`, inner);
}

function duty(group: At[]): Part {
  const [first] = group;
  if (!first) return nothing;
  const { finding, at } = first;
  const text = indicatorText(finding.indicator);
  const id = findingId(at);
  const about = subjects(group);
  return around(group, html`
    <article class="duty" id=${id} tabindex="-1" data-indicator=${finding.indicator} data-subject=${finding.subject} data-result=${finding.result} aria-labelledby=${`${id}-title`}>
      <h5 id=${`${id}-title`}>${text.title}${about ? html` <span class="fact-note"><bdi>${about}</bdi></span>` : nothing}</h5>
      <p>${text.text} ${citation(finding.cite || text.cite, text.link)}</p>
      ${finding.criteria.length ? html`<details class="finding-why"><summary>${t("licence-why")}<span class="visually-hidden">: ${text.title}</span></summary>${criteria(finding.criteria)}</details>` : nothing}
      ${finding.clause ? html`<ec-clause clause=${finding.clause}></ec-clause>` : nothing}
    </article>`);
}

function prompt(group: At[]): Part {
  const [first] = group;
  if (!first) return nothing;
  const { finding, at } = first;
  const text = indicatorText(finding.indicator);
  const about = subjects(group);
  const fold = html`<details><summary><span class="authorisation-title">${text.title}${about ? html` · <bdi>${about}</bdi>` : nothing}</span>${finding.result === "met" ? nothing : html` <span class="fact-note">${t("licence-perhaps")}</span>`}</summary>
    <p>${text.text} ${citation(finding.cite || text.cite, text.link)}</p></details>`;
  return html`<li id=${findingId(at)} tabindex="-1" data-indicator=${finding.indicator} data-subject=${finding.subject} data-result=${finding.result}>${around(group, fold)}</li>`;
}

/** A contract text in the languages of the case, ready to be copied. */
@customElement("ec-clause")
export class EcClause extends PageElement {
  @property() clause = "";
  @state() private copied = "";

  protected override render(): Part {
    const text = desk.texts?.clauses[this.clause];
    if (!text) return nothing;
    const wanted = desk.case?.languages ?? [];
    const have = Object.keys(text.texts);
    const first = wanted.filter((code) => have.includes(code));
    const shown = first.length ? first : have.filter((code) => code === "en");
    const rest = have.filter((code) => !shown.includes(code));
    const lacking = wanted.filter((code) => !have.includes(code));
    return html`
      <details class="clause-text" data-clause=${this.clause}>
        <summary class="clause-title">${t("assess-clause", { title: text.title, languages: list(shown.map(languageName)) })}</summary>
        <p>${citation(text.cite, text.link)}</p>
        ${text.note ? html`<p class="fact-note">${text.note}</p>` : nothing}
        ${shown.map((code) => this.#version(code, text.texts[code] ?? ""))}
        ${lacking.length ? html`<p class="fact-note">${t("assess-clause-lacking", { languages: list(lacking.map(languageName)) })}</p>` : nothing}
        ${rest.length ? html`<details><summary>${t("assess-clause-more", { languages: list(rest.map(languageName)) })}</summary>${rest.map((code) => this.#version(code, text.texts[code] ?? ""))}</details>` : nothing}
        <div role="status">${this.copied ? html`<p class="fact-note">${this.copied === "no" ? t("assess-copy-failed") : t("assess-copied", { language: languageName(this.copied) })}</p>` : nothing}</div>
      </details>`;
  }

  #version(code: string, wording: string): TemplateResult {
    return html`<div class="clause-version" data-language=${code}><p class="clause-language"><span>${languageName(code)}</span>
      <button type="button" class="button-plain" @click=${() => void this.#copy(code, wording)}>${t("assess-copy")}<span class="visually-hidden"> (${languageName(code)})</span></button></p>
      <blockquote lang=${code} dir=${RTL.has(code) ? "rtl" : "ltr"}>${wording.split(/\n+/).map((line) => html`<p>${line}</p>`)}</blockquote></div>`;
  }

  async #copy(code: string, wording: string): Promise<void> {
    try {
      await navigator.clipboard.writeText(wording);
      this.copied = code;
    } catch {
      this.copied = "no";
    }
  }
}
