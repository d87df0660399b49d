import { type SavedPack, store } from "./store.ts";

/** The files the page always fetches, all of them, whatever the user does. */
export interface Shipped {
  parties: Uint8Array;
  scripts: Uint8Array | undefined;
}

export async function fetchShipped(): Promise<Shipped | undefined> {
  const index = await fetch("packs/index.json", { cache: "no-cache" });
  if (!index.ok) return undefined;
  const names = (await index.json()) as { parties?: string; scripts?: string };
  const [parties, scripts] = await Promise.all([bytes(names.parties), bytes(names.scripts)]);
  return parties && { parties, scripts };
}

export async function savedPack(): Promise<SavedPack | undefined> {
  return (await store()).get("packs", "parties");
}

export async function savePack(name: string, bytes: Uint8Array): Promise<void> {
  await (await store()).put("packs", { name, bytes, saved_at: new Date().toISOString() }, "parties");
}

export async function forgetPack(): Promise<void> {
  await (await store()).delete("packs", "parties");
}

async function bytes(name: string | undefined): Promise<Uint8Array | undefined> {
  if (!name) return undefined;
  const answer = await fetch(name, { cache: "no-cache" });
  return answer.ok ? new Uint8Array(await answer.arrayBuffer()) : undefined;
}
