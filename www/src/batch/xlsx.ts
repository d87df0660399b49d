import { strFromU8, unzipSync } from "fflate";
import { ReadError } from "./read.ts";
import type { Table } from "./rows.ts";

const LARGEST_PART = 256 * 1024 * 1024;

/** First visible sheet of an XLSX workbook, cells as text: dates as YYYY-MM-DD, numbers without a spreadsheet's rounding. */
export function readXlsx(bytes: Uint8Array): Table {
  const parts = unzip(bytes);
  const part = (name: string) => {
    const data = parts[name];
    return data && xml(strFromU8(data));
  };
  const workbook = part("xl/workbook.xml");
  const sheetName = workbook && firstSheet(workbook, part("xl/_rels/workbook.xml.rels"));
  const sheet = sheetName ? part(sheetName) : undefined;
  if (!workbook || !sheet) throw new ReadError("xlsx-damaged");
  const shared = [...(part("xl/sharedStrings.xml")?.getElementsByTagNameNS("*", "si") ?? [])].map(textOf);
  const dates = dateStyles(part("xl/styles.xml"));
  const from1904 = ["1", "true"].includes(workbook.getElementsByTagNameNS("*", "workbookPr")[0]?.getAttribute("date1904") ?? "");
  const table: Table = { rows: [], blank: 0 };
  let last = 0;
  for (const row of sheet.getElementsByTagNameNS("*", "row")) {
    const number = Number(row.getAttribute("r")) || last + 1;
    const cells: string[] = [];
    const numeric = new Set<number>();
    for (const cell of row.getElementsByTagNameNS("*", "c")) {
      const at = columnOf(cell.getAttribute("r")) ?? cells.length;
      while (cells.length < at) cells.push("");
      cells[at] = valueOf(cell, shared, dates, from1904);
      if ((cell.getAttribute("t") ?? "n") === "n") numeric.add(at);
    }
    if (cells.every((cell) => !cell.trim())) continue;
    table.blank += Math.max(0, number - last - 1);
    last = number;
    table.rows.push({ number, cells, numeric });
  }
  if (table.rows.length === 0) throw new ReadError("empty");
  return table;
}

function unzip(bytes: Uint8Array): Record<string, Uint8Array> {
  try {
    return unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        if (originalSize > LARGEST_PART) throw new ReadError("too-large");
        return /^xl\/(workbook|sharedStrings|styles)\.xml$|^xl\/_rels\/workbook\.xml\.rels$|^xl\/worksheets\/.*\.xml$/.test(name);
      },
    });
  } catch (error) {
    throw error instanceof ReadError ? error : new ReadError("xlsx-damaged");
  }
}

function xml(text: string): Document {
  const document = new DOMParser().parseFromString(text, "application/xml");
  if (document.getElementsByTagName("parsererror").length) throw new ReadError("xlsx-damaged");
  return document;
}

function firstSheet(workbook: Document, relations: Document | undefined): string | undefined {
  const sheets = [...workbook.getElementsByTagNameNS("*", "sheet")];
  const sheet = sheets.find((candidate) => !candidate.getAttribute("state")) ?? sheets[0];
  const id = sheet && [...sheet.attributes].find((attribute) => attribute.localName === "id" && attribute.name !== "sheetId")?.value;
  const target = [...(relations?.getElementsByTagNameNS("*", "Relationship") ?? [])].find((relation) => relation.getAttribute("Id") === id)?.getAttribute("Target");
  if (!target) return "xl/worksheets/sheet1.xml";
  return target.startsWith("/") ? target.slice(1) : `xl/${target}`;
}

function valueOf(cell: Element, shared: string[], dates: Set<number>, from1904: boolean): string {
  const type = cell.getAttribute("t") ?? "n";
  if (type === "inlineStr") return textOf(cell);
  const value = cell.getElementsByTagNameNS("*", "v")[0]?.textContent ?? "";
  if (type === "s") return shared[Number(value)] ?? "";
  if (type === "n" && value && dates.has(Number(cell.getAttribute("s") ?? -1))) return serialDate(Number(value), from1904) ?? value;
  return value;
}

/** Text runs without the phonetic guides that Japanese workbooks carry. */
function textOf(element: Element): string {
  return [...element.getElementsByTagNameNS("*", "t")].filter((run) => run.parentElement?.localName !== "rPh").map((run) => run.textContent ?? "").join("");
}

function dateStyles(styles: Document | undefined): Set<number> {
  const custom = new Map([...(styles?.getElementsByTagNameNS("*", "numFmt") ?? [])].map((format) => [Number(format.getAttribute("numFmtId")), format.getAttribute("formatCode") ?? ""]));
  const isDate = (id: number) => (id >= 14 && id <= 17) || id === 22 || /[dy]/i.test((custom.get(id) ?? "").replace(/"[^"]*"|\[[^\]]*\]|\\./g, ""));
  const formats = [...(styles?.getElementsByTagNameNS("*", "cellXfs")[0]?.getElementsByTagNameNS("*", "xf") ?? [])];
  return new Set(formats.flatMap((format, at) => (isDate(Number(format.getAttribute("numFmtId"))) ? [at] : [])));
}

function serialDate(serial: number, from1904: boolean): string | undefined {
  // 1900 counting has a 29 February 1900 that never was, hence the odd epoch.
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, 30);
  const day = new Date(epoch + Math.floor(serial) * 86_400_000);
  return serial >= 1 && day.getUTCFullYear() < 10_000 ? day.toISOString().slice(0, 10) : undefined;
}

function columnOf(reference: string | null): number | undefined {
  const letters = /^([A-Z]+)/.exec(reference ?? "")?.[1];
  if (!letters) return undefined;
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1;
}
