import { html, svg, type TemplateResult } from "lit";
import type { Hit } from "../engine/types.ts";
import { score, t } from "../i18n/index.ts";

const WIDTH = 120;
const MARKS = Array.from({ length: 11 }, (_, at) => at);

/** A score on a rule, as on a measuring scale: a place, not an alarm. */
export function scoreRule(value: number, word = wordFor(value)): TemplateResult {
  const at = 4 + value * (WIDTH - 8);
  return html`<span class="score">
    <span class="score-figure">${score(value)}</span>
    <svg class="score-rule" viewBox="0 0 120 16" width="120" height="16" aria-hidden="true" focusable="false">
      <path class="rule-line" d="M4 11.5H116" />
      ${MARKS.map((mark) => svg`<path class="rule-mark" d=${`M${4 + mark * 11.2} 11.5v${mark % 5 === 0 ? -6 : -3}`} />`)}
      <path class="rule-value" d=${`M4 11.5H${at}`} />
      <path class="rule-pointer" d=${`M${at} 9.5l-3.5 -7h7z`} />
    </svg>
    <span class="score-word">${word}</span>
  </span>`;
}

/** A candidate found by its number alone has no name to be called alike. */
export function wordOf(hit: Hit): string {
  const byNumber = hit.name_score < hit.score && hit.why.some(({ code }) => code === "evidence-id-same");
  return byNumber ? t("score-number") : wordFor(hit.score);
}

export function wordFor(value: number): string {
  if (value >= 0.95) return t("score-near-identical");
  if (value >= 0.85) return t("score-close");
  return t("score-some");
}
