// May it go there, on the real engine and the real rules: from the item and its route to a result per jurisdiction.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test as run } from "node:test";
import { launch, looksRight, openPage, packs, ready, root, serve, tabTo } from "./harness.mjs";

const index = existsSync(`${root}/packs/index.json`) ? JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")) : {};
const skip = index.rules ? false : "no rules are built";
if (skip && process.env.CI === "true") throw new Error("the rules are not built, and CI requires them");
const test = (name, work) => run(name, { skip }, work);

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
/** A machine tool that both lists name. */
const MACHINE = { family: "machining-centre", code: "2B001.b.2.a", answers: { mt_contouring_axes: "5", mt_linear_axes: "3", mt_rotary_axes: "2", mt_upr: "0,8 µm", mt_travel_shortest: "500 mm", mt_travel_longest: "700 mm" } };
const INDIA = { exporter: "DE", origin: "DE", destination: "IN", end_user_country: "IN" };
const CHINA = { exporter: "US", origin: "US", destination: "CN", end_user_country: "CN" };
const JAPAN = { exporter: "DE", origin: "DE", destination: "JP", end_user_country: "JP" };
const NEEDS = /^(licence-required|authorisation-possible)$/;
const NEVER = /not controlled|EAR99|\bcleared\b|\bsafe\b|\bapproved\b|licence-free|no licence required|\bNLR\b|authori[sz]ed to|certificate|genehmigungsfrei|nicht genehmigungspflichtig|unbedenklich|freigegeben/i;

