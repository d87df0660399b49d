import { BatchSession } from "../batch/session.ts";
import { EngineClient, isCancelled } from "../engine/client.ts";
import { EngineError } from "../engine/protocol.ts";
import { DEFAULT_POLICY, type Manifest, type ManifestList, type Policy, type Query, type Screening } from "../engine/types.ts";
import { type Locale, setLocale } from "../i18n/index.ts";
import { BomSession } from "./bom.ts";
import { casePlaceOf, type CasePlace } from "./case/place.ts";
import { CaseSession } from "./case/session.ts";
import { type Draft, EMPTY_DRAFT } from "./draft.ts";
import { HistorySession } from "./history.ts";
import { ItemSession } from "./item.ts";
import { LicenceSession } from "./licence.ts";
import { MapSession } from "./licence-map.ts";
import { fetchShipped, forgetPack, savedPack, savePack } from "./packs.ts";
import { type LicenceTab, licenceTabOf, type Place, placeOf, type Route, routeOf } from "./route.ts";
import { loadSettings, saveSettings, type Settings, type Theme } from "./settings.ts";

/** Where the open pack came from. */
export type PackSource = { from: "page" } | { from: "file"; name: string };
export type Loading = "loading" | "ready" | "no-lists" | "failed";

/** What the user typed and what came of it. Kept while pages and languages change. */
export interface Result {
  screening: Screening;
  role: string;
  at: string;
}

class App extends EventTarget {
  settings: Settings = { locale: "en", theme: "system" };
  route: Route = "one";
  place: Place = placeOf("");
  licenceTab: LicenceTab = "result";
  casePlace: CasePlace = casePlaceOf("");
  loading: Loading = "loading";
  engine: EngineClient;
  manifest: Manifest | undefined;
  packSource: PackSource = { from: "page" };
  /** Code of the last pack that was refused. */
  packRefused: { code: string; file: string; help: string } | undefined;
  scripts = false;
  offlineReady = false;
  restarted = false;
  draft: Draft = { ...EMPTY_DRAFT };
  policy: Policy = { ...DEFAULT_POLICY };
  searching = false;
  result: Result | undefined;
  searchFailure: string | undefined;
  batch: BatchSession;
  item: ItemSession;
  licence: LicenceSession;
  map: MapSession;
  bom: BomSession;
  case: CaseSession;
  history: HistorySession;
  #shipped: Uint8Array | undefined;
  #search: AbortController | undefined;

  constructor() {
    super();
    this.engine = new EngineClient(() => new Worker(new URL("../engine/worker.ts", import.meta.url), { type: "module" }));
    this.batch = new BatchSession(this.engine, () => this.changed());
    this.item = new ItemSession(this.engine, () => this.changed());
    this.licence = new LicenceSession(this.engine, this.item, () => {
      this.bom.caseChanged();
      this.changed();
    });
    this.map = new MapSession(this.engine, this.licence, () => this.changed());
    this.bom = new BomSession(this.engine, this.licence, () => this.changed());
    this.case = new CaseSession(this.engine, () => this.policy, () => this.changed());
    this.history = new HistorySession(this.engine, this.case, () => this.changed());
    this.engine.addEventListener("state", () => {
      if (this.engine.state === "restarting") this.restarted = true;
      if (this.engine.state === "failed") this.loading = "failed";
      this.changed();
    });
  }

  changed(): void {
    this.dispatchEvent(new Event("change"));
  }

  begin(): void {
    this.settings = loadSettings();
    setLocale(this.settings.locale);
    applyTheme(this.settings.theme);
    this.#locate();
    addEventListener("hashchange", () => {
      this.#locate();
      this.changed();
    });
  }

  setLocale(locale: Locale): void {
    this.settings = { ...this.settings, locale };
    setLocale(locale);
    saveSettings(this.settings);
    this.changed();
    void this.item.translate().then(() => this.licence.translate()).then(() => this.case.translate());
  }

