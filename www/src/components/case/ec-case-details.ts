import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { CaseParty } from "../../engine/case-types.ts";
import { collator, t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { partyOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { formQuestions } from "../../state/case/questions.ts";
import { isPartialDate, linesOf, paddedDate } from "../../state/case/values.ts";
import { today } from "../../state/item.ts";
import { partyName } from "./ec-case-parties.ts";
import { areaField, birthField, checks, type Part, textField } from "./fields.ts";
import { questionFields } from "./question-fields.ts";
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
    return kind === "person" ? hrefOfCase("parties") : hrefOfCase("owners", this.party);
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
    const questions = formQuestions(this.kase, "party", `party:${this.party}`, this.words, app.case.assessment);
    return html`
      ${party.kind === "person"
        ? birthField({ id: "dob", label: t("field-dob"), hint: t("case-dob-hint"), value: party.dob, problems: this.problems, set: (dob) => this.#set({ dob }) })
        : textField({ id: "registered", label: t("case-registered"), hint: t("case-registered-hint"), value: party.registered, kind: "date", problems: this.problems, set: (registered) => this.#set({ registered }) })}
      ${areaField({ id: "identifiers", label: t("case-identifiers"), hint: t("case-identifiers-hint"), rows: 2, value: this.#typed ?? party.identifiers?.join("\n"), set: (typed) => {
        this.#typed = typed;
        this.#set({ identifiers: linesOf(typed) });
      } })}
      ${sectors.length ? checks({ id: "business", legend: t("case-business"), hint: t("case-business-hint"), columns: true, value: party.business, set: (business) => this.#set({ business }), options: sectors }) : nothing}
      ${questionFields(questions, `party:${this.party}`)}`;
  }

  #set(facts: Partial<CaseParty>): void {
    app.case.change((kase) => {
      const party = partyOf(kase, this.party);
      if (party) Object.assign(party, facts);
    });
  }
}
