// The world map on the real engine and the real rules: colours, territories, keyboard, the table for those who do not see it.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test as run } from "node:test";
import { launch, looksRight, openPage, packs, root, serve, tabTo } from "./harness.mjs";

const index = existsSync(`${root}/packs/index.json`) ? JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")) : {};
const skip = index.rules ? false : "no rules are built";
if (skip && process.env.CI === "true") throw new Error("the rules are not built, and CI requires them");
const test = (name, work) => run(name, { skip }, work);

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();
const CODE = "2B001.b.2.a";
const LISTS = ["eu", "us"];
/** Friends, partners, embargoed ones, and places that one law reads like another. */
const SAMPLE = ["JP", "IN", "CN", "HK", "MO", "TW", "RU", "IR", "UA", "UA-43", "GB-NIR", "FR", "GP", "XK"];
/** Treated on their own by the law, without a shape of their own in the atlas or drawn within another one. */
const TERRITORIES = ["UA-43", "UA-14", "UA-09", "UA-23", "UA-65", "HK", "MO", "GB-NIR", "TW", "XK", "XN", "EH", "PS", "GF", "ES-CN", "ES-CE", "GI", "TV"];
/** The strictest first. */
const OUTCOMES = ["prohibited", "sanctions-review", "licence-required", "notify-authority", "authorisation-possible", "undecided", "none-identified", "not-in-scope"];
const NEVER = /not controlled|EAR99|\bcleared\b|\bsafe\b|\bapproved\b|\ballowed\b|\bfree\b|licence-free|no licence required|\bNLR\b|authori[sz]ed to|certificate|genehmigungsfrei|nicht genehmigungspflichtig|unbedenklich|freigegeben|\berlaubt\b/i;

