import { t, tCode } from "../i18n/index.ts";

/** Names of the parts of a record that people can make something of; everything else keeps its own name. */
const KNOWN = new Set(["made_at", "engine", "packs", "rules", "lists", "policy", "case", "human", "judgements", "decisions", "trusted", "assessment", "tier", "factors", "machine", "findings", "state", "result", "criteria", "steps", "outcomes", "outcome", "items", "parties", "hits", "ownership", "ask", "not_checked", "digest", "version", "as_of", "title", "name", "country", "reason", "by", "on", "evidence", "score", "missing", "min", "max", "determination", "jurisdictions", "answers", "route", "dates", "roles", "owners", "share", "address", "value", "format"]);

/** `/assessment/findings/3/state` as `Assessment › Findings › no. 4 › State`. */
export function pointerText(pointer: string): string {
  const steps = pointer.split("/").slice(1).map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
  if (!steps.length) return t("record-whole");
  return steps.map((step) => (/^\d+$/.test(step) ? t("record-part-number", { number: String(Number(step) + 1) }) : KNOWN.has(step) ? tCode("record-part", step) : step)).join(" › ");
}
