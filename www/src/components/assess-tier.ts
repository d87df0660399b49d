import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Assessment, Tier } from "../engine/case-types.ts";
import { t, tCode } from "../i18n/index.ts";
import { type Factor, factorsOf, findingId, here, indicatorText, RANK, subjectNote, TIERS, twins } from "./assess-text.ts";
import { PageElement } from "./element.ts";

/** Side of a marker and of the cell it stands in, in pixels: the picture is drawn at its true size, whatever the width. */
const MARK = 26;
const CELL = 32;
const PAD = 8;
const POINTER = 26;
const WIDTH = 720;
/** More open points than these are folded. */
const SURVEYABLE = 8;

/** A row of the picture and of the table below it. */
interface Row extends Omit<Factor, "kind"> {
  kind: Factor["kind"] | "settled";
}

/** The picture of the tier: every factor on the band from standard to stop, and the same as a table. */
@customElement("ec-assess-tier")
export class EcAssessTier extends PageElement {
  @property({ attribute: false }) result!: Assessment;
  #observer = new ResizeObserver(([entry]) => this.#measured(entry?.contentRect.width ?? 0));
  #width = WIDTH;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  #measured(width: number): void {
    const whole = Math.floor(width) - 2;
    if (whole < 200 || whole === this.#width) return;
    this.#width = whole;
    this.requestUpdate();
  }

  protected override render(): TemplateResult {
    const rows = rowsOf(this.result);
    return html`
      <figure class="band">
        <div role="img" aria-label=${this.#summary(rows)}>
          <div class="band-names" aria-hidden="true">${TIERS.map((tier) => html`<span class="band-name ${tier === this.result.tier.tier ? "band-here" : ""}" data-tier=${tier}>${tCode("assess-tier", tier)}</span>`)}</div>
          ${this.#picture(rows)}
        </div>
        <figcaption>${this.#legend(rows)}</figcaption>
      </figure>
      ${rows.length ? this.#tables(rows) : html`<p>${t("assess-factors-none")}</p>`}`;
  }

