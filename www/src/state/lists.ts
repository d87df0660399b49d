import catalogue from "#catalogue";
import type { Localised, Manifest, ManifestList } from "../engine/types.ts";

/** A list this tool can read, from lists/catalogue.toml. */
export interface KnownList {
  id: string;
  title: Localised;
}

/** Every list this tool can read, so that the page can say which ones are not loaded. */
export const KNOWN_LISTS: readonly KnownList[] = catalogue;

export type Age = { state: "fresh" | "stale"; days: number } | { state: "unknown" };

/** How old a list is today; a list without any date is of unknown age, never fresh. */
export function ageOf(list: ManifestList, today: Date): Age {
  const known = list.published ?? list.retrieved;
  const then = known ? Date.parse(`${known}T00:00:00Z`) : Number.NaN;
  if (Number.isNaN(then)) return { state: "unknown" };
  const days = Math.max(0, Math.floor((today.getTime() - then) / 86_400_000));
  return { state: days > list.stale_after_days ? "stale" : "fresh", days };
}

export function notLoaded(manifest: Manifest | undefined): KnownList[] {
  const loaded = new Set(manifest?.lists.map((list) => list.id));
  return KNOWN_LISTS.filter(({ id }) => !loaded.has(id));
}

/** Oldest and newest date over the loaded lists. */
export function dateSpan(manifest: Manifest): { oldest: string | null; newest: string | null; undated: number } {
  const dates = manifest.lists.map((list) => list.published ?? list.retrieved);
  const known = dates.filter((day): day is string => day !== null && day !== undefined).sort();
  return { oldest: known[0] ?? null, newest: known.at(-1) ?? null, undated: dates.length - known.length };
}
