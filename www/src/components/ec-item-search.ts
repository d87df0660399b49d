import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Found, Why } from "../engine/item-types.ts";
import { collator, contentLanguage, languageName, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOfStep } from "../state/route.ts";
import { focusOn, PageElement } from "./element.ts";
import { entryTitle, familyText, itemFailure, listName } from "./item-text.ts";

type Part = TemplateResult | typeof nothing;
/** Families and entries shown for words; further families are folded away, up to a number one can look through. */
const FAMILIES = 6;
const MOST = 30;
const ENTRIES = 6;

/** What is the item? A search in trade words, tariff numbers and list codes, and the families by category. */
@customElement("ec-item-search")
export class EcItemSearch extends PageElement {
  @state() private empty = false;

  protected override render(): TemplateResult {
    const { item } = app;
    return html`
      <h1>${t("item-title")}</h1>
      <p class="lead">${t("item-lead")}</p>
      <form class="item-search" role="search" novalidate @submit=${this.#submit} autocomplete="off">
        <div class="field field-name ${this.empty ? "wrong" : ""}">
          <label for="item-query">${t("item-query")}</label>
          <p class="hint" id="item-query-hint">${t("item-query-hint")}</p>
          <div role="alert">${this.empty ? html`<p class="problem" id="item-query-problem">${t("item-query-empty")}</p>` : nothing}</div>
          <div class="search-line">
            <input id="item-query" type="text" enterkeyhint="search" .value=${item.query} aria-describedby=${`item-query-hint${this.empty ? " item-query-problem" : ""}`} aria-invalid=${this.empty ? "true" : "false"} spellcheck="false" autocapitalize="off" />
            <button type="submit" class="button" aria-disabled=${item.rules === "ready" ? "false" : "true"}>${t("item-search")}</button>
          </div>
        </div>
      </form>
      <div role="alert">${itemFailure()}</div>
      <div role="status" class="visually-hidden">${item.searching ? t("result-searching") : ""}</div>
      ${item.found ? this.#found(item.found) : nothing}
      <ec-products></ec-products>
      ${this.#browse()}`;
  }

