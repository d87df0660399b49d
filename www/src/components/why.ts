import { html, type TemplateResult } from "lit";
import type { Hit, Reason } from "../engine/types.ts";
import { countryName, partialDate, points, score, t, tCode } from "../i18n/index.ts";

/** Every point won or lost, as a small waterfall: each bar starts where the one before ended. */
export function whyTable(hit: Hit): TemplateResult {
  let sum = 0;
  const steps = hit.why.map((reason) => {
    const start = sum;
    sum += reason.points;
    return { reason, start, end: sum };
  });
  const low = Math.min(0, ...steps.map((step) => step.end));
  const high = Math.max(1, ...steps.map((step) => step.end));
  const place = (value: number) => ((value - low) / (high - low)) * 100;
  return html`
    <table class="why">
      <caption>${t("why-title")}</caption>
      <thead><tr><th scope="col">${t("why-reason")}</th><th scope="col" class="figure">${t("why-points")}</th><th scope="col" class="why-bar-head"><span class="visually-hidden">${t("why-bar")}</span></th></tr></thead>
      <tbody>
        ${steps.map(({ reason, start, end }) => html`
          <tr>
            <td>${reasonText(reason)}</td>
            <td class="figure">${points(reason.points)}</td>
            <td class="why-bar">${bar(place(start), place(end), place(0), reason.points)}</td>
          </tr>`)}
      </tbody>
      <tfoot><tr><th scope="row">${t("why-total")}</th><td class="figure">${score(hit.score)}</td><td class="why-bar">${bar(place(0), place(hit.score), place(0), 0)}</td></tr></tfoot>
    </table>`;
}

export function reasonText(reason: Reason): string {
  const { code, query = "", listed = "" } = reason;
  if (code === "name-exact" && letters(query) !== letters(listed)) return t("why-name-exact-letters", { query, listed });
  return tCode("why", code, { query: inWords(code, query), listed: inWords(code, listed) });
}

/** A word without case, marks and punctuation. */
function letters(word: string): string {
  return word.normalize("NFKD").toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}

/** The engine's codes as people say them: countries, kinds, dates. Everything else is a name and stays. */
function inWords(code: string, text: string): string {
  if (code.startsWith("evidence-country")) return text.replace(/\b[A-Z]{2}\b/g, countryName);
  if (code.startsWith("evidence-kind") && text) return tCode("kind", text);
  return code.startsWith("evidence-dob") ? partialDate(text) : text;
}

function bar(start: number, end: number, zero: number, sign: number): TemplateResult {
  const kind = sign > 0 ? "won" : sign < 0 ? "lost" : "total";
  const width = Math.max(0.6, Math.abs(end - start));
  return html`<svg viewBox="0 0 100 10" preserveAspectRatio="none" width="100%" height="10" aria-hidden="true" focusable="false">
    <path class="bar-zero" d=${`M${zero} 0V10`} vector-effect="non-scaling-stroke" />
    <rect class="bar-${kind}" x=${Math.min(start, end)} y="2" width=${width} height="6" />
  </svg>`;
}
