import { EngineError, type Operation, type Reply, type Request } from "./protocol.ts";
import { type Job, JobQueue } from "./queue.ts";
import type { Assessment, AssessRequest, HistoryRequest, HistoryResult, RecordCheck, RecordRequest, RiskTexts } from "./case-types.ts";
import type { Classification, Coverage, FamilyView, Found, ItemCase, ListId, OfficialText, Recognised, RulesManifest, RuleTexts } from "./item-types.ts";
import type { BomCase, BomResult, LicenceCase, LicenceMap, Licensing, LicensingTexts } from "./licence-types.ts";
import type { BatchResult, Manifest, PartyEntry, Policy, Query, Screening } from "./types.ts";

/** `starting` until the engine answers, `restarting` after a crash or time-out, `failed` when it will not start. */
export type EngineState = "starting" | "ready" | "restarting" | "failed";

interface Call {
  operation: Operation;
  payload: unknown;
  attempts: number;
  settle: (value: unknown) => void;
  refuse: (error: unknown) => void;
  abandoned: boolean;
}

/** How long one call may take before the worker is taken for hung, in milliseconds. */
const PATIENCE: Record<Operation, number> = { init: 30_000, open: 60_000, open_scripts: 30_000, screen: 8_000, screen_batch: 15_000, party: 8_000, compare: 8_000, open_rules: 30_000, open_text: 60_000, texts: 8_000, find: 8_000, family: 8_000, classify: 8_000, recognise: 8_000, coverage: 8_000, text: 8_000, license: 8_000, license_map: 15_000, bom: 120_000, licensing_texts: 8_000, assess: 15_000, record: 15_000, verify_record: 30_000, history: 30_000, risk_texts: 8_000 };
const ATTEMPTS = 2;
const RESTARTS = 5;

/**
 * The engine in its worker. One call runs at a time, so that a cancel never waits for more than one.
 * When the worker dies or hangs it is replaced, the packs are opened again and the call is tried once more.
 */
export class EngineClient extends EventTarget {
  state: EngineState = "starting";
  version = "";
  #queue = new JobQueue<Call>();
  #running: Job<Call> | undefined;
  #worker: Worker | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #nextId = 1;
  #pack: { bytes: Uint8Array; options: unknown } | undefined;
  #scripts: Uint8Array | undefined;
  #rules: { bytes: Uint8Array; options: unknown } | undefined;
  #officialText: Uint8Array | undefined;
  #restarts = 0;
  #spawn: () => Worker;

  constructor(spawn: () => Worker) {
    super();
    this.#spawn = spawn;
  }

  async start(): Promise<void> {
    try {
      await this.#boot();
    } catch (error) {
      this.#become("failed");
      throw error;
    }
  }

  /** Opens a pack; when it is refused, the one before stays. */
  async open(bytes: Uint8Array): Promise<Manifest> {
    const options = { require_signature: null };
    const manifest = await this.#call<Manifest>("open", { bytes, options }, true);
    this.#pack = { bytes, options };
    return manifest;
  }

  async openScripts(bytes: Uint8Array): Promise<void> {
    await this.#call("open_scripts", bytes, true);
    this.#scripts = bytes;
  }

  screen(query: Query, policy: Policy, signal?: AbortSignal): Promise<Screening> {
    return this.#call("screen", { query, policy }, true, signal);
  }

  async screenBatch(queries: Query[], policy: Policy, signal?: AbortSignal): Promise<BatchResult[]> {
    const { results } = await this.#call<{ results: BatchResult[] }>("screen_batch", { queries, policy }, false, signal);
    return results;
  }

  party(list: string, reference: string): Promise<PartyEntry | null> {
    return this.#call("party", { list, reference }, true);
  }

  /** Opens the rules for items; when they are refused, the ones before stay. */
  async openRules(bytes: Uint8Array): Promise<RulesManifest> {
    const options = { require_signature: null };
    const manifest = await this.#call<RulesManifest>("open_rules", { bytes, options }, true);
    this.#rules = { bytes, options };
    return manifest;
  }

  /** Opens a pack of official wording. */
  async openText(bytes: Uint8Array): Promise<void> {
    await this.#call("open_text", bytes, true);
    this.#officialText = bytes;
  }

  texts(language: string): Promise<RuleTexts> {
    return this.#call("texts", language, true);
  }

  find(query: string, language: string, limit: number): Promise<Found> {
    return this.#call("find", { query, language, limit }, true);
  }

  family(family: string, lists: ListId[]): Promise<FamilyView> {
    return this.#call("family", { family, lists }, true);
  }

  classify(item: ItemCase): Promise<Classification> {
    return this.#call("classify", item, true);
  }

  recognise(family: string, text: string): Promise<Recognised> {
    return this.#call("recognise", { family, text }, true);
  }

  coverage(): Promise<Coverage> {
    return this.#call("coverage", null, true);
  }

  officialText(list: ListId, entry: string): Promise<OfficialText | null> {
    return this.#call("text", { list, entry }, true);
  }

  license(asked: LicenceCase): Promise<Licensing> {
    return this.#call("license", asked, true);
  }

  /** The same for every destination. */
  licenseMap(asked: Omit<LicenceCase, "destination">, signal?: AbortSignal): Promise<LicenceMap> {
    return this.#call("license_map", asked, true, signal);
  }

  /** Controlled content of goods made abroad. Long parts lists take seconds. */
  bom(asked: BomCase): Promise<BomResult> {
    return this.#call("bom", asked, true);
  }

