// The wasm-pack output as this page uses it (see src/wasm.rs). Everything crosses as JSON text.
export default function init(options?: unknown): Promise<unknown>;
export function engine_version(): string;
export class Engine {
  constructor();
  open(bytes: Uint8Array, options: string): string;
  open_scripts(bytes: Uint8Array): void;
  manifest(): string;
  screen(request: string): string;
  screen_batch(request: string): string;
  party(list: string, reference: string): string;
  compare(request: string): string;
  open_rules(bytes: Uint8Array, options: string): string;
  open_text(bytes: Uint8Array): string | undefined;
  texts(language: string): string;
  find(request: string): string;
  family(request: string): string;
  classify(request: string): string;
  recognise(request: string): string;
  coverage(): string;
  text(list: string, entry: string): string | undefined;
  license(request: string): string;
  license_map(request: string): string;
  bom(request: string): string;
  licensing_texts(language: string): string;
  assess(request: string): string;
  record(request: string): string;
  verify_record(bytes: Uint8Array): string;
  history(request: string): string;
  risk_texts(language: string): string;
  free?(): void;
}
