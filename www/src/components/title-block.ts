import { html, type TemplateResult } from "lit";
import { date, number, t } from "../i18n/index.ts";
import { edition as versionText } from "./item-text.ts";
import { app } from "../state/app.ts";
import { dateSpan } from "../state/lists.ts";
import { ROUTES } from "../state/route.ts";

/** The title block of the sheet, as on an engineering drawing: what this page worked with. */
export function titleBlock(): TemplateResult {
  const cell = (name: string, label: string, value: string) => html`<div class="cell cell-${name}"><dt>${label}</dt><dd>${value || t("block-none")}</dd></div>`;
  return html`
    <footer class="title-block">
      <dl>
        ${ROUTES.case.includes(app.route) ? caseCells(cell) : ROUTES.item.includes(app.route) ? itemCells(cell) : partyCells(cell)}
        ${cell("engine", t("block-engine"), app.engine.version)}
        ${cell("offline", t("block-offline"), app.offlineReady ? t("block-offline-yes") : t("block-offline-no"))}
      </dl>
      <p class="duty">${t("duty-footer")}</p>
    </footer>`;
}

type Cell = (name: string, label: string, value: string) => TemplateResult;

function partyCells(cell: Cell): TemplateResult {
  const manifest = app.manifest;
  return html`
    ${cell("sheet", t("block-sheet"), t("block-sheet-value"))}
    ${cell("lists", t("block-lists"), manifest ? t("block-lists-value", { lists: manifest.lists.length, parties: number(manifest.parties) }) : "")}
    ${cell("edition", t("block-edition"), manifest ? edition(dateSpan(manifest)) : "")}
    ${cell("scope", t("block-scope"), manifest ? (manifest.starter ? t("block-scope-starter") : t("block-scope-full")) : "")}
    ${cell("pack", t("block-pack"), manifest?.digest.slice(0, 12) ?? "")}`;
}

/** A case rests on both: the rules and the lists. */
function caseCells(cell: Cell): TemplateResult {
  const { manifest } = app;
  return html`
    ${cell("sheet", t("block-sheet"), t("block-sheet-case"))}
    ${cell("rules", t("block-rules"), Object.values(app.item.texts?.lists ?? {}).map(({ name, version }) => t("list-of-date", { list: name, date: versionText(version) })).join("; "))}
    ${cell("rules-digest", t("block-rules-digest"), app.item.manifest?.digest.slice(0, 12) ?? "")}
    ${cell("scope", t("block-scope"), manifest ? (manifest.starter ? t("block-scope-starter") : t("block-scope-full")) : "")}
    ${cell("pack", t("block-lists-digest"), manifest?.digest.slice(0, 12) ?? "")}`;
}

function itemCells(cell: Cell): TemplateResult {
  const { texts, manifest } = app.item;
  return html`
    ${cell("sheet", t("block-sheet"), t("block-sheet-item"))}
    ${cell("rules", t("block-rules"), Object.values(texts?.lists ?? {}).map(({ name, version }) => t("list-of-date", { list: name, date: versionText(version) })).join("; "))}
    ${cell("families", t("block-families"), texts ? number(Object.keys(texts.families).length) : "")}
    ${cell("rules-digest", t("block-rules-digest"), manifest?.digest.slice(0, 12) ?? "")}`;
}

function edition({ oldest, newest, undated }: ReturnType<typeof dateSpan>): string {
  const dates = oldest === newest ? date(oldest) : t("block-edition-span", { oldest: date(oldest), newest: date(newest) });
  return undated > 0 && newest ? t("block-edition-undated", { dates, count: undated }) : dates;
}
