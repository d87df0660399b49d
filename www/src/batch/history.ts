import type { HistoryRow } from "../engine/history-types.ts";
import { countryCode } from "../i18n/countries.ts";
import { bareFigure, plainFigure, type Style } from "./bom.ts";
import { fold } from "./columns.ts";
import { readDate, type RowProblem, type Table } from "./rows.ts";

/** What a column of a list of shipments can hold. Several columns may share `item`; they are put together in order. */
export const HISTORY_FIELDS = ["date", "customer", "destination", "via", "hs", "item", "value", "currency", "mass", "quantity", "registered"] as const;
export type HistoryField = (typeof HISTORY_FIELDS)[number];
export type HistoryMapping = (HistoryField | "")[];

// Words that head such columns in English, German and French files; folded (no marks, no punctuation).
const WORDS: Record<HistoryField, string[]> = {
  date: ["date", "shipment date", "ship date", "shipping date", "date shipped", "invoice date", "posting date", "order date", "delivery date", "export date", "datum", "lieferdatum", "versanddatum", "rechnungsdatum", "buchungsdatum", "ausfuhrdatum", "belegdatum", "auftragsdatum", "date d expedition", "date de livraison", "date de facture"],
  customer: ["customer", "customer name", "client", "buyer", "consignee", "ship to", "ship to name", "sold to", "sold to name", "recipient", "party", "company", "name", "kunde", "kundenname", "empfanger", "warenempfanger", "auftraggeber", "firma", "abnehmer", "acheteur", "destinataire", "nom"],
  destination: ["destination", "country of destination", "destination country", "ship to country", "country", "country code", "customer country", "ziel", "zielland", "bestimmungsland", "empfangsland", "land", "kundenland", "landercode", "pays", "pays de destination"],
  via: ["via", "via country", "transit", "transit country", "transshipment", "transhipment", "route", "routing", "through", "transitland", "durchfuhrland", "uber", "ueber", "umschlag", "umschlagland", "weg", "pays de transit"],
  hs: ["hs", "hs code", "hts", "hts code", "tariff", "tariff code", "tariff number", "commodity code", "customs code", "customs tariff number", "cn", "cn code", "taric", "zolltarifnummer", "zolltarif nr", "warennummer", "statistische warennummer", "tarifnummer", "kn code", "hs nummer", "code sh", "nomenclature"],
  item: ["item", "item name", "article", "product", "part", "part number", "material", "description", "goods", "artikel", "artikelnummer", "produkt", "material", "bezeichnung", "ware", "warenbezeichnung", "beschreibung", "designation", "produit"],
  value: ["value", "total", "total value", "amount", "net value", "invoice value", "invoice amount", "line total", "price", "turnover", "sales", "revenue", "wert", "gesamtwert", "rechnungswert", "rechnungsbetrag", "betrag", "nettowert", "umsatz", "warenwert", "valeur", "montant"],
  currency: ["currency", "curr", "ccy", "wahrung", "waehrung", "devise", "monnaie"],
  mass: ["mass", "weight", "net weight", "net mass", "gross weight", "kg", "masse", "eigenmasse", "gewicht", "nettogewicht", "rohmasse", "bruttogewicht", "poids", "poids net"],
  quantity: ["quantity", "qty", "pieces", "pcs", "units", "number", "menge", "anzahl", "stuck", "stk", "stuckzahl", "quantite", "qte"],
  registered: ["customer founded", "customer registered", "kunde gegrundet", "kunde gegrundet am", "gegrundet am", "grundung des kunden", "registered", "registration date", "founded", "incorporated", "date of incorporation", "incorporation date", "established", "gegrundet", "grundungsdatum", "registriert", "eingetragen am", "grundung", "date de creation"],
};
const byWord = new Map<string, HistoryField>(HISTORY_FIELDS.flatMap((field) => WORDS[field].map((word) => [word, field] as const)));
/** Words that say in what a figure is given, not what it is. */
const ASIDE = new Set(["in", "eur", "euro", "usd", "dollar", "gbp", "chf", "kg", "g", "t", "lb", "lbs", "net", "netto"]);

/** A guess per column. Of columns that mean the same the first is taken. */
export function guessHistory(header: string[]): HistoryMapping {
  const found = header.map(fieldOf);
  return found.map((field, at) => (field === "" || field === "item" || found.indexOf(field) === at ? field : ""));
}

/** Whether the first row names columns: a word it knows, and no cell that is a figure or a day. */
export function looksLikeHistoryHeader(row: string[]): boolean {
  return row.some((cell) => fieldOf(cell) !== "") && !row.some((cell) => /^[\s\d.,'/-]*\d[\d.,'/\s-]*$/.test(cell));
}

