// Checking an item on the real engine and the real rules: from the words of the trade to the result in both lists.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test as run } from "node:test";
import { hasLaw, launch, looksRight, openPage, packs, ready, root, serve, tabTo, wordingPack } from "./harness.mjs";

const index = existsSync(`${root}/packs/index.json`) ? JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")) : {};
const skip = index.rules ? false : "no rules are built";
if (skip && process.env.CI === "true") throw new Error("the rules are not built, and CI requires them");
const test = (name, work) => run(name, { skip }, work);

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** Three items as an engineer would describe them; what is not named here is answered with “I do not know”. */
const ITEMS = [
  { words: "thermel imaging camera", family: "thermal-camera", answers: { frame_rate_max: "60 Hz", camera_lens_fixed: "no" }, listed: /6A003\.b\.4\.b/ },
  { words: "Fräszentrum", family: "machining-centre", answers: { mt_contouring_axes: "5", mt_linear_axes: "3", mt_rotary_axes: "2", mt_upr: "0,8 µm", mt_travel_shortest: "500 mm", mt_travel_longest: "700 mm" }, listed: /2B001\.b\.2\.a/ },
  { words: "ADC", family: "adc", answers: { adc_resolution: "12", sample_rate: "1,5 GSa/s" }, listed: /3A001\.a\.5\.a\.3/ },
];
const [CAMERA, MACHINE] = ITEMS;

for (const { words, family, answers, listed } of ITEMS) {
  test(`from the words to the result: ${words}`, async () => {
    const page = await openItem();
    await find(page, words);
    await page.locator(`.families [data-family="${family}"] a`).click();
    await page.locator(".review").waitFor();
    for (const prompt of await page.locator(".review-prompt").all()) await prompt.locator("input[value=no]").check();
    await page.locator(".review button[type=submit]").click();
    await answerAll(page, answers);
    for (const list of ["eu", "us"]) {
      const verdict = page.locator(`.verdict[data-list=${list}]`);
      assert.equal(await verdict.getAttribute("data-verdict"), "listed");
      assert.match(plain(await verdict.locator(".verdict-sentence").textContent()), listed);
    }
    const decided = page.locator('.clause[data-result=met] .side[data-list=eu] .criterion[data-result=met]');
    assert.ok(await decided.count() > 0, "the criteria that decide are shown");
    assert.match(plain(await decided.first().locator(".criterion-cite").textContent()), /^\d[A-E]\d{3}/);
    assert.ok(await page.locator(".related tbody tr").count() > 0, "software and technology stand beside the goods");
    assert.deepEqual(page.problems, []);
    await page.context().close();
  });
}

test("the search says why it found something, and that nothing found proves nothing", async () => {
  const page = await openItem();
  await find(page, CAMERA.words);
  assert.match(plain(await page.locator(`[data-family="${CAMERA.family}"]`).textContent()), /spelling corrected: .*thermel/i);
  await find(page, "8542.39");
  assert.match(plain(await page.locator('[data-notice="code-does-not-decide"]').textContent()), /code alone does not decide/);
  assert.ok(await page.locator(".families .family").count() > 0);
  await find(page, "6A003");
  assert.equal(await page.locator('.entry-card[data-entry="6A003"][open]').count(), 1);
  assert.ok(await page.locator(`[data-family="${CAMERA.family}"]`).count() > 0);
  await find(page, "qqzxvw");
  assert.match(plain(await page.locator('[data-notice="nothing-found"]').textContent()), /proves nothing/);
  await page.locator('[data-notice="nothing-found"] a').click();
  await page.waitForFunction(() => document.activeElement?.id === "browse-title");
  assert.equal(await page.locator(".browse details").count(), 10);
  await page.locator('.browse [data-category="6"] summary').click();
  await page.locator(`.browse a[href="#/item/${CAMERA.family}/review"]`).click();
  await page.locator(".review").waitFor();
  await page.context().close();
});

