// The book of deals of one ledger: kept in its database, brought up to the chain's end before it is asked. Nothing in it is lost with it.
import type { Ledger, Shelf } from "../../ledger/index.ts";
import type { AsOf } from "../deal.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { knotsOf } from "../knot.ts";
import { weave } from "../web/index.ts";
import type { Woven } from "../web/index.ts";
import { dealById, dealsNamed, pageOfDeals } from "./questions.ts";
import type { DealFilter, DealFound, DealPage } from "./questions.ts";
import { stretchesFrom } from "./readings.ts";
import { writeDeals } from "./rows.ts";
import { bookShape } from "./shape.ts";
import type { BookTables } from "./shape.ts";
import { SqlWeb } from "./sql-web.ts";

/** Documents that are woven in one transaction. */
const STRETCH = 200;

/** The deals of a ledger. All questions are about what the chain held when `catchUp` was last called. */
export interface DealBook {
  /** Weaves in what was appended since, and gives the last entry that is. `progress` hears of each stretch. */
  catchUp(progress?: (seq: number) => Promise<void> | void): Promise<number>;
  /** Throws `PACTA_LEDGER_CURSOR` for an `after` that no page gave. A page asked for other days than today's may be shorter than `limit`. */
  deals(filter?: DealFilter): Promise<DealPage>;
  /** The deal of that id, at a pair of days. */
  deal(id: string, days?: AsOf): Promise<DealFound | undefined>;
  /** Ids that begin so, at most `limit`. */
  named(beginning: string, limit: number): Promise<readonly string[]>;
  /** Drops the book and makes it again from the chain. */
  rebuild(): Promise<number>;
}

/** Opens the book of a ledger, new where there is none or where it was made by other knowledge. */
export async function openBook(ledger: Ledger, knowledge: DealKnowledge): Promise<DealBook> {
  const shelf = await ledger.shelf<BookTables>(bookShape(knowledge.fingerprint));
  const catchUp = async (progress?: (seq: number) => Promise<void> | void): Promise<number> => {
    await shelf.renew();
    return readOn(ledger, shelf, knowledge, progress);
  };
  return {
    catchUp,
    deals: (filter = {}) => shelf.read((db) => pageOfDeals(db, shelf.dialect, filter, knowledge)),
    deal: (id, days = {}) => shelf.read((db) => dealById(db, shelf.dialect, id, days, knowledge)),
    named: (beginning, limit) => shelf.read((db) => dealsNamed(db, beginning, limit)),
    rebuild: async () => {
      await shelf.clear();
      return catchUp();
    },
  };
}

async function position(shelf: Shelf<BookTables>): Promise<number> {
  return shelf.read(async (db) => (await db.selectFrom("book").select("seq").executeTakeFirstOrThrow()).seq);
}

async function readOn(
  ledger: Ledger,
  shelf: Shelf<BookTables>,
  knowledge: DealKnowledge,
  progress?: (seq: number) => Promise<void> | void,
): Promise<number> {
  let at = await position(shelf);
  for await (const { readings, last } of stretchesFrom(ledger, at + 1, STRETCH)) {
    const woven = readings.map((reading): Woven => ({ id: reading.document.id, knots: knotsOf(reading, knowledge) }));
    const from = at;
    at = await shelf.write(async (db) => {
      const { seq } = await db.selectFrom("book").select("seq").executeTakeFirstOrThrow();
      // Another process wove this stretch meanwhile: what it read is as new as what we read.
      if (seq !== from) return seq;
      const web = new SqlWeb(db, shelf.dialect, knowledge);
      await writeDeals(db, web, await weave(web, woven, knowledge), knowledge);
      await db.updateTable("book").set({ seq: last }).execute();
      return last;
    });
    await progress?.(at);
    if (at !== last) return readOn(ledger, shelf, knowledge, progress);
  }
  return at;
}