test("a listed item from Germany to India: both say what they find, and by which clause", async () => {
  const page = await openCase(INDIA);
  assert.match(await outcome(page, "eu"), NEEDS);
  const eu = verdict(page, "eu");
  assert.match(plain(await eu.locator(".deciding").textContent()), /2021\/821.*Article 3/);
  assert.match(plain(await eu.textContent()), /2B001\.b\.2\.a/);
  const decides = page.locator(".jurisdiction[data-jurisdiction=eu] .finding-decides");
  assert.ok(await decides.count() > 0, "the finding that decides is marked");
  assert.match(await decides.first().locator("a.cite").getAttribute("href"), /^https:\/\/eur-lex\.europa\.eu\//);
  assert.ok(await decides.first().locator(".criterion").count() > 0, "with its criteria");
  assert.equal(await page.locator(".jurisdiction[data-jurisdiction=eu] .authorisation[data-authorisation=EU001]").count(), 0, "EU001 does not reach India");
  await page.locator(".jurisdiction[data-jurisdiction=eu] .ruled-out > summary").click();
  assert.match(plain(await page.locator('.jurisdiction[data-jurisdiction=eu] .ruled-out [data-authorisation="EU001"]').textContent()), /not met/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("US origin to China: a reason for control, the chart, and exceptions with their conditions", async () => {
  const page = await openCase(CHINA);
  assert.match(await outcome(page, "us"), NEEDS);
  const us = page.locator(".jurisdiction[data-jurisdiction=us]");
  const requirement = us.locator('.finding[data-kind=requirement][data-result=met]').first();
  assert.match(await requirement.locator("a.cite").first().getAttribute("href"), /^https:\/\/www\.ecfr\.gov\/current\/title-15\//);
  assert.match(plain(await us.locator(".authorisations").textContent()), /15 CFR 740\./);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("what was not answered is said to be not run, in both languages", async () => {
  for (const [path, said] of [["", /not run: \S/i], ["?lang=de", /nicht durchgeführt: \S/i]]) {
    const page = await openCase({ ...INDIA, destination: "CH", end_user_country: "CH" }, { path, eu: "none", us: "none" });
    for (const list of ["eu", "us"]) {
      assert.match(plain(await verdict(page, list).textContent()), said, list);
      assert.ok(await page.locator(`.jurisdiction[data-jurisdiction=${list}] .check[data-run=no]`).count() > 0, list);
    }
    assert.match(plain(await page.locator(".limits").textContent()), said);
    for (const code of ["catch-all", "sanctions", "authority", "responsibility"]) assert.equal(await page.locator(`.limits [data-notice=${code}]`).count(), 1, code);
    assert.doesNotMatch(plain(await page.locator("main").textContent()), NEVER);
    await page.context().close();
  }
});

test("EU001 may be available in one of its countries, until an answer about Article 4 takes it away", async () => {
  const page = await openCase(JAPAN);
  const card = page.locator('.jurisdiction[data-jurisdiction=eu] .authorisation[data-authorisation="EU001"]');
  assert.equal(await outcome(page, "eu"), "authorisation-possible");
  assert.match(plain(await verdict(page, "eu").textContent()), /May be available if you meet: .*EU001/);
  await unfold(card);
  assert.match(plain(await card.textContent()), /May be available if you meet:/);
  const trigger = page.locator('.jurisdiction[data-jurisdiction=eu] .check[data-check="end-use"]');
  await unfold(trigger);
  const question = trigger.locator('.ask[data-ask="eu_wmd_use"]');
  await question.locator("input[value=aware]").check();
  await card.waitFor({ state: "detached" });
  assert.match(await outcome(page, "eu"), /^licence-required$/);
  assert.equal(await question.locator("input[value=aware]").isChecked(), true, "the answer stays where it was given");
  await page.locator(".jurisdiction[data-jurisdiction=eu] .ruled-out > summary").click();
  assert.ok(await page.locator('.ruled-out [data-authorisation="EU001"] .condition[data-result=not-met]').count() > 0);
  await page.locator(".given-answers > summary").click();
  await page.locator(".given-answers li button").first().click();
  await card.waitFor();
  await page.context().close();
});

test("the item checked here is taken over, its answers count, and the case survives other pages and languages", async () => {
  const page = await openPage(browser, server.url);
  page.setDefaultTimeout(8_000);
  await go(page, `#/item/${MACHINE.family}/sheet`);
  for (const [attribute, answer] of Object.entries(MACHINE.answers)) { const input = page.locator(`#answer-${attribute}`); await input.fill(answer); await input.blur(); }
  await page.locator('.ways a[data-step="result"]').click();
  await page.locator("#product-name").fill("Mill No. 7");
  await page.locator("#product-name").press("Enter");
  await page.locator(".save .said").waitFor();
  await page.locator("#to-licence").click();
  await page.locator(".case").waitFor();
  assert.equal(await page.locator("input[name=licence-source][value=checked]").isChecked(), true);
  assert.match(plain(await page.locator(".case-item").textContent()), /2B001\.b\.2\.a/);
  await route(page, INDIA);
  await work(page);
  assert.match(plain(await verdict(page, "eu").textContent()), /2B001\.b\.2\.a/);
  const before = await outcome(page, "eu");
  await page.locator('.nav a[href="#/lists"]').click();
  await page.locator("#language").selectOption("de");
  await page.locator('.nav a[href="#/licence"]').click();
  await page.locator(".licence-result").waitFor();
  assert.equal(await outcome(page, "eu"), before);
  assert.match(plain(await page.locator("#step-title").textContent()), /Deutschland nach Indien/);
  await page.reload();
  await ready(page);
  await page.locator(".case").waitFor();
  assert.equal(await page.locator(".licence-result").count(), 0, "nothing of the case is stored");
  await page.locator("input[name=licence-source][value=product]").check();
  await page.locator("#licence-product").selectOption({ label: "Mill No. 7" });
  await route(page, INDIA);
  await work(page);
  assert.equal(await outcome(page, "eu"), before);
  assert.match(plain(await verdict(page, "eu").textContent()), /2B001\.b\.2\.a/);
  await page.context().close();
});

test("every party counts only when all are named", async () => {
  const page = await openCase(INDIA);
  const asked = () => page.locator('.check .ask[data-ask="field:party_countries"]').count();
  assert.ok(await asked() > 0, "the other parties are asked for");
  await page.locator(".case > summary").click();
  await page.locator(".case .details > summary").click();
  await page.locator("#licence-no-others").check();
  await page.waitForFunction(() => !document.querySelector('.not-run .check[data-run=no] .ask[data-ask="field:party_countries"]'));
  await page.locator("#licence-party").selectOption("IR");
  await page.locator("#licence-party-add").click();
  await page.locator(".chips li").waitFor();
  assert.match(plain(await page.locator(".result-facts").textContent()), /Iran/);
  await page.locator(".chips button").click();
  await page.locator(".chips").waitFor({ state: "detached" });
  await page.context().close();
});

test("codes are read as typed, and what is missing is said where it is missing", async () => {
  const page = await openPage(browser, `${server.url}#/licence`);
  page.setDefaultTimeout(8_000);
  await page.locator(".case-form button[type=submit]").click();
  await page.waitForFunction(() => document.activeElement?.className === "error-summary");
  assert.equal(await page.locator(".error-summary li").count(), 2);
  await page.locator(".error-summary a").last().click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "licence-destination");
  await page.locator("#licence-code-eu").fill("2b001 b2a");
  await page.locator("#licence-code-eu").blur();
  assert.match(plain(await page.locator(".case-code[data-list=eu]").textContent()), /2B001\.b\.2\.a/);
  await page.locator("#licence-destination").selectOption("IN");
  for (const code of ["9Z999", "2B001.z.9"]) {
    await page.locator("#licence-code-us").fill(code);
    await page.locator("#licence-code-us").press("Enter");
    await page.waitForFunction(() => document.activeElement?.className === "error-summary");
    assert.match(plain(await page.locator(".case-code[data-list=us] .problem").textContent()), new RegExp(code));
  }
  await page.locator("#licence-code-us").fill("");
  await work(page);
  assert.match(plain(await page.locator("#step-title").textContent()), /to India/);
  assert.match(plain(await verdict(page, "us").textContent()), /No code of this list was given/);
  await page.context().close();
});

test("by keyboard alone, and the focus follows", async () => {
  const page = await openPage(browser, `${server.url}#/licence`);
  page.setDefaultTimeout(8_000);
  const at = (id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  await page.locator(".case").waitFor();
  await tabTo(page, ({ id }) => id === "licence-code-eu");
  await page.keyboard.type(MACHINE.code);
  await tabTo(page, ({ id }) => id === "licence-code-us");
  await page.keyboard.type(MACHINE.code);
  for (const [fact, typed] of [["exporter", "Germ"], ["origin", "Germ"], ["destination", "Jap"]]) {
    await tabTo(page, ({ id }) => id === `licence-${fact}`);
    await page.keyboard.type(typed);
  }
  await tabTo(page, ({ tag, type }) => tag === "BUTTON" && type === "submit");
  await page.keyboard.press("Enter");
  await page.locator(".licence-result").waitFor();
  await at("step-title");
  assert.match(plain(await page.locator("#step-title").textContent()), /Germany to Japan/);
  // The first open question is answered in place, and the focus stays on it.
  await tabTo(page, ({ type }) => type === "radio");
  await page.keyboard.press("ArrowDown");
  const name = await page.evaluate(() => document.activeElement?.getAttribute("name"));
  assert.ok(name?.startsWith("answer-next-"), name);
  await page.locator(".given-answers").waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("name")), name);
  await page.context().close();
});

test("a whole case makes no request", async () => {
  const own = await serve(root, packs());
  const page = await openPage(browser, own.url);
  page.setDefaultTimeout(8_000);
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  await page.waitForTimeout(300);
  const before = own.requests.length;
  await page.locator('.nav a[href="#/licence"]').click();
  await codes(page, MACHINE.code, MACHINE.code);
  await route(page, JAPAN);
  await work(page);
  await unfoldAll(page);
  await page.locator(".open-questions .ask input").first().check();
  await page.locator("#language").selectOption("de");
  await page.waitForTimeout(300);
  assert.deepEqual(own.requests.slice(before), []);
  assert.equal(await page.locator("[style]").count(), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await own.close();
});

/** Every screen that looks different. */
const SCREENS = {
  empty: async (page) => { await go(page, "#/licence"); },
  missing: async (page) => { await go(page, "#/licence"); await page.locator(".case-form button[type=submit]").click(); await page.locator(".error-summary").waitFor(); },
  form: async (page) => { await go(page, "#/licence"); await codes(page, "2b001 b 2 a", "none"); await page.locator(".case .details > summary").click(); await route(page, { destination: "HK" }); await page.locator("#licence-party").selectOption("CH"); await page.locator("#licence-party-add").click(); await page.locator(".chips li").waitFor(); },
  India: async (page) => { await SCREENS.case(page, INDIA); },
  "China, unfolded": async (page) => { await SCREENS.case(page, CHINA); await page.locator(".special-cases > summary").click(); for (const part of [".special-cases .authorisation", ".shared-conditions", ".check", ".ruled-out", ".licence-prompts details", ".findings-open"]) if (await page.locator(part).count()) await unfold(page.locator(part).first()); },
  "Japan, unfolded and answered": async (page) => { await SCREENS.case(page, JAPAN); await unfold(page.locator(".authorisation").first()); await unfold(page.locator(".check").first()); await page.locator(".open-questions .ask input[type=radio]").first().check(); await page.locator(".given-answers > summary").click(); },
  Iran: async (page) => { await SCREENS.case(page, { ...CHINA, destination: "IR" }); },
  "no entry applies": async (page) => { await SCREENS.case(page, { ...INDIA, destination: "CH" }, "none", "none"); },
};
Object.defineProperty(SCREENS, "case", { enumerable: false, value: async (page, to, eu = MACHINE.code, us = MACHINE.code) => { await go(page, "#/licence"); await codes(page, eu, us); await route(page, to); await work(page); } });

looksRight(test, "may it go there", SCREENS, async (options) => {
  const page = await openPage(browser, server.url, options);
  page.setDefaultTimeout(8_000);
  return page;
});

async function openCase(to, { path = "", eu = MACHINE.code, us = MACHINE.code } = {}) {
  const page = await openPage(browser, server.url, { path });
  page.setDefaultTimeout(8_000);
  await SCREENS.case(page, to, eu, us);
  return page;
}

async function go(page, hash) {
  await page.evaluate((there) => { location.hash = there; }, hash);
  await page.locator(hash.startsWith("#/item/") ? ".ways" : ".case").waitFor();
}

/** Types codes, or ticks that no entry applies. */
async function codes(page, eu, us) {
  await page.locator("input[name=licence-source][value=codes]").check();
  for (const [list, code] of [["eu", eu], ["us", us]]) {
    if (code === "none") await page.locator(`.case-code[data-list=${list}] input[type=checkbox]`).check();
    else { await page.locator(`#licence-code-${list}`).fill(code); await page.locator(`#licence-code-${list}`).blur(); }
  }
}

async function route(page, facts) {
  for (const [fact, code] of Object.entries(facts)) await page.locator(`#licence-${fact}`).selectOption(code);
}

async function work(page) {
  await page.locator(".case-form button[type=submit]").click();
  await page.locator(".licence-result").waitFor();
}

function verdict(page, jurisdiction) {
  return page.locator(`.verdict[data-jurisdiction=${jurisdiction}]`);
}

async function outcome(page, jurisdiction) {
  return verdict(page, jurisdiction).getAttribute("data-outcome");
}

async function unfold(details) {
  if (await details.getAttribute("open") === null) await details.locator("> summary").click();
}

async function unfoldAll(page) {
  await page.locator(".licence-result details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
}
