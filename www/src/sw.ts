// Offline after the first load. Built files are taken from the cache; list packs and the page itself from the
// network when there is one, so that lists do not grow old unnoticed.
const worker = self as unknown as ServiceWorkerScope;
interface ServiceWorkerScope {
  registration: { scope: string };
  clients: { claim(): Promise<void> };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: LifeEvent) => void): void;
}
interface LifeEvent {
  request: Request;
  waitUntil(work: Promise<unknown>): void;
  respondWith(answer: Promise<Response>): void;
}

const CACHE = "exportcheck-%version%";
const PACKS = "exportcheck-packs";
const files = JSON.parse("%precache%") as string[];

worker.addEventListener("install", (event) => {
  event.waitUntil(
    (async () => {
      const cache = await caches.open(CACHE);
      await cache.addAll(files.map((file) => new Request(file, { cache: "no-cache" })));
      await keepPacks();
      await worker.skipWaiting();
    })(),
  );
});

worker.addEventListener("activate", (event) => {
  event.waitUntil(
    (async () => {
      for (const name of await caches.keys()) if (name.startsWith("exportcheck-") && name !== CACHE && name !== PACKS) await caches.delete(name);
      await worker.clients.claim();
    })(),
  );
});

worker.addEventListener("fetch", (event) => {
  const url = new URL(event.request.url);
  if (event.request.method !== "GET" || !url.href.startsWith(worker.registration.scope)) return;
  const inside = url.href.slice(worker.registration.scope.length);
  if (inside.startsWith("packs/")) event.respondWith(fresh(event.request, PACKS));
  else if (event.request.mode === "navigate") event.respondWith(page(event.request));
  else event.respondWith(kept(event.request));
});

async function keepPacks(): Promise<void> {
  const cache = await caches.open(PACKS);
  const index = await fetch("packs/index.json", { cache: "no-cache" }).catch(() => undefined);
  if (!index?.ok) return;
  const names = Object.values((await index.clone().json()) as Record<string, string>);
  await cache.put("packs/index.json", index);
  await Promise.all(names.map((name) => cache.add(name).catch(() => undefined)));
}

/** Network first; the cache when there is none. */
async function fresh(request: Request, cacheName: string): Promise<Response> {
  const cache = await caches.open(cacheName);
  try {
    const answer = await fetch(request);
    if (answer.ok) await cache.put(request, answer.clone());
    return answer;
  } catch (error) {
    const found = await cache.match(request, { ignoreSearch: true });
    if (found) return found;
    throw error;
  }
}

/** The page is not put in the cache here: it must match the files that this worker has cached. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (error) {
    const found = await caches.match("./");
    if (found) return found;
    throw error;
  }
}

/** Cache first: these names carry a digest of their content. */
async function kept(request: Request): Promise<Response> {
  return (await caches.match(request, { ignoreSearch: true })) ?? fetch(request);
}
