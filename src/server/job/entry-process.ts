// The process that reads documents for a server, which goes on answering meanwhile: the models take a core, and what they are given may be anything.
import { loadDocumentSetting } from "../../document/index.ts";
import { toPactaError } from "../../error.ts";
import type { PactaError } from "../../error.ts";
import { BATCH_LIMITS, intake, outcomesOf } from "../../intake/index.ts";
import { openLedger } from "../../ledger/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { openReader } from "../../reading/index.ts";
import type { Reader } from "../../reading/index.ts";
import { allowanceOf, createFetcher } from "../../source/index.ts";
import { givenIo } from "./given-io.ts";
import type { Ask, ReadingSetup, Reply, Told } from "./wire.ts";

/** Milliseconds after which pages that came are read and kept though few have come: hosts are asked slowly. */
const PATIENCE = 1000;

/** Few documents at a time are kept at once: somebody looks at how far it is. */
const DOCUMENTS = 16;

function say(reply: Reply): void {
  process.send?.(reply);
}

function told(error: PactaError): Told {
  const { code, message, place } = error;
  return { code, what: message.slice(0, 1000), ...(place.source === undefined ? {} : { source: place.source.slice(0, 1000) }) };
}

interface Tools {
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly setup: ReadingSetup;
}

async function read(given: Extract<Ask, { kind: "read" }>["given"], { ledger, reader, setup }: Tools, stop: AbortSignal): Promise<void> {
  const fetcher = createFetcher({
    agent: `Pacta/${setup.version} (reads news about agreements between states)`,
    allowed: allowanceOf(setup.allow),
    stop,
  });
  const { paths, io } = givenIo(given, fetcher.fetch);
  const outcomes = outcomesOf(paths, io, loadDocumentSetting(), { noted: (note) => say({ kind: "note", ...told(note) }) });
  const limits = { ...BATCH_LIMITS, documents: DOCUMENTS, wait: PATIENCE };
  for await (const result of intake(outcomes, { reader, ledger, limits, stop })) {
    if (result.kind === "failure") say({ kind: "failure", ...told(result.error) });
    else say({ kind: "read", document: result.document.id, claims: result.reading.claims.length, known: result.known });
  }
}

async function main(setup: ReadingSetup): Promise<void> {
  const ledger = await openLedger(setup.ledger);
  const reader = await openReader({ workers: 1, threads: 1 });
  let stop = new AbortController();
  process.on("message", (ask: Ask) => {
    if (ask.kind === "stop") return stop.abort();
    stop = new AbortController();
    void read(ask.given, { ledger, reader, setup }, stop.signal).then(
      () => say({ kind: "end" }),
      (thrown: unknown) => say({ kind: "end", error: told(toPactaError(thrown)) }),
    );
  });
  // The server is gone, however it ended.
  process.on("disconnect", () => process.exit());
  say({ kind: "ready" });
}

// A word to a server that was killed meanwhile: what it is about is in the ledger, or is read when it is started again.
process.on("error", () => process.exit());
// Ctrl-C reaches the whole group: the server says what is to be done.
process.on("SIGINT", () => undefined).on("SIGTERM", () => undefined);
void main(JSON.parse(process.argv[2] ?? "{}") as ReadingSetup).catch((thrown: unknown) => {
  say({ kind: "end", error: told(toPactaError(thrown)) });
  process.disconnect();
});
