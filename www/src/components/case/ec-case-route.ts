import { html, nothing } from "lit";
import { customElement } from "lit/decorators.js";
import { languageName, t } from "../../i18n/index.ts";
import { app } from "../../state/app.ts";
import type { FieldProblem } from "../../state/case/missing.ts";
import { hrefOfCase } from "../../state/case/place.ts";
import { isDate } from "../../state/case/values.ts";
import { today } from "../../state/item.ts";
import { checks, countryField, type Part, textField } from "./fields.ts";
import { CaseStepElement } from "./step.ts";

/** Where the goods leave from, and when. */
@customElement("ec-case-route")
export class EcCaseRoute extends CaseStepElement {
  protected override heading(): string {
    return t("case-route-title");
  }

  protected override previous() {
    return { href: hrefOfCase("parties"), label: t("case-back-parties") };
  }

  protected override next(): string {
    return hrefOfCase("way");
  }

  protected override check(): FieldProblem[] {
    const { order, shipment } = this.kase.dates ?? {};
    return order && shipment && shipment < order ? [{ field: "shipment", code: "shipment-before", given: shipment }] : [];
  }

  protected override body(): Part {
    const { kase } = this;
    const offered = [...new Set(Object.values(app.case.texts?.clauses ?? {}).flatMap(({ texts }) => Object.keys(texts)))].sort();
    const fixed = app.case.saved?.as_of_fixed ? kase.as_of : today();
    return html`
      ${countryField({ id: "exporter", label: t("licence-exporter"), hint: t("licence-exporter-hint"), value: kase.exporter_country, set: (country) => app.case.change((next) => { next.exporter_country = country; }) })}
      ${textField({ id: "order", label: t("case-order-date"), value: kase.dates?.order, kind: "date", set: (order) => app.case.change((next) => { next.dates = { ...next.dates, order }; }) })}
      ${textField({ id: "shipment", label: t("case-shipment-date"), hint: t("case-shipment-date-hint"), value: kase.dates?.shipment, kind: "date", problems: this.problems, set: (shipment) => app.case.change((next) => { next.dates = { ...next.dates, shipment }; }) })}
      ${offered.length ? checks({ id: "languages", legend: t("case-languages"), hint: t("case-languages-hint"), columns: true, value: kase.languages, set: (languages) => app.case.change((next) => { next.languages = languages; }), options: offered.map((id) => ({ id, label: languageName(id) })) }) : nothing}
      <details class="details" ?open=${app.case.saved?.as_of_fixed ?? false}><summary>${t("licence-date")}<span>${t("licence-date-hint")}</span></summary>
        ${textField({ id: "as-of", label: t("licence-date"), value: fixed, kind: "date", set: (day) => { if (!day || (isDate(day) && day >= "2000")) app.case.setDate(day === today() ? "" : day); } })}
      </details>`;
  }
}
