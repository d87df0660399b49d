import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Hit, Query } from "../engine/types.ts";
import { date, t, tCode } from "../i18n/index.ts";
import { signer } from "../state/assessment.ts";
import { decide, type Standing, type Verdict } from "../state/decisions.ts";
import { focusOn, freshId, PageElement } from "./element.ts";

const VERDICTS: readonly Verdict[] = ["same", "different", "unsure"];

/** The exporter's own decision about one candidate, with its reason. */
@customElement("ec-decision")
export class EcDecision extends PageElement {
  @property({ attribute: false }) hit!: Hit;
  @property({ attribute: false }) query!: Query;
  @property({ attribute: false }) partyRole = "";
  @property({ attribute: false }) pack = "";
  @property({ attribute: false }) standing: Standing | undefined;
  /** Where a case keeps the decision; without it, this browser does. */
  @property({ attribute: false }) save: ((verdict: Verdict, reason: string, by: string) => Promise<void>) | undefined;
  @state() private verdict: Verdict | "" = "";
  @state() private reason = "";
  @state() private by: string | undefined;
  @state() private problem: "verdict" | "reason" | "by" | "storage" | undefined;
  @state() private saved = false;
  #id = freshId("decision");

  protected override render(): TemplateResult {
    return html`
      <section class="decision" aria-labelledby=${`${this.#id}-title`}>
        <h4 id=${`${this.#id}-title`}>${t("decision-title")}</h4>
        ${this.#known()}
        <form novalidate @submit=${this.#submit}>
          <fieldset aria-describedby=${this.problem === "verdict" ? `${this.#id}-problem` : nothing}>
            <legend>${t("decision-question", { listed: this.hit.name })}</legend>
            ${VERDICTS.map((verdict) => html`
              <label class="choice"><input type="radio" name=${`${this.#id}-verdict`} value=${verdict} .checked=${this.verdict === verdict} @change=${() => this.#choose(verdict)} /><span>${tCode("verdict-choice", verdict)}</span></label>`)}
          </fieldset>
          <div class="field ${this.problem === "reason" ? "wrong" : ""}">
            <label for=${`${this.#id}-reason`}>${this.verdict === "different" ? t("decision-reason-required") : t("decision-reason")}</label>
            <p class="hint" id=${`${this.#id}-hint`}>${t("decision-reason-hint")}</p>
            <textarea id=${`${this.#id}-reason`} rows="2" .value=${this.reason} aria-describedby=${`${this.#id}-hint${this.problem ? ` ${this.#id}-problem` : ""}`} aria-invalid=${this.problem === "reason" ? "true" : "false"} @input=${this.#write}></textarea>
          </div>
          ${this.save ? html`<div class="field ${this.problem === "by" ? "wrong" : ""}"><label for=${`${this.#id}-by`}>${t("assess-judge-by")}</label><input id=${`${this.#id}-by`} type="text" autocomplete="off" .value=${this.by ?? signer.name} aria-describedby=${this.problem === "by" ? `${this.#id}-problem` : nothing} aria-invalid=${this.problem === "by" ? "true" : "false"} @input=${this.#sign} /></div>` : nothing}
          <div role="alert">${this.problem ? html`<p class="problem" id=${`${this.#id}-problem`}>${tCode("decision-problem", this.problem)}</p>` : nothing}</div>
          <button type="submit" class="button">${t("decision-save")}</button>
          <span role="status">${this.saved ? html`<span class="said">${t("decision-saved")}</span>` : nothing}</span>
        </form>
      </section>`;
  }

  #known(): TemplateResult | typeof nothing {
    if (!this.standing) return nothing;
    const { decision, reopened, earlier } = this.standing;
    const verdict = tCode("verdict", decision.verdict);
    return html`
      <div class="decision-known ${reopened ? "reopened" : ""}">
        ${reopened ? html`<p class="reopened-title">${tCode("reopened", reopened)}</p>` : nothing}
        <p>${decision.by ? t("decision-known-by", { verdict, date: date(decision.decided_at), by: decision.by }) : t("decision-known", { verdict, date: date(decision.decided_at) })}</p>
        ${decision.reason ? html`<blockquote><bdi>${decision.reason}</bdi></blockquote>` : nothing}
        ${earlier > 0 ? html`<p class="hint">${t("decision-earlier", { count: earlier })}</p>` : nothing}
      </div>`;
  }

  #choose(verdict: Verdict): void {
    this.verdict = verdict;
    this.problem = undefined;
    this.saved = false;
  }

  #write(event: Event): void {
    this.reason = (event.target as HTMLTextAreaElement).value;
    this.saved = false;
  }

  #sign(event: Event): void {
    this.by = (event.target as HTMLInputElement).value;
    this.saved = false;
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    this.saved = false;
    if (!this.verdict) {
      this.problem = "verdict";
      return focusOn(this, "input[type=radio]");
    }
    if (this.verdict === "different" && !this.reason.trim()) {
      this.problem = "reason";
      return focusOn(this, "textarea");
    }
    const by = (this.by ?? signer.name).trim();
    if (this.save && !by) {
      this.problem = "by";
      return focusOn(this, `#${this.#id}-by`);
    }
    try {
      if (this.save) await this.save(this.verdict, this.reason.trim(), by);
      else await decide(this.query, this.partyRole, this.hit, this.pack, this.verdict, this.reason.trim());
      this.problem = undefined;
      this.saved = true;
      this.dispatchEvent(new Event("decided"));
    } catch {
      this.problem = "storage";
    }
  }
}
