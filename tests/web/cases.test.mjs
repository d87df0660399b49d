// The twelve assessed cases (tests/cases/assess) from end to end: the file of a case is imported, the assessment opened, and
// what the page shows is held against what the law makes of it, finding by finding with citations. Nothing is requested.
import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, test as run } from "node:test";
import { fileURLToPath } from "node:url";
import { compiled, fake, launch, openPage, packs, root, serve } from "./harness.mjs";
import { parse } from "./toml.mjs";
import { typeCase } from "./typing.mjs";

const at = (path) => fileURLToPath(new URL(path, import.meta.url));
const FOLDER = at("../cases/assess/");
const index = existsSync(`${root}/packs/index.json`) ? JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")) : {};
const skip = !fake && index.rules ? false : "no rules are built";
if (skip && process.env.CI === "true") throw new Error("the rules are not built, and CI requires them");
const test = (name, work) => run(name, { skip }, work);

const NEVER = /not controlled|EAR99|\bcleared\b|\bsafe\b|\bapproved\b|\bcompliant\b|licence-free|no licence required|\bNLR\b|authori[sz]ed to|certificate|genehmigungsfrei|unbedenklich|freigegeben/i;
/** Phrases of the project that deny such a promise or quote a duty. */
const DENIALS = /not an approval|including EAR99|not approved|no certificate/gi;

const CASES = readdirSync(FOLDER).filter((name) => name.endsWith(".json")).sort().map((file) => {
  const name = file.replace(/\.json$/, "");
  return { name, case: JSON.parse(readFileSync(join(FOLDER, file), "utf8")), runs: parse(readFileSync(join(FOLDER, `${name}.expect.toml`), "utf8")).run };
});

let browser;
const servers = new Map();
before(async () => { if (!skip) browser = await launch(); });
after(async () => { await browser?.close(); for (const server of servers.values()) await server.close(); });

/** A server whose list pack is the starter list as shipped, or the same rows with every list dated to one day. */
async function serverWith(lists) {
  if (!servers.has(lists)) servers.set(lists, await serve(root, { ...packs(), ...(lists === "starter" ? {} : { [index.parties]: packOf(lists) }) }));
  return servers.get(lists);
}

