// Toy packs for the stand-in engine (www/test/fake-engine.ts): a handful of real, well-known listed parties.
const effect = {
  en: "Assets of this party are frozen; delivering goods to it, directly or indirectly, is prohibited.",
  de: "Die Vermögenswerte dieser Partei sind eingefroren; ihr dürfen weder direkt noch indirekt Güter bereitgestellt werden.",
};
const licence = { en: "Goods subject to US export rules need a US licence before they go to this party.", de: "Güter, die US-Exportrecht unterliegen, brauchen eine US-Lizenz, bevor sie an diese Partei gehen." };

const list = (id, title, publisher, measure, citation, more = {}) => ({
  id, title: { en: title, de: title }, publisher, jurisdiction: id.slice(0, 2), url: "https://example.org/" + id, terms: "public domain", measure, citation,
  effect: measure === "blocked" ? effect : licence, stale_after_days: 30, published: "2026-11-12", retrieved: "2026-11-13", parties: 4, names: 9, weak_aliases: 1, identifiers: 2, births: 1, addresses: 3, diagnostics: 0,
  files: [{ name: id + ".csv", sha256: "ab".repeat(32), bytes: 123456, format: "plain-csv" }], ...more,
});

export const parties = [
  { list: "us-sdn", reference: "18068", kind: "organisation", names: [{ text: "ROSOBORONEXPORT OAO", kind: "primary" }, { text: "Rosoboronexport", kind: "alias" }, { text: "Рособоронэкспорт", kind: "original-script" }, { text: "ROE", kind: "weak-alias" }], countries: [{ code: "RU", role: "address" }], addresses: [{ text: "27 Stromynka Street, Moscow 107076", country: "RU" }], identifiers: [{ kind: "tax-id", value: "7718852163", country: "RU" }], programmes: ["UKRAINE-EO13662", "RUSSIA-EO14024"], listed_on: "2022-04-06", record: 1 },
  { list: "us-el", reference: "huawei-1", kind: "organisation", names: [{ text: "Huawei Technologies Co., Ltd.", kind: "primary" }, { text: "华为技术有限公司", kind: "original-script" }], countries: [{ code: "CN", role: "address" }], addresses: [{ text: "Bantian Huawei Base, Longgang District, Shenzhen 518129", country: "CN" }], licence: "For all items subject to the EAR; presumption of denial", listed_on: "2019-05-21", citation: "84 FR 22961", record: 2 },
  { list: "us-sdn", reference: "12812", kind: "organisation", names: [{ text: "MAHAN AIR", kind: "primary" }, { text: "MAHAN AIRLINES", kind: "alias" }, { text: "MAHAN AIR CO.", kind: "alias" }], countries: [{ code: "IR", role: "address" }], addresses: [{ text: "Mahan Air Tower, 21st Floor, Azadegan Street, Karaj Highway, P.O. Box 14515411, Tehran", country: "IR" }], programmes: ["SDGT", "IFSR", "IRGC"], listed_on: "2011-10-12", record: 3 },
  { list: "eu-fsf", reference: "EU.6779.40", kind: "person", names: [{ text: "Arkady Romanovich ROTENBERG", kind: "primary" }, { text: "Аркадий Романович РОТЕНБЕРГ", kind: "original-script" }], births: ["1951-12-15"], countries: [{ code: "RU", role: "nationality" }], programmes: ["UKR"], listed_on: "2014-07-30", record: 4 },
  { list: "us-sdn", reference: "16736", kind: "person", names: [{ text: "ROTENBERG, Arkady Romanovich", kind: "primary" }, { text: "ROTENBERG, Arkady", kind: "alias" }], births: ["1951-12-15"], countries: [{ code: "RU", role: "nationality" }], programmes: ["UKRAINE-EO13661"], listed_on: "2014-03-20", record: 5 },
];

export function manifest(more = {}) {
  return {
    format: 1, kind: "parties", starter: true, digest: "", parties: parties.length, names: 13, made_with: "tests",
    lists: [list("us-sdn", "OFAC SDN", "US Treasury, OFAC", "blocked", "31 CFR chapter V"), list("us-el", "BIS Entity List", "US Commerce, BIS", "licence-required", "15 CFR part 744, supplement 4", { published: null, retrieved: "2026-08-01" }), list("eu-fsf", "EU financial sanctions", "European Commission", "blocked", "Council regulations as published", { published: null, retrieved: null, diagnostics: 2 })],
    left_out: [{ file: "dpl.txt", list: "us-dpl", why: "not given" }], ...more,
  };
}

export function toyPack(more = {}, changed = parties) {
  const body = JSON.stringify({ manifest: manifest(more), parties: changed });
  return Buffer.from(`FAKE${digest(body)}${body}`);
}

function digest(content) {
  let out = "";
  for (let seed = 1; seed <= 8; seed++) {
    let hash = (2166136261 ^ (seed * 0x9e3779b1)) >>> 0;
    for (let at = 0; at < content.length; at++) hash = Math.imul(hash ^ content.charCodeAt(at), 16777619) >>> 0;
    out += hash.toString(16).padStart(8, "0");
  }
  return out;
}
