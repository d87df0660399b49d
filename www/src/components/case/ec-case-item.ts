import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { CaseItem } from "../../engine/case-types.ts";
import { list, t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { itemOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { isCode } from "../../state/case/values.ts";
import { LISTS } from "../../state/item.ts";
import { codesOf } from "../../state/licence.ts";
import { allProducts, type Product } from "../../state/products.ts";
import { familyText, listName } from "../item-text.ts";
import { type Part, radios, selectField, textField } from "./fields.ts";
import { CaseStepElement } from "./step.ts";

type Source = "product" | "checked" | "codes" | "later";

/** One item: its name, and by what the rules know it. */
@customElement("ec-case-item")
export class EcCaseItem extends CaseStepElement {
  @property() item = "";
  @state() private products: Product[] = [];
  @state() private source: Source | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void allProducts().then((products) => (this.products = products), () => undefined);
  }

  protected override heading(): string {
    return t("case-item-title");
  }

  protected override previous() {
    return { href: hrefOfCase("items"), label: t("case-back-items") };
  }

  protected override next(): string {
    return hrefOfCase("amount", this.item);
  }

  protected override check(): FieldProblem[] {
    const item = this.#item;
    const wrong = (item?.codes ?? []).filter(({ code }) => !isCode(code));
    return wrong.map(({ list: id, code }) => ({ field: `code-${id}`, code: "code", given: code }));
  }

  get #item(): CaseItem | undefined {
    return itemOf(this.kase, this.item);
  }

  #chosen(): Source | undefined {
    const item = this.#item;
    return this.source ?? (item?.family ? "product" : item?.codes || item?.none ? "codes" : undefined);
  }

  protected override body(): Part {
    const item = this.#item;
    if (!item) return html`<p>${t("case-gone")}</p>`;
    const source = this.#chosen();
    const current = app.item.family && app.item.result ? [{ id: "checked" as const, label: t("case-by-checked", { family: app.item.product?.name ?? familyText(app.item.family).name }) }] : [];
    const kept = item.family ? html`<p class="fact-note case-inner" data-kept>${t("case-item-checked", { family: familyText(item.family).name, count: Object.keys(item.answers ?? {}).length })}</p>` : nothing;
    const product = html`${kept}${this.products.length ? html`<div class="case-inner">${selectField({ id: "item-product", label: t("case-product"), value: this.products.find((one) => same(one, item))?.id, empty: t("answer-not-given"), options: this.products.map(({ id, name }) => ({ id, label: name })), set: (id) => this.#take(this.products.find((one) => one.id === id)) })}</div>` : html`<p class="hint case-inner">${t("case-product-none")} <a href="#/item">${t("nav-item")}</a></p>`}`;
    return html`
      ${textField({ id: "item-name", label: t("case-item-name"), hint: t("case-item-name-hint"), value: item.name, kind: "name", set: (name) => this.#set({ name }) })}
      ${radios<Source>({
        id: "item-source", legend: t("case-item-how"), hint: t("case-item-how-hint"), value: source,
        set: (chosen) => this.#choose(chosen),
        options: [
          ...current,
          { id: "product", label: t("case-by-product"), inner: source === "product" ? product : nothing },
          { id: "codes", label: t("case-by-codes"), inner: source === "codes" ? html`<div class="case-inner">${LISTS.map((id) => this.#code(id))}</div>` : nothing },
          { id: "later", label: t("case-by-later"), hint: t("case-by-later-hint") },
        ],
      })}`;
  }

  #code(id: string): TemplateResult {
    const item = this.#item;
    const typed = (item?.codes ?? []).filter((code) => code.list === id).map(({ code }) => code).join(", ");
    const none = item?.none?.includes(id) ?? false;
    const set = (text: string, ticked: boolean) => {
      // Typed as the US name of the basket for what no entry names.
      const basket = id === "us" && /^\s*ear\s*99\s*$/i.test(text);
      const codes = basket || ticked ? [] : codesOf(text).map((code) => ({ list: id, code }));
      this.#set({ codes: [...(item?.codes ?? []).filter((code) => code.list !== id), ...codes], none: [...(item?.none ?? []).filter((known) => known !== id), ...(basket || ticked ? [id] : [])] });
    };
    const unknown = app.case.fresh ? (app.case.assessment?.items.find((one) => one.item === this.item)?.determination?.problems ?? []).filter(({ attribute }) => attribute === `item.codes.${id}`).map(({ given }) => given) : [];
    return html`
      ${textField({ id: `code-${id}`, label: id === "us" ? t("licence-code-us") : t("licence-code-list", { list: listName(id) }), hint: t("licence-code-hint"), value: typed, kind: "code", problems: this.problems, set: () => undefined, done: (text) => set(text, false) },
        html`${unknown.length ? html`<p class="problem">${t("licence-code-unknown", { codes: list(unknown) })}</p>` : nothing}
        <label class="choice"><input type="checkbox" id=${`none-${id}`} .checked=${live(none)} @change=${(event: Event) => set("", (event.target as HTMLInputElement).checked)} /><span>${t("licence-code-none")}</span></label>`)}`;
  }

  #choose(source: Source): void {
    this.source = source;
    const { item } = app;
    if (source === "checked") this.#set({ family: item.family, answers: { ...item.answers }, codes: [], none: [], ...(this.#item?.name ? {} : { name: item.product?.name ?? familyText(item.family).name }) });
    if (source === "later") this.#set({ family: "", answers: {}, codes: [], none: [] });
  }

  #take(product: Product | undefined): void {
    if (product) this.#set({ family: product.family, answers: { ...product.answers }, codes: [], none: [], ...(this.#item?.name ? {} : { name: product.name }) });
    else this.#set({ family: "", answers: {} });
  }

  #set(facts: Partial<CaseItem>): void {
    app.case.change((kase) => {
      const item = itemOf(kase, this.item);
      if (!item) return;
      Object.assign(item, facts);
      if (item.codes?.length || item.none?.length) Object.assign(item, { family: "", answers: {} });
    });
  }
}

function same(product: Product, item: CaseItem): boolean {
  return product.family === item.family && JSON.stringify(product.answers) === JSON.stringify(item.answers ?? {});
}
