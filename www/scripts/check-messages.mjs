// Checks the message files against the source and the words table. Exit 1 and one line per finding.
//   - every key used exists in every language, every key is used
//   - the same key takes the same arguments in every language, and the source passes them
//   - every reason code of the engine has a message
//   - no visible text is written into templates or index.html
//   - no forbidden phrase in any language (locales/forbidden.json, DESIGN section 8)
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "@fluent/syntax";
import { parseSync } from "vite";

const www = fileURLToPath(new URL("../", import.meta.url));

/** All findings over the given files; pure, so that the tests can feed it bad examples. */
export function check({ locales, sources, pages, forbidden, codes = [] }) {
  const findings = [];
  const messages = new Map(Object.entries(locales).map(([language, text]) => [language, readMessages(language, text, findings)]));
  const used = { keys: new Map(), prefixes: new Set() };
  for (const [file, text] of Object.entries(sources)) readSource(file, text, used, findings);
  for (const [file, text] of Object.entries(pages)) readPage(file, text, used, findings);
  const all = new Set([...messages.values()].flatMap((entries) => [...entries.keys()]));
  for (const [language, entries] of messages) {
    for (const key of all) if (!entries.has(key)) findings.push(`${language}: message \`${key}\` is missing`);
    for (const [key, where] of used.keys) if (!entries.has(key)) findings.push(`${where.file}: message \`${key}\` does not exist in ${language}`);
    for (const prefix of used.prefixes) if (!entries.has(`${prefix}-other`)) findings.push(`${language}: \`${prefix}-other\` is missing, which tCode falls back to`);
  }
  for (const [language, entries] of messages) for (const keys of codes) if (!keys.split("|").some((key) => entries.has(key))) findings.push(`${language}: the engine says \`${keys}\`, which has no message`);
  for (const key of all) {
    const known = used.keys.has(key) || [...used.prefixes].some((prefix) => key.startsWith(`${prefix}-`));
    if (!known) findings.push(`message \`${key}\` is not used`);
    const variants = [...messages].filter(([, entries]) => entries.has(key)).map(([language, entries]) => [language, [...entries.get(key).args].sort().join(" ")]);
    for (const [language, args] of variants) if (args !== variants[0][1]) findings.push(`${language}: message \`${key}\` takes \`${args}\`, ${variants[0][0]} takes \`${variants[0][1]}\``);
    const call = used.keys.get(key);
    if (call?.args) for (const name of (variants[0]?.[1] ?? "").split(" ").filter(Boolean)) if (!call.args.has(name)) findings.push(`${call.file}: message \`${key}\` needs \`$${name}\``);
  }
  for (const [language, entries] of messages) {
    for (const phrase of forbidden[language] ?? []) {
      const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${phrase.split(/\s+/).map(escape).join("\\s+")}(?![\\p{L}\\p{N}])`, phrase === phrase.toUpperCase() ? "u" : "iu");
      for (const [key, { text }] of entries) if (pattern.test(text)) findings.push(`${language}: message \`${key}\` says \`${phrase}\`, which locales/forbidden.json forbids`);
    }
    if (!forbidden[language]?.length) findings.push(`locales/forbidden.json has no phrases for \`${language}\``);
  }
  return [...new Set(findings)];
}

/** The files of this page, as `check` takes them. */
export function readPageFiles() {
  const read = (name) => readFileSync(www + name, "utf8");
  const locales = Object.fromEntries(readdirSync(`${www}locales`).filter((name) => name.endsWith(".ftl")).map((name) => [name.slice(0, -4), read(`locales/${name}`)]));
  const names = readdirSync(`${www}src`, { recursive: true }).map(String).filter((name) => name.endsWith(".ts") && !name.endsWith(".d.ts"));
  const sources = Object.fromEntries(names.map((name) => [`src/${name}`, read(`src/${name}`)]));
  // Every kebab-case text in this code is a code for people: the engine says it, a message with one of the prefixes explains it.
  const spoken = { screen: ["why", "not-checked"], "rule/terms/value.rs": ["answer-problem"], "rule/facts.rs": ["answer-problem"], "rule/explain.rs": ["limit"], "classify/classifier.rs": ["item-notice", "verdict-short", "outcome"], "classify/datasheet.rs": ["unread"], "license/outcome.rs": ["licence-outcome", "licence-short"], "license/item.rs": ["licence-item"], "license/report.rs": ["licence-notice", "licence-state", "outcome"] };
  const codes = [...new Set(Object.entries(spoken).flatMap(([place, prefixes]) => codesIn(`${www}../src/${place}`).map((code) => prefixes.map((prefix) => `${prefix}-${code}`).join("|"))))];
  return { locales, sources, codes, pages: { "index.html": read("index.html") }, forbidden: JSON.parse(read("locales/forbidden.json")) };
}

