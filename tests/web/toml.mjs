// Reads what the files of expected results hold: tables of tables, and values on one line (strings, numbers, booleans,
// arrays, inline tables). Throws on anything else.

/** The content of a TOML text. */
export function parse(text) {
  const root = {};
  let table = root;
  for (const [at, raw] of text.split("\n").entries()) {
    const line = raw.trim();
    if (!line || line.startsWith("#")) continue;
    const header = /^\[\[([\w.-]+)\]\]$/.exec(line);
    const entry = /^([\w-]+)\s*=\s*(.+)$/.exec(line);
    if (header) table = append(root, header[1].split("."));
    else if (entry) table[entry[1]] = value(entry[2], at + 1);
    else throw new Error(`line ${at + 1}: ${line}`);
  }
  return root;
}

/** A new last table of the array of that name, below the last table of each array before it. */
function append(root, path) {
  let under = root;
  for (const name of path.slice(0, -1)) under = under[name].at(-1);
  const name = path.at(-1);
  under[name] ??= [];
  under[name].push({});
  return under[name].at(-1);
}

/** Values are those of JSON, but for inline tables: `{ key = value }`. Strings are kept out of the way meanwhile. */
function value(text, line) {
  const strings = [];
  const bare = text.replace(/"(?:[^"\\]|\\.)*"/g, (string) => `"${strings.push(string) - 1}"`);
  const json = bare
    .replace(/([{,]\s*)([A-Za-z_][\w-]*|"\d+")\s*=/g, (_, before, key) => `${before}${key.startsWith('"') ? key : `"${strings.push(JSON.stringify(key)) - 1}"`}:`)
    .replace(/"(\d+)"/g, (_, index) => strings[Number(index)]);
  try {
    return JSON.parse(json);
  } catch {
    throw new Error(`line ${line}: ${text}`);
  }
}
