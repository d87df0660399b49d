// The case builder on the real engine and the real rules: one case from its items to the check of all answers, kept at every step.
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
const NEVER = /not controlled|EAR99|\bcleared\b|\bsafe\b|\bapproved\b|licence-free|no licence required|\bNLR\b|authori[sz]ed to|certificate|genehmigungsfrei|nicht genehmigungspflichtig|unbedenklich|freigegeben/i;

/** A machining centre to Bishkek through a young trader in Jebel Ali. */
const CASE = {
  format: 1, id: "case-4711", title: "Order 4711", as_of: "2026-11-22", jurisdictions: ["eu", "us"], exporter_country: "DE", languages: ["en"],
  items: [{ id: "i1", name: "Five-axis machining centre", codes: [{ list: "eu", code: "2B001.b.2.a" }, { list: "us", code: "2B001.b.2.a" }], hs: "8457.10", origin: "DE", quantity: "1", value: "480000", currency: "EUR", mass: "12000 kg" }, { id: "i2", name: "Spare spindle" }],
  parties: [
    { id: "p1", name: "Silver Dune Trading FZE", kind: "organisation", roles: ["buyer", "intermediate-consignee"], country: "AE", address: "Office 1204, Jebel Ali Free Zone, Dubai", registered: "2026-04-20", identifiers: ["JAFZA 778812"], owners: [{ id: "o1", name: "Ivan Petrov", kind: "person", country: "RU", share: "30 %", control: "unknown" }, { id: "o2", name: "Dune Holding Ltd", kind: "organisation", country: "CY", owners: [{ id: "o3", kind: "person", share: "25 to 50 %", control: "yes" }] }] },
    { id: "p2", name: "Bishkek Turbine Repair Plant", kind: "organisation", roles: ["consignee", "end-user"], country: "KG" },
  ],
  route: [{ id: "l1", kind: "transhipment", country: "AE", place: "Jebel Ali" }, { id: "l2", kind: "destination", country: "KG", place: "Bishkek" }],
  end_use: "Repair of turbine housings for hydropower stations.",
  dates: { order: "2026-11-01", shipment: "2026-12-15" },
  answers: { payment_signs: ["third-party"], shipping_signs: ["none"] },
};

