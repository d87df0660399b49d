import { type BomField, bomRows, type BomRow, currencies, currencyIn, guessBom, looksLikeBomHeader, type Mend, plainFigure, type Style, styleOf } from "../batch/bom.ts";
import { TableReading } from "../batch/reading.ts";
import type { EngineClient } from "../engine/client.ts";
import type { Answer, Crosswalk } from "../engine/item-types.ts";
import type { BomLineResult, BomProblem, BomResult, Licensing, Question } from "../engine/licence-types.ts";
import type { Failure } from "../engine/protocol.ts";
import { contentLanguage } from "../i18n/index.ts";
import { failureOf, today } from "./item.ts";
import type { LicenceSession } from "./licence.ts";

/** Whose content is counted. */
export const CONTENT_OF = "us";
const HOME = CONTENT_OF.toUpperCase();
/** Facts about the finished product that decide whether a part counts in any amount; asked in the result too. */
export const PRODUCT_FACTS = ["us_product_kind", "us_encryption_basis", "us_entity_footnote"] as const;
/** The answers of the case that the share fills in. */
export const SHARE = "us_controlled_content";
const PRESENT = "us_content_present";

export type BomStage = "input" | "columns" | "lines";

/** One bill of materials, from reading to the share of controlled content. Kept while pages change; stored nowhere. */
export class BomSession extends TableReading<BomField> {
  stage: BomStage = "input";
  style: Style = "unclear";
  productValue = "";
  /** Rows that the user leaves out. */
  left = new Set<number>();
  rows: BomRow[] = [];
  result: BomResult | undefined;
  /** What the result was worked out for. */
  resultFor = { destination: "", asOf: "" };
  failure: Failure | undefined;
  working = false;
  /** The single part that is looked at. */
  closer: { line: number; result: Licensing | undefined } | undefined;
  /** The share that stands in the case as an answer. */
  taken: { destination: string; asOf: string; answer: string } | undefined;

  #engine: EngineClient;
  #licence: LicenceSession;
  #mends = new Map<number, Mend>();
  #asked = "";
  #crosswalk = new Map<string, Crosswalk[]>();
  #index: { of: BomResult | undefined; lines: Map<number, BomLineResult>; problems: Map<number, BomProblem[]>; bypass: Map<number, BomResult["bypass"]> } | undefined;

  constructor(engine: EngineClient, licence: LicenceSession, changed: () => void) {
    super({ looksLikeHeader: looksLikeBomHeader, guess: guessBom }, changed);
    this.#engine = engine;
    this.#licence = licence;
  }

  setStyle(style: Style): void {
    this.style = style;
    this.changed();
  }

  /** Fields without which nothing can be counted. */
  needed(): BomField[] {
    const has = (field: BomField) => this.mapping.includes(field);
    return [...(has("origin") ? [] : ["origin" as const]), ...(has("value") || has("total") ? [] : ["value" as const])];
  }

  async confirm(): Promise<void> {
    this.stage = "lines";
    await this.evaluate();
  }

  toColumns(): void {
    this.stage = "columns";
    this.changed();
  }

  reset(): void {
    this.forget();
    Object.assign(this, { stage: "input", rows: [], result: undefined, failure: undefined, closer: undefined, productValue: "", left: new Set() });
    this.#mends.clear();
    this.#asked = "";
    this.changed();
  }

  async setProductValue(typed: string): Promise<void> {
    this.productValue = typed;
    await this.evaluate();
  }

  async mend(number: number, mend: Mend): Promise<void> {
    this.#mends.set(number, { ...this.#mends.get(number), ...mend });
    this.left.delete(number);
    await this.evaluate();
    await this.look(number);
  }

  async leaveOut(number: number, out: boolean): Promise<void> {
    if (out) this.left.add(number);
    else this.left.delete(number);
    await this.evaluate();
  }

  currency(): string {
    return currencies(this.rows)[0] ?? this.headsOf("value", "total").map(currencyIn).find(Boolean) ?? "";
  }

