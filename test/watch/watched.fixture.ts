// A ledger that is watched: told to by tests, with a book and settings of its own, all in memory unless a place is named.
import { asRead } from "../../src/deal/book/having.fixture.ts";
import { openBook } from "../../src/deal/index.ts";
import type { DealBook, DealReading } from "../../src/deal/index.ts";
import { knowledge } from "../../src/deal/told.fixture.ts";
import { openLedger } from "../../src/ledger/index.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import { openSettings } from "../../src/settings/index.ts";
import type { Settings } from "../../src/settings/index.ts";
import { look } from "../../src/watch/index.ts";
import type { Alert, Seen, Watch } from "../../src/watch/index.ts";

/** Today, as an ISO day. */
export const TODAY = new Date().toISOString().slice(0, 10);
/** The day so many days ago. */
export const daysAgo = (days: number): string => new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10);

/** The same report on another day. */
export const on = (day: string, { document, ...reading }: DealReading): DealReading => ({ ...reading, document: { ...document, published: day } });

/** Knowledge by which all that has a day is news. */
export const ALL_IS_NEWS = { ...knowledge, news: { withinDays: 40_000, aheadDays: 40_000 } };

/** A watched ledger. */
export interface Watched {
  readonly ledger: Ledger;
  readonly book: DealBook;
  readonly settings: Settings;
  /** Appends reports; nobody looks yet. */
  readonly tell: (readings: readonly DealReading[], reader?: string) => Promise<void>;
  readonly look: (atOnce?: boolean, now?: Date) => Promise<Seen>;
  /** Keeps a watch that hears of all that comes from now on. */
  readonly watch: (about: Watch["about"], more?: Partial<Watch>) => Promise<Watch>;
  readonly alerts: (watch?: string) => Promise<readonly Alert[]>;
  readonly close: () => Promise<void>;
}

let watches = 0;

/** Opens one; nothing is in it. */
export async function watched(place = ":memory:", knowing = knowledge): Promise<Watched> {
  const ledger = await openLedger(place);
  const book = await openBook(ledger, knowing);
  const settings = await openSettings(place);
  const seen = async (atOnce = true, now = new Date()): Promise<Seen> => look({ ledger, book, settings, now: () => now }, atOnce);
  await seen();
  return {
    ledger,
    book,
    settings,
    tell: async (readings, reader = "r1") => void (await ledger.appendReadings(readings.map(asRead), reader)),
    look: seen,
    watch: async (about, more = {}) => {
      const watch = { id: `w${(watches += 1)}`, name: "Watched", about, made: new Date().toISOString(), since: (await ledger.head()).seq, ...more };
      await settings.watches.put(watch);
      return watch;
    },
    // Oldest first, as they came.
    alerts: async (id) => (await settings.watching.alerts({ limit: 1000, ...(id === undefined ? {} : { watch: id }) })).toReversed(),
    close: async () => {
      await settings.close();
      await ledger.close();
    },
  };
}
