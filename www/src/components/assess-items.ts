import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { AssessedItem, Assessment, CaseItem } from "../engine/case-types.ts";
import { type Answer, type Answers, UNKNOWN } from "../engine/item-types.ts";
import type { JurisdictionResult, Licensing, Question } from "../engine/licence-types.ts";
import { countryName, decimal, list, t, tCode } from "../i18n/index.ts";
import { desk } from "../state/assessment.ts";
import { hrefOfCase } from "../state/case/place.ts";
import { answerName } from "../state/licence.ts";
import { type Part, subjectName } from "./assess-text.ts";
import { sentence } from "./assess-verdict.ts";
import { PageElement } from "./element.ts";
import { familyText, listName } from "./item-text.ts";
import { decidingClauses, jurisdictionSection } from "./licence-details.ts";
import { type LicenceDesk, withDesk } from "./licence-desk.ts";
import { canAnswer, questionRows } from "./licence-questions.ts";
import { checkName, citation, jurisdictionName } from "./licence-text.ts";

/** Open questions of an item shown at a time, what decides most first. */
const WINDOW = 4;

export function items(result: Assessment): TemplateResult {
  return html`
    <section class="case-items" aria-labelledby="items-title">
      <h3 id="items-title" tabindex="-1">${t("assess-items", { count: result.items.length })}</h3>
      ${result.items.length ? result.items.map((one) => html`<ec-assess-item .assessed=${one}></ec-assess-item>`) : html`<p>${t("assess-no-items")} <a href=${hrefOfCase("items")}>${t("assess-go-case")}</a></p>`}
    </section>`;
}

/** One item of the case: what it is, what each body of rules says, and the whole reasoning folded below. */
@customElement("ec-assess-item")
export class EcAssessItem extends PageElement {
  @property({ attribute: false }) assessed!: AssessedItem;
  #checks: LicenceDesk["checks"] = new Map();
  #unfolded = new Set<string>();
  #seen: Licensing | undefined;