function fieldOf(cell: string): HistoryField | "" {
  const whole = fold(cell);
  const bare = whole.split(" ").filter((word) => word && !ASIDE.has(word) && !/^\d+$/.test(word)).join(" ");
  return byWord.get(whole) ?? byWord.get(bare) ?? "";
}

export const UNITS = ["kg", "g", "t", "lb"] as const;
export type Unit = (typeof UNITS)[number];

/** The unit that a head line names: `Net weight (t)`. */
export function unitIn(header: string): Unit | "" {
  const words = fold(header).split(" ");
  if (words.includes("lbs")) return "lb";
  return UNITS.find((unit) => words.includes(unit)) ?? "";
}

/** Which number comes first in `03/04/2025`. */
export type DayOrder = "unclear" | "day-first" | "month-first";

/** What the clear dates of the file share; a date whose first number is above 12 is clear. */
export function dayOrderOf(dates: string[]): DayOrder {
  let [day, month] = [0, 0];
  for (const text of dates) {
    const parts = /^\s*(\d{1,2})[/-](\d{1,2})[/-]\d{4}/.exec(text);
    if (parts && Number(parts[1]) > 12) day++;
    else if (parts && Number(parts[2]) > 12) month++;
  }
  return day && !month ? "day-first" : month && !day ? "month-first" : "unclear";
}

/** A day as the engine reads it; what can be read in two ways, or is no day, stays as written, and the engine says so. */
export function plainDay(text: string, order: DayOrder): string {
  const tidy = text.trim().replace(/[T ]\d{1,2}:\d{2}.*$/, "");
  const compact = /^(\d{4})(\d{2})(\d{2})$/.exec(tidy);
  if (compact) return `${compact[1]}-${compact[2]}-${compact[3]}`;
  const slashed = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(tidy);
  const turned = slashed && order !== "unclear" ? (order === "day-first" ? `${slashed[1]}.${slashed[2]}.${slashed[3]}` : `${slashed[2]}.${slashed[1]}.${slashed[3]}`) : tidy;
  const read = readDate(turned);
  return read && !read.ambiguous && /^\d{4}-\d{2}-\d{2}$/.test(read.date) ? read.date : tidy;
}

/** How the figures of the file are to be read. */
export interface HistoryReading {
  style: Style;
  order: DayOrder;
  /** Unit of a mass without one. */
  unit: Unit | "";
  /** Currency of a value without one. */
  currency: string;
}

/** A torn row: its cells stand in the wrong places and are not taken. */
export interface TornRow {
  line: number;
  code: RowProblem;
}

/** Turns mapped cells into rows for the engine. */
export function historyRows(table: Table, mapping: HistoryMapping, reading: HistoryReading): { rows: HistoryRow[]; torn: TornRow[] } {
  const columns = new Map(HISTORY_FIELDS.map((field) => [field, mapping.flatMap((known, at) => (known === field ? [at] : []))]));
  const rows: HistoryRow[] = [];
  const torn: TornRow[] = [];
  for (const { number: line, cells, problem, numeric } of table.rows) {
    if (problem) {
      torn.push({ line, code: problem });
      continue;
    }
    const take = (field: HistoryField) => (columns.get(field) ?? []).map((at) => (cells[at] ?? "").trim()).filter(Boolean).join(" ");
    const isNumber = (field: HistoryField) => (columns.get(field) ?? []).some((at) => numeric?.has(at));
    const figure = (field: HistoryField, text: string) => (isNumber(field) ? text : plainFigure(text, reading.style));
    const value = take("value");
    rows.push({
      line,
      date: plainDay(take("date"), reading.order),
      hs: take("hs"),
      customer: take("customer"),
      destination: place(take("destination")),
      via: place(take("via")),
      value: value && figure("value", value),
      currency: take("currency") || bareFigure(value).currency || (value ? reading.currency : ""),
      mass: massOf(take("mass"), isNumber("mass"), reading),
      quantity: figure("quantity", take("quantity").replace(/\s*(?:pcs|pieces|units|stk|stück|st)\.?$/i, "")),
      registered: plainDay(take("registered"), reading.order),
    });
  }
  return { rows, torn };
}

/** What stands for "none" in columns of countries. */
const NONE = /^(?:[-–—/.]+|none|direct|direkt|keines?|n\/a|k\.\s?a\.)$/i;

function place(text: string): string {
  if (NONE.test(text)) return "";
  return countryCode(text) ?? countryCode(text.replaceAll(".", "")) ?? text;
}

function massOf(text: string, isNumber: boolean, { style, unit }: HistoryReading): string {
  const parts = /^(.*?\d)\s*([\p{L}.]*)$/u.exec(text);
  if (!parts) return text;
  const figure = isNumber ? (parts[1] ?? "") : plainFigure(parts[1] ?? "", style);
  return `${figure} ${parts[2] || unit}`.trim();
}
