import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download } from "../batch/export.ts";
import { focusOn, PageElement } from "../components/element.ts";
import { dateTime, pick, score, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { allDecisions, type Decision, exportDecisions, type Imported, importDecisions, wipeDecisions } from "../state/decisions.ts";

@customElement("ec-decisions")
export class EcDecisions extends PageElement {
  @state() private decisions: Decision[] | undefined;
  @state() private imported: Imported | "refused" | undefined;
  @state() private unavailable = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render(): TemplateResult {
    const all = this.decisions ?? [];
    return html`
      <h1>${t("decisions-title")}</h1>
      <p class="lead">${t("decisions-lead")}</p>
      <div role="alert">${this.unavailable ? html`<p class="problem">${t("decisions-unavailable")}</p>` : nothing}</div>
      <div class="toolbar">
        <div class="drop small"><label for="import">${t("decisions-import")}</label><input id="import" type="file" accept="application/json,.json" @change=${this.#import} /></div>
        <div class="actions">
          <button type="button" class="button-quiet" id="export" @click=${this.#export}>${t("decisions-export")}</button>
          <button type="button" class="button-quiet" id="wipe" @click=${this.#ask}>${t("decisions-wipe")}</button>
        </div>
      </div>
      <div role="status">${this.#importResult()}</div>
      <h2 id="decisions-list" tabindex="-1">${t("decisions-count", { count: all.length })}</h2>
      ${all.length ? html`
        <div class="table-scroll" tabindex="0" role="group" aria-labelledby="decisions-list">
          <table class="grid decisions">
            <thead><tr><th scope="col">${t("decisions-date")}</th><th scope="col">${t("decisions-party")}</th><th scope="col">${t("decisions-candidate")}</th><th scope="col">${t("decisions-verdict")}</th><th scope="col">${t("decisions-state")}</th></tr></thead>
            <tbody>${all.map((decision) => this.#row(decision))}</tbody>
          </table>
        </div>` : html`<p>${t("decisions-none")}</p>`}
      <dialog aria-labelledby="wipe-title">
        <form method="dialog" @submit=${this.#confirmed}>
          <h2 id="wipe-title">${t("wipe-title", { count: all.length })}</h2>
          <p>${t("wipe-text")}</p>
          <div class="actions"><button class="button-quiet" value="no" autofocus>${t("wipe-keep")}</button><button class="button" value="yes">${t("wipe-confirm")}</button></div>
        </form>
      </dialog>`;
  }

  #row(decision: Decision): TemplateResult {
    const list = app.listOf(decision.list);
    return html`<tr>
      <td>${dateTime(decision.decided_at)}</td>
      <td><bdi>${decision.query.name}</bdi>${decision.role ? html` <span class="fact-note">${decision.role}</span>` : nothing}</td>
      <td><bdi>${decision.listed_name}</bdi> <span class="fact-note">${list ? pick(list.title) : decision.list} · <span class="reference">${decision.ref}</span> · ${score(decision.score)}</span></td>
      <td>${tCode("verdict", decision.verdict)}${decision.reason ? html`<br /><bdi class="fact-note">${decision.reason}</bdi>` : nothing}</td>
      <td>${decision.pack === app.manifest?.digest ? t("decisions-current") : t("decisions-reopened")}</td>
    </tr>`;
  }

  #importResult(): TemplateResult | typeof nothing {
    if (!this.imported) return nothing;
    if (this.imported === "refused") return html`<p class="problem">${t("import-refused")}</p>`;
    const { added, known, refused } = this.imported;
    return html`<p>${t("import-done", { added, known })}</p>${refused.length ? html`<p class="problem">${t("import-records-refused", { count: refused.length, places: refused.join(", ") })}</p>` : nothing}`;
  }

  async #read(): Promise<void> {
    try {
      this.decisions = await allDecisions();
    } catch {
      this.unavailable = true;
    }
  }

  async #import(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (!file) return;
    try {
      this.imported = await importDecisions(await file.text());
    } catch {
      this.imported = "refused";
    }
    input.value = "";
    await this.#read();
  }

  async #export(): Promise<void> {
    download(`exportcheck-decisions-${new Date().toISOString().slice(0, 10)}.json`, "application/json", await exportDecisions());
  }

  #ask(): void {
    this.querySelector("dialog")?.showModal();
  }

  async #confirmed(event: SubmitEvent): Promise<void> {
    if ((event.submitter as HTMLButtonElement | null)?.value !== "yes") return;
    await wipeDecisions();
    await this.#read();
    await focusOn(this, "#decisions-list");
  }
}
