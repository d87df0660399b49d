import type { BomLine } from "../engine/licence-types.ts";
import { countryCode } from "../i18n/countries.ts";
import { codesOf } from "../state/licence.ts";
import { fold } from "./columns.ts";
import type { RowProblem, Table } from "./rows.ts";

/** What a column of a bill of materials can hold. Several columns may share `part`; they are put together in order. */
export const BOM_FIELDS = ["part", "origin", "code", "value", "total", "quantity"] as const;
export type BomField = (typeof BOM_FIELDS)[number];
export type BomMapping = (BomField | "")[];

// Words that head such columns in English, German and French files; folded (no marks, no punctuation).
const WORDS: Record<BomField, string[]> = {
  part: ["part", "part no", "part number", "part name", "item", "item no", "item number", "component", "name", "description", "designation", "article", "article number", "material", "material number", "mpn", "manufacturer part number", "teil", "teilenummer", "teile nr", "bauteil", "benennung", "bezeichnung", "beschreibung", "artikel", "artikelnummer", "artikel nr", "materialnummer", "komponente", "piece", "composant", "libelle", "reference article", "numero de piece"],
  origin: ["origin", "country of origin", "origin country", "coo", "country", "made in", "country of manufacture", "ursprung", "ursprungsland", "herkunft", "herkunftsland", "herstellungsland", "land", "origine", "pays d origine", "pays", "pays de fabrication"],
  code: ["eccn", "us eccn", "eccn number", "eccn code", "eccn no", "eccn us", "export control classification number", "us export classification", "eccn nummer", "eccn nr", "us exportklassifizierung", "code eccn", "numero eccn", "classement eccn"],
  value: ["value", "unit value", "value per unit", "price", "unit price", "price per unit", "price each", "cost", "unit cost", "fair market value", "market value", "net price", "wert", "einzelwert", "preis", "einzelpreis", "stuckpreis", "stuckwert", "marktwert", "kosten", "stuckkosten", "einkaufspreis", "nettopreis", "valeur", "valeur unitaire", "prix", "prix unitaire", "pu", "pu ht", "cout", "cout unitaire"],
  total: ["total", "total value", "total price", "total cost", "line total", "line value", "extended price", "extended cost", "amount", "gesamt", "gesamtwert", "gesamtpreis", "gesamtkosten", "positionswert", "betrag", "summe", "montant", "prix total", "valeur totale", "total ht"],
  quantity: ["quantity", "qty", "pieces", "pcs", "count", "units", "number of units", "menge", "anzahl", "stuck", "stk", "stuckzahl", "quantite", "qte", "nombre"],
};
const byWord = new Map<string, BomField>(BOM_FIELDS.flatMap((field) => WORDS[field].map((word) => [word, field] as const)));
/** Words that say in what a figure is given, not what it is. */
const ASIDE = new Set(["in", "eur", "euro", "euros", "usd", "dollar", "gbp", "chf", "us", "net", "netto", "ht", "je", "en"]);

/** A guess per column. Of columns that mean the same the first is taken; a price per piece goes before the sum of a line. */
export function guessBom(header: string[]): BomMapping {
  const found = header.map(fieldOf);
  const once = (field: BomField | "", at: number) => field === "" || field === "part" || found.indexOf(field) === at;
  return found.map((field, at) => (!once(field, at) || (field === "total" && found.includes("value")) ? "" : field));
}

/** Whether the first row names columns: a word it knows, and no cell that is a figure. */
export function looksLikeBomHeader(row: string[]): boolean {
  return row.some((cell) => fieldOf(cell) !== "") && !row.some((cell) => /^[\s\d.,']*\d[\d.,'\s]*$/.test(cell));
}

function fieldOf(cell: string): BomField | "" {
  const whole = fold(cell);
  const bare = whole.split(" ").filter((word) => word && !ASIDE.has(word) && !/^\d+$/.test(word));
  if (bare.includes("eccn")) return "code";
  return byWord.get(whole) ?? byWord.get(bare.join(" ")) ?? "";
}

