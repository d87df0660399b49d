import init, { Engine, engine_version } from "#pkg";
import type { Failure, Reply, Request } from "./protocol.ts";

interface WorkerScope {
  onmessage: ((event: MessageEvent<Request>) => void) | null;
  postMessage(message: Reply): void;
}
const scope = self as unknown as WorkerScope;
let engine: Engine | undefined;

scope.onmessage = async ({ data }) => {
  try {
    scope.postMessage({ id: data.id, ok: true, value: await run(data) });
  } catch (error) {
    const failure = documented(error);
    // Anything but a documented refusal means the wasm instance may be half-way through something: start anew.
    scope.postMessage({ id: data.id, ok: false, failure: failure ?? crash(error), fatal: failure === undefined });
  }
};

async function run(request: Request): Promise<unknown> {
  if (request.operation === "init") {
    await init();
    engine = new Engine();
    return engine_version();
  }
  if (!engine) throw new Error("the engine has not started");
  const payload = request.payload;
  switch (request.operation) {
    case "open": {
      const { bytes, options } = payload as { bytes: Uint8Array; options: unknown };
      return JSON.parse(engine.open(bytes, JSON.stringify(options)));
    }
    case "open_scripts":
      engine.open_scripts(payload as Uint8Array);
      return null;
    case "screen":
      return JSON.parse(engine.screen(JSON.stringify(payload)));
    case "screen_batch":
      return JSON.parse(engine.screen_batch(JSON.stringify(payload)));
    case "party": {
      const { list, reference } = payload as { list: string; reference: string };
      return JSON.parse(engine.party(list, reference) ?? "null");
    }
    case "compare":
      return JSON.parse(engine.compare(JSON.stringify(payload)));
    case "open_rules": {
      const { bytes, options } = payload as { bytes: Uint8Array; options: unknown };
      return JSON.parse(engine.open_rules(bytes, JSON.stringify(options)));
    }
    case "open_text":
      return JSON.parse(engine.open_text(payload as Uint8Array) ?? "null");
    case "texts":
      return JSON.parse(engine.texts(payload as string));
    case "find":
      return JSON.parse(engine.find(JSON.stringify(payload)));
    case "family":
      return JSON.parse(engine.family(JSON.stringify(payload)));
    case "classify":
      return JSON.parse(engine.classify(JSON.stringify(payload)));
    case "recognise":
      return JSON.parse(engine.recognise(JSON.stringify(payload)));
    case "coverage":
      return JSON.parse(engine.coverage());
    case "text": {
      const { list, entry } = payload as { list: string; entry: string };
      return JSON.parse(engine.text(list, entry) ?? "null");
    }
    case "license":
      return JSON.parse(engine.license(JSON.stringify(payload)));
    case "license_map":
      return JSON.parse(engine.license_map(JSON.stringify(payload)));
    case "bom":
      return JSON.parse(engine.bom(JSON.stringify(payload)));
    case "licensing_texts":
      return JSON.parse(engine.licensing_texts(payload as string));
    case "assess":
      return JSON.parse(engine.assess(JSON.stringify(payload)));
    case "record":
      // The text itself is the record: its bytes are what the digest is made of.
      return engine.record(JSON.stringify(payload));
    case "verify_record":
      return JSON.parse(engine.verify_record(payload as Uint8Array));
    case "history":
      return JSON.parse(engine.history(JSON.stringify(payload)));
    case "risk_texts":
      return JSON.parse(engine.risk_texts(payload as string));
  }
}

function documented(error: unknown): Failure | undefined {
  if (!(error instanceof Error)) return undefined;
  try {
    const said = JSON.parse(error.message) as Partial<Failure>;
    return typeof said.code === "string" ? { code: said.code, message: said.message ?? "", help: said.help ?? "" } : undefined;
  } catch {
    return undefined;
  }
}

function crash(error: unknown): Failure {
  return { code: "engine-crashed", message: String(error instanceof Error ? error.message : error), help: "" };
}