test("by keyboard alone, and the focus follows", async () => {
  const page = await openItem();
  const at = (id) => page.waitForFunction((wanted) => document.activeElement?.id === wanted, id);
  await tabTo(page, ({ id }) => id === "item-query");
  await page.keyboard.type("thermal camera");
  await page.keyboard.press("Enter");
  await at("found-title");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".review").waitFor();
  await at("step-title");
  for (let prompts = await page.locator(".review-prompt").count(); prompts > 0; prompts--) {
    await tabTo(page, ({ type }) => type === "radio");
    await page.keyboard.press("ArrowDown");
  }
  await page.keyboard.press("Enter");
  for (let steps = 0; steps < 3; steps++) {
    await page.locator(".question, .item-result").first().waitFor();
    await at("step-title");
    if (await page.locator(".item-result").count()) break;
    const here = await page.evaluate(() => location.hash);
    await tabTo(page, ({ type, tag }) => type === "radio" || type === "checkbox" || (tag === "INPUT" && type === "text"));
    const { type } = await page.evaluate(() => ({ type: document.activeElement.type }));
    if (type === "text") await tabTo(page, (there) => there.type === "checkbox");
    await page.keyboard.press("Space");
    await page.keyboard.press("Enter");
    await page.waitForFunction((before) => location.hash !== before, here);
  }
  await page.waitForFunction(() => document.querySelector(".item-result") || document.querySelectorAll(".answers li").length >= 3);
  await at("step-title");
  await page.context().close();
});

test("without an answer the question says so, and takes the focus to it", async () => {
  const page = await openItem(`#/item/${CAMERA.family}/question/frame_rate_max`);
  await page.locator(".question button[type=submit]").click();
  await page.waitForFunction(() => document.activeElement?.className === "error-summary");
  await page.locator(".error-summary a").click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "answer-frame_rate_max");
  await page.keyboard.type("9 zorkmids");
  await page.keyboard.press("Enter");
  await page.locator(".answer .problem").waitFor();
  assert.match(plain(await page.locator(".answer .problem").textContent()), /unit .*not known/);
  assert.match(await page.evaluate(() => location.hash), /frame_rate_max/);
  await page.locator("#answer-frame_rate_max").fill("9 Hz");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !location.hash.includes("frame_rate_max"));
  await page.context().close();
});

test("all values on one sheet, the same answers on every way, and a changed answer keeps the rest", async () => {
  const page = await openItem(`#/item/${MACHINE.family}/sheet`);
  const open = async () => Number(/\d+/.exec(plain(await page.locator("#standing-text").textContent()).replace(/^One/, "1").replace(/^All .*/, "0"))?.[0]);
  const before = await open();
  for (const [attribute, answer] of Object.entries(MACHINE.answers)) await give(page, attribute, answer);
  await page.waitForFunction((count) => document.querySelectorAll(".answers li").length === count, Object.keys(MACHINE.answers).length);
  assert.ok(await open() < before, "values decide provisions");
  await page.locator('.ways a[data-step="result"]').click();
  assert.match(plain(await page.locator(".verdict[data-list=eu] .verdict-sentence").textContent()), MACHINE.listed);

  await page.goto(`${server.url}#/item/${MACHINE.family}/question/mt_contouring_axes`);
  assert.equal(await page.locator("#answer-mt_contouring_axes").inputValue(), "5");
  await page.locator("#answer-mt_contouring_axes").fill("3");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => !location.hash.includes("mt_contouring_axes"));
  await page.goto(`${server.url}#/item/${MACHINE.family}/sheet`);
  await page.locator(".values").waitFor();
  assert.equal(await page.locator("#answer-mt_contouring_axes").inputValue(), "3");
  assert.equal(await page.locator("#answer-mt_upr").inputValue(), "0,8");
  assert.equal(await page.locator("#answer-mt_travel_longest").inputValue(), "700");
  await page.locator('.ways a[data-step="result"]').click();
  assert.doesNotMatch(plain(await page.locator(".verdict[data-list=eu]").textContent()), MACHINE.listed);

  await page.goto(`${server.url}#/item/${MACHINE.family}/sheet`);
  await give(page, "mt_upr", "zero point nothing");
  await page.locator(".values > .actions button[type=submit]").click();
  await page.waitForFunction(() => document.activeElement?.className === "error-summary");
  await page.goBack();
  await page.context().close();
});

test("a pasted datasheet: what was recognised from where, each to accept or reject, the rest listed", async () => {
  const page = await openItem(`#/item/${CAMERA.family}/paste`);
  await page.locator("#datasheet").fill("Pixels horizontal\t640\nColour of the box\tgrey\nFrame rate: 30 Hz");
  await page.locator(".datasheet button[type=submit]").click();
  await page.waitForFunction(() => document.activeElement?.id === "read-title");
  const rates = page.locator('.recognised [data-attribute="frame_rate_max"]');
  assert.ok(await rates.count() >= 1, "the frame rate is recognised");
  assert.match(plain(await rates.first().textContent()), /Line 3:/);
  assert.match(plain(await page.locator(".unread").textContent()), /Colour of the box/);
  const boxes = page.locator(".recognised input");
  for (const box of await boxes.all()) if (await box.isChecked()) await box.uncheck();
  await rates.last().locator("input").check();
  const taken = plain(await rates.last().locator("strong").textContent());
  await page.locator(".recognised + .actions button").click();
  await page.locator('.answers [data-answer="frame_rate_max"]').waitFor();
  assert.equal(await page.locator(".answers li").count(), 1);
  assert.match(plain(await page.locator('.answers [data-answer="frame_rate_max"]').textContent()), new RegExp(taken));
  await page.context().close();
});

