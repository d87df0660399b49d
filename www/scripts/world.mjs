// The shapes of the world map, made at build time from world-atlas: territories that export law treats on their own are cut
// out of the country they are drawn in (src/world/territories.json), and detail that no screen shows is left out.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { geoArea, geoBounds, geoCentroid } from "d3-geo";
import { feature, mergeArcs, quantize } from "topojson-client";
import { presimplify, simplify } from "topojson-simplify";

export const TERRITORIES = fileURLToPath(new URL("../src/world/territories.json", import.meta.url));
const ATLAS = createRequire(import.meta.url).resolve("world-atlas/countries-50m.json");
/** Smallest triangle kept, in square degrees, and steps of the grid that positions snap to. */
const [DETAIL, GRID] = [0.002, 20_000];

/** `topology` with one geometry per place, by ISO number or own code, and `points` (longitude, latitude) to mark small places at. */
export function makeWorld() {
  const { names, cuts, points } = JSON.parse(readFileSync(TERRITORIES, "utf8"));
  const topology = JSON.parse(readFileSync(ATLAS, "utf8"));
  const countries = new Map();
  for (const country of topology.objects.countries.geometries) {
    const id = country.id ?? names[country.properties.name] ?? country.properties.name;
    countries.set(id, [...(countries.get(id) ?? []), ...polygonsOf(country)]);
  }
  for (const { id, from, boxes } of cuts) {
    const polygons = countries.get(from) ?? [];
    const inside = polygons.filter((polygon) => boxes.some((box) => within(topology, polygon, box)));
    if (!inside.length) throw new Error(`world-atlas draws nothing of its own for ${id} within ${from}; mend src/world/territories.json`);
    countries.set(id, inside);
    countries.set(from, polygons.filter((polygon) => !inside.includes(polygon)));
  }
  const shapes = [...countries].filter(([, polygons]) => polygons.length);
  for (const [id, polygons] of shapes) points[id] ??= middle(topology, polygons);
  const geometries = shapes.map(([id, polygons]) => ({ ...mergeArcs(topology, polygons.map((arcs) => ({ type: "Polygon", arcs }))), id }));
  const plain = simplify(presimplify({ ...topology, objects: { places: { type: "GeometryCollection", geometries } } }), DETAIL);
  return { topology: quantize(plain, GRID), points };
}

function polygonsOf({ type, arcs }) {
  return type === "Polygon" ? [arcs] : arcs;
}

function shapeOf(topology, arcs) {
  return feature(topology, { type: "Polygon", arcs });
}

function within(topology, arcs, [west, south, east, north]) {
  const [[left, bottom], [right, top]] = geoBounds(shapeOf(topology, arcs));
  return left >= west && bottom >= south && right <= east && top <= north;
}

/** The middle of the largest part. */
function middle(topology, polygons) {
  const [largest] = polygons.map((arcs) => shapeOf(topology, arcs)).sort((a, b) => geoArea(b) - geoArea(a));
  return geoCentroid(largest).map((degrees) => Number(degrees.toFixed(2)));
}
