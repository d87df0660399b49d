declare module "#world" {
  import type { GeometryCollection, Topology } from "topojson-specification";
  /** Shapes by ISO number or own code, and a point (longitude, latitude) of each place. */
  const world: { topology: Topology<{ places: GeometryCollection }>; points: Record<string, [number, number]> };
  export default world;
}
