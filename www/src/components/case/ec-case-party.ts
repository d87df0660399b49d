import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { type CaseParty, type CasePartyKind, PARTY_KINDS, type PartyRole, ROLES } from "../../engine/case-types.ts";
import { t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { partyOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { areaField, checks, countryField, type Part, radios, textField } from "./fields.ts";
import { CaseStepElement } from "./step.ts";

/** Who it is, and what they do in this deal. */
@customElement("ec-case-party")
export class EcCaseParty extends CaseStepElement {
  @property() party = "";

  protected override heading(): string {
    return t("case-party-title");
  }

  protected override previous() {
    return { href: hrefOfCase("parties"), label: t("case-back-parties") };
  }

  protected override next(): string {
    return hrefOfCase("details", this.party);
  }

  protected override check(): FieldProblem[] {
    return this.#party && !this.#party.name?.trim() ? [{ field: "party-name", code: "name" }] : [];
  }

  get #party(): CaseParty | undefined {
    return partyOf(this.kase, this.party);
  }

  protected override body(): Part {
    const party = this.#party;
    if (!party) return html`<p>${t("case-gone")}</p>`;
    return html`
      ${textField({ id: "party-name", label: t("field-name"), hint: t("field-name-hint"), value: party.name, kind: "name", problems: this.problems, set: (name) => this.#set({ name }) })}
      ${checks<PartyRole>({ id: "roles", legend: t("case-roles"), hint: t("case-roles-hint"), columns: true, value: party.roles, set: (roles) => this.#set({ roles }), options: ROLES.map((role) => ({ id: role, label: tCode("case-role", role), ...(hasHint(role) ? { hint: tCode("case-role-hint", role) } : {}) })) })}
      ${radios<CasePartyKind | "unknown">({ id: "kind", legend: t("field-kind"), value: party.kind ?? "unknown", set: (kind) => this.#set({ kind: kind === "unknown" ? undefined : kind }), options: [...PARTY_KINDS.map((kind) => ({ id: kind, label: tCode("kind", kind) })), { id: "unknown" as const, label: t("i-do-not-know") }] })}
      ${countryField({ id: "country", label: t("field-country"), hint: t("case-country-hint"), value: party.country, set: (country) => this.#set({ country }) })}
      ${areaField({ id: "address", label: t("field-address"), hint: t("case-address-hint"), value: party.address, set: (address) => this.#set({ address }), rows: 3 })}`;
  }

  #set(facts: { [Key in keyof CaseParty]?: CaseParty[Key] | undefined }): void {
    app.case.change((kase) => {
      const party = partyOf(kase, this.party);
      if (party) Object.assign(party, facts);
    });
  }
}

/** Words of the trade that are often mixed up. */
function hasHint(role: PartyRole): boolean {
  return role === "intermediate-consignee" || role === "consignee" || role === "broker" || role === "freight-forwarder" || role === "end-user" || role === "agent";
}

