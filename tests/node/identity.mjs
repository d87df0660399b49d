// The WebAssembly build gives the native build's answers, byte for byte: hits, entries, comparisons,
// manifests and refusals.
import assert from "node:assert/strict";
import { before, test } from "node:test";
import { answers, bytesOf, difference, obey, orders } from "./requests.mjs";
import * as engine from "../../pkg/exportcheck.js";

let asked, native, given;

before(() => {
  engine.initSync({ module: bytesOf("pkg/exportcheck_bg.wasm") });
  asked = orders();
  native = answers(asked);
  const files = Object.fromEntries(asked.filter(({ file }) => file).map(({ file }) => [file, bytesOf(file)]));
  given = obey(new engine.Engine(), asked, files);
});

test("every answer is the native one, byte for byte", () => {
  assert.equal(difference(asked, native, given), "");
});

test("the orders reach what they are meant to reach", () => {
  const of = (op) => native.filter((_, at) => asked[at].op === op);
  const errors = native.filter((answer) => answer.startsWith('{"error":')).map((answer) => JSON.parse(answer).error);
  assert.ok(of("screen").length > 350, `${of("screen").length} screenings`);
  assert.ok(of("screen").filter((answer) => answer.includes('"hits":[{')).length > 150, "hits");
  assert.ok(of("party").filter((answer) => answer !== "null").length > 100, "entries");
  assert.ok(of("compare").length > 100, "comparisons");
  for (const code of ["no-pack", "bad-request", "pack-too-short", "pack-not-a-pack", "pack-checksum", "pack-version-newer", "pack-signature-missing"]) {
    assert.ok(errors.some((error) => error.code === code), `no ${code} among ${[...new Set(errors.map((error) => error.code))]}`);
  }
  assert.ok(errors.every(({ code, message, help }) => code && message && help), "an error lacks code, message or help");
});

test("records come out the same again, and one changed byte is found", () => {
  const verified = asked.map((order, at) => ({ order, answer: native[at] })).filter(({ order }) => order.op === "verify");
  const told = (whole) => verified.filter(({ order }) => (order.at === null) === whole).map(({ answer }) => JSON.parse(answer));
  assert.ok(told(true).length > 12 && told(true).every(({ verdict, canonical }) => verdict === "reproduced" && canonical), "a whole record is not reproduced");
  assert.ok(told(false).length >= 12 && told(false).every(({ verdict }) => verdict !== "reproduced"), "a changed byte was not found");
  const assessed = native.filter((_, at) => asked[at].op === "assess").map((answer) => JSON.parse(answer));
  assert.ok(assessed.filter(({ tier }) => tier?.tier === "stop").length > 5, "cases that stop");
});

test("a difference would be noticed", () => {
  const changed = native.with(5, native[5] + " ");
  assert.match(difference(asked, native, changed), /1 of \d+ answers differ/);
  assert.match(difference(asked, native, native.slice(1)), /orders/);
});

test("version is told", () => {
  assert.match(engine.engine_version(), /^\d+\.\d+\.\d+$/);
});
