import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { PageElement } from "../components/element.ts";
import { failureText, itemFailure } from "../components/item-text.ts";
import { t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOfTab, LICENCE_TABS, type LicenceTab } from "../state/route.ts";

type Part = TemplateResult | typeof nothing;

/** May it go there? One case, looked at in several ways; the address says which. */
@customElement("ec-licence")
export class EcLicence extends PageElement {
  #entered = false;

  protected override render(): TemplateResult {
    const { licence, item } = app;
    return html`
      <h1>${t("licence-title")}</h1>
      <p class="lead">${t("licence-lead")}</p>
      ${licence.texts ? html`
          <ec-licence-case></ec-licence-case>
          ${this.#tabs()}
          <div role="alert">${failureText(licence.failure)}</div>
          ${this.#view(app.licenceTab)}`
        : item.rules === "loading" || (item.rules === "ready" && !licence.failure)
          ? html`<p class="notice" role="status">${t("rules-loading")}</p>`
          : html`<p class="notice notice-loud" role="status" data-notice="no-rules">${t("licence-no-rules")}</p><div role="alert">${item.rules === "ready" ? failureText(licence.failure) : itemFailure()}</div>`}`;
  }

  protected override updated(): void {
    if (this.#entered || !app.licence.texts) return;
    this.#entered = true;
    void app.licence.enter();
  }

  #tabs(): Part {
    if (LICENCE_TABS.length < 2) return nothing;
    return html`<nav class="ways" aria-label=${t("licence-tabs")}><ul>${LICENCE_TABS.map((tab) => html`<li><a href=${hrefOfTab(tab)} data-tab=${tab} aria-current=${app.licenceTab === tab ? "page" : nothing}>${tCode("licence-tab", tab)}</a></li>`)}</ul></nav>`;
  }

  #view(tab: LicenceTab): Part {
    switch (tab) {
      case "map":
        // Shapes and projection come with the tab; they are part of the page and need no other server.
        void import("../components/ec-licence-map.ts");
        return html`<ec-licence-map></ec-licence-map>`;
      case "bom":
        return html`<ec-bom></ec-bom>`;
      case "result":
        return app.licence.result ? html`<ec-licence-result></ec-licence-result>` : this.#nothingYet();
    }
  }

  #nothingYet(): TemplateResult {
    return html`<section class="result-empty" aria-labelledby="licence-empty"><h2 id="licence-empty">${t("result-none-yet-title")}</h2>
      <ol class="steps"><li>${t("licence-step-one")}</li><li>${t("licence-step-two")}</li><li>${t("licence-step-three")}</li></ol></section>`;
  }
}
