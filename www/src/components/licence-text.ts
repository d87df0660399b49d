import { html, nothing, type TemplateResult } from "lit";
import type { Classification } from "../engine/item-types.ts";
import type { JurisdictionResult, MeasureAt, MeasureText } from "../engine/licence-types.ts";
import { list, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { SAME } from "../state/licence.ts";
import { codeOf, familyText, provisionTitle } from "./item-text.ts";

type Part = TemplateResult | typeof nothing;

export function measureText(id: string): MeasureText {
  return app.licence.texts?.measures[id] ?? { kind: "", check: null, jurisdiction: "", title: id, text: "", cite: "" };
}

/** The name under which an authorisation goes: `EU001`, `LVS`. */
export function authorisationName(measure: string): string {
  return measureText(measure).name ?? measure;
}

/** Several of them by their families: `TMP` for `TMP (a)(1)` and `TMP (b)`. */
export function authorisationFamilies(measures: string[]): string[] {
  return [...new Set(measures.map((measure) => authorisationName(measure).split(" ")[0] ?? measure))];
}

export function jurisdictionName(id: string): string {
  return app.licence.texts?.jurisdictions[id]?.name ?? id.toUpperCase();
}

export function checkName(id: string): string {
  return app.licence.texts?.checks[id]?.title ?? id;
}

/** The checks of a result that had no answers to run on, in words; empty when all ran. */
export function checksNotRun({ not_run }: JurisdictionResult): string {
  return [...new Set(not_run.map(({ check }) => check))].map(checkName).join("; ");
}

/** A citation, with a link where the text can be read. */
export function citation(cite: string, link?: string | null): TemplateResult {
  const url = link?.startsWith("https://") ? link : urlOf(cite);
  return url
    ? html`<a class="cite reference" href=${url} target="_blank" rel="noreferrer noopener">${cite}</a>`
    : html`<span class="cite reference">${cite}</span>`;
}

/** Where the text of a citation stands: sections of the US code by their number, regulations of the EU by theirs. */
export function urlOf(cite: string): string | undefined {
  const section = /\b(\d{1,2}) CFR (?:§+ ?)?(\d{1,4})\.(\d+)/.exec(cite);
  if (section) return `https://www.ecfr.gov/current/title-${section[1]}/section-${section[2]}.${section[3]}`;
  const part = /\b(\d{1,2}) CFR (?:part |Part )?(\d{3,4})\b(?:.*?\bSupp(?:lement|\.)?(?: No\.?)? ?(\d+))?/.exec(cite);
  if (part) return `https://www.ecfr.gov/current/title-${part[1]}/part-${part[2]}${part[3] ? `/appendix-Supplement%20No.%20${part[3]}%20to%20Part%20${part[2]}` : ""}`;
  const regulation = /\bReg(?:ulation|\.) \((?:EU|EC)\)(?: No\.?)? (\d+)\/(\d+)/.exec(cite);
  if (!regulation) return undefined;
  // Since 2015 the year stands first, before that the number.
  const [year, number] = Number(regulation[1]) > 2014 ? [regulation[1], regulation[2]] : [regulation[2], regulation[1]];
  return `https://eur-lex.europa.eu/eli/reg/${year}/${number}/oj`;
}

/** A paragraph of a list as the findings name it, with its title. */
export function provisionLine(jurisdiction: string, provision: string | null | undefined): Part {
  if (!provision) return nothing;
  const [entry = "", ...path] = provision.split(".");
  const title = provisionTitle({ list: jurisdiction, entry, path: path.join(".") });
  return html`<span class="reference">${provision}</span>${title ? html` ${title}` : nothing}`;
}

/** Things of one measure for several paragraphs, joined when they say the same. */
export function joined<T extends MeasureAt>(all: T[]): { one: T; provisions: string[] }[] {
  const groups = new Map<string, { one: T; provisions: string[] }>();
  for (const one of all) {
    const key = JSON.stringify({ ...one, provision: undefined });
    const group = groups.get(key) ?? { one, provisions: [] };
    groups.set(key, group);
    if (one.provision && !group.provisions.includes(one.provision)) group.provisions.push(one.provision);
  }
  return [...groups.values()];
}

/** What the user calls the item of the case. */
export function itemName(): string {
  const { licence, item } = app;
  if (licence.source === "checked" && item.family) return item.product?.name ?? familyText(item.family).name;
  if (licence.source === "product") return licence.product?.name ?? "";
  const asked = licence.item();
  if (!asked || !("codes" in asked)) return "";
  const codes = [...new Set(asked.codes.map(({ code }) => code))];
  return codes.length ? list(codes) : t("licence-item-none");
}

/** From where to where, in words. */
export function routeText(): string {
  const { exporter, destination } = app.licence.route;
  const name = (code: string) => app.licence.destinationName(code);
  if (exporter && destination) return t("licence-route", { from: name(exporter), to: name(destination) });
  return destination ? t("licence-route-to", { to: name(destination) }) : "";
}

/** The other facts of the route, as far as they were given. */
export function routeFacts(): string {
  const { licence } = app;
  const { route } = licence;
  const end = route.end_user_country === SAME ? route.destination : route.end_user_country;
  const facts: [string, string[]][] = [["origin", [route.origin]], ["end-user-country", [end]], ["party-countries", route.party_countries]];
  return facts.filter(([, codes]) => codes.some(Boolean)).map(([fact, codes]) => t("licence-fact-is", { fact: tCode("licence-fact", fact), value: list(codes.map((code) => licence.destinationName(code))) })).join(" · ");
}

/** What the answers about the item come to, when it was not named by its codes. */
export function classification(): Classification | undefined {
  return app.licence.source === "checked" ? app.item.result : app.licence.source === "product" ? app.licence.classified : undefined;
}

/** Codes met or stated in the list of a jurisdiction. */
export function codesIn(jurisdiction: string): string[] {
  const asked = app.licence.item();
  if (asked && "codes" in asked) return asked.codes.filter(({ list: of }) => of === jurisdiction).map(({ code }) => code);
  const one = classification()?.lists.find(({ list: of }) => of === jurisdiction);
  return one?.entries.flatMap(({ entry, met }) => met.map((path) => codeOf({ entry, path }))) ?? [];
}

/** What the item is in the list of the jurisdiction, in words. */
export function itemState({ jurisdiction, item }: JurisdictionResult): string {
  const codes = codesIn(jurisdiction);
  return codes.length && item === "listed" ? t("verdict-listed", { codes: list(codes) }) : tCode("licence-item", item);
}
