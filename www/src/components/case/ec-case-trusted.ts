import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CaseParty, Trusted } from "../../engine/case-types.ts";
import { date, t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { partyOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { linesOf } from "../../state/case/values.ts";
import { today } from "../../state/item.ts";
import { partyName } from "./ec-case-parties.ts";
import { areaField, checks, type Part, placeName, places, selectField, textField } from "./fields.ts";
import { CaseStepElement, confirmed } from "./step.ts";

/** A standing answer about a partner that was looked at before: for what, for how long, by whom, with which rules and lists. */
@customElement("ec-case-trusted")
export class EcCaseTrusted extends CaseStepElement {
  @property() party = "";
  #typed: string | undefined;

  protected override heading(): string {
    return t("case-trusted-title", { name: partyName(this.#party) });
  }

  protected override previous() {
    return { href: hrefOfCase("owners", this.party), label: t("case-back-owners") };
  }

  protected override next(): string {
    return hrefOfCase("parties");
  }

  protected override check(): FieldProblem[] {
    const trusted = this.#party?.trusted;
    if (!trusted) return [];
    const needed = [["trusted-reason", trusted.reason], ["trusted-by", trusted.by], ["trusted-until", trusted.until]] as const;
    return [
      ...needed.filter(([, text]) => !text?.trim()).map(([field]) => ({ field, code: field })),
      ...(trusted.since && trusted.until && trusted.until < trusted.since ? [{ field: "trusted-until", code: "until-before", given: trusted.until }] : []),
      ...(["indicators", "destinations", "items"] as const).filter((scope) => !trusted[scope]?.length).map((scope) => ({ field: scope === "destinations" ? "trusted-destination" : `trusted-${scope}`, code: `trusted-${scope}` })),
    ];
  }

  get #party(): CaseParty | undefined {
    return partyOf(this.kase, this.party);
  }

  protected override body(): Part {
    const party = this.#party;
    if (!party) return html`<p>${t("case-gone")}</p>`;
    const { trusted } = party;
    // The record names the rules and lists it was made with: without them there is nothing to record.
    if (!app.item.manifest || !app.manifest) return html`<p class="notice" role="status">${t("rules-loading")}</p>`;
    if (!trusted) {
      return html`<p>${t("case-trusted-lead")}</p>
        <p><button type="button" class="button-quiet" id="trust" @click=${() => this.#begin()}>${t("case-trusted-begin")}</button></p>`;
    }
    const indicators = app.case.texts?.indicators ?? {};
    const offered = Object.entries(indicators).filter(([, { per, kind, final, trust }]) => kind === "flag" && per === "party" && !final && trust).map(([id, { title }]) => ({ id, label: title }));
    const { rules, lists } = this.#packs;
    const lapsed = trusted.rules !== rules || trusted.lists !== lists;
    const destinations = trusted.destinations ?? [];
    return html`
      <p>${t("case-trusted-lead")}</p>
      ${lapsed ? html`<div class="notice" data-notice="lapsed"><p>${t("case-trusted-lapsed")}</p><button type="button" class="button-quiet" id="renew" @click=${() => this.#set({ rules, lists, since: today() })}>${t("case-trusted-renew")}</button></div>` : html`<p class="fact-note">${t("case-trusted-packs", { date: date(trusted.since) })}</p>`}
      ${textField({ id: "trusted-since", label: t("case-trusted-since"), value: trusted.since, kind: "date", set: (since) => this.#set({ since }) })}
      ${textField({ id: "trusted-until", label: t("case-trusted-until"), hint: t("case-trusted-until-hint"), value: trusted.until, kind: "date", problems: this.problems, set: (until) => this.#set({ until }) })}
      ${checks({ id: "trusted-indicators", legend: t("case-trusted-indicators"), hint: t("case-trusted-indicators-hint"), value: trusted.indicators, problems: this.problems, set: (chosen) => this.#set({ indicators: chosen }), options: offered })}
      ${selectField({ id: "trusted-destination", label: t("case-trusted-destinations"), hint: t("case-trusted-destinations-hint"), problems: this.problems, value: "", empty: t("answer-not-given"), options: places().filter(({ id }) => !destinations.includes(id)), set: (code) => code && this.#set({ destinations: [...destinations, code] }) })}
      ${destinations.length ? html`<ul class="chips">${destinations.map((code) => html`<li><span>${placeName(code)}</span> <button type="button" class="button-plain" @click=${() => this.#set({ destinations: destinations.filter((known) => known !== code) })}>${t("case-remove")}<span class="visually-hidden"> ${placeName(code)}</span></button></li>`)}</ul>` : nothing}
      ${areaField({ id: "trusted-items", label: t("case-trusted-items"), hint: t("case-trusted-items-hint"), rows: 3, problems: this.problems, value: this.#typed ?? trusted.items?.join("\n"), set: (typed) => {
        this.#typed = typed;
        this.#set({ items: linesOf(typed) });
      } })}
      ${areaField({ id: "trusted-reason", label: t("case-trusted-reason"), hint: t("case-trusted-reason-hint"), value: trusted.reason, problems: this.problems, set: (reason) => this.#set({ reason }) })}
      ${textField({ id: "trusted-by", label: t("case-by"), value: trusted.by, kind: "name", problems: this.problems, set: (by) => this.#set({ by }) })}
      <p><button type="button" class="button-plain" id="distrust" @click=${this.#end}>${t("case-trusted-end")}</button></p>`;
  }

  get #packs(): { rules: string; lists: string } {
    return { rules: app.item.manifest?.digest ?? "", lists: app.manifest?.digest ?? "" };
  }

  #begin(): void {
    const destination = this.kase.route?.find(({ kind }) => kind === "destination")?.country;
    const items = (this.kase.items ?? []).map(({ name, hs }) => name ?? hs ?? "").filter(Boolean);
    this.#set({ since: today(), ...(destination ? { destinations: [destination] } : {}), items, ...this.#packs });
  }

  async #end(): Promise<void> {
    if (!(await confirmed(t("case-trusted-end-title"), t("case-remove-text"), t("case-trusted-end"), t("product-keep")))) return;
    app.case.change((kase) => {
      delete partyOf(kase, this.party)?.trusted;
    });
  }

  #set(facts: Partial<Trusted>): void {
    app.case.change((kase) => {
      const party = partyOf(kase, this.party);
      if (party) party.trusted = { ...party.trusted, ...facts };
    });
  }
}
