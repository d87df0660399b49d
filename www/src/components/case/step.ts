import { html, nothing, type TemplateResult } from "lit";
import { state } from "lit/decorators.js";
import type { Case } from "../../engine/case-types.ts";
import { t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { type CaseStep, hrefOfCase } from "../../state/case/place.ts";
import type { Words } from "../../state/case/questions.ts";
import { focusOn, PageElement } from "../element.ts";
import { type Part, problemWords } from "./fields.ts";

/** One screen of the case builder: a question or a few that belong together, what is wrong with them, and on. */
export abstract class CaseStepElement extends PageElement {
  @state() protected problems: FieldProblem[] = [];

  protected abstract heading(): string;
  protected abstract body(): Part;
  /** The screen after this one. */
  protected abstract next(): string;
  /** The screen before this one. */
  protected abstract previous(): { href: string; label: string };

  /** What keeps this screen from being left with “Continue”. */
  protected check(): FieldProblem[] {
    return [];
  }

  protected lead(): Part {
    return nothing;
  }

  /** Beside “Continue”. */
  protected beside(): Part {
    return nothing;
  }

  protected below(): Part {
    return nothing;
  }

  protected get kase(): Case {
    return app.case.current ?? { format: 1, as_of: "" };
  }

  protected get words(): Words {
    return { risk: app.case.texts, rules: app.item.texts, licensing: app.licence.texts };
  }

  /** An address within the case that keeps the way back to the check. */
  protected to(step: CaseStep, id = "", sub = ""): string {
    return hrefOfCase(step, id, sub, app.casePlace.fromCheck);
  }

  protected override render(): TemplateResult {
    const before = app.casePlace.fromCheck ? { href: hrefOfCase("check"), label: t("case-back-check") } : this.previous();
    return html`
      <p class="builder-back"><a href=${before.href} data-back>${before.label}</a></p>
      <form class="builder-form" novalidate autocomplete="off" @submit=${this.#submit}>
        <div role="alert">${this.#summary()}</div>
        <h2 id="step-title" tabindex="-1">${this.heading()}</h2>
        ${this.lead()}
        ${this.body()}
        <div class="actions">
          <button type="submit" class="button" id="continue">${app.casePlace.fromCheck ? t("case-continue-check") : t("case-continue")}</button>
          ${this.beside()}
        </div>
      </form>
      ${this.below()}`;
  }

  protected async fail(problems: FieldProblem[]): Promise<void> {
    this.problems = problems;
    await focusOn(this, ".error-summary");
  }

  #summary(): Part {
    if (!this.problems.length) return nothing;
    return html`
      <div class="error-summary" tabindex="-1" aria-labelledby="error-title">
        <h2 id="error-title">${t("error-summary-title")}</h2>
        <ul>${this.problems.map((problem) => html`<li><a href=${`#${problem.field}`} @click=${(event: Event) => this.#goTo(event, problem.field)}>${problemWords(problem)}</a></li>`)}</ul>
      </div>`;
  }

  #goTo(event: Event, id: string): void {
    event.preventDefault();
    const field = this.querySelector<HTMLElement>(`#${CSS.escape(id)}`);
    (field?.tagName === "FIELDSET" ? (field.querySelector<HTMLElement>("input") ?? field) : field)?.focus();
  }

  async #submit(event: Event): Promise<void> {
    event.preventDefault();
    // Enter in a text field submits before the field says that it changed.
    const field = document.activeElement;
    if (field instanceof HTMLInputElement && field.type === "text") field.dispatchEvent(new Event("change", { bubbles: true }));
    const half = [...this.querySelectorAll<HTMLInputElement>("input[type=date]")].filter(({ validity }) => validity.badInput);
    const problems = [...half.map(({ id }) => ({ field: id, code: "date" })), ...this.check()];
    if (problems.length) return this.fail(problems);
    this.problems = [];
    location.hash = app.casePlace.fromCheck ? this.nextFromCheck() : this.next();
  }

  /** Where “Continue” leads when the user came from the list of all answers. */
  protected nextFromCheck(): string {
    return hrefOfCase("check");
  }
}

let dialogs = 0;

/** Asks before something is lost; resolves to whether the user said yes. */
export function confirmed(title: string, text: string, yes: string, no: string): Promise<boolean> {
  const dialog = document.createElement("dialog");
  const id = `confirm-${++dialogs}`;
  dialog.setAttribute("aria-labelledby", id);
  const part = (tag: string, words: string, attributes: Record<string, string> = {}) => {
    const made = document.createElement(tag);
    made.append(words);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    return made;
  };
  const form = part("form", "", { method: "dialog" });
  const actions = part("div", "", { class: "actions" });
  actions.append(part("button", no, { class: "button-quiet", value: "no", autofocus: "" }), part("button", yes, { class: "button", value: "yes" }));
  form.append(part("h2", title, { id }), part("p", text), actions);
  dialog.append(form);
  document.body.append(dialog);
  dialog.showModal();
  return new Promise((settle) => dialog.addEventListener("close", () => {
    dialog.remove();
    settle(dialog.returnValue === "yes");
  }));
}