/** How the figures of a file are written: `1.234,56`, `1,234.56`, or not to be told. */
export type Style = "comma" | "point" | "unclear";

const GROUP = "[.'’\\s\\u00a0\\u202f]";
const COMMA = new RegExp(`^-?(?:\\d{1,3}(?:${GROUP}\\d{3})+|\\d+)(?:,\\d+)?$`);
const POINT = /^-?(?:\d{1,3}(?:[,'’\s\u00a0\u202f]\d{3})+|\d+)(?:\.\d+)?$/;
/** A point or comma that could part thousands or decimals. */
const EITHER = /^-?\d{1,3}[.,]\d{3}$/;

/** The way of writing that the clear figures of the file share. */
export function styleOf(figures: string[]): Style {
  const clear = figures.map((figure) => bareFigure(figure).figure).filter((figure) => /[.,]/.test(figure) && !EITHER.test(figure));
  const comma = clear.filter((figure) => COMMA.test(figure) && !POINT.test(figure)).length;
  const point = clear.filter((figure) => POINT.test(figure) && !COMMA.test(figure)).length;
  return comma && !point ? "comma" : point && !comma ? "point" : "unclear";
}

/** A figure as the engine reads it. What can be read in two ways is written so that the engine says so. */
export function plainFigure(text: string, style: Style): string {
  const { figure } = bareFigure(text);
  if (style === "comma" && COMMA.test(figure)) return figure.replace(new RegExp(GROUP, "g"), "").replace(",", ".");
  if (style === "point" && POINT.test(figure)) return figure.replace(/[^\d.-]/g, "");
  return EITHER.test(figure) ? figure.replace(".", ",") : figure;
}

const MARKS: Record<string, string> = { "€": "EUR", $: "USD", "£": "GBP", "¥": "JPY", EURO: "EUR", US$: "USD" };
const CODES = "EUR|USD|GBP|CHF|JPY|CNY|RMB|SEK|NOK|DKK|PLN|CZK|HUF|RON|CAD|AUD|INR|KRW|SGD|HKD|TWD|ILS|TRY|BRL|MXN|ZAR";
const MARK = `US\\$|[€$£¥]|EURO|${CODES}`;
const MARKED = new RegExp(`^(${MARK})?\\s*(-?[\\d.,'’\\s\\u00a0\\u202f]*\\d)\\s*(${MARK})?$`, "i");

/** Parts a figure from its currency. */
export function bareFigure(text: string): { figure: string; currency: string } {
  const tidy = text.trim();
  const parts = MARKED.exec(tidy);
  const mark = (parts?.[1] ?? parts?.[3] ?? "").toUpperCase();
  if (!parts || (parts[1] && parts[3])) return { figure: tidy, currency: "" };
  return { figure: parts[2] ?? "", currency: MARKS[mark] ?? mark };
}

/** What the page itself finds wrong with a line; the engine tells the rest. */
export type LineNote = { field: "row"; code: RowProblem } | { field: "code"; code: "code-several"; given: string } | { field: "value"; code: "currency"; given: string } | { field: "quantity"; code: "quantity-none"; given: string };

/** One line of the table: as written, and as the engine gets it. */
export interface BomRow {
  number: number;
  part: string;
  origin: string;
  code: string;
  value: string;
  quantity: string;
  /** The value is that of the whole line. */
  whole: boolean;
  /** Code of the place as written; the law may count it as another. */
  place: string;
  /** Written by the user on this page. */
  mended: boolean;
  notes: LineNote[];
  sent: BomLine;
}

export type Mend = Partial<Pick<BomRow, "part" | "origin" | "code" | "value" | "quantity">>;

/** What reading needs to know of rules and file. */
export interface Reading {
  style: Style;
  /** The country under which the law counts a place: Puerto Rico is the US. */
  countsAs: (code: string) => string;
  mends: Map<number, Mend>;
}

const NONE = /^(?:ear\s*-?\s*99|none|keine?r?|kein eintrag|aucune?)$/i;
const NOT_KNOWN = /^(?:[-–—?/.]+|n\s*\/?\s*a|k\s*\.?\s*a\.?|unknown|unbekannt|inconnu|tbd|offen)$/i;

/** Turns mapped cells into lines. */
export function bomRows(table: Table, mapping: BomMapping, reading: Reading): BomRow[] {
  const rows = table.rows.map(({ number, cells, problem, numeric }) => {
    const columns = (field: BomField) => mapping.flatMap((known, at) => (known === field && (cells[at] ?? "").trim() ? [at] : []));
    const take = (field: BomField) => columns(field).map((at) => (cells[at] ?? "").trim()).join(" ");
    const isNumber = (field: BomField) => columns(field).length > 0 && columns(field).every((at) => numeric?.has(at));
    const mend = reading.mends.get(number);
    const unit = take("value");
    const whole = !unit && Boolean(take("total"));
    const read = { part: take("part"), origin: take("origin"), code: take("code"), value: unit || take("total"), quantity: whole ? "" : take("quantity") };
    const figure = (field: "value" | "quantity", source: BomField, text: string) => (isNumber(source) && mend?.[field] === undefined ? text : plainFigure(text, reading.style));
    const row = { number, ...read, ...mend, whole: whole && mend?.quantity === undefined, mended: mend !== undefined };
    const notes: LineNote[] = problem && !mend ? [{ field: "row", code: problem }] : [];
    if (row.value && !row.quantity && !row.whole && mapping.includes("quantity")) notes.push({ field: "quantity", code: "quantity-none", given: "" });
    const code = codeSent(row.code, notes);
    // A torn row has cells in the wrong places: its figures are not taken.
    const value = notes.some(({ field }) => field === "row") ? "" : figure("value", whole ? "total" : "value", row.value);
    const place = placeOf(row.origin);
    return { ...row, place, notes, sent: { line: number, part: row.part, origin: reading.countsAs(place), code, value, quantity: figure("quantity", "quantity", row.quantity) } };
  });
  return oneCurrency(rows);
}

/** Code of a country by its name or code; what is no country stays as written, and the engine says so. */
function placeOf(origin: string): string {
  return countryCode(origin) ?? countryCode(origin.replaceAll(".", "")) ?? origin.trim().toUpperCase();
}

function codeSent(typed: string, notes: LineNote[]): string {
  if (NONE.test(typed.trim())) return "none";
  if (!typed.trim() || NOT_KNOWN.test(typed.trim())) return "";
  const codes = codesOf(typed);
  if (codes.length === 1) return codes[0] ?? "";
  notes.push({ field: "code", code: "code-several", given: typed });
  return "";
}

/** All values are in one currency: a line that names another one is not read. */
function oneCurrency(rows: BomRow[]): BomRow[] {
  const named = rows.map((row) => bareFigure(row.value).currency);
  const [main] = currencies(rows);
  return rows.map((row, at) => {
    const currency = named[at];
    return currency && currency !== main ? { ...row, notes: [...row.notes, { field: "value", code: "currency", given: row.value }], sent: { ...row.sent, value: "" } } : row;
  });
}

/** A currency that a head line names: `Unit price (EUR)`. */
export function currencyIn(header: string): string {
  const found = new RegExp(`(?:^|[^\\p{L}])(${MARK})(?=$|[^\\p{L}])`, "iu").exec(header)?.[1]?.toUpperCase() ?? "";
  return MARKS[found] ?? found;
}

/** Currencies named in the values, the most frequent first. */
export function currencies(rows: BomRow[]): string[] {
  const counts = new Map<string, number>();
  for (const { value } of rows) {
    const { currency } = bareFigure(value);
    if (currency) counts.set(currency, (counts.get(currency) ?? 0) + 1);
  }
  return [...counts].sort(([, a], [, b]) => b - a).map(([currency]) => currency);
}
