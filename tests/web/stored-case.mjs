// A case as the browser keeps it, and its assessment opened: what the tests of the assessment and of the records start from.
import { openPage, ready } from "./harness.mjs";

export const plain = (text) => text.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ").trim();

/** A machining centre to Bishkek through a seven-month-old trader in Jebel Ali. */
export const CASE = {
  format: 1, id: "test-case", title: "Order 4711", as_of: "2026-11-22", jurisdictions: ["eu", "us"], exporter_country: "DE", languages: ["en", "ru"],
  items: [{ id: "i1", name: "Five-axis machining centre", codes: [{ list: "eu", code: "2B001.b.2.a" }, { list: "us", code: "2B001.b.2.a" }], hs: "8457.10", origin: "DE", quantity: "1", value: "480000", currency: "EUR", mass: "12000 kg" }],
  parties: [
    { id: "p1", name: "Gulf Precision Trading FZE", kind: "organisation", roles: ["buyer", "intermediate-consignee"], country: "AE", address: "LOB 16, Jebel Ali Free Zone, Dubai", registered: "2026-04-20", answers: { customer_signs: ["declines-service"] },
      owners: [{ id: "o1", name: "Karim Hadid", kind: "person", country: "AE", share: "30 %", control: "unknown" }, { id: "o2", name: "Silk Road Holdings Ltd", kind: "organisation", country: "CY", share: "40 %", owners: [{ id: "o3", kind: "person" }] }] },
    { id: "p2", name: "Bishkek Machine-Building Plant", kind: "organisation", roles: ["end-user"], country: "KG" },
    { id: "p3", name: "Mahan Air", kind: "organisation", roles: ["freight-forwarder"], country: "AE" },
    { id: "p4", roles: ["bank"], kind: "organisation", country: "AE" },
  ],
  route: [{ id: "l1", country: "AE", kind: "transhipment", place: "Jebel Ali" }, { id: "l2", country: "KG", kind: "destination", place: "Bishkek" }],
  dates: { order: "2026-11-01", shipment: "2026-12-15" },
};

/** Puts a case into the storage of the browser and opens its assessment. */
export async function openCase(browser, server, kase, options = {}) {
  const page = await openPage(browser, server.url, options);
  page.setDefaultTimeout(10_000);
  await page.evaluate(() => { location.hash = "#/cases"; });
  await page.locator("ec-cases h1").waitFor();
  await page.evaluate(async (one) => {
    await new Promise((settle, refuse) => {
      const opening = indexedDB.open("exportcheck");
      opening.onerror = refuse;
      opening.onsuccess = () => {
        const change = opening.result.transaction("cases", "readwrite");
        change.objectStore("cases").put({ id: one.id, case: one, updated_at: "2026-11-22T10:00:00.000Z", as_of_fixed: true });
        change.oncomplete = () => { opening.result.close(); settle(); };
        change.onerror = refuse;
      };
    });
    localStorage.setItem("exportcheck.case", one.id);
    location.hash = "#/case/assessment";
  }, kase);
  await page.reload();
  await arrived(page);
  return page;
}

export async function arrived(page) {
  await ready(page);
  await page.locator('.assessment[aria-busy="false"]').waitFor();
}

/** The case as the browser keeps it. */
export function stored(page) {
  return page.evaluate(() => new Promise((settle, refuse) => {
    const opening = indexedDB.open("exportcheck");
    opening.onerror = refuse;
    opening.onsuccess = () => { const asked = opening.result.transaction("cases").objectStore("cases").get("test-case"); asked.onsuccess = () => { opening.result.close(); settle(asked.result.case); }; };
  }));
}

export async function unfoldAll(page) {
  for (let depth = 0; depth < 3; depth++) await page.locator(".assessment details").evaluateAll((all) => all.forEach((details) => details.setAttribute("open", "")));
}
