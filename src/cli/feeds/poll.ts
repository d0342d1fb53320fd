// `pacta feeds poll`: what is new at the feeds that are due goes into the ledger, once or for as long as nobody interrupts.
import { systemClock } from "../../clock.ts";
import type { Coder } from "../../coder/index.ts";
import type { Outcome } from "../../document/index.ts";
import type { PactaError } from "../../error.ts";
import type { Ledger } from "../../ledger/index.ts";
import type { Reader } from "../../reading/index.ts";
import type { Feed, Settings } from "../../settings/index.ts";
import type { Failure, Fetcher } from "../../source/index.ts";
import type { Polled, PollEvent, PollSetting } from "../../subscription/index.ts";
import { command, ledgerArg } from "../command.ts";
import type { Surroundings } from "../command.ts";
import { countOption } from "../days.ts";
import { errorLine } from "../error-line.ts";
import { EXIT } from "../exit.ts";
import type { ExitCode } from "../exit.ts";
import { fetchArgs, fetcherFor, fetchPlan } from "../fetching.ts";
import type { FetchPlan } from "../fetching.ts";
import type { Taken } from "../../intake/index.ts";
import { interruptible } from "../interrupt.ts";
import { ledgerLocation, withLedger, withSettings } from "../open.ts";
import { progressOn } from "../progress.ts";
import type { Progress } from "../progress.ts";
import { limitsOf, memoryOf } from "../read.ts";
import { coderArgs, coderFor, coderPlan } from "../second-coder.ts";
import type { CoderPlan } from "../second-coder.ts";
import { count, countNote, newTally } from "../tally.ts";
import type { Tally } from "../tally.ts";
import { keepNurserySmall, threadsArg, workersArg, workersOf } from "../workers.ts";
import { idOf } from "./remove.ts";
import { isFailed, nextOf, roundOf, roundText } from "./report.ts";

interface Plan {
  readonly addresses: readonly string[];
  readonly all: boolean;
  readonly watch: boolean;
  readonly text: "page" | "feed" | undefined;
  readonly most: number | undefined;
  readonly threads: number | undefined;
  readonly workers: number | undefined;
  readonly json: boolean;
  readonly coder: CoderPlan | undefined;
  readonly fetch: FetchPlan;
}

/** `pacta feeds poll`. */
export const poll = command({
  args: {
    url: { type: "positional", required: false, valueHint: "...", description: "only these feeds, whether they are due or not" },
    all: { type: "boolean", description: "all feeds, whether they are due or not" },
    watch: { type: "boolean", description: "go on, each feed when it is due, until interrupted" },
    text: {
      type: "enum",
      options: ["page", "feed"],
      description: "read the pages of entries, or the feeds' texts alone (default: as each was added)",
    },
    most: {
      type: "string",
      valueHint: "N",
      description: "entries of one feed that are read at once; the rest comes at the next poll (default: 200)",
    },
    ledger: ledgerArg,
    json: { type: "boolean", description: "print the summary as JSON; with --watch a line each time" },
    workers: workersArg,
    threads: threadsArg,
    ...fetchArgs,
    ...coderArgs,
  },
  examples: ["pacta feeds poll", "pacta feeds poll --watch --ledger deals.db", "pacta feeds poll https://news.example/feed --text feed"],
  run: async (args, around) => {
    const plan: Plan = {
      addresses: args._,
      all: args.all === true,
      watch: args.watch === true,
      text: args.text,
      most: countOption("most", args.most),
      threads: countOption("threads", args.threads),
      workers: countOption("workers", args.workers),
      json: args.json === true,
      coder: coderPlan(args),
      fetch: await fetchPlan(args, around.env),
    };
    const said = (): void => void around.err.write("\ninterrupted: the batches in hand are finished first (again: end at once)\n");
    return withLedger(ledgerLocation(args.ledger, around.env), true, (ledger) =>
      withSettings(args.ledger, around.env, (settings) => interruptible(said, (stop) => pollWith(plan, { ledger, settings, stop }, around))),
    );
  },
});