  #found(found: Found): TemplateResult {
    const nothingFound = !found.families.length && !found.entries.length && !found.crosswalk.length;
    return html`
      <section class="found" aria-labelledby="found-title" data-kind=${found.kind}>
        <h2 id="found-title" tabindex="-1">${nothingFound ? t("found-nothing-title", { query: found.query }) : t("found-title", { query: found.query })}</h2>
        ${nothingFound || found.notices.includes("nothing-found") ? html`<p class="no-candidate" data-notice="nothing-found">${t("found-nothing")} <a href="#browse-title" @click=${this.#toBrowse}>${t("found-browse")}</a></p>` : nothing}
        ${found.notices.includes("code-does-not-decide") || found.kind === "hs" ? html`<p class="notice" data-notice="code-does-not-decide">${t("found-code-does-not-decide")}</p>` : nothing}
        ${found.families.length ? html`
          <p>${t("found-choose")}</p>
          ${this.#families(found)}
          <p class="hint">${t("found-not-there")} <a href="#browse-title" @click=${this.#toBrowse}>${t("found-browse")}</a></p>` : nothing}
        ${found.crosswalk.length ? html`<h3>${t("found-crosswalk")}</h3><ul class="crosswalk">${found.crosswalk.map((row) => html`<li>${tCode("other-list", row.list)} <span class="reference">${row.code}</span> ${tCode("crosswalk", row.relation)} <span class="reference">${row.entries.join(", ")}</span></li>`)}</ul><p class="hint">${t("found-crosswalk-hint")}</p>` : nothing}
        ${found.entries.length ? html`<h3>${t("found-entries")}</h3><div class="entries">${found.entries.slice(0, ENTRIES).map(({ entry, why }, at) => entryCard(entry, why, found.kind === "code" && at === 0))}</div>` : nothing}
      </section>`;
  }

  /** A code names all of them alike; words name the best first, and the distant ones are folded away. */
  #families({ families, kind }: Found): TemplateResult {
    const shown = kind === "words" ? families.slice(0, FAMILIES) : families;
    const rest = families.slice(shown.length, MOST);
    return html`<ol class="families">${shown.map(({ id, why }) => this.#family(id, why))}</ol>
      ${rest.length ? html`<details class="families-rest"><summary>${t("found-more", { count: rest.length })}</summary><ol class="families">${rest.map(({ id, why }) => this.#family(id, why))}</ol></details>` : nothing}`;
  }

  #family(id: string, why: Why[]): TemplateResult {
    const family = familyText(id);
    return html`<li class="family" data-family=${id}>
      <a class="family-name" href=${hrefOfStep(id, "review")}>${family.name}</a>
      ${family.about ? html`<p>${family.about}</p>` : nothing}
      <p class="fact-note">${[categoryName(family.category), whyText(why, family.name)].filter(Boolean).join(" · ")}</p>
    </li>`;
  }

  #browse(): TemplateResult {
    const families = Object.entries(app.item.texts?.families ?? {});
    const order = collator();
    const categories = Object.keys(app.item.texts?.categories ?? {}).sort();
    return html`
      <section class="browse" aria-labelledby="browse-title">
        <h2 id="browse-title" tabindex="-1">${t("browse-title")}</h2>
        <p>${t("browse-text")}</p>
        ${categories.map((category) => {
          const inside = families.filter(([, family]) => family.category === category).sort(([, a], [, b]) => order.compare(a.name, b.name));
          return html`<details data-category=${category}>
            <summary>${categoryName(category)} <span class="fact-note">${t("browse-count", { count: inside.length })}</span></summary>
            ${inside.length ? html`<ul class="family-list">${inside.map(([id, family]) => html`<li><a href=${hrefOfStep(id, "review")}>${family.name}</a>${family.about ? html` <span class="fact-note">${family.about}</span>` : nothing}</li>`)}</ul>` : html`<p>${t("browse-empty")}</p>`}
          </details>`;
        })}
      </section>`;
  }

  #toBrowse(event: Event): void {
    event.preventDefault();
    void focusOn(this, "#browse-title").then(() => this.querySelector("#browse-title")?.scrollIntoView());
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const query = this.querySelector<HTMLInputElement>("#item-query")?.value.trim() ?? "";
    this.empty = query === "";
    if (this.empty) return focusOn(this, "#item-query");
    if (app.item.rules !== "ready") return;
    await app.item.search(query);
    await focusOn(this, app.item.failure ? "#item-failure" : "#found-title");
  }
}

export function categoryName(category: string): string {
  const name = app.item.texts?.categories[category];
  return name ? t("category", { category, name }) : t("category-none");
}

/** An entry of the lists: what it is about, where it stands, what belongs to it. */
export function entryCard(code: string, why: Why[], open = false): TemplateResult {
  const entry = app.item.texts?.entries[code];
  const codes = (label: string, all: string[] | undefined): Part => (all?.length ? html`<div><dt>${label}</dt><dd>${all.map((one) => html`<span class="code-title"><span class="reference">${one}</span> ${entryTitle(one)}</span>`)}</dd></div>` : nothing);
  if (!entry) return html`<p class="entry-card"><span class="reference">${code}</span> ${t("entry-undescribed")}</p>`;
  const links = Object.entries(entry.links ?? {}).filter(([, url]) => url.startsWith("https://"));
  return html`
    <details class="entry-card" data-entry=${code} ?open=${open}>
      <summary><span class="reference">${code}</span> ${entry.title} <span class="fact-note">${t("entry-in-lists", { lists: list(entry.lists.map(listName)) })}</span></summary>
      ${entry.summary ? html`<p>${entry.summary}</p>` : nothing}
      ${why.length ? html`<p class="fact-note">${whyText(why)}</p>` : nothing}
      <dl class="facts">
        ${entry.regime?.length ? html`<div><dt>${t("entry-regime")}</dt><dd>${list(entry.regime.map((regime) => tCode("regime", regime)))}</dd></div>` : nothing}
        ${codes(t("related-software"), entry.related?.software)}
        ${codes(t("related-technology"), entry.related?.technology)}
        ${codes(t("see-also-title"), entry.see_also)}
        ${links.length ? html`<div><dt>${t("official-text")}</dt><dd>${links.map(([id, url]) => html`<a class="code-title" href=${url} target="_blank" rel="noreferrer noopener">${t("official-link", { list: listName(id) })}</a>`)}</dd></div>` : nothing}
      </dl>
    </details>`;
}

/** Why a search found something; a correction of the spelling is always said, a word of the name itself is not. */
function whyText(why: Why[], name = ""): string {
  const joined = new Map<string, Why>();
  for (const one of why.filter(({ kind, matched }) => kind !== "word" || matched !== name)) {
    const key = [one.kind, one.matched, one.language].join("\u001f");
    const before = joined.get(key);
    joined.set(key, before ? { ...before, query: `${before.query} ${one.query}` } : one);
  }
  // A corrected spelling first; two reasons are enough.
  return [...joined.values()].sort((a, b) => Number(b.kind === "typo") - Number(a.kind === "typo")).slice(0, 2).map(({ kind, query, matched, language }) => {
    const text = tCode("found-why", kind, { query, matched });
    return language && language !== contentLanguage() ? t("found-in-language", { text, language: languageName(language) }) : text;
  }).join("; ");
}
