import type { Assessment, Case, RiskTexts, SavedCase } from "../../engine/case-types.ts";
import type { EngineClient } from "../../engine/client.ts";
import type { Failure } from "../../engine/protocol.ts";
import type { Policy } from "../../engine/types.ts";
import { contentLanguage } from "../../i18n/index.ts";
import { failureOf, today } from "../item.ts";
import { newCase, pruned } from "./edit.ts";
import type { UseGroup } from "./questions.ts";
import { deleteCase, lastOpen, putCase, rememberOpen, savedCase } from "./saved.ts";
import { isPartialDate } from "./values.ts";

/** `conflict`: another tab changed the case; nothing is written until the user chooses. */
export type SaveState = "saved" | "saving" | "failed" | "conflict";

/** The case being built, kept in the browser after every change, and what the engine says about it. */
export class CaseSession {
  texts: RiskTexts | undefined;
  /** `loading` until the case that was open last is read. */
  state: "loading" | "none" | "open" = "loading";
  saving: SaveState = "saved";
  /** Why texts or an assessment did not come. */
  failure: Failure | undefined;
  /** The last assessment; may be of the case before the last change, see `fresh`. */
  assessment: Assessment | undefined;
  assessing = false;
  /** Questions about use that were asked since the user came to them: an answer does not make one jump away. */
  readonly asked = new Map<string, UseGroup>();

  #saved: SavedCase | undefined;
  /** `updated_at` of what lies in the storage. */
  #stored: string | undefined;
  /** What the engine was asked about last; one that fails is not asked again and again. */
  #assessed: { of: Case; texts: string } | undefined;
  /** The case that `assessment` is of. */
  #answered: Case | undefined;
  #writing: Promise<void> | undefined;
  #again = false;
  #engine: EngineClient;
  #policy: () => Policy;
  #changed: () => void;
  #textsIn = "";

  constructor(engine: EngineClient, policy: () => Policy, changed: () => void) {
    this.#engine = engine;
    this.#policy = policy;
    this.#changed = changed;
  }

  get current(): Case | undefined {
    return this.#saved?.case;
  }

  get saved(): SavedCase | undefined {
    return this.#saved;
  }

  /** True when the assessment is of the case as it is now. */
  get fresh(): boolean {
    return this.assessment !== undefined && this.#answered === this.current;
  }

  /** Reads the case that was open last. Does not need the engine. */
  async resume(): Promise<void> {
    const id = lastOpen();
    const found = id ? await savedCase(id).catch(() => undefined) : undefined;
    if (this.state !== "loading") return;
    if (found) this.#take(found);
    else this.state = "none";
    this.#changed();
  }

  /** Once the rules are open. */
  async start(): Promise<void> {
    await this.#readTexts();
  }

