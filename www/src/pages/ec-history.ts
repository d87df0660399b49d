import { html, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { PageElement } from "../components/element.ts";

/** Its place until the page itself comes. */
@customElement("ec-history")
export class EcHistory extends PageElement {
  protected override render(): TemplateResult {
    return html``;
  }
}
