// Types a whole case through the screens of the case builder, as a user with a keyboard and a mouse would.
import assert from "node:assert/strict";

/** Types `kase` (tests/cases/assess) and ends on the assessment. Items are given by list codes. */
export async function typeCase(page, kase) {
  const on = typist(page, kase);
  await on.begin();
  for (const item of kase.items) await on.item(item);
  await on.go("#continue", "parties");
  for (const party of kase.parties) await on.party(party);
  await on.go("#continue", "route");
  await on.route();
  await on.use();
  await on.signs();
  await page.evaluate(() => { location.hash = "#/case/check"; });
  await page.locator("#to-assessment").click();
  await on.assessment();
}

function typist(page, kase) {
  const at = (step) => page.waitForFunction((step) => new RegExp(`^#/case/${step}(/|$)`).test(location.hash), step);
  const heading = () => page.locator("#step-title").waitFor();
  const go = async (button, step) => {
    await page.locator(button).click();
    await at(step);
    await heading();
  };
  const fill = async (field, text) => {
    if (text === undefined) return;
    await page.locator(field).fill(text);
    await page.locator(field).blur();
  };
  const choose = async (field, value) => {
    if (value !== undefined) await page.locator(field).selectOption(value);
  };
  const tick = async (group, values) => {
    for (const value of values ?? []) await page.locator(`${group} input[value="${value}"]`).check();
  };
  const pick = async (group, value) => page.locator(`${group} input[type=radio][value="${value}"]`).check();

  /** Answers each question of the screen that the case has an answer to; questions may come and go meanwhile. */
  const answer = async () => {
    const done = new Set();
    for (;;) {
      const open = await page.locator(".ask[data-ask]").evaluateAll((asks) => asks.map(({ dataset }) => ({ question: dataset.ask, subject: dataset.subject })));
      const next = open.find(({ question, subject }) => !done.has(`${subject} ${question}`) && answersOf(kase, subject)[question] !== undefined);
      if (!next) return;
      done.add(`${next.subject} ${next.question}`);
      const ask = page.locator(`.ask[data-ask="${next.question}"][data-subject="${next.subject}"]`);
      const given = answersOf(kase, next.subject)[next.question];
      const kind = await ask.locator(".ask-choices").getAttribute("data-kind");
      if (kind === "quantity") {
        await ask.locator("input[type=text]").fill(given);
        await ask.locator("input[type=text]").blur();
      } else if (kind === "set") for (const option of given) await ask.locator(`input[type=checkbox][value="${option}"]`).check();
      else await ask.locator(`input[type=radio][value="${given}"]`).check();
      await page.locator(`.ask[data-ask="${next.question}"][data-subject="${next.subject}"][data-answered=yes]`).waitFor();
      await settled();
    }
  };
  /** Waits until the engine has taken the last answer into account. */
  const settled = () => page.waitForFunction(() => !document.querySelector(".builder-saved") || document.querySelector(".builder-saved[data-saving=saved]"));

  return {
    go,
    async begin() {
      await page.evaluate(() => { location.hash = "#/case"; });
      await page.locator("#new-case, #begin").first().waitFor();
      if (await page.locator("#new-case").count()) await page.locator("#new-case").click();
      await page.locator("#begin").waitFor();
      await fill("#case-name", kase.title);
      if (await page.locator("#take-over").count()) await page.locator("#take-over").uncheck();
      await go("#begin", "items");
    },
    async item(item) {
      await go(await page.locator("#add-item").count() ? "#add-item" : "#continue", "item");
      await fill("#item-name", item.name);
      await pick("#item-source", "codes");
      for (const { list, code } of item.codes ?? []) await fill(`#code-${list}`, code);
      for (const list of item.none ?? []) await page.locator(`#none-${list}`).check();
      await go("#continue", "amount");
      await fill("#hs", item.hs);
      await choose("#origin", item.origin);
      await fill("#quantity", item.quantity);
      await fill("#value", item.value);
      await choose("#currency", item.currency);
      await fill("#mass", item.mass?.replace(/ kg$/, ""));
      await answer();
      await go("#continue", "items");
    },
    async party(party) {
      await go(await page.locator("#add-party").count() ? "#add-party" : "#continue", "party");
      await fill("#party-name", party.name);
      await tick("#roles", party.roles);
      await pick("#kind", party.kind);
      await choose("#country", party.country);
      await fill("#address", party.address);
      await go("#continue", "details");
      await fill("#registered", party.registered);
      for (const sector of party.business ?? []) {
        await choose("#business", sector);
        await page.locator("#business-chosen li").nth(party.business.indexOf(sector)).waitFor();
      }
      await answer();
      await go("#continue", "owners");
      for (const owner of party.owners ?? []) {
        await go("#add-owner", "owner");
        await fill("#owner-name", owner.name);
        await pick("#owner-kind", owner.kind);
        await fill("#share", owner.share?.replace(/ %$/, ""));
        if (owner.control) await pick("#control", owner.control);
        await choose("#owner-country", owner.country);
        await go("#continue", "owners");
      }
      if (party.owners_complete) await page.locator("#owners-complete").check();
      // Control and military ties are asked only of those who could have them.
      await go("#continue", "(?:ties|parties)");
      if (!page.url().includes("/ties/")) return;
      await answer();
      await go("#continue", "parties");
    },
    async route() {
      await choose("#exporter", kase.exporter_country);
      await fill("#order", kase.dates?.order);
      await fill("#shipment", kase.dates?.shipment);
      await tick("#languages", await offered("#languages", kase.languages));
      const day = page.locator("details", { has: page.locator("#as-of") });
      if (await day.getAttribute("open") === null) await day.locator("> summary").click();
      await fill("#as-of", kase.as_of);
      await go("#continue", "way");
      const end = kase.route.at(-1);
      const stops = kase.route.slice(0, -1);
      assert.equal(end.kind, "destination");
      await choose("#destination", end.country);
      await fill("#place", end.place);
      await pick("#way", stops.length ? "through" : "direct");
      for (const leg of stops) {
        await go("#add-leg", "leg");
        await choose("#leg-country", leg.country);
        await pick("#leg-kind", leg.kind);
        await fill("#leg-place", leg.place);
        await answer();
        await go("#continue", "way");
      }
      await answer();
      await go("#continue", "use");
    },
    async use() {
      await fill("#end-use", kase.end_use);
      await go("#continue", "know");
      await lists("know");
    },
    async signs() {
      await lists("signs");
    },
    /** What only the licence check asks, a few questions at a time, stands with the item. */
    async assessment() {
      const done = new Set();
      for (;;) {
        await page.locator('.assessment[aria-busy="false"]').waitFor();
        const open = await page.locator(".item-questions .ask[data-ask]").evaluateAll((asks) => asks.map(({ dataset }) => dataset.ask));
        const next = open.find((question) => !done.has(question) && kase.answers[question] !== undefined);
        if (!next) return;
        done.add(next);
        const ask = page.locator(`.item-questions .ask[data-ask="${next}"]`).first();
        // An answer may come of its own meanwhile.
        if (await ask.count() === 0) continue;
        await ask.evaluate((element) => {
          for (let fold = element.closest("details"); fold; fold = fold.parentElement?.closest("details")) fold.open = true;
          for (const fold of element.querySelectorAll("details")) fold.open = true;
        });
        for (const value of [kase.answers[next]].flat()) {
          const box = ask.locator(`input[value="${value}"]`);
          // An answered question leaves at once, so there is no state of the box to wait for.
          if (await box.count()) await box.click();
          else await ask.locator("select").selectOption(value);
        }
        await settled();
        await page.locator('.assessment[aria-busy="false"]').waitFor();
      }
    },
  };

  /** Opens each list of questions of a screen in turn; an answer may bring one list more. */
  async function lists(step) {
    const seen = new Set();
    for (;;) {
      await page.evaluate((step) => { location.hash = `#/case/${step}`; }, step);
      await page.locator(".task-list li[data-key]").first().waitFor({ state: "attached" });
      await page.locator("details:has(.task-list):not([open]) > summary").evaluateAll((all) => all.forEach((summary) => summary.click()));
      const keys = await page.locator(".task-list li[data-key]").evaluateAll((rows) => rows.map(({ dataset }) => dataset.key));
      const next = keys.find((key) => !seen.has(key));
      if (!next) return;
      seen.add(next);
      await page.locator(`.task-list li[data-key="${next}"] a`).click();
      await page.locator(".ask").first().waitFor();
      await answer();
      // A tick may bring one more question.
      await page.waitForTimeout(50);
      await answer();
    }
  }

  async function offered(group, values) {
    const known = await page.locator(`${group} input`).evaluateAll((inputs) => inputs.map(({ value }) => value));
    return (values ?? []).filter((value) => known.includes(value));
  }
}

/** Answers of the case to questions about a subject: `""`, `item:i1`, `party:p1`, `leg:l1`. */
function answersOf(kase, subject) {
  const [kind, id] = subject.split(":");
  const list = { item: kase.items, party: kase.parties, leg: kase.route }[kind];
  return (list ? list.find((one) => one.id === id)?.answers : kase.answers) ?? {};
}
