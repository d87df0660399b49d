import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Judgement, RiskFinding } from "../engine/case-types.ts";
import { date, t, tCode } from "../i18n/index.ts";
import { desk, signer } from "../state/assessment.ts";
import { today } from "../state/item.ts";
import { focusOn, freshId, PageElement } from "./element.ts";

type Problem = "reason" | "by" | "on" | "storage";

/** What a person says about a finding: why it is settled, with what evidence, who and when. The finding stays as it is. */
@customElement("ec-judgement")
export class EcJudgement extends PageElement {
  /** One finding, or several of different laws about the same fact: what is said holds for all of them. */
  @property({ attribute: false }) findings: RiskFinding[] = [];
  @property() heading = "";
  @state() private reason = "";
  @state() private evidence = "";
  @state() private by: string | undefined;
  @state() private on = today();
  @state() private problem: Problem | undefined;
  #id = freshId("judgement");

  protected override render(): TemplateResult | typeof nothing {
    const [finding] = this.findings;
    if (!finding) return nothing;
    const { judgement, final } = finding;
    if (judgement) return this.#known(judgement);
    if (final) return html`<p class="judgement-final">${t("assess-final")}</p>`;
    return html`
      <details class="judgement">
        <summary>${t("assess-judge")}<span class="visually-hidden">: ${this.heading}</span></summary>
        <form novalidate @submit=${this.#submit} autocomplete="off">
          <p class="hint">${t("assess-judge-hint")}</p>
          <div role="alert">${this.problem ? html`<p class="problem" id=${`${this.#id}-problem`}>${tCode("assess-judge-problem", this.problem)}</p>` : nothing}</div>
          ${this.#field("reason", t("assess-judge-reason"), html`<textarea id=${`${this.#id}-reason`} rows="2" .value=${this.reason} aria-required="true" aria-describedby=${this.#described("reason")} aria-invalid=${this.#wrong("reason")} @input=${(event: Event) => (this.reason = valueOf(event))}></textarea>`)}
          ${this.#field("evidence", t("assess-judge-evidence"), html`<p class="hint" id=${`${this.#id}-evidence-hint`}>${t("assess-judge-evidence-hint")}</p><textarea id=${`${this.#id}-evidence`} rows="2" .value=${this.evidence} aria-describedby=${`${this.#id}-evidence-hint`} @input=${(event: Event) => (this.evidence = valueOf(event))}></textarea>`)}
          <div class="judgement-sign">
            ${this.#field("by", t("assess-judge-by"), html`<input id=${`${this.#id}-by`} type="text" .value=${this.by ?? signer.name} aria-required="true" aria-describedby=${this.#described("by")} aria-invalid=${this.#wrong("by")} @input=${(event: Event) => (this.by = valueOf(event))} />`)}
            ${this.#field("on", t("assess-judge-on"), html`<input id=${`${this.#id}-on`} type="date" .value=${this.on} aria-required="true" aria-describedby=${this.#described("on")} aria-invalid=${this.#wrong("on")} @change=${(event: Event) => (this.on = valueOf(event))} />`)}
          </div>
          <button type="submit" class="button">${t("assess-judge-save")}</button>
        </form>
      </details>`;
  }

  #known({ reason, evidence, by, on }: Judgement): TemplateResult {
    return html`
      <div class="judgement-known" id=${`${this.#id}-known`} tabindex="-1">
        <p class="judgement-title">${t("assess-judged", { by: by || t("assess-judged-nobody"), date: date(on) })}</p>
        <blockquote><bdi>${reason}</bdi></blockquote>
        ${evidence?.length ? html`<p>${t("assess-judged-evidence")}</p><ul>${evidence.map((one) => html`<li><bdi>${one}</bdi></li>`)}</ul>` : html`<p class="fact-note">${t("assess-judged-no-evidence")}</p>`}
        <p class="fact-note">${t("assess-judged-machine")}</p>
        <button type="button" class="button-plain judgement-withdraw" @click=${this.#withdraw}>${t("assess-withdraw")}<span class="visually-hidden">: ${this.heading}</span></button>
      </div>`;
  }

  #field(name: string, label: string, body: TemplateResult): TemplateResult {
    return html`<div class="field ${this.problem === name ? "wrong" : ""}"><label for=${`${this.#id}-${name}`}>${label}</label>${body}</div>`;
  }

  #described(name: Problem): string | typeof nothing {
    return this.problem === name ? `${this.#id}-problem` : nothing;
  }

  #wrong(name: Problem): "true" | "false" {
    return this.problem === name ? "true" : "false";
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    const by = (this.by ?? signer.name).trim();
    const reason = this.reason.trim();
    this.problem = !reason ? "reason" : !by ? "by" : !/^20\d\d-\d\d-\d\d$/.test(this.on) ? "on" : undefined;
    if (this.problem) return focusOn(this, `#${this.#id}-${this.problem}`);
    const evidence = this.evidence.split("\n").map((line) => line.trim()).filter(Boolean);
    signer.name = by;
    try {
      const { findings } = this;
      await desk.judge(findings.map(({ indicator, subject }) => ({ indicator, subject, state: "resolved", reason, ...(evidence.length ? { evidence } : {}), by, on: this.on })));
      this.reason = this.evidence = "";
      // The card has moved to the settled ones: the reader follows it there.
      await toFinding(findings[0]);
    } catch {
      this.problem = "storage";
    }
  }

  readonly #withdraw = async (): Promise<void> => {
    const { findings } = this;
    try {
      await desk.withdraw(findings);
      await toFinding(findings[0]);
    } catch {
      this.problem = "storage";
    }
  };
}

async function toFinding(finding: RiskFinding | undefined): Promise<void> {
  if (!finding) return;
  const { indicator, subject } = finding;
  await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));
  const card = document.querySelector<HTMLElement>(`.flag[data-indicator="${CSS.escape(indicator)}"][data-subject="${CSS.escape(subject)}"]`);
  for (let fold = card?.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
  card?.focus();
  card?.scrollIntoView({ block: "nearest" });
}

function valueOf(event: Event): string {
  return (event.target as HTMLInputElement | HTMLTextAreaElement).value;
}
