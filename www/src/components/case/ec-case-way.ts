import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { LEG_KINDS, type Leg } from "../../engine/case-types.ts";
import { t, tCode } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import { addLeg, destinationOf, legOf, stopsOf } from "../../state/case/edit.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { formQuestions } from "../../state/case/questions.ts";
import { focusOn } from "../element.ts";
import { countryField, type Part, placeName, radios, textField } from "./fields.ts";
import { questionFields } from "./question-fields.ts";
import { CaseStepElement } from "./step.ts";

type Way = "direct" | "through" | "unknown";

/** Where the goods go, and through which countries. */
@customElement("ec-case-way")
export class EcCaseWay extends CaseStepElement {
  /** “Through others” was chosen, and none is named yet. */
  @state() private through = false;

  protected override heading(): string {
    return t("case-way-title");
  }

  protected override previous() {
    return { href: hrefOfCase("route"), label: t("case-back-route") };
  }

  protected override next(): string {
    return this.through && !stopsOf(this.kase).length ? this.#added() : hrefOfCase("use");
  }

  protected override nextFromCheck(): string {
    return this.through && !stopsOf(this.kase).length ? this.#added() : hrefOfCase("check");
  }

  protected override check(): FieldProblem[] {
    return this.#way() && !destinationOf(this.kase)?.country ? [{ field: "destination", code: "destination" }] : [];
  }