  /** All of it is drawn with the answers of the case, not with those of the licence page. */
  protected override update(changed: PropertyValues): void {
    this.#remember();
    withDesk(this.#desk(), () => super.update(changed));
  }

  protected override render(): TemplateResult {
    const { item: id, determination, hs_lists } = this.assessed;
    const item = desk.case?.items?.find((known) => known.id === id);
    return html`
      <article class="case-item-result" id=${`item-${id}`} tabindex="-1" data-item=${id} aria-labelledby=${`item-${id}-name`}>
        <h4 id=${`item-${id}-name`}><bdi>${subjectName(`item:${id}`)}</bdi></h4>
        ${item ? html`<p class="fact-note">${itemFacts(item)}</p>` : nothing}
        ${hs_lists.length ? html`<ul class="hs-lists">${hs_lists.map((list) => {
          const known = desk.texts?.hs_lists[list];
          return html`<li><strong>${t("assess-hs-listed", { list: known?.name ?? list })}</strong> ${known ? citation(known.cite, known.link) : nothing}</li>`;
        })}</ul>` : nothing}
        ${determination ? html`
          <dl class="facts item-outcomes">${determination.jurisdictions.map((one) => this.#line(one))}</dl>
          ${this.#questions(determination)}
          <details class="determination"><summary>${t("assess-determination")}<span class="visually-hidden">: ${subjectName(`item:${id}`)}</span></summary>
            <div class="licence-result"><div class="jurisdictions">${determination.jurisdictions.map(jurisdictionSection)}</div></div>
          </details>` : html`<p>${t("assess-no-determination")} <a href=${hrefOfCase("route")}>${t("assess-go-case")}</a></p>`}
      </article>`;
  }

  #line(one: JurisdictionResult): TemplateResult {
    const notRun = [...new Set(one.not_run.map(({ check }) => check))].map(checkName);
    return html`<div data-jurisdiction=${one.jurisdiction} data-outcome=${one.outcome}><dt>${jurisdictionName(one.jurisdiction)}</dt>
      <dd><p class="item-outcome">${sentence(one.outcome, [one], notRun)}</p><p>${t("licence-item-in-list")} ${tCode("licence-item", one.item)}</p>${decidingClauses(one)}</dd></div>`;
  }

  /** What leads on, in place. Answered ones stay with the reasoning below. */
  #questions({ ask }: Licensing): Part {
    const own = this.#desk();
    // What is asked about the case as a whole stands with the open questions above.
    const above = new Set(desk.result?.ask.map(({ question }) => question));
    const open = ask.map(({ question }) => question).filter((question) => canAnswer(question) && !above.has(question) && own.answerOf(question) === undefined);
    if (!open.length) return nothing;
    return html`<details class="item-questions"><summary>${t("assess-item-questions")}</summary>${questionRows(open.slice(0, WINDOW), "next")}</details>`;
  }

  #desk(): LicenceDesk {
    const { item: id, determination } = this.assessed;
    const subject = `item:${id}`;
    const item = desk.case?.items?.find((known) => known.id === id);
    const answers: Answers = { ...desk.case?.answers, ...item?.answers };
    const answerOf = (question: Question): Answer | undefined => answers[answerName(question)];
    return {
      result: determination ?? undefined, answers, checks: this.#checks, unfolded: this.#unfolded, prefix: `${id}-`, answerOf,
      isAnswered: (question) => answerOf(question) !== undefined && answerOf(question) !== UNKNOWN,
      answer: (question, answer) => desk.answer(this.#ofItem(question) ? subject : "", answerName(question), answer),
      hrefOf: (question) => (question === "item" || question.startsWith("paragraph:") || question === "field:origin" ? hrefOfCase(question === "field:origin" ? "amount" : "item", id) : hrefOfCase(question === "field:party_countries" || question === "field:end_user_country" ? "parties" : "route")),
    };
  }

  /** A question about the item itself; everything else is about the case. */
  #ofItem(question: Question): boolean {
    const attribute = answerName(question);
    const item = desk.case?.items?.find((known) => known.id === this.assessed.item);
    return attribute in (item?.answers ?? {}) || attribute.startsWith("reason:") || question.startsWith("entry:") || (desk.texts?.form ?? []).some(({ per, attributes }) => per === "item" && attributes.includes(attribute));
  }

  /** Checks that had not run keep their place once they are answered. */
  #remember(): void {
    const { determination } = this.assessed;
    if (!determination || determination === this.#seen) return;
    this.#seen = determination;
    for (const { jurisdiction, not_run } of determination.jurisdictions) {
      for (const { check, missing } of not_run) {
        const key = `${jurisdiction} ${check}`;
        const before = this.#checks.get(key)?.asked ?? [];
        this.#checks.set(key, { jurisdiction, check, asked: [...before, ...missing.filter((one) => !before.includes(one))] });
      }
    }
  }
}

function itemFacts({ family, codes, none, hs, origin, quantity, value, currency, mass }: CaseItem): string {
  const lists = [...new Set([...(codes ?? []).map(({ list: id }) => id), ...(none ?? [])])];
  const stated = lists.map((id) => t("assess-item-code", { list: listName(id), codes: list((codes ?? []).filter((one) => one.list === id).map(({ code }) => code)) || t("assess-item-none") }));
  const money = value ? [figure(value), currency].filter(Boolean).join(" ") : "";
  return [family ? familyText(family).name : "", ...stated, hs ? t("assess-item-hs", { hs }) : "", origin ? t("assess-item-origin", { country: countryName(origin) }) : "", quantity ? t("assess-item-quantity", { quantity: figure(quantity) }) : "", money, mass ? mass.replace(/^\d+(?:\.\d+)?/, figure) : ""].filter(Boolean).join(" · ");
}

function figure(text: string): string {
  return /^\d+(?:\.\d+)?$/.test(text) ? decimal(text) : text;
}
