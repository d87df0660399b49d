// Orders about shipment histories: medians, spreads, distances and sums must come out alike in every build.

const CUSTOMERS = ["Alpha GmbH", "Beta Ticaret", "Gamma TOO", "Delta Trading FZE", "Neu & Co"];
const PLACES = ["AT", "TR", "KZ", "AE", "KG", "RU", "US", "CN"];
const VIAS = ["", "LV", "AE", "RU", "NL", ""];
const CODES = ["8413.50", "8457.10.90", "8542.31", "9031", "8542"];
const ODD = ["1,234", "0", "-7", "1e30", "", "12.345", "999999999999"];

/** Rows that look like business, with every trap now and then; the same in every run. */
export function shipments(count, odd = 17) {
  let state = 20261122;
  const next = (under) => (state = (Math.imul(state, 1103515245) + 12345) >>> 0, Math.floor((state / 2 ** 32) * under));
  const two = (value) => String(value).padStart(2, "0");
  return Array.from({ length: count }, (_, at) => {
    const strange = at % odd === odd - 1;
    const customer = next(CUSTOMERS.length);
    return {
      line: at + 2,
      date: strange && next(3) === 0 ? "31.02.2024" : `${2020 + next(7)}-${two(1 + next(12))}-${two(1 + next(28))}`,
      hs: CODES[next(CODES.length)],
      customer: CUSTOMERS[customer],
      destination: PLACES[(customer + next(3)) % PLACES.length],
      via: VIAS[next(VIAS.length)],
      value: strange ? ODD[next(ODD.length)] : String(900 + next(400) + (next(40) === 0 ? 30000 : 0)),
      currency: next(9) ? "EUR" : "USD",
      mass: strange ? `${next(9)} lb` : `${5 + next(9)}.${next(10)} kg`,
      quantity: String(1 + next(4)),
      registered: customer === 3 ? "2023-04-05" : "",
    };
  });
}

export function history() {
  const ask = (rows, more = {}) => ({ op: "history", request: JSON.stringify({ as_of: "2026-11-22", rows, ...more }) });
  return [
    ask([]), ask(shipments(40)), ask(shipments(1500), { exporter: "DE" }), ask(shipments(1500).reverse(), { exporter: "DE" }),
    ask(shipments(300, 2), { exporter: "Germany" }), { op: "history", request: "{" }, { op: "history", request: '{"as_of":"2026-11-22","rows":[{"lines":2}]}' },
    { op: "risk_texts", language: "de" },
  ];
}
