import { readFile, ReadError, readText } from "./read.ts";
import type { Table } from "./rows.ts";

/** How the columns of one kind of table are known. */
export interface KnownColumns<Field extends string> {
  looksLikeHeader(row: string[]): boolean;
  guess(header: string[]): (Field | "")[];
}

/** Rows that tell how wide a table is. */
const LOOKED_AT = 1000;

/** A table on its way from a file or the clipboard to columns whose meaning is known. Stored nowhere. */
export abstract class TableReading<Field extends string> {
  /** Name of the file; empty when pasted. */
  source = "";
  pasted = "";
  readProblem: ReadError["code"] | undefined;
  table: Table | undefined;
  header = true;
  columns: string[] = [];
  mapping: (Field | "")[] = [];
  protected readonly changed: () => void;
  #known: KnownColumns<Field>;

  constructor(known: KnownColumns<Field>, changed: () => void) {
    this.#known = known;
    this.changed = changed;
  }

  async readFile(file: File): Promise<void> {
    await this.#read(file.name, () => readFile(file));
  }

  async readPasted(): Promise<void> {
    await this.#read("", () => readText(this.pasted));
  }

  setHeader(header: boolean): void {
    this.header = header;
    this.#guess();
    this.changed();
  }

  map(at: number, field: Field | ""): void {
    this.mapping = this.mapping.map((known, index) => (index === at ? field : known));
    this.mapped();
    this.changed();
  }

  /** Rows below the header. */
  body(): Table {
    const rows = this.table?.rows ?? [];
    return { rows: this.header ? rows.slice(1) : rows, blank: this.table?.blank ?? 0 };
  }

  /** Another table is there: what came from the one before goes. */
  protected abstract arrived(): void;

  /** The columns mean something else. */
  protected mapped(): void {}

  /** What the columns are taken for before the user says more. */
  protected suggested(guessed: (Field | "")[]): (Field | "")[] {
    return guessed;
  }

  /** No table is there. */
  protected forget(): void {
    Object.assign(this, { source: "", pasted: "", readProblem: undefined, table: undefined });
  }

  protected headsOf(...fields: Field[]): string[] {
    return this.columns.filter((_, at) => fields.includes(this.mapping[at] as Field));
  }

  /** Cells of columns as they are written; numbers of a workbook are not written in any way. */
  protected writtenIn(...fields: Field[]): string[] {
    const columns = this.mapping.flatMap((field, at) => (fields.includes(field as Field) ? [at] : []));
    return this.body().rows.flatMap(({ cells, numeric }) => columns.filter((at) => !numeric?.has(at)).map((at) => cells[at] ?? ""));
  }

  async #read(source: string, read: () => Table | Promise<Table>): Promise<void> {
    this.readProblem = undefined;
    try {
      this.table = await read();
      this.source = source;
      this.arrived();
      this.header = this.#known.looksLikeHeader(this.table.rows[0]?.cells ?? []);
      this.#guess();
    } catch (error) {
      this.readProblem = error instanceof ReadError ? error.code : "not-a-table";
    }
    this.changed();
  }

  #guess(): void {
    const rows = this.table?.rows ?? [];
    const width = Math.max(0, ...rows.slice(0, LOOKED_AT).map((row) => row.cells.length));
    const first = rows[0]?.cells ?? [];
    this.columns = Array.from({ length: width }, (_, at) => (this.header ? (first[at] ?? "") : ""));
    this.mapping = this.suggested(this.header ? this.#known.guess(this.columns) : this.columns.map(() => ""));
    this.mapped();
  }
}
