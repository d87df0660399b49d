/** The screens of the case builder; part of the address, so that the browser's Back goes back one screen. */
export type CaseStep = (typeof CASE_STEPS)[number];
export const CASE_STEPS = ["start", "items", "item", "amount", "parties", "party", "details", "owners", "owner", "ties", "trusted", "route", "way", "leg", "use", "know", "signs", "sign", "check", "assessment"] as const;

export interface CasePlace {
  step: CaseStep;
  /** Item, party, leg, or the name of a list of signs. */
  id: string;
  /** Owner. */
  sub: string;
  /** Came from the list of all answers, and goes back there. */
  fromCheck: boolean;
}

/** The steps as the user sees them, with the screens of each. */
export const SECTIONS = ["items", "parties", "route", "use", "signs", "check"] as const;
export type Section = (typeof SECTIONS)[number];
const SCREENS: Record<Section, readonly CaseStep[]> = {
  items: ["items", "item", "amount"],
  parties: ["parties", "party", "details", "owners", "owner", "ties", "trusted"],
  route: ["route", "way", "leg"],
  use: ["use", "know"],
  signs: ["signs", "sign"],
  check: ["check", "assessment"],
};

export function sectionOf(step: CaseStep): Section | undefined {
  return SECTIONS.find((section) => SCREENS[section].includes(step));
}

export function casePlaceOf(hash: string): CasePlace {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  const [route, step = "", id = "", sub = ""] = path.split("/").map(decode);
  const known = route === "case" ? CASE_STEPS.find((one) => one === step) : undefined;
  return { step: known ?? "start", id, sub, fromCheck: query === "check" };
}

export function hrefOfCase(step: CaseStep, id = "", sub = "", fromCheck = false): string {
  const path = ["case", step === "start" ? "" : step, id, sub].filter(Boolean).map(encodeURIComponent).join("/");
  return `#/${path}${fromCheck ? "?check" : ""}`;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
