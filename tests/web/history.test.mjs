// Shipment history on the real engine and the real rules: a table in, patterns with their numbers and pictures out.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test as run } from "node:test";
import { shipments } from "../node/history.mjs";
import { launch, looksRight, openPage, packs, root, serve, tabTo } from "./harness.mjs";
import { workbook } from "./workbook.mjs";

const index = existsSync(`${root}/packs/index.json`) ? JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")) : {};
const skip = index.rules ? false : "no rules are built";
if (skip && process.env.CI === "true") throw new Error("the rules are not built, and CI requires them");
const test = (name, work) => run(name, { skip }, work);

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
const NEVER = /not controlled|\bcleared\b|\bclean\b|\bsafe\b|\bapproved\b|no licence required|\bNLR\b|authori[sz]ed to|certificate|official|unbedenklich|freigegeben|genehmigungsfrei|\bsauber\b/i;
const HEAD = "Date,Customer,Destination,Via,HS code,Value,Currency,Net weight,Customer founded";
const KINDS = ["new-route", "volume", "new-customer", "price-per-kg", "shift-after-control"];

/** `count` rows, a month apart. */
function monthly(count, year, cells) {
  return Array.from({ length: count }, (_, at) => `${year + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, "0")}-15,${cells}`);
}

/** Three quiet customers and sales to Russia that stop; then one row or more of each kind. */
const QUIET = [
  ...monthly(24, 2021, "Alpha GmbH,Austria,,8413.50,1000,EUR,10 kg,"),
  ...monthly(24, 2021, "Gamma TOO,Kazakhstan,Latvia,8413.50,1000,EUR,10 kg,"),
];
const PLANTED = [
  ...monthly(12, 2021, "Zavod,RU,,8457.10,100000,EUR,,"),
  ...["06", "08", "10", "12"].map((month) => `2022-${month}-15,Bishkek Trade,KG,,8457.10,300000,EUR,,`),
  "2023-03-01,Gamma TOO,Kazakhstan,RU,8413.50,1000,EUR,10 kg,",
  "2023-03-02,Alpha GmbH,Austria,,8413.50,90000,EUR,900 kg,",
  "2023-03-03,Delta Trading FZE,AE,,8542.31,5000,EUR,,2022-11-05",
  "2023-03-04,Gamma TOO,Kazakhstan,Latvia,8413.50,9000,EUR,10 kg,",
];
const ALL = [HEAD, ...QUIET, ...PLANTED].join("\n");

async function open(path = "", options = {}) {
  const page = await openPage(browser, server.url, { path: `${path}#/history`, ...options });
  await page.locator("#history-pasted").waitFor();
  return page;
}

async function paste(page, text) {
  await page.locator("#history-pasted").fill(text);
  await page.locator("ec-table-input button[type=submit]").click();
  await page.locator("#history-columns-title").waitFor();
}

async function compare(page) {
  await page.locator("#history-run").click();
  await page.locator("#history-sentence").waitFor();
}

async function look(page, text) {
  await paste(page, text);
  await compare(page);
}

const main = async (page) => plain(await page.locator("main").textContent());

