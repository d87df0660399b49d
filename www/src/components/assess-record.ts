import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download } from "../batch/export.ts";
import { dateTime, t } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { desk } from "../state/assessment.ts";
import { fileName, keepRecord } from "../state/records.ts";
import type { SavedRecord } from "../state/store.ts";
import type { Assessment } from "../engine/case-types.ts";
import { PageElement } from "./element.ts";

/** Writes the assessment down as a record that anyone can work out again. */
@customElement("ec-save-record")
export class EcSaveRecord extends PageElement {
  @state() private saved: { record: SavedRecord; of: Assessment | undefined; kept: boolean } | undefined;
  @state() private problem = false;
  @state() private busy = false;

  protected override render(): TemplateResult {
    // A record of the case as it was is still a record, but no longer of what stands above.
    const outdated = this.saved && this.saved.of !== desk.result;
    return html`
      <section class="save save-record" aria-labelledby="save-record-title">
        <h3 id="save-record-title" tabindex="-1">${t("assess-record-title")}</h3>
        <p>${t("assess-record-text")}</p>
        <div class="actions">
          <button type="button" class="button" id="save-record" aria-disabled=${this.busy || !app.case.fresh ? "true" : "false"} @click=${this.#save}>${t("assess-record-save")}</button>
          <button type="button" class="button-quiet" id="print" @click=${() => print()}>${t("print")}</button>
        </div>
        <div role="alert">${this.problem ? html`<p class="problem">${t("assess-record-failed")}</p>` : nothing}</div>
        <div role="status">${this.saved ? this.#made(this.saved.record, this.saved.kept, Boolean(outdated)) : nothing}</div>
      </section>`;
  }

  #made(record: SavedRecord, kept: boolean, outdated: boolean): TemplateResult {
    return html`<div class="record-made">
      <p>${kept ? t("assess-record-made", { time: dateTime(record.made_at) }) : t("assess-record-not-kept", { time: dateTime(record.made_at) })}</p>
      ${outdated ? html`<p class="notice">${t("assess-record-outdated")}</p>` : nothing}
      <dl class="facts"><div><dt>${t("record-digest")}</dt><dd class="reference digest">${record.digest}</dd></div></dl>
      <p class="actions"><button type="button" class="button-quiet" id="download-record" @click=${() => download(fileName(record), "application/json", record.text)}>${t("record-download")}</button> <a href="#/record">${t("assess-record-page")}</a></p>
    </div>`;
  }

  readonly #save = async (): Promise<void> => {
    if (this.busy || !app.case.fresh) return;
    this.busy = true;
    this.problem = false;
    const of = desk.result;
    try {
      const text = await desk.record(`${new Date().toISOString().slice(0, 19)}Z`);
      const record = await keepRecord(text).then((saved) => ({ saved, kept: true }), () => ({ saved: unkept(text), kept: false }));
      this.saved = { record: record.saved, of, kept: record.kept };
    } catch {
      this.problem = true;
    }
    this.busy = false;
  };
}

/** The browser did not keep it: it can still be downloaded. */
function unkept(text: string): SavedRecord {
  const file = JSON.parse(text) as { digest: { value: string }; case?: { id?: string; title?: string }; made_at: string };
  return { digest: file.digest.value, text, title: file.case?.title ?? "", made_at: file.made_at, case: file.case?.id ?? "" };
}
