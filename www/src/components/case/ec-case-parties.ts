import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type CaseParty, type PartyRole, ROLES } from "../../engine/case-types.ts";
import { list, t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { addParty, allOwners } from "../../state/case/edit.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { allCases } from "../../state/case/saved.ts";
import { focusOn } from "../element.ts";
import { type Part, placeName, selectField } from "./fields.ts";
import { CaseStepElement, confirmed } from "./step.ts";
import { fromPartyCheck } from "./take-over.ts";

/** Who takes part. */
@customElement("ec-case-parties")
export class EcCaseParties extends CaseStepElement {
  /** Parties of other cases, the latest first. */
  @state() private known: CaseParty[] = [];

  override connectedCallback(): void {
    super.connectedCallback();
    void this.#read().catch(() => undefined);
  }

  protected override heading(): string {
    return t("case-parties-title");
  }

  protected override lead(): TemplateResult {
    return html`<p class="hint">${t("case-parties-lead")}</p>`;
  }

  protected override previous() {
    return { href: hrefOfCase("items"), label: t("case-back-items") };
  }

  protected override next(): string {
    return this.kase.parties?.length ? hrefOfCase("route") : this.#added({});
  }

  protected override body(): Part {
    const parties = this.kase.parties ?? [];
    const filled = new Set(parties.flatMap(({ roles }) => roles ?? []));
    const wanted = (["buyer", "end-user", "consignee"] as const).filter((role) => !filled.has(role));
    const here = new Set(parties.map(({ name }) => name));
    const checked = fromPartyCheck();
    const others = this.known.filter(({ name }) => !here.has(name));
    return html`
      ${parties.length ? html`<ul class="cards">${parties.map((party) => this.#card(party))}</ul>` : nothing}
      ${parties.length && wanted.length ? html`<p class="fact-note" id="roles-open">${t("case-roles-open", { roles: list(wanted.map((role) => tCode("case-role", role))) })}</p>` : nothing}
      ${checked && !here.has(checked.name) ? html`<p class="pull"><button type="button" class="button-quiet" id="from-check" @click=${() => this.#pull(checked)}>${t("case-from-check", { name: checked.name ?? "" })}</button></p>` : nothing}
      ${others.length ? selectField({ id: "earlier", label: t("case-from-earlier"), value: "", empty: t("answer-not-given"), options: others.map((party, at) => ({ id: String(at), label: [party.name, placeName(party.country)].filter(Boolean).join(" · ") })), set: (at) => this.#pull(others[Number(at)]) }) : nothing}`;
  }

  protected override beside(): Part {
    return this.kase.parties?.length ? html`<button type="button" class="button-quiet" id="add-party" @click=${() => (location.hash = this.#added({}))}>${t("case-add-party")}</button>` : nothing;
  }

  #card(party: CaseParty): TemplateResult {
    const owners = allOwners(party.owners).length;
    const facts = [rolesText(party.roles), party.kind ? tCode("kind", party.kind) : "", placeName(party.country), owners ? t("case-owner-count", { count: owners }) : "", party.trusted ? t("case-trusted-mark") : ""];
    return html`
      <li class="card" data-party=${party.id}>
        <div><bdi class="card-title">${partyName(party)}</bdi><p class="fact-note">${facts.filter(Boolean).join(" · ")}</p></div>
        <div class="card-actions"><a href=${this.to("party", party.id)}>${t("case-change")}<span class="visually-hidden"> ${partyName(party)}</span></a>
          <button type="button" class="button-plain" @click=${() => this.#remove(party)}>${t("case-remove")}<span class="visually-hidden"> ${partyName(party)}</span></button></div>
      </li>`;
  }

  #added(facts: Omit<CaseParty, "id">): string {
    let id = "";
    app.case.change((kase) => {
      id = addParty(kase, facts).id;
    });
    return this.to("party", id);
  }

  #pull(party: Omit<CaseParty, "id"> | undefined): void {
    if (party) location.hash = this.#added(party);
  }

  async #read(): Promise<void> {
    const cases = await allCases();
    const byName = new Map<string, CaseParty>();
    for (const { case: kase } of cases) {
      for (const { answers: _, ...party } of kase.parties ?? []) if (party.name && kase.id !== app.case.current?.id && !byName.has(party.name)) byName.set(party.name, party);
    }
    this.known = [...byName.values()];
  }

  async #remove(party: CaseParty): Promise<void> {
    if (!(await confirmed(t("case-remove-title", { name: partyName(party) }), t("case-remove-text"), t("case-remove"), t("product-keep")))) return;
    app.case.change((kase) => {
      kase.parties = (kase.parties ?? []).filter(({ id }) => id !== party.id);
    });
    await focusOn(this, "#step-title");
  }
}

export function partyName(party: CaseParty | undefined): string {
  return party?.name || t("case-party-unnamed", { id: party?.id.slice(1) ?? "" });
}

export function rolesText(roles: readonly PartyRole[] | undefined): string {
  return ROLES.filter((role) => roles?.includes(role)).map((role) => tCode("case-role", role)).join(", ");
}