interface Kept {
  readonly ledger: Ledger;
  readonly settings: Settings;
  readonly stop: AbortSignal;
}

/** A reader with its coder, which are opened when there is something to read: most polls find nothing. */
interface Opened {
  readonly reader: Reader;
  readonly coder: Coder | undefined;
  readonly version: string;
}

async function pollWith(plan: Plan, kept: Kept, around: Surroundings): Promise<ExitCode> {
  const { fetch } = await fetcherFor(plan.fetch, kept.stop);
  let opening: Promise<Opened> | undefined;
  const opened = (): Promise<Opened> => (opening ??= openFor(plan, around));
  try {
    return await rounds(plan, kept, { fetch, opened, ready: async () => opening }, around);
  } finally {
    const open = await opening?.catch(() => undefined);
    await open?.reader.close();
  }
}

async function openFor(plan: Plan, { env }: Surroundings): Promise<Opened> {
  const { openReader } = await import("../../reading/index.ts");
  const reader = await openReader({ lexicalPass: true, ...workersOf(plan) });
  if (reader.parallel > 1) keepNurserySmall();
  const coder = plan.coder === undefined ? undefined : await coderFor(plan.coder, reader, env);
  const { withCoder } = await import("../../intake/index.ts");
  return { reader, coder, version: coder === undefined ? reader.version : withCoder(reader.version, coder.name) };
}

interface Tools {
  readonly fetch: Fetcher["fetch"];
  readonly opened: () => Promise<Opened>;
  /** What was opened so far. */
  readonly ready: () => Promise<Opened | undefined>;
}

/** While it is watched, feeds that are added and changes by others are noticed after so many milliseconds. */
const LOOK = 15_000;

async function rounds(plan: Plan, kept: Kept, tools: Tools, around: Surroundings): Promise<ExitCode> {
  const { settings, stop } = kept;
  const { isDue } = await import("../../subscription/index.ts");
  const named = await namedFeeds(plan.addresses, settings, around);
  for (let first = true; ; first = false) {
    const all = await settings.feeds.list();
    const mine = plan.addresses.length === 0 ? all : all.filter(({ id, was = [] }) => [id, ...was].some((address) => named.ids.has(address)));
    const isNow = (feed: Feed): boolean =>
      isDue(feed, systemClock.now()) || (first && (plan.addresses.length > 0 || (plan.all && feed.ended === undefined)));
    const due = mine.filter(isNow);
    const failed = due.length > 0 || first ? await oneRound(due, plan, { ...kept, ...tools }, around) : false;
    if (stop.aborted) return plan.watch ? EXIT.ok : EXIT.interrupted;
    if (!plan.watch) return failed || named.unknown > 0 ? EXIT.failed : EXIT.ok;
    const wait = Date.parse(nextOf(await settings.feeds.list())?.due ?? "") - systemClock.now();
    await systemClock.sleep(Math.max(1000, Math.min(LOOK, Number.isNaN(wait) ? LOOK : wait)), stop);
    if (stop.aborted) return EXIT.ok;
  }
}

/** The ids of the feeds that are named; what is none is said. */
async function namedFeeds(
  addresses: readonly string[],
  settings: Settings,
  { err }: Surroundings,
): Promise<{ readonly ids: ReadonlySet<string>; readonly unknown: number }> {
  const ids = new Set<string>();
  let unknown = 0;
  for (const address of addresses) {
    const id = await idOf(address, settings);
    if (typeof id === "string") ids.add(id);
    else {
      unknown += 1;
      await err.write(errorLine(id));
    }
  }
  return { ids, unknown };
}

