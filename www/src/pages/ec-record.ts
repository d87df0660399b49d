import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { download } from "../batch/export.ts";
import { focusOn, PageElement } from "../components/element.ts";
import { failureText } from "../components/item-text.ts";
import { pointerText } from "../components/record-pointer.ts";
import type { RecordCheck } from "../engine/case-types.ts";
import type { Failure } from "../engine/protocol.ts";
import { date, dateTime, number, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { failureOf } from "../state/item.ts";
import { allRecords, factsOf, fileName, forgetRecord, type RecordFacts, wipeRecords } from "../state/records.ts";
import type { SavedRecord } from "../state/store.ts";

/** More differences than these are counted, and stand in the export. */
const SHOWN = 200;
const LARGEST = 32 * 1024 * 1024;

/** What was verified, and what came of it. */
interface Checked {
  name: string;
  facts: RecordFacts | undefined;
  check: RecordCheck;
}

/** The records kept in this browser, and whether a record can be worked out again. */
@customElement("ec-record")
export class EcRecord extends PageElement {
  @state() private records: SavedRecord[] | undefined;
  @state() private unavailable = false;
  @state() private checked: Checked | undefined;
  @state() private failure: Failure | undefined;
  @state() private tooLarge = false;
  @state() private busy = "";
  @state() private over = false;
  @state() private deleting: SavedRecord | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read();
  }

  protected override render(): TemplateResult {
    const all = this.records ?? [];
    return html`
      <h1>${t("record-title")}</h1>
      <p class="lead">${t("record-lead")}</p>
      <section class="record-verify" aria-labelledby="verify-title">
        <h2 id="verify-title">${t("record-verify")}</h2>
        <div class="drop ${this.over ? "over" : ""}" @dragover=${this.#over} @dragleave=${() => (this.over = false)} @drop=${this.#drop}>
          <label for="record-file">${t("record-file")}</label>
          <p class="hint" id="record-file-hint">${t("record-file-hint")}</p>
          <input id="record-file" type="file" accept="application/json,.json" aria-describedby="record-file-hint" @change=${this.#choose} />
        </div>
        <div role="status">${this.busy ? html`<p class="notice">${t("record-working", { name: this.busy })}</p>` : nothing}</div>
        <div role="alert">${this.tooLarge ? html`<p class="problem">${t("record-too-large")}</p>` : nothing}${failureText(this.failure)}</div>
        ${this.checked ? this.#result(this.checked) : nothing}
      </section>
      <section class="record-list" aria-labelledby="records-title">
        <h2 id="records-title" tabindex="-1">${t("record-count", { count: all.length })}</h2>
        <div role="alert">${this.unavailable ? html`<p class="problem">${t("record-unavailable")}</p>` : nothing}</div>
        ${all.length ? html`<p class="hint">${t("record-kept")}</p>
          <ul class="product-list">${all.map((record) => this.#row(record))}</ul>
          <div class="actions"><button type="button" class="button-quiet" id="export-records" @click=${this.#exportAll}>${t("record-export-all")}</button>
          <button type="button" class="button-quiet" id="wipe-records" @click=${() => this.#ask(undefined)}>${t("record-wipe")}</button></div>` : html`<p>${t("record-none")}</p>`}
      </section>
      <dialog aria-labelledby="forget-title">
        <form method="dialog" @submit=${this.#confirmed}>
          <h2 id="forget-title">${this.deleting ? t("record-delete-one", { title: titleOf(this.deleting) }) : t("record-delete-all", { count: all.length })}</h2>
          <p>${t("record-delete-text")}</p>
          <div class="actions"><button class="button-quiet" value="no" autofocus>${t("wipe-keep")}</button><button class="button" value="yes">${t("record-delete-confirm")}</button></div>
        </form>
      </dialog>`;
  }

  #row(record: SavedRecord): TemplateResult {
    const facts = factsIn(record.text);
    const name = titleOf(record);
    return html`<li data-digest=${record.digest}>
      <div><p class="product-name"><bdi>${name}</bdi></p>
        <p class="fact-note">${dateTime(record.made_at)}${facts?.tier ? html` · ${tCode("assess-tier", facts.tier)}` : nothing} · ${t("record-digest")} <span class="reference digest">${record.digest.slice(0, 16)}…</span></p></div>
      <div class="product-actions">
        <button type="button" class="button-plain record-check" @click=${() => void this.#verify(name, new TextEncoder().encode(record.text))}>${t("record-check")}<span class="visually-hidden">: ${name}</span></button>
        <button type="button" class="button-plain record-download" @click=${() => download(fileName(record), "application/json", record.text)}>${t("record-download")}<span class="visually-hidden">: ${name}</span></button>
        <button type="button" class="button-plain record-delete" @click=${() => this.#ask(record)}>${t("record-delete")}<span class="visually-hidden">: ${name}</span></button>
      </div></li>`;
  }

  #result({ name, facts, check }: Checked): TemplateResult {
    const { verdict, digest, canonical, first_difference, parts, packs, differences, recomputed, problem } = check;
    const more = Math.max(0, differences.length - SHOWN) + check.more_differences;
    const whole = digest.stated && digest.stated === digest.computed;
    return html`
      <div class="record-result" data-verdict=${verdict} aria-labelledby="record-verdict">
        <h3 id="record-verdict" tabindex="-1">${tCode("record-verdict", verdict)}</h3>
        <p class="fact-note"><bdi>${name}</bdi>${facts?.made_at ? html` · ${t("record-made", { time: dateTime(facts.made_at) })}` : nothing}</p>
        <p>${tCode("record-verdict-text", verdict)}</p>
        ${problem ? html`<p class="hint" lang="en"><bdi>${[problem.message, problem.help].filter(Boolean).join(" – ")}</bdi></p>` : nothing}
        ${recomputed || verdict === "unreadable" ? nothing : html`<p>${t("record-not-recomputed")}</p>`}
        ${facts ? html`<dl class="facts">
          <div><dt>${t("record-case")}</dt><dd><bdi>${facts.title || t("assess-untitled")}</bdi></dd></div>
          ${facts.tier ? html`<div><dt>${t("record-tier")}</dt><dd>${tCode("assess-tier", facts.tier)}</dd></div>` : nothing}
          ${facts.as_of ? html`<div><dt>${t("record-as-of")}</dt><dd>${date(facts.as_of)}</dd></div>` : nothing}
        </dl>` : nothing}
        ${digest.stated || digest.computed ? html`<h4>${t("record-digest")}</h4>
          <dl class="facts record-digests"><div><dt>${t("record-stated")}</dt><dd class="reference digest">${digest.stated || t("record-nothing")}</dd></div>
          <div><dt>${t("record-computed")}</dt><dd class="reference digest">${digest.computed || t("record-nothing")}</dd></div></dl>
          <p>${whole ? t("record-digest-same") : t("record-digest-differs")}</p>` : nothing}
        ${canonical || verdict === "unreadable" ? nothing : html`<p>${t("record-not-canonical")}</p>`}
        ${parts.length ? html`<p>${t("record-parts", { count: parts.length })}</p><ul class="record-parts">${parts.map((pointer) => html`<li>${pointerText(pointer)} <code>${pointer}</code></li>`)}</ul>` : nothing}
        ${first_difference ? html`<p>${verdict === "unreadable" ? t("record-unreadable-at", { offset: number(first_difference.offset), line: number(first_difference.line) }) : t("record-first", { offset: number(first_difference.offset), line: number(first_difference.line) })}</p>
          <dl class="facts"><div><dt>${t("record-found")}</dt><dd><code>${first_difference.found}</code></dd></div>${first_difference.expected === null ? nothing : html`<div><dt>${t("record-expected")}</dt><dd><code>${first_difference.expected}</code></dd></div>`}</dl>` : nothing}
        ${packs.length ? html`<h4>${t("record-packs")}</h4><div class="table-scroll" tabindex="0" role="group" aria-label=${t("record-packs")}><table class="grid record-packs"><thead><tr><th scope="col">${t("record-pack")}</th><th scope="col">${t("record-pack-stated")}</th><th scope="col">${t("record-pack-open")}</th></tr></thead>
          <tbody>${packs.map(({ pack, stated, open }) => html`<tr data-pack=${pack} data-same=${stated === open ? "yes" : "no"}><th scope="row">${tCode("record-pack", pack)}</th><td><span class="reference digest">${stated || t("record-nothing")}</span></td><td><span class="reference digest">${open || t("record-nothing")}</span><br /><strong>${stated === open ? t("record-pack-same") : t("record-pack-differs")}</strong></td></tr>`)}</tbody></table></div>` : nothing}
        ${differences.length ? html`<h4 id="differences-title">${t("record-differences", { count: differences.length + check.more_differences })}</h4>
          <div class="table-scroll" tabindex="0" role="group" aria-labelledby="differences-title"><table class="grid differences"><thead><tr><th scope="col">${t("record-place")}</th><th scope="col">${t("record-stated")}</th><th scope="col">${t("record-computed")}</th></tr></thead>
          <tbody>${differences.slice(0, SHOWN).map(({ pointer, stated, computed }) => html`<tr><th scope="row">${pointerText(pointer)}<br /><code>${pointer}</code></th><td><bdi>${stated || t("record-nothing")}</bdi></td><td><bdi>${computed || t("record-nothing")}</bdi></td></tr>`)}</tbody></table></div>
          ${more ? html`<p class="hint">${t("record-differences-more", { count: more })}</p>` : nothing}` : nothing}
        <p class="actions"><button type="button" class="button-quiet" id="export-check" @click=${this.#exportCheck}>${t("record-export-check")}</button></p>
        <p class="fact-note">${t("record-means")}</p>
      </div>`;
  }

  readonly #choose = async (event: Event): Promise<void> => {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    if (file) await this.#take(file);
    input.value = "";
  };

  readonly #over = (event: DragEvent): void => {
    event.preventDefault();
    this.over = true;
  };

  readonly #drop = async (event: DragEvent): Promise<void> => {
    event.preventDefault();
    this.over = false;
    const file = event.dataTransfer?.files[0];
    if (file) await this.#take(file);
  };

  async #take(file: File): Promise<void> {
    this.tooLarge = file.size > LARGEST;
    if (!this.tooLarge) await this.#verify(file.name, new Uint8Array(await file.arrayBuffer()));
  }

  async #verify(name: string, bytes: Uint8Array): Promise<void> {
    this.busy = name;
    this.failure = undefined;
    this.checked = undefined;
    try {
      this.checked = { name, facts: factsIn(new TextDecoder().decode(bytes)), check: await app.engine.verifyRecord(bytes) };
    } catch (error) {
      this.failure = failureOf(error);
    }
    this.busy = "";
    await focusOn(this, this.checked ? "#record-verdict" : "#item-failure");
  }

  readonly #exportCheck = (): void => {
    if (!this.checked) return;
    const { name, check } = this.checked;
    download(`exportcheck-verification-${(check.digest.stated || "record").slice(0, 12)}.json`, "application/json", JSON.stringify({ format: "exportcheck-verification", version: 1, file: name, engine: app.engine.version, verified_at: new Date().toISOString(), ...check }, null, 2));
  };

  readonly #exportAll = (): void => {
    // Each record as its own text: put into another file as values, its bytes would not be the ones that were signed off.
    const records = (this.records ?? []).map(({ digest, text }) => ({ digest, text }));
    download(`exportcheck-records-${new Date().toISOString().slice(0, 10)}.json`, "application/json", JSON.stringify({ format: "exportcheck-records", version: 1, records }, null, 2));
  };

  #ask(record: SavedRecord | undefined): void {
    this.deleting = record;
    void this.updateComplete.then(() => this.querySelector("dialog")?.showModal());
  }

  readonly #confirmed = async (event: SubmitEvent): Promise<void> => {
    if ((event.submitter as HTMLButtonElement | null)?.value !== "yes") return;
    try {
      if (this.deleting) await forgetRecord(this.deleting.digest);
      else await wipeRecords();
    } catch {
      this.unavailable = true;
    }
    await this.#read();
    await focusOn(this, "#records-title");
  };

  async #read(): Promise<void> {
    try {
      this.records = await allRecords();
    } catch {
      this.unavailable = true;
    }
  }
}

function factsIn(text: string): RecordFacts | undefined {
  try {
    return factsOf(text);
  } catch {
    return undefined;
  }
}

function titleOf({ title }: SavedRecord): string {
  return title || t("assess-untitled");
}
