import type { Assessment } from "../engine/case-types.ts";
import { type SavedRecord, store } from "./store.ts";

/** What a record says of itself, for lists and file names; nothing of it is believed before it was worked out again. */
export interface RecordFacts {
  title: string;
  case: string;
  made_at: string;
  digest: string;
  tier: string;
  as_of: string;
  rules: string;
  lists: string;
}

export async function allRecords(): Promise<SavedRecord[]> {
  const all = await (await store()).getAll("records");
  return all.sort((a, b) => (a.made_at < b.made_at ? 1 : -1));
}

export async function keepRecord(text: string): Promise<SavedRecord> {
  const { digest, title, made_at, case: id } = factsOf(text);
  if (!digest) throw new Error("the record has no digest");
  const record: SavedRecord = { digest, text, title, made_at, case: id };
  await (await store()).put("records", record);
  return record;
}

export async function forgetRecord(digest: string): Promise<void> {
  await (await store()).delete("records", digest);
}

export async function wipeRecords(): Promise<void> {
  await (await store()).clear("records");
}

/** Throws when the text is no JSON. */
export function factsOf(text: string): RecordFacts {
  const file = JSON.parse(text) as { made_at?: unknown; digest?: { value?: unknown }; packs?: { rules?: { digest?: unknown }; lists?: { digest?: unknown } | null }; case?: { id?: unknown; title?: unknown }; assessment?: Partial<Assessment> } | null;
  const words = (value: unknown) => (typeof value === "string" ? value : "");
  return {
    title: words(file?.case?.title), case: words(file?.case?.id), made_at: words(file?.made_at), digest: words(file?.digest?.value),
    tier: words(file?.assessment?.tier?.tier), as_of: words(file?.assessment?.as_of), rules: words(file?.packs?.rules?.digest), lists: words(file?.packs?.lists?.digest),
  };
}

/** `exportcheck-record-order-4711-1f2e3d4c5b6a.json` */
export function fileName({ title, digest }: Pick<SavedRecord, "title" | "digest">): string {
  const words = title.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-+|-+$/g, "").slice(0, 40);
  return ["exportcheck-record", words, digest.slice(0, 12)].filter(Boolean).join("-") + ".json";
}
