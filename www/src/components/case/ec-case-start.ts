import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { SavedCase } from "../../engine/case-types.ts";
import { date, t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { gapsOf } from "../../state/case/missing.ts";
import { hrefOfCase, type Section, SECTIONS } from "../../state/case/place.ts";
import { signLists, useGroups, unanswered } from "../../state/case/questions.ts";
import { allCases } from "../../state/case/saved.ts";
import { today } from "../../state/item.ts";
import { hrefOf } from "../../state/route.ts";
import { PageElement } from "../element.ts";
import { itemName, routeText } from "../licence-text.ts";
import { textField } from "./fields.ts";
import { fromLicence } from "./take-over.ts";

/** Where a case begins, and where it stands. */
@customElement("ec-case-start")
export class EcCaseStart extends PageElement {
  @state() private named = "";
  @state() private cases: SavedCase[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    // Without storage there are no saved cases to offer.
    void allCases().then((cases) => (this.cases = cases), () => undefined);
  }

  protected override render(): TemplateResult {
    return app.case.current ? this.#standing() : this.#begin();
  }

  #begin(): TemplateResult {
    const taken = [itemName(), routeText()].filter(Boolean).join(" · ");
    return html`
      <h1>${t("case-title")}</h1>
      <p class="lead">${t("case-lead")}</p>
      <form class="builder-form" novalidate autocomplete="off" @submit=${this.#start}>
        ${textField({ id: "case-name", label: t("case-name"), hint: t("case-name-hint"), value: this.named, set: (named) => (this.named = named), kind: "name" })}
        ${taken ? html`<label class="choice"><input type="checkbox" id="take-over" checked /><span>${t("case-take-over")} <strong><bdi>${taken}</bdi></strong></span></label>` : nothing}
        <div class="actions"><button type="submit" class="button" id="begin">${t("case-begin")}</button>
          ${this.cases.length ? html`<a class="button-quiet" href=${hrefOf("cases")}>${t("case-resume", { count: this.cases.length })}</a>` : nothing}</div>
        <p class="hint">${t("case-private")}</p>
      </form>
      <ol class="steps">${SECTIONS.map((section) => html`<li>${tCode("case-about", section)}</li>`)}</ol>`;
  }

  /** The steps with what is there and what is not: one look, and on where something is missing. */
  #standing(): TemplateResult {
    const kase = app.case.current ?? { format: 1, as_of: "" };
    const words = { risk: app.case.texts, rules: app.item.texts, licensing: app.licence.texts };
    const gaps = gapsOf(kase, words, app.case.assessment);
    const use = useGroups(kase, words, app.case.assessment);
    const signs = signLists(kase, words, app.case.assessment);
    const begun: Record<Section, boolean> = {
      items: Boolean(kase.items?.length),
      parties: Boolean(kase.parties?.length),
      route: Boolean(kase.exporter_country || kase.route?.length),
      use: Boolean(kase.end_use) || use.some((group) => unanswered(kase, [group]) < group.attributes.length),
      signs: signs.some((list) => unanswered(kase, [list]) < list.attributes.length),
      check: true,
    };
    const open = (section: Section) => gaps.filter((gap) => sectionOfGap(gap.code) === section).length;
    const first = SECTIONS.find((section) => !begun[section] || open(section)) ?? "check";
    return html`
      <ol class="task-list">${SECTIONS.map((section) => html`<li data-section=${section}>
        <a href=${hrefOfCase(section)}>${tCode("case-section", section)}</a>
        <span class="fact-note">${tCode("case-about", section)}</span>
        ${section === "check" ? nothing : html`<strong class="task-state" data-state=${!begun[section] ? "none" : open(section) ? "open" : "done"}>${!begun[section] ? t("case-task-none") : open(section) ? t("case-task-open", { count: open(section) }) : t("case-task-done")}</strong>`}
      </li>`)}</ol>
      <div class="actions"><a class="button" id="continue" href=${hrefOfCase(first)}>${t("case-task-go", { section: tCode("case-section", first) })}</a>
        <button type="button" class="button-quiet" id="new-case" @click=${() => app.case.close()}>${t("case-new")}</button></div>
      <details class="details"><summary>${t("case-rename")}</summary>${textField({ id: "case-name", label: t("case-name"), value: kase.title, set: (title) => app.case.change((next) => { next.title = title; }), kind: "name" })}</details>`;
  }

  #start(event: Event): void {
    event.preventDefault();
    const take = this.querySelector<HTMLInputElement>("#take-over")?.checked ?? false;
    const before = this.cases[0]?.case.exporter_country;
    const facts = { ...(before ? { exporter_country: before } : {}), ...(take ? fromLicence() : {}) };
    app.case.begin(this.named.trim() || t("case-untitled", { date: date(today()) }), facts);
    location.hash = hrefOfCase("items");
  }
}

/** The step a gap belongs to. */
function sectionOfGap(code: string): Section {
  if (["items", "what", "hs", "origin", "value", "item"].includes(code)) return "items";
  if (["exporter", "destination", "way"].includes(code)) return "route";
  if (code === "use" || code === "checks") return "use";
  if (code === "signs") return code;
  return "parties";
}

