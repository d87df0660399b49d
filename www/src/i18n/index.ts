import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import de from "../../locales/de.ftl?raw";
import en from "../../locales/en.ftl?raw";
import { pseudoRtl } from "./pseudo.ts";

export type Locale = "en" | "de" | "qps-rtl";

interface Language {
  /** The language's own name. */
  label: string;
  dir: "ltr" | "rtl";
  /** For dates, numbers and country names. */
  intl: string;
  /** Where manifests carry texts in two languages. */
  content: "en" | "de";
  bundle: FluentBundle;
}

const languages: Record<Locale, Language> = {
  en: { label: "English", dir: "ltr", intl: "en-GB", content: "en", bundle: bundle("en", en) },
  de: { label: "Deutsch", dir: "ltr", intl: "de-DE", content: "de", bundle: bundle("de", de) },
  // Generated from English, for layout tests: reached with ?lang=qps-rtl only.
  "qps-rtl": { label: "qps-rtl", dir: "rtl", intl: "en-GB", content: "en", bundle: bundle("en", en, pseudoRtl) },
};

/** Languages a user can choose. */
export const offered: readonly { locale: Locale; label: string }[] = (["en", "de"] as const).map((locale) => ({ locale, label: languages[locale].label }));

let current: Locale = "en";

export function locale(): Locale {
  return current;
}

/** The language in which packs are asked for their texts. */
export function contentLanguage(): "en" | "de" {
  return languages[current].content;
}

export function languageName(code: string): string {
  return new Intl.DisplayNames(languages[current].intl, { type: "language", fallback: "code" }).of(code) ?? code;
}

export function isLocale(text: string | null | undefined): text is Locale {
  return text === "en" || text === "de" || text === "qps-rtl";
}

/** Sets language and direction of the whole page. */
export function setLocale(next: Locale): void {
  current = next;
  const root = document.documentElement;
  root.lang = next === "qps-rtl" ? "en" : next;
  root.dir = languages[next].dir;
}

/** One message. The key is always a literal, so that the message check can see it. */
export function t(key: string, args?: Record<string, FluentVariable>): string {
  const { bundle } = languages[current];
  const message = bundle.getMessage(key);
  if (!message?.value) return `{${key}}`;
  // With somewhere to put them, mistakes in a message cost a word, not the page.
  const errors: Error[] = [];
  const text = bundle.formatPattern(message.value, args ?? null, errors);
  for (const error of errors) console.error(`message ${key}:`, error);
  return text;
}

/** The message `prefix-code`, or `prefix-other` with the code as argument when there is no such message. */
export function tCode(prefix: string, code: string, args: Record<string, FluentVariable> = {}): string {
  const key = `${prefix}-${code.toLowerCase().replace(/[^a-z0-9]+/g, "-")}`;
  return hasMessage(key) ? t(key, args) : t(`${prefix}-other`, { ...args, code });
}

export function hasMessage(key: string): boolean {
  return languages[current].bundle.hasMessage(key);
}

export function pick(text: { en: string; de?: string } | undefined): string {
  if (!text) return "";
  return (languages[current].content === "de" ? text.de : undefined) ?? text.en;
}

export function number(value: number, options?: Intl.NumberFormatOptions): string {
  return new Intl.NumberFormat(languages[current].intl, options).format(value);
}

/** A score from 0 to 1 with two decimals; never rounded up to 1. */
export function score(value: number): string {
  const shown = value < 1 ? Math.min(value, 0.99) : value;
  return number(shown, { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

export function points(value: number): string {
  const digits = { minimumFractionDigits: 2, maximumFractionDigits: 2, signDisplay: "exceptZero" } as const;
  return number(Math.abs(value) < 0.005 ? 0 : value, digits).replace("-", "−");
}

export function date(iso: string | null | undefined): string {
  if (!iso) return t("date-unknown");
  const day = new Date(`${iso.slice(0, 10)}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return iso;
  return new Intl.DateTimeFormat(languages[current].intl, { dateStyle: "medium", timeZone: "UTC" }).format(day);
}

export function dateTime(iso: string): string {
  const day = new Date(iso);
  return Number.isNaN(day.getTime()) ? iso : new Intl.DateTimeFormat(languages[current].intl, { dateStyle: "medium", timeStyle: "short" }).format(day);
}

/** A date that may be partial, approximate or a span; as exact as the list is, not more. */
export function partialDate(text: string): string {
  const parts = /^(~?)(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?(?:\/(\d{4}))?$/.exec(text);
  if (!parts) return text;
  const [, circa, year, month, day, until] = parts;
  let shown = String(Number(year));
  if (month) {
    const moment = new Date(`${year}-${month}-${day ?? "01"}T00:00:00Z`);
    shown = new Intl.DateTimeFormat(languages[current].intl, { year: "numeric", month: "long", ...(day ? { day: "numeric" } : {}), timeZone: "UTC" }).format(moment);
  }
  if (until) shown = `${shown}–${until}`;
  return circa ? t("date-circa", { date: shown }) : shown;
}

/** A number written with a full stop (`0.9`, `12.7e6`), without losing a digit; powers of ten where zeros would blur it. */
export function decimal(figure: string): string {
  const value = Number(figure);
  const digits = figure.replace(/e.*$/i, "").replace(/[^\d]/g, "").replace(/^0+/, "").length;
  const exact = { maximumSignificantDigits: Math.min(21, Math.max(1, digits)) };
  if (value !== 0 && (Math.abs(value) >= 1e6 || Math.abs(value) < 1e-4)) {
    const power = Math.floor(Math.log10(Math.abs(value)) + 1e-9);
    return `${number(value / 10 ** power, exact)} × 10${superscript(power)}`;
  }
  return number(value, exact);
}

function superscript(power: number): string {
  return String(power).replace(/[\d-]/g, (sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹".charAt(Number(sign))));
}

export function list(items: string[], type: "conjunction" | "disjunction" = "conjunction"): string {
  return new Intl.ListFormat(languages[current].intl, { type }).format(items);
}

export function duration(seconds: number): string {
  const whole = Math.max(1, Math.round(seconds));
  return whole < 90 ? t("duration-seconds", { count: whole }) : t("duration-minutes", { count: Math.round(whole / 60) });
}

export function countryName(code: string): string {
  try {
    return new Intl.DisplayNames(languages[current].intl, { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

export function collator(): Intl.Collator {
  return new Intl.Collator(languages[current].intl, { numeric: true, sensitivity: "base" });
}

function bundle(tag: string, source: string, transform?: (text: string) => string): FluentBundle {
  const made = new FluentBundle(tag, transform ? { transform } : {});
  for (const error of made.addResource(new FluentResource(source))) console.error(error);
  return made;
}
