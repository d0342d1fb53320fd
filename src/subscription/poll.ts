// Polls feeds: many hosts at once, each feed's entries in their order, all their documents through one reader. What was seen is
// written behind what was appended, never before it.
import { pagesInThread } from "../document/index.ts";
import type { Outcome, PageParser } from "../document/index.ts";
import { PactaError, toPactaError } from "../error.ts";
import { ahead } from "../intake/index.ts";
import type { Feed } from "../settings/index.ts";
import { failure } from "../source/index.ts";
import { askFeed, newestFirst, wishOf } from "./answer.ts";
import type { FeedAnswer } from "./answer.ts";
import { keepAnswer, keepMove, keepRest, keepSeen, keepUnanswered } from "./keeping.ts";
import { sorted } from "./entries.ts";
import type { Wanted } from "./entries.ts";
import { lineOf } from "./line.ts";
import type { Line } from "./line.ts";
import type { EntryCounts, Kept, Polled, PollSetting } from "./polled.ts";
import { FeedRun } from "./run.ts";
import { textsOf } from "./texts.ts";
import type { Texts } from "./texts.ts";

/** Hosts that are asked at once. */
const HOSTS = 8;
/** Documents that wait to be read. */
const WAITING = 8;
/** Entries of one feed whose pages are fetched before it is their turn to be read. */
const AHEAD = 4;
/** Entries of one feed that are read at one poll: a reader of feeds comes again, and other feeds wait. */
const MOST = 200;

/** An outcome on its way to the ledger, and who hears what became of it. */
interface Sent {
  readonly outcome: Outcome;
  readonly run: FeedRun;
  readonly wanted: Wanted;
}

/** What the feeds of one call share. `closed`: nothing more is taken. */
interface Polling<K extends Kept> {
  readonly setting: PollSetting<K>;
  readonly parser: PageParser;
  readonly line: Line<Sent>;
  readonly ended: Promise<void>;
  readonly settling: Promise<Polled>[];
  closed: boolean;
}

/**
 * Polls these feeds, whether they are due or not, and gives what each came to. Errors of servers, feeds and documents are told, never thrown; throws
 * what ends the run (`PACTA_LEDGER_LOCKED`, `_DISK_FULL`, …, from `keep`, and `PACTA_SETTINGS_STORE`).
 */
export async function poll<K extends Kept>(feeds: readonly Feed[], setting: PollSetting<K>): Promise<readonly Polled[]> {
  const ended = Promise.withResolvers<void>();
  const polling: Polling<K> = {
    setting,
    parser: pagesInThread(setting.documents.furniture),
    line: lineOf(WAITING),
    ended: ended.promise,
    settling: [],
    closed: false,
  };
  const asking = askAll(feeds, polling).finally(polling.line.end);
  // Heard at the end; until then it must not end the process.
  asking.catch(() => undefined);
  try {
    await takeAll(polling);
  } finally {
    polling.closed = true;
    polling.line.close();
    ended.resolve();
  }
  // After an interrupt those who ask servers see that nothing more is taken.
  await asking.finally(() => polling.parser.close());
  return Promise.all(polling.settling);
}

/** Hands what comes to the ledger, and what became of it to its feed. */
async function takeAll<K extends Kept>({ setting, line }: Polling<K>): Promise<void> {
  const sent: Sent[] = [];
  const outcomes = async function* (): AsyncGenerator<Outcome> {
    for await (const one of line.values) {
      sent.push(one);
      yield one.outcome;
    }
  };
  for await (const kept of setting.keep(outcomes())) {
    const { outcome, run, wanted } = sent.shift() ?? {};
    // Else an entry would be marked for another's document, and never be read.
    const isIts = kept.kind === "failure" || (outcome?.kind === "document" && outcome.document === kept.document);
    if (run === undefined || wanted === undefined || !isIts) throw new Error("what was kept is not what was given");
    await run.kept(wanted, kept);
    await setting.heard?.({ kind: "kept", kept });
    if (run.isTimeToWrite(setting.clock.now())) await keepSeen(run, setting);
  }
}

/** Feeds of one host one after the other, so that a slow host holds up no other. */
async function askAll<K extends Kept>(feeds: readonly Feed[], polling: Polling<K>): Promise<void> {
  const hosts = [...Map.groupBy(feeds, ({ id }) => URL.parse(id)?.host ?? "").values()];
  const next = hosts.values();
  const ask = async (): Promise<void> => {
    for (const host of next) {
      let rest: number | undefined;
      for (const feed of host) {
        if (isOver(polling)) return;
        if (rest === undefined) rest = await pollOne(feed, polling);
        else settle(spared(feed, rest, polling.setting), polling);
      }
    }
  };
  await Promise.all(Array.from({ length: HOSTS }, ask));
}

function isOver<K extends Kept>({ closed, setting }: Polling<K>): boolean {
  return closed || setting.stop?.aborted === true;
}

const NONE: EntryCounts = { fresh: 0, changed: 0, read: 0, unchanged: 0, failed: 0, passed: 0, left: 0 };

/** What a feed comes to is waited for at the end. */
function settle<K extends Kept>(polled: Promise<Polled>, { setting, settling }: Polling<K>): void {
  const heard = polled.then((each) => told(each, setting));
  heard.catch(() => undefined);
  settling.push(heard);
}

/** A host that asks for rest means all of its feeds. */
async function spared<K extends Kept>(feed: Feed, rest: number, setting: PollSetting<K>): Promise<Polled> {
  const after = await keepRest(feed, rest, setting);
  return { feed: after ?? feed, result: "spared", entries: NONE, documents: 0 };
}

