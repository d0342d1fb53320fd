// How many cores reading takes, as the command line says it: workers with a model each, and cores for each model.
import { setFlagsFromString } from "node:v8";
import type { OpenReaderOptions } from "../reading/index.ts";

/** `--workers`. */
export const workersArg = {
  type: "string",
  valueHint: "N",
  description: "processes that read, each with a model of its own (default: as many as cores and memory allow; 1 with --threads)",
} as const;

/** `--threads`. */
export const threadsArg = {
  type: "string",
  valueHint: "N",
  description: "cores that each model may use (default: 1, and all of them with --workers 1)",
} as const;

/** What the two options say to the reader; `--threads` alone asks for one model on so many cores. */
export function workersOf({ workers, threads }: { readonly workers?: number | undefined; readonly threads?: number | undefined }): OpenReaderOptions {
  if (threads === undefined) return { workers: workers ?? "auto" };
  return { workers: workers ?? 1, threads };
}

/**
 * Keeps the space of new objects at what it has: where workers read, this process only hands documents on, and would grow it
 * to 67 MB that stay empty. V8 looks at this flag whenever it would grow that space, so that it holds from now on.
 */
export function keepNurserySmall(): void {
  setFlagsFromString("--semi-space-growth-factor=1");
}