  licensingTexts(language: string): Promise<LicensingTexts> {
    return this.#call("licensing_texts", language, true);
  }

  /** The whole case: items, parties, route, end use, signs. */
  assess(asked: AssessRequest, signal?: AbortSignal): Promise<Assessment> {
    return this.#call("assess", asked, true, signal);
  }

  /** The decision record as canonical JSON text. */
  record(asked: RecordRequest): Promise<string> {
    return this.#call("record", asked, true);
  }

  /** `bytes`: the file as it is; its digest is made of them. */
  verifyRecord(bytes: Uint8Array): Promise<RecordCheck> {
    return this.#call("verify_record", bytes, true);
  }

  history(asked: HistoryRequest, signal?: AbortSignal): Promise<HistoryResult> {
    return this.#call("history", asked, false, signal);
  }

  riskTexts(language: string): Promise<RiskTexts> {
    return this.#call("risk_texts", language, true);
  }

  #call<T>(operation: Operation, payload: unknown, urgent: boolean, signal?: AbortSignal): Promise<T> {
    return new Promise<T>((settle, refuse) => {
      if (signal?.aborted) return refuse(cancelled());
      if (this.state === "failed") return refuse(new EngineError({ code: "engine-failed", message: "the engine did not start", help: "" }));
      const id = this.#nextId++;
      const content: Call = { operation, payload, attempts: 0, settle: settle as (value: unknown) => void, refuse, abandoned: false };
      signal?.addEventListener("abort", () => {
        // A running call cannot be interrupted; its answer is simply not wanted any more.
        content.abandoned = true;
        this.#queue.cancel(id);
        refuse(cancelled());
      });
      this.#queue.add({ id, urgent, content });
      this.#pump();
    });
  }

  #pump(): void {
    if (this.#running || this.state !== "ready") return;
    const job = this.#queue.next();
    if (!job) return;
    this.#running = job;
    job.content.attempts++;
    this.#post({ id: job.id, operation: job.content.operation, payload: job.content.payload });
    this.#timer = setTimeout(() => this.#lost("engine-timeout"), PATIENCE[job.content.operation]);
  }

  #post(request: Request): void {
    this.#worker?.postMessage(request);
  }

  #reply(reply: Reply): void {
    const job = this.#running;
    if (!job || job.id !== reply.id) return;
    if (!reply.ok && reply.fatal) return this.#lost(reply.failure.code, reply.failure.message);
    clearTimeout(this.#timer);
    this.#running = undefined;
    if (!job.content.abandoned) {
      if (reply.ok) job.content.settle(reply.value);
      else job.content.refuse(new EngineError(reply.failure));
    }
    this.#restarts = 0;
    this.#pump();
  }

  /** The worker is gone or hung: replace it, and try the call that was running once more. */
  #lost(code: string, message = ""): void {
    if (this.state === "restarting" || this.state === "failed") return;
    clearTimeout(this.#timer);
    const job = this.#running;
    this.#running = undefined;
    if (job && !job.content.abandoned) {
      if (job.content.attempts < ATTEMPTS) this.#queue.putBack(job);
      else job.content.refuse(new EngineError({ code, message, help: "" }));
    }
    this.#become("restarting");
    this.#restarts++;
    if (this.#restarts > RESTARTS) return this.#giveUp();
    this.#boot().catch(() => this.#giveUp());
  }

  #giveUp(): void {
    this.#become("failed");
    for (let job = this.#queue.next(); job; job = this.#queue.next()) {
      job.content.refuse(new EngineError({ code: "engine-failed", message: "the engine did not start", help: "" }));
    }
  }

  async #boot(): Promise<void> {
    this.#worker?.terminate();
    const worker = this.#spawn();
    this.#worker = worker;
    const ask = (operation: Operation, payload: unknown) => direct(worker, this.#nextId++, operation, payload);
    this.version = (await ask("init", null)) as string;
    if (this.#scripts) await ask("open_scripts", this.#scripts);
    if (this.#pack) await ask("open", this.#pack);
    if (this.#rules) await ask("open_rules", this.#rules);
    if (this.#officialText) await ask("open_text", this.#officialText);
    worker.onmessage = (event: MessageEvent<Reply>) => this.#reply(event.data);
    worker.onerror = (event) => {
      event.preventDefault();
      this.#lost("engine-crashed", event.message);
    };
    worker.onmessageerror = () => this.#lost("engine-crashed");
    this.#become("ready");
    this.#pump();
  }

  #become(state: EngineState): void {
    if (this.state === state) return;
    this.state = state;
    this.dispatchEvent(new Event("state"));
  }
}

export function cancelled(): DOMException {
  return new DOMException("cancelled", "AbortError");
}

export function isCancelled(error: unknown): boolean {
  return error instanceof DOMException && error.name === "AbortError";
}

/** One request outside the queue, while the worker starts. */
function direct(worker: Worker, id: number, operation: Operation, payload: unknown): Promise<unknown> {
  return new Promise((settle, refuse) => {
    const timer = setTimeout(() => refuse(new EngineError({ code: "engine-timeout", message: operation, help: "" })), PATIENCE[operation]);
    worker.onmessage = ({ data }: MessageEvent<Reply>) => {
      if (data.id !== id) return;
      clearTimeout(timer);
      if (data.ok) settle(data.value);
      else refuse(new EngineError(data.failure));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      clearTimeout(timer);
      refuse(new EngineError({ code: "engine-crashed", message: event.message, help: "" }));
    };
    worker.postMessage({ id, operation, payload } satisfies Request);
  });
}
