import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { CaseItem, CaseParty, CaseProblem, Leg, Subject } from "../../engine/case-types.ts";
import { date, languageName, list, partialDate, t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { allOwners, answersOf, destinationOf, stopsOf } from "../../state/case/edit.ts";
import { gapsOf, unreadable } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { formQuestions, type SignList, signLists, unanswered, type UseGroup, useGroups } from "../../state/case/questions.ts";
import { today } from "../../state/item.ts";
import { answerText, attributeText } from "../item-text.ts";
import { amountText, identifiedAs, itemTitle } from "./ec-case-items.ts";
import { partyName, rolesText } from "./ec-case-parties.ts";
import { subjectName, topicName } from "./ec-case-signs.ts";
import { groupTitle } from "./ec-case-use.ts";
import { type Part, placeName, problemWords } from "./fields.ts";
import { CaseStepElement } from "./step.ts";

/** Every answer with the way back to it, and what is missing. */
@customElement("ec-case-check")
export class EcCaseCheck extends CaseStepElement {
  protected override heading(): string {
    return t("case-check-title");
  }

  protected override previous() {
    return { href: hrefOfCase("signs"), label: t("case-back-signs") };
  }

  protected override next(): string {
    return hrefOfCase("assessment");
  }

  /** Nothing to submit here: one link leads on. */
  protected override render(): TemplateResult {
    const before = this.previous();
    const empty = !this.kase.items?.length && !this.kase.parties?.length;
    return html`
      <p class="builder-back"><a href=${before.href} data-back>${before.label}</a></p>
      <h2 id="step-title" tabindex="-1">${this.heading()}</h2>
      ${this.#missing()}
      ${empty ? nothing : html`<p class="actions"><a class="button" id="to-assessment" href=${hrefOfCase("assessment")}>${t("case-to-assessment")}</a></p>`}
      ${this.body()}
      ${empty ? nothing : html`<p class="actions"><a class="button" href=${hrefOfCase("assessment")}>${t("case-to-assessment")}</a></p>`}`;
  }

  #missing(): TemplateResult {
    const gaps = gapsOf(this.kase, this.words, app.case.assessment);
    const wrong = unreadable(this.kase);
    const refused = app.case.fresh ? (app.case.assessment?.problems ?? []).filter(({ given }) => given) : [];
    return html`
      ${wrong.length || refused.length ? html`<section class="error-summary" aria-labelledby="wrong-title"><h3 id="wrong-title">${t("case-unread")}</h3><ul>
        ${wrong.map(({ problem, href, name }) => html`<li><a href=${href}><bdi>${name}</bdi>: ${problemWords(problem)}</a></li>`)}
        ${refused.map((problem) => html`<li><a href=${hrefOfProblem(problem)}>${[subjectName(problem.subject), problem.given].filter(Boolean).join(": ")}</a> <span lang="en">${problem.message}</span></li>`)}</ul></section>` : nothing}
      <section class="missing-list" aria-labelledby="missing-title" data-missing=${gaps.length}>
        <h3 id="missing-title">${t("case-missing-title", { count: gaps.length })}</h3>
        ${gaps.length ? html`<p>${t("case-missing-text")}</p><ul>${gaps.map(({ code, name, count, href }) => html`<li data-gap=${code}><a href=${href}>${tCode("case-missing", code, { name, count })}</a></li>`)}</ul>` : html`<p>${t("case-missing-none")}</p>`}
      </section>`;
  }

  protected override body(): Part {
    const { kase } = this;
    const signs = signLists(kase, this.words, app.case.assessment);
    const use = useGroups(kase, this.words, app.case.assessment);
    const open = unanswered(kase, use.filter((group) => !group.first));
    const day = (iso: string | undefined) => (iso ? date(iso) : "");
    const end = destinationOf(kase);
    const stops = stopsOf(kase);
    return html`
      ${this.#part(t("case-section-items"), hrefOfCase("items", "", "", true), (kase.items ?? []).map((item) => this.#item(item)))}
      ${this.#part(t("case-section-parties"), hrefOfCase("parties", "", "", true), (kase.parties ?? []).map((party) => this.#party(party)))}
      ${this.#part(t("case-section-route"), "", [html`<dl class="summary-list">
        ${row(t("licence-exporter"), placeName(kase.exporter_country), hrefOfCase("route", "", "", true))}
        ${row(t("licence-destination"), [placeName(end?.country), end?.place].filter(Boolean).join(", "), hrefOfCase("way", "", "", true))}
        ${row(t("case-way"), !end && !stops.length ? "" : !stops.length ? t("case-way-direct") : stops.some(({ country }) => country) ? stops.map(stopText).join(" → ") : t("i-do-not-know"), hrefOfCase("way", "", "", true))}
        ${row(t("case-order-date"), day(kase.dates?.order), hrefOfCase("route", "", "", true))}
        ${row(t("case-shipment-date"), day(kase.dates?.shipment), hrefOfCase("route", "", "", true))}
        ${row(t("case-languages"), list((kase.languages ?? []).map(languageName)), hrefOfCase("route", "", "", true))}
        ${row(t("licence-date"), date(app.case.saved?.as_of_fixed ? kase.as_of : today()), hrefOfCase("route", "", "", true))}
        ${this.#answers(formQuestions(kase, "route", "", this.words, app.case.assessment), "", hrefOfCase("way", "", "", true))}
        ${(kase.route ?? []).map((leg) => this.#answers(formQuestions(kase, "route", `leg:${leg.id}`, this.words, app.case.assessment), `leg:${leg.id}`, leg.kind === "destination" ? hrefOfCase("way", "", "", true) : hrefOfCase("leg", leg.id, "", true)))}
      </dl>`])}
      ${this.#part(t("case-section-use"), "", [html`<dl class="summary-list">
        ${row(t("case-use"), kase.end_use ?? "", hrefOfCase("use", "", "", true))}
        ${use.map((group) => this.#use(group))}
        ${open ? row(t("case-know-more", { count: open }), "", hrefOfCase("know", "", "", true), t("case-not-given")) : nothing}</dl>`])}
      ${this.#part(t("case-section-signs"), "", [html`<dl class="summary-list">
        ${signs.map((signList) => this.#signs(signList))}</dl>`])}`;
  }

  #part(title: string, href: string, body: TemplateResult[]): TemplateResult {
    return html`<section class="check-part"><h3>${title}</h3>${body.length ? body : html`<p class="fact-note">${t("case-nothing-yet")}</p>`}${href ? html`<p><a href=${href}>${t("case-change-list")}<span class="visually-hidden"> ${title}</span></a></p>` : nothing}</section>`;
  }

  #item(item: CaseItem): TemplateResult {
    const what = hrefOfCase("item", item.id, "", true);
    const amount = hrefOfCase("amount", item.id, "", true);
    return html`<h4><bdi>${itemTitle(item)}</bdi></h4><dl class="summary-list" data-item=${item.id}>
      ${row(t("case-item-how"), identifiedAs(item), what)}
      ${row(t("case-hs"), item.hs ?? "", amount)}
      ${row(t("licence-origin"), placeName(item.origin), amount)}
      ${row(t("case-amount"), amountText(item), amount)}
      ${this.#answers(formQuestions(this.kase, "item", `item:${item.id}`, this.words, app.case.assessment), `item:${item.id}`, amount)}</dl>`;
  }

  #party(party: CaseParty): TemplateResult {
    const who = hrefOfCase("party", party.id, "", true);
    const details = hrefOfCase("details", party.id, "", true);
    const owners = allOwners(party.owners);
    const owner = owners.map(({ owner: one }) => [one.name || t("case-owner-unnamed", { id: one.id.slice(1) }), one.share ?? t("case-share-unknown"), one.control === "yes" ? t("case-controls") : ""].filter(Boolean).join(", ")).join("; ");
    return html`<h4><bdi>${partyName(party)}</bdi></h4><dl class="summary-list" data-party=${party.id}>
      ${row(t("case-roles"), rolesText(party.roles), who)}
      ${row(t("field-kind"), party.kind ? tCode("kind", party.kind) : "", who)}
      ${row(t("field-country"), placeName(party.country), who)}
      ${row(t("field-address"), party.address ?? "", who)}
      ${party.kind === "person" ? row(t("field-dob"), party.dob ? partialDate(party.dob) : "", details) : row(t("case-registered"), party.registered ? date(party.registered) : "", details)}
      ${row(t("case-identifiers"), (party.identifiers ?? []).join("; "), details)}
      ${row(t("case-business"), (party.business ?? []).map((id) => app.case.texts?.sectors[id]?.name ?? id).join(", "), details)}
      ${party.kind === "person" ? nothing : row(t("case-owners"), [owner, party.owners_complete ? t("case-owners-all") : ""].filter(Boolean).join(" · "), hrefOfCase("owners", party.id, "", true))}
      ${party.trusted ? row(t("case-trusted-mark"), [t("case-trusted-until-date", { date: date(party.trusted.until) }), party.trusted.reason ?? ""].filter(Boolean).join(" · "), hrefOfCase("trusted", party.id, "", true)) : nothing}
      ${this.#answers(formQuestions(this.kase, "party", `party:${party.id}`, this.words, app.case.assessment), `party:${party.id}`, hrefOfCase("ties", party.id, "", true))}</dl>`;
  }

  /** What was answered; of the rest only how much it is. */
  #use(group: UseGroup): Part {
    const { attributes, subject, key } = group;
    const href = hrefOfCase("know", key, "", true);
    const open = unanswered(this.kase, [group]);
    return html`${this.#answers(attributes.filter((attribute) => answersOf(this.kase, subject)[attribute] !== undefined), subject, href)}
      ${open && group.first ? row(groupTitle(group), "", href, t("case-task-open", { count: open })) : nothing}`;
  }

  #signs(signList: SignList): Part {
    const { attributes, subject, key, topic } = signList;
    const href = hrefOfCase("sign", key, "", true);
    const title = [topicName(topic), subjectName(subject)].filter(Boolean).join(": ");
    const open = unanswered(this.kase, [signList]);
    return html`${this.#answers(attributes.filter((attribute) => answersOf(this.kase, subject)[attribute] !== undefined), subject, href, title)}
      ${open ? row(title, "", href, open < attributes.length ? t("case-task-open", { count: open }) : t("case-sign-none")) : nothing}`;
  }

  #answers(attributes: string[], subject: Subject, href: string, title = ""): Part {
    return html`${attributes.map((attribute, at) => row(title ? (at ? `${title} (${attributeText(attribute).label})` : title) : attributeText(attribute).label, saidText(attribute, subject), href))}`;
  }
}

/** An answer as people read it: “I do not know” may stand beside others. */
function saidText(attribute: string, subject: Subject): string {
  const answer = answersOf(app.case.current, subject)[attribute];
  if (!Array.isArray(answer)) return answerText(attribute, answer);
  const signs = answer.filter((id) => id !== "unknown");
  const known = signs.length || !answer.length ? [answerText(attribute, signs)] : [];
  return [...known, ...(answer.includes("unknown") ? [t("i-do-not-know")] : [])].join("; ");
}

function row(label: string, value: string, href: string, absent = t("case-not-given")): TemplateResult {
  return html`<div class=${value ? nothing : "not-given"}><dt>${label}</dt><dd><bdi>${value || absent}</bdi></dd><dd class="row-action"><a href=${href}>${value ? t("case-change") : t("case-add")}<span class="visually-hidden"> ${label}</span></a></dd></div>`;
}

function stopText(leg: Leg): string {
  return `${placeName(leg.country) || t("case-leg-unnamed")} (${tCode("case-leg", leg.kind)})`;
}

/** The screen on which a field of the engine stands. */
function hrefOfProblem({ subject, field }: CaseProblem): string {
  const [kind, id = ""] = subject.split(":");
  const [party = "", owner = ""] = id.split("/");
  if (kind === "item") return hrefOfCase(/^(codes|family|item|none)/.test(field) ? "item" : "amount", id, "", true);
  if (kind === "owner") return hrefOfCase("owner", party, owner, true);
  if (kind === "party") return hrefOfCase(/^(name|roles|kind|country|address)/.test(field) ? "party" : "details", id, "", true);
  if (kind === "leg") return hrefOfCase("way", "", "", true);
  return hrefOfCase(field.startsWith("answers") ? "know" : "route", "", "", true);
}
