// Looks at what changed since the last time, and keeps what is to be told of it: an alert for each change that is news, the rest gathered in a digest.
// What is kept and how far was looked go into one transaction, so that a process that ends in between has done all of it or nothing.
import type { DealBook, DealChange } from "../deal/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { alertOf, digestOf, gathered, isOther } from "./alert.ts";
import type { Alert, Digest, OpenDigest } from "./alert.ts";
import { coveredBy } from "./covers.ts";
import type { Delivery, Step, WatchSettings } from "./store.ts";
import type { Watch } from "./watch.ts";

/** What looking needs. */
export interface Looking {
  readonly ledger: Ledger;
  readonly book: DealBook;
  readonly settings: WatchSettings;
  readonly now: () => Date;
}

/** What was found. */
export interface Seen {
  readonly alerts: number;
  readonly digests: number;
  readonly seq: number;
}

/** Minutes for which a digest is gathered unless the watch says. */
const DIGEST_EVERY = 60;

/** Looks at all that changed. `atOnce`: digests are told now, and not gathered for longer. */
export async function look(looking: Looking, atOnce: boolean): Promise<Seen> {
  const end = await looking.book.catchUp();
  let [alerts, digests] = [0, 0];
  for (;;) {
    const found = await lookOn(looking, end, atOnce);
    if (found === undefined) continue;
    alerts += found.alerts.filter(({ kind }) => kind === "change").length;
    digests += found.alerts.filter(({ kind }) => kind === "digest").length;
    if (found.isEnd) return { alerts, digests, seq: found.to };
  }
}

/** One page of changes, of what the book holds up to `end`; undefined where another process was faster. */
async function lookOn(looking: Looking, end: number, atOnce: boolean): Promise<(Step & { readonly isEnd: boolean }) | undefined> {
  const { ledger, settings } = looking;
  const from = await settings.watching.position();
  const { after, to, changes, missed } = await stretchFrom(looking, from, end);
  // A page that leads no further ends the round: the book is being made anew, and the next round finds it further on.
  const isEnd = to >= end || to === from;
  if (to > after) await settings.watching.forget(await redactedSince(ledger, after));
  const step = await stepOf(looking, changes, { after, missed, closing: isEnd, atOnce });
  const isIdle = from === to && step.alerts.length + step.closed.length + step.digests.length === 0;
  if (!isIdle && !(await settings.watching.advance({ ...step, from, to }))) return undefined;
  return { ...step, from, to, isEnd };
}

/** What is looked at in one step: the changes by entries behind `after`, up to `to`; `missed` where some of them are kept no longer. */
interface Stretch {
  readonly after: number;
  readonly to: number;
  readonly changes: readonly DealChange[];
  readonly missed: boolean;
}

async function stretchFrom({ ledger, book, settings }: Looking, from: number | undefined, end: number): Promise<Stretch> {
  // Whoever begins to watch hears of nothing that was before.
  const anew = { after: end, to: end, changes: [], missed: false };
  if (from === undefined) return anew;
  if (from < end) {
    const { changes, through, forgotten } = await book.changes(from);
    return { after: from, to: Math.max(from, through), changes, missed: forgotten > from };
  }
  if (from === end || (await ledger.head()).seq >= from) return { ...anew, after: from, to: from };
  // The ledger was put back: its entries to come have numbers that were given before.
  await beginAgain(settings, end);
  return anew;
}

/** Watches from after the end of a ledger that was put back hear of all that comes now. */
async function beginAgain({ watches }: WatchSettings, end: number): Promise<void> {
  for (const { id, since = 0 } of await watches.list()) {
    if (since > end) await watches.change(id, (watch) => (watch === undefined ? undefined : { ...watch, since: end }));
  }
}

interface How {
  readonly after: number;
  readonly missed: boolean;
  readonly closing: boolean;
  readonly atOnce: boolean;
}

async function stepOf(looking: Looking, changes: readonly DealChange[], how: How): Promise<Omit<Step, "from" | "to">> {
  const { settings, now } = looking;
  const open = new Map((await settings.watching.openDigests()).map((digest) => [digest.watch, digest]));
  const all = (await settings.watches.list()).filter(({ paused }) => paused !== true);
  const steps: Omit<Step, "from" | "to">[] = [];
  for (const watch of all) steps.push(await stepFor(watch, looking, changes, open.get(watch.id), how, now()));
  return {
    alerts: steps.flatMap((step) => step.alerts),
    deliveries: steps.flatMap((step) => step.deliveries),
    digests: steps.flatMap((step) => step.digests),
    closed: steps.flatMap((step) => step.closed),
    followed: steps.flatMap((step) => step.followed),
  };
}

async function stepFor(
  watch: Watch,
  { book }: Looking,
  changes: readonly DealChange[],
  open: OpenDigest | undefined,
  { after, missed, closing, atOnce }: How,
  now: Date,
): Promise<Omit<Step, "from" | "to">> {
  const covered = await coveredBy(watch, changes, book);
  const alerts: Alert[] = [];
  let gathering = open;
  const at = now.toISOString();
  if (missed && after >= (watch.since ?? 0))
    gathering = { ...(gathering ?? { watch: watch.id, opened: at, from: after, seq: after, at, lines: [], more: 0 }), missed: true };
  for (const change of covered.changes) {
    if (change.isNews && change.told.length > 0) alerts.push(alertOf(watch, change));
    else if (isOther(change)) gathering = gathered(gathering, watch.id, at, change);
  }
  const isDue = gathering !== undefined && closing && (atOnce || isOver(gathering, watch, now));
  const digest: Digest | undefined = gathering !== undefined && isDue ? digestOf(watch, gathering) : undefined;
  if (digest !== undefined) alerts.push(digest);
  return {
    alerts,
    deliveries: alerts.flatMap((alert) => deliveriesOf(alert, watch, now)),
    digests: gathering === undefined || isDue || gathering === open ? [] : [gathering],
    closed: isDue ? [watch.id] : [],
    followed: covered.deal === undefined ? [] : [{ watch: watch.id, deal: covered.deal }],
  };
}

const MINUTE = 60_000;

const isOver = ({ opened }: OpenDigest, { digestEvery = DIGEST_EVERY }: Watch, now: Date): boolean =>
  now.getTime() - Date.parse(opened) >= digestEvery * MINUTE;

/** Everything goes out at once but mail, which waits for the end of its stretch of time. */
function deliveriesOf(alert: Alert, watch: Watch, now: Date): readonly Delivery[] {
  return (watch.channels ?? []).map((channel) => {
    const span = channel.kind === "email" ? channel.every * MINUTE : 0;
    const due = span === 0 ? now.getTime() : (Math.floor(now.getTime() / span) + 1) * span;
    return { alert: alert.id, watch: watch.id, channel: channel.id, kind: channel.kind, due: new Date(due).toISOString(), tries: 0 };
  });
}

async function redactedSince(ledger: Ledger, seq: number): Promise<readonly string[]> {
  const documents: string[] = [];
  for await (const decision of ledger.decisions(["redact"])) {
    if (decision.seq <= seq) break;
    if (decision.decision.type === "redact") documents.push(decision.decision.document);
  }
  return documents;
}