test("“I do not know” never decides: the result is open and says what to answer", async () => {
  const page = await openItem(`#/item/${CAMERA.family}/question`);
  await answerAll(page, {});
  for (const list of ["eu", "us"]) {
    assert.equal(await page.locator(`.verdict[data-list=${list}]`).getAttribute("data-verdict"), "undecided");
    assert.match(plain(await page.locator(`.verdict[data-list=${list}]`).textContent()), /Cannot be decided yet; answer:/);
    assert.ok(await page.locator(`.verdict[data-list=${list}] .question-links a`).count() > 0);
  }
  assert.ok(await page.locator(".do-not-know-list li").count() > 0);
  await page.context().close();
});

test("words stay words: where nothing is identified, the result says what it does not cover", async () => {
  for (const [path, sentence, duties] of [["", /^No listed entry identified in .+ from your answers$/, /catch-all|sanctions|competent authority|exporter is responsible/i], ["?lang=de", /^Kein gelisteter Eintrag ermittelt in .+ anhand Ihrer Antworten$/, /Catch-all|Sanktionen|zuständige Behörde|verantwortlich/i]]) {
    const page = await openItem(`#/item/${MACHINE.family}/sheet`, { path });
    for (const [attribute, answer] of Object.entries({ ...MACHINE.answers, mt_contouring_axes: "3", mt_rotary_axes: "0", mt_upr: "20 µm", mt_travel_shortest: "500 mm", mt_travel_longest: "700 mm" })) await give(page, attribute, answer);
    await page.locator('.ways a[data-step="question"]').click();
    await page.locator(".review, .question").first().waitFor();
    for (const verdict of await page.locator('.verdict[data-verdict="none-identified"] .verdict-sentence').all()) assert.match(plain(await verdict.textContent()), sentence);
    await page.locator('.ways a[data-step="result"]').click();
    const limits = plain(await page.locator(".limits").textContent());
    for (const duty of duties.source.split("|")) assert.match(limits, new RegExp(duty, "i"));
    assert.doesNotMatch(plain(await page.locator("main").textContent()), /not controlled|EAR99|no licence required|nicht genehmigungspflichtig/i);
    await page.context().close();
  }
});

