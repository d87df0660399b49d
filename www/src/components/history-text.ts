import type { HistoryAnomaly, HistoryCheck, HistoryKind } from "../engine/history-types.ts";
import { countryName, date, list, number, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { unitName } from "./history-plot.ts";

export const KINDS: readonly HistoryKind[] = ["new-route", "volume", "new-customer", "price-per-kg", "shift-after-control"];
const MOST_LINES = 12;

/** A place as people call it; what is no code stays as it is. */
function placeName(code: string | undefined): string {
  return code ? countryName(code) : t("history-no-way");
}

/** `8457.10`, as customs write it. */
export function hsText(digits: string): string {
  return digits.length > 4 ? `${digits.slice(0, 4)}.${digits.slice(4)}` : digits;
}

function amount(text: string | undefined): string {
  return text ? number(Number(text), { maximumFractionDigits: 6 }) : "";
}

function withUnit(text: string | undefined, unit: string | undefined): string {
  return unit === undefined ? amount(text) : t("history-amount", { amount: amount(text), unit: unitName(unit) });
}

/** What was seen, in one or two sentences with its numbers. */
export function explanation({ pattern, subject, explain }: HistoryAnomaly): string {
  const { unit } = explain;
  const args = {
    ...explain,
    customer: subject.customer ?? t("history-nobody"),
    destination: placeName(subject.destination),
    via: placeName(subject.via),
    hs: hsText(subject.hs || explain["hs"] || ""),
    usual: placeName(explain["usual"]),
    from: placeName(explain["from"]),
    date: date(explain["date"]),
    until: date(explain["until"]),
    registered: date(explain["registered"]),
    control_date: date(explain["control_date"]),
    value: withUnit(explain["value"], unit),
    median: withUnit(explain["median"], unit),
    limit: withUnit(explain["limit"], unit),
    before: explain["unit"] === undefined ? amount(explain["before"]) : withUnit(explain["before"], unit),
    after: withUnit(explain["after"], unit),
    targets_before: withUnit(explain["targets_before"], unit),
    targets_after: withUnit(explain["targets_after"], unit),
    times: amount(explain["times"]),
    km: amount(explain["km"]),
    percent: amount(explain["percent"]),
    list: app.case.texts?.hs_lists[explain["list"] ?? ""]?.name ?? explain["list"] ?? "",
    count: Number(explain["shipments"] ?? 0),
    earlier: Number(explain["earlier"] ?? 0),
    samples: Number(explain["samples"] ?? 0),
    customers: Number(explain["customers"] ?? 0),
    days: Number(explain["days"] ?? 0),
  };
  const said = [tCode("history-explain", pattern, args)];
  if (explain["stopped"] === "yes") said.push(t("history-stopped", { before: args.targets_before, after: args.targets_after }));
  if (explain["covered"]) said.push(t("history-scaled", { days: Number(explain["covered"]) }));
  return said.join(" ");
}

/** What an anomaly is about, for its heading. */
export function subjectText({ subject }: HistoryAnomaly): string {
  const parts = [subject.customer, subject.destination && placeName(subject.destination), subject.via && t("history-subject-via", { via: placeName(subject.via) }), subject.hs && t("history-subject-hs", { hs: hsText(subject.hs) })];
  return parts.filter(Boolean).join(" · ");
}

export function linesText(lines: number[]): string {
  const shown = list(lines.slice(0, MOST_LINES).map(String));
  return lines.length > MOST_LINES ? t("history-lines-more", { lines: lines.slice(0, MOST_LINES).join(", "), count: lines.length - MOST_LINES }) : t("history-lines", { count: lines.length, lines: shown });
}

/** What a check could judge, had too little for, and lacked. */
export function checkText(check: HistoryCheck): string[] {
  const said = [tCode("history-judged", check.unit, { count: check.judged })];
  if (check.too_few) said.push(tCode("history-too-few", check.kind, { count: check.too_few, needs: check.needs }));
  if (check.not_given) said.push(t("history-not-given", { count: check.not_given }));
  if (check.fields.length) said.push(t("history-lacking", { fields: list(check.fields.map((field) => tCode("history-field", field))) }));
  return said;
}
