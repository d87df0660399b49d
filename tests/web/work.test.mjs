// What must not be lost: rows, decisions, lists, input, when things go wrong.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { fake, launch, openPage, packs, partyPack, ready, root, search, serve, shorterPack } from "./harness.mjs";
import { toyPack } from "./packs.mjs";
import { workbook } from "./workbook.mjs";

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

const many = async (options) => { const page = await openPage(browser, server.url, options); await page.locator('.nav a[href="#/many"]').click(); return page; };
const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

test("ten thousand rows: progress, cancel, nothing dropped", async () => {
  const page = await many();
  const rows = Array.from({ length: 10_000 }, (_, at) => (at % 1000 === 7 ? "Mahan Air;IR" : `Party number ${at} Manufacturing;DE`));
  await drop(page, "customers.csv", `name;country\n${rows.join("\n")}\n`);
  await page.locator("#run").click();
  await page.locator(".progress-text").waitFor();
  await page.waitForFunction(() => document.querySelector("progress")?.value > 0);
  assert.match(plain(await page.locator(".progress-text").textContent()), /of 10,000 rows, [\d,]+ per second\. About .+ left/);
  const clicked = Date.now();
  await page.locator("#cancel").click();
  await page.locator("#results-title", { hasText: "Cancelled after" }).waitFor();
  assert.ok(Date.now() - clicked < 1500, "cancel is prompt");
  const tally = async () => Object.fromEntries(await page.locator(".tally div").evaluateAll((cells) => cells.map((cell) => [cell.className, Number(cell.querySelector("dd").textContent.replace(/\D/g, ""))])));
  const counts = await tally();
  assert.ok(counts["tally-waiting"] > 0, "rows that were not reached say so");
  assert.equal(Object.values(counts).reduce((a, b) => a + b), 10_000);

  await page.getByRole("button", { name: "Start over" }).click();
  await drop(page, "customers.csv", `name;country\n${rows.slice(0, 3000).join("\n")}\n`);
  await page.locator("#run").click();
  await page.locator("#results-title", { hasText: "Results for" }).waitFor({ timeout: 120_000 });
  assert.equal((await tally())["tally-candidates"], 3);
  assert.ok((await page.locator("table.results tbody tr").count()) <= 100, "the table is paged");
  assert.equal(await page.locator("table.results tbody tr").first().locator(".row-open").count(), 1, "candidates come first");
  await page.locator(".sorter", { hasText: "Row" }).click();
  assert.match(plain(await page.locator("table.results tbody tr").first().textContent()), /^2 Party number 0 /);
  const started = Date.now();
  await page.locator(".sorter", { hasText: "Score" }).click();
  await page.locator("table.results tbody tr").first().locator(".row-open").waitFor();
  assert.ok(Date.now() - started < 1500, "sorting is fluid");
  await page.locator(".row-open").first().click();
  await page.locator(".row-detail ec-alignment .connector").first().waitFor({ state: "attached" });
  await page.locator("#find").fill("number 42 ");
  assert.match(plain(await page.locator("table.results tbody").textContent()), /Party number 42 Manufacturing/);
  await page.context().close();
});

test("rows that cannot be used are named with their number and reason", async () => {
  const page = await many();
  await drop(page, "a.csv", 'Firma;Land;Geburtsdatum;Art\n"Mahan Air";Iran;;\n;DE;;\nHuawei;Atlantis;04/05/1980;Firma\nA;B;;;;extra\n\nHuawei Two;CN;31.02.1980;Laden\n"never closed;DE;;\n');
  assert.match(plain(await page.locator("section p").first().textContent()), /6 rows read\. One empty row/);
  await page.locator("#run").click();
  await page.locator("#results-title").waitFor();
  const refused = plain(await page.locator(".malformed").first().textContent());
  for (const row of [/Row 3: there is no name/, /Row 5: more cells/, /Row 8: a quotation mark is opened/]) assert.match(refused, row);
  const notes = plain(await page.locator(".malformed").nth(1).textContent());
  for (const note of [/Row 4: Country Atlantis not understood\. Date 04\/05\/1980: day and month could be swapped/, /Row 7: Kind Laden not understood\. Date 31\.02\.1980 not understood/]) assert.match(notes, note);
  await page.context().close();
});

test("columns are guessed in English, German and French and can be corrected", async () => {
  const page = await many();
  const cases = [
    ["Company name;Country;Date of birth;VAT number;City", ["name", "country", "dob", "id", "address"]],
    ["Kundennummer;Firma;Straße;PLZ;Ort;Ländercode", ["note", "name", "address", "address", "address", "country"]],
    ["Raison sociale;Pays;Date de naissance;Adresse;Numéro client", ["name", "country", "dob", "address", "note"]],
    ["Vorname;Nachname;Rolle;Umsatz", ["name", "name", "role", ""]],
  ];
  for (const [header, wanted] of cases) {
    await page.locator("#many-pasted").fill(`${header}\n${wanted.map(() => "x").join(";")}`);
    await page.locator(".paste button").click();
    await page.locator("#columns-title").waitFor();
    assert.deepEqual(await page.locator(".mapping select").evaluateAll((all) => all.map((select) => select.value)), wanted);
    await page.getByRole("button", { name: "Start over" }).click();
  }
  await page.locator("#many-pasted").fill("foo;bar\nMahan Air;IR");
  await page.locator(".paste button").click();
  await page.locator("#has-header").check();
  await page.locator(".mapping select").nth(1).selectOption("country");
  await page.locator("#run").click();
  await page.locator(".row-open").waitFor();
  await page.context().close();
});

