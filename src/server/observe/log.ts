// The server's log: a line of JSON for each thing that happens, on standard error. Neither secrets nor what people ask for in words stand in it.
import pino from "pino";
import type { DestinationStream, Logger } from "pino";

/** How much is logged. */
export const LEVELS = ["silent", "error", "warn", "info", "debug"] as const;
export type Level = (typeof LEVELS)[number];

export type { Logger };

/** A log of this level; `to` is standard error unless told. */
export function openLog(level: Level, to: DestinationStream = pino.destination({ dest: 2, sync: true })): Logger {
  return pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime, formatters: { level: (label) => ({ level: label }) } }, to);
}
