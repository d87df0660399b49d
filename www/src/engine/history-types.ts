// Shipment history: what the engine is asked and what it answers. `src/risk/history` is the other side.

export type HistoryKind = "new-route" | "volume" | "new-customer" | "price-per-kg" | "shift-after-control";

/** A shipment as written; every field may be empty. */
export interface HistoryRow {
  line: number;
  /** YYYY-MM-DD */
  date?: string;
  hs?: string;
  item?: string;
  customer?: string;
  /** Two-letter code. */
  destination?: string;
  via?: string;
  value?: string;
  currency?: string;
  /** With its unit. */
  mass?: string;
  quantity?: string;
  /** When the customer was founded. */
  registered?: string;
}

export interface HistoryRequest {
  as_of: string;
  /** Country the goods leave from; without it detours are not judged. */
  exporter?: string;
  rows: HistoryRow[];
}

export interface HistoryResult {
  as_of: string;
  rules: { version: string };
  rows: number;
  used: number;
  /** First and last day. */
  span: [string, string] | null;
  anomalies: HistoryAnomaly[];
  checks: HistoryCheck[];
  plots: HistoryPlot[];
  problems: HistoryProblem[];
}

export interface HistoryAnomaly {
  kind: HistoryKind;
  pattern: string;
  indicator: string;
  subject: { customer?: string; destination?: string; via?: string; hs?: string; control?: string };
  lines: number[];
  /** Numbers, dates and codes as text. */
  explain: Record<string, string>;
  cite: string;
  link: string;
  plot: number | null;
}

/** What one kind of check could judge. */
export interface HistoryCheck {
  kind: HistoryKind;
  unit: "shipments" | "customers" | "sales";
  judged: number;
  too_few: number;
  needs: number;
  not_given: number;
  fields: string[];
}

export interface HistoryPlot {
  kind: "points" | "bars";
  title_key: string;
  unit: string;
  points: HistoryPoint[];
  total: number;
  limit: string | null;
  low: string | null;
  median: string | null;
  mark: string | null;
}

export interface HistoryPoint {
  x: string;
  y: string;
  series: "main" | "targets" | "listed" | "other";
  line: number | null;
  anomaly: boolean;
}

export interface HistoryProblem {
  line: number;
  field: string;
  code: string;
  given: string;
  message: string;
  help: string;
}

/** `history` of the risk texts. */
export interface HistoryTexts {
  version: string;
  patterns: Record<string, { title: string; text: string; question: string }>;
  controls: Record<string, { name: string; date: string; cite: string; link: string }>;
  groups: Record<string, { members: string[]; cite: string; link: string }>;
}
