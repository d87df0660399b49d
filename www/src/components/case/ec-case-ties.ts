import { html } from "lit";
import { customElement, property } from "lit/decorators.js";
import { t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { partyOf } from "../../state/case/edit.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { formQuestions } from "../../state/case/questions.ts";
import { partyName } from "./ec-case-parties.ts";
import type { Part } from "./fields.ts";
import { questionFields } from "./question-fields.ts";
import { CaseStepElement } from "./step.ts";

/** What the rules ask about a party itself: who controls it, what it is tied to. */
@customElement("ec-case-ties")
export class EcCaseTies extends CaseStepElement {
  @property() party = "";

  protected override heading(): string {
    return t("case-ties-title", { name: partyName(partyOf(this.kase, this.party)) });
  }

  protected override previous() {
    const person = partyOf(this.kase, this.party)?.kind === "person";
    return person ? { href: hrefOfCase("details", this.party), label: t("case-back-details") } : { href: hrefOfCase("owners", this.party), label: t("case-back-owners") };
  }

  protected override next(): string {
    return hrefOfCase("parties");
  }

  protected override body(): Part {
    if (!partyOf(this.kase, this.party)) return html`<p>${t("case-gone")}</p>`;
    const questions = tiesOf(this.party);
    if (!questions.length) return html`<p>${app.case.assessment ? t("case-ties-none") : t("case-asking")}</p>`;
    return questionFields(questions, `party:${this.party}`, "open");
  }
}

/** Questions of the rules about a party. */
export function tiesOf(party: string): string[] {
  const { current, assessment } = app.case;
  const words = { risk: app.case.texts, rules: app.item.texts, licensing: app.licence.texts };
  return current ? formQuestions(current, "party", `party:${party}`, words, assessment) : [];
}
