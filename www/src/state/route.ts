export type Route = "case" | "cases" | "history" | "record" | "item" | "licence" | "coverage" | "one" | "many" | "lists" | "decisions";

/** The pages by subject, in the order of the navigation. */
export const ROUTES: Record<"case" | "item" | "party", readonly Route[]> = { case: ["case", "cases", "history", "record"], item: ["item", "licence", "coverage"], party: ["one", "many", "lists", "decisions"] };
const routes: readonly Route[] = [...ROUTES.case, ...ROUTES.item, ...ROUTES.party];

export function routeOf(hash: string): Route {
  const name = segments(hash)[0] ?? "";
  return routes.find((route) => route === name) ?? "one";
}

export function hrefOf(route: Route): string {
  return route === "one" ? "#/" : `#/${route}`;
}

/** The steps of checking an item. */
export type Step = "search" | "review" | "question" | "sheet" | "paste" | "result";
const STEPS: readonly Step[] = ["review", "question", "sheet", "paste", "result"];

/** Where in the check of an item the user is; part of the address, so that the browser's Back goes back one question. */
export interface Place {
  family: string;
  step: Step;
  attribute: string;
}

export function placeOf(hash: string): Place {
  const [route, family = "", step = "", attribute = ""] = segments(hash);
  if (route !== "item" || !family) return { family: "", step: "search", attribute: "" };
  return { family, step: STEPS.find((known) => known === step) ?? "review", attribute };
}

export function hrefOfStep(family: string, step: Step, attribute = ""): string {
  return `#/${["item", family, step, attribute].filter(Boolean).map(encodeURIComponent).join("/")}`;
}

/** The views of one export: its result, the world map, the bill of materials. */
export type LicenceTab = (typeof LICENCE_TABS)[number];
export const LICENCE_TABS = ["result", "map", "bom"] as const;

export function licenceTabOf(hash: string): LicenceTab {
  const [route, tab] = segments(hash);
  return (route === "licence" && LICENCE_TABS.find((known) => known === tab)) || "result";
}

export function hrefOfTab(tab: LicenceTab): string {
  return tab === "result" ? "#/licence" : `#/licence/${tab}`;
}

function segments(hash: string): string[] {
  return (hash.replace(/^#\/?/, "").split("?")[0] ?? "").split("/").map(decode);
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return "";
  }
}
