import type { EngineClient } from "../engine/client.ts";
import { type Answer, type Answers, type Classification, type FamilyView, type Found, type OfficialText, type RulesManifest, type RuleTexts, UNKNOWN } from "../engine/item-types.ts";
import { EngineError, type Failure } from "../engine/protocol.ts";
import { contentLanguage } from "../i18n/index.ts";
import { changedSince, type Difference, type Product } from "./products.ts";

export type RulesState = "loading" | "ready" | "none" | "refused";
export const LISTS = ["eu", "us"] as const;
/** Enough for every family under one tariff number. */
const FOUND = 120;

/** What the user says about one item, and what came of it. Kept while pages, steps and languages change. */
export class ItemSession {
  rules: RulesState = "loading";
  manifest: RulesManifest | undefined;
  texts: RuleTexts | undefined;
  /** Why rules or official wording were not opened, or a call was refused. */
  failure: Failure | undefined;

  query = "";
  found: Found | undefined;
  searching = false;

  family = "";
  view: FamilyView | undefined;
  answers: Answers = {};
  /** Attributes of the family that are worked out from answers; they can be answered directly too. */
  derived = new Set<string>();
  /** Questions in the order in which they were shown. */
  shown: string[] = [];
  result: Classification | undefined;
  pasted = "";
  /** How many answers were carried over from the family before. */
  carried = 0;

  /** The saved product this item was opened from, and how its result differs today. */
  product: Product | undefined;
  difference: Difference | undefined;

  /** Name of the file with the official wording, when one is open. */
  wording: string | undefined;
  #wordings = new Map<string, OfficialText | null>();
  #engine: EngineClient;
  #changed: () => void;
  #textsIn = "";
  #asked = 0;
  #settling: Promise<unknown> = Promise.resolve();

  constructor(engine: EngineClient, changed: () => void) {
    this.#engine = engine;
    this.#changed = changed;
  }

  async open(bytes: Uint8Array | undefined): Promise<void> {
    if (!bytes) this.rules = "none";
    else {
      try {
        this.manifest = await this.#engine.openRules(bytes);
        await this.#readTexts();
        this.rules = "ready";
      } catch (error) {
        this.rules = "refused";
        this.failure = failureOf(error);
      }
    }
    this.#changed();
  }

  /** After a change of language: the same page in other words. */
  async translate(): Promise<void> {
    if (this.rules !== "ready" || this.#textsIn === contentLanguage()) return;
    await this.#try(() => this.#readTexts());
  }

  async search(query: string): Promise<void> {
    this.query = query;
    this.searching = true;
    this.#changed();
    await this.#try(async () => {
      this.found = await this.#engine.find(query, contentLanguage(), FOUND);
    });
    this.searching = false;
    this.#changed();
  }

  /** Makes the family the one under check. Answers to the same questions are kept, as they are true of the item. */
  async choose(family: string): Promise<void> {
    if (this.family === family && this.view) return;
    this.#clear(family);
    await this.#try(async () => {
      this.view = await this.#engine.family(family, [...LISTS]);
      const known = new Set(this.view.attributes);
      this.answers = Object.fromEntries(Object.entries(this.answers).filter(([attribute]) => known.has(attribute) || this.texts?.attributes[attribute]?.derived || this.texts?.review[attribute]));
      this.carried = Object.keys(this.answers).length;
      await this.#classify();
    });
  }

  /** Starts the family anew, without answers. */
  async restart(): Promise<void> {
    const { family } = this;
    this.answers = {};
    this.family = "";
    await this.choose(family);
  }

  /** Opens a saved product and evaluates it with the rules of today. */
  async reopen(product: Product): Promise<void> {
    this.#clear(product.family);
    this.answers = { ...product.answers };
    await this.#try(async () => {
      this.view = await this.#engine.family(product.family, [...LISTS]);
      await this.#classify();
      this.product = product;
      this.difference = this.result && changedSince(product, this.result);
    });
  }

  /** Takes answers; an answer of `undefined` or an empty text is none. */
  async answer(given: Record<string, Answer | undefined>): Promise<void> {
    const answers = { ...this.answers };
    for (const [attribute, answer] of Object.entries(given)) {
      if (answer === undefined || answer === "") delete answers[attribute];
      else answers[attribute] = answer;
    }
    this.answers = answers;
    this.#settling = this.#try(() => this.#classify());
    await this.#settling;
  }

  /** Resolves when the answers given so far have been evaluated. */
  async settled(): Promise<void> {
    await this.#settling;
  }

  async recognise(text: string) {
    this.pasted = text;
    return this.#try(() => this.#engine.recognise(this.family, text));
  }

  coverage() {
    return this.#try(() => this.#engine.coverage());
  }

  async openWording(name: string, bytes: Uint8Array): Promise<boolean> {
    const opened = await this.#try(async () => {
      await this.#engine.openText(bytes);
      return true;
    });
    if (!opened) return false;
    this.wording = name;
    this.#wordings.clear();
    this.#changed();
    return true;
  }

  forgetWording(): void {
    this.wording = undefined;
    this.#wordings.clear();
    this.#changed();
  }

  /** Official wording of an entry; reads it in the background the first time. */
  wordingOf(list: string, entry: string): OfficialText | undefined {
    if (!this.wording) return undefined;
    const key = `${list} ${entry}`;
    if (!this.#wordings.has(key)) {
      this.#wordings.set(key, null);
      void this.#engine.officialText(list, entry).then((text) => {
        this.#wordings.set(key, text);
        if (text) this.#changed();
      }, () => undefined);
    }
    return this.#wordings.get(key) ?? undefined;
  }

  /** The question to show before `attribute`; nothing when it is the first. */
  before(attribute: string): string | undefined {
    const at = this.shown.indexOf(attribute);
    return at < 0 ? this.shown.at(-1) : this.shown[at - 1];
  }

  show(attribute: string): void {
    if (!this.shown.includes(attribute)) this.shown.push(attribute);
  }

  isAnswered(attribute: string): boolean {
    return attribute in this.answers && this.answers[attribute] !== UNKNOWN;
  }

  #clear(family: string): void {
    this.family = family;
    this.view = undefined;
    this.result = undefined;
    this.shown = [];
    this.derived = new Set();
    this.pasted = "";
    this.carried = 0;
    this.product = undefined;
    this.difference = undefined;
    this.failure = undefined;
  }

  async #classify(): Promise<void> {
    const asked = ++this.#asked;
    const result = await this.#engine.classify({ family: this.family, answers: this.answers, as_of: today(), lists: [...LISTS] });
    if (asked !== this.#asked) return;
    this.result = result;
    for (const { criteria, released_by } of result.provisions) {
      for (const { attribute } of [...criteria, ...released_by.flatMap((release) => release.criteria)]) {
        if (attribute && this.texts?.attributes[attribute]?.derived) this.derived.add(attribute);
      }
    }
  }

  async #readTexts(): Promise<void> {
    const language = contentLanguage();
    this.texts = await this.#engine.texts(language);
    this.#textsIn = language;
  }

  async #try<T>(work: () => Promise<T>): Promise<T | undefined> {
    try {
      this.failure = undefined;
      return await work();
    } catch (error) {
      this.failure = failureOf(error);
      return undefined;
    } finally {
      this.#changed();
    }
  }
}

export function failureOf(error: unknown): Failure {
  return error instanceof EngineError ? { code: error.code, message: error.message, help: error.help } : { code: "engine-crashed", message: error instanceof Error ? error.message : "", help: "" };
}

/** The date here, not in Greenwich. */
export function today(): string {
  const now = new Date();
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
}