  #summary(rows: Row[]): string {
    const count = (tier: Tier) => rows.filter((row) => row.kind !== "settled" && row.tier === tier).length;
    return t("assess-band-summary", { tier: tCode("assess-tier", this.result.tier.tier), stop: count("stop"), enhanced: count("enhanced") });
  }

  #picture(rows: Row[]): SVGTemplateResult | TemplateResult {
    const { tier, machine } = this.result.tier;
    const zone = this.#width / 3;
    const perRow = Math.max(1, Math.floor((zone - 2 * PAD + CELL - MARK) / CELL));
    const placed = TIERS.map((one) => rows.filter((row) => placeOf(row) === one));
    const lines = Math.max(1, ...placed.map((all) => Math.ceil(all.length / perRow)));
    const band = lines * CELL + 2 * PAD;
    const rtl = document.documentElement.dir === "rtl";
    const left = (at: number) => (rtl ? this.#width - (at + 1) * zone : at * zone);
    const marks = placed.flatMap((all, at) => all.map((row, n) => {
      const column = n % perRow;
      const x = PAD + column * CELL + MARK / 2;
      return marker(row, rtl ? left(at) + zone - x : left(at) + x, PAD + Math.floor(n / perRow) * CELL + CELL / 2);
    }));
    const middle = (of: Tier) => left(RANK[of]) + zone / 2;
    return html`<svg class="band-picture" viewBox=${`0 0 ${this.#width} ${band + POINTER}`} width=${this.#width} height=${band + POINTER} aria-hidden="true" focusable="false">
      <defs>
        <pattern id="band-hatch" width="8" height="8" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="band-hatch-line" d="M0 0V8" /></pattern>
        <pattern id="band-dense" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="band-dense-line" d="M0 0V4" /></pattern>
      </defs>
      ${TIERS.map((one, at) => svg`<rect class="band-zone" x=${left(at)} y="0.5" width=${zone} height=${band} /><rect class=${`band-fill band-${one}`} x=${left(at)} y="0.5" width=${zone} height=${band} />`)}
      <path class="band-frame" d=${`M0.75 0.5H${this.#width - 0.75}V${band + 0.5}H0.75ZM${zone} 0.5V${band}M${2 * zone} 0.5V${band}`} />
      ${marks}
      ${machine === tier ? nothing : pointer(middle(machine), band, "band-machine")}
      ${pointer(middle(tier), band, "band-pointer")}
    </svg>`;
  }

  #legend(rows: Row[]): TemplateResult {
    const has = (kind: Row["kind"], final?: boolean) => rows.some((row) => row.kind === kind && (final === undefined || row.final === final));
    const { tier, machine } = this.result.tier;
    const key = (drawn: SVGTemplateResult, text: string) => html`<li><svg viewBox="0 0 28 28" width="22" height="22" aria-hidden="true" focusable="false">${drawn}</svg> ${text}</li>`;
    const sample = (kind: Row["kind"], final: boolean) => marker({ number: 0, tier: "enhanced", kind, final } as Row, 14, 14);
    return html`<ul class="legend">
      ${key(pointer(14, 4, "band-pointer"), t("assess-legend-tier"))}
      ${machine === tier ? nothing : key(pointer(14, 4, "band-machine"), t("assess-legend-machine"))}
      ${has("raised", false) ? key(sample("raised", false), t("assess-legend-raised")) : nothing}
      ${has("raised", true) ? key(sample("raised", true), t("assess-legend-final")) : nothing}
      ${has("open") ? key(sample("open", false), t("assess-legend-open")) : nothing}
      ${has("settled") ? key(sample("settled", false), t("assess-legend-settled")) : nothing}
    </ul>`;
  }

  /** What was found, then what is open; a long list of open points is folded. */
  #tables(rows: Row[]): TemplateResult {
    const found = rows.filter(({ kind }) => kind !== "open");
    const open = rows.filter(({ kind }) => kind === "open");
    return html`
      ${found.length ? this.#table(found, t("assess-factors-found")) : nothing}
      ${open.length ? html`<details class="factors-open" ?open=${open.length <= SURVEYABLE}><summary>${t("assess-factors-open", { count: open.length })}</summary>${this.#table(open, t("assess-factors-open", { count: open.length }))}</details>` : nothing}`;
  }

  #table(rows: Row[], name: string): TemplateResult {
    return html`<table class="grid factors">
      <caption class="visually-hidden">${name}</caption>
      <thead><tr><th scope="col" class="factor-number">${t("assess-factor-number")}</th><th scope="col">${t("assess-factor-what")}</th><th scope="col">${t("assess-factor-effect")}</th></tr></thead>
      <tbody>${rows.map((row) => html`<tr data-kind=${row.kind} data-tier=${row.tier}>
        <td class="factor-number">${row.number}</td>
        <td>${here(row.target, row.title)}${row.subject ? html`<br /><span class="fact-note">${subjectNote(row.subject)}</span>` : nothing}
          ${row.kind !== "open" ? nothing : html`<br /><span class="fact-note">${row.questions.length ? t("assess-open-questions", { questions: row.questions.length, points: row.findings.length }) : t("assess-open-facts", { points: row.findings.length })}</span>`}</td>
        <td><span class="factor-state">${row.kind === "settled" ? t("assess-factor-settled") : row.kind === "open" ? t("assess-factor-open") : row.final ? t("assess-factor-final") : t("assess-factor-raised")}</span>
          <span class="factor-tier">${row.kind === "settled" ? t("assess-factor-was", { tier: tCode("assess-tier", row.tier) }) : tCode("assess-tier", row.tier)}</span></td>
      </tr>`)}</tbody></table>`;
  }
}

/** What counts, and what a person settled: the machine found it all the same. */
function rowsOf(result: Assessment): Row[] {
  const rows: Row[] = factorsOf(result);
  const places = result.findings.flatMap(({ state }, at) => (state === "resolved" || state === "trusted" ? [at] : []));
  const settled = twins(result, places).flatMap((group): Row[] => {
    const [first = 0] = group;
    const finding = result.findings[first];
    if (!finding) return [];
    const { title, raises } = indicatorText(finding.indicator);
    return [{ number: 0, tier: raises ?? "enhanced", kind: "settled", title, subject: finding.subject, findings: group, questions: [], target: findingId(first), final: false }];
  });
  return [...rows, ...settled].map((row, at) => ({ ...row, number: at + 1 }));
}

function placeOf(row: Row): Tier {
  return row.kind === "settled" ? "standard" : row.tier;
}

/** Filled: raised; square: stays whatever is written; broken line: open; struck through: settled by a person. */
function marker({ number, kind, final, tier }: Row, x: number, y: number): SVGTemplateResult {
  const half = MARK / 2;
  const word = number ? svg`<text class="mark-number" x=${x} y=${y + 4.5} text-anchor="middle">${number}</text>` : nothing;
  const shape = final && kind === "raised"
    ? svg`<rect class="mark-shape" x=${x - half + 1} y=${y - half + 1} width=${MARK - 2} height=${MARK - 2} />`
    : svg`<circle class="mark-shape" cx=${x} cy=${y} r=${half - 1} />`;
  return svg`<g class=${`mark mark-${kind}`} data-tier=${tier}>${shape}${word}${kind === "settled" ? svg`<path class="mark-strike" d=${`M${x - half + 3} ${y + half - 3}L${x + half - 3} ${y - half + 3}`} />` : nothing}</g>`;
}

function pointer(x: number, y: number, kind: string): SVGTemplateResult {
  return svg`<path class=${kind} d=${`M${x} ${y + 4}l11 17h-22z`} />`;
}