test("a saved product is reopened, evaluated again, exported and imported", async () => {
  const page = await openItem(`#/item/${CAMERA.family}/sheet`);
  for (const [attribute, answer] of Object.entries(CAMERA.answers)) await give(page, attribute, answer);
  await page.locator('.ways a[data-step="result"]').click();
  await page.locator(".save button[type=submit]").click();
  await page.locator(".save .problem").waitFor();
  await page.locator("#product-name").fill("Camera <b>One</b>");
  await page.locator("#product-name").press("Enter");
  await page.locator(".save .said").waitFor();

  await page.goto(`${server.url}#/item`);
  await page.reload();
  await ready(page);
  await page.locator(".product-list [data-action=reopen]").click();
  await page.locator('[data-notice="result-same"]').waitFor();
  assert.match(plain(await page.locator(".verdict[data-list=us] .verdict-sentence").textContent()), CAMERA.listed);

  await page.goto(`${server.url}#/item`);
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export-products").click()]);
  const saved = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(saved.products.length, 1);
  assert.equal(saved.products[0].name, "Camera <b>One</b>");
  await page.locator(".product-list [data-action=delete]").click();
  await page.locator("dialog[open] button[value=yes]").click();
  await page.locator(".product-list").waitFor({ state: "detached" });

  const changed = { ...saved.products[0], rules: "0".repeat(64), verdicts: [{ list: "eu", verdict: "none-identified", met: [] }, saved.products[0].verdicts[1]] };
  await page.locator(".import summary").click();
  await page.locator("#import-products").setInputFiles({ name: "p.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify({ ...saved, products: [changed, { broken: true }] })) });
  await page.locator(".products [role=status] .problem").waitFor();
  await page.locator(".product-list [data-action=reopen]").click();
  const notice = plain(await page.locator('[data-notice="result-changed"]').textContent());
  assert.match(notice, /It differs in .+ The rules have changed since\./);
  await page.context().close();
});

run("official wording stands beside the criteria, stays for the next visit and can be closed", { skip: skip || (hasLaw ? false : "the official texts are not here") }, async () => {
  const page = await openItem("#/lists");
  await page.locator("#wording").setInputFiles({ name: "other.ecp", mimeType: "application/octet-stream", buffer: Buffer.from("no pack of this tool ".repeat(20)) });
  await page.locator("#item-failure").waitFor();
  await page.locator("#wording").setInputFiles({ name: "law.ecp", mimeType: "application/octet-stream", buffer: wordingPack() });
  await page.locator("#forget-wording").waitFor();
  await page.reload();
  await ready(page);
  await page.goto(`${server.url}#/item/${MACHINE.family}/sheet`);
  for (const [attribute, answer] of Object.entries(MACHINE.answers)) await give(page, attribute, answer);
  await page.locator('.ways a[data-step="result"]').click();
  for (const list of ["eu", "us"]) {
    const wording = page.locator(`.clause[data-clause="2B001.b.2.a"] .side[data-list=${list}] .wording`);
    await wording.locator("summary").click();
    assert.match(plain(await wording.locator(".own").first().textContent()), /^2B001\.b\.2\.a .*repeatability/i);
  }
  await page.goto(`${server.url}#/lists`);
  await page.locator("#forget-wording").click();
  await page.locator("#forget-wording").waitFor({ state: "detached" });
  await page.context().close();
});

test("coverage adds up and can be filtered", async () => {
  const page = await openItem("#/coverage");
  await page.locator("table.coverage").first().waitFor();
  for (const list of ["eu", "us"]) {
    const table = page.locator(`table.coverage[data-list=${list}]`);
    const rows = await table.locator("tbody tr").evaluateAll((all) => all.map((row) => [...row.querySelectorAll("td.figure")].map((cell) => Number(cell.textContent.replace(/\D/g, "")))));
    assert.ok(rows.length > 300, `${list}: every entry is there`);
    for (const [leaves, modelled, described, absent] of rows) assert.equal(modelled + described + absent, leaves);
    const totals = await page.locator(`.coverage-total:has(#total-${list}) dd`).evaluateAll((all) => all.map((cell) => Number(cell.textContent.replace(/\D/g, ""))));
    const sum = (at) => rows.reduce((total, row) => total + row[at], 0);
    assert.deepEqual(totals, [sum(1), sum(2), sum(3), sum(0)]);
  }
  await page.locator("#coverage-list").selectOption("eu");
  await page.locator("#coverage-category").selectOption("6");
  assert.equal(await page.locator("table.coverage").count(), 1);
  const codes = await page.locator("table.coverage tbody tr").evaluateAll((rows) => rows.map((row) => row.dataset.entry));
  assert.ok(codes.length > 5 && codes.every((code) => code.startsWith("6")), codes.join(" "));
  await page.context().close();
});

test("checking an item makes no request, and works without network", async () => {
  const own = await serve(root, packs());
  const page = await openPage(browser, own.url);
  page.setDefaultTimeout(8_000);
  await page.locator('.nav a[href="#/item"]').click();
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  await page.waitForTimeout(300);
  const before = own.requests.length;
  await find(page, "laser cutting head");
  await find(page, "8525.89");
  await go(page, `#/item/${CAMERA.family}/sheet`);
  await give(page, "frame_rate_max", "60 Hz");
  await page.locator('.ways a[data-step="paste"]').click();
  await page.locator("#datasheet").fill("Frame rate 30 Hz");
  await page.locator(".datasheet button[type=submit]").click();
  await page.locator("#read-title").waitFor();
  await page.locator('.ways a[data-step="result"]').click();
  await page.locator("#product-name").fill("secret product");
  await page.locator("#product-name").press("Enter");
  await page.locator(".save .said").waitFor();
  await page.locator('.nav a[href="#/coverage"]').click();
  await page.locator("#language").selectOption("de");
  await page.waitForTimeout(300);
  assert.deepEqual(own.requests.slice(before), []);
  assert.equal(await page.locator("[style]").count(), 0);
  own.state.down = true;
  await page.goto(`${own.url}#/item`);
  await page.reload();
  await find(page, "Wärmebildkamera");
  await page.locator(`[data-family="${CAMERA.family}"]`).waitFor();
  assert.deepEqual(page.problems.filter((problem) => !problem.includes("ERR_")), []);
  await page.context().close();
  await own.close();
});

/** Every screen that looks different. */
const SCREENS = {
  search: async (page) => { await go(page, "#/item"); await page.locator("#item-query").waitFor(); },
  "search empty": async (page) => { await SCREENS.search(page); await page.locator(".item-search button").click(); await page.locator("#item-query-problem").waitFor(); },
  found: async (page) => { await SCREENS.search(page); await find(page, CAMERA.words); for (const summary of await page.locator(".entry-card summary").all()) await summary.click(); },
  "tariff number": async (page) => { await SCREENS.search(page); await find(page, "8542.39"); },
  browse: async (page) => { await SCREENS.search(page); await page.locator('.browse [data-category="6"] summary').click(); },
  review: async (page) => { await go(page, `#/item/${CAMERA.family}/review`); await page.locator(".review").waitFor(); },
  quantity: async (page) => { await go(page, `#/item/${CAMERA.family}/question/frame_rate_max`); await page.locator(".question").waitFor(); },
  drawing: async (page) => { await go(page, `#/item/${CAMERA.family}/question/ifov`); await page.locator(".diagram svg").waitFor(); },
  "wrong value": async (page) => { await SCREENS.quantity(page); await page.locator("#answer-frame_rate_max").fill("9 zorkmids"); await page.keyboard.press("Enter"); await page.locator(".answer .problem").waitFor(); },
  "yes or no": async (page) => { await go(page, `#/item/${CAMERA.family}/question/camera_lens_fixed`); await page.locator(".question").waitFor(); },
  sheet: async (page) => { await go(page, `#/item/${MACHINE.family}/sheet`); await give(page, "mt_upr", "0,8 µm"); for (const summary of await page.locator(".values summary").all()) await summary.click(); },
  paste: async (page) => { await go(page, `#/item/${CAMERA.family}/paste`); await page.locator("#datasheet").fill("Frame rate 30 Hz\nsomething else"); await page.locator(".datasheet button").click(); await page.locator("#read-title").waitFor(); },
  listed: async (page) => { await go(page, `#/item/${CAMERA.family}/sheet`); for (const [attribute, answer] of Object.entries(CAMERA.answers)) await give(page, attribute, answer); await page.locator('.ways a[data-step="result"]').click(); await page.locator(".verdict").first().waitFor(); for (const summary of await page.locator(".item-result details:not([open]) > summary").all()) await summary.click(); },
  open: async (page) => { await go(page, `#/item/${MACHINE.family}/result`); await page.locator(".verdict").first().waitFor(); },
  coverage: async (page) => { await go(page, "#/coverage"); await page.locator("#coverage-category").selectOption("6"); },
};
looksRight(test, "the item pages", SCREENS, async (options) => {
  const page = await openPage(browser, server.url, options);
  page.setDefaultTimeout(8_000);
  return page;
});

async function openItem(hash = "#/item", options = {}) {
  const page = await openPage(browser, server.url, options);
  page.setDefaultTimeout(8_000);
  await go(page, hash);
  return page;
}

async function go(page, hash) {
  await page.evaluate((there) => { location.hash = there; }, hash);
  // The page before has an h1 too: keys pressed there would go astray.
  await page.locator(hash === "#/item" ? ".item-search" : hash.startsWith("#/item/") ? ".ways" : "main h1").waitFor();
}

async function find(page, words) {
  await page.locator("#item-query").fill(words);
  await page.locator("#item-query").press("Enter");
  await page.waitForFunction((wanted) => document.querySelector("#found-title")?.textContent?.includes(wanted), words);
}

/** Gives one answer, on the sheet or on the page of its question; `undefined` is “I do not know”. */
async function give(page, attribute, answer) {
  const field = page.locator(`.answer[data-attribute="${attribute}"]`);
  const kind = await field.getAttribute("data-kind");
  const select = field.locator(`select#answer-${attribute}`);
  if (answer === undefined) await field.locator("input[value=unknown]").check();
  else if (kind === "quantity") { await field.locator("input[type=text]").fill(answer); await field.locator("input[type=text]").blur(); }
  else if (await select.count()) await select.selectOption(answer);
  else for (const one of [answer].flat()) await field.locator(`input[value="${one}"]`).check();
}

/** Answers question by question until the result is there. */
async function answerAll(page, answers) {
  for (let steps = 0; steps < 120; steps++) {
    await page.locator(".question, .item-result").first().waitFor();
    if (await page.locator(".item-result").count()) return;
    const here = await page.evaluate(() => location.hash);
    const attribute = decodeURIComponent(here.split("/").at(-1));
    await give(page, attribute, answers[attribute]);
    await page.locator(".question button[type=submit]").click();
    await page.waitForFunction((before) => location.hash !== before, here);
  }
  assert.fail("the questions do not end");
}