test("every kind of pattern is told with its numbers, a picture, its guidance and a question", async () => {
  const page = await open();
  await look(page, ALL);
  for (const kind of KINDS) {
    const section = page.locator(`.history-kind[data-kind="${kind}"]`);
    assert.ok(await section.count(), kind);
    assert.ok(await section.locator(".history-anomaly").count(), kind);
    assert.ok(await section.locator("svg.history-plot").count(), kind);
  }
  const told = async (pattern) => plain(await page.locator(`[data-pattern="${pattern}"]`).first().textContent());
  assert.match(await told("volume-own"), /Alpha GmbH.*90,000 EUR of HS 8413\.50 in one shipment: 90 times the median of 1,000 EUR of the 24 earlier ones; 3,000 EUR would still have been usual/);
  assert.match(await told("route-through"), /via Russia.*1 Mar 2023/);
  assert.match(plain(await page.locator('[data-pattern="customer-first-listed"]', { hasText: "Delta" }).textContent()), /Delta Trading FZE.*8542\.31.*tier 1/i);
  assert.match(await told("customer-formed"), /5 Nov 2022.*24 Feb 2022/);
  assert.match(await told("price-high"), /900 EUR\/kg: 9 times the median of 100 EUR\/kg/);
  assert.match(await told("shift-destination"), /Kyrgyzstan came to 1,200,000 EUR.*from one customer.*Russia, Belarus or the occupied areas fell from 1,000,000 EUR to 0 EUR a year/);
  for (const anomaly of await page.locator(".history-anomaly").all()) {
    const text = plain(await anomaly.textContent());
    assert.match(text, /Ask: .*\?/);
    assert.match(text, /Rows? \d+/);
    assert.doesNotMatch(text, /\{|undefined|NaN|history-/, text);
    assert.match(await anomaly.locator("a.cite").last().getAttribute("href"), /^https:\/\//);
  }
  // The figures of a picture are there as a table, the marked ones named.
  const figure = page.locator('[data-pattern="volume-own"] figure').first();
  await figure.locator("summary").click();
  assert.match(plain(await figure.locator("tbody tr").last().textContent()), /90,000 ?yes$/);
  assert.ok((await figure.locator('svg.history-plot rect[data-anomaly="yes"]').count()) === 1);
  assert.match(plain(await figure.locator("svg.history-plot desc").textContent()), /figures in EUR, 1 of them marked/);
  const text = await main(page);
  assert.match(text, /Nothing leaves this page/);
  assert.match(text, /no proof/);
  assert.doesNotMatch(text, NEVER);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("nothing found is said of these checks and rows only, and what could not be judged is said", async () => {
  const page = await open();
  await look(page, ["Date,Customer,Destination,HS code,Value,Currency", ...monthly(3, 2024, "Alpha GmbH,Austria,8413.50,1000,EUR")].join("\n"));
  assert.equal(plain(await page.locator("#history-sentence").textContent()), "No pattern found by these checks in 3 rows.");
  const checks = plain(await page.locator(".history-checks").textContent());
  assert.match(checks, /Route ?No shipment judged\. ?3 rows lack what is needed\. ?Not given, at least in part: Country on the way/);
  assert.match(checks, /Size ?No shipment judged\. ?Too few rows to judge: 3 \(at least 5 earlier/);
  assert.match(checks, /Price per kilogram ?No shipment judged\..*Net mass/);
  assert.match(checks, /One customer appears within the first 180 days/);
  assert.doesNotMatch(await main(page), NEVER);
  await page.context().close();
});

test("what cannot be read is told by row and field; the order of day and month follows the clear dates", async () => {
  const page = await open();
  await paste(page, ["Datum;Kunde;Bestimmungsland;Zolltarifnummer;Wert (EUR);Eigenmasse (kg)", "31/12/2024;Alpha;Österreich;84135000;1.234,50;12,5", "03/04/2025;Alpha;Atlantis;8413;5;1", "05/04/2025;Alpha;Österreich;84;viel;1", "06/04/2025;Alpha;Österreich;84135000;1;1;1"].join("\n"));
  assert.equal(await page.locator("#history-order").inputValue(), "day-first");
  assert.equal(await page.locator("#history-style").inputValue(), "comma");
  assert.equal(await page.locator("#history-unit").inputValue(), "kg");
  await compare(page);
  const problems = plain(await page.locator("#history-problems").textContent());
  assert.match(problems, /Row 3: Country of destination: “Atlantis” is no country we know/);
  assert.match(problems, /Row 4: Customs code \(HS\): “84” is no customs code/);
  assert.match(problems, /Row 4: Value of the shipment: “viel” is no number/);
  assert.match(problems, /Row 5: /);
  assert.doesNotMatch(problems, /Row 2:|Date:/);
  assert.match(await main(page), /31 Dec 2024 to 5 Apr 2025; 3 of 4 rows used/);
  await page.context().close();
});

test("without a date or a subject nothing is compared, and the page says what to choose", async () => {
  const page = await open();
  await paste(page, "Colour,Shape\nred,round");
  assert.match(plain(await page.locator("#history-needed").textContent()), /column that holds the date\..*customer or the country/);
  // Not greyed out for good: it says what is missing, so Playwright must not wait for it.
  await page.locator("#history-run").click({ force: true });
  await page.waitForFunction(() => document.activeElement?.id === "history-needed");
  await page.locator("#history-means-0").selectOption("date");
  await page.locator("#history-means-1").selectOption("customer");
  await page.locator("#history-needed").waitFor({ state: "detached" });
  await page.context().close();
});

test("an Excel file is read like pasted rows", async () => {
  const page = await open();
  const rows = ALL.split("\n").map((line) => line.split(","));
  await page.locator("#history-file").setInputFiles({ name: "shipments.xlsx", mimeType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", buffer: Buffer.from(workbook(rows)) });
  await page.locator("#history-columns-title").waitFor();
  await compare(page);
  for (const kind of KINDS) assert.ok(await page.locator(`.history-kind[data-kind="${kind}"]`).count(), kind);
  assert.match(plain(await page.locator("#history-result-title").textContent()), /shipments\.xlsx/);
  await page.context().close();
});

test("a sign is ticked in the open case, beside those that stand there, and `none` goes", async () => {
  const page = await open();
  await look(page, ALL);
  assert.match(await main(page), /To note this in a case, open one\./);
  await page.evaluate(() => (location.hash = "#/cases"));
  await beginCase(page, "Order 4711");
  await page.evaluate(() => (location.hash = "#/history"));
  await page.locator('[data-tick="volume"]').click();
  await page.locator('[data-ticked="volume"]').waitFor();
  await page.locator('[data-tick="new-route"]').click();
  await page.locator('[data-ticked="new-route"]').waitFor();
  assert.match(plain(await page.locator('[data-ticked="new-route"]').textContent()), /Ticked in the case “Order 4711”/);
  assert.deepEqual(await signsOf(page), ["volume", "new-route"]);
  await page.context().close();
});

test("ten thousand rows are compared while the page makes no request", async () => {
  const own = await serve(root, packs());
  const page = await openPage(browser, own.url, { path: "#/history", serviceWorkers: "block" });
  await page.locator("#history-pasted").waitFor();
  const columns = ["date", "customer", "destination", "via", "hs", "value", "currency", "mass", "quantity", "registered"];
  const text = [columns.join("\t"), ...shipments(10_000, 1_000_000).map((row) => columns.map((column) => row[column]).join("\t"))].join("\n");
  const before = own.requests.length;
  await page.locator("#history-file").setInputFiles({ name: "history.tsv", mimeType: "text/tab-separated-values", buffer: Buffer.from(text) });
  await page.locator("#history-columns-title").waitFor();
  await compare(page);
  assert.match(plain(await page.locator("#history-sentence").textContent()), /in 10,000 rows/);
  // Of many, some are drawn; the others are one click away.
  assert.ok((await page.locator(".history-anomaly").count()) <= 125);
  assert.deepEqual(own.requests.slice(before), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await own.close();
});

test("by keyboard alone, from the table to the patterns", async () => {
  const page = await open();
  await page.locator("#history-pasted").focus();
  await page.locator("#history-pasted").fill(ALL);
  await tabTo(page, ({ type }) => type === "submit");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "history-columns-title");
  await tabTo(page, ({ id }) => id === "history-run");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "history-result-title");
  await page.context().close();
});

async function beginCase(page, title) {
  await page.locator("#new-case").click();
  await page.locator("#case-name").fill(title);
  await page.locator("#begin").click();
  await page.locator("#begin").waitFor({ state: "detached" });
}

/** The answer as it is kept. */
async function signsOf(page) {
  await page.waitForTimeout(300);
  return page.evaluate(() => new Promise((settle, refuse) => {
    const opening = indexedDB.open("exportcheck");
    opening.onerror = () => refuse(opening.error);
    opening.onsuccess = () => {
      const all = opening.result.transaction("cases").objectStore("cases").getAll();
      all.onsuccess = () => { opening.result.close(); settle(all.result[0].case.answers.case_history_signs); };
    };
  }));
}

const openFor = ({ path, ...options }) => open(path, options);
if (!skip) {
  looksRight(run, "history", {
    "input": async () => undefined,
    "columns": async (page) => paste(page, ALL),
    "patterns": async (page) => look(page, ALL),
    "nothing found": async (page) => look(page, [HEAD, ...QUIET].join("\n")),
  }, openFor);
}
