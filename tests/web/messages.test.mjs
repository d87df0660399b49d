// The message check passes on this page, and can fail: each rule with a bad example.
import assert from "node:assert/strict";
import { test } from "node:test";
import { check, readPageFiles } from "../../www/scripts/check-messages.mjs";

test("the page's messages are complete, used and within the words table", () => {
  assert.deepEqual(check(readPageFiles()), []);
});

const good = { locales: { en: "a = One { $x }\nb-other = { $code }\n", de: "a = Eins { $x }\nb-other = { $code }\n" }, sources: { "x.ts": 't("a", { x: 1 }); tCode("b", code); html`<p title=${y}>${z}</p>`' }, pages: {}, forbidden: { en: ["cleared"], de: ["genehmigt"] } };
const bad = {
  "a key missing in one language": [{ locales: { ...good.locales, de: "b-other = { $code }" } }, /de: message `a` is missing/],
  "a key that does not exist": [{ sources: { "x.ts": `${good.sources["x.ts"]}; t("c")` } }, /message `c` does not exist/],
  "a key that is not used": [{ locales: { en: `${good.locales.en}d = D\n`, de: `${good.locales.de}d = D\n` } }, /message `d` is not used/],
  "other arguments": [{ locales: { ...good.locales, de: good.locales.de.replace("$x", "$y") } }, /takes/],
  "an argument not passed": [{ sources: { "x.ts": 't("a"); tCode("b", code)' } }, /needs `\$x`/],
  "a key put together": [{ sources: { "x.ts": `${good.sources["x.ts"]}; t(key)` } }, /literal key/],
  "text in a template": [{ sources: { "x.ts": `${good.sources["x.ts"]}; html\`<p>Hello \${x}</p>\`` } }, /text `Hello`/],
  "text in an attribute": [{ sources: { "x.ts": `${good.sources["x.ts"]}; html\`<p aria-label="Hello"></p>\`` } }, /text `Hello`/],
  "text in the page": [{ pages: { "index.html": "<p>Hello</p>" } }, /text `Hello`/],
  "a title written out": [{ sources: { "x.ts": `${good.sources["x.ts"]}; document.title = "Hello"` } }, /`title`/],
  "a forbidden phrase": [{ locales: { ...good.locales, en: good.locales.en.replace("One", "One is Cleared") } }, /says `cleared`/],
  "a forbidden phrase in German": [{ locales: { ...good.locales, de: good.locales.de.replace("Eins", "Eins ist genehmigt:") } }, /says `genehmigt`/],
  "no forbidden phrases for a language": [{ forbidden: { en: ["cleared"] } }, /no phrases/],
  "a reason code of the engine without a message": [{ codes: ["why-name-new"] }, /the engine says/],
};

test("the good example is good", () => assert.deepEqual(check(good), []));
for (const [name, [change, finding]] of Object.entries(bad)) test(`found: ${name}`, () => assert.match(check({ ...good, ...change }).join("\n"), finding));
