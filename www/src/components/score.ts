import { html, svg, type TemplateResult } from "lit";
import { score, t } from "../i18n/index.ts";

const WIDTH = 120;
const MARKS = Array.from({ length: 11 }, (_, at) => at);

/** A score on a rule, as on a measuring scale: a place, not an alarm. */
export function scoreRule(value: number): TemplateResult {
  const at = 4 + value * (WIDTH - 8);
  return html`<span class="score">
    <span class="score-figure">${score(value)}</span>
    <svg class="score-rule" viewBox="0 0 120 16" width="120" height="16" aria-hidden="true" focusable="false">
      <path class="rule-line" d="M4 11.5H116" />
      ${MARKS.map((mark) => svg`<path class="rule-mark" d=${`M${4 + mark * 11.2} 11.5v${mark % 5 === 0 ? -6 : -3}`} />`)}
      <path class="rule-value" d=${`M4 11.5H${at}`} />
      <path class="rule-pointer" d=${`M${at} 9.5l-3.5 -7h7z`} />
    </svg>
    <span class="score-word">${wordFor(value)}</span>
  </span>`;
}

export function wordFor(value: number): string {
  if (value >= 0.95) return t("score-near-identical");
  if (value >= 0.85) return t("score-close");
  return t("score-some");
}
