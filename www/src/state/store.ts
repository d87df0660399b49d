import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { SavedCase, SavedRecord } from "../engine/case-types.ts";
import type { Answers, ListVerdict } from "../engine/item-types.ts";
import type { Query, Verdict } from "../engine/types.ts";

export type { SavedCase, SavedRecord, Verdict };

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

export interface SavedVerdict {
  list: string;
  verdict: ListVerdict;
  /** Full codes of the provisions met. */
  met: string[];
}

/** An item as it was saved, with the result of that day. */
export interface Product {
  id: string;
  name: string;
  family: string;
  answers: Answers;
  /** Digest of the rules then. */
  rules: string;
  as_of: string;
  verdicts: SavedVerdict[];
  saved_at: string;
}

interface Schema extends DBSchema {
  decisions: { key: string; value: Decision; indexes: { subject: string } };
  packs: { key: string; value: SavedPack };
  products: { key: string; value: Product };
  cases: { key: string; value: SavedCase };
  records: { key: string; value: SavedRecord; indexes: { case: string } };
}

let opened: Promise<IDBPDatabase<Schema>> | undefined;

export function store(): Promise<IDBPDatabase<Schema>> {
  opened ??= open();
  return opened;
}

function open(): Promise<IDBPDatabase<Schema>> {
  return new Promise((settle, refuse) => {
    openDB<Schema>("exportcheck", 3, {
      upgrade(db, before) {
        if (before < 1) {
          db.createObjectStore("decisions", { keyPath: "id" }).createIndex("subject", "subject");
          db.createObjectStore("packs");
        }
        if (before < 2) db.createObjectStore("products", { keyPath: "id" });
        if (before < 3) {
          db.createObjectStore("cases", { keyPath: "id" });
          db.createObjectStore("records", { keyPath: "digest" }).createIndex("case", "case");
        }
      },
      // An older page in another tab holds the storage: work without it instead of waiting for that tab.
      blocked: () => refuse(new Error("the storage is in use by an older page")),
      blocking: (_, __, event) => (event.target as IDBDatabase).close(),
    }).then(settle, refuse);
  });
}
