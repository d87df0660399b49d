import { type SavedPack, store } from "./store.ts";

/** The files the page always fetches, all of them, whatever the user does. */
export interface Shipped {
  parties: Uint8Array | undefined;
  scripts: Uint8Array | undefined;
  rules: Uint8Array | undefined;
}

export type PackKey = "parties" | "wording";

export async function fetchShipped(): Promise<Shipped | undefined> {
  const index = await fetch("packs/index.json", { cache: "no-cache" });
  if (!index.ok) return undefined;
  const names = (await index.json()) as { parties?: string; scripts?: string; rules?: string };
  const [parties, scripts, rules] = await Promise.all([bytes(names.parties), bytes(names.scripts), bytes(names.rules)]);
  return { parties, scripts, rules };
}

export async function savedPack(key: PackKey): Promise<SavedPack | undefined> {
  return (await store()).get("packs", key);
}

export async function savePack(key: PackKey, name: string, bytes: Uint8Array): Promise<void> {
  await (await store()).put("packs", { name, bytes, saved_at: new Date().toISOString() }, key);
}

export async function forgetPack(key: PackKey): Promise<void> {
  await (await store()).delete("packs", key);
}

async function bytes(name: string | undefined): Promise<Uint8Array | undefined> {
  if (!name) return undefined;
  const answer = await fetch(name, { cache: "no-cache" });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}
