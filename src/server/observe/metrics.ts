// What a server counts, in the form of Prometheus.
import { collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** Bounds of durations in seconds; questions are promised within .05 and .1. */
const BUCKETS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

/** What is known at the moment when metrics are asked for. */
export interface Levels {
  readonly ledger: number;
  readonly book: number;
}

/** The metrics of one server. */
export interface Metrics {
  /** Counts an answer: `route` is its pattern, `seconds` what it took. */
  readonly answered: (method: string, route: string, status: number, seconds: number) => void;
  /** All of them as text, and the media type of that text. */
  readonly text: (levels: Levels) => Promise<{ readonly body: string; readonly type: string }>;
}

/** New metrics, all at nothing. */
export function newMetrics(): Metrics {
  const register = new Registry();
  collectDefaultMetrics({ register, prefix: "pacta_" });
  const durations = new Histogram({
    name: "pacta_http_request_duration_seconds",
    help: "How long answers took",
    labelNames: ["method", "route", "status"],
    buckets: BUCKETS,
    registers: [register],
  });
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers: [register] });
  const ledger = gauge("pacta_ledger_entries", "Entries of the ledger");
  const book = gauge("pacta_book_entries", "Entries that the book of deals has woven in");
  return {
    answered: (method, route, status, seconds) => durations.observe({ method, route, status: String(status) }, seconds),
    text: async (levels) => {
      ledger.set(levels.ledger);
      book.set(levels.book);
      return { body: await register.metrics(), type: register.contentType };
    },
  };
}
