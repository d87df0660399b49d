import { currencyIn, type Style, styleOf } from "../batch/bom.ts";
import { type DayOrder, dayOrderOf, guessHistory, type HistoryField, type HistoryReading, historyRows, looksLikeHistoryHeader, type TornRow, type Unit, unitIn } from "../batch/history.ts";
import { TableReading } from "../batch/reading.ts";
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
export class HistorySession extends TableReading<HistoryField> {
  stage: HistoryStage = "input";
  reading: HistoryReading = { style: "unclear", order: "unclear", unit: "", currency: "" };
  /** Country the goods leave from. */
  exporter = "";
  result: HistoryResult | undefined;
  torn: TornRow[] = [];
  failure: Failure | undefined;
  working = false;

  #engine: EngineClient;
  #case: CaseSession;

  constructor(engine: EngineClient, kase: CaseSession, changed: () => void) {
    super({ looksLikeHeader: looksLikeHistoryHeader, guess: guessHistory }, changed);
    this.#engine = engine;
    this.#case = kase;
  }

  read(part: Partial<HistoryReading>): void {
    this.reading = { ...this.reading, ...part };
    this.changed();
  }

  setExporter(code: string): void {
    this.exporter = code;
    this.changed();
  }

  /** Fields without which nothing can be compared. */
  needed(): ("date" | "subject")[] {
    const has = (field: HistoryField) => this.mapping.includes(field);
    return [...(has("date") ? [] : ["date" as const]), ...(has("customer") || has("destination") ? [] : ["subject" as const])];
  }

  async run(): Promise<void> {
    const { rows, torn } = historyRows(this.body(), this.mapping, this.reading);
    Object.assign(this, { stage: "result", torn, result: undefined, failure: undefined, working: true });
    this.changed();
    try {
      this.result = await this.#engine.history({ as_of: today(), rows, ...(this.exporter ? { exporter: this.exporter } : {}) });
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.working = false;
    this.changed();
  }

  toColumns(): void {
    this.stage = "columns";
    this.changed();
  }

  reset(): void {
    this.forget();
    Object.assign(this, { stage: "input", result: undefined, failure: undefined, torn: [] });
    this.changed();
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
    this.changed();
  }

  protected override arrived(): void {
    this.stage = "columns";
    this.result = undefined;
    this.exporter ||= this.#case.current?.exporter_country ?? "";
  }

  /** How figures, days, masses and values are written, as far as the mapped columns tell. */
  protected override mapped(): void {
    this.reading = {
      style: styleOf(this.writtenIn("value", "mass", "quantity")),
      order: dayOrderOf(this.writtenIn("date", "registered")),
      unit: this.headsOf("mass").map(unitIn).find(Boolean) ?? "",
      currency: this.headsOf("value").map(currencyIn).find(Boolean) ?? "",
    };
  }
}

export type { DayOrder, Style, Unit };
