// The port: what is kept of watching. settings/ keeps it beside watches and tokens, in one file or schema, so that what one transaction changes is
// changed together: how far the ledger was watched, what is told of it, and to whom that is still to be delivered.
import type { Alert, OpenDigest } from "./alert.ts";
import type { Channel, MailServer, PushSubscription, Vapid, Watch } from "./watch.ts";

/** Records of one kind, each known by its id. */
export interface Records<R> {
  get(id: string): Promise<R | undefined>;
  /** Puts a record in the place of the one of its id. Throws `PACTA_SETTINGS_RECORD` for what is none. */
  put(record: R): Promise<void>;
  /**
   * Puts what `next` makes of the record of that id (undefined: there is none) in its place, undefined removes it; gives what is there then. Where
   * another process was faster `next` is asked again with what that wrote, so that neither's change is lost; it must have no effects. Throws
   * `PACTA_SETTINGS_RECORD`.
   */
  change(id: string, next: (before: R | undefined) => R | undefined): Promise<R | undefined>;
  /** False where there was none. */
  remove(id: string): Promise<boolean>;
  /** All of them, by id. */
  list(): Promise<readonly R[]>;
}

/** An alert on its way: `due` is the instant at which it is tried next, `tries` how often it was. */
export interface Delivery {
  readonly alert: string;
  readonly watch: string;
  readonly channel: string;
  readonly kind: Channel["kind"];
  readonly due: string;
  readonly tries: number;
}

/** A delivery that was given up, and why. */
export interface DeadDelivery extends Delivery {
  readonly code: string;
  readonly status?: number;
}

/** What came of one try: it went out, is to be tried again, was given up, or has nobody to go to any more. */
export type Outcome = "sent" | "again" | "dead" | "gone";

/** A line of the log of deliveries: `status` is HTTP's or SMTP's, `code` ours, `tries` counts this one, `ms` is how long it took. */
export interface LogLine {
  readonly at: string;
  readonly alert: string;
  readonly watch: string;
  readonly channel: string;
  readonly kind: Channel["kind"];
  readonly outcome: Outcome;
  readonly tries: number;
  readonly ms: number;
  readonly status?: number;
  readonly code?: string;
  readonly what?: string;
}

/** What came of one try of one delivery; `due` is there where it is to be tried again. */
export interface Settled {
  readonly delivery: Delivery;
  readonly line: LogLine;
  readonly due?: string;
}

/** What a stretch of the ledger comes to, kept in one transaction. `digests` take the place of the open ones of their watches; `closed` go. */
export interface Step {
  readonly from: number | undefined;
  readonly to: number;
  readonly alerts: readonly Alert[];
  readonly deliveries: readonly Delivery[];
  readonly digests: readonly OpenDigest[];
  readonly closed: readonly string[];
  /** Watches of a deal that goes by another id now. */
  readonly followed: readonly { readonly watch: string; readonly deal: string }[];
}

/** Which lines or deliveries: of a watch, `limit` (100) at the most. */
export interface Which {
  readonly watch?: string;
  readonly limit?: number;
}

/** What is kept of watching. Alerts, dead deliveries and the log are bounded: the oldest go. */
export interface WatchStore {
  /** The last entry of the ledger that was watched; undefined where none was. */
  position(): Promise<number | undefined>;
  /** Keeps a step, all or nothing; false where another process moved the position meanwhile. An alert that is there stays as it is. */
  advance(step: Step): Promise<boolean>;
  openDigests(): Promise<readonly OpenDigest[]>;
  /** Newest first. */
  alerts(which?: Which): Promise<readonly Alert[]>;
  alertsById(ids: readonly string[]): Promise<readonly Alert[]>;
  /** Takes deliveries that are due at `now`, of other channels than `except`, so that nobody else takes them before `until`. */
  take(now: string, until: string, limit: number, except: readonly string[]): Promise<readonly Delivery[]>;
  /** Takes all that waits for a channel, due or not. */
  takeAll(channel: string, now: string, until: string): Promise<readonly Delivery[]>;
  /** The instant at which the next delivery is due that nobody has taken. */
  nextDue(now: string): Promise<string | undefined>;
  /** Writes down what came of tries, in one transaction. */
  settle(settled: readonly Settled[]): Promise<void>;
  /** Gives back what was taken and not tried. */
  release(deliveries: readonly Delivery[]): Promise<void>;
  dead(which?: Which): Promise<readonly DeadDelivery[]>;
  /** Makes what was given up due again: of these alerts, or of a watch, or all. Gives how many. */
  replay(which: { readonly alerts?: readonly string[]; readonly watch?: string }, now: string): Promise<number>;
  /** Newest first. */
  log(which?: Which): Promise<readonly LogLine[]>;
  note(line: LogLine): Promise<void>;
  /** Takes the words of documents out of all alerts. */
  forget(documents: readonly string[]): Promise<void>;
  /** Forgets the alerts and deliveries of a watch. */
  drop(watch: string): Promise<void>;
  /** Forgets what waits for a channel. */
  dropChannel(channel: string): Promise<void>;
}

/** All of settings that watching needs. */
export interface WatchSettings {
  readonly watches: Records<Watch>;
  readonly pushes: Records<PushSubscription>;
  readonly mailServers: Records<MailServer>;
  readonly vapid: Records<Vapid>;
  readonly watching: WatchStore;
}
