// The book of deals of one ledger: kept in its database, brought up to the chain's end before it is asked. Nothing in it is lost with it.
import type { Ledger, Shelf } from "../../ledger/index.ts";
import type { AsOf } from "../deal.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { knotsOf } from "../knot.ts";
import { weave } from "../web/index.ts";
import type { Woven } from "../web/index.ts";
import type { DealFilter } from "./find.ts";
import { dealById, dealsNamed, pageOfDeals } from "./questions.ts";
import type { DealFound, DealPage } from "./questions.ts";
import { stretchesFrom } from "./readings.ts";
import { writeDeals } from "./rows.ts";
import { bookShape } from "./shape.ts";
import type { BookTables } from "./shape.ts";
import { Kept, SqlWeb } from "./sql-web.ts";
import { itemValues, partyValues } from "./values.ts";
import type { ItemFound, PartyFound, ValuePage, ValuesAsked } from "./values.ts";

/** The deals of a ledger. All questions are about what the chain held when `catchUp` was last called. */
export interface DealBook {
  /** Weaves in what was appended since, and gives the last entry that is. `progress` hears of each stretch. */
  catchUp(progress?: (seq: number) => Promise<void> | void): Promise<number>;
  /** Throws `PACTA_LEDGER_CURSOR` for an `after` that no page gave. A page asked for other days than today's may be shorter than `limit`. */
  deals(filter?: DealFilter): Promise<DealPage>;
  /** The deal of that id, at a pair of days. */
  deal(id: string, days?: AsOf): Promise<DealFound | undefined>;
  /** Parties of deals whose id or name begins so. Throws `PACTA_LEDGER_CURSOR`. */
  parties(asked?: ValuesAsked): Promise<ValuePage<PartyFound>>;
  /** Goods of deals of which a word begins so. Throws `PACTA_LEDGER_CURSOR`. */
  items(asked?: ValuesAsked): Promise<ValuePage<ItemFound>>;
  /** Ids that begin so, at most `limit`. */
  named(beginning: string, limit: number): Promise<readonly string[]>;
  /** Drops the book and makes it again from the chain. */
  rebuild(): Promise<number>;
}

/** Opens the book of a ledger, new where there is none or where it was made by other knowledge. */
export async function openBook(ledger: Ledger, knowledge: DealKnowledge): Promise<DealBook> {
  const shelf = await ledger.shelf<BookTables>(bookShape(knowledge.fingerprint));
  const loom: Loom = { ledger, shelf, knowledge, hand: { kept: undefined, seq: 0 } };
  const catchUp = async (progress?: (seq: number) => Promise<void> | void): Promise<number> => {
    await shelf.renew();
    return readOn(loom, progress);
  };
  const origins = (documents: readonly string[]) => ledger.origins(documents);
  return {
    catchUp,
    deals: (filter = {}) => shelf.read((db) => pageOfDeals({ db, dialect: shelf.dialect, knowledge, origins }, filter)),
    deal: (id, days = {}) => shelf.read((db) => dealById({ db, dialect: shelf.dialect, knowledge, origins }, id, days)),
    parties: (asked = {}) => shelf.read((db) => partyValues(db, asked)),
    items: (asked = {}) => shelf.read((db) => itemValues(db, asked)),
    named: (beginning, limit) => shelf.read((db) => dealsNamed(db, beginning, limit)),
    rebuild: async () => {
      await shelf.clear();
      loom.hand.kept = undefined;
      return catchUp();
    },
  };
}

/** What a weaver needs; `hand` holds the knots of the last stretch, for the next one. */
interface Loom {
  readonly ledger: Ledger;
  readonly shelf: Shelf<BookTables>;
  readonly knowledge: DealKnowledge;
  readonly hand: { kept: Kept | undefined; seq: number };
}

async function position(shelf: Shelf<BookTables>): Promise<number> {
  return shelf.read(async (db) => (await db.selectFrom("book").select("seq").executeTakeFirstOrThrow()).seq);
}

async function readOn(loom: Loom, progress?: (seq: number) => Promise<void> | void): Promise<number> {
  const { ledger, shelf, knowledge } = loom;
  let at = await position(shelf);
  for await (const { readings, last } of stretchesFrom(ledger, at + 1, knowledge)) {
    const woven = readings.map((reading): Woven => ({ id: reading.document.id, knots: knotsOf(reading, knowledge) }));
    at = await weaveStretch(loom, woven, at, last);
    await progress?.(at);
    if (at !== last) return readOn(loom, progress);
  }
  return at;
}

/** Weaves a stretch of the chain in, unless another process did meanwhile: what it read is as new as what we read. */
async function weaveStretch({ shelf, knowledge, hand }: Loom, woven: readonly Woven[], from: number, last: number): Promise<number> {
  const written = await shelf.write(async (db) => {
    const { seq } = await db.selectFrom("book").select("seq").executeTakeFirstOrThrow();
    if (seq !== from) return { seq };
    // Knots at hand are those of the tables where nobody wove since; what is not committed in the end is at hand no longer.
    const kept = hand.seq === from ? (hand.kept ?? new Kept()) : new Kept();
    hand.kept = undefined;
    const web = new SqlWeb(db, shelf.dialect, knowledge, kept);
    await writeDeals({ db, dialect: shelf.dialect, knowledge }, await weave(web, woven, knowledge));
    await db.updateTable("book").set({ seq: last }).execute();
    return { seq: last, kept };
  });
  written.kept?.trim();
  [hand.kept, hand.seq] = [written.kept, written.seq];
  return written.seq;
}
