// Delivers what is due: each alert at least once by each way, under the same id. What is being tried is held for a while and is free again for others
// when that has passed, so that nothing is lost with a process that ends in the middle.
import type { Clock } from "../clock.ts";
import { PactaError, toPactaError } from "../error.ts";
import { short } from "../phrasing/index.ts";
import type { Couriers, Sent, Unsent } from "./courier.ts";
import type { Delivery, LogLine, Outcome, Settled, WatchSettings } from "./store.ts";
import type { Channel, Watch } from "./watch.ts";
import type { Alert } from "./alert.ts";

/** How long to go on trying: so many tries, with waits that grow fourfold from `first` to `most` milliseconds. */
export interface Patience {
  readonly tries: number;
  readonly first: number;
  readonly most: number;
}

/** Twelve tries over 17 to 34 hours (25 at the mean): a receiver that fails in the evening and is mended in the morning missed nothing. */
const PATIENCE: Patience = { tries: 12, first: 10_000, most: 6 * 3_600_000 };

/** What delivering needs. `lease` is how long a delivery is held by who tries it, in milliseconds: longer than any try. */
export interface Delivering {
  readonly settings: WatchSettings;
  readonly couriers: Couriers;
  readonly clock: Clock;
  readonly patience?: Patience;
  readonly lease?: number;
}

/** How many tries came to what. */
export type Delivered = Readonly<Record<Outcome, number>>;

const LEASE = 180_000;
/** Tries at a time, in all and by one way: one that hangs must not hold up the others. */
const [MOST, MOST_OF_ONE] = [16, 4];

/**
 * Delivers all that is due now; once `stop` is aborted nothing more is begun. What is under way is waited for whatever happens, and what went wrong
 * first is thrown in the end.
 */
export async function deliverDue(delivering: Delivering, stop?: AbortSignal): Promise<Delivered> {
  const flights = new Flights();
  try {
    if (await isAnyDue(delivering)) await takeOff(delivering, flights, stop);
  } catch (thrown) {
    flights.fail(thrown);
  }
  await flights.landed();
  return flights.count();
}

/** Looks first: whoever takes writes, and there is mostly nothing to be taken. */
async function isAnyDue({ settings, clock }: Delivering): Promise<boolean> {
  const now = instant(clock.now());
  const next = await settings.watching.nextDue(now);
  return next !== undefined && next <= now;
}

async function takeOff(delivering: Delivering, flights: Flights, stop?: AbortSignal): Promise<void> {
  const { settings, clock, lease = LEASE } = delivering;
  while (!isAborted(stop)) {
    const now = clock.now();
    const [at, until] = [instant(now), instant(now + lease)];
    const busy = flights.busy();
    const taken = flights.isFull ? [] : await settings.watching.take(at, until, Math.min(MOST - flights.size, MOST_OF_ONE), busy);
    for (const group of grouped(taken)) {
      const [first] = group;
      if (first === undefined) continue;
      const more = first.kind === "email" ? await settings.watching.takeAll(first.channel, at, until) : [];
      flights.begin(first.channel, deliver(delivering, [...group, ...more], stop));
    }
    if (taken.length > 0) continue;
    // What was busy when it was asked for may have landed by now, and more of it be due.
    if (flights.size === 0 && busy.length === 0) return;
    await flights.one();
  }
}

const isAborted = (stop: AbortSignal | undefined): boolean => stop?.aborted === true;

/** What is under way: how much by which channel, what came of it so far, and what went wrong first. */
class Flights {
  readonly #count: Record<Outcome, number> = { sent: 0, again: 0, dead: 0, gone: 0 };
  readonly #many = new Map<string, number>();
  readonly #tasks = new Set<Promise<void>>();
  #failure: { readonly thrown: unknown } | undefined;

  get size(): number {
    return this.#tasks.size;
  }

  get isFull(): boolean {
    return this.size >= MOST;
  }

  /** Channels that have as many as one may have. */
  busy(): readonly string[] {
    return [...this.#many].flatMap(([channel, many]) => (many >= MOST_OF_ONE ? [channel] : []));
  }

  begin(channel: string, work: Promise<readonly Settled[]>): void {
    this.#many.set(channel, (this.#many.get(channel) ?? 0) + 1);
    const task = this.#end(channel, work).finally(() => this.#tasks.delete(task));
    this.#tasks.add(task);
  }

  /** What went wrong: the first of all is kept. */
  fail(thrown: unknown): void {
    this.#failure ??= { thrown };
  }

  /** Never throws: nobody may be waiting for it just then. */
  async #end(channel: string, work: Promise<readonly Settled[]>): Promise<void> {
    try {
      for (const { line } of await work) this.#count[line.outcome] += 1;
    } catch (thrown) {
      this.fail(thrown);
    } finally {
      this.#many.set(channel, (this.#many.get(channel) ?? 1) - 1);
    }
  }

