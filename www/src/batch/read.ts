import Papa from "papaparse";
import type { Table } from "./rows.ts";
import { readXlsx } from "./xlsx.ts";

/** A file that is no table; `code` names the message. */
export class ReadError extends Error {
  readonly code: "empty" | "not-a-table" | "xls-old" | "too-large" | "xlsx-damaged";
  constructor(code: ReadError["code"]) {
    super(code);
    this.code = code;
  }
}

const LARGEST = 64 * 1024 * 1024;

export async function readFile(file: File): Promise<Table> {
  if (file.size > LARGEST) throw new ReadError("too-large");
  const bytes = new Uint8Array(await file.arrayBuffer());
  const starts = (...signature: number[]) => signature.every((byte, at) => bytes[at] === byte);
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) throw new ReadError("xls-old");
  if (starts(0x50, 0x4b)) return readXlsx(bytes);
  if (bytes.subarray(0, 4096).includes(0) && !starts(0xff, 0xfe) && !starts(0xfe, 0xff)) throw new ReadError("not-a-table");
  return readText(decode(bytes));
}

/** CSV, TSV or semicolon-separated text, one party per row. */
export function readText(text: string): Table {
  if (!text.trim()) throw new ReadError("empty");
  const parsed = Papa.parse<string[]>(text.replace(/^\ufeff/, ""), { delimiter: delimiterOf(text), skipEmptyLines: false });
  const quotes = new Map(parsed.errors.filter((error) => error.type === "Quotes").map((error) => [error.row ?? 0, error.code]));
  const table: Table = { rows: [], blank: 0 };
  const width = parsed.data.find((cells) => !isBlank(cells))?.length ?? 0;
  for (const [at, cells] of parsed.data.entries()) {
    if (isBlank(cells) && !quotes.has(at)) {
      if (at < parsed.data.length - 1) table.blank++;
      continue;
    }
    const quote = quotes.get(at);
    const problem = quote ? (quote === "MissingQuotes" ? "quotes-open" : "quotes-stray") : cells.slice(width).some((cell) => cell.trim()) ? "cells-many" : undefined;
    table.rows.push({ number: at + 1, cells, ...(problem ? { problem } : {}) });
  }
  if (table.rows.length === 0) throw new ReadError("empty");
  return table;
}

/** UTF-16 and UTF-8 by their marks; what is not UTF-8 was written by an older spreadsheet in Windows-1252. */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** The mark that occurs most in the first lines outside quotes; names hold commas, so a tab or semicolon wins a tie. */
function delimiterOf(text: string): string {
  const lines = text.split(/\r?\n/, 20).map((line) => line.replace(/"[^"]*"/g, ""));
  const counts = ["\t", ";", "|", ","].map((mark) => ({ mark, lines: lines.filter((line) => line.includes(mark)).length }));
  const best = counts.reduce((a, b) => (b.lines > a.lines ? b : a));
  return best.lines > 0 ? best.mark : "\u001f";
}

function isBlank(cells: string[]): boolean {
  return cells.every((cell) => !cell.trim());
}
