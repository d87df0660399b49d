import { html, nothing, type TemplateResult } from "lit";
import { customElement, property } from "lit/decorators.js";
import { live } from "lit/directives/live.js";
import type { CaseParty, Owner } from "../../engine/case-types.ts";
import { t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { addOwner, allOwners, ownerIn, partyOf, removeOwner } from "../../state/case/edit.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { focusOn } from "../element.ts";
import { partyName } from "./ec-case-parties.ts";
import { tiesOf } from "./ec-case-ties.ts";
import { type Part, placeName } from "./fields.ts";
import { CaseStepElement, confirmed } from "./step.ts";

/** Who owns a party, and who owns those. */
@customElement("ec-case-owners")
export class EcCaseOwners extends CaseStepElement {
  @property() party = "";

  protected override heading(): string {
    return t("case-owners-title", { name: partyName(this.#party) });
  }

  protected override lead(): TemplateResult {
    return html`<p>${t("case-owners-lead")}</p>`;
  }

  protected override previous() {
    return { href: hrefOfCase("details", this.party), label: t("case-back-details") };
  }

  protected override next(): string {
    return tiesOf(this.party).length ? hrefOfCase("ties", this.party) : hrefOfCase("parties");
  }

  get #party(): CaseParty | undefined {
    return partyOf(this.kase, this.party);
  }

  protected override body(): Part {
    const party = this.#party;
    if (!party) return html`<p>${t("case-gone")}</p>`;
    const owners = allOwners(party.owners);
    return html`
      ${owners.length ? html`<ul class="cards owner-tree">${owners.map(({ owner, depth }) => this.#card(owner, depth))}</ul>` : nothing}
      <p><button type="button" class="button-quiet" id="add-owner" @click=${() => this.#add("")}>${owners.length ? t("case-add-owner-more") : t("case-add-owner")}</button></p>
      ${this.#complete("owners-complete", owners.length ? t("case-owners-complete", { name: partyName(party) }) : t("case-owners-self", { name: partyName(party) }), party.owners_complete, (owners_complete) => this.#change((target) => (target.owners_complete = owners_complete)))}`;
  }

  protected override below(): Part {
    return html`<p class="builder-aside"><a href=${this.to("trusted", this.party)} id="to-trusted">${this.#party?.trusted ? t("case-trusted-change") : t("case-trusted-add")}</a></p>`;
  }

  #card(owner: Owner, depth: number): TemplateResult {
    const facts = [owner.share ?? t("case-share-unknown"), owner.control === "yes" ? t("case-controls") : "", owner.kind ? tCode("kind", owner.kind) : "", placeName(owner.country)];
    const name = owner.name || t("case-owner-unnamed", { id: owner.id.slice(1) });
    const nested = owner.kind !== "person";
    return html`
      <li class="card" data-owner=${owner.id} data-depth=${Math.min(depth, 4)}>
        <div><bdi class="card-title">${name}</bdi><p class="fact-note">${depth ? t("case-owner-level", { level: depth + 1 }) : nothing} ${facts.filter(Boolean).join(" · ")}</p>
          ${owner.owners?.length ? this.#complete(`complete-${owner.id}`, t("case-owners-complete", { name }), owner.owners_complete, (on) => this.#change((party) => { const target = ownerIn(party.owners, owner.id); if (target) target.owners_complete = on; })) : nothing}</div>
        <div class="card-actions"><a href=${this.to("owner", this.party, owner.id)}>${t("case-change")}<span class="visually-hidden"> ${name}</span></a>
          ${nested ? html`<button type="button" class="button-plain" data-action="above" @click=${() => this.#add(owner.id)}>${t("case-add-owner-of")}<span class="visually-hidden"> ${name}</span></button>` : nothing}
          <button type="button" class="button-plain" @click=${() => this.#remove(owner, name)}>${t("case-remove")}<span class="visually-hidden"> ${name}</span></button></div>
      </li>`;
  }

  #complete(id: string, label: string, on: boolean | undefined, set: (on: boolean) => void): TemplateResult {
    return html`<label class="choice"><input type="checkbox" id=${id} .checked=${live(on ?? false)} @change=${(event: Event) => set((event.target as HTMLInputElement).checked)} /><span>${label}</span></label>`;
  }

  #add(above: string): void {
    let id = "";
    this.#change((party) => {
      id = addOwner(party, above)?.id ?? "";
    });
    location.hash = this.to("owner", this.party, id);
  }

  async #remove(owner: Owner, name: string): Promise<void> {
    if (!(await confirmed(t("case-remove-title", { name }), t("case-remove-text"), t("case-remove"), t("product-keep")))) return;
    this.#change((party) => removeOwner(party, owner.id));
    await focusOn(this, "#step-title");
  }

  #change(work: (party: CaseParty) => void): void {
    app.case.change((kase) => {
      const party = partyOf(kase, this.party);
      if (party) work(party);
    });
  }
}
