import table from "../../../lists/countries.tsv?raw";
import { collator, countryName } from "./index.ts";

const spellings = new Map<string, string>();
const codes: string[] = [];
for (const line of table.split("\n")) {
  if (line.startsWith("#") || !line.trim()) continue;
  const [code = "", name = "", others = ""] = line.split("\t");
  codes.push(code);
  for (const spelling of [code, name, ...others.split("|")]) if (spelling.trim()) spellings.set(fold(spelling), code);
}
for (const language of ["en", "de", "fr", "es", "it"]) {
  const names = new Intl.DisplayNames(language, { type: "region" });
  for (const code of codes) {
    const name = fold(names.of(code) ?? code);
    if (!spellings.has(name)) spellings.set(name, code);
  }
}

/** Country codes in the order of their names in the page's language. */
export function countryCodes(): string[] {
  const order = collator();
  return [...codes].sort((a, b) => order.compare(countryName(a), countryName(b)));
}

/** ISO code for a code or a name in English, German, French, Spanish, Italian or a list's spelling. */
export function countryCode(text: string): string | undefined {
  return spellings.get(fold(text));
}

function fold(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}
