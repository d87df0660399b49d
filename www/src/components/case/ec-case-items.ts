import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { CaseItem } from "../../engine/case-types.ts";
import { number, t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { addItem } from "../../state/case/edit.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { focusOn } from "../element.ts";
import { familyText, listName } from "../item-text.ts";
import { type Part, placeName } from "./fields.ts";
import { CaseStepElement, confirmed } from "./step.ts";

/** The items of the case. */
@customElement("ec-case-items")
export class EcCaseItems extends CaseStepElement {
  protected override heading(): string {
    return t("case-items-title");
  }

  protected override lead(): TemplateResult {
    return html`<p class="hint">${t("case-items-lead")}</p>`;
  }

  protected override previous() {
    return { href: hrefOfCase("start"), label: t("case-back-start") };
  }

  protected override next(): string {
    return this.kase.items?.length ? hrefOfCase("parties") : this.#added();
  }

  protected override body(): Part {
    const items = this.kase.items ?? [];
    if (!items.length) return nothing;
    return html`<ul class="cards">${items.map((item) => html`
      <li class="card" data-item=${item.id}>
        <div><bdi class="card-title">${itemTitle(item)}</bdi>
          <p class="fact-note">${[identifiedAs(item), item.hs ? t("case-hs-of", { code: item.hs }) : "", item.origin ? t("case-made-in", { country: placeName(item.origin) }) : "", amountText(item)].filter(Boolean).join(" · ")}</p></div>
        <div class="card-actions"><a href=${this.to("item", item.id)}>${t("case-change")}<span class="visually-hidden"> ${itemTitle(item)}</span></a>
          <button type="button" class="button-plain" @click=${() => this.#remove(item)}>${t("case-remove")}<span class="visually-hidden"> ${itemTitle(item)}</span></button></div>
      </li>`)}</ul>`;
  }

  protected override beside(): Part {
    return this.kase.items?.length ? html`<button type="button" class="button-quiet" id="add-item" @click=${() => (location.hash = this.#added())}>${t("case-add-item")}</button>` : nothing;
  }

  #added(): string {
    let id = "";
    app.case.change((kase) => {
      id = addItem(kase).id;
    });
    return this.to("item", id);
  }

  async #remove(item: CaseItem): Promise<void> {
    if (!(await confirmed(t("case-remove-title", { name: itemTitle(item) }), t("case-remove-text"), t("case-remove"), t("product-keep")))) return;
    app.case.change((kase) => {
      kase.items = (kase.items ?? []).filter(({ id }) => id !== item.id);
    });
    await focusOn(this, "#step-title");
  }
}

export function itemTitle(item: CaseItem): string {
  return item.name || (item.family ? familyText(item.family).name : "") || item.codes?.map(({ code }) => code).join(", ") || (item.hs ? t("case-hs-of", { code: item.hs }) : t("case-item-unnamed", { id: item.id.slice(1) }));
}

/** By what the rules know the item. */
export function identifiedAs(item: CaseItem): string {
  if (item.family) return t("case-item-checked", { family: familyText(item.family).name, count: Object.keys(item.answers ?? {}).length });
  const codes = (item.codes ?? []).map(({ list, code }) => `${listName(list)} ${code}`);
  const none = (item.none ?? []).map((list) => t("case-item-none", { list: listName(list) }));
  return [...codes, ...none].join(", ") || tCode("case-item-by", "nothing");
}

export function amountText({ quantity, value, currency, mass }: CaseItem): string {
  const figure = (text: string | undefined) => (text && /^\d+(?:\.\d+)?$/.test(text) ? number(Number(text), { maximumFractionDigits: 6 }) : (text ?? ""));
  const weight = mass?.replace(/^\d+(?:\.\d+)?/, figure);
  return [quantity ? t("case-pieces", { count: figure(quantity) }) : "", value ? `${figure(value)} ${currency ?? ""}`.trim() : "", weight ?? ""].filter(Boolean).join(" · ");
}
