import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Hit, PartyEntry, Query } from "../engine/types.ts";
import { date, pick, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import { type Standing, standing, type Verdict } from "../state/decisions.ts";
import { ageOf } from "../state/lists.ts";
import { freshId, PageElement } from "./element.ts";
import { entryFacts } from "./entry.ts";
import { editionOf } from "./result-text.ts";
import { scoreRule, wordOf } from "./score.ts";
import { whyTable } from "./why.ts";

/** A decision that is kept with a case, not with the decisions of this browser. */
export interface GivenDecision {
  standing: Standing | undefined;
  save: (verdict: Verdict, reason: string, by: string) => Promise<void>;
}

/** One candidate: a line to judge by, and below it the picture, the points, what listing means, the entry and the decision. */
@customElement("ec-hit")
export class EcHit extends PageElement {
  @property({ attribute: false }) hit!: Hit;
  @property({ attribute: false }) query!: Query;
  @property({ attribute: false }) partyRole = "";
  /** Digest of the pack the hit came from. */
  @property({ attribute: false }) pack = "";
  @property({ type: Number }) position = 1;
  /** Set by a case, which keeps its own decisions. */
  @property({ attribute: false }) given: GivenDecision | undefined;
  @property({ type: Boolean }) open = false;
  @state() private entry: PartyEntry | null | undefined;
  @state() private standing: Standing | undefined;
  #id = freshId("hit");
  #asked = "";

  protected override willUpdate(): void {
    const key = [this.hit.list, this.hit.ref, this.hit.entry, this.pack, JSON.stringify(this.query)].join("|");
    if (key === this.#asked) return;
    this.#asked = key;
    this.entry = undefined;
    this.standing = undefined;
    if (!this.given) void this.#lookUpDecision();
    if (this.open) void this.#lookUpEntry();
  }

  protected override render(): TemplateResult {
    const { hit } = this;
    const list = app.listOf(hit.list);
    return html`
      <article class="hit" aria-labelledby=${`${this.#id}-title`}>
        <div class="hit-line">
          <span class="hit-number" aria-hidden="true">${this.position}</span>
          <h3 id=${`${this.#id}-title`} class="hit-title">
            <button type="button" aria-expanded=${this.open ? "true" : "false"} aria-controls=${`${this.#id}-body`} @click=${this.#toggle}>
              <bdi>${hit.name}</bdi>
            </button>
          </h3>
          <p class="hit-list">${list ? pick(list.title) : hit.list}<span class="hit-measure">${list ? tCode("measure", list.measure) : nothing}</span></p>
          ${scoreRule(hit.score, wordOf(hit))}
          ${this.#decisionLine()}
        </div>
        <div class="hit-body" id=${`${this.#id}-body`} ?hidden=${!this.open}>${this.open ? this.#body() : nothing}</div>
      </article>`;
  }

  #body(): TemplateResult {
    const { hit } = this;
    const list = app.listOf(hit.list);
    const age = list && ageOf(list, new Date());
    return html`
      ${hit.name !== hit.primary ? html`<p class="hit-name-kind">${tCode("name-kind-long", hit.name_kind, { primary: hit.primary })}</p>` : nothing}
      <ec-alignment .alignment=${hit.alignment}></ec-alignment>
      <div class="hit-columns">
        <section class="hit-why">${whyTable(hit)}</section>
        <section class="hit-effect" aria-labelledby=${`${this.#id}-effect`}>
          <h4 id=${`${this.#id}-effect`}>${t("effect-title")}</h4>
          ${list
            ? html`<p class="effect">${pick(list.effect)}</p>
              <dl class="facts">
                <div><dt>${t("effect-measure")}</dt><dd>${tCode("measure", list.measure)}</dd></div>
                <div><dt>${t("effect-publisher")}</dt><dd>${list.publisher}</dd></div>
                <div><dt>${t("effect-basis")}</dt><dd>${list.citation}</dd></div>
                <div><dt>${t("effect-edition")}</dt><dd>${editionOf(list.published, list.retrieved)}${age?.state === "stale" ? html` <strong>${t("age-stale", { days: age.days })}</strong>` : nothing}</dd></div>
                <div><dt>${t("effect-reference")}</dt><dd class="reference">${hit.ref}</dd></div>
              </dl>
              <p><a href=${list.url} target="_blank" rel="noreferrer noopener">${t("effect-link")}</a></p>`
            : html`<p>${t("effect-unknown", { list: hit.list })}</p>`}
        </section>
      <section class="hit-entry" aria-labelledby=${`${this.#id}-entry`}>
        <h4 id=${`${this.#id}-entry`}>${t("entry-title")}</h4>
        ${this.entry === undefined ? html`<p>${t("entry-loading")}</p>` : this.entry === null ? html`<p>${t("entry-missing")}</p>` : entryFacts(this.entry.party, this.query)}
      </section>
      </div>
      <ec-decision .hit=${hit} .query=${this.query} .partyRole=${this.partyRole} .pack=${this.pack} .standing=${this.given ? this.given.standing : this.standing} .save=${this.given?.save} @decided=${this.#lookUpDecision}></ec-decision>`;
  }

  #decisionLine(): TemplateResult {
    const known = this.given ? this.given.standing : this.standing;
    if (!known) return html`<p class="hit-decision open">${t("decision-open")}</p>`;
    const verdict = tCode("verdict", known.decision.verdict);
    return known.reopened
      ? html`<p class="hit-decision reopened" data-reopened=${known.reopened}>${tCode("reopened", known.reopened)} ${t("decision-before", { verdict })}</p>`
      : html`<p class="hit-decision decided">${t("decision-taken", { verdict, date: date(known.decision.decided_at) })}</p>`;
  }

  readonly #toggle = (): void => {
    this.open = !this.open;
    if (this.open && this.entry === undefined) void this.#lookUpEntry();
  };

  async #lookUpEntry(): Promise<void> {
    const { list, ref } = this.hit;
    const found = await app.engine.party(list, ref).catch(() => null);
    if (this.hit.list === list && this.hit.ref === ref) this.entry = found;
  }

  readonly #lookUpDecision = async (): Promise<void> => {
    if (this.given) return;
    this.standing = await standing(this.query, this.hit, this.pack).catch(() => undefined);
  };
}
