import type { Answer, Answers } from "../engine/item-types.ts";
import type { Licensing, Question } from "../engine/licence-types.ts";
import { app } from "../state/app.ts";

/** Where the answers about an export are kept: in the check of one item, or in a case with several. */
export interface LicenceDesk {
  result: Licensing | undefined;
  answers: Answers;
  /** Questions of the checks that had not run. */
  checks: Map<string, { jurisdiction: string; check: string; asked: string[] }>;
  /** Cards that the user unfolded. */
  unfolded: Set<string>;
  answerOf(question: Question): Answer | undefined;
  isAnswered(question: Question): boolean;
  answer(question: Question, answer: Answer | undefined): unknown;
  /** Keeps the fields of several items on one page apart. */
  prefix?: string;
  /** Address of the step that holds a fact which has its own field. */
  hrefOf?(question: Question): string;
}

let current: LicenceDesk | undefined;

export function licenceDesk(): LicenceDesk {
  return current ?? app.licence;
}

/** Draws with other answers than those of the licence page. The whole drawing has to happen inside `work`. */
export function withDesk<T>(desk: LicenceDesk, work: () => T): T {
  const before = current;
  current = desk;
  try {
    return work();
  } finally {
    current = before;
  }
}
