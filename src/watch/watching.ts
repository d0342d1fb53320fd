// Watching as a whole, for who lets people at it: watches are made and changed, alerts and feeds asked for, ways tested, and the watching itself runs.
import type { Clock } from "../clock.ts";
import { systemClock } from "../clock.ts";
import type { DealBook } from "../deal/index.ts";
import { PactaError, toPactaError } from "../error.ts";
import type { Ledger } from "../ledger/index.ts";
import { createPoster, webUrlOf } from "../source/index.ts";
import type { PosterOptions } from "../source/index.ts";
import { testOf } from "./alert.ts";
import type { Alert, TestAlert } from "./alert.ts";
import type { Couriers } from "./courier.ts";
import { deliverDue, lineOf, send } from "./deliver.ts";
import type { Delivered, Patience } from "./deliver.ts";
import { FEED_LENGTH, jsonFeedOf, rssOf } from "./feed.ts";
import type { FeedPlace } from "./feed.ts";
import { look } from "./look.ts";
import type { Seen } from "./look.ts";
import { mailCourier } from "./mail.ts";
import { contactOf, pushCourier, vapidOf } from "./push.ts";
import type { DeadDelivery, LogLine, WatchSettings, Which } from "./store.ts";
import { channelSchema, checked, freshId, freshSecret, mailServerSchema, pushSchema, watchSchema } from "./watch.ts";
import type { Channel, MailServer, PushSubscription, Watch } from "./watch.ts";
import { webhookCourier } from "./webhook.ts";

/** What watching needs. `ca`: certificates (PEM) trusted instead of Node's, by mail and posts; `subject` is where operators of push services reach ours, a mailto: or https: address; without it nothing is pushed. */
export interface WatchingOptions extends PosterOptions {
  readonly ledger: Ledger;
  readonly book: DealBook;
  readonly settings: WatchSettings;
  readonly clock?: Clock;
  readonly patience?: Patience;
  readonly lease?: number;
  readonly subject?: string;
}

/** A watch that is to be made. */
export type WatchRequest = Pick<Watch, "name" | "about"> &
  Partial<Pick<Watch, "by" | "digestEvery">> & { readonly channels?: readonly ChannelRequest[] };

/** A way that is to be added. A secret is made where none is given; a mail waits up to `every` minutes (60) for more. */
export type ChannelRequest =
  | { readonly kind: "webhook"; readonly url: string; readonly secret?: string }
  | { readonly kind: "email"; readonly to: string; readonly every?: number }
  | ({ readonly kind: "push" } & Pick<PushSubscription, "endpoint" | "keys">);

/** What of a watch can be changed. A watch that is no longer paused hears of what comes from then on. */
export type WatchChange = Partial<Pick<Watch, "name" | "digestEvery">> & { readonly paused?: boolean };

/** What one round of looking, or of delivering, did. */
export type Round = { readonly seen: Seen } | { readonly delivered: Delivered };

/** How watching runs: a round each `every` milliseconds (10,000) until `stop`; `heard` is told of each, `failed` of one that threw. */
export interface RunOptions {
  readonly stop: AbortSignal;
  readonly every?: number;
  readonly heard?: (round: Round) => void;
  readonly failed?: (error: PactaError) => void;
}

/**
 * Watches, and all that is done with them. Methods throw `PACTA_WATCH_UNKNOWN` for ids that nothing has, `PACTA_WATCH_INVALID` for what is no watch
 * or way, and what ledger and settings throw.
 */
export interface Watching {
  /** A watch that hears of all that comes from now on. */
  add(request: WatchRequest): Promise<Watch>;
  get(id: string): Promise<Watch>;
  list(): Promise<readonly Watch[]>;
  change(id: string, change: WatchChange): Promise<Watch>;
  /** Removes a watch with its alerts, and all that was still to be delivered. */
  remove(id: string): Promise<void>;
  addChannel(id: string, request: ChannelRequest): Promise<Channel>;
  removeChannel(id: string, channel: string): Promise<void>;
  /** Newest first. */
  alerts(which?: Which): Promise<readonly Alert[]>;
  /** The newest alerts of a watch as RSS 2.0 or JSON Feed 1.1. */
  feed(id: string, form: "rss" | "json", place?: FeedPlace): Promise<string>;
  /** Sends a test by one way of a watch, or by all, at once, and tells what came back. */
  test(id: string, channel?: string): Promise<readonly LogLine[]>;
  log(which?: Which): Promise<readonly LogLine[]>;
  dead(which?: Which): Promise<readonly DeadDelivery[]>;
  /** Makes what was given up due again; gives how many. */
  replay(which?: { readonly alerts?: readonly string[]; readonly watch?: string }): Promise<number>;
  /** The public key by which browsers subscribe. */
  pushKey(): Promise<string>;
  setMailServer(server: Omit<MailServer, "id">): Promise<void>;
  /** Looks at what changed; `atOnce`: digests are told now. */
  look(atOnce?: boolean): Promise<Seen>;
  /** Delivers what is due. */
  deliver(stop?: AbortSignal): Promise<Delivered>;
  /** Looks and delivers until it is stopped; what is under way is then brought to an end. Never throws. */
  run(options: RunOptions): Promise<void>;
}

