import { type EngineClient, isCancelled } from "../engine/client.ts";
import { EngineError } from "../engine/protocol.ts";
import { DEFAULT_POLICY, type Hit, type Policy } from "../engine/types.ts";
import { guess, looksLikeHeader, type Mapping } from "./columns.ts";
import { readFile, ReadError, readText } from "./read.ts";
import { type BatchRow, rowsOf, type Table } from "./rows.ts";

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
export class BatchSession {
  stage: Stage = "input";
  source = "";
  pasted = "";
  readProblem: ReadError["code"] | undefined;
  table: Table | undefined;
  header = true;
  mapping: Mapping = [];
  columns: string[] = [];
  rows: ResultRow[] = [];
  policy: Policy = { ...DEFAULT_POLICY, limit: 10 };
  pack = "";
  done = 0;
  total = 0;
  /** Parties per second, over the whole run. */
  rate = 0;
  finishedAt = "";
  #engine: EngineClient;
  #notify: () => void;
  #cancel: AbortController | undefined;

  constructor(engine: EngineClient, notify: () => void) {
    this.#engine = engine;
    this.#notify = notify;
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
    this.#notify();
  }

  /** Rows below the header. */
  body(): Table {
    const rows = this.table?.rows ?? [];
    return { rows: this.header ? rows.slice(1) : rows, blank: this.table?.blank ?? 0 };
  }

  reset(): void {
    this.#cancel?.abort();
    Object.assign(this, { stage: "input", table: undefined, rows: [], done: 0, total: 0, readProblem: undefined, source: "", pasted: "" });
    this.#notify();
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
    this.#notify();
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
        this.#notify();
        // Lets the page paint and the cancel button be heard.
        await new Promise((settle) => setTimeout(settle));
      }
    }
    this.stage = cancel.signal.aborted ? "cancelled" : "done";
    this.finishedAt = new Date().toISOString();
    this.#notify();
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

  async #read(source: string, read: () => Table | Promise<Table>): Promise<void> {
    this.readProblem = undefined;
    try {
      this.table = await read();
      this.source = source;
      this.stage = "columns";
      this.rows = [];
      this.header = looksLikeHeader(this.table.rows[0]?.cells ?? []);
      this.#guess();
    } catch (error) {
      this.readProblem = error instanceof ReadError ? error.code : "not-a-table";
    }
    this.#notify();
  }

  #guess(): void {
    const rows = this.table?.rows ?? [];
    const width = Math.max(0, ...rows.slice(0, 1000).map((row) => row.cells.length));
    const first = rows[0]?.cells ?? [];
    this.columns = Array.from({ length: width }, (_, at) => (this.header ? (first[at] ?? "") : ""));
    this.mapping = this.header ? guess(this.columns) : this.columns.map(() => "" as const);
    // Without a usable header the first column is the likeliest name; the user sees the choice and can change it.
    if (!this.mapping.includes("name") && width > 0) this.mapping[Math.max(0, this.mapping.indexOf(""))] = "name";
  }
}
