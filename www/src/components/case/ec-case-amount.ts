import { html, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
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
  /** Figures as they are being typed; the case holds what they mean. */
  @state() private typed: Partial<Record<Figure, string>> = {};

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
        ${textField({ id: "quantity", label: t("case-quantity"), value: this.typed.quantity ?? item.quantity, kind: "figure", problems, set: (typed) => this.#figure("quantity", typed), done: () => (this.typed = {}) })}
        <div class="joined">
          ${textField({ id: "value", label: t("case-value"), value: this.typed.value ?? item.value, kind: "figure", problems, set: (typed) => this.#figure("value", typed), done: () => (this.typed = {}) })}
          ${this.#small("currency", t("case-currency"), item.currency ?? "", CURRENCIES, (currency) => this.#set({ currency }))}
        </div>
        <div class="joined">
          ${textField({ id: "mass", label: t("case-mass"), value: this.typed.mass ?? mass.amount, kind: "figure", problems, set: (typed) => this.#figure("mass", typed), done: () => (this.typed = {}) })}
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

  /** The case holds the plain figure of what is being typed, or else the very text, which is pointed out later. */
  #figure(field: Figure, typed: string): void {
    this.typed = { ...this.typed, [field]: typed };
    const figure = amountOf(typed, locale(), field !== "mass") ?? typed.trim();
    const item = this.#item;
    if (field === "mass") this.#set({ mass: figure && `${figure} ${massOf(item?.mass).unit}` });
    else this.#set({ [field]: figure, ...(field === "value" && !item?.currency ? { currency: "EUR" } : {}) });
  }

  #set(facts: Partial<CaseItem>): void {
    app.case.change((kase) => {
      const item = itemOf(kase, this.item);
      if (item) Object.assign(item, facts);
    });
  }
}
