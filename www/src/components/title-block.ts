import { html, type TemplateResult } from "lit";
import { date, number, t } from "../i18n/index.ts";
import { edition as versionText } from "./item-text.ts";
import { app } from "../state/app.ts";
import { dateSpan } from "../state/lists.ts";

/** The title block of the sheet, as on an engineering drawing: what this page worked with. */
export function titleBlock(): TemplateResult {
  const manifest = app.manifest;
  const span = manifest && dateSpan(manifest);
  const cell = (name: string, label: string, value: string) => html`<div class="cell cell-${name}"><dt>${label}</dt><dd>${value}</dd></div>`;
  return html`
    <footer class="title-block">
      <dl>
        ${cell("sheet", t("block-sheet"), t("block-sheet-value"))}
        ${cell("lists", t("block-lists"), manifest ? t("block-lists-value", { lists: manifest.lists.length, parties: number(manifest.parties) }) : t("block-none"))}
        ${cell("edition", t("block-edition"), span ? edition(span) : t("block-none"))}
        ${cell("scope", t("block-scope"), manifest ? (manifest.starter ? t("block-scope-starter") : t("block-scope-full")) : t("block-none"))}
        ${cell("pack", t("block-pack"), manifest ? manifest.digest.slice(0, 12) : t("block-none"))}
        ${cell("rules", t("block-rules"), app.item.texts ? rules() : t("block-none"))}
        ${cell("engine", t("block-engine"), app.engine.version || t("block-none"))}
        ${cell("offline", t("block-offline"), app.offlineReady ? t("block-offline-yes") : t("block-offline-no"))}
      </dl>
      <p class="duty">${t("duty-footer")}</p>
    </footer>`;
}

/** The versions of the lists of goods that the rules follow. */
function rules(): string {
  const lists = Object.values(app.item.texts?.lists ?? {});
  return lists.map(({ name, version }) => t("list-of-date", { list: name, date: versionText(version) })).join("; ");
}

function edition({ oldest, newest, undated }: ReturnType<typeof dateSpan>): string {
  const dates = oldest === newest ? date(oldest) : t("block-edition-span", { oldest: date(oldest), newest: date(newest) });
  return undated > 0 && newest ? t("block-edition-undated", { dates, count: undated }) : dates;
}
