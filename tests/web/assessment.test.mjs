// One case, one assessment, on the real engine and the real rules: what it comes to, why, what to do, what was not looked at.
import assert from "node:assert/strict";
import { after, before, test as run } from "node:test";
import { existsSync, readFileSync } from "node:fs";
import { launch, looksRight, packs, root, serve, tabTo } from "./harness.mjs";
import { arrived, CASE, openCase as open, plain, stored, unfoldAll } from "./stored-case.mjs";

const index = existsSync(`${root}/packs/index.json`) ? JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")) : {};
const skip = index.rules ? false : "no rules are built";
if (skip && process.env.CI === "true") throw new Error("the rules are not built, and CI requires them");
const test = (name, work) => run(name, { skip }, work);

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

const openCase = (kase, options = {}, from = server) => open(browser, from, kase, options);
const NEVER = /not controlled|EAR99|\bcleared\b|\bsafe\b|\bapproved\b|licence-free|no licence required|\bNLR\b|authori[sz]ed to|\bcompliant\b|certificate|genehmigungsfrei|nicht genehmigungspflichtig|unbedenklich|freigegeben/i;

test("the result first, that it is no approval, and both bodies of rules beside it", async () => {
  for (const [path, not] of [["", /not an approval/], ["?lang=de", /keine Genehmigung/]]) {
    const page = await openCase(CASE, { path });
    const tier = page.locator(".tier");
    assert.match(await tier.getAttribute("data-tier"), /^(enhanced|stop)$/);
    assert.match(plain(await tier.textContent()), not);
    assert.equal(await page.locator(".assessment > .verdicts .verdict").count(), 2);
    const order = await page.evaluate(() => [".tier", ".assess-why", ".flags", ".assess-questions", ".to-do", ".parties", ".case-items", ".seen", ".limits", ".limits-duty", ".save-record"].map((part) => document.querySelector(part)?.getBoundingClientRect().top ?? -1));
    assert.deepEqual(order, [...order].sort((a, b) => a - b), "result, why, red flags, what to do, what was not checked");
    assert.ok(order[0] > 0);
    await unfoldAll(page);
    assert.doesNotMatch(plain(await page.locator("main").textContent()), NEVER);
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test("every point of the picture stands in the tables, and leads to its place", async () => {
  const page = await openCase(CASE);
  const marks = await page.locator(".band-picture .mark").count();
  assert.equal(marks, await page.locator(".factors tbody tr").count());
  assert.ok(marks > 10, String(marks));
  assert.match(await page.locator('.band [role="img"]').getAttribute("aria-label"), /Result: .+table below/);
  assert.equal(await page.locator(".band-picture .band-pointer").count() > 0, true);
  await page.locator(".factors-open").evaluate((fold) => fold.setAttribute("open", ""));
  const targets = await page.locator(".factors a").evaluateAll((links) => links.map((link) => link.getAttribute("href").slice(1)).filter((id) => !document.getElementById(id)));
  assert.deepEqual(targets, [], "no link leads nowhere");
  await page.locator(".factors tr[data-kind=open] a").first().click();
  assert.ok(await page.evaluate(() => document.activeElement?.matches(".ask-fold, .waiting li")), "the open point is in focus");
  assert.ok(await page.evaluate(() => document.activeElement?.querySelector("details")?.open), "and unfolded");
  await page.context().close();
});

test("a red flag shows its figures, citation, question and evidence", async () => {
  const page = await openCase(CASE);
  const card = page.locator('.flag[data-indicator="eu-young-firm"], .flag[data-indicator="us-little-background"]').first();
  const text = plain(await card.textContent());
  assert.match(text, /Time since registration/);
  assert.match(text, /216 d/);
  assert.match(text, /< 365 d/);
  assert.match(text, /Ask:/);
  assert.match(text, /What settles it:/);
  assert.ok(await card.locator(".criterion").count() > 0);
  await page.context().close();
});

test("a judgement needs reason and name, stands beside the finding, lasts, and can be withdrawn", async () => {
  const page = await openCase(CASE);
  const card = page.locator('.flags > .flag[data-state="raised"]:has(.judgement)').first();
  const indicator = await card.getAttribute("data-indicator");
  const subject = await card.getAttribute("data-subject");
  const own = page.locator(`.flag[data-indicator="${indicator}"][data-subject="${subject}"]`);
  const criteria = await card.locator(".criterion").count();
  await own.locator(".judgement > summary").click();
  await own.locator(".judgement button[type=submit]").click();
  assert.match(plain(await own.locator(".judgement .problem").textContent()), /why it is settled/);
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), "TEXTAREA");
  await own.locator(".judgement textarea").first().fill("Two reference customers were called.");
  await own.locator(".judgement button[type=submit]").click();
  assert.match(plain(await own.locator(".judgement .problem").textContent()), /who decided/);
  await own.locator(".judgement textarea").last().fill("Call with Müller GmbH, 5 November 2026\nRegister extract");
  await own.locator(".judgement input[type=text]").fill("Anna Weber");
  await own.locator(".judgement button[type=submit]").click();
  await page.locator(`.flag[data-indicator="${indicator}"][data-subject="${subject}"][data-state="resolved"]`).waitFor();
  assert.match(plain(await own.textContent()), /Anna Weber, .+: settled, because Two reference customers.+Register extract/);
  assert.equal(await own.locator(".flag-found .criterion").count(), criteria, "what the machine found stays");
  // The reader follows the card.
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-state") === "resolved");
  assert.ok(await page.locator(".factors tr[data-kind=settled]").count() > 0);
  await page.reload();
  await arrived(page);
  await own.locator(".judgement-withdraw").click();
  await page.locator(`.flag[data-indicator="${indicator}"][data-subject="${subject}"][data-state="raised"]`).waitFor();
  assert.deepEqual((await stored(page)).judgements ?? [], []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("a question answered in place raises its flag at once and stays where it is", async () => {
  const page = await openCase(CASE);
  const before = await page.locator(".flags > .flag").count();
  const fold = page.locator('.ask-fold:has(.ask[data-ask="payment_signs"])');
  await fold.locator("> details > summary").click();
  const box = fold.locator('.ask[data-ask="payment_signs"] input[type=checkbox]').first();
  await box.focus();
  await page.keyboard.press("Space");
  await page.waitForFunction((count) => document.querySelectorAll(".flags > .flag").length > count, before);
  assert.equal(await box.isChecked(), true);
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute("type")), "checkbox", "the focus stays on the field");
  assert.equal((await stored(page)).answers.payment_signs.length, 1);
  await page.context().close();
});

test("deciding that a candidate is the party stops the case; the decision is kept with the case", async () => {
  const page = await openCase(CASE);
  const party = page.locator('.party[data-subject="party:p3"]');
  assert.equal(await party.getAttribute("data-state"), "candidate");
  await party.locator(".hit-title button").first().click();
  const form = party.locator(".decision").first();
  await form.locator("input[value=same]").check();
  await form.locator("button[type=submit]").click();
  assert.match(plain(await form.locator(".problem").textContent()), /who decided/);
  await form.locator("input[type=text]").fill("Anna Weber");
  await form.locator("button[type=submit]").click();
  await page.locator('.party[data-subject="party:p3"][data-state="confirmed"]').waitFor();
  await page.locator('.tier[data-tier="stop"]').waitFor();
  assert.ok(await page.locator('.flag[data-subject="party:p3"][data-tier="stop"]').count() > 0);
  const [decision] = (await stored(page)).decisions;
  assert.deepEqual([decision.subject, decision.verdict, decision.by], ["party:p3", "same", "Anna Weber"]);
  await page.context().close();
});

test("steps in order with who and how long, and the contract text in the languages of the case", async () => {
  const page = await openCase(CASE);
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
  const steps = page.locator(".to-do > .ladder > .rung");
  assert.ok(await steps.count() > 3);
  assert.match(plain(await steps.first().textContent()), /Who.+Takes about/);
  assert.match(plain(await page.locator(".timeline").textContent()), /23 days are left/);
  const clause = page.locator('.clause-text[data-clause="eu-12g"]').first();
  await clause.locator("> summary").click();
  assert.deepEqual(await clause.locator("> .clause-version").evaluateAll((all) => all.map((one) => one.dataset.language)), ["en", "ru"]);
  await clause.locator("> .clause-version button").last().click();
  await clause.locator('[role="status"] p').waitFor();
  assert.match(await page.evaluate(() => navigator.clipboard.readText()), /Российск/);
  await page.context().close();
});

test("parties, owners and items are all there; what was not looked at is said", async () => {
  const page = await openCase(CASE);
  assert.deepEqual(await page.locator(".party").evaluateAll((all) => all.map((one) => one.dataset.subject)), ["party:p1", "owner:p1/o1", "owner:p1/o2", "owner:p1/o2/o3", "party:p2", "party:p3", "party:p4"]);
  assert.match(plain(await page.locator('.party[data-subject="party:p4"]').textContent()), /Not looked for: there is no name/);
  assert.equal(await page.locator(".tree li[data-subject]").count(), 3);
  assert.match(plain(await page.locator(".range").first().textContent()), /0 % to 70 %.+open/);
  assert.equal(await page.locator(".case-item-result .item-outcomes > div").count(), 2);
  await page.locator(".determination > summary").first().click();
  assert.ok(await page.locator(".determination .finding").count() > 0);
  const limits = plain(await page.locator(".limits").textContent());
  for (const said of [/Not looked for in the lists:/, /Owners not given/, /Licence checks without answers/, /law of other countries/i]) assert.match(limits, said);
  assert.ok(await page.locator(".lists-used tbody tr").count() > 0);
  for (const code of ["catch-all", "sanctions", "authority", "responsibility"]) assert.equal(await page.locator(`.limits-duty [data-notice=${code}]`).count(), 1, code);
  await page.context().close();
});

test("by keyboard alone: to a red flag, its judgement, and the record", async () => {
  const page = await openCase(CASE);
  await page.locator("#flags-title").focus();
  await tabTo(page, ({ tag }) => tag === "SUMMARY");
  await page.keyboard.press("Enter");
  await tabTo(page, ({ tag }) => tag === "TEXTAREA");
  await page.keyboard.type("Invoice and contract name the same account.");
  await tabTo(page, ({ tag, type }) => tag === "INPUT" && type === "text");
  await page.keyboard.type("Anna Weber");
  await page.keyboard.press("Enter");
  await page.locator('.flag[data-state="resolved"]').waitFor();
  // The focus follows the settled card, once everything is drawn.
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-state") === "resolved");
  await page.locator("#save-record-title").focus();
  await tabTo(page, ({ id }) => id === "save-record");
  await page.keyboard.press("Enter");
  await page.locator(".record-made").waitFor();
  await page.context().close();
});

test("an assessment with judgement and record makes no request", async () => {
  const own = await serve(root, packs());
  const page = await openCase(CASE, {}, own);
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  await page.waitForTimeout(300);
  const before = own.requests.length;
  await unfoldAll(page);
  await page.locator("#save-record").click();
  await page.locator(".record-made").waitFor();
  await page.locator("#language").selectOption("de");
  await page.waitForTimeout(300);
  assert.deepEqual(own.requests.slice(before), []);
  assert.equal(await page.locator("[style]").count(), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await own.close();
});

test("on paper: result, reasons and limits, no fields", async () => {
  const page = await openCase(CASE);
  await page.emulateMedia({ media: "print" });
  const seen = await page.evaluate(() => [...document.querySelectorAll("main input, main textarea, main select, main button")].filter((field) => field.checkVisibility()).filter((field) => !field.closest(".hit-title")).map((field) => field.outerHTML.slice(0, 80)));
  assert.deepEqual(seen, []);
  for (const part of [".tier", ".print-head", ".band-picture", ".factors", ".flags", ".ladder", ".limits", ".lists-used", ".limits-duty"]) assert.ok(await page.locator(part).first().isVisible(), part);
  assert.match(plain(await page.locator(".print-head").textContent()), /[0-9a-f]{64}.+[0-9a-f]{64}/);
  await page.context().close();
});

/** Every screen that looks different. */
const SCREENS = {
  assessment: async () => {},
  "all unfolded": async (page) => { await unfoldAll(page); },
  "judgement without a reason": async (page) => { await page.locator(".judgement > summary").first().click(); await page.locator(".judgement button[type=submit]").first().click(); await page.locator(".judgement .problem").waitFor(); },
  "candidate open, record saved": async (page) => { await page.locator(".hit-title button").first().click(); await page.locator(".entry-facts").first().waitFor(); await page.locator("#save-record").click(); await page.locator(".record-made").waitFor(); },
};
looksRight(test, "the assessment", SCREENS, (options) => openCase({ ...CASE, judgements: [{ indicator: "us-little-background", subject: "party:p1", state: "resolved", reason: "Register extract and two customers confirm eleven years of trade.", evidence: ["Register extract"], by: "Anna Weber", on: "2026-11-20" }] }, options));
