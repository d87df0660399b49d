import type { EngineClient } from "../engine/client.ts";
import { type Answer, type Answers, type AttributeText, type Classification, type Crosswalk, UNKNOWN } from "../engine/item-types.ts";
import type { LicenceCase, LicenceItem, Licensing, LicensingTexts, Question } from "../engine/licence-types.ts";
import type { Failure } from "../engine/protocol.ts";
import { collator, contentLanguage, t, tCode } from "../i18n/index.ts";
import { riskFact } from "./risk-facts.ts";
import { failureOf, type ItemSession, LISTS, today } from "./item.ts";
import type { Product } from "./products.ts";

export const JURISDICTIONS = ["eu", "us"] as const;
/** How the user names the item: the one checked here, a saved one, or codes that are known already. */
export type ItemSource = "checked" | "product" | "codes";
/** Facts that have their own field in the form. */
export const FORM_FACTS = ["destination", "exporter", "origin", "end_user_country", "party_countries"] as const;
export type FormFact = (typeof FORM_FACTS)[number];
/** The end user sits where the goods go. */
export const SAME = "same";

/** The route of one export as chosen; an empty text is no answer. */
export interface RouteFacts {
  destination: string;
  exporter: string;
  origin: string;
  end_user_country: string;
  party_countries: string[];
  /** The user says that nobody else takes part. */
  no_others: boolean;
}

const EMPTY: RouteFacts = { destination: "", exporter: "", origin: "", end_user_country: "", party_countries: [], no_others: false };
/** Words that the engine adds to the attributes of the rules; `places` are the values people know. */
type FactText = AttributeText & { places?: Set<string> };

/** One export of one item, and what came of it. Kept while pages and languages change; stored nowhere. */
export class LicenceSession {
  texts: LicensingTexts | undefined;
  failure: Failure | undefined;

  source: ItemSource | undefined;
  product: Product | undefined;
  /** What the saved product comes to today. */
  classified: Classification | undefined;
  codes: Record<string, string> = {};
  /** Lists of which the user says that no entry applies. */
  none = new Set<string>();
  route: RouteFacts = { ...EMPTY };
  /** Empty: today. */
  asOf = "";
  answers: Answers = {};
  result: Licensing | undefined;
  /** The form unfolded. */
  open = true;

  /** Questions shown since the page was entered: they stay where they are when they are answered. */
  questions: string[] = [];
  /** Questions of the checks that had not run, in the same way. */
  checks = new Map<string, { jurisdiction: string; check: string; asked: string[] }>();
  /** Cards of special cases that the user unfolded. */
  unfolded = new Set<string>();
  /** Codes of other countries' lists for the entries met. */
  crosswalk: Crosswalk[] = [];

  #engine: EngineClient;
  #item: ItemSession;
  #changed: () => void;
  #textsIn = "";
  #asked = 0;
  #facts = new Map<string, FactText | undefined>();
  #destinations: { code: string; name: string }[] | undefined;
  #crossed = "";
  #settling: Promise<unknown> = Promise.resolve();

  constructor(engine: EngineClient, item: ItemSession, changed: () => void) {
    this.#engine = engine;
    this.#item = item;
    this.#changed = changed;
  }

  async start(): Promise<void> {
    await this.#try(() => this.#readTexts());
  }

