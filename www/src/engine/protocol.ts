// What page and worker say to each other. One request, one reply, joined by `id`.

export type Operation = PartyOperation | ItemOperation | LicenceOperation | CaseOperation;
export type PartyOperation = "init" | "open" | "open_scripts" | "screen" | "screen_batch" | "party" | "compare";
export type ItemOperation = "open_rules" | "open_text" | "texts" | "find" | "family" | "classify" | "recognise" | "coverage" | "text";
export type LicenceOperation = "license" | "license_map" | "bom" | "licensing_texts";
export type CaseOperation = "assess" | "record" | "verify_record" | "history" | "risk_texts";

export interface Request {
  id: number;
  operation: Operation;
  /** JSON text, or pack bytes. */
  payload: unknown;
}

export interface Failure {
  code: string;
  message: string;
  help: string;
}

export type Reply = { id: number; ok: true; value: unknown } | { id: number; ok: false; failure: Failure; fatal: boolean };

/** A failure with a documented code; `failure-<code>` in the message files says it in plain words. */
export class EngineError extends Error {
  readonly code: string;
  readonly help: string;
  constructor(failure: Failure) {
    super(failure.message);
    this.code = failure.code;
    this.help = failure.help;
  }
}
