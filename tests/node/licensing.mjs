// Orders about licensing: items of several kinds to every sort of destination, answers good and bad,
// the map, and bills of materials.
const DAY = "2026-11-22";
const CODES = [["2B001.b.2", "2B001.b.2"], ["3A001.b.2", "3A001.b.2"], ["5A002.a", "5A002.a"], ["6A003.b.4.b", "6A003.b.4.b"], ["0C003", "0C003"], ["1C350.46", "1C350.b.1"], ["", "9A610.a"], ["", "3A991"], ["7A103.a", "7A103.a"]];
const PLACES = ["CA", "CN", "IN", "KG", "RU", "IR", "CU", "UA-43", "HK", "TW", "XK", "EH", "XN", "GB-NIR", "FR", "US", "de"];
const ANSWERS = [
  {},
  { eu_wmd_use: "nothing", eu_military_use: "nothing", eu_parts_use: "nothing", eu_gea_free_zone: "no", eu_gea_barred: "no", us_exc_situation: ["none"] },
  { eu_wmd_use: "informed", case_listed_party: ["entity-list"], us_use_military: "know" },
  { eu_wmd_use: "unknown", civil_telecom_use: "unknown", lvs_listed: "yes" },
  { us_content_present: "yes", us_controlled_content: "24,9 %" },
  { us_controlled_content: "1,024", no_such: "yes", eu_wmd_use: {} },
];
const BAD = ["", "{", "[]", "{}", '{"as_of":"2026-11-22","destination":"ZZ"}', '{"as_of":"2026-11-22","jurisdictions":["uk"]}', '{"as_of":"2026-11-22","item":{"family":"none-such"}}', '{"as_of":"2026-11-22","item":{"codes":[{"list":"us","code":"9Z999"}]}}', '{"as_of":"2026-11-22","item":{"none":["uk"]}}', '{"as_of":"22.11.2026"}'];

export function licensing() {
  const request = (of) => JSON.stringify({ as_of: DAY, ...of });
  const item = ([eu, us]) => ({ codes: [{ list: "eu", code: eu }, { list: "us", code: us }].filter(({ code }) => code) });
  const cases = CODES.flatMap((codes, at) => PLACES.map((destination, place) => request({
    item: item(codes), destination, exporter: at % 2 ? "US" : "DE", origin: place % 3 ? "DE" : "US", end_user_country: place % 4 ? destination : undefined,
    party_countries: place % 5 ? [] : ["CN", destination], answers: ANSWERS[(at + place) % ANSWERS.length],
  })));
  const lines = [
    { line: 2, part: "chip", origin: "US", code: "3A001.b.2", value: "12.50", quantity: "2" },
    { line: 3, part: "Gehäuse", origin: "DE", code: "", value: "1,5" },
    { line: 4, part: "?", origin: "", code: "9Z999", value: "1,024", quantity: "x" },
    { line: 5, part: "sat", origin: "us", code: "9A515.d.1", value: "1e2" },
  ];
  const parts = ["CN", "IR", "CA", "ZZ"].flatMap((destination) => [lines, lines.slice(0, 2), []].map((some) => request({ jurisdiction: "us", destination, product_value: "1000", lines: some })));
  return [
    ...["en", "de", "xx"].map((language) => ({ op: "licensing_texts", language })),
    ...cases.map((asked) => ({ op: "license", request: asked })),
    { op: "license", request: request({ item: { none: ["eu", "us"] }, destination: "CN" }) },
    { op: "license", request: request({ item: { family: "adc", answers: { resolution: "14 bit" } }, destination: "JP", exporter: "DE" }) },
    { op: "license", request: request({ as_of: "2026-11-09", item: { none: ["us"] }, destination: "CN", origin: "US", answers: { case_listed_owner: "known" } }) },
    ...CODES.slice(0, 3).map((codes) => ({ op: "license_map", request: request({ item: item(codes), exporter: "DE", origin: "US" }) })),
    ...parts.map((asked) => ({ op: "bom", request: asked })),
    ...BAD.flatMap((asked) => ["license", "license_map", "bom"].map((op) => ({ op, request: asked }))),
  ];
}
