// Reading for programs: what `pacta read` does, as one function, and documents from texts that are in memory already.
import { documentsOf, loadDocumentSetting } from "../document/index.ts";
import type { DocumentSetting, Given, Outcome } from "../document/index.ts";
import { nodeIo } from "../source/index.ts";
import type { Failure, MediaType, SourceIo } from "../source/index.ts";
import { intake } from "./intake.ts";
import type { IntakeSetting, Taken } from "./intake.ts";
import { outcomesOf } from "./outcomes.ts";
import type { OutcomeOptions } from "./outcomes.ts";

/** How to read paths: a reader is needed, the rest has defaults. */
export interface ReadOptions extends IntakeSetting, OutcomeOptions {
  /** The outside world; the file system and standard input of this process unless told. With a fetcher's `fetch`, paths may be addresses. */
  readonly io?: SourceIo;
  /** What documents are made with; the package's own word lists unless told. */
  readonly setting?: DocumentSetting;
}

/**
 * Reads files, folders, `-` (standard input) and, where `io` can fetch, addresses of the web, and gives one result a document, in order: `taken` with its claims and
 * abstentions, or `failure` with a coded error. With a ledger a result comes after its batch was appended; what the
 * ledger knows is not read again. Throws only what ends the run (`PACTA_LEDGER_LOCKED`, `_DISK_FULL`, `_IO`, `_BROKEN`).
 *
 * @example
 * const [reader, ledger] = [await openReader(), await openLedger("deals.db")];
 * for await (const result of read(["reports/"], { reader, ledger })) {
 *   if (result.kind === "taken") console.log(result.document.id, result.reading.claims.length);
 * }
 */
export function read(paths: readonly string[], options: ReadOptions): AsyncGenerator<Taken | Failure> {
  const { io = nodeIo(), setting = loadDocumentSetting() } = options;
  return intake(outcomesOf(paths, io, setting, options), options);
}

/**
 * The documents of a text in memory: one of `text/plain`, `text/markdown` and `text/html`, one a record of `application/json`
 * (an object or an array), one of a single line of `application/x-ndjson`. What is wrong with one is a `failure` in its place.
 * A page is taken apart here and now: of pages from anybody, `read` gives each its time and memory in a thread of its own.
 */
export function documentsFrom(
  content: string,
  mediaType: MediaType,
  given: Given = {},
  setting: DocumentSetting = loadDocumentSetting(),
): Generator<Outcome> {
  return documentsOf({ kind: "resource", name: "memory", mediaType, text: content, charset: "utf-8" }, setting, given);
}
