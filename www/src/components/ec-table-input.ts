import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { t, tCode } from "../i18n/index.ts";
import { PageElement } from "./element.ts";

/** Text that is too long for a browser to insert as if it were typed. */
const LONG = 10_000;

/** What a table is read into. */
export interface TableReader {
  pasted: string;
  readProblem: string | undefined;
  readFile(file: File): Promise<void>;
  readPasted(): Promise<void>;
}

/** A file to choose or drop, or rows to paste. Tells with `read` that reading ended, well or not. */
@customElement("ec-table-input")
export class EcTableInput extends PageElement {
  @property({ attribute: false }) reader: TableReader | undefined;
  /** Begins the ids. */
  @property() idPrefix = "table";
  @property({ attribute: false }) fileHint = "";
  @property({ attribute: false }) pasteHint = "";
  @state() private over = false;

  protected override render(): TemplateResult {
    const { reader, idPrefix: prefix } = this;
    return html`
      <div role="alert">${reader?.readProblem ? html`<p class="problem" id=${`${prefix}-read-problem`} tabindex="-1">${tCode("read-problem", reader.readProblem)}</p>` : nothing}</div>
      <div class="drop ${this.over ? "over" : ""}" @dragover=${this.#dragOver} @dragleave=${() => (this.over = false)} @drop=${this.#drop}>
        <label for=${`${prefix}-file`}>${t("many-file-label")}</label>
        <p class="hint" id=${`${prefix}-file-hint`}>${this.fileHint}</p>
        <input id=${`${prefix}-file`} type="file" accept=".csv,.tsv,.txt,.xlsx" aria-describedby=${`${prefix}-file-hint`} @change=${this.#picked} />
      </div>
      <form class="paste" @submit=${this.#paste}>
        <div class="field">
          <label for=${`${prefix}-pasted`}>${t("many-paste-label")}</label>
          <p class="hint" id=${`${prefix}-pasted-hint`}>${this.pasteHint}</p>
          <textarea id=${`${prefix}-pasted`} rows="6" class="reference" spellcheck="false" aria-describedby=${`${prefix}-pasted-hint`} .value=${reader?.pasted ?? ""} @paste=${this.#pastedText} @input=${this.#typed}></textarea>
        </div>
        <button type="submit" class="button">${t("many-paste-submit")}</button>
      </form>`;
  }

  async #read(work: Promise<void> | undefined): Promise<void> {
    await work;
    this.dispatchEvent(new CustomEvent("read"));
  }

  #typed(event: Event): void {
    if (this.reader) this.reader.pasted = (event.target as HTMLTextAreaElement).value;
  }

  /** Browsers take many seconds to insert thousands of lines; setting the value takes none. */
  #pastedText(event: ClipboardEvent): void {
    const text = event.clipboardData?.getData("text") ?? "";
    if (text.length < LONG) return;
    event.preventDefault();
    const area = event.target as HTMLTextAreaElement;
    area.setRangeText(text, area.selectionStart, area.selectionEnd, "end");
    this.#typed(event);
  }

  #picked(event: Event): void {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) void this.#read(this.reader?.readFile(file));
    input.value = "";
  }

  #dragOver(event: DragEvent): void {
    event.preventDefault();
    this.over = true;
  }

  #drop(event: DragEvent): void {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file) void this.#read(this.reader?.readFile(file));
  }

  #paste(event: Event): void {
    event.preventDefault();
    void this.#read(this.reader?.readPasted());
  }
}

/** The columns of a table with what each holds, for correction. */
export function columnTable<Field extends string>(of: { prefix: string; columns: string[]; mapping: (Field | "")[]; fields: readonly Field[]; samples: string[][]; labelledby: string; name: (field: Field) => string; map: (at: number, field: Field | "") => void }): TemplateResult {
  return html`
    <div class="table-scroll" tabindex="0" role="group" aria-labelledby=${of.labelledby}>
      <table class="grid mapping">
        <thead><tr><th scope="col">${t("many-column")}</th><th scope="col">${t("many-means")}</th><th scope="col">${t("many-samples")}</th></tr></thead>
        <tbody>
          ${of.columns.map((column, at) => html`
            <tr>
              <th scope="row" id=${`${of.prefix}-column-${at}`}><bdi>${column || t("many-column-number", { number: at + 1 })}</bdi></th>
              <td><select id=${`${of.prefix}-means-${at}`} aria-labelledby=${`${of.prefix}-column-${at}`} @change=${(event: Event) => of.map(at, (event.target as HTMLSelectElement).value as Field | "")}>
                <option value="" ?selected=${of.mapping[at] === ""}>${t("many-column-unused")}</option>
                ${of.fields.map((field) => html`<option value=${field} ?selected=${of.mapping[at] === field}>${of.name(field)}</option>`)}
              </select></td>
              <td><bdi>${of.samples.map((cells) => cells[at] ?? "").filter(Boolean).join(" · ")}</bdi></td>
            </tr>`)}
        </tbody>
      </table>
    </div>`;
}
