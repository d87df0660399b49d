export type Route = "one" | "many" | "lists" | "decisions";
export const routes: readonly Route[] = ["one", "many", "lists", "decisions"];

export function routeOf(hash: string): Route {
  const name = hash.replace(/^#\/?/, "");
  return routes.find((route) => route === name) ?? "one";
}

export function hrefOf(route: Route): string {
  return route === "one" ? "#/" : `#/${route}`;
}