  async translate(): Promise<void> {
    if (this.texts && this.#textsIn !== contentLanguage()) await this.#readTexts();
  }

  begin(title: string, more: Partial<Case> = {}): void {
    const kase = { ...newCase(title), ...more };
    this.#take({ id: kase.id ?? "", case: kase, updated_at: new Date().toISOString() });
    this.#stored = undefined;
    this.#save();
    this.#changed();
  }

  async open(id: string): Promise<boolean> {
    const found = await savedCase(id).catch(() => undefined);
    if (found) this.#take(found);
    this.#changed();
    return found !== undefined;
  }

  close(): void {
    this.#saved = undefined;
    this.#stored = undefined;
    this.assessment = undefined;
    this.state = "none";
    this.saving = "saved";
    rememberOpen(undefined);
    this.#changed();
  }

  async remove(id: string): Promise<void> {
    if (this.#saved?.id === id) this.close();
    await deleteCase(id);
  }

  /** Changes the case and writes it down at once. `work` may change the copy it is given. */
  change(work: (kase: Case) => void): void {
    if (!this.#saved) return;
    const copy = structuredClone(this.#saved.case);
    work(copy);
    const next = pruned(copy);
    if (JSON.stringify(next) === JSON.stringify(this.#saved.case)) return;
    this.#saved = { ...this.#saved, case: next, updated_at: new Date().toISOString() };
    this.#save();
    this.#changed();
  }

  /** The day whose rules apply; empty: always today. */
  setDate(asOf: string): void {
    if (!this.#saved) return;
    this.#saved = { ...this.#saved, case: { ...this.#saved.case, as_of: asOf || today() }, as_of_fixed: asOf !== "", updated_at: new Date().toISOString() };
    this.#save();
    this.#changed();
  }

  /** Resolves when everything is written. */
  async settled(): Promise<void> {
    await this.#writing;
  }

  /** After a conflict: what the other tab wrote, or this one as a case of its own. */
  async settle(choice: "theirs" | "copy", title: string): Promise<void> {
    if (!this.#saved) return;
    if (choice === "theirs") return void (await this.open(this.#saved.id));
    const id = crypto.randomUUID();
    this.#saved = { ...this.#saved, id, case: { ...this.#saved.case, id, title } };
    this.#stored = undefined;
    this.saving = "saved";
    rememberOpen(id);
    this.#save();
    this.#changed();
  }

  /** What the engine is given: without what it could not read, which the page itself points out. */
  request(): { case: Case; policy: Policy } | undefined {
    if (!this.#saved) return undefined;
    const kase = structuredClone(this.#saved.case);
    if (!this.#saved.as_of_fixed) kase.as_of = today();
    const tidy = (who: { dob?: string; owners?: unknown[] }) => {
      if (who.dob && !isPartialDate(who.dob)) delete who.dob;
      for (const owner of who.owners ?? []) tidy(owner as { dob?: string });
    };
    for (const party of kase.parties ?? []) tidy(party);
    return { case: kase, policy: this.#policy() };
  }

  /** Other rules or lists are open: what was worked out no longer holds. */
  packsChanged(): void {
    this.#assessed = undefined;
    this.#answered = undefined;
  }

  /** Asks the engine unless it was asked about this very case. The answer before stays until the new one comes. */
  async assess(): Promise<void> {
    const asked = this.request();
    const of = this.current;
    if (!asked || !of || !this.texts || this.assessing || (this.#assessed?.of === of && this.#assessed.texts === this.#textsIn)) return;
    this.assessing = true;
    this.#assessed = { of, texts: this.#textsIn };
    try {
      const assessment = await this.#engine.assess(asked);
      if (this.#saved?.id === of.id) {
        this.assessment = assessment;
        this.#answered = of;
        this.failure = undefined;
        if (this.current === of) this.#note(assessment);
      }
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.assessing = false;
    this.#changed();
    // Changed meanwhile: the page that shows the assessment asks again when it is drawn.
  }

  /** The result goes with the case into the list of cases; it is no change of the case. */
  #note({ tier, as_of, rules, lists }: Assessment): void {
    if (!this.#saved) return;
    this.#saved = { ...this.#saved, assessed: { tier: tier.tier, on: as_of, case_at: this.#saved.updated_at, rules: rules.digest, lists: lists?.digest ?? "" } };
    this.#save();
  }

  #take(saved: SavedCase): void {
    this.#saved = saved;
    this.#stored = saved.updated_at;
    this.assessment = undefined;
    this.#assessed = undefined;
    this.#answered = undefined;
    this.asked.clear();
    this.failure = undefined;
    this.saving = "saved";
    this.state = "open";
    rememberOpen(saved.id);
  }

  /** One write at a time; what changes meanwhile goes with the next one. */
  #save(): void {
    if (this.saving === "conflict") return;
    this.saving = "saving";
    if (this.#writing) this.#again = true;
    else this.#writing = this.#write().finally(() => (this.#writing = undefined));
  }

  async #write(): Promise<void> {
    do {
      this.#again = false;
      const saved = this.#saved;
      if (!saved) return;
      try {
        const ours = await putCase(saved, this.#stored);
        if (this.#saved?.id !== saved.id) continue;
        if (ours) this.#stored = saved.updated_at;
        this.saving = ours ? "saved" : "conflict";
      } catch {
        this.saving = "failed";
      }
    } while (this.#again && this.saving !== "conflict");
    this.#changed();
  }

  async #readTexts(): Promise<void> {
    try {
      const language = contentLanguage();
      this.texts = await this.#engine.riskTexts(language);
      this.#textsIn = language;
      this.failure = undefined;
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.#changed();
  }
}
