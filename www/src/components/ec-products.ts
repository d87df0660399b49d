import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download } from "../batch/export.ts";
import { dateTime, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { allProducts, deleteProduct, exportProducts, importProducts, type Product, type ProductsImported } from "../state/products.ts";
import { hrefOfStep } from "../state/route.ts";
import { focusOn, PageElement } from "./element.ts";
import { familyText, listName } from "./item-text.ts";

/** Items saved on this device: reopened with the rules of today, deleted, exported, imported. */
@customElement("ec-products")
export class EcProducts extends PageElement {
  @state() private products: Product[] | undefined;
  @state() private imported: ProductsImported | "refused" | undefined;
  @state() private unavailable = false;
  @state() private leaving: Product | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render(): TemplateResult {
    const all = this.products ?? [];
    return html`
      <section class="products" aria-labelledby="products-title">
        <h2 id="products-title" tabindex="-1">${t("products-count", { count: all.length })}</h2>
        <div role="alert">${this.unavailable ? html`<p class="problem">${t("products-unavailable")}</p>` : nothing}</div>
        ${all.length ? html`<ul class="product-list">${all.map((product) => this.#row(product))}</ul>` : html`<p>${t("products-none")}</p>`}
        <div class="toolbar">
          <details class="import"><summary>${t("products-import")}</summary><label for="import-products" class="hint">${t("products-import-hint")}</label><input id="import-products" type="file" accept="application/json,.json" @change=${this.#import} /></details>
          ${all.length ? html`<button type="button" class="button-quiet" id="export-products" @click=${this.#export}>${t("products-export")}</button>` : nothing}
        </div>
        <div role="status">${this.#importResult()}</div>
        <dialog aria-labelledby="leave-title">
          <form method="dialog" @submit=${this.#confirmed}>
            <h2 id="leave-title">${t("product-delete-title", { name: this.leaving?.name ?? "" })}</h2>
            <p>${t("wipe-text")}</p>
            <div class="actions"><button class="button-quiet" value="no" autofocus>${t("product-keep")}</button><button class="button" value="yes">${t("product-delete")}</button></div>
          </form>
        </dialog>
      </section>`;
  }

  #row(product: Product): TemplateResult {
    const verdicts = product.verdicts.map(({ list, verdict }) => t("product-verdict", { list: listName(list), verdict: tCode("verdict-short", verdict) }));
    return html`<li data-product=${product.id}>
      <div><bdi class="product-name">${product.name}</bdi>
        <p class="fact-note">${familyText(product.family).name} · ${dateTime(product.saved_at)} · ${verdicts.join(" · ")}</p></div>
      <div class="product-actions">
        <button type="button" class="button-quiet" data-action="reopen" @click=${() => this.#reopen(product)}>${t("product-reopen")}<span class="visually-hidden"> ${product.name}</span></button>
        <button type="button" class="button-plain" data-action="delete" @click=${() => this.#ask(product)}>${t("product-delete")}<span class="visually-hidden"> ${product.name}</span></button>
      </div>
    </li>`;
  }

  #importResult(): TemplateResult | typeof nothing {
    if (!this.imported) return nothing;
    if (this.imported === "refused") return html`<p class="problem">${t("products-import-refused")}</p>`;
    const { added, known, refused } = this.imported;
    return html`<p>${t("import-done", { added, known })}</p>${refused.length ? html`<p class="problem">${t("import-records-refused", { count: refused.length, places: refused.join(", ") })}</p>` : nothing}`;
  }

  async #read(): Promise<void> {
    try {
      this.products = await allProducts();
    } catch {
      this.unavailable = true;
    }
  }

  async #reopen(product: Product): Promise<void> {
    await app.item.reopen(product);
    location.hash = hrefOfStep(product.family, "result");
  }

  #ask(product: Product): void {
    this.leaving = product;
    void this.updateComplete.then(() => this.querySelector("dialog")?.showModal());
  }

  async #confirmed(event: SubmitEvent): Promise<void> {
    const product = this.leaving;
    this.leaving = undefined;
    if (!product || (event.submitter as HTMLButtonElement | null)?.value !== "yes") return;
    await deleteProduct(product.id);
    await this.#read();
    await focusOn(this, "#products-title");
  }

  async #import(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    try {
      this.imported = await importProducts(await file.text());
    } catch {
      this.imported = "refused";
    }
    input.value = "";
    await this.#read();
  }

  async #export(): Promise<void> {
    download(`exportcheck-products-${new Date().toISOString().slice(0, 10)}.json`, "application/json", await exportProducts());
  }
}
