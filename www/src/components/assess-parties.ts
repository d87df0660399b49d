import { html, nothing, svg, type TemplateResult } from "lit";
import type { AssessedParty, Assessment, CaseHit, CaseParty, Owner, OwnershipResult, Subject } from "../engine/case-types.ts";
import type { Query } from "../engine/types.ts";
import { countryName, decimal, list, t, tCode } from "../i18n/index.ts";
import { desk, partyOf, parts, signer } from "../state/assessment.ts";
import { today } from "../state/item.ts";
import { listTitle } from "../state/risk-facts.ts";
import { here, hrefOfSubject, type Part, rolesOf, slug, subjectName } from "./assess-text.ts";
import { citation } from "./licence-text.ts";
import { listsSearched } from "./result-text.ts";

/** Every party and owner: looked for in the lists, or why not; candidates with the decision about each. */
export function parties(result: Assessment): TemplateResult {
  const { parties: all, lists } = result;
  return html`
    <section class="parties" aria-labelledby="parties-title">
      <h3 id="parties-title" tabindex="-1">${t("assess-parties")}</h3>
      ${lists ? html`<p class="fact-note">${t("assess-parties-lists", { lists: listsSearched(lists.lists.map(({ id, published }) => ({ id, published: published ?? null }))) })}${lists.starter ? html` <strong>${t("assess-starter")}</strong>` : nothing}</p>` : html`<p class="notice notice-loud">${t("assess-no-lists")} <a href="#/lists">${t("nav-lists")}</a></p>`}
      ${all.length ? all.map((one) => party(one, result)) : html`<p>${t("assess-no-parties")}</p>`}
    </section>`;
}

function party(one: AssessedParty, { lists }: Assessment): TemplateResult {
  const known = partyOf(desk.case, one.subject);
  const id = `party-${slug(one.subject)}`;
  const about = [parts(one.subject)[0] === "owner" ? ownerOf(one.subject) : rolesOf(one.subject), known?.kind ? tCode("kind", known.kind) : "", known?.country ? countryName(known.country) : ""].filter(Boolean).join(" · ");
  const open = one.hits.filter(({ judgement, reopened }) => !judgement || reopened || judgement.verdict === "unsure").length;
  // That lists are missing is said once, for all of them.
  const limits = one.not_checked.filter((code) => code !== "lists-not-loaded" && code !== "starter-list" && code !== "ownership");
  return html`
    <article class="party" id=${id} tabindex="-1" data-subject=${one.subject} data-state=${one.state} aria-labelledby=${`${id}-name`}>
      <header><h4 id=${`${id}-name`}><bdi>${one.name || subjectName(one.subject)}</bdi></h4><p class="fact-note">${about}</p></header>
      <p class="party-state">${one.state === "not-screened" ? tCode("assess-why-not", one.why_not ?? "other") : tCode("assess-screened", one.state, { count: one.hits.length })} ${one.why_not ? html`<a href=${one.why_not === "no-lists" ? "#/lists" : hrefOfSubject(one.subject)}>${one.why_not === "no-lists" ? t("nav-lists") : t("assess-go-case")}</a>` : nothing}</p>
      <p class="party-address">${tCode("assess-address", one.address)}${one.address === "not-given" ? html` <a href=${hrefOfSubject(one.subject)}>${t("assess-go-case")}</a>` : nothing}</p>
      ${one.address_listed.length ? html`<ul class="party-shared">${one.address_listed.map((row) => html`<li><strong><bdi>${row.name}</bdi></strong> <span class="fact-note">${listTitle(row.list)} · <span class="reference">${row.ref}</span></span><br /><bdi>${row.address}</bdi></li>`)}</ul>` : nothing}
      ${one.hits.length ? html`<details class="party-hits" ?open=${open > 0}><summary>${t("assess-candidates", { count: one.hits.length })}${open ? html` <strong>${t("assess-candidates-open", { count: open })}</strong>` : nothing}</summary>
        <div class="hits">${one.hits.map((hit, at) => candidate(hit, at, one, known, lists?.digest ?? ""))}</div></details>` : nothing}
      ${limits.length ? html`<details class="party-limits"><summary>${t("assess-party-limits")}</summary><ul class="fact-note">${limits.map((code) => html`<li>${tCode("not-checked", code)}</li>`)}</ul></details>` : nothing}
    </article>`;
}

