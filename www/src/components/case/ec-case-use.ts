import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { type UseGroup, unanswered, useGroups } from "../../state/case/questions.ts";
import { partyOf, itemOf } from "../../state/case/edit.ts";
import { partyName } from "./ec-case-parties.ts";
import { itemTitle } from "./ec-case-items.ts";
import { areaField, type Part } from "./fields.ts";
import { questionFields } from "./question-fields.ts";
import { CaseStepElement } from "./step.ts";

/** What the goods are for, in the user's own words. */
@customElement("ec-case-use")
export class EcCaseUse extends CaseStepElement {
  protected override heading(): string {
    return t("case-use-title");
  }

  protected override previous() {
    return { href: hrefOfCase("way"), label: t("case-back-way") };
  }

  protected override next(): string {
    return hrefOfCase("know");
  }

  protected override body(): Part {
    return html`
      ${areaField({ id: "end-use", label: t("case-use"), hint: t("case-use-hint"), rows: 6, value: this.kase.end_use, set: (end_use) => app.case.change((kase) => { kase.end_use = end_use; }) })}
      <p class="fact-note">${t("case-use-kept")}</p>`;
  }
}

/** What is known about the use. The duty that knowing brings is said first. */
@customElement("ec-case-know")
export class EcCaseKnow extends CaseStepElement {
  /** Questions shown since the screen was entered stay where they are. */
  #shown: UseGroup[] = [];

  protected override heading(): string {
    return t("case-know-title");
  }

  protected override previous() {
    return { href: hrefOfCase("use"), label: t("case-back-use") };
  }

  protected override next(): string {
    return hrefOfCase("signs");
  }

  protected override lead(): TemplateResult {
    return html`<div class="notice notice-loud" id="knowledge-duty"><p class="notice-title">${t("case-duty-title")}</p><p>${t("case-duty-text")}</p></div>`;
  }

  protected override body(): Part {
    if (!app.case.texts) return nothing;
    const { kase } = this;
    if (!kase.items?.length || !kase.route?.some(({ kind, country }) => kind === "destination" && country)) {
      return html`<p id="know-needs">${t("case-know-needs")} <a href=${this.to("items")}>${t("case-section-items")}</a> · <a href=${this.to("way")}>${t("case-section-route")}</a></p>${this.#groups()}`;
    }
    if (!app.case.assessment) return html`<p class="notice" role="status">${t("case-asking")}</p>`;
    return this.#groups();
  }

  #groups(): Part {
    this.#merge(useGroups(this.kase, this.words, app.case.assessment));
    const open = unanswered(this.kase, this.#shown);
    if (!this.#shown.length) return app.case.assessment ? html`<p id="know-none">${t("case-know-none")}</p>` : nothing;
    return html`
      <p class="hint" role="status">${open ? t("case-know-open", { count: open }) : t("case-know-done")}</p>
      ${this.#shown.map((group) => html`<section class="use-group" data-group=${group.key}>
        <h3>${this.#heading(group)}</h3>${questionFields(group.attributes, group.subject)}</section>`)}`;
  }

  #merge(groups: UseGroup[]): void {
    for (const group of groups) {
      const known = this.#shown.find(({ key }) => key === group.key);
      const elsewhere = new Set(this.#shown.filter(({ key, subject }) => key !== group.key && subject === group.subject).flatMap(({ attributes }) => attributes));
      const fresh = group.attributes.filter((attribute) => !known?.attributes.includes(attribute) && !elsewhere.has(attribute));
      if (known) known.attributes.push(...fresh);
      else if (fresh.length) this.#shown.push({ ...group, attributes: fresh });
    }
  }

  #heading({ topic, jurisdiction, check, subject }: UseGroup): string {
    const { licensing, risk } = this.words;
    const [kind, id = ""] = subject.split(":");
    const party = kind === "party" ? partyOf(this.kase, id) : undefined;
    const item = kind === "item" ? itemOf(this.kase, id) : undefined;
    const about = party ? partyName(party) : item ? itemTitle(item) : "";
    const name = jurisdiction ? [licensing?.jurisdictions[jurisdiction]?.name ?? jurisdiction.toUpperCase(), licensing?.checks[check]?.title ?? check].join(" · ") : topic ? (risk?.topics[topic] ?? topic) : t("case-know-others");
    return about ? `${name} · ${about}` : name;
  }
}
