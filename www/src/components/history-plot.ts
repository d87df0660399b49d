import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import type { HistoryPlot, HistoryPoint } from "../engine/history-types.ts";
import { countryName, date, number, t, tCode } from "../i18n/index.ts";

// User units of the picture; the style sheet scales it to the page.
const WIDE = 640;
const HIGH = 240;
const EDGE = { left: 70, right: 12, top: 14, bottom: 30 };
const ACROSS = WIDE - EDGE.left - EDGE.right;
const UP = HIGH - EDGE.top - EDGE.bottom;

/** A picture of an anomaly, and its figures as a table. Time runs from left to right in every language. */
export function plotView(plot: HistoryPlot, id: string, title: string): TemplateResult {
  const ways = plot.title_key === "history-plot-ways";
  const top = highest(plot);
  const drawing = plot.kind === "points" ? points(plot, top) : bars(plot, top, ways);
  return html`
    <figure class="history-figure">
      <svg class="history-plot" viewBox="0 0 ${WIDE} ${HIGH}" direction="ltr" role="img" aria-labelledby="${id}-title ${id}-desc" data-plot=${plot.kind}>
        <title id="${id}-title">${title}</title>
        <desc id="${id}-desc">${description(plot)}</desc>
        ${scale(top)}
        ${drawing}
      </svg>
      <figcaption>${legend(plot)}</figcaption>
      <details class="history-table"><summary>${t("history-plot-table")}</summary>${table(plot, id, title, ways)}</details>
    </figure>`;
}

function highest(plot: HistoryPlot): number {
  const figures = [...plot.points.map(({ y }) => Number(y)), Number(plot.limit ?? 0)];
  return nice(Math.max(...figures, 0) || 1);
}

/** The next round figure. */
function nice(figure: number): number {
  const power = 10 ** Math.floor(Math.log10(figure));
  const step = [1, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10].find((one) => one * power >= figure * 0.999999) ?? 10;
  return step * power;
}

function y(figure: number, top: number): number {
  return EDGE.top + UP * (1 - Math.min(1, figure / top));
}

function scale(top: number): SVGTemplateResult {
  const short = (figure: number) => number(figure, { notation: figure >= 1e4 ? "compact" : "standard", maximumSignificantDigits: 3 });
  return svg`${[0, 0.5, 1].map((share) => {
    const at = y(share * top, top);
    return svg`<line class="plot-grid" x1=${EDGE.left} x2=${WIDE - EDGE.right} y1=${at} y2=${at}></line><text class="plot-label" x=${EDGE.left - 8} y=${at + 4} text-anchor="end">${short(share * top)}</text>`;
  })}`;
}

function points(plot: HistoryPlot, top: number): SVGTemplateResult {
  const days = plot.points.map(({ x }) => Date.parse(x)).filter((day) => !Number.isNaN(day));
  const [first, last] = [Math.min(...days), Math.max(...days)];
  const x = (text: string) => EDGE.left + ACROSS * (last > first ? (Date.parse(text) - first) / (last - first) : 0.5);
  // What the anomaly is about lies on top of the rest.
  const order = [...plot.points.filter(({ anomaly }) => !anomaly), ...plot.points.filter(({ anomaly }) => anomaly)];
  return svg`
    ${line(plot.median, top, "median")}${line(plot.limit, top, "limit")}${line(plot.low, top, "limit")}
    ${days.length ? ends(new Date(first).toISOString(), new Date(last).toISOString()) : nothing}
    ${order.filter((point) => !Number.isNaN(Date.parse(point.x))).map((point) => mark(point, x(point.x), y(Number(point.y), top)))}`;
}

/** Circle or square: the difference is not in the colour alone. */
function mark(point: HistoryPoint, x: number, at: number): SVGTemplateResult {
  return point.anomaly ? svg`<rect class="plot-mark" data-anomaly="yes" x=${x - 5} y=${at - 5} width="10" height="10" transform=${`rotate(45 ${x} ${at})`}></rect>` : svg`<circle class="plot-mark" cx=${x} cy=${at} r="3.5"></circle>`;
}

function line(figure: string | null, top: number, what: string): SVGTemplateResult | typeof nothing {
  if (figure === null) return nothing;
  const at = y(Number(figure), top);
  return svg`<line class="plot-line" data-line=${what} x1=${EDGE.left} x2=${WIDE - EDGE.right} y1=${at} y2=${at}></line>`;
}

function ends(first: string, last: string): SVGTemplateResult {
  return svg`<text class="plot-label" x=${EDGE.left} y=${HIGH - 8}>${date(first)}</text>${first === last ? nothing : svg`<text class="plot-label" x=${WIDE - EDGE.right} y=${HIGH - 8} text-anchor="end">${date(last)}</text>`}`;
}

function bars(plot: HistoryPlot, top: number, ways: boolean): SVGTemplateResult {
  const places = [...new Set(plot.points.map(({ x }) => x))];
  const series = [...new Set(plot.points.map((point) => point.series))];
  const room = ACROSS / Math.max(1, places.length);
  const wide = Math.min(44, (room * 0.78) / series.length);
  const left = (x: string, of: string) => EDGE.left + room * places.indexOf(x) + (room - wide * series.length) / 2 + wide * series.indexOf(of as HistoryPoint["series"]);
  // Labels that would run into each other are left out; the table has them all.
  const every = Math.ceil(places.length / (ways ? 8 : 6));
  const marked = plot.mark && quarterOf(plot.mark);
  const at = marked ? places.findIndex((place) => place >= marked) : -1;
  return svg`
    ${plot.points.map((point) => {
      const high = y(Number(point.y), top);
      return svg`<rect class="plot-bar" data-series=${point.series} data-anomaly=${point.anomaly ? "yes" : "no"} x=${left(point.x, point.series)} y=${high} width=${wide} height=${Math.max(0, HIGH - EDGE.bottom - high)}></rect>`;
    })}
    ${at >= 0 ? svg`<line class="plot-line" data-line="mark" x1=${EDGE.left + room * at} x2=${EDGE.left + room * at} y1=${EDGE.top} y2=${HIGH - EDGE.bottom}></line>` : nothing}
    ${places.map((place, index) => (index % every === 0 ? svg`<text class="plot-label" x=${EDGE.left + room * (index + 0.5)} y=${HIGH - 8} text-anchor="middle">${placeName(place, ways)}</text>` : nothing))}`;
}

