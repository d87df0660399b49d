// A whole session makes no request, and the policy that guarantees it is in force.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, openPage, packs, root, search, serve } from "./harness.mjs";

let browser, server;
before(async () => { browser = await launch(); server = await serve(root, packs()); });
after(async () => { await browser?.close(); await server?.close(); });

test("after load nothing is requested, whatever is typed or done", async () => {
  const page = await openPage(browser, server.url);
  await page.waitForLoadState("networkidle");
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  await page.waitForTimeout(300);
  const before = server.requests.length;
  const seen = [];
  page.context().on("request", (request) => { if (!request.url().startsWith("blob:")) seen.push(request.url()); });

  for (const name of ["Rosoboronexport", "Şükrü Őz ŁÓDŹ", "Рособоронэкспорт", "华为技术有限公司", "شركة ماهان", "no such party at all"]) await search(page, name);
  await page.locator("summary", { hasText: "More details" }).click();
  await page.locator("#country").selectOption("RU");
  await page.locator("#year").fill("1951");
  await page.locator("#id").fill("7718852163");
  await search(page, "Rosoboronexport");
  await page.locator(".decision label", { hasText: "I cannot tell" }).first().click();
  await page.locator(".decision button").first().click();
  await page.locator("#language").selectOption("de");
  await page.locator("#theme").selectOption("dark");
  await page.locator(".nav a", { hasText: "Viele Parteien" }).click();
  await page.locator("#many-pasted").fill("name;country\nMahan Air;IR\nHuawei;CN");
  await page.locator(".paste button").click();
  await page.locator("#run").click();
  await page.locator("#results-title").waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), page.locator("#export-csv").click()]);
  assert.match(file.suggestedFilename(), /^exportcheck-.*\.csv$/);
  await page.locator(".nav a", { hasText: "Listen" }).click();
  await page.locator(".nav a", { hasText: "Entscheidungen" }).click();
  await page.waitForTimeout(500);

  assert.deepEqual(seen, []);
  assert.deepEqual(server.requests.slice(before), []);
  assert.deepEqual(page.problems, []);
  await page.context().close();
});

test("which files are fetched does not depend on the user", async () => {
  const fetched = async (name) => {
    const own = await serve(root, packs());
    const page = await openPage(browser, own.url);
    await search(page, name);
    await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
    await page.context().close();
    await own.close();
    return [...new Set(own.requests.map(({ path }) => path))].sort();
  };
  assert.deepEqual(await fetched("Mahan Air"), await fetched("Őz Şükrü 华为"));
});

test("the policy stands in the page and in the header, and refuses an inline script", async () => {
  const page = await openPage(browser, server.url);
  const meta = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute("content");
  const answer = await page.request.get(server.url);
  // `cargo xtask test` names the server that `cargo xtask serve` uses: it must send the same.
  const own = process.env.EXPORTCHECK_URL ? [(await page.request.get(process.env.EXPORTCHECK_URL)).headers()["content-security-policy"]] : [];
  for (const policy of own) assert.match(policy, /frame-ancestors 'none'/);
  for (const policy of [meta, answer.headers()["content-security-policy"], ...own]) {
    for (const part of ["default-src 'none'", "script-src 'self' 'wasm-unsafe-eval'", "style-src 'self'", "connect-src 'self'", "worker-src 'self'", "base-uri 'none'", "form-action 'none'"]) assert.ok(policy.includes(part), `${part} is in ${policy}`);
    assert.doesNotMatch(policy, /unsafe-inline|unsafe-eval'? [^;]*'unsafe-eval'|https?:/);
  }
  assert.match(answer.headers()["content-security-policy"], /frame-ancestors 'none'/);
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.ran = true";
    document.head.append(script);
    return window.ran === true;
  });
  assert.equal(ran, false);
  const sent = await page.evaluate(() => fetch("https://example.org/").then(() => "sent", () => "refused"));
  assert.equal(sent, "refused");
  assert.equal(await page.locator("[style]").count(), 0);
  await page.context().close();
});

test("the page works without network after the first load", async () => {
  const own = await serve(root, packs());
  const page = await openPage(browser, own.url);
  await page.locator(".cell-offline dd", { hasText: "Ready" }).waitFor();
  own.state.down = true;
  await page.reload();
  await search(page, "Mahan Air");
  await page.locator(".hit").first().waitFor();
  await page.context().close();
  await own.close();
});
