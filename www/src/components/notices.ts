import { html, nothing, type TemplateResult } from "lit";
import { list, number, pick, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { ageOf } from "../state/lists.ts";
import { hrefOf, ROUTES, type Route } from "../state/route.ts";

/** Screens on which parties are checked. */
function screens(route: Route): boolean {
  return ROUTES.party.includes(route) || route === "case";
}

type Part = TemplateResult | typeof nothing;

/** On every screen about parties while only the starter list is open. */
export function starterNotice(): Part {
  if (!app.manifest?.starter || !screens(app.route)) return nothing;
  return html`
    <aside class="notice notice-loud" aria-labelledby="starter-title" data-notice="starter">
      <p class="notice-title" id="starter-title">${t("starter-title")}</p>
      <p>${t("starter-text", { parties: number(app.manifest.parties) })}</p>
      <p><a href=${hrefOf("lists")}>${t("starter-link")}</a></p>
    </aside>`;
}

/** What is wrong with the engine or the lists right now. The region stays in place, so that changes are announced. */
export function systemNotices(): TemplateResult {
  return html`<div role="status" class="system-notices">${engineNotice()}${packNotice()}${screens(app.route) ? ageNotice() : nothing}</div>`;
}

function engineNotice(): Part {
  if (app.loading === "loading") return html`<p class="notice" data-notice="loading">${t("engine-loading")}</p>`;
  if (app.loading === "failed") return html`<p class="notice notice-loud" data-notice="failed">${t("engine-failed")}</p>`;
  if (app.loading === "no-lists" && screens(app.route)) return html`<p class="notice notice-loud" data-notice="no-lists">${t("engine-no-lists")} <a href=${hrefOf("lists")}>${t("starter-link")}</a></p>`;
  if (app.engine.state === "restarting") return html`<p class="notice" data-notice="restarting">${t("engine-restarting")}</p>`;
  return app.restarted ? html`<p class="notice" data-notice="restarted">${t("engine-restarted")}</p>` : nothing;
}

function packNotice(): Part {
  if (!app.packRefused || app.route === "lists") return nothing;
  return html`<p class="notice notice-loud" data-notice="pack">${refusedPack()} <a href=${hrefOf("lists")}>${t("nav-lists")}</a></p>`;
}

/** Why the last pack was not opened, and what happens instead. */
export function refusedPack(): Part {
  if (!app.packRefused) return nothing;
  const { code, file } = app.packRefused;
  return html`<span>${t("pack-refused", { file: file || t("pack-of-page") })}</span>
    <span>${tCode("failure", code)}</span>
    <span>${app.manifest ? t("pack-previous-stays") : t("pack-none-open")}</span>`;
}

function ageNotice(): Part {
  const lists = app.manifest?.lists ?? [];
  const today = new Date();
  const names = (state: "stale" | "unknown") => lists.filter((candidate) => ageOf(candidate, today).state === state).map((candidate) => pick(candidate.title));
  const stale = names("stale");
  const undated = names("unknown");
  if (!stale.length && !undated.length) return nothing;
  return html`<p class="notice" data-notice="age">
    ${stale.length ? t("age-stale-notice", { count: stale.length, lists: list(stale.slice(0, 3)) }) : nothing}
    ${undated.length ? t("age-unknown-notice", { count: undated.length, lists: list(undated.slice(0, 3)) }) : nothing}
    <a href=${hrefOf("lists")}>${t("age-link")}</a></p>`;
}
