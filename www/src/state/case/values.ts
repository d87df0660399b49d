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

/** A typed amount as plain figures (`480.000,50` in German is 480000.5); nothing when it could be read in two ways. */
export function amountOf(typed: string, locale: Locale): string | undefined {
  const [group, point] = locale === "de" ? [".", ","] : [",", "."];
  let text = typed.trim().replace(/(?<=\d)[\s'’  ](?=\d)/g, "");
  if (!/^\d[\d.,]*$/.test(text)) return undefined;
  const grouped = (sign: string) => new RegExp(`^\\d{1,3}(?:\\${sign}\\d{3})+$`);
  const last = Math.max(text.lastIndexOf("."), text.lastIndexOf(","));
  const whole = last < 0 ? text : text.slice(0, last);
  const both = text.includes(".") && text.includes(",");
  if (both) {
    const other = text[last] === "." ? "," : ".";
    if (!grouped(other).test(whole)) return undefined;
    text = `${whole.replaceAll(other, "")}.${text.slice(last + 1)}`;
  } else if (last >= 0) {
    const sign = text[last] ?? "";
    const many = text.indexOf(sign) !== last;
    if (many || (sign === group && grouped(sign).test(text))) {
      if (!grouped(sign).test(text)) return undefined;
      text = text.replaceAll(sign, "");
    } else if (sign === point && !(grouped(sign).test(text) && !text.startsWith("0"))) text = `${whole}.${text.slice(last + 1)}`;
    else if (sign === group && text.length - last - 1 !== 3) text = `${whole}.${text.slice(last + 1)}`;
    else return undefined;
  }
  if (!/^\d+(?:\.\d+)?$/.test(text)) return undefined;
  return text.includes(".") ? text.replace(/0+$/, "").replace(/\.$/, "") : text;
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
