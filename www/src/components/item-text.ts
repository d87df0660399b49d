import { html, nothing, type TemplateResult } from "lit";
import type { Answer, AttributeText, Criterion, FamilyText, ListId, ListResult, Provision } from "../engine/item-types.ts";
import { UNKNOWN } from "../engine/item-types.ts";
import type { Failure } from "../engine/protocol.ts";
import { date, decimal, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";

const UNSTATED: AttributeText = { kind: "quantity", label: "", question: "" };

export function attributeText(id: string): AttributeText {
  return app.item.texts?.attributes[id] ?? app.licence.fact(id) ?? { ...UNSTATED, label: id, question: id };
}

/** Attributes that a worked-out one is made of, in the order of its formula. */
export function sourcesOf(id: string): string[] {
  const known = app.item.texts?.attributes ?? {};
  return [...new Set((known[id]?.formula ?? "").match(/\b[a-z][a-z0-9_]*\b/g) ?? [])].filter((name) => name !== id && known[name]);
}

/** Worked-out attributes of the family that this answer goes into, directly or through another one. */
export function madeFrom(id: string): string[] {
  const within = (derived: string, depth: number): boolean => sourcesOf(derived).some((source) => source === id || (depth < 4 && within(source, depth + 1)));
  return [...app.item.derived].filter((derived) => derived !== id && within(derived, 0));
}

export function familyText(id: string): FamilyText {
  return app.item.texts?.families[id] ?? { name: id, category: "" };
}

export function listName(id: ListId): string {
  return app.item.texts?.lists[id]?.name ?? id.toUpperCase();
}

export function entryTitle(entry: string): string {
  return app.item.texts?.entries[entry]?.title ?? "";
}

/** `3A001.a.5.a.1`; an entry without paragraphs is its own code. */
export function codeOf({ entry, path }: { entry: string; path: string }): string {
  return path ? `${entry}.${path}` : entry;
}

export function provisionTitle({ list: id, entry, path }: Pick<Provision, "list" | "entry" | "path">): string {
  return app.item.texts?.entries[entry]?.provisions?.[id]?.[path] ?? "";
}

/** The lists and their versions, as a result names them. */
export function listsOf(lists: ListResult[]): string {
  return list(lists.map(({ list: id, version }) => t("list-of-date", { list: listName(id), date: edition(version) })));
}

/** A version that is a date is written as one. */
export function edition(version: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(version) ? date(version) : version;
}

/** An answer as people read it. */
export function answerText(attribute: string, answer: Answer | undefined): string {
  if (answer === undefined) return "";
  if (answer === UNKNOWN) return t("i-do-not-know");
  const text = attributeText(attribute);
  if (text.kind === "flag") return yesNo(String(answer));
  if (text.kind === "choice") return optionLabel(text, String(answer));
  if (text.kind === "quantity") return String(answer);
  // Of a country only its name: the groups it belongs to stand in the limit.
  const places = app.licence.fact(attribute)?.places;
  const options = (Array.isArray(answer) ? answer : answer.split("|").filter(Boolean)).map((id) => (places ? id.toLowerCase() : id)).filter((id) => !places || places.has(id));
  return options.length ? list(options.map((id) => optionLabel(text, id))) : t("answer-none");
}

export function yesNo(answer: string): string {
  return tCode("answer", answer);
}

function optionLabel(text: AttributeText, id: string): string {
  return text.options?.find((option) => option.id === id)?.label ?? id;
}

const SIGNS: Record<string, string> = { ">=": "≥", "<=": "≤", "!=": "≠", "<": "<", ">": ">", "=": "=" };

/** Operator and limit of a criterion: `≥ 1.3 GSa/s`, `is Uncooled microbolometer`. */
export function limitText({ attribute, op, limit }: Criterion): string {
  const sign = SIGNS[op];
  if (sign) return `${sign} ${term(limit)}`;
  const text = attribute ? attributeText(attribute) : UNSTATED;
  if (text.kind === "flag") return yesNo(limit);
  const parts = attribute ? limit.split("|").filter(Boolean).map((id) => optionLabel(text, id)) : byEntry(limit.split("|").filter(Boolean));
  return tCode("limit", op, { options: list(parts, op === "has-all" || op === "lacks-any" ? "conjunction" : "disjunction") });
}

/** Codes of provisions; of an entry with many of them only the entry and how many. */
function byEntry(codes: string[]): string[] {
  const entries = new Map<string, string[]>();
  for (const code of codes) {
    const entry = code.split(".")[0] ?? code;
    entries.set(entry, [...(entries.get(entry) ?? []), code]);
  }
  return [...entries].flatMap(([entry, all]) => (all.length > 2 ? [t("entry-paragraphs", { entry, count: all.length })] : all));
}

/** What a criterion is about: an attribute, an expression, or another provision. */
export function criterionLabel({ attribute, expression }: Criterion): string {
  if (attribute) return attributeText(attribute).label;
  return expression ? term(expression) : t("criterion-reference");
}

/** The value a criterion was compared with, as people read it. */
export function valueText({ attribute, value }: Criterion): string {
  if (value === null || value === undefined) return "";
  return attribute && attributeText(attribute).kind !== "quantity" ? answerText(attribute, value) : term(value);
}

/** An expression of the engine: attributes by their labels, numbers as the reader's language writes them. */
function term(text: string): string {
  const labelled = text.replace(/\b[a-z][a-z0-9_]*\b/g, (id) => app.item.texts?.attributes[id]?.label ?? app.licence.fact(id)?.label ?? id);
  return unitText(quantity(labelled.replaceAll(" * ", " × ")));
}

/** Units as print writes them: `cm²`, `°`. */
export function unitText(text: string): string {
  return text.replace(/(?<![\p{L}\d])([\p{L}]{0,2}m)([23])(?![\p{L}\d])/gu, (_, unit: string, power: string) => unit + (power === "2" ? "²" : "³")).replace(/(?<!\p{L})deg(?!\p{L})/gu, "°").replace("rt-h", "√h");
}

/** A quantity of the engine (`5e3 Gy/s`) with its number written as the reader's language does. */
function quantity(text: string): string {
  return text.replace(/(?<![\p{L}\d_.])\d+(?:\.\d+)?(?:e[+-]?\d+)?(?![\p{L}\d_])/gu, (figure) => decimal(figure));
}

export function noteTitle(list: ListId, cite: string): string {
  const notes = app.item.texts?.notes;
  return notes?.[`${list} ${cite}`] ?? notes?.[cite] ?? "";
}

/** Why the last call gave no answer, with what helps. */
export function itemFailure(): TemplateResult | typeof nothing {
  return failureText(app.item.failure);
}

export function failureText(failure: Failure | undefined): TemplateResult | typeof nothing {
  if (!failure) return nothing;
  return html`<div class="error-summary" id="item-failure" tabindex="-1" data-code=${failure.code}>
    <h2>${t("item-failed-title")}</h2>
    <p>${tCode("failure", failure.code)}</p>
    ${failure.message || failure.help ? html`<p class="hint" lang="en"><bdi>${[failure.message, failure.help].filter(Boolean).join(" – ")}</bdi></p>` : nothing}
  </div>`;
}