function candidate(hit: CaseHit, at: number, { subject, name }: AssessedParty, known: CaseParty | Owner | undefined, pack: string): TemplateResult {
  const { judgement, reopened } = hit;
  const standing = judgement ? { decision: { verdict: judgement.verdict, reason: judgement.reason, decided_at: judgement.on, by: judgement.by }, reopened: reopened ? ("entry" as const) : undefined, earlier: 0 } : undefined;
  return html`<ec-hit .hit=${hit} .query=${queryOf(name, known)} .pack=${pack} .position=${at + 1} .given=${{ standing, save: (verdict: "same" | "different" | "unsure", reason: string, by: string) => {
    signer.name = by;
    return desk.decide({ subject, list: hit.list, ref: hit.ref, entry: hit.entry, verdict, reason, by, on: today() });
  } }}></ec-hit>`;
}

function queryOf(name: string, known: CaseParty | Owner | undefined): Query {
  const { kind, country, dob, identifiers, address } = known ?? {};
  return { name, ...(kind ? { kind } : {}), ...(country ? { country } : {}), ...(dob ? { dob } : {}), ...(identifiers?.length ? { id: identifiers.join(", ") } : {}), ...(address ? { address } : {}) };
}

/** `owner of …`: whose owner, with the share stated. */
function ownerOf(subject: Subject): string {
  const [, path] = parts(subject);
  const above = path.split("/").slice(0, -1);
  const parent = above.length === 1 ? `party:${above[0]}` : `owner:${above.join("/")}`;
  return t("assess-owner-of", { name: subjectName(parent) });
}

/** Who owns whom, as stated, and what the ownership tests make of it. */
export function ownership(result: Assessment): Part {
  const owned = (desk.case?.parties ?? []).filter(({ owners }) => owners?.length);
  const silent = (desk.case?.parties ?? []).filter(({ owners, owners_complete, kind }) => !owners?.length && !owners_complete && (kind ?? "organisation") === "organisation");
  if (!owned.length && !result.ownership.length && !silent.length) return nothing;
  return html`
    <section class="ownership" aria-labelledby="ownership-title">
      <h3 id="ownership-title" tabindex="-1">${t("assess-ownership")}</h3>
      <p class="hint">${t("assess-ownership-hint")}</p>
      ${owned.map((one) => tree(one, result))}
      ${silent.length ? html`<p>${t("assess-owners-not-given", { names: list(silent.map(({ id }) => subjectName(`party:${id}`))) })} <a href=${hrefOfSubject(`party:${silent[0]?.id}`)}>${t("assess-go-case")}</a></p>` : nothing}
    </section>`;
}

function tree(one: CaseParty, result: Assessment): TemplateResult {
  const ranges = result.ownership.filter(({ subject }) => subject === `party:${one.id}`);
  return html`<div class="owned" data-subject=${`party:${one.id}`}>
    <h4>${one.name ? html`<bdi>${one.name}</bdi>` : t("assess-subject-party")}</h4>
    <ul class="tree">${(one.owners ?? []).map((owner) => branch(owner, one.id, result))}
      ${one.owners_complete ? nothing : html`<li class="tree-unknown">${t("assess-owners-incomplete")}</li>`}</ul>
    ${alike(ranges).map(range)}
  </div>`;
}

