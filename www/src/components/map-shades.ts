import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { app } from "../state/app.ts";
import { DIFFERENCES, type Difference, OUTCOMES, type Shade } from "../state/licence-map.ts";
import { t, tCode } from "../i18n/index.ts";
import { jurisdictionName } from "./licence-text.ts";

/** Marks on a tile of 8 by 8 and how far it is turned; the colours are the style sheet's. No mark: a plain area. */
const TILES: Record<Shade, { mark: string; turn: number }> = {
  prohibited: { mark: "M0 4H8M4 0V8", turn: 45 },
  "sanctions-review": { mark: "M0 2H8M0 6H8", turn: 45 },
  "licence-required": { mark: "", turn: 0 },
  "notify-authority": { mark: "M4 0V8", turn: 0 },
  "authorisation-possible": { mark: "M0 4H8", turn: -45 },
  undecided: { mark: "M3 4h2M7 0h1M0 0h1M7 8h1M0 8h1", turn: 0 },
  "none-identified": { mark: "", turn: 0 },
  "not-in-scope": { mark: "M0 4H8", turn: 0 },
  first: { mark: "M0 4H8", turn: 45 },
  second: { mark: "M0 4H8", turn: -45 },
  open: { mark: "M3 4h2M7 0h1M0 0h1M7 8h1M0 8h1", turn: 0 },
  same: { mark: "", turn: 0 },
};

/** The patterns as paints, `scale` user units to the pixel. */
export function paints(prefix: string, scale: number): SVGTemplateResult {
  return svg`<defs>${([...OUTCOMES, ...DIFFERENCES] as Shade[]).map((shade) => {
    const { mark, turn } = TILES[shade];
    return svg`<pattern id=${`${prefix}-${shade}`} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform=${`scale(${scale}) rotate(${turn})`}><rect class="tile" data-shade=${shade} width="8" height="8"></rect>${mark ? svg`<path class="tile-mark" data-shade=${shade} d=${mark}></path>` : nothing}</pattern>`;
  })}</defs>`;
}

export function paint(prefix: string, shade: Shade): string {
  return `url(#${prefix}-${shade})`;
}

/** The paints of all swatches of the page. */
export function swatchPaints(): TemplateResult {
  return html`<svg class="visually-hidden" aria-hidden="true" width="1" height="1">${paints("swatch", 1)}</svg>`;
}

export function swatch(shade: Shade): TemplateResult {
  return html`<svg class="swatch" width="26" height="16" aria-hidden="true"><rect x="0.5" y="0.5" width="25" height="15" fill=${paint("swatch", shade)}></rect></svg>`;
}

export function shadeText(shade: Shade): string {
  if (!(DIFFERENCES as readonly string[]).includes(shade)) return tCode("map-outcome", shade);
  const [first = "", second = ""] = app.map.jurisdictions().map(jurisdictionName);
  switch (shade as Difference) {
    case "first":
      return t("map-differ-stricter", { name: first });
    case "second":
      return t("map-differ-stricter", { name: second });
    case "open":
      return t("map-differ-open");
    case "same":
      return t("map-differ-same");
  }
}
