import { html, nothing, svg, type SVGTemplateResult, type TemplateResult } from "lit";
import { t } from "../i18n/index.ts";

const HEAD = svg`<defs><marker id="d-head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto-start-reverse"><path class="d-head" d="M0 0L8 4L0 8Z" /></marker></defs>`;

/** Drawings that explain a question, by the name an attribute gives. Every word in them is a message. */
const DIAGRAMS: Record<string, () => { title: string; size: string; body: SVGTemplateResult }> = {
  "ifov": () => ({ title: t("diagram-ifov"), size: "0 0 360 170", body: svg`
    ${box(16, 45, 12, 80)}${[61, 77, 93, 109].map((y) => line(16, y, 28, y))}
    <path class="d-mark" d="M16 77H28V93H16Z" />
    <path class="d-soft d-edge" d="M110 35Q124 85 110 135Q96 85 110 35Z" />
    <path class="d-beam" d="M28 77L110 85L330 60M28 93L110 85L330 110" />
    <path class="d-line" d="M250 69Q256 85 250 101" />
    ${word(4, 148, t("diagram-pixel"), "start")}${word(118, 128, t("diagram-lens"), "start")}${word(262, 90, t("diagram-angle"), "start")}
    ${measure(28, 28, 110)}${word(69, 20, t("diagram-focal-length"))}` }),
  "beam-parameter-product": () => ({ title: t("diagram-beam-parameter-product"), size: "0 0 360 170", body: svg`
    <path class="d-soft" d="M20 40Q130 78 340 20V150Q130 92 20 130Z" />
    <path class="d-line" d="M20 40Q130 78 340 20M20 130Q130 92 340 150" />
    <path class="d-axis" d="M10 85H350" />
    <path class="d-axis" d="M124 85L340 20" />
    <path class="d-measure" d="M124 85V55" />${word(124, 106, t("diagram-waist"))}
    <path class="d-measure" d="M240 85A116 116 0 0 0 235 52" />${word(248, 74, t("diagram-half-angle"), "start")}` }),
  "five-axis": () => ({ title: t("diagram-five-axis"), size: "0 0 360 190", body: svg`
    ${arrow("M70 140H150")}${word(158, 144, "X", "start")}${arrow("M70 140L112 104")}${word(118, 102, "Y", "start")}${arrow("M70 140V48")}${word(70, 38, "Z")}
    <path class="d-soft" d="M210 140H330L310 110H230Z" /><path class="d-line" d="M210 140H330L310 110H230Z" />
    ${box(258, 40, 24, 42)}<path class="d-mark" d="M266 82H274L270 104Z" />
    ${arrow("M236 70A38 22 0 0 1 304 64")}${word(316, 62, "B", "start")}${arrow("M214 156A60 16 0 0 0 326 156")}${word(336, 164, "C", "start")}
    ${word(110, 176, t("diagram-linear-axes"))}${word(270, 186, t("diagram-rotary-axes"))}` }),
  "cmm-mpe": () => ({ title: t("diagram-cmm-mpe"), size: "0 0 360 180", body: svg`
    ${arrow("M40 150H336")}${arrow("M40 150V22")}
    <path class="d-soft" d="M40 116L320 62V150H40Z" /><path class="d-line" d="M40 116L320 62" />
    ${[[80, 120], [120, 112], [160, 118], [200, 96], [240, 102], [280, 84]].map(([x, y]) => svg`<circle class="d-dot" cx=${x} cy=${y} r="3" />`)}
    <path class="d-measure" d="M40 116H58" />
    ${word(332, 170, t("diagram-length"), "end")}${word(48, 24, t("diagram-error"), "start")}${word(318, 50, "E₀,MPE = A + L/K", "end")}${word(64, 134, "A")}` }),
  "temperature-range": () => ({ title: t("diagram-temperature-range"), size: "0 42 360 92", body: svg`
    ${arrow("M20 90H345")}
    <path class="d-soft" d="M96 70H270V90H96Z" /><path class="d-line" d="M96 58V102M270 58V102" />
    ${[60, 120, 180, 240, 300].map((x) => line(x, 86, x, 94))}
    ${word(96, 122, t("diagram-lowest"))}${word(270, 122, t("diagram-highest"))}${word(183, 62, t("diagram-rated"))}${word(345, 110, "°C", "end")}` }),
  "specific-modulus": () => ({ title: t("diagram-specific-modulus"), size: "0 0 360 170", body: svg`
    ${arrow("M30 140H190")}${arrow("M30 140V24")}
    <path class="d-line" d="M30 140L130 44Q150 30 172 34" /><path class="d-measure" d="M58 113H100V73" />
    ${word(110, 100, "E", "start")}${word(188, 160, t("diagram-strain"), "end")}${word(38, 22, t("diagram-stress"), "start")}
    ${box(240, 40, 56, 56)}${word(268, 73, "ρ")}${word(268, 124, "E / (ρ · g)")}${word(268, 146, t("diagram-length-unit"))}` }),
};

/** The drawing of that name, or nothing: a question without a drawing is complete. */
export function diagram(name: string | null | undefined): TemplateResult | typeof nothing {
  const known = name ? DIAGRAMS[name] : undefined;
  if (!known) return nothing;
  const { title, size, body } = known();
  // Drawn from left to right in every language, as on a datasheet.
  return html`<figure class="diagram" data-diagram=${name}><svg viewBox=${size} role="img" aria-label=${title} direction="ltr">${HEAD}${body}</svg><figcaption>${title}</figcaption></figure>`;
}

export const diagramNames: readonly string[] = Object.keys(DIAGRAMS);

function word(x: number, y: number, text: string, anchor = "middle"): SVGTemplateResult {
  return svg`<text class="d-word" x=${x} y=${y} text-anchor=${anchor}>${text}</text>`;
}

function line(x1: number, y1: number, x2: number, y2: number): SVGTemplateResult {
  return svg`<path class="d-line" d=${`M${x1} ${y1}L${x2} ${y2}`} />`;
}

function box(x: number, y: number, width: number, height: number): SVGTemplateResult {
  return svg`<rect class="d-line" x=${x} y=${y} width=${width} height=${height} />`;
}

function measure(x1: number, y: number, x2: number): SVGTemplateResult {
  return svg`<path class="d-measure" d=${`M${x1} ${y - 5}V${y + 5}M${x1} ${y}H${x2}M${x2} ${y - 5}V${y + 5}`} />`;
}

/** A line with a head at its end. */
function arrow(path: string): SVGTemplateResult {
  return svg`<path class="d-arrow" d=${path} marker-end="url(#d-head)" />`;
}
