import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CasePartyKind, Control, Owner } from "../../engine/case-types.ts";
import { t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { ownerIn, partyOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { isPartialDate, linesOf, paddedDate, shareOf } from "../../state/case/values.ts";
import { areaField, birthField, countryField, type Part, radios, textField } from "./fields.ts";
import { CaseStepElement } from "./step.ts";

const KINDS: CasePartyKind[] = ["organisation", "person"];

/** One owner: name, share, control. */
@customElement("ec-case-owner")
export class EcCaseOwner extends CaseStepElement {
  @property() party = "";
  @property() owner = "";
  #typed: string | undefined;

  protected override heading(): string {
    return t("case-owner-title");
  }

  protected override previous() {
    return { href: hrefOfCase("owners", this.party), label: t("case-back-owners") };
  }

  protected override next(): string {
    return hrefOfCase("owners", this.party);
  }

  protected override nextFromCheck(): string {
    return this.to("owners", this.party);
  }

  protected override check(): FieldProblem[] {
    const owner = this.#owner;
    if (!owner) return [];
    return [
      ...(owner.share && !shareOf(owner.share) ? [{ field: "share", code: "share", given: owner.share }] : []),
      ...(owner.dob && !isPartialDate(paddedDate(owner.dob)) ? [{ field: "owner-dob", code: "dob", given: owner.dob }] : []),
    ];
  }

  get #owner(): Owner | undefined {
    return ownerIn(partyOf(this.kase, this.party)?.owners, this.owner);
  }

  protected override body(): Part {
    const owner = this.#owner;
    if (!owner) return html`<p>${t("case-gone")}</p>`;
    return html`
      ${textField({ id: "owner-name", label: t("field-name"), hint: t("case-owner-name-hint"), value: owner.name, kind: "name", set: (name) => this.#set({ name }) })}
      ${radios<CasePartyKind | "unknown">({ id: "owner-kind", legend: t("field-kind"), value: owner.kind ?? "unknown", set: (kind) => this.#set({ kind: kind === "unknown" ? undefined : kind }), options: [...KINDS.map((kind) => ({ id: kind, label: tCode("kind", kind) })), { id: "unknown" as const, label: t("i-do-not-know") }] })}
      ${textField({ id: "share", label: t("case-share"), hint: t("case-share-hint"), value: owner.share?.replace(/\s*%\s*$/, "").replace(" to ", "–"), kind: "figure", problems: this.problems, set: (share) => this.#set({ share: shareOf(share) ?? share }) })}
      ${radios<Control>({ id: "control", legend: t("case-control"), hint: t("case-control-hint"), value: owner.control, set: (control) => this.#set({ control }), options: (["yes", "no", "unknown"] as const).map((id) => ({ id, label: id === "unknown" ? t("i-do-not-know") : tCode("answer", id) })) })}
      ${countryField({ id: "owner-country", label: t("field-country"), value: owner.country, set: (country) => this.#set({ country }) })}
      <details class="details" ?open=${Boolean(owner.address || owner.dob || owner.identifiers?.length) || this.problems.some(({ field }) => field === "owner-dob")}>
        <summary>${t("case-owner-more")}<span>${t("case-owner-more-hint")}</span></summary>
        ${areaField({ id: "owner-address", label: t("field-address"), value: owner.address, rows: 2, set: (address) => this.#set({ address }) })}
        ${owner.kind === "person" ? birthField({ id: "owner-dob", label: t("field-dob"), hint: t("case-dob-hint"), value: owner.dob, problems: this.problems, set: (dob) => this.#set({ dob }) }) : nothing}
        ${areaField({ id: "owner-identifiers", label: t("case-identifiers"), hint: t("case-identifiers-hint"), rows: 2, value: this.#typed ?? owner.identifiers?.join("\n"), set: (typed) => {
          this.#typed = typed;
          this.#set({ identifiers: linesOf(typed) });
        } })}
      </details>`;
  }

  #set(facts: { [Key in keyof Owner]?: Owner[Key] | undefined }): void {
    app.case.change((kase) => {
      const owner = ownerIn(partyOf(kase, this.party)?.owners, this.owner);
      if (owner) Object.assign(owner, facts);
    });
  }
}
