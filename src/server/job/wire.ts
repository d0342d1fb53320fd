// What the server and the process that reads tell each other.
import type { Job } from "../../settings/index.ts";

/** What the process is started with: `allow` are hosts beyond the public web that may be fetched from. */
export interface ReadingSetup {
  readonly ledger: string;
  readonly version: string;
  readonly allow: string;
}

/** To the process: read these, poll the feeds that are due, or do no more of either. */
export type Ask = { readonly kind: "read"; readonly given: Job["given"] } | { readonly kind: "poll" } | { readonly kind: "stop" };

/** Something that went wrong with one document, or is to be known of it. */
export interface Told {
  readonly code: string;
  readonly what: string;
  readonly remedy: string;
  readonly source?: string;
}

/** From the process: it is ready; one document was read and appended, or could not be; and the end, with why where it was no good one. */
export type Reply =
  | { readonly kind: "ready" }
  | { readonly kind: "read"; readonly document: string; readonly claims: number; readonly known: boolean }
  | ({ readonly kind: "failure" | "note" } & Told)
  | { readonly kind: "polled"; readonly feed: string; readonly result: string; readonly documents: number; readonly error?: Told }
  | { readonly kind: "end"; readonly error?: Told };
