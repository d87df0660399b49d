import { html, nothing, type PropertyValues, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import type { Alignment, Link } from "../engine/types.ts";
import { t, tCode } from "../i18n/index.ts";
import { type DrawnToken, drawingOf, type Run } from "./alignment-model.ts";
import { PageElement } from "./element.ts";

const SVG = "http://www.w3.org/2000/svg";

/**
 * The picture of a comparison: your name over the listed name, joined parts connected. The words are text, laid out
 * by the browser; the connectors are drawn between them. Where two rows would not fit, the names stand side by side.
 */
@customElement("ec-alignment")
export class EcAlignment extends PageElement {
  @property({ attribute: false }) alignment: Alignment = { query: [], listed: [], links: [] };
  #observer = new ResizeObserver(() => this.#draw());
  #width = -1;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#observer.observe(this);
    document.fonts?.ready.then(() => this.#draw(true));
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#observer.disconnect();
  }

  protected override render(): TemplateResult {
    const { query, listed } = drawingOf(this.alignment);
    return html`
      <figure class="alignment">
        <div class="alignment-field" role="img" aria-label=${this.#summary()}>
          <svg class="alignment-lines" aria-hidden="true" focusable="false"></svg>
          <p class="alignment-caption caption-query">${t("alignment-query")}</p>
          <p class="alignment-row row-query" dir="auto">${query.map((token, at) => this.#token(token, `q${at}`))}</p>
          <p class="alignment-caption caption-listed">${t("alignment-listed")}</p>
          <p class="alignment-row row-listed" dir="auto">${listed.map((token, at) => this.#token(token, `l${at}`))}</p>
        </div>
        <figcaption>
          <ul class="legend">
            ${this.#hows().map((how) => html`<li><svg class="legend-line" viewBox="0 0 28 8" width="28" height="8" aria-hidden="true" focusable="false"><path class="connector how-${how}" d="M1 4H27" /></svg>${tCode("how", how)}</li>`)}
            ${this.#marks() ? html`<li><mark class="differs">${t("legend-letter")}</mark> ${t("legend-differs")}</li>` : nothing}
            ${query.concat(listed).some((token) => !token.matched) ? html`<li><span class="token unmatched">${t("legend-word")}</span> ${t("legend-unmatched")}</li>` : nothing}
          </ul>
        </figcaption>
      </figure>`;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#draw(true);
  }

  #token(token: DrawnToken, id: string): TemplateResult {
    return html`<span class="token ${token.matched ? "matched" : "unmatched"}" data-token=${id}>
      <span class="token-text">${token.runs.map(run)}</span>${token.latin ? html`<span class="token-latin" dir="ltr" lang="und-Latn">${token.latin.map(run)}</span>` : nothing}
    </span>`;
  }

  #hows(): string[] {
    return [...new Set(this.alignment.links.filter(joins).map((link) => link.how))];
  }

  #marks(): boolean {
    return this.alignment.links.some((link) => joins(link) && link.edits?.some((edit) => !edit.same));
  }

  #summary(): string {
    const words = (side: "query" | "listed") => this.alignment[side].map((token) => token.text).join(" ");
    const joined = this.alignment.links.filter(joins).reduce((sum, link) => sum + link.query.length, 0);
    return t("alignment-summary", { query: words("query"), listed: words("listed"), joined, total: this.alignment.query.length });
  }

  /** Chooses rows or columns, then draws one curve per joined pair of words. */
  #draw(always = false): void {
    const field = this.querySelector<HTMLElement>(".alignment-field");
    const lines = field?.querySelector<SVGSVGElement>(".alignment-lines");
    if (!field || !lines) return;
    const width = this.clientWidth;
    if (!width || (!always && width === this.#width)) return;
    this.#width = width;
    field.classList.remove("in-columns");
    const rows = [...field.querySelectorAll<HTMLElement>(".alignment-row")];
    const inColumns = rows.some((row) => extent(row) > row.clientWidth + 1);
    field.classList.toggle("in-columns", inColumns);
    const frame = field.getBoundingClientRect();
    lines.setAttribute("viewBox", `0 0 ${frame.width} ${frame.height}`);
    lines.replaceChildren(...this.alignment.links.filter(joins).flatMap((link) => this.#connectors(link, field, frame, inColumns)));
  }

  #connectors(link: Link, field: HTMLElement, frame: DOMRect, inColumns: boolean): SVGElement[] {
    const box = (id: string) => field.querySelector(`[data-token="${id}"]`)?.getBoundingClientRect();
    const rtl = getComputedStyle(field).direction === "rtl";
    return link.query.flatMap((q) =>
      link.listed.flatMap((l) => {
        const from = box(`q${q}`);
        const to = box(`l${l}`);
        if (!from || !to) return [];
        const path = document.createElementNS(SVG, "path");
        path.setAttribute("class", `connector how-${link.how}`);
        path.setAttribute("d", inColumns ? across(from, to, frame, rtl) : down(from, to, frame));
        return [path];
      }),
    );
  }
}

function run({ text, differs, gap }: Run): TemplateResult | string {
  if (gap) return html`<mark class="differs gap"></mark>`;
  return differs ? html`<mark class="differs">${text}</mark>` : text;
}

/** Width of the words of a row; scrollWidth leaves out what sticks out at the start. */
function extent(row: HTMLElement): number {
  const boxes = [...row.children].map((child) => child.getBoundingClientRect());
  return Math.max(...boxes.map((box) => box.right), 0) - Math.min(...boxes.map((box) => box.left), Number.MAX_SAFE_INTEGER);
}

function joins(link: Link): boolean {
  return link.how !== "unmatched" && link.query.length > 0 && link.listed.length > 0;
}

/** From the foot of the upper word to the head of the lower one, with a bracket along each word. */
function down(from: DOMRect, to: DOMRect, frame: DOMRect): string {
  const y0 = from.bottom - frame.top + 3;
  const y1 = to.top - frame.top - 3;
  const x0 = from.left + from.width / 2 - frame.left;
  const x1 = to.left + to.width / 2 - frame.left;
  const bend = (y1 - y0) / 2;
  const bracket = (box: DOMRect, y: number) => `M${box.left - frame.left + 2} ${y}H${box.right - frame.left - 2}`;
  return `${bracket(from, y0)}${bracket(to, y1)}M${x0} ${y0}C${x0} ${y0 + bend} ${x1} ${y1 - bend} ${x1} ${y1}`;
}

/** From the end of the word in the first column to the start of the one in the second. */
function across(from: DOMRect, to: DOMRect, frame: DOMRect, rtl: boolean): string {
  const x0 = (rtl ? from.left - 3 : from.right + 3) - frame.left;
  const x1 = (rtl ? to.right + 3 : to.left - 3) - frame.left;
  const bend = (x1 - x0) / 2;
  const middle = (box: DOMRect) => box.top + box.height / 2 - frame.top;
  const bracket = (box: DOMRect, x: number) => `M${x} ${box.top - frame.top + 3}V${box.bottom - frame.top - 3}`;
  return `${bracket(from, x0)}${bracket(to, x1)}M${x0} ${middle(from)}C${x0 + bend} ${middle(from)} ${x1 - bend} ${middle(to)} ${x1} ${middle(to)}`;
}
