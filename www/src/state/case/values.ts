// What people type into the fields of a case, and what the engine reads. Doubtful figures are not guessed at.
import type { Locale } from "../../i18n/index.ts";
import { dayExists } from "../draft.ts";

/** `1970`, `1970-05`, `1970-05-31`. */
export function isPartialDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text) ?? [];
  if (!year) return false;
  if (!month) return true;
  return Number(month) >= 1 && Number(month) <= 12 && (!day || dayExists(Number(year), Number(month), Number(day)));
}

export function isDate(text: string): boolean {
  return text.length === 10 && isPartialDate(text);
}

/** Day, month and year as typed, in the order of the standard; read back with `datePartsOf`. */
export function joinDate(year: string, month: string, day: string): string {
  return [year, month, day].map((part) => part.replaceAll("-", "").trim()).join("-").replace(/-+$/, "");
}

export function datePartsOf(text: string | undefined): { year: string; month: string; day: string } {
  const [year = "", month = "", day = ""] = (text ?? "").split("-");
  return { year, month, day };
}

/** `1970-5-1` as the standard writes it. */
export function paddedDate(text: string): string {
  return text.split("-").map((part, at) => (at && /^\d$/.test(part) ? `0${part}` : part)).join("-");
}

/**
 * A typed amount as plain figures: `480.000,50` is 480000.5, `480 000` is 480000. Three digits after the only sign are
 * thousands where there are whole things and money (`whole`), and what the language says otherwise.
 */
export function amountOf(typed: string, locale: Locale, whole: boolean): string | undefined {
  const text = typed.trim().replace(/(?<=\d)[\s'’](?=\d)/g, "");
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  if (last < 0) return text.replace(/^0+(?=\d)/, "");
  const sign = text.charAt(last);
  const other = sign === "." ? "," : ".";
  const before = text.slice(0, last);
  const behind = text.slice(last + 1);
  const isGrouped = (part: string, by: string) => part.split(by).every((digits, at) => (at ? /^\d{3}$/ : /^[1-9]\d{0,2}$/).test(digits));
  const asPoint = () => (/^\d+$/.test(behind) ? `${before.replaceAll(other, "")}.${behind}`.replace(/0+$/, "").replace(/\.$/, "").replace(/^0+(?=\d)/, "") : undefined);
  if (before.includes(other)) return isGrouped(before, other) && !before.includes(sign) ? asPoint() : undefined;
  if (before.includes(sign)) return isGrouped(text, sign) ? text.replaceAll(sign, "") : undefined;
  const groups = locale === "de" ? "." : ",";
  return isGrouped(text, sign) && (whole || sign === groups) ? text.replaceAll(sign, "") : asPoint();
}

/** Percent of a share: one figure, or from one to another as registers give bands. */
export function shareOf(typed: string): string | undefined {
  const figures = typed.replaceAll("%", " ").trim().split(/\s*(?:-|–|to|bis|\.\.)\s*/i).map((part) => part.trim().replace(",", "."));
  if (figures.length > 2 || !figures.every((part) => /^\d{1,3}(?:\.\d+)?$/.test(part) && Number(part) <= 100)) return undefined;
  const [from, to] = figures;
  if (to === undefined) return `${from} %`;
  return Number(from) <= Number(to) ? `${from} to ${to} %` : undefined;
}

/** `8457.10`: four digits and more, in the groups people write them. */
export function isHs(text: string): boolean {
  return /^\d[\d .]*$/.test(text) && /^\d{4,10}$/.test(text.replace(/[ .]/g, ""));
}

export function isCode(code: string): boolean {
  return /^\d[A-E]\d{3}(?:\.[a-z0-9]+)*$/.test(code);
}

/** Number and unit of a mass. */
export function massOf(mass: string | undefined): { amount: string; unit: string } {
  const [, amount = "", unit = ""] = /^(.*?)\s*(kg|g|t|lb)?$/.exec(mass ?? "") ?? [];
  return { amount, unit: unit || "kg" };
}

export function linesOf(text: string): string[] {
  return text.split("\n").map((line) => line.trim()).filter(Boolean);
}