/** Texts like `name-exact` in a Rust file or folder, without its tests. */
function codesIn(place) {
  const files = place.endsWith(".rs") ? [place] : readdirSync(place, { recursive: true }).map((name) => `${place}/${name}`).filter((name) => name.endsWith(".rs"));
  const text = files.map((file) => readFileSync(file, "utf8").split("#[cfg(test)]")[0]).join("\n").replace(/#\[serde\([^\]]*\)\]/g, "");
  return [...text.matchAll(/"([a-z]+(?:-[a-z]+)+)"/g)].map(([, code]) => code);
}

function readMessages(language, text, findings) {
  const entries = new Map();
  for (const entry of parse(text, { withSpans: false }).body) {
    if (entry.type === "Junk") findings.push(`${language}: not Fluent: ${entry.content.split("\n")[0]}`);
    if (entry.type !== "Message") continue;
    const key = entry.id.name;
    if (entries.has(key)) findings.push(`${language}: message \`${key}\` stands twice`);
    const args = new Set();
    const words = [];
    walk(entry.value, (node) => {
      if (node.type === "VariableReference") args.add(node.id.name);
      if (node.type === "TextElement") words.push(node.value);
    });
    entries.set(key, { args, text: words.join(" … ").replace(/\s+/g, " ") });
  }
  return entries;
}

function readSource(file, text, used, findings) {
  const { program, errors } = parseSync(file, text, { lang: "ts" });
  for (const error of errors) findings.push(`${file}: ${error.message}`);
  walk(program, (node) => {
    if (node.type === "CallExpression" && node.callee.type === "Identifier") readCall(node, file, used, findings);
    if (node.type === "TaggedTemplateExpression" && ["html", "svg"].includes(node.tag.name)) {
      const markup = node.quasi.quasis.map((part) => part.value.cooked).join("\u0000");
      for (const visible of visibleText(markup)) findings.push(`${file}: text \`${visible}\` is written into a template; put it in the message files`);
    }
    if (node.type === "AssignmentExpression" && ["title", "textContent", "innerText", "ariaLabel"].includes(node.left.property?.name) && hasWords(node.right)) findings.push(`${file}: \`${node.left.property.name}\` is given a written text; put it in the message files`);
  });
}

function readCall(node, file, used, findings) {
  const [first, second, third] = node.arguments;
  if (node.callee.name === "t") {
    if (file.endsWith("i18n/index.ts") && first?.type !== "Literal") return;
    if (first?.type !== "Literal") return void findings.push(`${file}: t() needs a literal key`);
    const args = argumentNames(second);
    const before = used.keys.get(first.value);
    // With several calls, the one that passes least decides.
    if (!before || (args && before.args && args.size < before.args.size)) used.keys.set(first.value, { file, args });
  }
  if (node.callee.name === "tCode") {
    if (first?.type !== "Literal") return void findings.push(`${file}: tCode() needs a literal prefix`);
    used.prefixes.add(first.value);
    void third;
  }
}

function argumentNames(node) {
  if (!node) return new Set();
  if (node.type !== "ObjectExpression" || node.properties.some((property) => property.type !== "Property")) return undefined;
  return new Set(node.properties.map((property) => property.key.name ?? property.key.value));
}

function readPage(file, text, used, findings) {
  for (const [, key] of text.matchAll(/%t:([\w-]+):\w+%/g)) used.keys.set(key, { file, args: undefined });
  const bare = text.replace(/<title>exportcheck<\/title>/, "").replace(/%t:[\w-]+:\w+%/g, "").replace(/<meta[^>]*>|<link[^>]*>|<!doctype[^>]*>/gi, "");
  for (const visible of visibleText(bare)) findings.push(`${file}: text \`${visible}\` is written into the page; put it in the message files`);
}

/** Text between tags and in attributes that people read or hear; what an expression fills in is not there. */
function visibleText(markup) {
  const found = [];
  const readable = /\s(?:aria-label|aria-description|aria-roledescription|title|placeholder|alt|label)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g;
  // Names, commands and code are the same in every language and are marked so.
  const own = markup.replace(/<(code|a)\b[^>]*translate="no"[^>]*>[^<]*<\/\1>/g, "");
  for (const tag of own.match(/<[^>]*>/g) ?? []) for (const [, a, b, c] of tag.matchAll(readable)) found.push(a ?? b ?? c);
  found.push(...own.split(/<[^>]*>/));
  return found.map((text) => text.replaceAll("\u0000", " ").replace(/&\w+;/g, " ").trim()).filter((text) => /\p{L}/u.test(text));
}

function hasWords(node) {
  if (node.type === "Literal") return typeof node.value === "string" && /\p{L}/u.test(node.value);
  return node.type === "TemplateLiteral" && node.quasis.some((part) => /\p{L}/u.test(part.value.cooked));
}

function walk(node, visit) {
  if (!node || typeof node !== "object") return;
  if (Array.isArray(node)) return node.forEach((child) => walk(child, visit));
  if (typeof node.type === "string") visit(node);
  for (const value of Object.values(node)) if (value && typeof value === "object") walk(value, visit);
}

function escape(text) {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const findings = check(readPageFiles());
  for (const finding of findings) console.error(finding);
  process.exitCode = findings.length ? 1 : 0;
}