test("a whole case by keyboard alone, from the first item to the check of all answers", async () => {
  const page = await open("#/case");
  const keys = page.keyboard;
  const at = async (id) => tabTo(page, (where) => where.id === id);
  const on = async (title) => { await page.waitForFunction((wanted) => document.activeElement?.id === "step-title" && document.activeElement.textContent.replace(/[\u2066-\u2069]/g, "").includes(wanted), title); };
  const go = async () => { await at("continue"); await keys.press("Enter"); };

  await at("case-name");
  await keys.type("Order 4711");
  await keys.press("Enter");
  await on("What do you deliver?");
  await go();
  await on("Which item is it?");
  await at("item-name");
  await keys.type("Five-axis machining centre");
  // Space chooses the focused radio when none is chosen yet, the arrows go on from there.
  await tabTo(page, ({ type }) => type === "radio");
  await keys.press("Space");
  await keys.press("ArrowDown");
  await page.locator("input[name=item-source][value=codes]:checked").waitFor();
  await at("code-eu");
  await keys.type("2b001 b2a");
  await at("code-us");
  await keys.type("2b001b2a");
  await keys.press("Enter");
  await on("Customs code, origin and amount");
  await at("hs");
  await keys.type("8457.10");
  await at("origin");
  await keys.type("Germ");
  for (const [id, text] of [["quantity", "1"], ["value", "480,000"], ["mass", "12000"]]) { await at(id); await keys.type(text); }
  await go();
  await on("What do you deliver?");
  assert.match(plain(await page.locator(".card").textContent()), /Five-axis machining centre.*2B001\.b\.2\.a.*HS 8457\.10.*Germany.*480,000 EUR.*12,000 kg/);
  await go();
  await on("Who takes part?");
  await go();
  await on("Who is it, and what do they do?");
  await at("party-name");
  await keys.type("Silver Dune Trading FZE");
  await tickByKeyboard(page, "buyer");
  await tabTo(page, ({ type }) => type === "radio");
  await keys.press("Space");
  for (let presses = 0; presses < 5 && !(await page.locator("input[name=kind][value=organisation]").isChecked()); presses++) await keys.press("ArrowUp");
  assert.ok(await page.locator("input[name=kind][value=organisation]").isChecked());
  await at("country");
  await keys.type("United Arab");
  await at("address");
  await keys.type("Office 1204, Jebel Ali Free Zone, Dubai");
  await go();
  await on("More about Silver Dune");
  await at("registered");
  await page.locator("#registered").fill("2026-04-20");
  await at("identifiers");
  await keys.type("JAFZA 778812");
  await go();
  await on("Who owns Silver Dune");
  await at("add-owner");
  await keys.press("Enter");
  await on("Who is this owner?");
  await at("owner-name");
  await keys.type("Ivan Petrov");
  await at("share");
  await keys.type("30");
  await go();
  await on("Who owns Silver Dune");
  assert.match(plain(await page.locator(".card").textContent()), /Ivan Petrov.*30 %/);
  await go();
  await on("Control and ties");
  await go();
  await on("Who takes part?");
  // Named by nobody yet: said, not passed over.
  assert.match(plain(await page.locator("#roles-open").textContent()), /End user/);
  await go();
  await on("From where, and when?");
  await at("exporter");
  await keys.type("Germ");
  await go();
  await on("Which way do the goods take?");
  await at("destination");
  await keys.type("Kyrg");
  await tabTo(page, ({ type }) => type === "radio");
  await keys.press("ArrowDown");
  await page.locator("input[name=way][value=through]:checked").waitFor();
  await at("add-leg");
  await keys.press("Enter");
  await on("A country on the way");
  await at("leg-country");
  await keys.type("United Arab");
  await tabTo(page, ({ type }) => type === "radio");
  await keys.press("ArrowDown");
  assert.ok(await page.locator("input[name=leg-kind][value=transhipment]").isChecked());
  await go();
  await on("Which way do the goods take?");
  assert.match(plain(await page.locator(".card").textContent()), /United Arab Emirates.*Transhipment/);
  await go();
  await on("What are the goods for?");
  await at("end-use");
  await keys.type("Not for the military. Turbine housings.");
  await go();
  await on("What do you know about the end use?");
  assert.match(plain(await page.locator("#knowledge-duty").textContent()), /oblige you to stop and to tell the authority/);
  await page.locator(".task-list li").first().waitFor();
  await go();
  await arrived(page);
  await page.locator("ec-case-known .ask").first().waitFor();
  // The duty stands before the first question.
  assert.ok(await page.evaluate(() => Boolean(document.querySelector("#knowledge-duty").compareDocumentPosition(document.querySelector(".ask")) & Node.DOCUMENT_POSITION_FOLLOWING)));
  for (let screens = 0; screens < 12 && (await stepOf(page)) === "know"; screens++) {
    await answerAll(page, "ec-case-known", async (ask) => {
      if (await page.locator("#rest-unknown").count()) { await at("rest-unknown"); await keys.press("Enter"); }
      else await page.locator(`.ask[data-ask="${ask}"] input`).first().press("Space");
    });
    await onward(page);
  }
  await on("What do you know about the end use?");
  assert.equal(await page.locator("#know-none").count(), 0);
  await go();
  await on("Has anything struck you?");
  await go();
  await arrived(page);
  for (let lists = 0; lists < 20 && (await stepOf(page)) === "sign"; lists++) {
    await answerAll(page, "ec-case-sign", (ask) => page.locator(`.ask[data-ask="${ask}"]`).locator('input[value=none], input[value="no"], input[value=unknown]').first().press("Space"));
    await onward(page);
  }
  await on("Has anything struck you?");
  assert.equal(await page.locator('.task-state[data-state="none"]').count(), 0, "every list has an answer");
  await go();
  await on("Check your answers");
  const all = plain(await page.locator("main").textContent());
  for (const said of [/Five-axis machining centre/, /480,000 EUR/, /Ivan Petrov, 30 %/, /Kyrgyzstan/, /United Arab Emirates \(Transhipment\)/, /Not for the military/, /No party is the end user/]) assert.match(all, said);
  assert.doesNotMatch(all, NEVER);
  await at("to-assessment");
  await keys.press("Enter");
  await page.waitForFunction(() => location.hash === "#/case/assessment");
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

/** Every step with something to enter on it: what to do, and where it must stand after the tab was killed. */
const ENTERED = {
  "#/case/item/i2": ["#item-name", "Spare spindle, type 2"],
  "#/case/amount/i2": ["#value", "1250"],
  "#/case/party/p2": ["#address", "Industrial Zone 7, Bishkek"],
  "#/case/details/p2": ["#registered", "1998-02-03"],
  "#/case/owner/p1/o3": ["#owner-name", "Somebody Else"],
  "#/case/route": ["#shipment", "2026-12-20"],
  "#/case/way": ["#place", "Bishkek, rail terminal"],
  "#/case/leg/l1": ["#leg-place", "Jebel Ali, terminal 2"],
  "#/case/use": ["#end-use", "Repair of turbine housings, in their own workshop"],
};

test("a tab that is killed at any step loses nothing", async () => {
  let page = await withCase();
  const context = page.context();
  const revive = async (hash) => {
    await page.close({ runBeforeUnload: false });
    page = await context.newPage();
    page.setDefaultTimeout(8_000);
    await page.goto(server.url + hash);
    await ready(page);
  };
  for (const [hash, [field, text]] of Object.entries(ENTERED)) {
    await go(page, hash);
    await page.locator(field).fill(text);
    await stored(page, text);
    await revive(hash);
    assert.equal(await page.locator(field).inputValue(), text, `${hash} after the tab was killed`);
  }
  await go(page, "#/case/sign/payment");
  await page.locator('.ask input[value="cash"]').check();
  await stored(page, '"cash"');
  await revive("#/case/sign/payment");
  await page.locator('.ask input[value="cash"]:checked').waitFor();
  await page.locator('.ask input[value="third-party"]:checked').waitFor();
  await go(page, "#/case/know");
  const first = await page.locator(".task-list a").first().getAttribute("href");
  await go(page, first);
  const asked = await page.locator(".ask").first().getAttribute("data-ask");
  await page.locator(".ask input[value=unknown]").first().check();
  await stored(page, `"${asked}":"unknown"`);
  await revive(first);
  await page.locator(`.ask[data-ask="${asked}"] input[value=unknown]:checked`).waitFor();
  await go(page, "#/cases");
  await page.locator("#new-case").click();
  await page.locator("#case-name").fill("Order 4712");
  await page.locator("#begin").click();
  await page.locator("#step-title").waitFor();
  await revive("#/case/items");
  assert.match(plain(await page.locator("h1").textContent()), /Order 4712/);
  await revive("#/cases");
  assert.equal(await page.locator(".card").count(), 2);
  await page.locator('[data-case="case-4711"] [data-action=continue]').waitFor();
  await page.locator('[data-case="case-4711"] [data-action=continue]').click();
  await page.locator(".task-list").waitFor();
  assert.match(plain(await page.locator("h1").textContent()), /Order 4711/);
  await context.close();
});

test("the browser's Back goes back one screen, and a change link leads back to the check", async () => {
  const page = await withCase();
  for (const hash of ["#/case/items", "#/case/item/i1", "#/case/amount/i1"]) await go(page, hash);
  await page.goBack();
  await page.locator("#item-name").waitFor();
  await page.goBack();
  await page.locator("#add-item").waitFor();
  await go(page, "#/case/check");
  await page.locator('[data-item="i2"] .row-action a').nth(1).click();
  await page.locator("#hs").fill("848330");
  await page.locator("#continue").click();
  await page.locator("ec-case-check").waitFor();
  assert.match(plain(await page.locator('[data-item="i2"]').textContent()), /848330/);
  await page.locator('[data-gap="what"] a').click();
  await page.locator("input[name=item-source]").first().waitFor();
  assert.match(await page.evaluate(() => location.hash), /\?check$/);
  await page.context().close();
});

test("what is wrong is said at the top with a link, and at the field", async () => {
  const page = await withCase();
  const wrong = async (hash, field, text, said) => {
    await go(page, hash);
    await page.locator(field).fill(text);
    await page.locator("#continue").click();
    await page.waitForFunction(() => document.activeElement?.className === "error-summary");
    assert.match(plain(await page.locator(".error-summary").textContent()), said);
    assert.match(plain(await page.locator(`${field}-problem`).textContent()), said);
    await page.locator(".error-summary a").first().click();
    assert.equal(await page.evaluate(() => `#${document.activeElement?.id}`), field);
  };
  await wrong("#/case/amount/i1", "#hs", "84X", /“84X” is no customs code/);
  await wrong("#/case/amount/i2", "#value", "12x", /“12x” is no plain figure/);
  await wrong("#/case/party/p1", "#party-name", "", /Enter the name/);
  await wrong("#/case/owner/p1/o1", "#share", "half", /“half” is no share/);
  await wrong("#/case/route", "#shipment", "2026-10-01", /before the order/);
  await wrong("#/case/item/i1", "#code-eu", "12345", /“12345” is no list number/);
  await go(page, "#/case/check");
  assert.match(plain(await page.locator(".error-summary").textContent()), /84X.*12x/s);
  await page.context().close();
});

test("figures are read as people of either language write them, and the page says how", async () => {
  for (const [path, cases] of [["", [["#value", "480,000", "480000"], ["#value", "480.000", "480000"], ["#value", "1,250.50", "1250.5"], ["#mass", "12.5", "12.5 kg"], ["#mass", "1,200", "1200 kg"], ["#quantity", "1 000", "1000"]]], ["?lang=de", [["#value", "480.000", "480000"], ["#value", "1.250,50", "1250.5"], ["#mass", "12,5", "12.5 kg"], ["#mass", "1.200", "1200 kg"], ["#mass", "0,125", "0.125 kg"]]]]) {
    const page = await withCase(CASE, path);
    await go(page, "#/case/amount/i2");
    for (const [field, typed, kept] of cases) {
      await page.locator(field).fill(typed);
      await stored(page, `"${field.slice(1)}":"${kept}"`);
      assert.equal(await page.locator(field).inputValue(), typed, "what is being typed stays as it is");
      await page.locator(field).blur();
      await page.locator("#amount-read").waitFor();
      assert.match(plain(await page.locator("#amount-read").textContent()), new RegExp(Number(kept.replace(" kg", "")).toLocaleString(path ? "de-DE" : "en-GB")), typed);
    }
    await page.context().close();
  }
});

test("signs: none stands alone, I do not know may stand beside others", async () => {
  const page = await withCase();
  await go(page, "#/case/sign/customer.p2");
  const box = (value) => page.locator(`.ask[data-ask="customer_signs"] input[value="${value}"]`);
  const kept = async () => (await savedCase(page)).parties[1].answers?.customer_signs;
  await box("none").check();
  await stored(page, '"customer_signs":["none"]');
  const sign = await page.locator('.ask[data-ask="customer_signs"] input').first().getAttribute("value");
  await box(sign).check();
  assert.equal(await box("none").isChecked(), false);
  await box("unknown").check();
  await stored(page, `["${sign}","unknown"]`);
  assert.equal(await box(sign).isChecked(), true);
  await box("none").check();
  await stored(page, '"customer_signs":["none"]');
  await box("unknown").check();
  await stored(page, '"customer_signs":"unknown"');
  assert.equal(await box("none").isChecked(), false);
  await box("unknown").uncheck();
  await page.waitForFunction(() => document.querySelector('.ask[data-ask="customer_signs"]').dataset.answered === "no");
  await page.locator(".builder-saved[data-saving=saved]").waitFor();
  assert.equal(await kept(), undefined);
  await page.context().close();
});

test("while the engine still works, the case does not pass for assessed", async () => {
  const page = await withCase();
  await go(page, "#/case/sign/customer.p2");
  const saved = page.locator(".builder-saved");
  await page.locator('.builder-saved[data-assessed="yes"]').waitFor();
  await page.evaluate(() => {
    const post = Worker.prototype.postMessage;
    Worker.prototype.postMessage = function (message, ...rest) {
      if (message.operation !== "assess") return post.call(this, message, ...rest);
      window.asked = (window.asked ?? 0) + 1;
      setTimeout(() => post.call(this, message, ...rest), 1_000);
    };
  });
  await page.locator('.ask[data-ask="customer_signs"] input[value=none]').check();
  await page.waitForFunction(() => window.asked === 1);
  await stored(page, '"customer_signs":["none"]');
  await page.locator(".builder-saved[data-saving=saved]").waitFor();
  assert.equal(await saved.getAttribute("data-assessed"), "no");
  await page.locator('.builder-saved[data-assessed="yes"]').waitFor();
  assert.equal(await page.evaluate(() => window.asked), 1);
  await page.context().close();
});

test("the way: direct, through others and not known are three things", async () => {
  const page = await withCase({ ...CASE, route: [] });
  await go(page, "#/case/way");
  assert.equal(await page.locator("input[name=way]:checked").count(), 0, "nothing is taken for granted");
  await page.locator("#destination").selectOption("KZ");
  await page.locator("input[name=way][value=unknown]").check();
  await stored(page, '"kind":"transit"');
  const unknown = (await savedCase(page)).route;
  assert.deepEqual(unknown.map(({ kind, country }) => [kind, country]), [["transit", undefined], ["transhipment", undefined], ["destination", "KZ"]]);
  await page.locator("input[name=way][value=direct]").check();
  await page.locator(".builder-saved[data-saving=saved]").waitFor();
  await page.waitForFunction(() => document.querySelector("input[name=way][value=direct]").checked);
  await page.waitForTimeout(100);
  assert.deepEqual((await savedCase(page)).route.map(({ kind }) => kind), ["destination"]);
  await page.context().close();
});

test("export, import, copy, delete and wipe: nothing is overwritten, nothing is guessed", async () => {
  const page = await withCase();
  const [file] = await Promise.all([page.waitForEvent("download"), go(page, "#/cases").then(() => page.locator("[data-action=export]").click())]);
  assert.match(file.suggestedFilename(), /^exportcheck-case-order-4711-.*\.json$/);
  const text = readFileSync(await file.path(), "utf8");
  assert.deepEqual(JSON.parse(text), CASE, "what was imported comes out as it went in");
  await give(page, text);
  assert.match(plain(await page.locator(".said").first().textContent()), /No new case ; one was here already|No new case; one was here already/);
  await give(page, JSON.stringify({ ...CASE, title: "Order 4711, later" }));
  await page.locator(".said", { hasText: "added beside it" }).waitFor();
  assert.equal(await page.locator(".card").count(), 2);
  assert.match(plain(await page.locator(`[data-case="${CASE.id}"]`).textContent()), /Order 4711 /, "the case that was here is untouched");
  await page.locator(`[data-case="${CASE.id}"] [data-action=copy]`).click();
  await page.locator(".card").nth(2).waitFor();

  const broken = {
    "not JSON": ["{", /not JSON/],
    "something else": ['{"hello":1}', /holds no case/],
    "a decision record": ['{"format":"exportcheck-record"}', /decision record/],
    "another version": [JSON.stringify({ ...CASE, format: 2 }), /“format” says “2”/],
    "no date": [JSON.stringify({ ...CASE, as_of: undefined }), /“as_of” is missing/],
    "an unknown field": [JSON.stringify({ ...CASE, parties: [{ id: "p1", colour: "red" }] }), /“parties\[1\]\.colour” is not known/],
    "a wrong role": [JSON.stringify({ ...CASE, parties: [{ id: "p1", roles: ["king"] }] }), /“parties\[1\]\.roles\[1\]” holds “king”/],
    "a wrong date": [JSON.stringify({ ...CASE, dates: { order: "2026-02-30" } }), /“dates\.order” holds “2026-02-30”/],
    "a country by name": [JSON.stringify({ ...CASE, route: [{ id: "l1", kind: "destination", country: "Kyrgyzstan" }] }), /“route\[1\]\.country” holds “Kyrgyzstan”/],
    "an owner twice": [JSON.stringify({ ...CASE, parties: [{ id: "p1", owners: [{ id: "o1", owners: [{ id: "o1" }] }] }] }), /“parties\[1\]\.owners” the id “o1” stands twice/],
    "an id twice": [JSON.stringify({ ...CASE, items: [{ id: "i1" }, { id: "i1" }] }), /“items” the id “i1” stands twice/],
    "an owner's owner": [JSON.stringify({ ...CASE, parties: [{ id: "p1", owners: [{ id: "o1", owners: [{ id: "o2", share: 30 }] }] }] }), /“parties\[1\]\.owners\[1\]\.owners\[1\]\.share” holds “30”/],
    "one of many": [JSON.stringify({ format: "exportcheck-cases", version: 1, cases: [CASE, { ...CASE, id: "x", title: 5 }] }), /“cases\[2\]\.title”/],
  };
  for (const [what, [content, said]] of Object.entries(broken)) {
    await give(page, content);
    assert.match(plain(await page.locator("#import-refused").textContent()), said, what);
    assert.equal(await page.locator(".card").count(), 3, what);
  }
  const [all] = await Promise.all([page.waitForEvent("download"), page.locator("#export-all").click()]);
  const every = readFileSync(await all.path(), "utf8");
  await page.locator(`[data-case="${CASE.id}"] [data-action=delete]`).click();
  await page.locator("dialog button[value=no]").click();
  assert.equal(await page.locator(".card").count(), 3);
  await page.locator("#wipe").click();
  await page.locator("dialog button[value=yes]").click();
  await page.locator(".card").first().waitFor({ state: "detached" });
  await page.reload();
  await ready(page);
  assert.equal(await page.locator(".card").count(), 0);
  await give(page, every);
  await page.locator(".card").nth(2).waitFor();
  assert.equal(await page.locator(".card").count(), 3);
  await page.context().close();
});

test("storage of the version before keeps what it held; records are wiped only when asked", async () => {
  const context = await browser.newContext({ locale: "en-GB" });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  await page.goto(`${server.url}icon.svg`);
  await page.evaluate(() => new Promise((settle, refuse) => {
    const opening = indexedDB.open("exportcheck", 2);
    opening.onerror = () => refuse(opening.error);
    opening.onupgradeneeded = () => {
      opening.result.createObjectStore("decisions", { keyPath: "id" }).createIndex("subject", "subject");
      opening.result.createObjectStore("packs");
      opening.result.createObjectStore("products", { keyPath: "id" });
    };
    opening.onsuccess = () => {
      const writing = opening.result.transaction("products", "readwrite");
      writing.objectStore("products").put({ id: "old", name: "Mill of old", family: "machining-centre", answers: {}, rules: "x", as_of: "2026-01-01", verdicts: [], saved_at: "2026-01-01T00:00:00Z" });
      writing.oncomplete = () => { opening.result.close(); settle(); };
    };
  }));
  await page.goto(`${server.url}#/item`);
  await ready(page);
  await page.locator('[data-product="old"]').waitFor();
  await go(page, "#/cases");
  await give(page, JSON.stringify(CASE));
  await page.evaluate(() => new Promise((settle) => {
    const opening = indexedDB.open("exportcheck");
    opening.onsuccess = () => {
      const writing = opening.result.transaction("records", "readwrite");
      writing.objectStore("records").put({ digest: "d", text: "{}", title: "Order 4711", made_at: "2026-11-22T10:00:00Z", case: "case-4711" });
      writing.oncomplete = () => { opening.result.close(); settle(); };
    };
  }));
  const records = async () => { await page.reload(); await ready(page); await page.locator("#import-cases").waitFor(); return page.locator("#wipe-records").count(); };
  assert.equal(await records(), 1);
  await page.locator("#wipe").click();
  await page.locator("dialog button[value=yes]").click();
  await page.locator(".said").waitFor();
  assert.equal(await records(), 1, "the record stays");
  await page.locator("#wipe-records").check();
  await page.locator("#wipe").click();
  await page.locator("dialog button[value=yes]").click();
  await page.locator(".said").waitFor();
  assert.equal(await records(), 0);
  await context.close();
});

test("a day that came with a file is said, and today is one click away", async () => {
  const page = await withCase({ ...CASE, as_of: "2026-03-01" });
  await page.locator('[data-notice="other-day"]').waitFor();
  assert.match(plain(await page.locator('[data-notice="other-day"]').textContent()), /1 Mar 2026/);
  await page.locator("#use-today").click();
  await page.locator('[data-notice="other-day"]').waitFor({ state: "detached" });
  await page.context().close();
});

test("two tabs: nothing is overwritten, and the user chooses", async () => {
  const page = await withCase();
  await go(page, "#/case/use");
  const other = await page.context().newPage();
  await other.goto(`${server.url}#/case/use`);
  await ready(other);
  await other.locator("#end-use").fill("Written in the other tab");
  await other.locator(".builder-saved[data-saving=saved]").waitFor();
  await page.locator("#end-use").fill("Written here");
  await page.locator('[data-notice="conflict"]').waitFor();
  assert.equal((await savedCase(page)).end_use, "Written in the other tab");
  await page.locator("[data-settle=copy]").click();
  await page.locator('[data-notice="conflict"]').waitFor({ state: "detached" });
  await go(page, "#/cases");
  await page.locator(".card").nth(1).waitFor();
  assert.deepEqual((await savedCases(page)).map((kase) => kase.end_use).sort(), ["Written here", "Written in the other tab"]);
  await page.context().close();
});

test("what an answer about the use brings is said where it is given", async () => {
  const page = await withCase();
  await go(page, "#/case/know/end-use-eu");
  await page.locator('.ask[data-ask="eu_wmd_use"] input[value=aware]').check();
  await page.locator("[data-brings]").first().waitFor();
  assert.match(plain((await page.locator("[data-brings]").allTextContents()).join(" ")), /authority/);
  await page.locator('.ask[data-ask="eu_wmd_use"] input[value=nothing]').check();
  await page.locator("[data-brings]").first().waitFor({ state: "detached" });
  await page.context().close();
});

test("trusted partner: scope and expiry, and it lapses with other rules or lists", async () => {
  const page = await withCase();
  await go(page, "#/case/trusted/p1");
  await page.locator("#trust").click();
  await page.locator("#continue").click();
  await page.waitForFunction(() => document.activeElement?.className === "error-summary");
  assert.equal(await page.locator(".error-summary li").count(), 4, "reason, name, last day, warning signs");
  await page.locator("#trusted-indicators input").first().check();
  await page.locator("#trusted-until").fill("2027-05-01");
  await page.locator("#trusted-reason").fill("Visited on 3 May 2026, references checked");
  await page.locator("#trusted-by").fill("A. Keller");
  await page.locator("#continue").click();
  await page.locator("ec-case-parties").waitFor();
  const { trusted } = (await savedCase(page)).parties[0];
  assert.match(trusted.rules, /^[0-9a-f]{64}$/);
  assert.match(trusted.lists, /^[0-9a-f]{64}$/);
  assert.deepEqual(trusted.destinations, ["KG"]);
  assert.deepEqual(trusted.items, ["Five-axis machining centre", "Spare spindle"]);
  assert.equal(trusted.until, "2027-05-01");
  await page.context().close();
  const lapsed = await withCase({ ...CASE, parties: [{ ...CASE.parties[0], trusted: { ...trusted, rules: "0".repeat(64) } }] });
  await go(lapsed, "#/case/trusted/p1");
  await lapsed.locator('[data-notice="lapsed"]').waitFor();
  await lapsed.locator("#renew").click();
  await lapsed.locator('[data-notice="lapsed"]').waitFor({ state: "detached" });
  await lapsed.context().close();
});

test("parties come from the party check, items and route from May it go there", async () => {
  const page = await open("");
  await page.locator("#name").fill("Silver Dune Trading FZE");
  await page.locator("#country").selectOption("AE");
  await go(page, "#/licence");
  await page.locator("#licence-code-eu").fill("2B001.b.2.a");
  await page.locator("#licence-code-eu").blur();
  await page.locator("#licence-exporter").selectOption("DE");
  await page.locator("#licence-destination").selectOption("KZ");
  await go(page, "#/case");
  await page.locator("#take-over").waitFor();
  await page.locator("#begin").click();
  await page.locator(".card", { hasText: "2B001.b.2.a" }).waitFor();
  await go(page, "#/case/parties");
  await page.locator("#from-check").click();
  assert.equal(await page.locator("#party-name").inputValue(), "Silver Dune Trading FZE");
  assert.equal(await page.locator("#country").inputValue(), "AE");
  await page.locator(".builder-saved[data-saving=saved]").waitFor();
  const kase = await savedCase(page);
  assert.equal(kase.exporter_country, "DE");
  assert.deepEqual(kase.route.map(({ kind, country }) => [kind, country]), [["destination", "KZ"]]);
  await page.context().close();
});

test("a whole case makes no request", async () => {
  const own = await serve(root, packs());
  const page = await openPage(browser, own.url);
  page.setDefaultTimeout(8_000);
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  await page.waitForTimeout(300);
  const before = own.requests.length;
  await go(page, "#/cases");
  await give(page, JSON.stringify(CASE));
  await page.locator("[data-action=continue]").click();
  for (const screen of Object.values(SCREENS)) await screen(page);
  await page.locator("#language").selectOption("de");
  await page.waitForTimeout(300);
  assert.deepEqual(own.requests.slice(before), []);
  assert.equal(await page.locator("[style]").count(), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await own.close();
});

test("German: every screen in formal German, without a key or a forbidden word", async () => {
  const page = await withCase(CASE, "?lang=de");
  for (const screen of Object.values(SCREENS)) {
    await screen(page);
    const text = plain(await page.locator("main").textContent());
    assert.doesNotMatch(text, /\{[a-z-]+\}/);
    assert.doesNotMatch(text, NEVER);
    assert.doesNotMatch(text, /\b(du|dein|deine|dir|dich)\b/i);
  }
  await page.context().close();
});

/** Every screen that looks different, with the case open. */
const SCREENS = {
  overview: async (page) => { await go(page, "#/case"); await page.locator(".task-list").waitFor(); },
  items: async (page) => { await go(page, "#/case/items"); await page.locator(".card").first().waitFor(); },
  item: async (page) => { await go(page, "#/case/item/i1"); await page.locator("#code-eu").waitFor(); },
  amount: async (page) => { await go(page, "#/case/amount/i1"); await page.locator("#hs").waitFor(); },
  parties: async (page) => { await go(page, "#/case/parties"); await page.locator(".card").first().waitFor(); },
  party: async (page) => { await go(page, "#/case/party/p1"); await page.locator("#roles").waitFor(); },
  details: async (page) => { await go(page, "#/case/details/p1"); await page.locator("#registered").waitFor(); },
  owners: async (page) => { await go(page, "#/case/owners/p1"); await page.locator(".owner-tree").waitFor(); },
  owner: async (page) => { await go(page, "#/case/owner/p1/o1"); await page.locator("details.details > summary").click(); },
  ties: async (page) => { await go(page, "#/case/ties/p1"); await page.locator(".ask").first().waitFor(); },
  trusted: async (page) => { await go(page, "#/case/trusted/p1"); await page.locator("#trust, #trusted-by").first().waitFor(); if (await page.locator("#trust").count()) await page.locator("#trust").click(); await page.locator("#trusted-by").waitFor(); },
  route: async (page) => { await go(page, "#/case/route"); await page.locator("#exporter").waitFor(); },
  way: async (page) => { await go(page, "#/case/way"); await page.locator(".card").first().waitFor(); },
  leg: async (page) => { await go(page, "#/case/leg/l1"); await page.locator("#leg-country").waitFor(); },
  use: async (page) => { await go(page, "#/case/use"); await page.locator("#end-use").waitFor(); },
  know: async (page) => { await go(page, "#/case/know"); await page.locator(".task-list").first().waitFor(); },
  known: async (page) => { await SCREENS.know(page); await page.locator(".task-list a").first().click(); await page.locator(".ask").first().waitFor(); await page.locator(".ask-help summary").first().click(); },
  signs: async (page) => { await go(page, "#/case/signs"); await page.locator(".task-list").waitFor(); },
  sign: async (page) => { await go(page, "#/case/sign/customer.p1"); await page.locator(".ask").first().waitFor(); },
  wrong: async (page) => { await go(page, "#/case/amount/i2"); await page.locator("#hs").fill("84X"); await page.locator("#continue").click(); await page.locator(".error-summary").waitFor(); },
  check: async (page) => { await go(page, "#/case/check"); await page.locator(".missing-list").waitFor(); },
  cases: async (page) => { await go(page, "#/cases"); await page.locator(".card").first().waitFor(); },
};

looksRight(test, "the case builder", { empty: async (page) => { await page.locator("[data-action=continue], #new-case, .task-list").first().waitFor(); await go(page, "#/cases"); await page.locator("#new-case").click(); await page.locator("#begin").waitFor(); }, "file refused": async (page) => { await go(page, "#/cases"); await give(page, '{"format":1}'); }, "asked before removing": async (page) => { await SCREENS.parties(page); await page.locator(".card button").first().click(); await page.locator("dialog[open]").waitFor(); }, ...SCREENS }, async (options) => withCase(CASE, options.path ?? "", options));

/** The kind of screen by its address: `know`, `sign`; empty for the overview of either. */
async function stepOf(page) {
  return page.evaluate(() => /^#\/case\/(know|sign)\//.exec(location.hash)?.[1] ?? "");
}

/** Answers what the screen asks. An answer may bring a further question or take one away, those of the screens before too. */
async function answerAll(page, screen, answer) {
  for (let asks = 0; asks < 20; asks++) {
    await page.locator('.builder-saved[data-assessed="yes"]').waitFor();
    await page.locator(`${screen} .ask`).first().waitFor();
    const ask = await page.evaluate((of) => document.querySelector(`${of} .ask[data-answered="no"]`)?.dataset.ask, screen);
    if (!ask) return;
    await answer(ask);
    await page.waitForFunction((one) => !document.querySelector(`.ask[data-ask="${one}"][data-answered="no"]`), ask);
  }
  throw new Error("the questions do not end");
}

/** Goes on by keyboard, and waits for the screen that comes. */
async function onward(page) {
  const here = await page.evaluate(() => location.hash);
  await page.locator("#continue").focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction((before) => location.hash !== before, here);
  await arrived(page);
}

/** A screen that comes takes the focus to its title: a key pressed before that would go nowhere. */
async function arrived(page) {
  await page.waitForFunction(() => document.activeElement?.id === "step-title");
}

async function open(hash, options = {}) {
  const page = await openPage(browser, server.url, { path: hash, ...options });
  page.setDefaultTimeout(8_000);
  return page;
}

/** A page with a case open, taken in as a file. */
async function withCase(kase = CASE, path = "", options = {}) {
  const page = await open(path, { ...options, path });
  await go(page, "#/cases");
  await give(page, JSON.stringify(kase));
  await page.locator(`[data-case="${kase.id}"] [data-action=continue]`).click();
  await page.locator(".task-list").waitFor();
  return page;
}

async function give(page, text) {
  const count = await page.locator(".said, #import-refused").count();
  await page.locator("#import-cases").setInputFiles({ name: "case.json", mimeType: "application/json", buffer: Buffer.from(text) });
  if (count) await page.waitForTimeout(150);
  await page.locator(".said, #import-refused").first().waitFor();
}

async function go(page, hash) {
  await page.evaluate((to) => { location.hash = to; }, hash);
  await page.waitForFunction((to) => location.hash === to, hash);
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

async function savedCases(page) {
  return page.evaluate(() => new Promise((settle, refuse) => {
    const opening = indexedDB.open("exportcheck");
    opening.onerror = () => refuse(opening.error);
    opening.onsuccess = () => {
      const reading = opening.result.transaction("cases").objectStore("cases").getAll();
      reading.onsuccess = () => { opening.result.close(); settle(reading.result.sort((a, b) => (a.updated_at < b.updated_at ? 1 : -1)).map((saved) => saved.case)); };
    };
  }));
}

async function savedCase(page) {
  return (await savedCases(page))[0];
}

/** Waits until the stored case holds a text. */
async function stored(page, text) {
  for (let tries = 0; tries < 40; tries++) {
    if (JSON.stringify(await savedCases(page)).includes(text)) return;
    await page.waitForTimeout(50);
  }
  throw new Error(`${text} was not stored`);
}

async function tickByKeyboard(page, value) {
  for (let presses = 0; presses < 60; presses++) {
    await page.keyboard.press("Tab");
    if (await page.evaluate((wanted) => document.activeElement?.getAttribute("value") === wanted, value)) return page.keyboard.press("Space");
  }
  throw new Error(`the keyboard does not get to ${value}`);
}
