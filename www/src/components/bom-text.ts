import { html, nothing, type TemplateResult } from "lit";
import { type BomRow, type LineNote } from "../batch/bom.ts";
import { cell } from "../batch/export.ts";
import type { BomLineResult, BomProblem } from "../engine/licence-types.ts";
import { decimal, list, number, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { CONTENT_OF } from "../state/bom.ts";
import { citation, measureText } from "./licence-text.ts";

type Part = TemplateResult | typeof nothing;
/** Open measures named per line; the rest is counted. */
const NAMED = 2;

/** A share with as few digits as show on which side of the limit it is. */
export function percentText(percent: string, limit = ""): string {
  const value = Number(percent);
  const edge = Number.parseFloat(limit);
  for (let digits = 2; digits < 6; digits++) {
    const short = value.toFixed(digits);
    if (Number(short) === value || Math.sign(Number(short) - edge) === Math.sign(value - edge)) return t("bom-percent", { value: decimal(Number(short) === value ? percent : short) });
  }
  return t("bom-percent", { value: decimal(percent) });
}

/** An amount as the user would write it; the currency is the one named in the list, if any. */
export function amount(value: string): string {
  const figure = /\.\d$/.test(value) ? number(Number(value), { minimumFractionDigits: 2, maximumFractionDigits: 2 }) : decimal(value);
  return [figure, app.bom.currency()].filter(Boolean).join("\u00a0");
}

export function noteText(note: LineNote): string {
  if (note.field === "row") return tCode("row-problem", note.code);
  return tCode("bom-note", note.code, { given: note.given });
}

const MESSAGES: Record<string, string> = {
  "this is not a number": "not-a-number",
  "the separator can be read in two ways": "ambiguous",
  "the number has too many digits": "too-large",
  "a value below zero cannot be counted": "negative",
  "the country of origin is missing": "origin-missing",
  "this is no country code of the rules": "origin-unknown",
  "the list has no such paragraph": "code-unknown",
  "the value of the product must be above zero": "zero",
};

/** What the engine could not read, in plain words; `given` is what the user wrote. */
export function problemText({ message, field }: BomProblem, given: string): string {
  const code = MESSAGES[message];
  if (code === "not-a-number" && !given.trim()) return tCode("bom-problem", field === "quantity" ? "no-quantity" : "no-value");
  return code ? tCode("bom-problem", code, { given }) : message;
}

/** Everything wrong with a line: what the page found, then what the engine says of the rest. */
export function troubles(row: BomRow): { field: string; text: string }[] {
  const noted = new Set<string>(row.notes.map(({ field }) => (field === "row" ? "value" : field)));
  const told = app.bom.problemsOf(row.number).filter(({ field }) => !noted.has(field));
  return [
    ...row.notes.map((note) => ({ field: note.field as string, text: noteText(note) })),
    ...told.map((problem) => ({ field: problem.field, text: problemText(problem, givenIn(row, problem.field)) })),
  ];
}

function givenIn(row: BomRow, field: string): string {
  return field === "origin" ? row.origin : field === "code" ? row.code : field === "quantity" ? row.quantity : row.value;
}

/** Whether the line counts, in a word. */
export function countsText(row: BomRow, result: BomLineResult | undefined): string {
  if (app.bom.left.has(row.number)) return t("bom-counts-left");
  return result ? tCode("bom-counts", result.controlled) : "";
}

/** Why it counts or not: the deciding clause, or what is not known. */
export function why(row: BomRow, result: BomLineResult | undefined): Part {
  if (!result || app.bom.left.has(row.number)) return nothing;
  const { sent } = row;
  const home = sent.origin === CONTENT_OF.toUpperCase();
  if (result.controlled === "no" && !home) return html`${t("bom-why-foreign")}`;
  if (result.controlled === "no") return html`${sent.code === "none" ? t("bom-why-none-stated") : t("bom-why-none")}`;
  if (result.controlled === "undecided" && !home) return html`${t("bom-why-origin")}`;
  if (result.controlled === "undecided" && (!sent.code || !result.deciding.length)) return html`${t("bom-why-code")}`;
  const measures = [...new Set(result.deciding.map(({ measure }) => measure))];
  const open = result.controlled === "undecided";
  return html`${open ? html`${t("bom-why-open")} ` : nothing}${measures.slice(0, NAMED).map((id, at) => {
    const text = measureText(id);
    return html`${at ? html`<br />` : nothing}${text.title} ${citation(text.cite, text.link)}`;
  })}${measures.length > NAMED ? html`<br />${t("bom-why-more", { count: measures.length - NAMED })}` : nothing}`;
}

/** Codes of other lists for the code of a line. */
export function otherCodes(code: string): { list: string; code: string; relation: string }[] {
  if (!code || code === "none") return [];
  const [entry = "", ...steps] = code.split(".");
  const known = app.item.texts?.entries[entry];
  const paths = Object.keys(known?.provisions?.["eu"] ?? {});
  const path = steps.join(".");
  const same = paths.some((one) => one === path || one.startsWith(`${path}.`));
  const eu = known?.lists.includes("eu") ? [{ list: "eu", code: path && !same ? entry : code, relation: "same-code" }] : [];
  const others = app.bom.crosswalk(code).map((row) => ({ list: row.list, code: row.code, relation: row.relation }));
  return [...eu, ...others];
}

// Column names are part of the file format and stay the same in every language.
const COLUMNS = ["line", "part", "origin", "eccn", "value_given", "value_is", "quantity_given", "line_value", "counts", "outcome", "measures", "citations", "any_amount", "eu_same_code", "uk_code", "jp_code", "cn_code", "problems", "mended_on_page"] as const;

/** The lines with their results, and what they come to. With a byte-order mark, so that spreadsheets read UTF-8. */
export function toCsv(): string {
  const { bom, licence, item } = app;
  const { result } = bom;
  const lines = bom.rows.map((row) => {
    const one = bom.resultOf(row.number);
    const measures = [...new Set(one?.deciding.map(({ measure }) => measure) ?? [])];
    const any = bom.bypassOf(row.number);
    const codes = (of: string) => otherCodes(row.sent.code).filter((known) => known.list === of).map(({ code, relation }) => (relation === "same" || relation === "same-code" ? code : `${code} (${relation})`)).join("; ");
    const counts = bom.left.has(row.number) ? "left-out-by-user" : (one?.controlled ?? "not-computed");
    return [row.number, row.part, row.origin, row.code, row.value, row.whole ? "line" : "piece", row.quantity, one?.value ?? "", counts, one?.outcome ?? "", measures.map((id) => measureText(id).title).join("; "), measures.map((id) => measureText(id).cite).join("; "), any.map(({ measure, result: truth }) => `${truth}: ${measureText(measure).cite}`).join("; "), codes("eu"), codes("uk"), codes("jp"), codes("cn"), troubles(row).map(({ field, text }) => `${field}: ${text}`).join("; "), row.mended ? "yes" : ""];
  });
  const facts: [string, string][] = [
    ["destination", bom.resultFor.destination], ["as_of", bom.resultFor.asOf], ["product_value", result?.product_value ?? ""], ["controlled_value", result?.controlled_value ?? ""], ["currency", bom.currency()],
    ["percent", result?.percent ?? ""], ["percent_if_undecided_lines_count", result?.percent_max ?? ""], ["limit", result?.limit ?? ""], ["limit_citation", result?.limit_measure ? measureText(result.limit_measure).cite : ""],
    ["verdict", result?.verdict ?? "not-computed"], ["rules", licence.texts?.jurisdictions[CONTENT_OF]?.version ?? ""], ["rule_pack", item.manifest?.digest.slice(0, 12) ?? ""],
  ];
  const rows: (string | number)[][] = [[...COLUMNS], ...lines, [], ...facts];
  return `\ufeff${rows.map((row) => row.map(cell).join(",")).join("\r\n")}\r\n`;
}

/** The sum of what could be read, for comparison with the value of the product. */
export function sumOf(rows: BomRow[]): number {
  return rows.reduce((sum, row) => sum + Number(app.bom.resultOf(row.number)?.value ?? 0), 0);
}

/** Line numbers as people list them, the first few of many. */
export function lineNumbers(numbers: number[]): string {
  const shown = numbers.slice(0, 8).map(String);
  return numbers.length > 8 ? t("bom-lines-more", { lines: shown.join(", "), count: numbers.length - 8 }) : list(shown);
}