function packOf(day) {
  return compiled((folder) => {
    const list = join(folder, "lists.tsv");
    // A list that its publisher has closed is never fresh.
    const rows = readFileSync(at("../../lists/starter.tsv"), "utf8").replace(/^(?:# published )?uk-ofsi.*\n/gm, "");
    writeFileSync(list, rows.replace(/^(# published[^:]*: ).*$/gm, `$1${day}`));
    return ["lists", "--from", list];
  });
}

const pages = new Map();
/** One page for each set of lists; the cases follow one another in it, as with a user. */
async function pageWith(lists) {
  if (!pages.has(lists)) {
    const server = await serverWith(lists);
    const page = await openPage(browser, server.url, { path: "#/cases" });
    page.asked = [];
    await page.locator("#import-cases").waitFor();
    // What the page keeps for use without a network is fetched once, while it loads.
    await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
    await page.waitForLoadState("networkidle");
    page.on("request", (request) => { if (!request.url().startsWith("blob:")) page.asked.push(request.url()); });
    page.before = server.requests.length;
    page.server = server;
    pages.set(lists, page);
  }
  return pages.get(lists);
}

test("there are twelve cases, and each run of each can be read", () => {
  assert.equal(CASES.length, 12);
  for (const { name, runs } of CASES) {
    assert.ok(runs.length, name);
    for (const one of runs) for (const finding of one.finding ?? []) assert.ok(finding.indicator && finding.state && finding.cite, `${name}: ${JSON.stringify(finding)}`);
  }
});

for (const { name, case: kase, runs } of CASES) {
  for (const [number, expected] of runs.entries()) {
    test(`${name}: ${expected.name}`, async () => {
      const page = await pageWith(expected.lists);
      await importCase(page, variant(kase, expected, `${name}-${number + 1}`));
      for (const [subject, lists] of Object.entries(expected.confirm ?? {})) for (const list of lists) await confirm(page, subject, list);
      compare(await shown(page), expected);
      assert.deepEqual(page.problems, []);
      assert.deepEqual(page.asked, [], "the page asked for something");
      // The browser itself looks now and then whether the page has a new version.
      assert.deepEqual(page.server.requests.slice(page.before).filter(({ path }) => path !== "/sw.js"), [], "the server was asked for something");
    });
  }
}

test("the standard tier is worded as what it is", async () => {
  const page = await pageWith("2026-11-15");
  await importCase(page, { ...CASES.at(-1).case, id: "words" });
  assert.equal(await page.locator(".assessment").getAttribute("data-tier"), "standard");
  assert.match(plain(await page.locator(".tier").textContent()), /not an approval/);
  assert.ok(await page.locator("[data-not-checked]").count() > 0, "what was not checked is said");
});

/** Cases that are also typed, with the list codes that their items come to. */
const TYPED = {
  "02-manometer-almaty": { codes: [{ list: "eu", code: "2B230.c.1" }, { list: "us", code: "2B230.c.1" }] },
  "07-medical-syria": { none: ["eu", "us"] },
  "10-forwarder-mersin": { none: ["eu"], codes: [{ list: "us", code: "2B991.c.2.c" }] },
  "12-pump-switzerland": { none: ["eu"], codes: [{ list: "us", code: "2B999.j" }] },
};

for (const { name, case: kase, runs } of CASES.filter((one) => one.name in TYPED)) {
  test(`${name}: typed through the screens`, async () => {
    const page = await pageWith(runs[0].lists);
    const typed = structuredClone(kase);
    for (const item of typed.items) {
      delete item.family;
      Object.assign(item, TYPED[name]);
    }
    await typeCase(page, typed);
    await assessed(page, kase.title);
    compare(await shown(page), runs[0]);
    assert.deepEqual(page.problems, []);
    assert.deepEqual(page.asked, [], "the page asked for something");
  });
}

/** The case as a run wants it. Hits are confirmed on the page. */
function variant(kase, { set = {}, unset = [] }, id) {
  const copy = { ...structuredClone(kase), id };
  for (const [pointer, value] of Object.entries(set)) {
    const [parent, last] = step(copy, pointer);
    parent[last] = value;
  }
  for (const pointer of unset) {
    const [parent, last] = step(copy, pointer);
    assert.ok(last in parent, pointer);
    delete parent[last];
  }
  return copy;
}

function step(kase, pointer) {
  const path = pointer.split("/").slice(1);
  return [path.slice(0, -1).reduce((under, name) => under[name], kase), path.at(-1)];
}

async function importCase(page, kase) {
  await page.evaluate(() => { location.hash = "#/cases"; });
  await page.locator("#import-cases").setInputFiles({ name: `${kase.id}.json`, mimeType: "application/json", buffer: Buffer.from(JSON.stringify(kase)) });
  await page.locator(`[data-case="${kase.id}"] [data-action=continue]`).click();
  await page.locator(".builder-head").waitFor();
  await page.evaluate(() => { location.hash = "#/case/assessment"; });
  await assessed(page, kase.title);
}

async function assessed(page, title) {
  await page.locator('.assessment[aria-busy="false"]').waitFor({ timeout: 15000 });
  if (title) assert.equal(plain(await page.locator("main h1").first().textContent()), title);
}

/** Says on the page that a candidate is the same party. */
async function confirm(page, subject, list) {
  const party = page.locator(`.party[data-subject="${subject}"]`);
  const title = await page.evaluate((list) => document.querySelector(`.party ec-hit`) && list, list);
  assert.ok(title, `${subject} has no candidates`);
  const hits = party.locator("ec-hit");
  for (let number = 0; number < await hits.count(); number++) {
    const hit = hits.nth(number);
    if (await hit.evaluate((element) => element.hit.list) !== list) continue;
    await hit.locator(".hit-title button").click();
    await hit.locator('.decision input[value="same"]').check();
    await hit.locator(".decision textarea").fill("Name, country and address agree.");
    await hit.locator('.decision input[type="text"]').fill("M. Huber");
    await hit.locator('.decision button[type="submit"]').click();
    await page.locator(`.party[data-subject="${subject}"][data-state="confirmed"]`).waitFor();
    await assessed(page);
    return;
  }
  assert.fail(`${subject} has no candidate on ${list}`);
}

/** Everything the page says, as a reader finds it. */
async function shown(page) {
  return page.evaluate(() => {
    const text = (element) => (element?.textContent ?? "").replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
    // A finding's own element; those that stand with another one, as the same duty about a further subject, have its words.
    const findings = [...document.querySelectorAll(".assessment [data-indicator]")].map((element) => {
      const whole = element.matches("span") ? element.parentElement.closest("[data-indicator]") : element;
      return {
        indicator: element.dataset.indicator,
        subject: element.dataset.subject ?? null,
        state: whole.dataset.state ?? { met: "raised", unknown: "open" }[whole.dataset.result] ?? "not-seen",
        seen: element.closest(".seen") !== null,
        cites: [...whole.querySelectorAll(".cite")].filter((cite) => cite.closest("[data-indicator]") === whole).map(text),
      };
    });
    return {
      tier: document.querySelector(".assessment").dataset.tier,
      outcomes: Object.fromEntries([...document.querySelectorAll(".verdicts .verdict")].map((one) => [one.dataset.jurisdiction, one.dataset.outcome])),
      findings,
      parties: Object.fromEntries([...document.querySelectorAll(".party")].map((one) => [one.dataset.subject, one.dataset.state])),
      notChecked: [...document.querySelectorAll("[data-not-checked]")].map((one) => one.dataset.notChecked),
      notices: [...document.querySelectorAll(".limits-duty [data-notice]")].map((one) => one.dataset.notice),
      problems: [...document.querySelectorAll("[data-notice=problems] li")].map(text),
      text: text(document.querySelector("main")),
    };
  });
}

function compare(seen, expected) {
  const wrong = [];
  const say = (what) => wrong.push(what);
  if (expected.tier && seen.tier !== expected.tier) say(`tier is ${seen.tier}, not ${expected.tier}`);
  for (const [jurisdiction, outcome] of Object.entries(expected.outcomes ?? {})) if (seen.outcomes[jurisdiction] !== outcome) say(`${jurisdiction}: ${seen.outcomes[jurisdiction]}, not ${outcome}`);
  for (const [subject, state] of Object.entries(expected.screening ?? {})) if (seen.parties[subject] !== state) say(`${subject} is ${seen.parties[subject]}, not ${state}`);
  for (const { indicator, subject = "", state, cite } of expected.finding ?? []) {
    const states = state.split("|");
    const same = seen.findings.filter((one) => one.indicator === indicator && !one.seen && (one.subject === subject || one.subject === null));
    if (!same.length) say(`${indicator} at "${subject}" is not on the page`);
    else if (!same.some((one) => states.includes(one.state))) say(`${indicator} at "${subject}" is ${same.map((one) => one.state)}, not ${state}`);
    else if (!same.some((one) => one.cites.some((text) => text.includes(cite)))) say(`${indicator} cites ${same.flatMap((one) => one.cites)}, not ${cite}`);
  }
  for (const never of expected.never ?? []) {
    const [indicator, subject] = never.split("@");
    const raised = seen.findings.find((one) => one.indicator === indicator && !one.seen && (subject === undefined || one.subject === subject) && ["raised", "resolved", "trusted"].includes(one.state));
    if (raised) say(`${indicator} at "${raised.subject}" is ${raised.state}`);
  }
  for (const code of expected.not_checked ?? []) if (!seen.notChecked.includes(code)) say(`${code} is not said to be unchecked`);
  for (const code of expected.not_checked_not ?? []) if (seen.notChecked.includes(code)) say(`${code} is said to be unchecked`);
  for (const notice of ["catch-all", "sanctions", "authority", "responsibility"]) if (!seen.notices.includes(notice)) say(`${notice} is not said`);
  for (const problem of seen.problems) say(`not understood: ${problem}`);
  const promise = NEVER.exec(seen.text.replace(DENIALS, ""));
  if (promise) say(`the page says "${seen.text.slice(Math.max(0, promise.index - 60), promise.index + 60)}"`);
  assert.deepEqual(wrong, []);
}

const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