const EVERY = 10_000;
const MAIL_EVERY = 60;

/** Watching over an open ledger, its book and settings. */
export function createWatching(options: WatchingOptions): Watching {
  const { ledger, book, settings, clock = systemClock, subject } = options;
  const post = createPoster(options);
  const couriers: Couriers = {
    webhook: webhookCourier(post, clock.now),
    push: pushCourier({ post, subscriptions: settings.pushes, vapid: settings.vapid, subject }),
    email: mailCourier({
      servers: settings.mailServers,
      ...(options.ca === undefined ? {} : { ca: options.ca }),
      ...(options.timeout === undefined ? {} : { timeout: options.timeout }),
    }),
  };
  const now = (): Date => new Date(clock.now());
  const seen = async (atOnce = false): Promise<Seen> => look({ ledger, book, settings, now }, atOnce);
  const room: Room = { ledger, settings, couriers, clock, subject, now, seen };
  const delivering = { ...options, couriers, clock };
  const deliver = async (stop?: AbortSignal): Promise<Delivered> => deliverDue(delivering, stop);
  return {
    ...keeping(room),
    ...ways(room),
    ...telling(room),
    look: seen,
    deliver,
    // Beside each other: a receiver that hangs must not keep anybody from being told.
    run: async (how) =>
      void (await Promise.all([
        rounds(async () => ({ seen: await seen() }), clock, how),
        rounds(async () => ({ delivered: await deliver(how.stop) }), clock, how),
      ])),
  };
}

/** What the parts of watching share. */
interface Room extends Pick<WatchingOptions, "ledger" | "settings"> {
  readonly couriers: Couriers;
  readonly clock: Clock;
  readonly subject: string | undefined;
  readonly now: () => Date;
  readonly seen: (atOnce?: boolean) => Promise<Seen>;
}

async function rounds(round: () => Promise<Round>, clock: Clock, { stop, every = EVERY, heard, failed }: RunOptions): Promise<void> {
  while (!stop.aborted) {
    try {
      const did = await round();
      heard?.(did);
    } catch (thrown) {
      failed?.(toPactaError(thrown));
    }
    await clock.sleep(every, stop);
  }
}

const watchIn = async ({ settings }: Pick<Room, "settings">, id: string): Promise<Watch> => (await settings.watches.get(id)) ?? unknown("watch", id);

/** Changes a watch as it is by now: another may have changed it since it was looked at, or removed it. */
async function changed({ settings }: Room, id: string, next: (watch: Watch) => Watch): Promise<Watch> {
  return (
    (await settings.watches.change(id, (before) => (before === undefined ? undefined : checked(watchSchema, next(before))))) ?? unknown("watch", id)
  );
}

function keeping(room: Room): Pick<Watching, "add" | "get" | "list" | "change" | "remove"> {
  const { settings, ledger, now, seen } = room;
  return {
    get: async (id) => watchIn(room, id),
    add: async ({ channels = [], ...request }) => {
      // What was not looked at yet is behind us for whoever begins now.
      await seen();
      const made = now().toISOString();
      const watch = checked(watchSchema, { id: freshId("watch"), ...request, made, since: (await ledger.head()).seq });
      const ways = await Promise.all(channels.map(async (one) => wayOf(room, one)));
      const whole = checked(watchSchema, { ...watch, channels: ways.map(({ channel }) => channel) });
      await withBrowsers(room, ways, async () => settings.watches.put(whole));
      return whole;
    },
    list: async () => settings.watches.list(),
    change: async (id, { paused, ...change }) => {
      if (paused === false && (await watchIn(room, id)).paused === true) await seen();
      const { seq } = await ledger.head();
      return changed(room, id, ({ paused: wasPaused, ...watch }) => {
        const stays = paused ?? wasPaused === true;
        const resumed = wasPaused === true && !stays;
        return { ...watch, ...change, ...(stays ? { paused: true } : {}), ...(resumed ? { since: seq } : {}) };
      });
    },
    remove: async (id) => {
      const { channels = [] } = await watchIn(room, id);
      await settings.watches.remove(id);
      for (const channel of channels) if (channel.kind === "push") await settings.pushes.remove(channel.subscription);
      await settings.watching.drop(id);
    },
  };
}

/** A way that is asked for, and the browser that belongs to it: neither is kept yet. */
interface Way {
  readonly channel: Channel;
  readonly browser?: PushSubscription;
}