function quarterOf(day: string): string {
  return `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`;
}

function placeName(x: string, ways: boolean): string {
  if (ways) return x ? countryName(x) : t("history-no-way");
  const parts = /^(\d{4})-Q(\d)$/.exec(x);
  return parts ? t("history-quarter", { quarter: parts[2] ?? "", year: parts[1] ?? "" }) : date(x);
}

/** What the unit of a plot is called. */
export function unitName(unit: string): string {
  if (unit === "shipments") return t("history-unit-shipments");
  return unit === "" ? t("history-unit-pieces") : unit.startsWith("/") ? t("history-unit-per-kg") : unit;
}

/** `other` is what tCode falls back to, so it goes by another word. */
function seriesName(series: string): string {
  return tCode("history-series", series === "other" ? "rest" : series);
}

function description(plot: HistoryPlot): string {
  const marked = plot.points.filter(({ anomaly }) => anomaly).length;
  const parts = [t("history-plot-desc", { count: plot.points.length, marked, unit: unitName(plot.unit) })];
  if (plot.median !== null) parts.push(t("history-plot-median", { value: figure(plot.median) }));
  if (plot.limit !== null) parts.push(t("history-plot-limit", { value: figure(plot.limit) }));
  if (plot.mark !== null) parts.push(t("history-plot-mark", { date: date(plot.mark) }));
  return parts.join(" ");
}

function figure(text: string): string {
  return number(Number(text), { maximumFractionDigits: 6 });
}

function legend(plot: HistoryPlot): TemplateResult {
  const series = [...new Set(plot.points.map((point) => point.series))];
  const key = (of: string, label: string) => html`<li><svg class="history-key" viewBox="0 0 20 12" aria-hidden="true">${keyShape(plot, of)}</svg>${label}</li>`;
  return html`<p class="history-unit">${t("history-plot-unit", { unit: unitName(plot.unit) })}</p>
    <ul class="history-legend">
      ${key("anomaly", t("history-legend-anomaly"))}
      ${series.length > 1 ? series.map((of) => key(of, seriesName(of))) : plot.points.some(({ anomaly }) => !anomaly) ? key("main", t("history-legend-others")) : nothing}
      ${plot.median === null ? nothing : key("median", t("history-plot-median", { value: figure(plot.median) }))}
      ${plot.limit === null ? nothing : key("limit", plot.low === null ? t("history-plot-limit", { value: figure(plot.limit) }) : t("history-plot-limits", { low: figure(plot.low), high: figure(plot.limit) }))}
      ${plot.mark === null ? nothing : key("mark", t("history-plot-mark", { date: date(plot.mark) }))}
    </ul>
    ${plot.kind === "points" && plot.total > plot.points.length ? html`<p class="fact-note">${t("history-plot-thinned", { shown: plot.points.length, total: plot.total })}</p>` : nothing}`;
}

function keyShape(plot: HistoryPlot, of: string): SVGTemplateResult {
  if (of === "median" || of === "limit") return svg`<line class="plot-line" data-line=${of} x1="0" x2="20" y1="6" y2="6"></line>`;
  if (of === "mark") return svg`<line class="plot-line" data-line="mark" x1="10" x2="10" y1="0" y2="12"></line>`;
  const anomaly = of === "anomaly";
  if (plot.kind === "bars") return svg`<rect class="plot-bar" data-series=${anomaly ? "main" : of} data-anomaly=${anomaly ? "yes" : "no"} x="3" y="1" width="14" height="10"></rect>`;
  return anomaly ? svg`<rect class="plot-mark" data-anomaly="yes" x="6" y="2" width="8" height="8" transform="rotate(45 10 6)"></rect>` : svg`<circle class="plot-mark" cx="10" cy="6" r="3.5"></circle>`;
}

function table(plot: HistoryPlot, id: string, title: string, ways: boolean): TemplateResult {
  const series = new Set(plot.points.map((point) => point.series)).size > 1;
  const lines = plot.points.some(({ line }) => line !== null);
  const rows = plot.kind === "bars" && !ways ? plot.points.filter(({ y: value }) => Number(value) > 0) : plot.points;
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${title}>
    <table class="grid" id="${id}-table">
      <thead><tr>
        ${lines ? html`<th scope="col" class="figure">${t("history-row")}</th>` : nothing}
        <th scope="col">${ways ? t("history-field-via") : t("history-when")}</th>
        ${series ? html`<th scope="col">${t("history-series")}</th>` : nothing}
        <th scope="col" class="figure">${unitName(plot.unit)}</th><th scope="col">${t("history-legend-anomaly")}</th></tr></thead>
      <tbody>${rows.map((point) => html`<tr>
        ${lines ? html`<td class="figure">${point.line ?? ""}</td>` : nothing}
        <td>${placeName(point.x, ways)}</td>
        ${series ? html`<td>${seriesName(point.series)}</td>` : nothing}
        <td class="figure">${figure(point.y)}</td><td>${point.anomaly ? t("history-yes") : nothing}</td></tr>`)}</tbody>
    </table></div>`;
}