  /** Waits until one has landed, if any is under way. */
  async one(): Promise<void> {
    if (this.size > 0) await Promise.race(this.#tasks);
  }

  /** Waits until all have landed. */
  async landed(): Promise<void> {
    await Promise.all(this.#tasks);
  }

  /** What came of them. Throws what went wrong first. */
  count(): Delivered {
    if (this.#failure !== undefined) throw this.#failure.thrown;
    return this.#count;
  }
}

const instant = (milliseconds: number): string => new Date(milliseconds).toISOString();

/** All that goes into one mail is one; everything else is by itself. */
function grouped(taken: readonly Delivery[]): readonly (readonly Delivery[])[] {
  return [...Map.groupBy(taken, ({ alert, channel, kind }) => (kind === "email" ? channel : `${channel} ${alert}`)).values()];
}

/** Tries deliveries of one channel together and writes down what came of it. */
async function deliver(delivering: Delivering, deliveries: readonly Delivery[], stop?: AbortSignal): Promise<readonly Settled[]> {
  const { settings, couriers, clock } = delivering;
  const [first] = deliveries;
  if (first === undefined) return [];
  const began = clock.now();
  const watch = await settings.watches.get(first.watch);
  const channel = watch?.channels?.find(({ id }) => id === first.channel);
  const alerts = await settings.watching.alertsById(deliveries.map(({ alert }) => alert));
  const isThere = watch !== undefined && channel !== undefined && alerts.length > 0;
  const result = isThere ? await send(couriers, channel, alerts, watch, stop) : NOBODY;
  if (result.kind === "unsent" && result.isStopped === true) {
    await settings.watching.release(deliveries);
    return [];
  }
  const settled = deliveries.map((delivery) => settledAs(delivery, result, delivering, clock.now() - began));
  await settings.watching.settle(settled);
  // A way may be there though what was to go by it is not.
  if (isThere && result.kind === "unsent" && result.isGone === true) await forsake(settings, first.watch, channel);
  return settled;
}

const NOBODY: Unsent = {
  kind: "unsent",
  isGone: true,
  error: new PactaError("PACTA_WATCH_UNKNOWN", "the watch, its way or the alert is there no more", "Nothing is to be done"),
};

/** Sends by the courier of a channel's kind. Whatever it throws is a try that failed. */
export async function send(couriers: Couriers, channel: Channel, alerts: readonly Alert[], watch: Watch, stop?: AbortSignal): Promise<Sent | Unsent> {
  try {
    switch (channel.kind) {
      case "webhook":
        return await couriers.webhook(channel, alerts, watch, stop);
      case "push":
        return await couriers.push(channel, alerts, watch, stop);
      case "email":
        return await couriers.email(channel, alerts, watch, stop);
    }
  } catch (thrown) {
    return { kind: "unsent", error: toPactaError(thrown) };
  }
}

function settledAs(delivery: Delivery, result: Sent | Unsent, { clock, patience = PATIENCE }: Delivering, ms: number): Settled {
  const tries = delivery.tries + 1;
  const outcome = outcomeOf(result, tries, patience);
  const line = lineOf(delivery, result, { at: instant(clock.now()), outcome, tries, ms });
  if (outcome !== "again") return { delivery, line };
  const asked = result.kind === "unsent" ? (result.retryAfter ?? 0) : 0;
  return { delivery, line, due: instant(clock.now() + Math.max(Math.min(asked, patience.most), waitAfter(tries, patience, clock.chance()))) };
}

function outcomeOf(result: Sent | Unsent, tries: number, patience: Patience): Outcome {
  if (result.kind === "sent") return "sent";
  if (result.isGone === true) return "gone";
  return result.isFinal === true || tries >= patience.tries ? "dead" : "again";
}

/** A line of the log. */
export function lineOf(
  { alert, watch, channel, kind }: Omit<Delivery, "due" | "tries">,
  result: Sent | Unsent,
  about: Pick<LogLine, "at" | "outcome" | "tries" | "ms">,
): LogLine {
  const status = result.status === undefined ? {} : { status: result.status };
  const error = result.kind === "sent" ? {} : { code: result.error.code, what: short(result.error.message, MOST_WHAT) };
  return { ...about, alert, watch, channel, kind, ...status, ...error };
}

const MOST_WHAT = 300;

/** From half to the whole of a wait that grows fourfold: those who failed together should not come back together. */
function waitAfter(tries: number, { first, most }: Patience, chance: number): number {
  const whole = Math.min(most, first * 4 ** (tries - 1));
  return whole / 2 + (chance * whole) / 2;
}

/** A browser that is gone does not come back under the same address. */
async function forsake(settings: WatchSettings, watchId: string, channel: Channel): Promise<void> {
  if (channel.kind === "push") await settings.pushes.remove(channel.subscription);
  await settings.watches.change(watchId, (watch) =>
    watch === undefined ? undefined : { ...watch, channels: (watch.channels ?? []).filter(({ id }) => id !== channel.id) },
  );
  await settings.watching.dropChannel(channel.id);
}
