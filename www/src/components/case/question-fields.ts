import { html, nothing, type TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { repeat } from "lit/directives/repeat.js";
import type { Subject } from "../../engine/case-types.ts";
import { type Answer, type AttributeText, UNKNOWN } from "../../engine/item-types.ts";
import { t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { answersOf, setAnswer } from "../../state/case/edit.ts";
import { answerField, fieldId } from "../answer-field.ts";
import { attributeText } from "../item-text.ts";

const NONE = "none";

/** Questions of the rules about a subject, each with its field; the answers go into the case. */
export function questionFields(attributes: string[], subject: Subject, help: "open" | "folded" = "folded", below: (attribute: string) => TemplateResult | typeof nothing = () => nothing): TemplateResult | typeof nothing {
  if (!attributes.length) return nothing;
  return html`<div class="asks">${repeat(attributes, (attribute) => attribute, (attribute) => questionField(attribute, subject, help, below(attribute)))}</div>`;
}

function questionField(attribute: string, subject: Subject, help: "open" | "folded", below: TemplateResult | typeof nothing): TemplateResult {
  const text = attributeText(attribute);
  const place = subject.replace(/[:/]/g, "-") || "case";
  const id = `${fieldId(attribute, place)}-question`;
  const answer = answersOf(app.case.current, subject)[attribute];
  const lines = [text.help, text.measured].filter(Boolean);
  const give = (given: Answer | undefined) => app.case.change((kase) => setAnswer(kase, subject, attribute, given));
  const described = lines.length ? `${id}-help` : "";
  const problem = app.case.assessment?.problems.find((one) => one.subject === subject && one.field.replace(/^answers\./, "") === attribute);
  const field = { attribute, place, answer, give, labelledBy: id, describedBy: described, problem: problem && answer !== undefined ? { ...problem, attribute } : undefined };
  return html`
    <div class="ask" data-ask=${attribute} data-subject=${subject} data-answered=${answer === undefined ? "no" : "yes"}>
      <p class="ask-question" id=${id}>${text.question || text.label}</p>
      ${lines.length ? (help === "open" ? html`<div class="hint" id=${`${id}-help`}>${lines.map((line) => html`<p>${line}</p>`)}</div>` : html`<details class="ask-help"><summary>${t("licence-help")}<span class="visually-hidden">: ${text.label}</span></summary><div id=${`${id}-help`}>${lines.map((line) => html`<p>${line}</p>`)}</div></details>`) : nothing}
      <div class="ask-choices" data-kind=${text.kind}>${text.kind === "set" ? boxes(field, text) : answerField(field)}</div>
      ${text.cite ? html`<p class="fact-note ask-cite"><span class="cite">${text.cite}</span></p>` : nothing}
      <div role="status">${below}</div>
    </div>`;
}

interface Boxes {
  attribute: string;
  place: string;
  answer: Answer | undefined;
  give: (answer: Answer | undefined) => void;
  labelledBy: string;
  describedBy: string;
}

/** Several may be true, and “I do not know” may stand beside them; “none of these” stands alone. */
function boxes({ attribute, place, answer, give, labelledBy, describedBy }: Boxes, text: AttributeText): TemplateResult {
  const options = (text.options ?? []).filter(({ id }) => id !== NONE);
  const own = text.options?.find(({ id }) => id === NONE);
  const chosen = Array.isArray(answer) ? answer.filter((id) => id !== NONE && id !== UNKNOWN) : [];
  const unknown = answer === UNKNOWN || (Array.isArray(answer) && answer.includes(UNKNOWN));
  const none = Array.isArray(answer) && !unknown && chosen.length === 0;
  const say = (signs: string[], open: boolean) => give(open ? (signs.length ? [...signs, UNKNOWN] : UNKNOWN) : signs.length ? signs : undefined);
  const box = (id: string, label: string, on: boolean, change: (on: boolean) => void) => html`<label class="choice ${id === UNKNOWN ? "do-not-know" : ""}"><input type="checkbox" value=${id} .checked=${live(on)} @change=${(event: Event) => change((event.target as HTMLInputElement).checked)} /><span>${label}</span></label>`;
  return html`
    <div role="group" class="signs-boxes" id=${fieldId(attribute, place)} tabindex="-1" aria-labelledby=${labelledBy} aria-describedby=${describedBy || nothing}>
      ${options.map(({ id, label }) => box(id, label, chosen.includes(id), (on) => say(options.map((option) => option.id).filter((known) => (known === id ? on : chosen.includes(known))), unknown)))}
      <div class="signs-alone">
        ${box(NONE, own?.label ?? t("answer-none"), none, (on) => give(on ? (own ? [NONE] : []) : undefined))}
        ${box(UNKNOWN, t("i-do-not-know"), unknown, (on) => say(chosen, on))}
      </div>
    </div>`;
}
