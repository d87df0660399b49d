import "./components/ec-app.ts";
import "./components/ec-alignment.ts";
import "./components/ec-datasheet.ts";
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
import "./pages/ec-coverage.ts";
import "./pages/ec-decisions.ts";
import "./pages/ec-item.ts";
import "./pages/ec-licence.ts";
import "./pages/ec-lists.ts";
import "./pages/ec-many-parties.ts";
import "./pages/ec-one-party.ts";
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
