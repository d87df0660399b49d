// Records on the real engine: made below an assessment, worked out again, changed by one byte, kept, exported, deleted.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { after, before, test as run } from "node:test";
import { launch, looksRight, openPage, packs, root, serve } from "./harness.mjs";
import { CASE, openCase, plain } from "./stored-case.mjs";

const index = existsSync(`${root}/packs/index.json`) ? JSON.parse(readFileSync(`${root}/packs/index.json`, "utf8")) : {};
const skip = index.rules ? false : "no rules are built";
if (skip && process.env.CI === "true") throw new Error("the rules are not built, and CI requires them");
const test = (name, work) => run(name, { skip }, work);

const JUDGED = { ...CASE, judgements: [{ indicator: "us-little-background", subject: "party:p1", state: "resolved", reason: "Register extract and two customers confirm eleven years of trade.", evidence: ["Register extract"], by: "Anna Weber", on: "2026-11-20" }] };

let browser, server, record;
before(async () => {
  browser = await launch();
  server = await serve(root, packs());
  if (skip) return;
  // Made once: every test below starts from its bytes.
  const page = await made();
  record = await downloaded(page, "#download-record");
  await page.context().close();
});
after(async () => { await browser?.close(); await server?.close(); });

test("a record is made with its digest, kept, and worked out again byte for byte", async () => {
  const page = await made();
  const digest = await page.locator(".record-made .digest").textContent();
  const { name, text } = await downloaded(page, "#download-record");
  const file = JSON.parse(text);
  assert.equal(file.format, "exportcheck-record");
  assert.equal(file.digest.value, digest.trim());
  assert.match(name, new RegExp(`^exportcheck-record-order-4711-${digest.trim().slice(0, 12)}\\.json$`));
  assert.equal(text, canonical(file), "the file is canonical JSON");
  assert.equal(file.human.judgements.length, 1);
  assert.equal(file.case.judgements, undefined, "what people say stands apart");
  const { digest: _, ...content } = file;
  assert.equal(createHash("sha256").update(canonical(content)).digest("hex"), digest.trim(), "anyone can work out the digest");
  await page.evaluate(() => { location.hash = "#/record"; });
  await page.locator(".record-check").click();
  await page.locator('.record-result[data-verdict="reproduced"]').waitFor();
  assert.equal(await page.evaluate(() => document.activeElement?.id), "record-verdict");
  assert.equal(await page.locator('.record-packs tr[data-same="yes"]').count(), 3);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("one changed character is found, with the place, what stands there and what belongs there", async () => {
  const page = await verify(record.text.replace("eleven years", "twelve years"), "changed.json");
  const result = page.locator(".record-result");
  assert.equal(await result.getAttribute("data-verdict"), "altered");
  const said = plain(await result.textContent());
  assert.match(said, /First difference at byte [\d,]+, line 1/);
  assert.match(said, /twelve years/);
  assert.ok(await page.locator(".differences tbody tr").count() > 0);
  assert.match(plain(await page.locator(".differences tbody").textContent()), /Reason.*\/reason/);
  assert.match(plain(await page.locator(".differences tbody").textContent()), /twelve years.*eleven years/);
  const { text } = await downloaded(page, "#export-check");
  assert.equal(JSON.parse(text).verdict, "altered");
  await page.context().close();
});

test("a record of other lists, a record laid out anew, and no record at all are told apart", async () => {
  const file = JSON.parse(record.text);
  const other = sealed({ ...file, packs: { ...file.packs, lists: { ...file.packs.lists, digest: "ab".repeat(32) } } });
  for (const [text, verdict] of [[other, /^(other-packs|altered)$/], [JSON.stringify(file, null, 2), /^reproduced$/], ["nonsense", /^unreadable$/], ["{}", /^unreadable$/], ["", /^unreadable$/]]) {
    const page = await verify(text, "file.json");
    assert.match(await page.locator(".record-result").getAttribute("data-verdict"), verdict, text.slice(0, 20));
    assert.deepEqual(page.problems, []);
    await page.context().close();
  }
});

test("records last, are exported as they are, and are deleted only after a question", async () => {
  const page = await made();
  await page.evaluate(() => { location.hash = "#/record"; });
  await page.locator(".product-list li").waitFor();
  await page.reload();
  await page.locator(".product-list li").waitFor();
  const { text } = await downloaded(page, "#export-records");
  const [kept] = JSON.parse(text).records;
  assert.equal(JSON.parse(kept.text).digest.value, kept.digest);
  await page.locator(".record-delete").click();
  await page.locator("dialog[open] button[value=no]").click();
  assert.equal(await page.locator(".product-list li").count(), 1);
  await page.locator("#wipe-records").click();
  assert.match(plain(await page.locator("dialog[open]").textContent()), /five years/);
  await page.locator("dialog[open] button[value=yes]").click();
  await page.locator(".product-list").waitFor({ state: "detached" });
  assert.equal(await page.evaluate(() => document.activeElement?.id), "records-title");
  await page.context().close();
});

test("checking a record makes no request", async () => {
  const own = await serve(root, packs());
  const page = await openPage(browser, `${own.url}#/record`);
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  await page.waitForTimeout(300);
  const before = own.requests.length;
  await choose(page, record.text, "file.json");
  assert.deepEqual(own.requests.slice(before), []);
  assert.equal(await page.locator("[style]").count(), 0);
  await page.context().close();
  await own.close();
});

const SCREENS = {
  empty: async () => {},
  reproduced: async (page) => { await choose(page, record.text, "order-4711.json"); },
  altered: async (page) => { await choose(page, record.text.replace("eleven years", "twelve years"), "order-4711.json"); },
  "not a record": async (page) => { await choose(page, "nonsense", "notes.json"); },
};
looksRight(test, "the records", SCREENS, async ({ path, ...options }) => {
  const page = await openPage(browser, server.url, { path: `${path}#/record`, ...options });
  page.setDefaultTimeout(15_000);
  await page.locator("#record-file").waitFor();
  return page;
});

/** A page with a record saved below its assessment. */
async function made() {
  const page = await openCase(browser, server, JUDGED);
  await page.locator("#save-record").click();
  await page.locator(".record-made").waitFor();
  return page;
}

async function downloaded(page, button) {
  const [download] = await Promise.all([page.waitForEvent("download"), page.locator(button).click()]);
  return { name: download.suggestedFilename(), text: readFileSync(await download.path(), "utf8") };
}

async function verify(text, name) {
  const page = await openPage(browser, `${server.url}#/record`);
  page.setDefaultTimeout(15_000);
  await choose(page, text, name);
  return page;
}

async function choose(page, text, name) {
  await page.locator("#record-file").setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  await page.locator(".record-result").waitFor();
}

/** RFC 8785 for what a record holds: keys by their code units, no spaces. */
function canonical(value) {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  return `{${Object.keys(value).sort().map((key) => `${JSON.stringify(key)}:${canonical(value[key])}`).join(",")}}`;
}

/** With a digest that fits what it says. */
function sealed({ digest, ...content }) {
  return canonical({ ...content, digest: { ...digest, value: createHash("sha256").update(canonical(content)).digest("hex") } });
}
