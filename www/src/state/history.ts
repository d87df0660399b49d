import { currencyIn, type Style, styleOf } from "../batch/bom.ts";
import { type DayOrder, dayOrderOf, guessHistory, type HistoryField, type HistoryMapping, type HistoryReading, historyRows, looksLikeHistoryHeader, type TornRow, type Unit, unitIn } from "../batch/history.ts";
import { readFile, ReadError, readText } from "../batch/read.ts";
import type { Table } from "../batch/rows.ts";
import type { EngineClient } from "../engine/client.ts";
import type { HistoryKind, HistoryResult } from "../engine/history-types.ts";
import type { Failure } from "../engine/protocol.ts";
import { answersOf, setAnswer } from "./case/edit.ts";
import type { CaseSession } from "./case/session.ts";
import { failureOf, today } from "./item.ts";

/** The question of a case that the patterns answer. */
export const SIGNS = "case_history_signs";
export type HistoryStage = "input" | "columns" | "result";

/** One list of shipments, from reading to the patterns in it. Kept while pages change; stored nowhere. */
export class HistorySession {
  stage: HistoryStage = "input";
  source = "";
  pasted = "";
  readProblem: ReadError["code"] | undefined;
  table: Table | undefined;
  header = true;
  columns: string[] = [];
  mapping: HistoryMapping = [];
  reading: HistoryReading = { style: "unclear", order: "unclear", unit: "", currency: "" };
  /** Country the goods leave from. */
  exporter = "";
  result: HistoryResult | undefined;
  torn: TornRow[] = [];
  failure: Failure | undefined;
  working = false;

  #engine: EngineClient;
  #case: CaseSession;
  #changed: () => void;

  constructor(engine: EngineClient, kase: CaseSession, changed: () => void) {
    this.#engine = engine;
    this.#case = kase;
    this.#changed = changed;
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
    this.#changed();
  }

  map(at: number, field: HistoryField | ""): void {
    this.mapping = this.mapping.map((known, index) => (index === at ? field : known));
    this.#reread();
    this.#changed();
  }

  read(part: Partial<HistoryReading>): void {
    this.reading = { ...this.reading, ...part };
    this.#changed();
  }

  setExporter(code: string): void {
    this.exporter = code;
    this.#changed();
  }

  /** Rows below the header. */
  body(): Table {
    const rows = this.table?.rows ?? [];
    return { rows: this.header ? rows.slice(1) : rows, blank: this.table?.blank ?? 0 };
  }

  /** Fields without which nothing can be compared. */
  needed(): ("date" | "subject")[] {
    const has = (field: HistoryField) => this.mapping.includes(field);
    return [...(has("date") ? [] : ["date" as const]), ...(has("customer") || has("destination") ? [] : ["subject" as const])];
  }

  async run(): Promise<void> {
    const { rows, torn } = historyRows(this.body(), this.mapping, this.reading);
    Object.assign(this, { stage: "result", torn, result: undefined, failure: undefined, working: true });
    this.#changed();
    try {
      this.result = await this.#engine.history({ as_of: today(), rows, ...(this.exporter ? { exporter: this.exporter } : {}) });
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.working = false;
    this.#changed();
  }

  toColumns(): void {
    this.stage = "columns";
    this.#changed();
  }

  reset(): void {
    Object.assign(this, { stage: "input", source: "", pasted: "", readProblem: undefined, table: undefined, result: undefined, failure: undefined, torn: [] });
    this.#changed();
  }

  /** Signs that stand in the open case. */
  ticked(): string[] {
    const answer = answersOf(this.#case.current, "")[SIGNS];
    return Array.isArray(answer) ? answer : answer === undefined ? [] : [String(answer)];
  }

  /** Puts a sign into the open case; "none of these" is no longer true then. */
  tick(kind: HistoryKind): void {
    const signs = [...new Set([...this.ticked().filter((sign) => sign !== "none"), kind])];
    this.#case.change((kase) => setAnswer(kase, "", SIGNS, signs));
    this.#changed();
  }

  async #read(source: string, read: () => Table | Promise<Table>): Promise<void> {
    this.readProblem = undefined;
    try {
      this.table = await read();
      this.source = source;
      this.stage = "columns";
      this.result = undefined;
      this.exporter ||= this.#case.current?.exporter_country ?? "";
      this.header = looksLikeHistoryHeader(this.table.rows[0]?.cells ?? []);
      this.#guess();
    } catch (error) {
      this.readProblem = error instanceof ReadError ? error.code : "not-a-table";
    }
    this.#changed();
  }

  #guess(): void {
    const rows = this.table?.rows ?? [];
    const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
    const first = rows[0]?.cells ?? [];
    this.columns = Array.from({ length: width }, (_, at) => (this.header ? (first[at] ?? "") : ""));
    this.mapping = this.header ? guessHistory(this.columns) : this.columns.map(() => "" as const);
    this.#reread();
  }

  /** How figures, days, masses and values are written, as far as the mapped columns tell. */
  #reread(): void {
    const heads = (field: HistoryField) => this.columns.filter((_, at) => this.mapping[at] === field);
    this.reading = {
      style: styleOf(this.#cells("value", "mass", "quantity")),
      order: dayOrderOf(this.#cells("date", "registered")),
      unit: heads("mass").map(unitIn).find(Boolean) ?? "",
      currency: heads("value").map(currencyIn).find(Boolean) ?? "",
    };
  }

  #cells(...fields: HistoryField[]): string[] {
    const columns = this.mapping.flatMap((field, at) => (field !== "" && fields.includes(field) ? [at] : []));
    return this.body().rows.flatMap(({ cells, numeric }) => columns.filter((at) => !numeric?.has(at)).map((at) => cells[at] ?? ""));
  }
}

export type { DayOrder, Style, Unit };
