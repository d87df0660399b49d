import { html, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CaseItem } from "../../engine/case-types.ts";
import { locale, t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { itemOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { formQuestions } from "../../state/case/questions.ts";
import { amountOf, isHs, massOf } from "../../state/case/values.ts";
import { amountText, itemTitle } from "./ec-case-items.ts";
import { countryField, type Part, textField } from "./fields.ts";
import { questionFields } from "./question-fields.ts";
import { CaseStepElement } from "./step.ts";

const CURRENCIES = ["EUR", "USD", "CHF", "GBP", "JPY", "CNY"];
const UNITS = ["kg", "g", "t", "lb"];
type Figure = "quantity" | "value" | "mass";

/** Customs code, origin, quantity, value, mass of one item. */
@customElement("ec-case-amount")
export class EcCaseAmount extends CaseStepElement {
  @property() item = "";

  protected override heading(): string {
    const item = this.#item;
    return item ? t("case-amount-title", { name: itemTitle(item) }) : t("case-gone");
  }

  protected override previous() {
    return { href: hrefOfCase("item", this.item), label: t("case-back-item") };
  }

  protected override next(): string {
    return hrefOfCase("items");
  }

  protected override check(): FieldProblem[] {
    const item = this.#item;
    if (!item) return [];
    const figures: [Figure, string | undefined][] = [["quantity", item.quantity], ["value", item.value], ["mass", massOf(item.mass).amount]];
    return [
      ...(item.hs && !isHs(item.hs) ? [{ field: "hs", code: "hs", given: item.hs }] : []),
      ...figures.filter(([, text]) => text && !/^\d+(?:\.\d+)?$/.test(text)).map(([field, text]) => ({ field, code: "amount", given: text ?? "" })),
      ...(item.value && !item.currency ? [{ field: "currency", code: "currency" }] : []),
    ];
  }

  get #item(): CaseItem | undefined {
    return itemOf(this.kase, this.item);
  }

  protected override body(): Part {
    const item = this.#item;
    if (!item) return html`<p>${t("case-gone")}</p>`;
    const { problems } = this;
    const mass = massOf(item.mass);
    const asked = formQuestions(this.kase, "item", `item:${this.item}`, this.words, app.case.assessment);
    return html`
      ${textField({ id: "hs", label: t("case-hs"), hint: t("case-hs-hint"), value: item.hs, kind: "code", problems, set: (hs) => this.#set({ hs: hs.trim() }) })}
      ${countryField({ id: "origin", label: t("licence-origin"), hint: t("case-origin-hint"), value: item.origin, set: (origin) => this.#set({ origin }) })}
      <div class="field-row">
        ${textField({ id: "quantity", label: t("case-quantity"), value: item.quantity, kind: "figure", problems, set: (quantity) => this.#set({ quantity }), done: (typed) => this.#figure("quantity", typed) })}
        <div class="joined">
          ${textField({ id: "value", label: t("case-value"), value: item.value, kind: "figure", problems, set: (value) => this.#set({ value, ...(item.currency ? {} : { currency: "EUR" }) }), done: (typed) => this.#figure("value", typed) })}
          ${this.#small("currency", t("case-currency"), item.currency ?? "", CURRENCIES, (currency) => this.#set({ currency }))}
        </div>
        <div class="joined">
          ${textField({ id: "mass", label: t("case-mass"), value: mass.amount, kind: "figure", problems, set: (amount) => this.#set({ mass: amount && `${amount} ${mass.unit}` }), done: (typed) => this.#figure("mass", typed) })}
          ${this.#small("unit", t("case-unit"), mass.unit, UNITS, (unit) => this.#set({ mass: mass.amount && `${mass.amount} ${unit}` }))}
        </div>
      </div>
      <p class="fact-note" role="status" id="amount-read">${amountText(item) ? t("case-amount-read", { amount: amountText(item) }) : ""}</p>
      ${questionFields(asked, `item:${this.item}`)}`;
  }

  #small(id: string, label: string, value: string, options: string[], set: (value: string) => void): TemplateResult {
    const known = value && !options.includes(value) ? [...options, value] : options;
    return html`<div class="field field-small"><label for=${id}>${label}</label><select id=${id} @change=${(event: Event) => set((event.target as HTMLSelectElement).value)}>
      ${value ? "" : html`<option value="" selected></option>`}${known.map((one) => html`<option value=${one} ?selected=${one === value}>${one}</option>`)}</select></div>`;
  }

  /** A figure as typed becomes a plain one when it can be read in one way only. */
  #figure(field: Figure, typed: string): void {
    const figure = amountOf(typed, locale());
    if (figure === undefined) return;
    this.#set(field === "mass" ? { mass: `${figure} ${massOf(this.#item?.mass).unit}` } : { [field]: figure });
  }

  #set(facts: Partial<CaseItem>): void {
    app.case.change((kase) => {
      const item = itemOf(kase, this.item);
      if (item) Object.assign(item, facts);
    });
  }
}