test("an Excel file reads like the table it is", async () => {
  const page = await many();
  await drop(page, "parties.xlsx", workbook([["Name", "Country", "Date of birth", "ID"], ["Mahan Air", "Iran", { date: 18616 }, { number: "7718852163" }], [], ["Huawei Technologies", "CN"]]));
  await page.locator("#run").click();
  await page.locator("#results-title").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export-json").click()]);
  const saved = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.deepEqual(saved.results.map(({ row }) => row), [2, 4]);
  assert.equal(saved.results[0].query.dob, "1950-12-19");
  assert.equal(saved.results[0].query.id, "7718852163");
  assert.equal(saved.complete, true);
  await page.context().close();
});

test("the export cannot run as a formula and leaves no row out", async () => {
  const page = await many();
  await page.locator("#many-pasted").fill(`name\tcountry\n=HYPERLINK("x")\tDE\n+49 Mahan Air\tIR\n@SUM(1)\t\n-1+1\t\nMahan Air\tIR`);
  await page.locator(".paste button").click();
  await page.locator("#run").click();
  await page.locator("#results-title").waitFor();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export-csv").click()]);
  const text = await readFile(await download.path(), "utf8");
  assert.equal(text.charCodeAt(0), 0xfeff);
  assert.doesNotMatch(text, /(^|,)"?[=+@-]/m);
  for (const name of ["'=HYPERLINK", "'+49", "'@SUM", "'-1"]) assert.ok(text.includes(name), name);
  assert.match(text, /no-candidate-found/);
  assert.doesNotMatch(text, /\b(clear|cleared|safe|approved|ok)\b/i);
  await page.context().close();
});

test("decisions need a reason where it matters, stay, and reopen when the entry or the list changed", async () => {
  const page = await openPage(browser, server.url);
  await search(page, "Mahan Air");
  const hit = page.locator(".hit").first();
  await hit.locator("input[value=different]").check();
  await hit.locator(".decision .button").click();
  await hit.locator(".decision .problem").waitFor();
  await hit.locator("textarea").fill("our buyer is a bakery in Bonn");
  await hit.locator(".decision .button").click();
  await hit.locator(".hit-decision.decided").waitFor();

  await page.reload();
  await ready(page);
  await search(page, "mahan  AIR");
  await page.locator(".hit-decision.decided").first().waitFor();
  assert.match(await page.locator("blockquote").first().textContent(), /bakery in Bonn/);

  await page.locator('.nav a[href="#/decisions"]').click();
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator("#export").click()]);
  const saved = JSON.parse(await readFile(await download.path(), "utf8"));
  assert.equal(saved.decisions.length, 1);

  for (const [change, reopened] of [[{ entry: "0".repeat(16) }, "entry"], [{ pack: "0".repeat(64) }, "lists"], [{ query: { name: "Mahan Air", country: "DE" } }, "details"]]) {
    await page.locator('.nav a[href="#/decisions"]').click();
    await wipe(page);
    const file = { ...saved, decisions: [{ ...saved.decisions[0], ...change }, { broken: true }] };
    await page.locator("#import").setInputFiles({ name: "d.json", mimeType: "application/json", buffer: Buffer.from(JSON.stringify(file)) });
    await page.locator("[role=status] .problem").waitFor();
    assert.match(plain(await page.locator("[role=status] .problem").textContent()), /One record was not imported .+ number 2\./);
    await page.locator('.nav a[href="#/"]').click();
    await search(page, "Mahan Air");
    await page.locator(`.hit-decision.reopened[data-reopened=${reopened}]`).first().waitFor();
  }
  await page.context().close();
});

