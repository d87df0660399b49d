import { html, nothing, type TemplateResult } from "lit";
import type { Classification, Criterion, ListId, OfficialLine, OfficialText, Outcome, Provision, Release } from "../engine/item-types.ts";
import { contentLanguage, list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { hrefOf, hrefOfStep } from "../state/route.ts";
import { answerText, attributeText, codeOf, criterionLabel, edition, entryTitle, limitText, listName, noteTitle, provisionTitle, valueText } from "./item-text.ts";

type Part = TemplateResult | typeof nothing;
const RANK: Record<Outcome, number> = { met: 0, unknown: 1, "not-met": 2 };

/** With more undecided paragraphs than these the verdict's questions lead on better than the paragraphs. */
const SURVEYABLE = 6;
/** So many sources of a worked-out value get a line of their own. */
const LONG = 3;

/** One paragraph, as each list has it. */
interface Clause {
  entry: string;
  path: string;
  sides: Map<ListId, Provision>;
  result: Outcome;
  /** Shown without unfolding: met, undecided, or taken out by a note. */
  decisive: boolean;
}

interface Entry {
  entry: string;
  lists: ListId[];
  clauses: Clause[];
  result: Outcome;
}

/** Every provision that was looked at, both lists side by side: what decides first, what is not met folded away. */
export function clauses(result: Classification): TemplateResult {
  const entries = entriesOf(result);
  const group = (wanted: (clause: Clause) => boolean) => {
    const found = entries.map((entry) => ({ ...entry, clauses: entry.clauses.filter(wanted) })).filter((entry) => entry.clauses.length);
    return { entries: found, count: found.reduce((sum, entry) => sum + entry.clauses.length, 0) };
  };
  const decided = group((clause) => clause.decisive && clause.result !== "unknown");
  const open = group((clause) => clause.result === "unknown");
  const rest = group((clause) => !clause.decisive);
  return html`
    <section class="clauses" aria-labelledby="clauses-title">
      <h3 id="clauses-title">${t("clauses-title")}</h3>
      ${decided.count + open.count ? nothing : html`<p>${t("clauses-none-open")}</p>`}
      ${decided.entries.map((entry) => entrySection(entry, result, "decided"))}
      ${open.count ? html`<details class="clauses-open" ?open=${open.count <= SURVEYABLE}><summary>${t("clauses-undecided", { count: open.count })}</summary>${open.entries.map((entry) => entrySection(entry, result, "open"))}</details>` : nothing}
      ${rest.count ? html`<details class="clauses-rest"><summary>${t("clauses-not-met", { count: rest.count })}</summary>${rest.entries.map((entry) => entrySection(entry, result, "rest"))}</details>` : nothing}
      ${app.item.wording ? nothing : html`<p class="hint">${t("wording-hint")} <a href=${hrefOf("lists")}>${t("nav-lists")}</a></p>`}
    </section>`;
}

function entriesOf(result: Classification): Entry[] {
  const entries = new Map<string, Map<string, Clause>>();
  for (const provision of result.provisions) {
    const inside = entries.get(provision.entry) ?? new Map<string, Clause>();
    entries.set(provision.entry, inside);
    const clause = inside.get(provision.path) ?? { entry: provision.entry, path: provision.path, sides: new Map(), result: "not-met" as Outcome, decisive: false };
    inside.set(provision.path, clause);
    clause.sides.set(provision.list, provision);
    if (RANK[provision.result] < RANK[clause.result]) clause.result = provision.result;
    if (provision.result !== "not-met" || provision.released_by.some(takesOut)) clause.decisive = true;
  }
  const asked = result.lists.map((one) => one.list);
  return [...entries].map(([entry, inside]) => {
    const all = [...inside.values()].sort((a, b) => RANK[a.result] - RANK[b.result]);
    const standing = app.item.texts?.entries[entry]?.lists ?? asked;
    return { entry, clauses: all, lists: asked.filter((id) => standing.includes(id) || all.some((clause) => clause.sides.has(id))), result: all[0]?.result ?? "not-met" };
  }).sort((a, b) => RANK[a.result] - RANK[b.result]);
}

/** A note that the item's own values meet; one that only points to another provision decides nothing new. */
function takesOut({ result, criteria: all }: Release): boolean {
  return result === "met" && all.some(({ attribute }) => attribute);
}

function entrySection({ entry, lists, clauses: all }: Entry, result: Classification, part: "decided" | "open" | "rest"): TemplateResult {
  const id = `entry-${part}-${entry}`;
  const folded = part === "rest";
  const texts = app.item.texts?.entries[entry];
  const controlled = result.lists.some((one) => one.entries.some((known) => known.entry === entry && known.met.length));
  const standing = all.flatMap((clause) => [...clause.sides.values()]).filter((provision) => provision.result === "met");
  const about = (list: ListId | undefined, path: string) => standing.some((provision) => (!list || provision.list === list) && (path === "*" || provision.path === path || provision.path.startsWith(`${path}.`)));
  const notes = folded || !controlled ? [] : (texts?.reason_notes ?? []).filter(({ note, list: of, paths }) => note && paths?.some((path) => about(of, path)));
  return html`
    <section class="entry" aria-labelledby=${id} data-entry=${entry}>
      <h4 id=${id}><span class="reference">${entry}</span> ${entryTitle(entry)}</h4>
      ${folded ? nothing : html`
        ${texts?.summary ? html`<p>${texts.summary}</p>` : nothing}
        ${result.lists.flatMap((one) => one.entries.filter((known) => known.entry === entry && known.reasons.length && known.result !== "not-met").map((known) => html`<p class="entry-reasons"><span class="fact-note">${t("reasons-title", { list: listName(one.list) })}</span> ${list(known.reasons.map(reasonText))}</p>`))}
        ${notes.length ? html`<ul class="fact-note">${notes.map(({ paths, codes, note }) => html`<li><span class="reference">${[codes?.join(", "), paths?.filter((path) => path !== "*").join(", ")].filter(Boolean).join(" · ")}</span> ${note}</li>`)}</ul>` : nothing}`}
      ${lists.length === 1 ? html`<p class="fact-note">${t("entry-only-in", { list: listName(lists[0] ?? "") })}</p>` : nothing}
      ${all.map((clause) => clauseRow(clause, lists))}
      ${folded ? nothing : official(entry, lists)}
    </section>`;
}

function clauseRow(clause: Clause, lists: ListId[]): TemplateResult {
  const sides = lists.map((id) => ({ id, provision: clause.sides.get(id) }));
  const titles = new Set(sides.map(({ provision }) => provision && provisionTitle(provision)).filter(Boolean));
  const results = new Set([...clause.sides.values()].map(({ result }) => result));
  const differs = lists.length > 1 && (sides.some(({ provision }) => !provision || provision.differs) || results.size > 1);
  const twins = !differs && lists.length > 1 && new Set(sides.map(({ provision }) => JSON.stringify([provision?.criteria, provision?.released_by, provision?.missing]))).size === 1;
  return html`
    <article class="clause ${differs ? "clause-differs" : ""}" data-clause=${codeOf(clause)} data-result=${clause.result}>
      <h5><span class="reference">${codeOf(clause)}</span> ${titles.size === 1 ? [...titles][0] : nothing}</h5>
      ${differs ? html`<p class="differs-note">${t("clause-differs")}</p>` : nothing}
      <div class="sides ${lists.length > 1 ? "" : "one-side"}">${sides.map(({ id, provision }, at) => side(id, provision, titles.size > 1, twins && at > 0))}</div>
    </article>`;
}

function side(id: ListId, provision: Provision | undefined, titled: boolean, twin: boolean): TemplateResult {
  if (!provision) return html`<div class="side side-absent" data-list=${id}><p class="side-list">${listName(id)}</p><p class="fact-note">${t("clause-absent")}</p></div>`;
  return html`
    <div class="side ${twin ? "twin" : ""}" data-list=${id} data-result=${provision.result}>
      <p class="side-list">${listName(id)} <span class="outcome outcome-${provision.result}">${tCode("outcome", provision.result)}</span></p>
      ${titled ? html`<p>${provisionTitle(provision)}</p>` : nothing}
      ${provision.status && provision.status !== "in-force" ? html`<p class="clause-status">${tCode("status", provision.status)}</p>` : nothing}
      ${provision.modelled ? nothing : html`<p>${t("clause-described")}</p>`}
      <div class="side-why">
        ${criteria(provision.criteria)}
        ${provision.released_by.map((release) => releaseNote(id, release))}
        ${provision.missing.length ? html`<p class="clause-missing">${t("clause-missing")} ${missingLinks(provision.missing)}</p>` : nothing}
      </div>
      ${twin ? html`<p class="twin-note fact-note">${t("clause-twin")}</p>` : nothing}
      ${provision.reasons?.length ? html`<p class="fact-note">${t("clause-reasons", { reasons: provision.reasons.join(", ") })}</p>` : nothing}
      ${wordingBeside(provision)}
    </div>`;
}

export function criteria(all: Criterion[]): Part {
  return all.length ? html`<ul class="criteria">${all.map(criterionRow)}</ul>` : nothing;
}

function criterionRow(criterion: Criterion): TemplateResult {
  const { attribute, given, result, near, cite, from } = criterion;
  const value = valueText(criterion);
  const yours = given !== null && given !== undefined && attribute ? answerText(attribute, given) : value;
  const source = given ? "" : from?.length ? t("criterion-from", { sources: list(from.map((id) => attributeText(id).label)) }) : attribute && value && !app.licence.fact(attribute) ? t("criterion-by-definition") : "";
  return html`
    <li class="criterion" data-result=${result} data-attribute=${attribute ?? nothing}>
      <span class="criterion-label">${criterionLabel(criterion)}</span>
      ${attribute || yours ? html`<span class="criterion-yours"><span class="side-word">${t("criterion-yours")}</span> <bdi>${yours || t("criterion-no-answer")}</bdi>${source && (from?.length ?? 0) < LONG ? html` <span class="fact-note">${source}</span>` : nothing}</span>` : nothing}
      <span class="criterion-limit"><span class="side-word">${t("criterion-limit")}</span> <bdi>${limitText(criterion)}</bdi></span>
      <span class="outcome outcome-${result}">${tCode("outcome", result)}</span>
      <span class="criterion-cite reference">${cite}</span>
      ${source && (from?.length ?? 0) >= LONG ? html`<span class="criterion-source fact-note">${source}</span>` : nothing}
      ${near ? html`<span class="near">${t("criterion-near")}</span>` : nothing}
    </li>`;
}

/** A note that takes the item out, or could. */
function releaseNote(id: ListId, { cite, result, criteria: all }: Release): TemplateResult {
  const title = noteTitle(id, cite);
  return html`<div class="release" data-result=${result}><p><strong>${result === "met" ? t("released-by") : t("release-open")}</strong> <span class="reference">${cite}</span>${title ? html` ${title}` : nothing}</p>${criteria(all)}</div>`;
}

function missingLinks(attributes: string[]): TemplateResult {
  const { family } = app.item;
  return html`${attributes.map((attribute, at) => html`${at ? ", " : nothing}<a href=${hrefOfStep(family, "question", attribute)}>${attributeText(attribute).label}</a>`)}`;
}

/** Where to read the official text, and all of its wording when it is loaded. */
function official(entry: string, lists: ListId[]): TemplateResult {
  const links = app.item.texts?.entries[entry]?.links ?? {};
  return html`<div class="official sides ${lists.length > 1 ? "" : "one-side"}">${lists.map((id) => {
    const wording = app.item.wordingOf(id, entry);
    const url = links[id];
    return html`<div class="side" data-list=${id}>
      ${wording ? wordingOf(wording, entry, wording.lines) : nothing}
      ${url?.startsWith("https://") ? html`<p class="official-link"><a href=${url} target="_blank" rel="noreferrer noopener">${t("official-link", { list: listName(id) })}</a></p>` : nothing}
    </div>`;
  })}</div>`;
}

/** The official wording of a paragraph: its own lines, those above it and their notes. */
function wordingBeside(provision: Provision): Part {
  const wording = app.item.wordingOf(provision.list, provision.entry);
  if (!wording) return nothing;
  const code = codeOf(provision);
  const within = (inner: string, outer: string) => inner === outer || inner.startsWith(`${outer}.`);
  // Of the lines about the whole entry only its title and the notes; the rest stands under the entry.
  const apart = (line: OfficialLine, at: number) => line.code === provision.entry && at > 0 && (line.kind === "text" || line.kind === "heading");
  const lines = wording.lines.filter((line, at) => (within(code, line.code) || within(line.code, code)) && !apart(line, at));
  return lines.length ? wordingOf(wording, code, lines) : nothing;
}

function wordingOf({ list: id, version }: OfficialText, code: string, lines: OfficialLine[]): TemplateResult {
  return html`<details class="wording" data-wording=${code}>
    <summary>${t("official-wording", { list: listName(id), code })}</summary>
    <div class="wording-text" tabindex="0" role="group" aria-label=${t("official-wording", { list: listName(id), code })} lang="en">
      ${lines.map(({ code: of, kind, text, caution }) => html`<p class="wording-line kind-${kind} ${of === code ? "own" : ""}"><span class="reference">${of}</span> ${text}${caution ? html` <span class="fact-note" lang=${contentLanguage()}>${tCode("wording-caution", caution)}</span>` : nothing}</p>`)}
      <p class="fact-note" lang=${contentLanguage()}>${t("wording-source", { list: listName(id), version: edition(version) })}</p>
    </div>
  </details>`;
}

/** `NS1` in words: the reason, and the column of the Country Chart when there is one. */
export function reasonText(code: string): string {
  const [, letters = code, column = ""] = /^([A-Z]+)(\d?)$/.exec(code) ?? [];
  const name = tCode("reason", letters);
  return column ? t("reason-column", { code, name, column }) : t("reason-plain", { code, name });
}