test("every destination is on the map and in the table, with the same outcome in every look", async () => {
  const page = await openMap();
  const shown = {};
  for (const look of ["eu", "us", "stricter", "differ"]) shown[look] = await shades(page, look);
  await page.locator("input[name=map-view][value=table]").check();
  const table = await page.locator(".map-table tbody tr").evaluateAll((rows) => Object.fromEntries(rows.map((row) => [row.dataset.code, [...row.querySelectorAll("td")].map((cell) => cell.dataset.outcome)])));
  assert.ok(Object.keys(table).length > 240, "all destinations are in the table");
  assert.deepEqual(Object.keys(shown.eu).sort(), Object.keys(table).sort());
  for (const [code, [eu, us]] of Object.entries(table)) {
    assert.equal(shown.eu[code], eu, code);
    assert.equal(shown.us[code], us, code);
    assert.equal(shown.stricter[code], OUTCOMES.find((outcome) => outcome === eu || outcome === us), code);
    const differs = eu === us ? "same" : [eu, us].includes("undecided") ? "open" : OUTCOMES.indexOf(eu) < OUTCOMES.indexOf(us) ? "first" : "second";
    assert.equal(shown.differ[code], differs, code);
  }
  for (const code of TERRITORIES) assert.ok(table[code], code);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("the map says of a destination what its result says", async () => {
  const page = await openMap();
  const shown = {};
  for (const look of LISTS) shown[look] = await shades(page, look);
  for (const code of SAMPLE) {
    await page.locator("#map-place").selectOption(code);
    await page.locator("#map-open").click();
    await page.locator(".licence-result").waitFor();
    await page.waitForFunction((there) => document.querySelector("#licence-destination")?.value === there, code);
    for (const list of LISTS) assert.equal(await page.locator(`.verdict[data-jurisdiction=${list}]`).getAttribute("data-outcome"), shown[list][code], `${code} ${list}`);
    await page.locator('.ways a[data-tab="map"]').click();
    await page.locator(".licence-map[aria-busy=false] .world").waitFor();
  }
  await page.context().close();
});

test("Crimea is no part of its neighbours, Kosovo and Northern Cyprus are places, and every territory can be pointed at", async () => {
  const page = await openMap();
  for (const code of TERRITORIES) {
    const place = page.locator(`#place-${code}`);
    assert.ok(await place.locator("path, circle").count() > 0, `${code} is drawn`);
    assert.ok((await place.getAttribute("aria-label"))?.length > 5, code);
  }
  const box = (code) => page.locator(`#place-${code}`).evaluate((place) => { const { x, y, width, height } = place.getBBox(); return { left: x, top: y, right: x + width, bottom: y + height }; });
  const [crimea, ukraine] = [await box("UA-43"), await box("UA")];
  assert.ok(crimea.top > ukraine.top && crimea.left > ukraine.left && crimea.right < ukraine.right && crimea.bottom > ukraine.bottom);
  // The point in the middle of Crimea belongs to Crimea alone.
  await page.locator("#map-section").selectOption("europe");
  const hit = await page.locator("#place-UA-43 path").evaluate((path) => { const { x, y, width, height } = path.getBBox(); const at = new DOMPoint(x + width / 2, y + height / 2); return [...document.querySelectorAll(".place path")].filter((one) => one.isPointInFill(at)).map((one) => one.closest(".place").dataset.code); });
  assert.deepEqual(hit, ["UA-43"]);
  await page.locator("#map-place").selectOption("UA-43");
  assert.match(plain(await page.locator(".map-detail").textContent()), /2022|692\/2014|746\.6/);
  await page.context().close();
});

test("pointing gives place, outcome, clause and citation; a tap keeps it; the keyboard does the same and takes it over", async () => {
  const page = await openMap();
  await page.locator("#place-BR path").hover();
  const detail = page.locator(".map-detail");
  await detail.locator("h3", { hasText: "Brazil" }).waitFor();
  assert.match(plain(await detail.locator("[data-jurisdiction=eu]").textContent()), /Article 3\(1\)/);
  assert.equal(await detail.locator("#map-open").count(), 0, "what is only pointed at is not taken over");
  await page.locator("#place-BR path").click();
  assert.equal(await page.locator("#place-BR").getAttribute("aria-selected"), "true");
  await page.mouse.move(5, 5);
  assert.equal(plain(await detail.locator("h3").textContent()), "Brazil");
  await page.locator("body").click({ position: { x: 3, y: 3 } });
  await tabTo(page, ({ tag }) => tag === "svg");
  await page.keyboard.press("ArrowRight");
  const next = await active(page);
  assert.notEqual(next, "BR");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("jap");
  assert.equal(await active(page), "JP");
  assert.match(await page.locator("#place-JP").getAttribute("aria-label"), /^Japan; .*: .*Article 3\(1\)/);
  await page.keyboard.press("Escape");
  assert.equal(await active(page), null);
  await page.waitForTimeout(1_000);
  await page.keyboard.type("jap");
  await page.keyboard.press("Enter");
  await page.locator(".licence-result").waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "step-title");
  assert.match(plain(await page.locator("#step-title").textContent()), /to Japan/);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("the arrow keys go from neighbour to neighbour", async () => {
  const page = await openMap();
  await page.locator(".world").focus();
  const seen = new Set();
  for (const key of ["ArrowDown", "ArrowRight", "ArrowRight", "ArrowUp", "ArrowUp", "ArrowLeft", "ArrowDown", "ArrowDown"]) { await page.keyboard.press(key); seen.add(await active(page)); }
  assert.ok(seen.size > 4, [...seen].join(" "));
  await page.context().close();
});

test("the table sorts, filters and takes over", async () => {
  const page = await openMap();
  await page.locator("input[name=map-view][value=table]").check();
  const rows = page.locator(".map-table tbody tr");
  const all = await rows.count();
  await page.locator(".sorter[data-by=eu]").click();
  const outcomes = await page.locator(".map-table tbody td:nth-child(2)").evaluateAll((cells) => cells.map((cell) => cell.dataset.outcome));
  assert.deepEqual(outcomes, [...outcomes].sort((a, b) => OUTCOMES.indexOf(a) - OUTCOMES.indexOf(b)));
  assert.equal(await page.locator("th[aria-sort=ascending] .sorter").getAttribute("data-by"), "eu");
  await page.locator(".sorter[data-by=place]").click();
  await page.locator(".sorter[data-by=place]").click();
  assert.match(plain(await rows.first().textContent()), /^Zimbabwe/);
  await page.locator("#map-filter").fill("donet");
  assert.equal(await rows.count(), 1);
  await page.locator("#map-filter").fill("");
  const [wanted] = outcomes;
  await page.locator("#map-wanted").selectOption(wanted);
  assert.equal(await rows.count(), outcomes.filter((outcome) => outcome === wanted).length);
  assert.ok(await rows.count() < all);
  await page.locator("#map-wanted").selectOption("");
  await page.locator('tr[data-code="IN"] .row-open').click();
  await page.locator(".licence-result").waitFor();
  assert.match(plain(await page.locator("#step-title").textContent()), /to India/);
  await page.context().close();
});

test("the legend counts every place once, and says only what may be said", async () => {
  for (const path of ["", "?lang=de"]) {
    const page = await openMap({ path });
    for (const look of ["eu", "us", "stricter", "differ"]) {
      await page.locator(`input[name=map-look][value=${look}]`).check();
      const counts = await page.locator("#map-legend .figure").allTextContents();
      const total = counts.map((text) => Number(/\d+/.exec(plain(text))?.[0] ?? 1)).reduce((a, b) => a + b, 0);
      assert.equal(total, await page.locator(".place").count(), look);
      assert.doesNotMatch(plain(await page.locator("main").textContent()), NEVER);
    }
    assert.doesNotMatch((await page.locator(".place").evaluateAll((all) => all.map((place) => place.getAttribute("aria-label")))).join("\n"), NEVER);
    for (const code of ["catch-all", "sanctions", "authority", "responsibility"]) assert.equal(await page.locator(`.limits [data-notice=${code}]`).count(), 1, code);
    await page.context().close();
  }
});

test("another answer colours the map anew", async () => {
  const page = await openMap();
  const before = await shades(page, "eu");
  if (!await page.locator(".case[open]").count()) await page.locator(".case > summary").click();
  await page.locator("#licence-exporter").selectOption("US");
  await page.waitForFunction((was) => document.querySelector("#place-IN")?.getAttribute("data-shade") !== was, before.IN);
  await page.context().close();
});

test("the map makes no request once the page is ready, and none to anyone else", async () => {
  const own = await serve(root, packs());
  const page = await openPage(browser, own.url);
  page.setDefaultTimeout(15_000);
  const asked = [];
  page.context().on("request", (request) => asked.push(request.url()));
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  await page.waitForTimeout(300);
  const before = own.requests.length;
  await SCREENS.map(page);
  for (const look of ["us", "stricter", "differ"]) await page.locator(`input[name=map-look][value=${look}]`).check();
  await page.locator("#map-section").selectOption("africa");
  await page.locator("input[name=map-view][value=table]").check();
  await page.locator("#language").selectOption("de");
  await page.waitForTimeout(300);
  assert.deepEqual(own.requests.slice(before), []);
  assert.deepEqual(asked.filter((url) => !url.startsWith(own.url) && !url.startsWith("blob:") && !url.startsWith("data:")), []);
  assert.equal(await page.locator("[style]").count(), 0);
  assert.deepEqual(page.problems, []);
  await page.context().close();
  await own.close();
});

/** Every screen that looks different. */
const SCREENS = {
  "no item": async (page) => { await page.evaluate(() => { location.hash = "#/licence/map"; }); await page.locator("#map-needs").waitFor(); },
  map: async (page) => {
    await page.evaluate(() => { location.hash = "#/licence/map"; });
    await page.locator(".case").waitFor();
    await page.locator("input[name=licence-source][value=codes]").check();
    for (const list of LISTS) { await page.locator(`#licence-code-${list}`).fill(CODE); await page.locator(`#licence-code-${list}`).blur(); }
    for (const fact of ["exporter", "origin"]) await page.locator(`#licence-${fact}`).selectOption("DE");
    await page.locator(".case-form button[type=submit]").click();
    await page.waitForFunction(() => document.activeElement?.id === "step-title" && document.querySelector(".licence-map[aria-busy=false] .place"));
  },
  "a place chosen": async (page) => { await SCREENS.map(page); await page.locator("input[name=map-look][value=stricter]").check(); await page.locator("#map-place").selectOption("CN"); await page.locator("#map-open").waitFor(); },
  "where they differ, Europe": async (page) => { await SCREENS.map(page); await page.locator("input[name=map-look][value=differ]").check(); await page.locator("#map-section").selectOption("europe"); },
  table: async (page) => { await SCREENS.map(page); await page.locator("input[name=map-view][value=table]").check(); await page.locator(".map-table").waitFor(); },
};

looksRight(test, "the world map", SCREENS, async (options) => {
  const page = await openPage(browser, server.url, options);
  page.setDefaultTimeout(15_000);
  return page;
});

async function openMap(options = {}) {
  const page = await openPage(browser, server.url, { reducedMotion: "reduce", ...options });
  page.setDefaultTimeout(15_000);
  await SCREENS.map(page);
  return page;
}

/** Code to shade in one look. */
async function shades(page, look) {
  await page.locator(`input[name=map-look][value=${look}]`).check();
  return page.locator(".place").evaluateAll((all) => Object.fromEntries(all.map((place) => [place.dataset.code, place.dataset.shade])));
}

/** The place that the keyboard is on. */
async function active(page) {
  return page.evaluate(() => document.querySelector(".world").getAttribute("aria-activedescendant")?.replace("place-", "") ?? null);
}