/** Asks for one feed and sends what it lists on its way; what it comes to is known later. Gives the rest that its host asks for, in milliseconds. */
async function pollOne<K extends Kept>(listed: Feed, polling: Polling<K>): Promise<number | undefined> {
  const { setting } = polling;
  const { settings, turns, clock } = setting;
  const busy = (feed: Feed): undefined => {
    settle(Promise.resolve({ feed, result: "busy", entries: NONE, documents: 0 }), polling);
  };
  if (!(await turns.take(listed.id, clock.now()))) return busy(listed);
  const feed = await settings.feeds.get(listed.id);
  // Somebody removed it, or polled it since we looked.
  if (feed === undefined || feed.polled !== listed.polled) {
    await turns.end(listed.id);
    return busy(feed ?? listed);
  }
  const known = (await settings.seen.get(feed.id))?.entries ?? [];
  const answer = await askFeed(feed, known, setting.fetch);
  if (answer.kind !== "answered") {
    settle(unanswered(feed, answer, setting), polling);
    return "retryAfter" in answer ? answer.retryAfter : undefined;
  }
  for (const note of answer.notes) await setting.heard?.({ kind: "note", note });
  const here = await keepMove(feed, answer.moved, setting);
  const run = await sendAll(here, feed, answer, polling);
  settle(settled(run, polling), polling);
  return undefined;
}

async function told<K extends Kept>(polled: Polled, { heard }: PollSetting<K>): Promise<Polled> {
  await heard?.({ kind: "polled", polled });
  return polled;
}

async function unanswered<K extends Kept>(feed: Feed, answer: Exclude<FeedAnswer, { kind: "answered" }>, setting: PollSetting<K>): Promise<Polled> {
  const here = answer.kind === "unchanged" ? await keepMove(feed, answer.moved, setting) : feed;
  const after = await keepUnanswered(here, answer, setting);
  await endTurns([feed, here], setting);
  return {
    feed: after ?? here,
    result: answer.kind,
    entries: NONE,
    documents: 0,
    ...("error" in answer ? { error: answer.error } : {}),
    ...(here.id === feed.id ? {} : { movedFrom: feed.id }),
  };
}

async function endTurns<K extends Kept>(feeds: readonly Feed[], { turns }: PollSetting<K>): Promise<void> {
  for (const id of new Set(feeds.map((feed) => feed.id))) await turns.end(id);
}

/** Sends the documents of all entries that are wanted; gives the run that hears of them. */
async function sendAll<K extends Kept>(
  feed: Feed,
  before: Feed,
  answer: Extract<FeedAnswer, { kind: "answered" }>,
  polling: Polling<K>,
): Promise<FeedRun> {
  const { setting } = polling;
  const { listing } = answer;
  const known = (await setting.settings.seen.get(feed.id))?.entries ?? [];
  const items = listing.kind === "feed" ? listing.items : newestFirst(listing.items);
  const found = sorted(items, known, wishOf(feed, listing, known, setting.most ?? MOST));
  const run = new FeedRun({ feed, before, answer, sorted: found, pages: setting.pages, now: setting.clock.now() });
  const how = { text: setting.text ?? feed.text ?? "page", page: setting.pages.fetch, documents: setting.documents, parser: polling.parser };
  for await (const { wanted, texts } of ahead(found.wanted, (each) => texted(each, feed, how), AHEAD)) {
    if (isOver(polling) || isStopped(texts)) break;
    await setting.turns.take(feed.id, setting.clock.now());
    for (const note of texts.notes) await setting.heard?.({ kind: "note", note });
    run.begun(wanted, texts);
    for (const outcome of texts.outcomes) await polling.line.put({ outcome, run, wanted });
  }
  run.allSent();
  return run;
}

function isStopped({ outcomes }: Texts): boolean {
  return outcomes.some((each) => each.kind === "failure" && each.error.code === "PACTA_FETCH_STOPPED");
}

/** What reading an entry gave; what nobody foresaw is a failure of that entry. A ledger that fails ends the run: nothing more could be kept. */
async function texted(wanted: Wanted, feed: Feed, how: Parameters<typeof textsOf>[2]): Promise<{ readonly wanted: Wanted; readonly texts: Texts }> {
  try {
    return { wanted, texts: await textsOf(wanted.item, feed.id, how) };
  } catch (thrown) {
    if (thrown instanceof PactaError && /^PACTA_LEDGER_\w/.test(thrown.code)) throw thrown;
    return { wanted, texts: { outcomes: [failure(toPactaError(thrown), { source: feed.id })], notes: [], unchanged: false } };
  }
}

/** What a feed came to, once all of its documents are in the ledger or nothing more is taken. */
async function settled<K extends Kept>(run: FeedRun, polling: Polling<K>): Promise<Polled> {
  await Promise.race([run.done, polling.ended]);
  const { setting } = polling;
  const { feed, before } = run;
  await keepSeen(run, setting);
  const after = run.isDone ? await keepAnswer(run, setting) : await setting.settings.feeds.get(feed.id);
  await endTurns([before, feed], setting);
  const error: PactaError | undefined = run.cut;
  return {
    feed: after ?? feed,
    result: run.isDone ? "answered" : "stopped",
    entries: run.counts(),
    documents: run.documents,
    ...(error === undefined ? {} : { error }),
    ...(feed.id === before.id ? {} : { movedFrom: before.id }),
  };
}
