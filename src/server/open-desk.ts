// Everything that is asked, opened once for all requests: the keeper of the book first, since what else there is hangs on it.
import { systemClock } from "../clock.ts";
import { loadDealKnowledge, openBook } from "../deal/index.ts";
import type { DealBook } from "../deal/index.ts";
import { loadAliases, loadFamilies } from "../reading/index.ts";
import { resource } from "../resources.ts";
import { allowanceOf, createFetcher, readingAgent, tellingAgent } from "../source/index.ts";
import { isDue } from "../subscription/index.ts";
import { contactOf, createWatching } from "../watch/index.ts";
import { Asker } from "./asker/index.ts";
import type { Desk } from "./desk.ts";
import { Importer } from "./importer/index.ts";
import { Jobs } from "./job/index.ts";
import type { ReadingSetup } from "./job/index.ts";
import { Keeper } from "./keeper/index.ts";
import { newMetrics } from "./observe/index.ts";
import { patiently } from "./patient.ts";

/** What a desk is opened for. `allow` names hosts beyond the public web that may be fetched from and told. */
export interface DeskOptions {
  /** Where the ledger lies. */
  readonly ledger: string;
  readonly version: string;
  readonly allow: string;
  readonly contact?: string;
}

/** Bytes of a feed that is to be followed: it is looked at in this thread. */
const FEED = 4 * 1024 * 1024;

/** Milliseconds between two looks at the chain that nobody asks for. */
const EVERY = 500;

/** Opens a desk on an open ledger and its settings. What is to be closed with it is added to `closing`, the last first. */
export async function openDesk(
  { ledger: location, version, allow, contact }: DeskOptions,
  { ledger, settings, log }: Pick<Desk, "ledger" | "settings" | "log">,
  closing: (() => Promise<void>)[],
): Promise<Desk> {
  const telling = {
    agent: tellingAgent(version),
    ...(contact === undefined ? {} : { subject: contactOf(contact) }),
  };
  const knowledge = loadDealKnowledge();
  const keeper = new Keeper(
    { location, every: EVERY, allow, ...telling },
    {
      trouble: (error) => log.error({ error }, "the book of deals does not go on"),
      untold: (error) => log.error({ error }, "nobody is told of changes"),
      watching: (told) => log.info(told, "watching"),
    },
  );
  closing.push(() => keeper.close());
  const book = await patiently(() => openBook(ledger, knowledge), systemClock);
  const asker = new Asker(location);
  closing.push(() => asker.close());
  await keeper.started();
  const importer = new Importer(location, knowledge.words.parties, systemClock);
  closing.push(() => importer.close());
  const jobs = reading({ ledger: location, version, allow }, { settings, log, keeper });
  closing.push(() => jobs.close());
  await jobs.resume();
  // What watching looks at is kept up by the keeper, never here.
  const kept: DealBook = { ...book, catchUp: () => keeper.caughtUp(ledger) };
  const watching = createWatching({ ledger, book: kept, settings, allowed: allowanceOf(allow), ...telling });
  const fetch = fetching(version, allow, closing);
  return {
    ledger,
    book,
    keeper,
    asker,
    knowledge,
    settings,
    jobs,
    importer,
    fetch,
    watching,
    clock: systemClock,
    log,
    aliases: loadAliases(resource("knowledge", "parties")),
    families: loadFamilies(),
    metrics: newMetrics(),
    version,
  };
}

/** Fetches from the public web and from hosts that were allowed, until it is closed. */
function fetching(version: string, allow: string, closing: (() => Promise<void>)[]): Desk["fetch"] {
  const stop = new AbortController();
  closing.push(async () => stop.abort());
  const setting = { agent: readingAgent(version), allowed: allowanceOf(allow), stop: stop.signal, limits: { bytes: FEED } };
  return createFetcher(setting).fetch;
}

/** What reads the documents that are given, and polls feeds. */
function reading(setup: ReadingSetup, { settings, log, keeper }: Pick<Desk, "settings" | "log"> & { readonly keeper: Keeper }): Jobs {
  return new Jobs({
    records: settings.jobs,
    clock: systemClock,
    setup,
    trouble: (error) => log.error({ error }, "documents cannot be read"),
    appended: () => keeper.look(),
    isDue: async () => (await settings.feeds.list()).some((feed) => isDue(feed, systemClock.now())),
    polled: ({ feed, result, documents, error }) => log.info({ feed, result, documents, error }, "polled a feed"),
  });
}
