import { geoEqualEarth, geoPath } from "d3-geo";
import { feature } from "topojson-client";
import world from "#world";
import type { LicensingTexts } from "../engine/licence-types.ts";
import type { Section } from "../state/licence-map.ts";

type Point = [number, number];
/** West, south, east, north. */
type Box = [number, number, number, number];
/** Left, top, width, height. */
export type View = [number, number, number, number];

/** One place as drawn: its outline, if it has one, its size and the point that stands for it. */
export interface Spot {
  /** Empty: no destination of its own. */
  code: string;
  path: string;
  size: number;
  at: Point;
}

export const WIDTH = 1000;
const BOXES: Record<Exclude<Section, "world">, Box> = {
  europe: [-14, 34.5, 42, 70],
  "asia-west": [25, 10, 78, 50],
  "asia-east": [66, -12, 150, 54],
  africa: [-20, -36, 58, 38],
  "america-north": [-168, 6, -52, 72],
  "america-south": [-92, -56, -32, 24],
  oceania: [108, -48, 190, 22],
};
/** The world ends with the coast of Antarctica. */
const [NORTH, SOUTH] = [90, -71];

// Turned a little, so that the edge of the map runs through the Bering Strait.
const projection = geoEqualEarth().rotate([-11, 0]).fitWidth(WIDTH, { type: "Sphere" });
const toPath = geoPath(projection).digits(1);
export const OUTLINE = toPath({ type: "Sphere" }) ?? "";

/** Every place of the rules and every other shape, big ones first, so that small ones lie on top. */
export function spots(destinations: LicensingTexts["destinations"]): Spot[] {
  const codes = new Map(Object.entries(destinations).map(([code, { numeric }]) => [numeric || code, code]));
  const drawn = new Set<string>();
  const all: Spot[] = feature(world.topology, world.topology.objects.places).features.map((shape) => {
    const id = String(shape.id);
    drawn.add(id);
    return { code: codes.get(id) ?? "", path: toPath(shape) ?? "", size: Math.sqrt(toPath.area(shape)), at: pointOf(id) };
  });
  for (const [id, code] of codes) if (!drawn.has(id) && world.points[id]) all.push({ code, path: "", size: 0, at: pointOf(id) });
  return all.sort((a, b) => b.size - a.size);
}

/** The part of the drawing that shows a part of the world. */
export function viewOf(section: Section): View {
  const [west, south, east, north]: Box = section === "world" ? [-168.9, SOUTH, 190.9, NORTH] : BOXES[section];
  const steps = Array.from({ length: 21 }, (_, at) => at / 20);
  const edge = steps.flatMap((step): Point[] => [[west + (east - west) * step, south], [west + (east - west) * step, north], [west, south + (north - south) * step], [east, south + (north - south) * step]]);
  const drawn = edge.map((point): Point => projection(point) ?? [0, 0]);
  const [xs, ys] = [drawn.map(([x]) => x), drawn.map(([, y]) => y)];
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return [left, top, Math.max(...xs) - left, Math.max(...ys) - top].map((edge) => Math.round(edge)) as View;
}

export function shows([left, top, width, height]: View, [x, y]: Point): boolean {
  return x >= left && x <= left + width && y >= top && y <= top + height;
}

/** The nearest place in a direction; the straighter ahead, the nearer. */
export function neighbour(from: Point, [right, down]: Point, candidates: Spot[]): Spot | undefined {
  let best: { spot: Spot; far: number } | undefined;
  for (const spot of candidates) {
    const [x, y] = [spot.at[0] - from[0], spot.at[1] - from[1]];
    const ahead = x * right + y * down;
    const aside = Math.abs(x * down) + Math.abs(y * right);
    if (ahead <= 0.01 || aside > 2 * ahead) continue;
    const far = ahead + 2 * aside;
    if (!best || far < best.far) best = { spot, far };
  }
  return best?.spot;
}

function pointOf(id: string): Point {
  return projection(world.points[id] ?? [0, 0]) ?? [0, 0];
}
