import { html, nothing, type TemplateResult } from "lit";
import type { Assessment } from "../engine/case-types.ts";
import type { JurisdictionResult, LicenceOutcome } from "../engine/licence-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { factorsOf, here, type Part, subjectName } from "./assess-text.ts";
import { authorisationFamilies, checkName, citation, jurisdictionName, measureText } from "./licence-text.ts";

/** The tier first, in words; then what each body of export rules says about the case. */
export function verdict(result: Assessment): TemplateResult {
  const { tier, machine } = result.tier;
  const factors = factorsOf(result);
  const raised = factors.filter(({ kind }) => kind === "raised").length;
  const open = factors.length - raised;
  return html`
    <section class="tier" data-tier=${tier} aria-labelledby="tier-title">
      <h3 id="tier-title">${tCode("assess-tier", tier)}</h3>
      <p class="tier-sentence">${tCode("assess-tier-text", tier)}</p>
      ${factors.length ? html`<p>${[raised ? t("assess-tier-raised", { count: raised }) : "", open ? t("assess-tier-open", { count: open }) : ""].filter(Boolean).join(" ")} ${here("why-title", t("assess-to-why"))}</p>` : nothing}
      ${machine === tier ? nothing : html`<p class="tier-machine">${t("assess-tier-machine", { tier: tCode("assess-tier", machine) })}</p>`}
      <p class="tier-not">${t("assess-not-approval")}</p>
    </section>
    <div class="verdicts">${result.outcomes.map((one) => outcome(one, result))}</div>`;
}

function outcome({ jurisdiction, outcome: of, items }: Assessment["outcomes"][number], result: Assessment): TemplateResult {
  const parts = result.items.flatMap(({ item, determination }) => (determination?.jurisdictions ?? []).filter((one) => one.jurisdiction === jurisdiction).map((one) => ({ item, one })));
  const id = `case-outcome-${jurisdiction}`;
  const deciding = parts.filter(({ one }) => one.outcome === of && one.deciding.length);
  const notRun = [...new Set(parts.flatMap(({ one }) => one.not_run.map(({ check }) => check)))].map(checkName);
  return html`
    <section class="verdict" data-jurisdiction=${jurisdiction} data-outcome=${of} aria-labelledby=${id}>
      <h3 id=${id}>${jurisdictionName(jurisdiction)}</h3>
      <p class="verdict-sentence">${sentence(of, parts.map(({ one }) => one), notRun)}</p>
      ${deciding.length ? because(deciding[0]?.one) : nothing}
      ${items.length > 1 ? html`<ul class="plain verdict-items">${items.map((row) => html`<li>${here(`item-${row.item}`, subjectName(`item:${row.item}`))}: ${tCode("licence-short", row.outcome)}</li>`)}</ul>` : nothing}
      ${notRun.length && of !== "none-identified" ? html`<p class="verdict-not-run"><span class="fact-note">${t("licence-not-run-label")}</span> ${notRun.join("; ")}</p>` : nothing}
      <p>${here("items-title", t("licence-details-of", { name: jurisdictionName(jurisdiction) }))}</p>
    </section>`;
}

/** What the licence page says of such an outcome. */
export function sentence(outcome: LicenceOutcome, parts: JurisdictionResult[], notRun: string[]): string {
  if (outcome === "none-identified") return notRun.length ? t("licence-none-identified", { checks: notRun.join("; ") }) : t("licence-none-identified-all");
  if (outcome === "undecided") return t("assess-undecided");
  const names = authorisationFamilies([...new Set(parts.flatMap((one) => one.authorisations.filter(({ state }) => state === "open" || state === "conditions-met").map(({ measure }) => measure)))]);
  if (outcome === "authorisation-possible" && names.length) return t("licence-authorisation-possible", { names: list(names, "disjunction") });
  return tCode("licence-outcome", outcome);
}

/** The first clause it rests on. */
function because(one: JurisdictionResult | undefined): Part {
  const [first] = one?.deciding ?? [];
  if (!one || !first) return nothing;
  const text = measureText(first.measure);
  return html`<p class="fact-note">${one.outcome === "undecided" ? t("assess-hangs", { title: text.title }) : t("assess-rests", { title: text.title })} ${citation(text.cite, text.link)}</p>`;
}
