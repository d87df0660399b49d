import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { guard } from "lit/directives/guard.js";
import { locale, t, tCode } from "../i18n/index.ts";
import { app } from "../state/app.ts";
import type { Destination, Section } from "../state/licence-map.ts";
import { neighbour, OUTLINE, shows, type Spot, spots, type View, viewOf, WIDTH } from "../world/world.ts";
import { PageElement } from "./element.ts";
import { jurisdictionName, measureText } from "./licence-text.ts";
import { paint, paints, shadeText } from "./map-shades.ts";

/** Places drawn smaller than this get a circle of that radius, in pixels; both are smaller on a narrow map. */
const [TINY, CIRCLE] = [3.5, 3];
const [NARROW, SHARE] = [600, 0.65];
/** A tap may miss a place by so many pixels. */
const MISS = 14;
const ARROWS: Record<string, [number, number]> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** The map itself: one list of places for keyboard and screen reader, drawn. `point` says which place is pointed at. */
@customElement("ec-world")
export class EcWorld extends PageElement {
  @state() private hover = "";
  /** User units to the pixel. */
  @state() private scale = 1;
  #spots: { of: unknown; all: Spot[] } | undefined;
  #typed: { text: string; at: number; section: Section } = { text: "", at: 0, section: "world" };
  readonly #resized = new ResizeObserver(() => this.#measure());

  override connectedCallback(): void {
    super.connectedCallback();
    this.#resized.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#resized.disconnect();
  }

  protected override render(): TemplateResult {
    const { map } = app;
    const view = viewOf(map.section);
    const at = this.hover || map.chosen;
    const spot = at ? this.#all().find(({ code }) => code === at) : undefined;
    return html`
      <svg class="world" viewBox=${view.join(" ")} role="listbox" tabindex="0" aria-label=${t("map-name")} aria-describedby="map-help map-legend" aria-activedescendant=${map.chosen && this.#all().some(({ code }) => code === map.chosen) ? `place-${map.chosen}` : nothing}
        @keydown=${this.#key} @click=${this.#click} @pointermove=${this.#move} @pointerleave=${() => this.#point("")}>
        ${guard([this.scale, locale()], () => paints("shade", this.scale))}
        <path class="sea" d=${OUTLINE}></path>
        ${guard([map.result, map.look, map.section, map.chosen, this.scale, locale(), map.destinations()], () => this.#places())}
        ${spot ? this.#mark(spot, view) : nothing}
      </svg>`;
  }

  protected override updated(): void {
    this.#measure();
  }

