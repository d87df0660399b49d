import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { UNKNOWN } from "../../engine/item-types.ts";
import { list, t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { answersOf, itemOf, partyOf, setAnswer } from "../../state/case/edit.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { isUnknown, type UseGroup, unanswered, useGroups } from "../../state/case/questions.ts";
import { focusOn } from "../element.ts";
import { attributeText } from "../item-text.ts";
import { itemTitle } from "./ec-case-items.ts";
import { partyName } from "./ec-case-parties.ts";
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

/** What is known about the use: the duty that knowing brings is said first, then the questions, a few per screen. */
@customElement("ec-case-know")
export class EcCaseKnow extends CaseStepElement {
  override connectedCallback(): void {
    super.connectedCallback();
    app.case.asked.clear();
  }

  protected override heading(): string {
    return t("case-know-title");
  }

  protected override previous() {
    return { href: hrefOfCase("use"), label: t("case-back-use") };
  }

  protected override next(): string {
    const first = useGroups(this.kase, this.words, app.case.assessment).find((group) => group.first && unanswered(this.kase, [group]));
    return first ? hrefOfCase("know", first.key) : hrefOfCase("signs");
  }

  protected override lead(): TemplateResult {
    return html`<div class="notice notice-loud" id="knowledge-duty"><p class="notice-title">${t("case-duty-title")}</p><p>${t("case-duty-text")}</p></div>`;
  }

  protected override body(): Part {
    const { kase } = this;
    if (!app.case.texts) return nothing;
    const ready = kase.items?.length && kase.route?.some(({ kind, country }) => kind === "destination" && country);
    if (ready && !app.case.assessment) return app.case.failure ? nothing : html`<p class="notice" role="status">${t("case-asking")}</p>`;
    const groups = useGroups(kase, this.words, app.case.assessment);
    const first = groups.filter((group) => group.first);
    const more = groups.filter((group) => !group.first);
    return html`
      ${ready ? nothing : html`<p id="know-needs">${t("case-know-needs")} <a href=${this.to("items")}>${t("case-section-items")}</a> · <a href=${this.to("way")}>${t("case-section-route")}</a></p>`}
      ${first.length ? html`<h3>${t("case-know-first")}</h3>${this.#list(first)}` : ready ? html`<p id="know-none">${t("case-know-none")}</p>` : nothing}
      ${more.length ? html`<details class="details" id="know-more" ?open=${!first.some((group) => unanswered(kase, [group]))}><summary>${t("case-know-more", { count: more.reduce((sum, { attributes }) => sum + attributes.length, 0) })}<span>${t("case-know-more-hint")}</span></summary>${this.#list(more)}</details>` : nothing}`;
  }

  #list(groups: UseGroup[]): TemplateResult {
    return html`<ul class="task-list">${groups.map((group) => {
      const open = unanswered(this.kase, [group]);
      const state = open ? "none" : group.attributes.some((attribute) => isUnknown(answersOf(this.kase, group.subject)[attribute])) ? "open" : "done";
      return html`<li data-key=${group.key}><a href=${this.to("know", group.key)}>${groupTitle(group)}</a>
        <span class="fact-note">${list(group.attributes.slice(0, 3).map((attribute) => attributeText(attribute).label))}${group.attributes.length > 3 ? " …" : nothing}</span>
        <strong class="task-state" data-state=${state}>${open ? t("case-task-open", { count: open }) : state === "open" ? t("i-do-not-know") : t("case-task-done")}</strong></li>`;
    })}</ul>`;
  }
}

/** A few questions about the use. */
@customElement("ec-case-known")
export class EcCaseKnown extends CaseStepElement {
  @property() key = "";

  #groups(): UseGroup[] {
    return useGroups(this.kase, this.words, app.case.assessment, app.case.asked);
  }

  get #group(): UseGroup | undefined {
    return this.#groups().find(({ key }) => key === this.key);
  }

  protected override heading(): string {
    const group = this.#group;
    return group ? groupTitle(group) : t("case-know-title");
  }

  protected override lead(): TemplateResult {
    return html`<p class="notice" id="knowledge-duty">${t("case-duty-short")} <a href=${this.to("know")}>${t("case-duty-more")}</a></p>`;
  }

  protected override previous() {
    return { href: hrefOfCase("know"), label: t("case-back-know") };
  }

  /** The next screen of the same weight without an answer. */
  protected override next(): string {
    const groups = this.#groups();
    const at = groups.findIndex(({ key }) => key === this.key);
    const open = groups.slice(at + 1).find((group) => group.first === groups[at]?.first && unanswered(this.kase, [group]));
    return open ? hrefOfCase("know", open.key) : hrefOfCase("know");
  }

  protected override nextFromCheck(): string {
    return this.to("know");
  }

  protected override body(): Part {
    const group = this.#group;
    if (!group) return app.case.assessment || app.case.failure ? html`<p>${t("case-gone")}</p>` : html`<p class="notice" role="status">${t("case-asking")}</p>`;
    const told = this.#told(group);
    const where = (direct: string | undefined) => told.filter((one) => one.direct === direct);
    return html`
      ${questionFields(group.attributes, group.subject, "folded", (attribute) => this.#brings(where(attribute)))}
      <div role="status">${this.#brings(where(undefined))}</div>`;
  }

  /** What the answers bring by the rules: stop, notify, apply. `direct`: the one answer that brings it; none when several do together. */
  #told({ attributes }: UseGroup): { id: string; direct: string | undefined }[] {
    const told = new Map<string, string | undefined>();
    for (const { state, kind, tier, criteria, indicator } of app.case.assessment?.findings ?? []) {
      if (state !== "raised" || (kind !== "duty" && tier !== "stop") || told.has(indicator)) continue;
      const met = criteria.filter(({ result }) => result === "met");
      const direct = attributes.find((attribute) => met.some((one) => one.attribute === attribute));
      if (direct || met.some((one) => one.from?.some((attribute) => attributes.includes(attribute)))) told.set(indicator, direct);
    }
    return [...told].map(([id, direct]) => ({ id, direct }));
  }

  #brings(told: { id: string }[]): Part {
    const texts = told.map(({ id }) => app.case.texts?.indicators[id]).filter((one) => one !== undefined);
    return texts.length ? html`<div class="notice notice-loud" data-brings=${told.map(({ id }) => id).join(" ")}>${texts.map(({ title, text }) => html`<p><strong>${title}.</strong> ${text}</p>`)}</div>` : nothing;
  }

  protected override beside(): Part {
    const group = this.#group;
    return group && unanswered(this.kase, [group]) > 1 ? html`<button type="button" class="button-quiet" id="rest-unknown" @click=${() => this.#leaveOpen(group)}>${t("case-know-rest")}</button>` : nothing;
  }

  #leaveOpen({ attributes, subject }: UseGroup): void {
    app.case.change((kase) => {
      for (const attribute of attributes) if (answersOf(kase, subject)[attribute] === undefined) setAnswer(kase, subject, attribute, UNKNOWN);
    });
    void focusOn(this, "#continue");
  }
}

export function groupTitle({ topic, jurisdiction, check, subject, part }: UseGroup): string {
  const [kind, id = ""] = subject.split(":");
  const kase = app.case.current;
  const { risk, licensing } = { risk: app.case.texts, licensing: app.licence.texts };
  const item = kind === "item" ? itemOf(kase, id) : undefined;
  const what = check ? (licensing?.checks[check]?.title ?? check) : topic ? (risk?.topics[topic] ?? topic) : t("case-know-others");
  const names = [licensing?.jurisdictions[jurisdiction]?.name ?? "", what, kind === "party" ? partyName(partyOf(kase, id)) : item ? itemTitle(item) : "", part ? t("case-part", { part }) : ""];
  return names.filter(Boolean).join(" · ");
}
