import { isLocale, type Locale } from "../i18n/index.ts";

export type Theme = "system" | "light" | "dark";
export interface Settings {
  locale: Locale;
  theme: Theme;
}

const KEY = "exportcheck.settings";

/** ?lang= wins, then what was chosen before, then the browser's languages. */
export function loadSettings(): Settings {
  const saved = read();
  const asked = new URLSearchParams(location.search).get("lang");
  const browser = navigator.languages.map((tag) => tag.slice(0, 2)).find((tag) => tag === "de" || tag === "en");
  const locale = [asked, saved.locale, browser].find(isLocale) ?? "en";
  const theme = saved.theme === "light" || saved.theme === "dark" ? saved.theme : "system";
  return { locale, theme };
}

export function saveSettings(settings: Settings): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(settings));
  } catch {
    // Storage may be refused (private window); the choice then lasts for this visit.
  }
}

function read(): Partial<Settings> {
  try {
    return JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Settings>;
  } catch {
    return {};
  }
}