async function wayOf({ settings, subject, now }: Room, request: ChannelRequest): Promise<Way> {
  const id = freshId("way");
  if (request.kind === "webhook") webUrlOf(request.url);
  if (request.kind !== "push")
    return {
      channel: checked(channelSchema, request.kind === "webhook" ? { id, secret: freshSecret(), ...request } : { id, every: MAIL_EVERY, ...request }),
    };
  contactOf(subject);
  const { endpoint, keys } = request;
  const browser = checked(pushSchema, { id: freshId("push"), endpoint, keys, made: now().toISOString() });
  await vapidOf(settings.vapid);
  return { channel: { id, kind: "push", subscription: browser.id }, browser };
}

/** Keeps the browsers of ways with what `keep` keeps; where that is refused they go again. */
async function withBrowsers<T>({ settings: { pushes } }: Room, ways: readonly Way[], keep: () => Promise<T>): Promise<T> {
  const browsers = ways.flatMap(({ browser }) => (browser === undefined ? [] : [browser]));
  try {
    for (const browser of browsers) await pushes.put(browser);
    return await keep();
  } catch (thrown) {
    // What cannot be removed either must not hide why.
    await Promise.allSettled(browsers.map(({ id }) => pushes.remove(id)));
    throw thrown;
  }
}

function ways(room: Room): Pick<Watching, "addChannel" | "removeChannel" | "test" | "pushKey" | "setMailServer"> {
  const { settings, ledger, now } = room;
  return {
    addChannel: async (id, request) => {
      await watchIn(room, id);
      const way = await wayOf(room, request);
      await withBrowsers(room, [way], async () => changed(room, id, (watch) => ({ ...watch, channels: [...(watch.channels ?? []), way.channel] })));
      return way.channel;
    },
    removeChannel: async (id, channel) => {
      const watch = await watchIn(room, id);
      const gone = watch.channels?.find((one) => one.id === channel) ?? unknown("way", channel);
      await changed(room, id, (now) => ({ ...now, channels: (now.channels ?? []).filter((one) => one.id !== channel) }));
      if (gone.kind === "push") await settings.pushes.remove(gone.subscription);
      await settings.watching.dropChannel(channel);
    },
    test: async (id, channel) => {
      const watch = await watchIn(room, id);
      const chosen = (watch.channels ?? []).filter((one) => channel === undefined || one.id === channel);
      if (channel !== undefined && chosen.length === 0) unknown("way", channel);
      const alert = testOf(watch, (await ledger.head()).seq, now().toISOString());
      return Promise.all(chosen.map(async (one) => tested(room, one, alert, watch)));
    },
    pushKey: async () => {
      contactOf(room.subject);
      return (await vapidOf(settings.vapid)).publicKey;
    },
    setMailServer: async (server) => settings.mailServers.put(checked(mailServerSchema, { id: "smtp", ...server })),
  };
}

async function tested({ settings, couriers, clock, now }: Room, channel: Channel, alert: TestAlert, watch: Watch): Promise<LogLine> {
  const began = clock.now();
  const result = await send(couriers, channel, [alert], watch);
  const outcome = result.kind === "sent" ? "sent" : "dead";
  const about = { at: now().toISOString(), outcome, tries: 1, ms: clock.now() - began } as const;
  const line = lineOf({ alert: alert.id, watch: watch.id, channel: channel.id, kind: channel.kind }, result, about);
  await settings.watching.note(line);
  return line;
}

function telling(room: Room): Pick<Watching, "alerts" | "feed" | "log" | "dead" | "replay"> {
  const { watching } = room.settings;
  return {
    alerts: async (which) => watching.alerts(which),
    feed: async (id, form, place) => {
      const watch = await watchIn(room, id);
      const alerts = await watching.alerts({ watch: id, limit: FEED_LENGTH });
      return form === "rss" ? rssOf(watch, alerts, place) : jsonFeedOf(watch, alerts, place);
    },
    log: async (which) => watching.log(which),
    dead: async (which) => watching.dead(which),
    replay: async (which = {}) => watching.replay(which, room.now().toISOString()),
  };
}

function unknown(what: "watch" | "way", id: string): never {
  throw new PactaError("PACTA_WATCH_UNKNOWN", `there is no ${what} "${id}"`, "pacta watch lists watches and their ways");
}

/** A watch as it may be shown: without secrets, and without where browsers are reached. */
export function withoutSecrets({ channels = [], ...watch }: Watch): Omit<Watch, "channels"> & { readonly channels: readonly object[] } {
  return {
    ...watch,
    channels: channels.map((channel) => {
      if (channel.kind !== "webhook") return channel;
      const { id, kind, url } = channel;
      return { id, kind, url };
    }),
  };
}
