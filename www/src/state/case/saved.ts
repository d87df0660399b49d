import type { Case, SavedCase } from "../../engine/case-types.ts";
import { store } from "../store.ts";

/** The case that was open last: in this tab, or else in any. */
const KEY = "exportcheck.case";

export function lastOpen(): string | undefined {
  try {
    return sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? undefined;
  } catch {
    return undefined;
  }
}

export function rememberOpen(id: string | undefined): void {
  try {
    for (const kept of [sessionStorage, localStorage]) {
      if (id) kept.setItem(KEY, id);
      else kept.removeItem(KEY);
    }
  } catch {
    // Storage may be refused (private window): the list of cases still leads to it.
  }
}

export async function allCases(): Promise<SavedCase[]> {
  const all = await (await store()).getAll("cases");
  return all.sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1));
}

export async function savedCase(id: string): Promise<SavedCase | undefined> {
  return (await store()).get("cases", id);
}

/** Writes a case unless another tab wrote it since `before`; then nothing is written, and the answer is `false`. */
export async function putCase(saved: SavedCase, before: string | undefined): Promise<boolean> {
  const change = (await store()).transaction("cases", "readwrite");
  const there = await change.store.get(saved.id);
  const ours = there === undefined || there.updated_at === before;
  if (ours) await change.store.put(saved);
  await change.done;
  return ours;
}

export async function deleteCase(id: string): Promise<void> {
  await (await store()).delete("cases", id);
}

export async function countRecords(): Promise<number> {
  return (await store()).count("records");
}

export async function wipeCases(records: boolean): Promise<void> {
  const db = await store();
  await db.clear("cases");
  if (records) await db.clear("records");
  rememberOpen(undefined);
}

/** Without what belongs to the original only: decisions and judgements stay, they are about the same parties. */
export async function copyCase(original: SavedCase, title: string): Promise<SavedCase> {
  const id = crypto.randomUUID();
  const { assessed: _, ...rest } = original;
  const copy: SavedCase = { ...rest, id, case: { ...original.case, id, title }, updated_at: new Date().toISOString() };
  await (await store()).put("cases", copy);
  return copy;
}

export interface CasesImported {
  added: string[];
  /** Already here, word for word. */
  known: number;
  /** Another case with the same number is here: added beside it. */
  beside: string[];
}

export async function addCases(cases: Case[], besideTitle: (title: string) => string): Promise<CasesImported> {
  const db = await store();
  const result: CasesImported = { added: [], known: 0, beside: [] };
  for (const one of cases) {
    const id = one.id || crypto.randomUUID();
    const there = await db.get("cases", id);
    const updated_at = new Date().toISOString();
    if (there && canonical(there.case) === canonical({ ...one, id })) result.known++;
    else if (there) {
      const fresh = crypto.randomUUID();
      const title = besideTitle(one.title ?? "");
      await db.put("cases", { id: fresh, case: { ...one, id: fresh, title }, updated_at, as_of_fixed: true });
      result.beside.push(title);
    } else {
      await db.put("cases", { id, case: { ...one, id }, updated_at, as_of_fixed: true });
      result.added.push(one.title ?? "");
    }
  }
  return result;
}

/** The same text for the same content, whatever the order of its fields. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) => (typeof one === "object" && one !== null && !Array.isArray(one) ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1))) : one));
}
