import type { Assessment, Case, CaseParty, HitDecision, Judgement, Owner, RiskTexts, Subject } from "../engine/case-types.ts";
import type { Answer } from "../engine/item-types.ts";
import type { Failure } from "../engine/protocol.ts";
import { app } from "./app.ts";
import { answersOf, setAnswer } from "./case/edit.ts";

/** The open case as the assessment page needs it: what it holds, what came of it, and the changes made on that page. */
export const desk = {
  get case(): Case | undefined {
    return app.case.current;
  },
  get result(): Assessment | undefined {
    return app.case.assessment;
  },
  get texts(): RiskTexts | undefined {
    return app.case.texts;
  },
  get failure(): Failure | undefined {
    return app.case.failure;
  },

  answerOf(subject: Subject, question: string): Answer | undefined {
    return answersOf(app.case.current, subject)[question];
  },

  /** Takes one answer; `undefined` takes it back. */
  answer(subject: Subject, question: string, answer: Answer | undefined): void {
    app.case.change((draft) => setAnswer(draft, subject, question, answer));
  },

  judge(judgements: Judgement[]): Promise<void> {
    return changed((draft) => {
      draft.judgements = [...without(draft.judgements ?? [], judgements), ...judgements];
    });
  },

  withdraw(of: { indicator: string; subject: Subject }[]): Promise<void> {
    return changed((draft) => {
      draft.judgements = without(draft.judgements ?? [], of);
    });
  },

  /** The latest decision on an entry for a party takes the place of the one before. */
  decide(decision: HitDecision): Promise<void> {
    return changed((draft) => {
      const { subject, list, ref } = decision;
      draft.decisions = [...(draft.decisions ?? []).filter((known) => known.subject !== subject || known.list !== list || known.ref !== ref), decision];
    });
  },

  /** The canonical text of a record of the case as it stands. */
  async record(made_at: string): Promise<string> {
    const asked = app.case.request();
    if (!asked) throw new Error("no case is open");
    return app.engine.record({ ...asked, made_at });
  },
};

/** Who signed last: the next form starts with that name. Kept for this visit only. */
export const signer = { name: "" };

/** Changes the case, and waits until it is written down and worked out anew. Throws when the browser did not keep it. */
async function changed(work: (draft: Case) => void): Promise<void> {
  app.case.change(work);
  await app.case.settled();
  if (app.case.saving === "failed") throw new Error("the browser did not keep the case");
  await app.case.assess();
  while (!app.case.fresh && !app.case.failure && app.case.current) await new Promise((settle) => app.addEventListener("change", settle, { once: true }));
}

/** A judgement about the case as a whole is kept without its empty subject. */
function without(all: Judgement[], of: { indicator: string; subject: Subject }[]): Judgement[] {
  return all.filter((known) => !of.some(({ indicator, subject }) => known.indicator === indicator && (known.subject ?? "") === subject));
}

/** `party`, `p1`; the case has neither. */
export function parts(subject: Subject): [kind: string, id: string] {
  const at = subject.indexOf(":");
  return at < 0 ? ["", ""] : [subject.slice(0, at), subject.slice(at + 1)];
}

/** The party or owner that a subject names. */
export function partyOf(of: Case | undefined, subject: Subject): CaseParty | Owner | undefined {
  const [, path] = parts(subject);
  const [first, ...rest] = path.split("/");
  let found: CaseParty | Owner | undefined = of?.parties?.find((known) => known.id === first);
  for (const id of rest) found = found?.owners?.find((known) => known.id === id);
  return found;
}
