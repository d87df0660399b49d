import { LitElement } from "lit";
import { app } from "../state/app.ts";

/**
 * A component of this page. It renders into the document itself: labels, skip links and printing then work across
 * components, and the one style sheet reaches everything. It renders again whenever the state changes.
 */
export class PageElement extends LitElement {
  readonly #changed = () => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    app.addEventListener("change", this.#changed);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    app.removeEventListener("change", this.#changed);
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
}

let last = 0;
/** An id for joining a label with its field. */
export function freshId(prefix: string): string {
  return `${prefix}-${++last}`;
}

/** Moves the focus once the page has been drawn. */
export async function focusOn(host: LitElement, selector: string): Promise<void> {
  await host.updateComplete;
  const target = host.querySelector<HTMLElement>(selector);
  target?.focus();
  target?.scrollIntoView({ block: "nearest" });
}
