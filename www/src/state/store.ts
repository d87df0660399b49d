import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { Query } from "../engine/types.ts";

export type Verdict = "same" | "different" | "unsure";

/** A reasoned decision about one listed entry for one party, as it was when it was taken. */
export interface Decision {
  id: string;
  /** List, reference and folded name: what the decision is looked up by. */
  subject: string;
  query: Query;
  role: string;
  list: string;
  ref: string;
  listed_name: string;
  verdict: Verdict;
  reason: string;
  score: number;
  /** Digest of the entry then. */
  entry: string;
  /** Digest of the pack then. */
  pack: string;
  decided_at: string;
}

export interface SavedPack {
  name: string;
  bytes: Uint8Array;
  saved_at: string;
}

interface Schema extends DBSchema {
  decisions: { key: string; value: Decision; indexes: { subject: string } };
  packs: { key: string; value: SavedPack };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= openDB<Schema>("exportcheck", 1, {
    upgrade(db) {
      db.createObjectStore("decisions", { keyPath: "id" }).createIndex("subject", "subject");
      db.createObjectStore("packs");
    },
  });
  return opened;
}
