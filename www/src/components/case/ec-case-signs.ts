import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Subject } from "../../engine/case-types.ts";
import { t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { answersOf, itemOf, legOf, partyOf } from "../../state/case/edit.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { isUnknown, type SignList, signLists, unanswered } from "../../state/case/questions.ts";
import { attributeText } from "../item-text.ts";
import { itemTitle } from "./ec-case-items.ts";
import { partyName, rolesText } from "./ec-case-parties.ts";
import { type Part, placeName } from "./fields.ts";
import { questionFields } from "./question-fields.ts";
import { CaseStepElement } from "./step.ts";

/** All lists of signs: which are answered, and which are not. */
@customElement("ec-case-signs")
export class EcCaseSigns extends CaseStepElement {
  protected override heading(): string {
    return t("case-signs-title");
  }

  protected override lead(): TemplateResult {
    return html`<p>${t("case-signs-lead")}</p>`;
  }

  protected override previous() {
    return { href: hrefOfCase("know"), label: t("case-back-know") };
  }

  protected override next(): string {
    const lists = signLists(this.kase, this.words, app.case.assessment);
    const first = lists.find((list) => unanswered(this.kase, [list]));
    return first ? hrefOfCase("sign", first.key) : hrefOfCase("check");
  }

  protected override body(): Part {
    const lists = signLists(this.kase, this.words, app.case.assessment);
    if (!app.case.texts || app.case.failure) return nothing;
    if (!app.case.assessment) return html`<p class="notice" role="status">${t("case-asking")}</p>`;
    if (!lists.length) return html`<p>${t("case-signs-none")}</p>`;
    return html`<ul class="task-list">${lists.map((list) => html`<li data-key=${list.key}>
      <a href=${this.to("sign", list.key)}>${topicName(list.topic)}<span class="visually-hidden"> ${aboutList(list)}</span></a>
      <span class="fact-note">${aboutList(list)}</span>
      <strong class="task-state" data-state=${stateOf(list)}>${signState(list)}</strong></li>`)}</ul>`;
  }
}

/** One list of signs, for one party, item or the whole case. */
@customElement("ec-case-sign")
export class EcCaseSign extends CaseStepElement {
  @property() key = "";

  get #list(): SignList | undefined {
    return signLists(this.kase, this.words, app.case.assessment).find(({ key }) => key === this.key);
  }

  protected override heading(): string {
    const list = this.#list;
    if (!list) return t("case-signs-title");
    const name = subjectName(list.subject);
    return name ? `${topicName(list.topic)}: ${name}` : topicName(list.topic);
  }

  protected override lead(): Part {
    const list = this.#list;
    const party = list && partyOf(this.kase, list.subject.split(":")[1] ?? "");
    return list?.subject.startsWith("party:") && party ? html`<p class="fact-note">${[rolesText(party.roles), placeName(party.country)].filter(Boolean).join(" · ")}</p>` : nothing;
  }

  protected override previous() {
    return { href: hrefOfCase("signs"), label: t("case-back-signs") };
  }

  /** The next list without an answer, after this one first. */
  protected override next(): string {
    const lists = signLists(this.kase, this.words, app.case.assessment);
    const at = lists.findIndex(({ key }) => key === this.key);
    const rest = [...lists.slice(at + 1), ...lists.slice(0, Math.max(0, at))];
    const open = rest.find((list) => unanswered(this.kase, [list]));
    return open ? hrefOfCase("sign", open.key) : hrefOfCase("signs");
  }

  protected override nextFromCheck(): string {
    return this.to("signs");
  }

  protected override body(): Part {
    const list = this.#list;
    if (!list) return app.case.assessment || app.case.failure ? html`<p>${t("case-gone")}</p>` : html`<p class="notice" role="status">${t("case-asking")}</p>`;
    return questionFields(list.attributes, list.subject, "open");
  }
}

export function topicName(topic: string): string {
  return app.case.texts?.topics[topic] ?? topic;
}

/** Whom or what a list of signs is about, as the user calls it; nothing for the whole case. */
export function subjectName(subject: Subject): string {
  const [kind, id = ""] = subject.split(":");
  const kase = app.case.current;
  if (kind === "party") return partyName(partyOf(kase, id));
  const item = kind === "item" ? itemOf(kase, id) : undefined;
  const leg = kind === "leg" ? legOf(kase, id) : undefined;
  return item ? itemTitle(item) : leg ? placeName(leg.country) : "";
}

/** What a list is about: its party or item, or else its questions. */
function aboutList({ subject, attributes }: SignList): string {
  return subjectName(subject) || attributes.map((attribute) => attributeText(attribute).label).join(", ");
}

function stateOf(list: SignList): "none" | "open" | "raised" | "done" {
  const kase = app.case.current;
  if (!kase || unanswered(kase, [list])) return "none";
  const answers = list.attributes.map((attribute) => answersOf(kase, list.subject)[attribute]);
  if (answers.some(isUnknown)) return "open";
  return ticked(list) ? "raised" : "done";
}

/** How many signs are ticked. */
function ticked({ attributes, subject }: SignList): number {
  const answers = answersOf(app.case.current, subject);
  return attributes.reduce((sum, attribute) => {
    const answer = answers[attribute];
    return sum + (Array.isArray(answer) ? answer.filter((id) => id !== "none" && id !== "unknown").length : answer === "yes" ? 1 : 0);
  }, 0);
}

function signState(list: SignList): string {
  const state = stateOf(list);
  if (state === "none") return t("case-sign-none");
  const count = ticked(list);
  if (state === "open") return count ? t("case-sign-open-some", { count }) : t("i-do-not-know");
  return count ? t("case-sign-raised", { count }) : t("case-sign-done");
}