test("a damaged list file is refused in plain words and the lists before stay open", async () => {
  const page = await openPage(browser, server.url, { path: "#/lists" });
  const digest = await page.locator(".cell-pack dd").textContent();
  const damaged = Buffer.from(partyPack());
  damaged[Math.floor(damaged.length / 2)] ^= 1;
  for (const [bytes, name] of [[damaged, "damaged.ecp"], [Buffer.from("PK not a list file of this tool, but long enough to be read as one ".repeat(4)), "other.ecp"], [Buffer.alloc(0), "empty.ecp"]]) {
    await page.locator("#pack").setInputFiles({ name, mimeType: "application/octet-stream", buffer: bytes });
    const refused = page.locator("#pack-refused", { hasText: name });
    await refused.waitFor();
    assert.match(await refused.getAttribute("data-code"), /^pack-/);
    assert.doesNotMatch(await refused.textContent(), /pack-|\{|Reason:/);
    assert.match(await refused.textContent(), /still in use/);
    assert.equal(await page.locator(".cell-pack dd").textContent(), digest);
  }
  await page.locator('.nav a[href="#/"]').click();
  await search(page, "Mahan Air");
  await page.locator(".hit").first().waitFor();
  await page.context().close();
});

test("a list file is opened, kept for the next visit, and can be left again", async () => {
  const page = await openPage(browser, server.url, { path: "#/lists" });
  const digest = await page.locator(".cell-pack dd").textContent();
  await page.locator("#pack").setInputFiles({ name: "full.ecp", mimeType: "application/octet-stream", buffer: fake ? toyPack({ starter: false, made_with: "another" }) : shorterPack() });
  await page.waitForFunction((before) => document.querySelector(".cell-pack dd").textContent !== before, digest);
  if (fake) assert.equal(await page.locator("[data-notice=starter]").count(), 0);
  await page.reload();
  await ready(page);
  await page.waitForFunction((before) => document.querySelector(".cell-pack dd").textContent !== before, digest);
  await page.locator("#back-to-shipped").click();
  await page.waitForFunction((before) => document.querySelector(".cell-pack dd").textContent === before, digest);
  await page.locator("[data-notice=starter]").waitFor();
  await page.context().close();
});

test("the starter list is announced on every page", async () => {
  const page = await openPage(browser, server.url);
  for (const route of ["", "many", "lists", "decisions"]) {
    await page.evaluate((name) => { location.hash = `#/${name}`; }, route);
    await page.locator("[data-notice=starter]").waitFor();
  }
  await page.context().close();
});

for (const [how, breakIt] of Object.entries({
  crash: () => setTimeout(() => { throw new Error("broken on purpose"); }),
  "crash within a call": () => { const real = globalThis.onmessage; globalThis.onmessage = ({ data }) => { globalThis.onmessage = real; globalThis.postMessage({ id: data.id, ok: false, failure: { code: "engine-crashed", message: "broken on purpose", help: "" }, fatal: true }); }; },
  hang: () => setTimeout(() => { for (;;); }),
})) {
  test(`the search recovers: ${how}`, { timeout: 60_000 }, async () => {
    const page = await openPage(browser, server.url);
    await page.locator(".details > summary").click();
    await page.locator("#role").fill("forwarder of our buyer");
    await search(page, "Mahan Air");
    const worker = page.workers().find((one) => one.url().includes("worker"));
    await worker.evaluate(breakIt);
    await page.locator("#name").fill("Huawei Technologies");
    await page.locator("#name").press("Enter");
    await page.locator("#result-title", { hasText: "Huawei Technologies" }).waitFor({ timeout: 30_000 });
    await page.locator(".hit").first().waitFor();
    await page.locator("[data-notice=restarted]").waitFor();
    assert.equal(await page.locator("#role").inputValue(), "forwarder of our buyer");
    await page.context().close();
  });
}

test("a batch goes on when the worker dies in the middle", { timeout: 90_000 }, async () => {
  const page = await many();
  await drop(page, "long.csv", `name\n${Array.from({ length: 30_000 }, (_, at) => `Party number ${at}`).join("\n")}\nMahan Air`);
  await page.locator("#run").click();
  await page.waitForFunction(() => document.querySelector("progress")?.value > 0);
  await page.workers().find((one) => one.url().includes("worker")).evaluate(() => setTimeout(() => { throw new Error("broken on purpose"); }));
  await page.locator("#results-title", { hasText: "Results for" }).waitFor({ timeout: 60_000 });
  assert.equal(await page.locator(".tally-failed").count(), 0);
  assert.equal(await page.locator(".tally-waiting").count(), 0);
  await page.locator("#find").fill("Mahan");
  await page.locator(".row-open").waitFor();
  await page.context().close();
});

async function drop(page, name, content) {
  await page.locator("#many-file").setInputFiles({ name, mimeType: "application/octet-stream", buffer: Buffer.from(content) });
  await page.locator("#columns-title").waitFor();
}

async function wipe(page) {
  await page.locator("#wipe").click();
  await page.locator("dialog[open] .button").click();
  await page.locator("#decisions-list", { hasText: "No decisions" }).waitFor();
}

test("thousands of pasted lines are taken at once", async () => {
  const page = await many();
  const started = Date.now();
  await page.locator("#many-pasted").evaluate((area) => {
    const data = new DataTransfer();
    data.setData("text/plain", `name\n${Array.from({ length: 5000 }, (_, at) => `Party number ${at}`).join("\n")}`);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
  });
  await page.locator(".paste button").click();
  await page.locator("#run", { hasText: "5000" }).or(page.locator("#run", { hasText: "5,000" })).waitFor();
  assert.ok(Date.now() - started < 5000, "a paste is quick");
  await page.context().close();
});