  #way(): Way | undefined {
    const stops = stopsOf(this.kase);
    if (stops.some(({ country }) => country)) return "through";
    if (this.through) return "through";
    if (stops.length) return "unknown";
    return destinationOf(this.kase) ? "direct" : undefined;
  }

  protected override body(): Part {
    const end = destinationOf(this.kase);
    const way = this.#way();
    const stops = stopsOf(this.kase);
    return html`
      ${countryField({ id: "destination", label: t("licence-destination"), hint: t("licence-destination-hint"), value: end?.country, problems: this.problems, set: (country) => this.#destination({ country }) })}
      ${end ? textField({ id: "place", label: t("case-destination-place"), hint: t("case-place-hint"), value: end.place, kind: "name", set: (place) => this.#destination({ place }) }) : nothing}
      ${end ? questionFields(formQuestions(this.kase, "route", `leg:${end.id}`, this.words, app.case.assessment), `leg:${end.id}`) : nothing}
      ${radios<Way>({
        id: "way", legend: t("case-way"), hint: t("case-way-hint"), value: way, set: (chosen) => this.#choose(chosen),
        options: [
          { id: "direct", label: t("case-way-direct"), hint: t("case-way-direct-hint") },
          { id: "through", label: t("case-way-through"), hint: t("case-way-through-hint"), inner: way === "through" ? this.#stops(stops) : nothing },
          { id: "unknown", label: t("i-do-not-know"), hint: t("case-way-unknown-hint") },
        ],
      })}
      ${questionFields(formQuestions(this.kase, "route", "", this.words, app.case.assessment), "")}`;
  }

  #stops(stops: Leg[]): TemplateResult {
    return html`<div class="case-inner">
      ${stops.length ? html`<ol class="cards">${stops.map((leg, at) => html`
        <li class="card" data-leg=${leg.id}><div><span class="card-title">${placeName(leg.country) || t("case-leg-unnamed")}</span><p class="fact-note">${[tCode("case-leg", leg.kind), leg.place].filter(Boolean).join(" · ")}</p></div>
          <div class="card-actions"><a href=${this.to("leg", leg.id)}>${t("case-change")}<span class="visually-hidden"> ${placeName(leg.country)}</span></a>
            ${at ? html`<button type="button" class="button-plain" @click=${() => this.#earlier(leg)}>${t("case-leg-earlier")}<span class="visually-hidden"> ${placeName(leg.country)}</span></button>` : nothing}
            <button type="button" class="button-plain" @click=${() => this.#remove(leg)}>${t("case-remove")}<span class="visually-hidden"> ${placeName(leg.country)}</span></button></div></li>`)}</ol>` : nothing}
      <p><button type="button" class="button-quiet" id="add-leg" @click=${() => (location.hash = this.#added())}>${t("case-add-leg")}</button></p>
      <dl class="terms">${LEG_KINDS.map((kind) => html`<div><dt>${tCode("case-leg", kind)}</dt><dd>${tCode("case-leg-hint", kind)}</dd></div>`)}</dl>
    </div>`;
  }

  #destination(facts: Partial<Leg>): void {
    app.case.change((kase) => {
      const end = destinationOf(kase) ?? addLeg(kase, "destination");
      Object.assign(end, facts);
      // Without country and place there is no destination to speak of, unless the way is described.
      if (!end.country && !end.place && kase.route?.length === 1) kase.route = [];
    });
  }

  #choose(way: Way): void {
    this.through = way === "through";
    app.case.change((kase) => {
      const named = stopsOf(kase).filter(({ country }) => country);
      const end = destinationOf(kase);
      if (way === "direct") kase.route = end ? [end] : [];
      if (way === "through") kase.route = [...named, ...(end ? [end] : [])];
      if (way === "unknown") {
        kase.route = end ? [end] : [];
        // A stop without a country is a stop not known, of either kind.
        addLeg(kase, "transit");
        addLeg(kase, "transhipment");
      }
      if (way === "direct" && !end) addLeg(kase, "destination");
    });
  }

  #added(): string {
    let id = "";
    app.case.change((kase) => {
      // A stop that was begun and left without a country is taken up again.
      id = (stopsOf(kase).find(({ country, place }) => !country && !place) ?? addLeg(kase, "transit")).id;
    });
    return this.to("leg", id);
  }

  #earlier(leg: Leg): void {
    app.case.change((kase) => {
      const route = kase.route ?? [];
      const at = route.findIndex(({ id }) => id === leg.id);
      const moved = route[at];
      if (moved && at > 0) route.splice(at - 1, 2, moved, ...route.slice(at - 1, at));
    });
  }

  #remove(leg: Leg): void {
    this.through = true;
    app.case.change((kase) => {
      kase.route = (kase.route ?? []).filter(({ id }) => id !== leg.id);
    });
    void focusOn(this, "#add-leg");
  }
}

/** One country on the way: transit or transhipment. */
@customElement("ec-case-leg")
export class EcCaseLeg extends CaseStepElement {
  @property() leg = "";

  protected override heading(): string {
    return t("case-leg-title");
  }

  protected override previous() {
    return { href: this.to("way"), label: t("case-back-way") };
  }

  protected override next(): string {
    return this.to("way");
  }

  protected override nextFromCheck(): string {
    return this.to("way");
  }

  protected override check(): FieldProblem[] {
    return legOf(this.kase, this.leg)?.country ? [] : [{ field: "leg-country", code: "leg-country" }];
  }

  protected override body(): Part {
    const leg = legOf(this.kase, this.leg);
    if (!leg) return html`<p>${t("case-gone")}</p>`;
    return html`
      ${countryField({ id: "leg-country", label: t("case-leg-country"), value: leg.country, problems: this.problems, set: (country) => this.#set({ country }) })}
      ${radios({ id: "leg-kind", legend: t("case-leg-kind"), value: leg.kind, set: (kind) => this.#set({ kind }), options: (["transit", "transhipment"] as const).map((id) => ({ id, label: tCode("case-leg", id), hint: tCode("case-leg-hint", id) })) })}
      ${textField({ id: "leg-place", label: t("case-leg-place"), hint: t("case-place-hint"), value: leg.place, kind: "name", set: (place) => this.#set({ place }) })}
      ${questionFields(formQuestions(this.kase, "route", `leg:${leg.id}`, this.words, app.case.assessment), `leg:${leg.id}`)}`;
  }

  #set(facts: Partial<Leg>): void {
    app.case.change((kase) => {
      const leg = legOf(kase, this.leg);
      if (leg) Object.assign(leg, facts);
    });
  }
}