function branch(owner: Owner, path: string, result: Assessment): TemplateResult {
  const own = `${path}/${owner.id}`;
  const state = result.parties.find(({ subject }) => subject === `owner:${own}`)?.state ?? "not-screened";
  return html`<li data-subject=${`owner:${own}`}>
    <span class="tree-share">${owner.share ? shareText(owner.share) : t("assess-share-unknown")}</span>
    <span class="tree-name">${here(`party-${slug(`owner:${own}`)}`, html`<bdi>${owner.name || t("assess-subject-owner")}</bdi>`)}
      <span class="fact-note">${[owner.kind ? tCode("kind", owner.kind) : "", owner.country ? countryName(owner.country) : "", tCode("assess-screening", state), owner.control ? tCode("assess-control", owner.control) : ""].filter(Boolean).join(" · ")}</span></span>
    ${owner.owners?.length ? html`<ul class="tree">${owner.owners.map((next) => branch(next, own, result))}${owner.owners_complete ? nothing : html`<li class="tree-unknown">${t("assess-owners-incomplete")}</li>`}</ul>` : nothing}
  </li>`;
}

/** Tests that come to the same are drawn once. */
function alike(all: OwnershipResult[]): OwnershipResult[][] {
  const groups = new Map<string, OwnershipResult[]>();
  for (const one of all) {
    const key = JSON.stringify([one.min, one.max, one.listed, one.open]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

/** What listed parties hold together, from at least to at most, against one half. */
function range(tests: OwnershipResult[]): Part {
  const [first] = tests;
  if (!first) return nothing;
  const { min: least, max: most, listed, open } = first;
  const min = least ?? "0 %";
  const max = most ?? "100 %";
  const low = percent(min);
  const high = percent(max);
  const said = low >= 50 ? t("assess-range-over") : high < 50 ? t("assess-range-under") : t("assess-range-open");
  return html`
    <div class="range" data-test=${tests.map(({ test }) => test).join(" ")} data-range=${low >= 50 ? "over" : high < 50 ? "under" : "open"}>
      <ul class="plain range-tests">${tests.map(({ test }) => {
        const known = desk.texts?.ownership[test];
        return html`<li><strong>${known?.name ?? test}</strong> ${known ? citation(known.cite, known.link) : nothing}</li>`;
      })}</ul>
      <svg class="range-bar" viewBox="0 0 400 44" role="img" aria-label=${t("assess-range", { min: shareText(min), max: shareText(max) })}>
        <rect class="range-whole" x="0.75" y="12" width="398.5" height="14" />
        ${high > low ? svg`<rect class="range-maybe" x=${low * 4} y="12" width=${Math.max(1, (high - low) * 4)} height="14" />` : nothing}
        <rect class="range-sure" x="0.75" y="12" width=${Math.max(0, low * 4 - 0.75)} height="14" />
        <path class="range-half" d="M200 5V33" />
        <text class="range-word" x="200" y="43" text-anchor="middle">${shareText("50 %")}</text><text class="range-word" x="1" y="43">${shareText("0 %")}</text><text class="range-word" x="399" y="43" text-anchor="end">${shareText("100 %")}</text>
      </svg>
      <p>${min === max ? t("assess-range-exact", { share: shareText(min) }) : t("assess-range", { min: shareText(min), max: shareText(max) })} ${said}</p>
      ${listed.length ? html`<p class="fact-note">${t("assess-range-listed", { names: list(listed.map(subjectName)) })}</p>` : nothing}
      ${open.length ? html`<p class="fact-note">${t("assess-range-not-known", { names: list(open.map(subjectName)) })}</p>` : nothing}
    </div>`;
}

function percent(text: string): number {
  const value = Number.parseFloat(text.replace(",", "."));
  return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 0;
}

function shareText(text: string): string {
  const figure = /^\s*(\d+(?:[.,]\d+)?)\s*%?\s*$/.exec(text)?.[1];
  return figure ? t("assess-percent", { figure: decimal(figure.replace(",", ".")) }) : text;
}

/** Candidates nobody decided about yet. */
export function undecided(result: Assessment): AssessedParty[] {
  return result.parties.filter(({ hits }) => hits.some(({ judgement, reopened }) => !judgement || reopened || judgement.verdict === "unsure"));
}

export function listNames(ids: string[]): string {
  return list(ids.map(listTitle));
}
