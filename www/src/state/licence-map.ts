import { type EngineClient, isCancelled } from "../engine/client.ts";
import type { JurisdictionId, LicenceMap, LicenceOutcome, PlaceResult } from "../engine/licence-types.ts";
import type { Failure } from "../engine/protocol.ts";
import { failureOf } from "./item.ts";
import type { LicenceSession } from "./licence.ts";

/** The strictest first, as the engine weighs them. */
export const OUTCOMES: readonly LicenceOutcome[] = ["prohibited", "sanctions-review", "licence-required", "notify-authority", "authorisation-possible", "undecided", "none-identified", "not-in-scope"];
/** One jurisdiction, the stricter of both, or which of them finds more. */
export type Look = JurisdictionId | "stricter" | "differ";
/** How two results of one place compare: by which jurisdiction is stricter; `open` while one of them cannot be decided. */
export type Difference = "first" | "second" | "open" | "same";
export const DIFFERENCES: readonly Difference[] = ["first", "second", "open", "same"];
/** What a place is coloured by. */
export type Shade = LicenceOutcome | Difference;
/** The parts of the world to look at. */
export const SECTIONS = ["world", "europe", "asia-west", "asia-east", "africa", "america-north", "america-south", "oceania"] as const;
export type Section = (typeof SECTIONS)[number];

export interface Destination {
  code: string;
  name: string;
  results: PlaceResult[];
}

/** The case at hand over all destinations, and how it is looked at. Asked for only while the map is shown. */
export class MapSession {
  look: Look = "eu";
  view: "map" | "table" = "map";
  section: Section = "world";
  /** Pointed out by click, tap or key; empty: none. */
  chosen = "";
  /** Of the case as it was last asked; an older one while `working`. */
  result: LicenceMap | undefined;
  working = false;
  failure: Failure | undefined;

  #engine: EngineClient;
  #licence: LicenceSession;
  #changed: () => void;
  #asked = "";
  #running: AbortController | undefined;
  #destinations: { of: LicenceMap; named: unknown; all: Destination[] } | undefined;

  constructor(engine: EngineClient, licence: LicenceSession, changed: () => void) {
    this.#engine = engine;
    this.#licence = licence;
    this.#changed = changed;
  }

  /** Asks anew when the case is another one than before. */
  async evaluate(): Promise<void> {
    const asked = this.#licence.askedAnywhere();
    const key = asked ? JSON.stringify(asked) : "";
    if (key === this.#asked) return;
    this.#asked = key;
    this.#running?.abort();
    const mine = new AbortController();
    this.#running = mine;
    this.working = true;
    this.#changed();
    try {
      this.result = asked && (await this.#engine.licenseMap(asked, mine.signal));
      this.failure = undefined;
    } catch (error) {
      if (isCancelled(error)) return;
      this.result = undefined;
      this.failure = failureOf(error);
    }
    this.working = false;
    this.#changed();
  }

  set(change: Partial<Pick<MapSession, "look" | "view" | "section" | "chosen">>): void {
    Object.assign(this, change);
    this.#changed();
  }

  jurisdictions(): JurisdictionId[] {
    return this.result?.destinations[0]?.results.map(({ jurisdiction }) => jurisdiction) ?? [];
  }

  /** In the order of their names. */
  destinations(): Destination[] {
    const { result } = this;
    if (!result) return [];
    const named = this.#licence.destinations();
    if (this.#destinations?.of !== result || this.#destinations.named !== named) {
      const results = new Map(result.destinations.map((place) => [place.code, place.results]));
      this.#destinations = { of: result, named, all: named.flatMap(({ code, name }) => (results.has(code) ? [{ code, name, results: results.get(code) ?? [] }] : [])) };
    }
    return this.#destinations.all;
  }

  destination(code: string): Destination | undefined {
    return this.destinations().find((place) => place.code === code);
  }

  /** What the place is coloured by in the look chosen. */
  shade({ results }: Destination, look: Look = this.look): Shade {
    if (look === "differ") return difference(results);
    const own = results.find(({ jurisdiction }) => jurisdiction === look);
    return own?.outcome ?? stricter(results);
  }

  /** How many destinations have each shade; only what occurs, the strictest first. */
  counts(): [Shade, number][] {
    const counts = new Map<Shade, number>();
    for (const place of this.destinations()) counts.set(this.shade(place), (counts.get(this.shade(place)) ?? 0) + 1);
    return ([...OUTCOMES, ...DIFFERENCES] as Shade[]).flatMap((shade) => (counts.has(shade) ? [[shade, counts.get(shade) ?? 0] as [Shade, number]] : []));
  }
}

export function rank(outcome: LicenceOutcome): number {
  return OUTCOMES.indexOf(outcome);
}

function stricter(results: PlaceResult[]): LicenceOutcome {
  return results.map(({ outcome }) => outcome).sort((a, b) => rank(a) - rank(b))[0] ?? "undecided";
}

function difference([first, second]: PlaceResult[]): Difference {
  if (!first || !second || first.outcome === second.outcome) return "same";
  if (first.outcome === "undecided" || second.outcome === "undecided") return "open";
  return rank(first.outcome) < rank(second.outcome) ? "first" : "second";
}
