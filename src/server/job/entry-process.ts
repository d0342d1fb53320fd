// The process that reads documents for a server and polls the feeds that it follows, while the server goes on answering: the models take a core, and
// what they are given may be anything.
import { setImmediate as turn } from "node:timers/promises";
import { systemClock } from "../../clock.ts";
import { loadDocumentSetting } from "../../document/index.ts";
import { toPactaError } from "../../error.ts";
import type { PactaError } from "../../error.ts";
import { intake, outcomesOf } from "../../intake/index.ts";
import { openLedger } from "../../ledger/index.ts";
import type { Ledger } from "../../ledger/index.ts";
import { openReader } from "../../reading/index.ts";
import type { Reader } from "../../reading/index.ts";
import { openSettings } from "../../settings/index.ts";
import type { Job, Settings } from "../../settings/index.ts";
import { allowanceOf, createFetcher, readingAgent } from "../../source/index.ts";
import type { Fetcher } from "../../source/index.ts";
import { isDue, pageMemory, poll, thisProcess, turnsOf } from "../../subscription/index.ts";
import { givenIo } from "./given-io.ts";
import type { Ask, ReadingSetup, Reply, Told } from "./wire.ts";

/** Few documents are kept at once, and pages that came slowly after so many milliseconds: somebody looks at how far it is. */
const LIMITS = { documents: 16, wait: 1000 };

function say(reply: Reply): void {
  process.send?.(reply);
}

function told(error: PactaError): Told {
  const { code, message, remedy, place } = error;
  return {
    code,
    what: message.slice(0, 1000),
    remedy: remedy.slice(0, 1000),
    ...(place.source === undefined ? {} : { source: place.source.slice(0, 1000) }),
  };
}

interface Tools {
  readonly ledger: Ledger;
  readonly reader: Reader;
  readonly settings: Settings;
  readonly setup: ReadingSetup;
}

function fetcherFor({ version, allow }: ReadingSetup, stop: AbortSignal): Fetcher {
  return createFetcher({ agent: readingAgent(version), allowed: allowanceOf(allow), stop });
}

/** What is read, with time in between to hear that it is to be stopped: reading itself waits for nothing that lets a message in. */
async function* heeding<Result>(results: AsyncIterable<Result>): AsyncGenerator<Result> {
  for await (const result of results) {
    yield result;
    await turn();
  }
}

async function read(given: Job["given"], { ledger, reader, setup }: Tools, stop: AbortSignal): Promise<void> {
  const { paths, io } = givenIo(given, fetcherFor(setup, stop).fetch);
  const outcomes = outcomesOf(paths, io, loadDocumentSetting(), { noted: (note) => say({ kind: "note", ...told(note) }) });
  for await (const result of heeding(intake(outcomes, { reader, ledger, limits: LIMITS, stop }))) {
    if (result.kind === "failure") say({ kind: "failure", ...told(result.error) });
    else say({ kind: "read", document: result.document.id, claims: result.reading.claims.length, known: result.known });
  }
}

/** Polls the feeds that are due. */
async function pollDue({ ledger, reader, setup, settings }: Tools, stop: AbortSignal): Promise<void> {
  const { fetch } = fetcherFor(setup, stop);
  const due = (await settings.feeds.list()).filter((feed) => isDue(feed, systemClock.now()));
  await poll(due, {
    settings,
    turns: turnsOf(settings.turns, thisProcess()),
    fetch,
    pages: pageMemory({ fetch, settings, ledger, reader: async () => reader.version, anew: false }),
    documents: loadDocumentSetting(),
    keep: (outcomes) => heeding(intake(outcomes, { reader, ledger, limits: LIMITS, stop })),
    clock: systemClock,
    stop,
    heard: (event) => {
      if (event.kind === "polled") {
        const { feed, result, documents, error } = event.polled;
        say({ kind: "polled", feed: feed.id, result, documents, ...(error === undefined ? {} : { error: told(error) }) });
      } else if (event.kind === "kept" && event.kept.kind === "taken") {
        const { document, reading, known } = event.kept;
        say({ kind: "read", document: document.id, claims: reading.claims.length, known });
      }
    },
  });
}

async function main(setup: ReadingSetup): Promise<void> {
  const ledger = await openLedger(setup.ledger);
  const settings = await openSettings(setup.ledger);
  const reader = await openReader({ workers: 1, threads: 1 });
  const tools = { ledger, reader, settings, setup };
  let stop = new AbortController();
  process.on("message", (ask: Ask) => {
    if (ask.kind === "stop") return stop.abort();
    stop = new AbortController();
    const work = ask.kind === "read" ? read(ask.given, tools, stop.signal) : pollDue(tools, stop.signal);
    void work.then(
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
