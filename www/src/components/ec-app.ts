import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { isLocale, offered, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOf, type Route, ROUTES } from "../state/route.ts";
import type { Theme } from "../state/settings.ts";
import { PageElement } from "./element.ts";
import { starterNotice, systemNotices } from "./notices.ts";
import { titleBlock } from "./title-block.ts";

@customElement("ec-app")
export class EcApp extends PageElement {
  #shown: Route | undefined;

  protected override render(): TemplateResult {
    return html`
      <a class="skip-link" href="#main" @click=${this.#skip}>${t("skip-link")}</a>
      <header class="masthead">
        <div class="masthead-line">
          <a class="wordmark" href="#/" translate="no">exportcheck</a>
          <p class="tagline">${t("tagline")}</p>
          ${this.#controls()}
        </div>
        <nav aria-label=${t("nav-label")}>
          ${this.#group(t("nav-cases"), ROUTES.case)}${this.#group(t("nav-items"), ROUTES.item)}${this.#group(t("nav-parties"), ROUTES.party)}
        </nav>
      </header>
      <div class="notices">${starterNotice()}${systemNotices()}</div>
      <main id="main" tabindex="-1">${this.#page()}</main>
      ${titleBlock()}
    `;
  }

  protected override updated(): void {
    document.title = t("page-title", { page: this.#routeName(app.route) });
    // After following a link the reader starts at the new page, not at the old link.
    if (this.#shown && this.#shown !== app.route) {
      this.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
      scrollTo(0, 0);
    }
    this.#shown = app.route;
  }

  #group(label: string, routes: readonly Route[]): TemplateResult {
    return html`<div class="nav-group"><span class="nav-label" aria-hidden="true">${label}</span><ul class="nav" aria-label=${label}>
      ${routes.map((route) => html`<li><a href=${hrefOf(route)} aria-current=${app.route === route ? "page" : nothing}>${this.#routeName(route)}</a></li>`)}
    </ul></div>`;
  }

  #controls(): TemplateResult {
    const { locale, theme } = app.settings;
    return html`
      <div class="controls">
        <label class="control"><span>${t("language-label")}</span>
          <select id="language" @change=${this.#language}>
            ${offered.map(({ locale: code, label }) => html`<option value=${code} lang=${code} ?selected=${code === locale}>${label}</option>`)}
            ${offered.some(({ locale: code }) => code === locale) ? nothing : html`<option value=${locale} selected>${locale}</option>`}
          </select>
        </label>
        <label class="control"><span>${t("theme-label")}</span>
          <select id="theme" @change=${this.#theme}>
            <option value="system" ?selected=${theme === "system"}>${t("theme-system")}</option>
            <option value="light" ?selected=${theme === "light"}>${t("theme-light")}</option>
            <option value="dark" ?selected=${theme === "dark"}>${t("theme-dark")}</option>
          </select>
        </label>
      </div>`;
  }

  #page(): TemplateResult {
    switch (app.route) {
      case "case":
        return html`<ec-case></ec-case>`;
      case "cases":
        return html`<ec-cases></ec-cases>`;
      case "history":
        return html`<ec-history></ec-history>`;
      case "record":
        return html`<ec-record></ec-record>`;
      case "item":
        return html`<ec-item></ec-item>`;
      case "licence":
        return html`<ec-licence></ec-licence>`;
      case "coverage":
        return html`<ec-coverage></ec-coverage>`;
      case "one":
        return html`<ec-one-party></ec-one-party>`;
      case "many":
        return html`<ec-many-parties></ec-many-parties>`;
      case "lists":
        return html`<ec-lists></ec-lists>`;
      case "decisions":
        return html`<ec-decisions></ec-decisions>`;
    }
  }

  #routeName(route: Route): string {
    switch (route) {
      case "case":
        return t("nav-case");
      case "cases":
        return t("nav-saved-cases");
      case "history":
        return t("nav-history");
      case "record":
        return t("nav-record");
      case "item":
        return t("nav-item");
      case "licence":
        return t("nav-licence");
      case "coverage":
        return t("nav-coverage");
      case "one":
        return t("nav-one");
      case "many":
        return t("nav-many");
      case "lists":
        return t("nav-lists");
      case "decisions":
        return t("nav-decisions");
    }
  }

  #skip(event: Event): void {
    event.preventDefault();
    document.querySelector<HTMLElement>("#main")?.focus();
  }

  #language(event: Event): void {
    const { value } = event.target as HTMLSelectElement;
    if (isLocale(value)) app.setLocale(value);
  }

  #theme(event: Event): void {
    app.setTheme((event.target as HTMLSelectElement).value as Theme);
  }
}