  async translate(): Promise<void> {
    if (!this.texts || this.#textsIn === contentLanguage()) return;
    await this.#try(() => this.#readTexts());
  }

  /** On entering the page: the item may have been answered further since, the questions start anew. */
  async enter(): Promise<void> {
    if (!this.source && this.#item.family && this.#item.result) this.source = "checked";
    if (this.source === "checked" && !this.#item.family) this.source = undefined;
    this.source ??= "codes";
    this.questions = [];
    this.checks.clear();
    await this.evaluate();
  }

  /** Takes the item that is being checked. */
  take(): void {
    this.source = "checked";
    this.open = true;
  }

  async choose(source: ItemSource): Promise<void> {
    this.source = source;
    await this.#begin();
  }

  async chooseProduct(product: Product | undefined): Promise<void> {
    this.source = "product";
    this.product = product;
    this.classified = undefined;
    if (product) await this.#try(async () => (this.classified = await this.#engine.classify({ family: product.family, answers: product.answers, as_of: today(), lists: [...LISTS] })));
    await this.#begin();
  }

  async setCodes(list: string, typed: string, none: boolean): Promise<void> {
    this.source = "codes";
    this.codes = { ...this.codes, [list]: typed };
    if (none) this.none.add(list);
    else this.none.delete(list);
    await this.#begin();
  }

  async go(route: Partial<RouteFacts>): Promise<void> {
    this.route = { ...this.route, ...route };
    await this.#begin();
  }

  async setDate(asOf: string): Promise<void> {
    this.asOf = asOf;
    await this.#begin();
  }

  /** Takes one answer; `undefined` takes it back. Answers about the item under check are the item's. */
  async answer(question: Question, answer: Answer | undefined): Promise<void> {
    const attribute = answerName(question);
    if (this.source === "checked" && this.#ofItem(attribute)) await this.#item.answer({ [attribute]: answer });
    else {
      const answers = { ...this.answers };
      if (answer === undefined || answer === "") delete answers[attribute];
      else answers[attribute] = answer;
      this.answers = answers;
    }
    await this.evaluate();
  }

  answerOf(question: Question): Answer | undefined {
    const attribute = answerName(question);
    return this.answers[attribute] ?? (this.source === "checked" ? this.#item.answers[attribute] : this.source === "product" ? this.product?.answers[attribute] : undefined);
  }

  isAnswered(question: Question): boolean {
    const answer = this.answerOf(question);
    return answer !== undefined && answer !== UNKNOWN;
  }

  async clear(): Promise<void> {
    Object.assign(this, { source: undefined, product: undefined, classified: undefined, codes: {}, none: new Set(), route: { ...EMPTY }, asOf: "", answers: {}, result: undefined, open: true, questions: [], crosswalk: [], failure: undefined });
    this.checks.clear();
    this.unfolded.clear();
    await this.enter();
  }

  /** What the engine is asked; nothing while item or destination is missing. */
  asked(): LicenceCase | undefined {
    const { destination } = this.route;
    const asked = this.#asking(this.#endUser(), this.#parties());
    return asked && destination ? { ...asked, destination } : undefined;
  }

  /** The same without a destination, for all of them: who is not said to sit elsewhere sits where the goods go. */
  askedAnywhere(): Omit<LicenceCase, "destination"> | undefined {
    const { end_user_country, party_countries, no_others } = this.route;
    const end = end_user_country === SAME ? "" : end_user_country;
    const known = end_user_country && (no_others || party_countries.length);
    return this.#asking(end, known ? [...new Set([end, ...party_countries].filter(Boolean))] : []);
  }

  #asking(end_user_country: string, party_countries: string[]): Omit<LicenceCase, "destination"> | undefined {
    const item = this.item();
    const { exporter, origin } = this.route;
    const stated = Object.fromEntries(Object.entries({ exporter, origin, end_user_country }).filter(([, code]) => code));
    return item && { as_of: this.asOf || today(), jurisdictions: [...JURISDICTIONS], item, ...stated, ...(party_countries.length ? { party_countries } : {}), answers: this.answers };
  }

  #endUser(): string {
    return this.route.end_user_country === SAME ? this.route.destination : this.route.end_user_country;
  }

  /** All parties, once all are named; as long as some may be missing, none: half a list would read as the whole. */
  #parties(): string[] {
    const { destination, party_countries, no_others } = this.route;
    const end = this.#endUser();
    return end && (no_others || party_countries.length) ? [...new Set([destination, end, ...party_countries])] : [];
  }

  item(): LicenceItem | undefined {
    const { source, product } = this;
    if (source === "checked" && this.#item.family) return { family: this.#item.family, answers: this.#item.answers };
    if (source === "product" && product) return { family: product.family, answers: product.answers };
    if (source !== "codes") return undefined;
    const codes = LISTS.flatMap((list) => (this.isNone(list) ? [] : codesOf(this.codes[list] ?? "").map((code) => ({ list, code }))));
    const none = LISTS.filter((list) => this.isNone(list));
    return codes.length || none.length ? { codes, none } : undefined;
  }

  /** Codes typed that are none, or that the engine did not find in the list. */
  unknownCodes(list: string): string[] {
    if (this.isNone(list)) return [];
    const refused = new Set(this.result?.problems.filter(({ attribute }) => attribute === `item.codes.${list}`).map(({ given }) => given));
    return codesOf(this.codes[list] ?? "").filter((code) => refused.has(code) || !/^\d[A-E]\d{3}(?:\.[a-z0-9]+)*$/.test(code));
  }

  /** Ticked, or typed as the US name of the basket for what no entry names. */
  isNone(list: string): boolean {
    return this.none.has(list) || (list === "us" && /^\s*ear\s*99\s*$/i.test(this.codes[list] ?? ""));
  }

  async evaluate(): Promise<void> {
    this.#settling = this.#try(async () => {
      const asked = this.asked();
      const mine = ++this.#asked;
      if (!asked || !this.texts) {
        this.result = undefined;
        return;
      }
      const result = await this.#engine.license(asked);
      if (mine !== this.#asked) return;
      this.result = result;
      this.#remember(result);
    });
    await this.#settling;
  }

  async settled(): Promise<void> {
    await this.#settling;
  }

  /** Destinations in the order of their names. */
  destinations(): { code: string; name: string }[] {
    const order = collator();
    this.#destinations ??= Object.entries(this.texts?.destinations ?? {}).map(([code, { name }]) => ({ code, name })).sort((a, b) => order.compare(a.name, b.name));
    return this.#destinations;
  }

  destinationName(code: string): string {
    return this.texts?.destinations[code.toUpperCase()]?.name ?? code.toUpperCase();
  }

  /** The words of what the engine itself supplies to conditions: route, groups, item sets, reasons for control. */
  fact(id: string): FactText | undefined {
    if (!this.#facts.has(id)) this.#facts.set(id, this.#factOf(id));
    return this.#facts.get(id) ?? riskFact(id, () => this.fact("destination"));
  }

  /** Codes that other countries use for these entries. */
  async cross(entries: string[]): Promise<void> {
    const key = entries.join(" ");
    if (key === this.#crossed) return;
    this.#crossed = key;
    const found = await Promise.all(entries.map((entry) => this.#engine.find(entry, contentLanguage(), 8).catch(() => undefined)));
    if (key !== this.#crossed) return;
    this.crosswalk = found.flatMap((one) => one?.crosswalk ?? []).filter((row) => row.entries.some((entry) => entries.includes(entry)));
    this.#changed();
  }

  #factOf(id: string): FactText | undefined {
    const { texts } = this;
    if (!texts) return undefined;
    const flag = (label: string): FactText => ({ kind: "flag", label, question: label });
    if ((FORM_FACTS as readonly string[]).includes(id)) {
      const places = Object.entries(texts.destinations).map(([code, { name }]) => ({ id: code.toLowerCase(), label: name }));
      const groups = Object.entries(texts.groups).map(([group, { name }]) => ({ id: group, label: name }));
      const label = tCode("licence-fact", id);
      return { kind: "set", label, question: label, options: [...places, ...groups, ...chartGroups(texts)], places: new Set(places.map((place) => place.id)) };
    }
    if (id.startsWith("reason:")) {
      const [, code = "", reason = ""] = id.split(":");
      return { kind: "flag", label: t("licence-reason-label", { code, reason: this.reasonName(reason) }), question: t("licence-reason-question", { code, reason: this.reasonName(reason) }), help: texts.reason_notes[id] ?? null };
    }
    if (id.startsWith("item.codes.")) return flag(Object.values(texts.jurisdictions).find(({ list }) => id === `item.codes.${list}`)?.name ?? id);
    if (texts.items[id]) return { ...flag(texts.items[id].name), cite: texts.items[id].cite ?? null };
    if (id === "item_listed") return flag(t("licence-fact-item-listed"));
    const exception = texts.entry_facts[id]?.toUpperCase().replaceAll("_", " ");
    if (exception && id.endsWith("_listed")) return flag(t("licence-fact-exception-listed", { name: exception }));
    if (exception) {
      const limit = t("licence-fact-exception-limit", { name: exception });
      return { kind: "quantity", label: limit, question: limit, unit: "USD", units: ["USD"] };
    }
    const reason = Object.entries(texts.reasons).find(([, known]) => known.flag === id);
    return reason && flag(t("licence-fact-reason", { reason: this.reasonName(reason[0]) }));
  }

  reasonName(code: string): string {
    const name = this.texts?.reasons[code]?.name;
    return name ? t("reason-plain", { code, name }) : code;
  }

  #ofItem(attribute: string): boolean {
    return Boolean(this.#item.view?.attributes.includes(attribute) || this.#item.derived.has(attribute) || attribute in this.#item.answers);
  }

  /** Another case: its questions start anew, the answers stay. */
  async #begin(): Promise<void> {
    this.questions = [];
    this.checks.clear();
    await this.evaluate();
  }

  #remember(result: Licensing): void {
    const known = new Set(this.questions);
    this.questions.push(...result.ask.map(({ question }) => question).filter((question) => !known.has(question)));
    for (const { jurisdiction, not_run } of result.jurisdictions) {
      for (const { check, missing } of not_run) {
        const key = `${jurisdiction} ${check}`;
        const before = this.checks.get(key)?.asked ?? [];
        this.checks.set(key, { jurisdiction, check, asked: [...before, ...missing.filter((attribute) => !before.includes(attribute))] });
      }
    }
  }

  async #readTexts(): Promise<void> {
    const language = contentLanguage();
    this.texts = await this.#engine.licensingTexts(language);
    this.#textsIn = language;
    this.#facts.clear();
    this.#destinations = undefined;
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

/** What the Country Chart makes groups of: its columns, its footnotes, and the rows that it leaves to the embargoes. */
function chartGroups({ reasons }: LicensingTexts): { id: string; label: string }[] {
  const columns = Object.keys(reasons).filter((code) => /^[A-Z]+\d$/.test(code)).map((code) => ({ id: `chart-${code.toLowerCase()}`, label: t("licence-chart-column", { column: code.replace(/(?=\d)/, " ") }) }));
  const notes = Array.from({ length: 20 }, (_, at) => ({ id: `chart-note-${at + 1}`, label: t("licence-chart-note", { number: String(at + 1) }) }));
  return [...columns, ...notes, { id: "chart-embargo", label: t("licence-chart-embargo") }];
}

/** The name under which a question is answered. */
export function answerName(question: Question): string {
  return question.startsWith("entry:") ? question.slice(6) : question;
}

/** Codes as typed, as the rules write them: `2b001 b 2 a` is 2B001.b.2.a; several are parted by comma or semicolon. */
export function codesOf(typed: string): string[] {
  return typed.split(/[,;\n]+/).map((part) => {
    const [, entry, path = ""] = /^(\d[A-Za-z]\d{3})[\s.]*(.*)$/.exec(part.trim()) ?? [];
    if (!entry) return part.trim();
    return [entry.toUpperCase(), ...(path.toLowerCase().match(/[a-z]+|\d+/g) ?? [])].join(".");
  }).filter(Boolean);
}
