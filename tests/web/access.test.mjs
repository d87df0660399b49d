// Accessible, in every state: rules of axe, keyboard, languages, directions, widths.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, looksRight, openPage, packs, root, search, serve, tabTo } from "./harness.mjs";

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

/** Every page in every state that looks different; each leaves the page where it is. */
const STATES = {
  empty: async () => {},
  errors: async (page) => { await page.locator("#name").press("Enter"); await page.locator(".error-summary").waitFor(); },
  candidates: async (page) => { await search(page, "Rosoboron export Ltd"); await page.locator(".entry-facts").first().waitFor(); },
  details: async (page) => { await page.locator(".details > summary").click(); await page.locator(".options > summary").click(); },
  "decision without reason": async (page) => {
    await search(page, "Mahan Air");
    await page.locator(".decision input[value=different]").first().check();
    await page.locator(".decision button").first().click();
    await page.locator(".decision .problem").first().waitFor();
  },
  "decision taken": async (page) => {
    await search(page, "Mahan Air");
    await page.locator(".decision input[value=same]").first().check();
    await page.locator(".decision button").first().click();
    await page.locator(".hit-decision.decided").first().waitFor();
  },
  "no candidate": async (page) => { await search(page, "Schraubenfabrik Hintertupfing"); await page.locator(".no-candidate").waitFor(); },
  many: async (page) => { await go(page, "many"); },
  columns: async (page) => { await go(page, "many"); await paste(page); },
  results: async (page) => { await go(page, "many"); await paste(page); await page.locator("#run").click(); await page.locator("#results-title").waitFor(); },
  "row open": async (page) => { await STATES.results(page); await page.locator(".row-open").first().click(); await page.locator(".row-detail .entry-facts").first().waitFor(); },
  lists: async (page) => { await go(page, "lists"); for (const more of await page.locator(".register summary").all()) await more.click(); },
  decisions: async (page) => { await STATES["decision taken"](page); await go(page, "decisions"); await page.locator("table.decisions").waitFor(); },
  wipe: async (page) => { await STATES.decisions(page); await page.locator("#wipe").click(); await page.locator("dialog[open]").waitFor(); },
};

looksRight(test, "the party pages", STATES, (options) => openPage(browser, server.url, options));

test("search, candidate and decision by keyboard alone", async () => {
  const page = await openPage(browser, server.url);
  const focused = () => page.evaluate(() => { const at = document.activeElement; return [at?.id, at?.className, at?.textContent?.trim().slice(0, 60)].join("|"); });
  await page.keyboard.press("Tab");
  assert.match(await focused(), /skip-link/);
  await page.keyboard.press("Enter");
  assert.match(await focused(), /^main\|/);
  await tabTo(page, (at) => at.id === "name");
  await page.keyboard.type("Rosoboronexport");
  await page.keyboard.press("Enter");
  await page.locator(".hit").first().waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "result-title");
  await tabTo(page, (at) => at.expanded === "true");
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".hit-body").first().isVisible(), false);
  await page.keyboard.press("Enter");
  assert.equal(await page.locator(".hit-body").first().isVisible(), true);
  await tabTo(page, (at) => at.type === "radio");
  await page.keyboard.press("Space");
  await page.keyboard.press("ArrowDown");
  await tabTo(page, (at) => at.tag === "TEXTAREA");
  await page.keyboard.type("other country, asked the buyer");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Enter");
  await page.locator(".hit-decision.decided", { hasText: "different party" }).first().waitFor();
  await page.context().close();
});

test("every element that takes the focus shows it", async () => {
  const page = await openPage(browser, server.url);
  await search(page, "Mahan Air");
  await page.locator("body").click({ position: { x: 2, y: 2 } });
  for (let presses = 0; presses < 30; presses++) {
    await page.keyboard.press("Tab");
    const shown = await page.evaluate(() => { const at = document.activeElement; return at === document.body || Number.parseFloat(getComputedStyle(at).outlineWidth) >= 2 ? "" : at.outerHTML.slice(0, 120); });
    assert.equal(shown, "");
  }
  await page.context().close();
});

test("errors are listed, take the focus and lead to their field", async () => {
  const page = await openPage(browser, server.url);
  await page.locator(".details > summary").click();
  await page.locator("#year").fill("51");
  await page.locator("form .button").first().click();
  await page.waitForFunction(() => document.activeElement?.className === "error-summary");
  assert.equal(await page.locator(".error-summary li").count(), 2);
  await page.locator(".error-summary a").nth(1).click();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "year");
  await page.context().close();
});

test("changing the language or the page keeps what was typed", async () => {
  const page = await openPage(browser, server.url);
  await page.locator(".details > summary").click();
  const typed = { name: "Mahan Air", year: "1991", month: "5", day: "2", id: "X-1", address: "Tehran", role: "buyer of the buyer" };
  for (const [field, value] of Object.entries(typed)) await page.locator(`#${field}`).fill(value);
  await page.locator("#country").selectOption("IR");
  await page.locator('input[name=kind][value="organisation"]').check();
  await page.locator("#name").press("Enter");
  await page.locator(".hit").first().waitFor();
  await page.locator(".decision textarea").first().fill("half a reason");
  await page.locator("#language").selectOption("de");
  await page.locator("h1", { hasText: "Eine Partei prüfen" }).waitFor();
  const kept = async () => {
    for (const [field, value] of Object.entries(typed)) assert.equal(await page.locator(`#${field}`).inputValue(), value, field);
    assert.equal(await page.locator("#country").inputValue(), "IR");
    assert.equal(await page.locator('input[name=kind][value="organisation"]').isChecked(), true);
  };
  await kept();
  assert.equal(await page.locator("html").getAttribute("lang"), "de");
  assert.equal(await page.locator(".decision textarea").first().inputValue(), "half a reason");
  assert.match(await page.locator("#country option:checked").textContent(), /Iran/);
  await page.locator('.nav a[href="#/lists"]').click();
  await page.locator(".register").waitFor();
  await page.locator('.nav a[href="#/"]').click();
  await kept();
  await page.locator(".hit").first().waitFor();
  await page.context().close();
});

test("words stay words: a result without candidates says no more than it may", async () => {
  for (const [path, found, unchecked] of [["", /^No candidate found in .+; ownership not checked\.$/, /ownership|catch-all|responsible|competent authority/i], ["?lang=de", /^Kein Kandidat gefunden in .+; Eigentumsverhältnisse nicht geprüft\.$/, /Eigentum|Catch-all|verantwortlich|zuständige Behörde/i]]) {
    const page = await openPage(browser, server.url, { path });
    await search(page, "Schraubenfabrik Hintertupfing");
    assert.match((await page.locator(".no-candidate").textContent()).replace(/[\u2068\u2069]/g, "").trim(), found);
    const limits = await page.locator(".limits").textContent();
    for (const word of unchecked.source.split("|")) assert.match(limits, new RegExp(word, "i"));
    await page.context().close();
  }
});

async function go(page, route) {
  await page.evaluate((name) => { location.hash = `#/${name}`; }, route);
  await page.locator(`.nav a[href="#/${route}"][aria-current=page]`).waitFor();
}

async function paste(page) {
  await page.locator("#many-pasted").fill("Name;Land;Art;Geburtsdatum\nHuawei Technologies;China;Firma;\nMahan Air;Iran;Firma;03/04/1991\n;DE;;\nBäckerei Schmidt;Atlantis;Laden;");
  await page.locator(".paste button").click();
  await page.locator("#columns-title").waitFor();
}
