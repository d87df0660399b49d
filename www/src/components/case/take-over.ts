// What other pages of this tool know already, as parts of a case.
import type { Case, CaseItem, CaseParty } from "../../engine/case-types.ts";
import { app } from "../../state/app.ts";
import { problemsOf, queryOf } from "../../state/draft.ts";
import { familyText } from "../item-text.ts";

/** Item and route of the page “May it go there?”. */
export function fromLicence(): Partial<Case> {
  const { licence } = app;
  const item = licence.item();
  const { exporter, destination, origin } = licence.route;
  const facts: Partial<Case> = {};
  if (item) {
    const kind: Omit<CaseItem, "id"> = "family" in item ? { name: licence.source === "product" && licence.product ? licence.product.name : (app.item.product?.name ?? familyText(item.family).name), family: item.family, answers: { ...item.answers } } : { codes: item.codes, none: item.none };
    facts.items = [{ id: "i1", ...kind, ...(origin ? { origin } : {}) }];
  }
  if (exporter) facts.exporter_country = exporter;
  if (destination) facts.route = [{ id: "l1", kind: "destination", country: destination }];
  if (Object.keys(licence.answers).length) facts.answers = { ...licence.answers };
  return facts;
}

/** The party that stands in the form of the party check. */
export function fromPartyCheck(): Omit<CaseParty, "id"> | undefined {
  if (problemsOf(app.draft).length) return undefined;
  const { name, kind, country, dob, id, address } = queryOf(app.draft);
  return { name, ...(kind && kind !== "unknown" ? { kind } : {}), ...(country ? { country } : {}), ...(dob ? { dob } : {}), ...(id ? { identifiers: [id] } : {}), ...(address ? { address } : {}) };
}
