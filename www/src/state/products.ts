import type { Answer, Answers, Classification } from "../engine/item-types.ts";
import { type Product, store, type SavedVerdict } from "./store.ts";

export type { Product };

/** Lists whose result is another than when the product was saved. */
export interface Difference {
  lists: string[];
  /** The rules themselves were other ones. */
  rules: boolean;
}

export interface ProductsImported {
  added: number;
  known: number;
  /** Positions (from 1) of records that are not products. */
  refused: number[];
}

export function productOf(name: string, answers: Answers, result: Classification, id: string = crypto.randomUUID()): Product {
  return { id, name, family: result.family, answers: { ...answers }, rules: result.rules.digest, as_of: result.as_of, verdicts: verdictsOf(result), saved_at: new Date().toISOString() };
}

export async function saveProduct(product: Product): Promise<void> {
  await (await store()).put("products", product);
}

export async function deleteProduct(id: string): Promise<void> {
  await (await store()).delete("products", id);
}

export async function allProducts(): Promise<Product[]> {
  const all = await (await store()).getAll("products");
  return all.sort((a, b) => (a.saved_at < b.saved_at ? 1 : -1));
}

export async function exportProducts(): Promise<string> {
  return JSON.stringify({ format: "exportcheck-products", version: 1, products: await allProducts() }, null, 2);
}

/** Throws when the text is no products file at all. */
export async function importProducts(text: string): Promise<ProductsImported> {
  const file = JSON.parse(text) as { format?: unknown; version?: unknown; products?: unknown };
  if (file.format !== "exportcheck-products" || file.version !== 1 || !Array.isArray(file.products)) throw new Error("not a products file");
  const db = await store();
  const result: ProductsImported = { added: 0, known: 0, refused: [] };
  for (const [at, record] of file.products.entries()) {
    const product = asProduct(record);
    if (!product) result.refused.push(at + 1);
    else if (await db.get("products", product.id)) result.known++;
    else {
      await db.put("products", product);
      result.added++;
    }
  }
  return result;
}

/** How the result of today differs from the one saved. */
export function changedSince(product: Product, result: Classification): Difference {
  const now = new Map(verdictsOf(result).map((verdict) => [verdict.list, JSON.stringify(verdict)]));
  const then = new Map(product.verdicts.map((verdict) => [verdict.list, JSON.stringify(verdict)]));
  const lists = [...new Set([...now.keys(), ...then.keys()])].filter((list) => now.get(list) !== then.get(list));
  return { lists, rules: product.rules !== result.rules.digest };
}

function verdictsOf(result: Classification): SavedVerdict[] {
  return result.lists.map(({ list, verdict }) => ({ list, verdict, met: result.provisions.filter((provision) => provision.list === list && provision.result === "met").map(({ entry, path }) => (path ? `${entry}.${path}` : entry)).sort() }));
}

function asProduct(record: unknown): Product | undefined {
  if (typeof record !== "object" || record === null) return undefined;
  const p = record as Partial<Product>;
  if (![p.id, p.name, p.family, p.rules, p.as_of].every((text) => typeof text === "string" && text !== "")) return undefined;
  if (typeof p.answers !== "object" || p.answers === null || !Object.values(p.answers).every(isAnswer)) return undefined;
  if (!Array.isArray(p.verdicts) || !p.verdicts.every(isVerdict) || Number.isNaN(Date.parse(p.saved_at ?? ""))) return undefined;
  const { id, name, family, answers, rules, as_of, verdicts, saved_at } = p as Product;
  return { id, name, family, answers, rules, as_of, verdicts: verdicts.map(({ list, verdict, met }) => ({ list, verdict, met })), saved_at };
}

function isAnswer(answer: unknown): answer is Answer {
  return typeof answer === "string" || (Array.isArray(answer) && answer.every((item) => typeof item === "string"));
}

function isVerdict(verdict: Partial<SavedVerdict> | null): boolean {
  return typeof verdict?.list === "string" && typeof verdict.verdict === "string" && Array.isArray(verdict.met) && verdict.met.every((code) => typeof code === "string");
}
