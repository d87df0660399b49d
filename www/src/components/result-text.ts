import { html, nothing, type TemplateResult } from "lit";
import type { ListChecked } from "../engine/types.ts";
import { date, list, pick, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { notLoaded } from "../state/lists.ts";

/** More lists than these are counted in a sentence and named below it. */
const NAMED_IN_A_SENTENCE = 3;

/** Which lists, of which dates, a result speaks of. */
export function listsSearched(lists: ListChecked[]): string {
  const dates = lists.map(({ id, published }) => published ?? app.listOf(id)?.published ?? app.listOf(id)?.retrieved ?? "").sort();
  const [oldest] = dates;
  if (lists.length <= NAMED_IN_A_SENTENCE || !oldest) return list(lists.map(named));
  return t("lists-counted", { count: lists.length, oldest: date(oldest), newest: date(dates.at(-1)) });
}

/** Every list searched, by name and date; folded away when there are many. */
export function listsNamed(lists: ListChecked[]): TemplateResult {
  if (lists.length <= NAMED_IN_A_SENTENCE) return html`<p class="searched">${t("result-searched", { lists: listsSearched(lists) })}</p>`;
  return html`<details class="searched"><summary>${t("result-searched", { lists: listsSearched(lists) })}</summary><ul>${lists.map((one) => html`<li>${named(one)}</li>`)}</ul></details>`;
}

function named({ id, published }: ListChecked): string {
  const known = app.listOf(id);
  return t("list-of-date", { list: known ? pick(known.title) : id, date: editionOf(published ?? known?.published, known?.retrieved) });
}

/** The date of a list as published, else when it was fetched, said so. */
export function editionOf(published: string | null | undefined, retrieved: string | null | undefined): string {
  return published || !retrieved ? date(published) : t("date-fetched", { date: date(retrieved) });
}

/** What a result leaves open and who must act. Stands under every result, with and without candidates. */
export function limits(notChecked: string[]): TemplateResult {
  const missing = notLoaded(app.manifest);
  const codes = notChecked.filter((code) => code !== "lists-not-loaded" && code !== "starter-list");
  return html`
    <section class="limits" aria-labelledby="limits-title">
      <h3 id="limits-title">${t("limits-title")}</h3>
      <ul>
        ${codes.map((code) => html`<li>${tCode("not-checked", code)}</li>`)}
        ${missing.length ? html`<li><details><summary>${t("not-checked-lists-not-loaded", { count: missing.length })}</summary><ul class="fact-note">${missing.map(({ title }) => html`<li>${pick(title)}</li>`)}</ul></details></li>` : nothing}
        <li>${t("not-checked-other-lists")}</li>
        <li>${t("not-checked-items")}</li>
        ${app.manifest?.starter ? html`<li><strong>${t("not-checked-starter-list")}</strong></li>` : nothing}
      </ul>
      <h3>${t("duty-title")}</h3>
      <p>${t("duty-text")}</p>
      <p>${t("duty-authority")}</p>
    </section>`;
}
