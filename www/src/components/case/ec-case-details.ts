import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CaseParty } from "../../engine/case-types.ts";
import { collator, t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { partyOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { isPartialDate, linesOf, paddedDate } from "../../state/case/values.ts";
import { today } from "../../state/item.ts";
import { focusOn } from "../element.ts";
import { partyName } from "./ec-case-parties.ts";
import { tiesOf } from "./ec-case-ties.ts";
import { areaField, birthField, type Part, selectField, textField } from "./fields.ts";
import { CaseStepElement } from "./step.ts";

/** What tells a party apart and whether its business fits: founding or birth, lines of business, numbers. */
@customElement("ec-case-details")
export class EcCaseDetails extends CaseStepElement {
  @property() party = "";
  /** As typed; an empty line at the end is no number yet. */
  #typed: string | undefined;

  protected override heading(): string {
    return t("case-details-title", { name: partyName(this.#party) });
  }

  protected override previous() {
    return { href: hrefOfCase("party", this.party), label: t("case-back-party") };
  }

  protected override next(): string {
    const kind = this.#party?.kind;
    if (kind !== "person") return hrefOfCase("owners", this.party);
    return tiesOf(this.party).length ? hrefOfCase("ties", this.party) : hrefOfCase("parties");
  }

  protected override check(): FieldProblem[] {
    const { dob, registered } = this.#party ?? {};
    return [
      ...(dob && !isPartialDate(paddedDate(dob)) ? [{ field: "dob", code: "dob", given: dob }] : []),
      ...(registered && registered > today() ? [{ field: "registered", code: "future", given: registered }] : []),
    ];
  }

  get #party(): CaseParty | undefined {
    return partyOf(this.kase, this.party);
  }

  protected override body(): Part {
    const party = this.#party;
    if (!party) return html`<p>${t("case-gone")}</p>`;
    const order = collator();
    const sectors = Object.entries(app.case.texts?.sectors ?? {}).map(([id, { name }]) => ({ id, label: name })).sort((a, b) => order.compare(a.label, b.label));
    const business = party.business ?? [];
    const label = (id: string) => app.case.texts?.sectors[id]?.name ?? id;
    return html`
      ${party.kind === "person"
        ? birthField({ id: "dob", label: t("field-dob"), hint: t("case-dob-hint"), value: party.dob, problems: this.problems, set: (dob) => this.#set({ dob }) })
        : textField({ id: "registered", label: t("case-registered"), hint: t("case-registered-hint"), value: party.registered, kind: "date", problems: this.problems, set: (registered) => this.#set({ registered }) })}
      ${areaField({ id: "identifiers", label: t("case-identifiers"), hint: t("case-identifiers-hint"), rows: 2, value: this.#typed ?? party.identifiers?.join("\n"), set: (typed) => {
        this.#typed = typed;
        this.#set({ identifiers: linesOf(typed) });
      } })}
      ${sectors.length ? html`
        ${selectField({ id: "business", label: t("case-business"), hint: t("case-business-hint"), value: "", empty: business.length ? t("case-business-more") : t("answer-not-given"), options: sectors.filter(({ id }) => !business.includes(id)), set: (id) => id && this.#set({ business: [...business, id] }) })}
        ${business.length ? html`<ul class="chips" id="business-chosen">${business.map((id) => html`<li><span>${label(id)}</span> <button type="button" class="button-plain" @click=${() => this.#drop(id)}>${t("case-remove")}<span class="visually-hidden"> ${label(id)}</span></button></li>`)}</ul>` : nothing}` : nothing}`;
  }

  #drop(sector: string): void {
    this.#set({ business: (this.#party?.business ?? []).filter((id) => id !== sector) });
    void focusOn(this, "#business");
  }

  #set(facts: Partial<CaseParty>): void {
    app.case.change((kase) => {
      const party = partyOf(kase, this.party);
      if (party) Object.assign(party, facts);
    });
  }
}