/** Polls these feeds and tells what they came to; true where something went wrong. */
async function oneRound(feeds: readonly Feed[], plan: Plan, all: Kept & Tools, around: Surroundings): Promise<boolean> {
  const { settings, ledger, stop } = all;
  const began = performance.now();
  const progress = progressOn(around.err, around.env);
  const before = (await all.ready())?.reader.passed ?? { seen: 0, analysed: 0 };
  const { tally, heard } = hearer(feeds.length, progress, around);
  const { poll: pollAll } = await import("../../subscription/index.ts");
  const polled: readonly Polled[] = feeds.length === 0 ? [] : await pollAll(feeds, { ...(await pollSetting(plan, all)), heard });
  await progress.clear();
  const open = await all.ready();
  const passed = open?.reader.passed ?? before;
  const run = {
    seconds: (performance.now() - began) / 1000,
    peakMemory: (open === undefined ? process.resourceUsage().maxRSS * 1024 : memoryOf(open.reader)) / 1024 ** 2,
    sentences: { seen: passed.seen - before.seen, analysed: passed.analysed - before.analysed },
    ledger: { location: ledger.location, ...(await ledger.head()) },
    interrupted: stop.aborted,
    ...(open?.coder === undefined ? {} : { coder: open.coder.account() }),
  };
  const round = { polled, feeds: await settings.feeds.list(), tally, run, now: systemClock.now() };
  await around.out.write(plan.json ? `${JSON.stringify(roundOf(round))}\n` : roundText(round));
  if (stop.aborted && !plan.watch) await around.err.write("interrupted: the same command goes on where this one stopped\n");
  return isFailed(round);
}

type Result = Taken | Failure;

/** Counts what comes and says what went wrong, with the progress of a round where a person looks. */
function hearer(
  feeds: number,
  progress: Progress,
  { err }: Surroundings,
): { readonly tally: Tally; readonly heard: (event: PollEvent<Result>) => Promise<void> } {
  const tally = newTally();
  let done = 0;
  const say = async (error: PactaError): Promise<void> => {
    await progress.clear();
    await err.write(errorLine(error));
  };
  const heard = async (event: PollEvent<Result>): Promise<void> => {
    if (event.kind === "note") {
      countNote(tally, event.note);
      return say(event.note);
    }
    if (event.kind === "kept") {
      count(tally, event.kept);
      if (event.kept.kind === "failure") await say(event.kept.error);
      else for (const error of event.kept.coderErrors ?? []) await say(error);
    } else {
      done += 1;
      tally.unchanged += event.polled.entries.unchanged;
      if (event.polled.error !== undefined) await say(event.polled.error);
    }
    await (done === feeds ? progress.clear() : progress.note(`${done} of ${feeds} feeds, ${tally.documents} documents, ${tally.claims} claims`));
  };
  return { tally, heard };
}

/** What polling needs, as the command line has it. */
async function pollSetting(plan: Plan, { ledger, settings, stop, fetch, opened }: Kept & Tools): Promise<PollSetting<Result>> {
  const [{ pageMemory, thisProcess, turnsOf }, { loadDocumentSetting }, { intake }] = await Promise.all([
    import("../../subscription/index.ts"),
    import("../../document/index.ts"),
    import("../../intake/index.ts"),
  ]);
  const reader = async (): Promise<string> => (await opened()).version;
  const keep = async function* (outcomes: AsyncIterable<Outcome>): AsyncGenerator<Result> {
    const { first, all } = await begun(outcomes);
    if (!first) return;
    const { reader: open, coder } = await opened();
    yield* intake(all, { reader: open, ledger, stop, ...limitsOf(coder, true) });
  };
  return {
    settings,
    turns: turnsOf(settings.turns, thisProcess()),
    fetch,
    pages: pageMemory({ fetch, settings, ledger, reader, anew: false }),
    documents: loadDocumentSetting(),
    keep,
    clock: systemClock,
    stop,
    ...(plan.text === undefined ? {} : { text: plan.text }),
    ...(plan.most === undefined ? {} : { most: plan.most }),
  };
}

/** Whether anything comes, and all of it. */
async function begun<T>(values: AsyncIterable<T>): Promise<{ readonly first: boolean; readonly all: AsyncIterable<T> }> {
  const iterator = values[Symbol.asyncIterator]();
  const first = await iterator.next();
  const all = async function* (): AsyncGenerator<T> {
    if (first.done !== true) yield first.value;
    yield* { [Symbol.asyncIterator]: () => iterator };
  };
  return { first: first.done !== true, all: all() };
}