  #places(): TemplateResult[] {
    const { map } = app;
    const places = new Map(map.destinations().map((place) => [place.code, place]));
    const unit = this.#unit();
    return this.#all().map((spot) => {
      const place = places.get(spot.code);
      if (!place) return svg`<path class="land" d=${spot.path} aria-hidden="true"></path>` as TemplateResult;
      const fill = paint("shade", map.shade(place));
      return svg`<g role="option" id=${`place-${spot.code}`} class="place" data-code=${spot.code} data-shade=${map.shade(place)} aria-selected=${map.chosen === spot.code ? "true" : "false"} aria-label=${label(place)}>
        ${spot.path ? svg`<path d=${spot.path} fill=${fill}></path>` : nothing}${spot.size < TINY * unit ? svg`<circle cx=${spot.at[0]} cy=${spot.at[1]} r=${CIRCLE * unit} fill=${fill}></circle>` : nothing}</g>` as TemplateResult;
    });
  }

  /** The place pointed at: its outline again on top, and its name. */
  #mark({ code, path, size, at: [x, y] }: Spot, [left, top, width]: View): TemplateResult {
    const right = x > left + width * 0.6;
    const high = Math.max(y - 10 * this.scale, top + 16 * this.scale);
    return svg`<g class="mark" aria-hidden="true">${path ? svg`<path d=${path}></path>` : nothing}${size < TINY * this.#unit() ? svg`<circle cx=${x} cy=${y} r=${CIRCLE * this.#unit() + 2.5 * this.scale}></circle>` : nothing}
      <text x=${x + (right ? -8 : 8) * this.scale} y=${high} font-size=${14 * this.scale} stroke-width=${4 * this.scale} text-anchor=${right ? "end" : "start"}>${app.licence.destinationName(code)}</text></g>` as TemplateResult;
  }

  #all(): Spot[] {
    const destinations = app.licence.texts?.destinations ?? {};
    if (this.#spots?.of !== destinations) this.#spots = { of: destinations, all: spots(destinations) };
    return this.#spots.all;
  }

  /** User units to the pixel of a circle. */
  #unit(): number {
    return viewOf(app.map.section)[2] / this.scale < NARROW ? this.scale * SHARE : this.scale;
  }

  #measure(): void {
    const drawn = this.querySelector("svg");
    const matrix = drawn?.getScreenCTM();
    if (matrix?.a) this.scale = Math.round(1000 / matrix.a) / 1000;
  }

  #point(code: string): void {
    if (code === this.hover) return;
    this.hover = code;
    this.dispatchEvent(new CustomEvent("point", { detail: code }));
  }

  #move(event: PointerEvent): void {
    if (event.pointerType === "mouse") this.#point(codeAt(event));
  }

  #click(event: MouseEvent): void {
    app.map.set({ chosen: codeAt(event) || this.#near(event) });
  }

  #key(event: KeyboardEvent): void {
    const { map } = app;
    const ahead = ARROWS[event.key];
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (ahead) this.#choose(this.#next(ahead));
    else if (event.key === "Enter" && map.chosen) this.dispatchEvent(new CustomEvent("take", { detail: map.chosen }));
    else if (event.key === "Escape" && map.chosen) map.set({ chosen: "" });
    else if (event.key.length === 1) this.#choose(this.#named(event.key));
    else return;
    event.preventDefault();
  }

  #next(ahead: [number, number]): Spot | undefined {
    const view = viewOf(app.map.section);
    const there = this.#all().filter(({ code, at }) => code && shows(view, at));
    const from = there.find(({ code }) => code === app.map.chosen);
    if (from) return neighbour(from.at, ahead, there);
    const start = there.find(({ code }) => code === app.licence.route.destination);
    const middle = view[0] + view[2] / 2;
    return start ?? there.filter(({ size }) => size > WIDTH / 50).sort((a, b) => Math.abs(a.at[0] - middle) - Math.abs(b.at[0] - middle))[0];
  }

  /** The place whose name begins with what was typed in one go. */
  #named(letter: string): Spot | undefined {
    const now = Date.now();
    const goesOn = now - this.#typed.at < 900;
    this.#typed = { text: (goesOn ? this.#typed.text : "") + letter.toLocaleLowerCase(), at: now, section: goesOn ? this.#typed.section : app.map.section };
    app.map.section = this.#typed.section;
    const found = app.map.destinations().find(({ name }) => name.toLocaleLowerCase().startsWith(this.#typed.text));
    return this.#all().find(({ code }) => code === found?.code);
  }

  /** The place nearest to a tap that hit none. */
  #near(event: MouseEvent): string {
    const matrix = this.querySelector("svg")?.getScreenCTM()?.inverse();
    if (!matrix) return "";
    const { x, y } = new DOMPoint(event.clientX, event.clientY).matrixTransform(matrix);
    const far = ({ at }: Spot) => Math.hypot(at[0] - x, at[1] - y);
    const [nearest] = this.#all().filter((spot) => spot.code && far(spot) < MISS * this.scale).sort((a, b) => far(a) - far(b));
    return nearest?.code ?? "";
  }

  #choose(spot: Spot | undefined): void {
    if (!spot) return;
    const outside = !shows(viewOf(app.map.section), spot.at);
    app.map.set({ chosen: spot.code, ...(outside ? { section: "world" } : {}) });
  }
}

function codeAt(event: Event): string {
  return (event.target as Element).closest<SVGElement>("[data-code]")?.dataset["code"] ?? "";
}

/** Place, outcomes and the clauses they rest on, for those who hear the map. */
function label(place: Destination): string {
  const { map } = app;
  const said = place.results.filter(({ jurisdiction }) => map.look === "stricter" || map.look === "differ" || jurisdiction === map.look).map(({ jurisdiction, outcome, deciding }) => {
    const cite = deciding[0] ? measureText(deciding[0].measure).cite : "";
    const words = tCode("map-outcome", outcome);
    return t("map-said", { name: jurisdictionName(jurisdiction), outcome: cite ? `${words}, ${cite}` : words });
  });
  return [place.name, ...(map.look === "differ" ? [shadeText(map.shade(place))] : []), ...said].join("; ");
}
