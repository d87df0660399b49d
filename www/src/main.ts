import "./components/ec-app.ts";
import "./components/case/ec-case-amount.ts";
import "./components/case/ec-case-check.ts";
import "./components/case/ec-case-details.ts";
import "./components/case/ec-case-item.ts";
import "./components/case/ec-case-items.ts";
import "./components/case/ec-case-owner.ts";
import "./components/case/ec-case-owners.ts";
import "./components/case/ec-case-parties.ts";
import "./components/case/ec-case-party.ts";
import "./components/case/ec-case-route.ts";
import "./components/case/ec-case-signs.ts";
import "./components/case/ec-case-start.ts";
import "./components/case/ec-case-ties.ts";
import "./components/case/ec-case-trusted.ts";
import "./components/case/ec-case-use.ts";
import "./components/case/ec-case-way.ts";
import "./components/ec-alignment.ts";
import "./components/ec-datasheet.ts";
import "./components/ec-table-input.ts";
import "./components/ec-decision.ts";
import "./components/ec-hit.ts";
import "./components/ec-item-result.ts";
import "./components/ec-item-search.ts";
import "./components/ec-products.ts";
import "./components/ec-bom.ts";
import "./components/ec-bom-lines.ts";
import "./components/ec-licence-case.ts";
import "./components/ec-licence-result.ts";
import "./components/ec-question.ts";
import "./components/ec-review.ts";
import "./components/ec-values-sheet.ts";
import "./pages/ec-assessment.ts";
import "./pages/ec-case.ts";
import "./pages/ec-cases.ts";
import "./pages/ec-coverage.ts";
import "./pages/ec-decisions.ts";
import "./pages/ec-history.ts";
import "./pages/ec-item.ts";
import "./pages/ec-licence.ts";
import "./pages/ec-lists.ts";
import "./pages/ec-many-parties.ts";
import "./pages/ec-one-party.ts";
import "./pages/ec-record.ts";
import { app } from "./state/app.ts";

app.begin();
app.changed();
void app.load();
loadFonts();
void goOffline();

/** A font file fetched only when a letter needs it would tell the server what was typed: fetch all of them now. */
function loadFonts(): void {
  for (const face of document.fonts) face.load().catch(() => undefined);
}

async function goOffline(): Promise<void> {
  if (!("serviceWorker" in navigator) || !import.meta.env.PROD) return;
  try {
    await navigator.serviceWorker.register("./sw.js", { scope: "./" });
    await navigator.serviceWorker.ready;
    app.offlineReady = true;
    app.changed();
  } catch {
    // Without a service worker (private window, http) the page works, but needs the network to start.
  }
}