  /** The case changed: a share worked out for another destination is no answer any more. */
  caseChanged(): void {
    const { taken } = this;
    if (!taken) return;
    if (this.#licence.answers[SHARE] !== taken.answer) this.taken = undefined;
    else if (taken.destination !== this.#licence.route.destination || taken.asOf !== this.#case().asOf) void this.#takeBack();
  }

  /** Works the list out anew when the case is another one. */
  follow(): void {
    if (this.stage === "lines" && JSON.stringify(this.#case()) !== this.#asked) void this.evaluate();
  }

  async evaluate(): Promise<void> {
    const { destination } = this.#licence.route;
    const reading = { style: this.style, countsAs: (code: string) => this.#countsAs(code), mends: this.#mends };
    this.rows = bomRows(this.body(), this.mapping, reading);
    const facts = this.#case();
    const asked = JSON.stringify(facts);
    this.#asked = asked;
    if (!destination) {
      this.result = undefined;
      return this.changed();
    }
    this.working = true;
    this.changed();
    try {
      const lines = this.rows.filter(({ number }) => !this.left.has(number)).map(({ sent }) => sent);
      const result = await this.#engine.bom({ as_of: facts.asOf, jurisdiction: CONTENT_OF, destination, product_value: plainFigure(this.productValue, this.style), lines, answers: facts.answers });
      if (asked !== this.#asked) return;
      this.failure = undefined;
      this.result = careful(result, this.counted());
      this.resultFor = { destination, asOf: facts.asOf };
      if (this.taken && this.taken.answer !== this.share()) await this.#takeBack();
      await this.#cross();
    } catch (error) {
      if (asked !== this.#asked) return;
      this.failure = failureOf(error);
      this.result = undefined;
    } finally {
      if (asked === this.#asked) this.working = false;
      this.changed();
    }
  }

  /** Rows that go into the share. */
  counted(): BomRow[] {
    return this.rows.filter(({ number }) => !this.left.has(number));
  }

  resultOf(number: number): BomLineResult | undefined {
    return this.#indexed().lines.get(number);
  }

  problemsOf(number: number): BomProblem[] {
    return this.#indexed().problems.get(number) ?? [];
  }

  /** Rules under which the line counts in any amount, or may. */
  bypassOf(number: number): BomResult["bypass"] {
    return this.#indexed().bypass.get(number) ?? [];
  }

  /** What is open about one part sent alone from home to the destination. */
  async look(number: number | undefined): Promise<void> {
    const row = this.rows.find((known) => known.number === number);
    this.closer = row && { line: row.number, result: undefined };
    this.changed();
    const { destination } = this.#licence.route;
    if (!row || row.sent.origin !== HOME || !row.sent.code || row.sent.code === "none" || !destination) return;
    const { asOf, answers } = this.#case();
    const item = { codes: [{ list: CONTENT_OF, code: row.sent.code }], none: [] };
    const result = await this.#engine.license({ as_of: asOf, jurisdictions: [CONTENT_OF], item, destination, exporter: HOME, origin: HOME, end_user_country: destination, answers }).catch(() => undefined);
    if (this.closer?.line !== number) return;
    this.closer = { line: row.number, result };
    this.changed();
  }

  /** Questions that keep the line open. */
  missing(): Question[] {
    const findings = this.closer?.result?.jurisdictions.flatMap((one) => one.findings.filter(({ result, measure }) => result === "unknown" && !one.not_run.some(({ measures }) => measures.includes(measure)))) ?? [];
    return [...new Set(findings.flatMap(({ missing }) => missing))];
  }

  crosswalk(code: string): Crosswalk[] {
    return this.#crosswalk.get(code.split(".")[0] ?? "") ?? [];
  }

  /** The share as an answer: one figure, or from the sure lines to all that could count. */
  share(): string | undefined {
    const { percent, percent_max } = this.result ?? {};
    if (!percent || !percent_max) return undefined;
    return percent === percent_max ? `${percent} %` : `${percent} to ${percent_max} %`;
  }

  async take(): Promise<void> {
    const answer = this.share();
    if (!answer) return;
    if (this.counted().some(({ sent }) => sent.origin === HOME)) await this.#licence.answer(PRESENT, "yes");
    this.taken = { ...this.resultFor, answer };
    await this.#licence.answer(SHARE, answer);
  }

  async #takeBack(): Promise<void> {
    this.taken = undefined;
    await this.#licence.answer(SHARE, undefined);
  }

  #case(): { destination: string; asOf: string; answers: Record<string, Answer> } {
    const facts: readonly string[] = PRODUCT_FACTS;
    const answers: Record<string, Answer> = {};
    for (const fact of facts) {
      const answer = this.#licence.answerOf(fact);
      if (answer !== undefined) answers[fact] = answer;
    }
    return { destination: this.#licence.route.destination, asOf: this.#licence.asOf || today(), answers };
  }

  #countsAs(code: string): string {
    const as = this.#licence.texts?.destinations[code]?.us_as;
    return as === HOME ? HOME : code;
  }

  #indexed() {
    const { result } = this;
    if (this.#index && this.#index.of === result) return this.#index;
    this.#index = { of: result, lines: new Map(result?.lines.map((one) => [one.line, one])), problems: byLine(result?.problems ?? []), bypass: byLine(result?.bypass ?? []) };
    return this.#index;
  }

  async #cross(): Promise<void> {
    const entries = [...new Set(this.rows.flatMap(({ sent }) => (sent.code && sent.code !== "none" ? [sent.code.split(".")[0] ?? ""] : [])))].filter((entry) => !this.#crosswalk.has(entry));
    for (const entry of entries) {
      const found = await this.#engine.find(entry, contentLanguage(), 8).catch(() => undefined);
      this.#crosswalk.set(entry, (found?.crosswalk ?? []).filter((row) => row.entries.includes(entry)));
    }
  }

  protected override arrived(): void {
    this.stage = "columns";
    this.rows = [];
    this.result = undefined;
    this.left = new Set();
    this.#mends.clear();
  }

  protected override mapped(): void {
    this.style = styleOf(this.writtenIn("value", "total", "quantity"));
  }
}

function byLine<T extends { line: number }>(all: T[]): Map<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of all) found.set(one.line, [...(found.get(one.line) ?? []), one]);
  return found;
}

/** A line whose origin or code is not known: it could be a part that counts in any amount. */
export function couldBeAnything(row: BomRow, result: BomLineResult | undefined, problems: BomProblem[]): boolean {
  return result?.controlled === "undecided" && (row.sent.origin !== HOME || !row.sent.code || problems.some(({ line, field }) => line === row.number && field === "code"));
}

/** While there is such a line, a share below the limit decides nothing. */
function careful(result: BomResult, rows: BomRow[]): BomResult {
  const lines = new Map(result.lines.map((one) => [one.line, one]));
  const open = rows.some((row) => couldBeAnything(row, lines.get(row.number), result.problems));
  return open && result.verdict === "not-over" ? { ...result, verdict: "undecided" } : result;
}
