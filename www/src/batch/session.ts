import { type EngineClient, isCancelled } from "../engine/client.ts";
import { EngineError } from "../engine/protocol.ts";
import { DEFAULT_POLICY, type Hit, type Policy } from "../engine/types.ts";
import { type Field, guess, looksLikeHeader } from "./columns.ts";
import { TableReading } from "./reading.ts";
import { type BatchRow, rowsOf } from "./rows.ts";

/** `candidates`, `none` and `failed` are outcomes; `malformed` rows cannot be screened; `waiting` rows were not reached. */
export type RowState = "waiting" | "candidates" | "none" | "failed" | "malformed";

export interface ResultRow extends BatchRow {
  state: RowState;
  hits: Hit[];
  notChecked: string[];
  failure: string | undefined;
}

export type Stage = "input" | "columns" | "running" | "done" | "cancelled";

const PER_CHUNK_MS = 120;
const LARGEST_CHUNK = 400;
const NOTIFY_MS = 120;

/** One file of parties, from reading to results. Lives outside the page, so that leaving the page loses nothing. */
export class BatchSession extends TableReading<Field> {
  stage: Stage = "input";
  rows: ResultRow[] = [];
  policy: Policy = { ...DEFAULT_POLICY, limit: 10 };
  pack = "";
  done = 0;
  total = 0;
  /** Parties per second, over the whole run. */
  rate = 0;
  finishedAt = "";
  #engine: EngineClient;
  #cancel: AbortController | undefined;

  constructor(engine: EngineClient, notify: () => void) {
    super({ looksLikeHeader, guess }, notify);
    this.#engine = engine;
  }

  reset(): void {
    this.#cancel?.abort();
    this.forget();
    Object.assign(this, { stage: "input", rows: [], done: 0, total: 0 });
    this.changed();
  }

  cancel(): void {
    this.#cancel?.abort();
  }

  async run(pack: string): Promise<void> {
    const cancel = new AbortController();
    this.#cancel = cancel;
    this.rows = rowsOf(this.body(), this.mapping).map((row) => ({ ...row, state: row.problem ? "malformed" : "waiting", hits: [], notChecked: [], failure: undefined }));
    const waiting = this.rows.filter((row) => row.state === "waiting");
    Object.assign(this, { stage: "running", done: 0, total: waiting.length, rate: 0, pack });
    this.changed();
    const started = performance.now();
    let notified = started;
    let size = 20;
    while (this.done < waiting.length && !cancel.signal.aborted) {
      const chunk = waiting.slice(this.done, this.done + size);
      const before = performance.now();
      try {
        await this.#screen(chunk, cancel.signal);
      } catch (error) {
        if (isCancelled(error)) break;
        throw error;
      }
      const now = performance.now();
      this.done += chunk.length;
      this.rate = this.done / ((now - started) / 1000);
      size = Math.max(1, Math.min(LARGEST_CHUNK, Math.round((chunk.length * PER_CHUNK_MS) / Math.max(1, now - before))));
      if (now - notified > NOTIFY_MS) {
        notified = now;
        this.changed();
        // Lets the page paint and the cancel button be heard.
        await new Promise((settle) => setTimeout(settle));
      }
    }
    this.stage = cancel.signal.aborted ? "cancelled" : "done";
    this.finishedAt = new Date().toISOString();
    this.changed();
  }

  /** A chunk that fails is tried row by row, so that one bad row costs only itself, and says so. */
  async #screen(chunk: ResultRow[], signal: AbortSignal): Promise<void> {
    try {
      const results = await this.#engine.screenBatch(chunk.map((row) => row.query), this.policy, signal);
      for (const [at, row] of chunk.entries()) {
        const result = results[at];
        if (!result) Object.assign(row, { state: "failed", failure: "engine-crashed" });
        else Object.assign(row, { state: result.hits.length ? "candidates" : "none", hits: result.hits, notChecked: result.not_checked });
      }
    } catch (error) {
      if (isCancelled(error)) throw error;
      if (chunk.length === 1) Object.assign(chunk[0] as ResultRow, { state: "failed", failure: error instanceof EngineError ? error.code : "engine-crashed" });
      else for (const row of chunk) await this.#screen([row], signal);
    }
  }

  protected override arrived(): void {
    this.stage = "columns";
    this.rows = [];
  }

  /** Without a usable header the first column is the likeliest name; the user sees the choice and can change it. */
  protected override suggested(guessed: (Field | "")[]): (Field | "")[] {
    if (guessed.includes("name")) return guessed;
    const name = Math.max(0, guessed.indexOf(""));
    return guessed.map((field, at) => (at === name ? "name" : field));
  }
}