  setTheme(theme: Theme): void {
    this.settings = { ...this.settings, theme };
    applyTheme(theme);
    saveSettings(this.settings);
    this.changed();
  }

  /** Starts the engine and opens the lists: the page's own, then the file the user loaded before, if any. */
  async load(): Promise<void> {
    void this.case.resume();
    try {
      const [shipped] = await Promise.all([fetchShipped().catch(() => undefined), this.engine.start()]);
      if (shipped?.parties) {
        this.#shipped = shipped.parties;
        await this.#open(shipped.parties, { from: "page" });
        if (shipped.scripts) await this.engine.openScripts(shipped.scripts).then(() => (this.scripts = true), () => undefined);
      }
      const saved = await savedPack("parties").catch(() => undefined);
      if (saved) await this.#open(saved.bytes, { from: "file", name: saved.name });
      this.loading = this.manifest ? "ready" : "no-lists";
      this.changed();
      await this.item.open(shipped?.rules);
      if (this.item.rules === "ready") await this.licence.start().then(() => this.case.start());
      const wording = await savedPack("wording").catch(() => undefined);
      if (wording && this.item.rules === "ready") await this.item.openWording(wording.name, wording.bytes);
    } catch {
      this.loading = "failed";
    }
    this.changed();
  }

  /** Opens a pack from a file. A refused one changes nothing but `packRefused`. */
  async loadFile(file: File): Promise<boolean> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const opened = await this.#open(bytes, { from: "file", name: file.name });
    if (opened) {
      this.loading = "ready";
      await savePack("parties", file.name, bytes).catch(() => undefined);
    }
    this.changed();
    return opened;
  }

  /** Opens official wording from a file and keeps it for the next visit. */
  async loadWording(file: File): Promise<boolean> {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const opened = await this.item.openWording(file.name, bytes);
    if (opened) await savePack("wording", file.name, bytes).catch(() => undefined);
    return opened;
  }

  async forgetWording(): Promise<void> {
    await forgetPack("wording").catch(() => undefined);
    this.item.forgetWording();
  }

  async backToShipped(): Promise<void> {
    await forgetPack("parties").catch(() => undefined);
    if (this.#shipped) await this.#open(this.#shipped, { from: "page" });
    this.changed();
  }

  async search(query: Query, role: string): Promise<void> {
    this.#search?.abort();
    const mine = new AbortController();
    this.#search = mine;
    this.searching = true;
    this.searchFailure = undefined;
    this.changed();
    try {
      const screening = await this.engine.screen(query, this.policy, mine.signal);
      this.result = { screening, role, at: new Date().toISOString() };
    } catch (error) {
      if (isCancelled(error)) return;
      this.result = undefined;
      this.searchFailure = codeOf(error);
    }
    this.searching = false;
    this.changed();
  }

  listOf(id: string): ManifestList | undefined {
    return this.manifest?.lists.find((list) => list.id === id);
  }

  #locate(): void {
    this.route = routeOf(location.hash);
    this.place = placeOf(location.hash);
    this.licenceTab = licenceTabOf(location.hash);
    this.casePlace = casePlaceOf(location.hash);
  }

  async #open(bytes: Uint8Array, source: PackSource): Promise<boolean> {
    try {
      this.manifest = await this.engine.open(bytes);
      this.case.packsChanged();
      this.packSource = source;
      this.packRefused = undefined;
      return true;
    } catch (error) {
      this.packRefused = { code: codeOf(error), file: source.from === "file" ? source.name : "", help: error instanceof EngineError ? error.help : "" };
      return false;
    }
  }
}

export function codeOf(error: unknown): string {
  return error instanceof EngineError ? error.code : "engine-crashed";
}

function applyTheme(theme: Theme): void {
  if (theme === "system") delete document.documentElement.dataset["theme"];
  else document.documentElement.dataset["theme"] = theme;
}

export const app = new App();
