import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { focusOn, PageElement } from "../components/element.ts";
import { itemFailure } from "../components/item-text.ts";
import { refusedPack } from "../components/notices.ts";
import { editionOf } from "../components/result-text.ts";
import type { ManifestList } from "../engine/types.ts";
import { date, number, pick, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { ageOf, notLoaded } from "../state/lists.ts";

@customElement("ec-lists")
export class EcLists extends PageElement {
  @state() private wordingRefused = false;

  protected override render(): TemplateResult {
    return html`
      <h1>${t("lists-title")}</h1>
      <p class="lead">${t("lists-lead")}</p>
      ${this.#load()}
      ${this.#loaded()}
      ${this.#missing()}
      ${this.#wording()}
    `;
  }

  #load(): TemplateResult {
    const { manifest, packSource, batch } = app;
    const busy = batch.stage === "running";
    return html`
      <section aria-labelledby="load-title">
        <h2 id="load-title">${t("load-title")}</h2>
        <p>${packSource.from === "file" ? t("load-from-file", { file: packSource.name }) : manifest ? t("load-from-page") : t("load-none")}</p>
        <div role="alert">${app.packRefused ? html`<div class="error-summary" id="pack-refused" tabindex="-1" data-code=${app.packRefused.code}>${refusedPack()}</div>` : nothing}</div>
        <ol class="steps">
          <li>${t("load-step-download")} <code translate="no">exportcheck update --out lists/</code></li>
          <li>${t("load-step-compile")} <code translate="no">exportcheck compile lists --from lists/ --out parties.ecp</code></li>
          <li>${t("load-step-open")}</li>
        </ol>
        <p>${t("load-kept")}</p>
        ${busy
          ? html`<p class="notice">${t("load-busy")}</p>`
          : html`<div class="drop"><label for="pack">${t("load-label")}</label><p class="hint" id="pack-hint">${t("load-hint")}</p><input id="pack" type="file" accept=".ecp" aria-describedby="pack-hint" @change=${this.#picked} /></div>
            ${packSource.from === "file" ? html`<button type="button" class="button-quiet" id="back-to-shipped" @click=${() => app.backToShipped()}>${t("load-back")}</button>` : nothing}`}
      </section>`;
  }

  #loaded(): TemplateResult | typeof nothing {
    const { manifest } = app;
    if (!manifest) return nothing;
    return html`
      <section aria-labelledby="loaded-title">
        <h2 id="loaded-title" tabindex="-1">${t("loaded-title", { count: manifest.lists.length })}</h2>
        <p>${t("loaded-text", { parties: number(manifest.parties), names: number(manifest.names) })} <span class="reference digest">${manifest.digest}</span></p>
        <div class="register">${manifest.lists.map((list) => this.#list(list))}</div>
      </section>`;
  }

  #list(list: ManifestList): TemplateResult {
    const age = ageOf(list, new Date());
    const title = `list-${list.id}`;
    const figure = (label: string, value: number) => html`<div><dt>${label}</dt><dd>${number(value)}</dd></div>`;
    return html`
      <article class="register-entry" aria-labelledby=${title} data-list=${list.id} data-age=${age.state}>
        <header>
          <h3 id=${title}>${pick(list.title)}</h3>
          <p class="register-publisher">${list.publisher}</p>
          <p class="register-age">${t("list-published", { date: editionOf(list.published, list.retrieved) })} ${age.state === "unknown" ? html`<strong>${t("age-unknown")}</strong>` : age.state === "stale" ? html`<strong>${t("age-stale", { days: age.days })}</strong>` : t("age-fresh", { days: age.days })}</p>
        </header>
        <p class="effect">${pick(list.effect)}</p>
        <dl class="figures">
          ${figure(t("figure-parties"), list.parties)}${figure(t("figure-names"), list.names)}${figure(t("figure-weak"), list.weak_aliases)}${figure(t("figure-identifiers"), list.identifiers)}${figure(t("figure-births"), list.births)}${figure(t("figure-addresses"), list.addresses)}
        </dl>
        ${list.diagnostics ? html`<p class="register-diagnostics">${t("list-diagnostics", { count: list.diagnostics })}</p>` : nothing}
        <details>
          <summary>${t("list-more", { list: pick(list.title) })}</summary>
          <dl class="facts">
            <div><dt>${t("effect-measure")}</dt><dd>${tCode("measure", list.measure)}</dd></div>
            <div><dt>${t("effect-basis")}</dt><dd>${list.citation}</dd></div>
            <div><dt>${t("list-retrieved")}</dt><dd>${date(list.retrieved)}</dd></div>
            <div><dt>${t("list-stale-after")}</dt><dd>${t("days", { count: list.stale_after_days })}</dd></div>
            <div><dt>${t("list-terms")}</dt><dd>${list.terms}</dd></div>
            <div><dt>${t("list-files")}</dt><dd><ul>${list.files.map((file) => html`<li><bdi class="reference">${file.name}</bdi> ${t("list-file", { format: file.format, bytes: number(file.bytes) })} <span class="reference digest">${file.sha256}</span></li>`)}</ul></dd></div>
          </dl>
          <p><a href=${list.url} target="_blank" rel="noreferrer noopener">${t("effect-link")}</a></p>
        </details>
      </article>`;
  }

  #missing(): TemplateResult {
    const missing = notLoaded(app.manifest);
    const leftOut = app.manifest?.left_out ?? [];
    return html`
      <section aria-labelledby="missing-title">
        <h2 id="missing-title">${t("missing-title")}</h2>
        <p>${t("missing-text")}</p>
        ${missing.length ? html`<ul class="missing">${missing.map(({ id, title }) => html`<li data-missing=${id}>${pick(title)}</li>`)}</ul>` : html`<p>${t("missing-none")}</p>`}
        ${leftOut.length ? html`<h3>${t("left-out-title")}</h3><details><summary>${t("left-out-count", { count: leftOut.length })}</summary><ul>${leftOut.map((item) => html`<li><bdi class="reference">${[item.file, item.list].filter(Boolean).join(" · ")}</bdi> <span lang="en">${item.why}</span></li>`)}</ul></details>` : nothing}
        <p>${t("missing-other")}</p>
      </section>`;
  }

  /** Official wording of the lists of goods: shown beside our criteria, never part of this page. */
  #wording(): TemplateResult {
    const { item } = app;
    return html`
      <section aria-labelledby="wording-title">
        <h2 id="wording-title" tabindex="-1">${t("wording-title")}</h2>
        <p>${t("wording-text")}</p>
        <p role="status">${item.wording ? t("wording-open", { file: item.wording }) : t("wording-none")}</p>
        <div role="alert">${this.wordingRefused ? itemFailure() : nothing}</div>
        <ol class="steps">
          <li>${t("wording-step-compile")} <code translate="no">exportcheck compile text --eu annex-i.json --us title-15.xml --out wording.ecp</code></li>
          <li>${t("load-step-open")}</li>
        </ol>
        <div class="drop"><label for="wording">${t("wording-label")}</label><input id="wording" type="file" @change=${this.#pickedWording} /></div>
        ${item.wording ? html`<button type="button" class="button-quiet" id="forget-wording" @click=${() => app.forgetWording()}>${t("wording-forget")}</button>` : nothing}
      </section>`;
  }

  async #pickedWording(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    this.wordingRefused = !(await app.loadWording(file));
    await focusOn(this, this.wordingRefused ? "#item-failure" : "#wording-title");
  }

  async #picked(event: Event): Promise<void> {
    const input = event.target as HTMLInputElement;
    const file = input.files?.[0];
    input.value = "";
    if (!file) return;
    const opened = await app.loadFile(file);
    await focusOn(this, opened ? "#loaded-title" : "#pack-refused");
  }
}
