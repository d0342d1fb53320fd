// The book of deals of one ledger: kept in its database, brought up to the chain's end before it is asked. Nothing in it is lost with it.
import type { Ledger, Shelf } from "../../ledger/index.ts";
import type { AsOf } from "../deal.ts";
import type { DealKnowledge } from "../knowledge.ts";
import { knotsOf } from "../knot.ts";
import { weave } from "../web/index.ts";
import type { Woven } from "../web/index.ts";
import { fitting } from "./find.ts";
import type { DealFilter } from "./filter.ts";
import { changesIn, forgetChanges, keptFrom } from "./changes.ts";
import type { DealChanges } from "./changes.ts";
import { itemNetworkOf, networkOf } from "./network.ts";
import type { Network } from "./network.ts";
import { dealById, dealsNamed, pageOfBriefs, pageOfDeals, sizeOf } from "./questions.ts";
import type { BriefPage, DealFound, DealPage } from "./questions.ts";
import { stretchesFrom } from "./readings.ts";
import type { Arrival } from "./readings.ts";
import { toReview } from "./reviewing.ts";
import type { ReviewItem } from "./reviewing.ts";
import { writeDeals } from "./rows.ts";
import { bookShape } from "./shape.ts";
import type { BookTables } from "./shape.ts";
import { Kept, SqlWeb } from "./sql-web.ts";
import { Tellings, tellingsOf } from "./telling.ts";
import { textsWith, writeTexts } from "./texts.ts";
import type { TextFound, TextsAsked } from "./texts.ts";
import { documentsIn, totalOf } from "./total.ts";
import type { Total } from "./total.ts";
import { itemsCalled, itemValues, partyValues } from "./values.ts";
import type { ItemFound, PartyFound, ValuePage, ValuesAsked } from "./values.ts";

/** The deals of a ledger. All questions are about what the chain held when `catchUp` was last called. */
export interface DealBook {
  /** Weaves in what was appended since, and gives the last entry that is. `progress` hears of each stretch. */
  catchUp(progress?: (seq: number) => Promise<void> | void): Promise<number>;
  /** Throws `PACTA_LEDGER_CURSOR` for an `after` that no page gave, and `PACTA_DEAL_SORT` for a list of other days by another order than its own. A page asked for other days than today's may be shorter than `limit`. */
  deals(filter?: DealFilter): Promise<DealPage>;
  /** The same in brief, each deal as the JSON of its `DealBrief`: a page is as long as its deals are many, not as their claims are. */
  briefs(filter?: DealFilter): Promise<BriefPage>;
  /** The deal of that id, at a pair of days. */
  deal(id: string, days?: AsOf): Promise<DealFound | undefined>;
  /** Parties of deals whose id or name begins so. Throws `PACTA_LEDGER_CURSOR`. */
  parties(asked?: ValuesAsked): Promise<ValuePage<PartyFound>>;
  /** Goods of deals of which a word begins so. Throws `PACTA_LEDGER_CURSOR`. */
  items(asked?: ValuesAsked): Promise<ValuePage<ItemFound>>;
  /**
   * The party of an id or name with its partners, `partners` (40) at most, and how many deals they have with each other: over the 2,000 largest deals
   * of the party and the 300 largest of each partner. Undefined where no deal has such a party.
   */
  network(key: string, partners?: number): Promise<Network | undefined>;
  /** Goods by how they are called, as `DealFilter.item` finds their deals: each name with how many these are, 1000 at the most. */
  itemsCalled(names: readonly string[]): Promise<readonly ItemFound[]>;
  /** Who deals in goods, `parties` (40) at most, each with its deals about them, and how many they have with each other: over the 2,000 largest. */
  itemNetwork(item: string, parties?: number): Promise<Network>;
  /** How many deals fit; undefined for lists of other days, whose deals would have to be folded. Those of a filter are counted to 5,000. */
  total(filter?: DealFilter): Promise<Total | undefined>;
  /** How many documents the ledger has, whatever their versions. */
  documents(): Promise<number>;
  /** Documents whose words, or whose claims' words, are all of these, the last that came first. Throws `PACTA_LEDGER_CURSOR`. */
  texts(asked: TextsAsked): Promise<readonly TextFound[]>;
  /**
   * Claims of the thousand newest strands (what one document tells of one undertaking), those first that a reviewer should look at first; whether
   * people decided about them already is the ledger's matter.
   */
  review(): Promise<readonly ReviewItem[]>;
  /** How many claims the deal of that id has; undefined where there is none. */
  size(id: string): Promise<number | undefined>;
  /** Ids that begin so, at most `limit`. */
  named(beginning: string, limit: number): Promise<readonly string[]>;
  /** Which of these deals, named by root as in `changes`, fit a filter today. */
  among(roots: readonly string[], filter: DealFilter): Promise<readonly string[]>;
  /**
   * What changed of deals by entries behind `after`, at most `most` (1000) changes unless one entry brought more; `through` is where to go on.
   * Changes are kept for 30 days after they came.
   */
  changes(after: number, most?: number): Promise<DealChanges>;
  /** Drops the book and makes it again from the chain. */
  rebuild(): Promise<number>;
}

/** How a book is opened. */
export interface BookOptions {
  /** Which day it is: what changed is kept for some days. */
  readonly clock?: () => Date;
  /** Characters of what deals are made from that stay at hand for questions that come again; none unless told. */
  readonly atHand?: number;
}

/** Opens the book of a ledger, new where there is none or where it was made by other knowledge. */
export async function openBook(
  ledger: Ledger,
  knowledge: DealKnowledge,
  { clock = () => new Date(), atHand = 0 }: BookOptions = {},
): Promise<DealBook> {
  const shelf = await ledger.shelf<BookTables>(bookShape(knowledge.fingerprint));
  const loom: Loom = { ledger, shelf, knowledge, clock, hand: { kept: undefined, seq: 0 } };
  const catchUp = async (progress?: (seq: number) => Promise<void> | void): Promise<number> => {
    await shelf.renew();
    return readOn(loom, progress);
  };
  const asked = {
    dialect: shelf.dialect,
    knowledge,
    origins: (documents: readonly string[]) => ledger.origins(documents),
    tellingsOf: atHand > 0 ? new Tellings(atHand).of : tellingsOf,
  };
  return {
    catchUp,
    deals: (filter = {}) => shelf.read((db) => pageOfDeals({ ...asked, db }, filter)),
    briefs: (filter = {}) => shelf.read((db) => pageOfBriefs({ ...asked, db }, filter)),
    deal: (id, days = {}) => shelf.read((db) => dealById({ ...asked, db }, id, days)),
    parties: (asked = {}) => shelf.read((db) => partyValues(db, asked)),
    items: (asked = {}) => shelf.read((db) => itemValues(db, asked)),
    network: (key, partners = 40) => shelf.read((db) => networkOf(db, key, partners)),
    itemsCalled: (names) => shelf.read((db) => itemsCalled(db, names)),
    itemNetwork: (item, parties = 40) => shelf.read((db) => itemNetworkOf(db, shelf.dialect, item, parties)),
    total: (filter = {}) => shelf.read((db) => totalOf(db, shelf.dialect, filter)),
    documents: () => shelf.read(documentsIn),
    texts: (asked) => shelf.read((db) => textsWith(db, shelf.dialect, asked)),
    review: () => shelf.read((db) => toReview(db, knowledge)),
    among: (roots, filter) => shelf.read((db) => fitting(db, shelf.dialect, roots, filter)),
    changes: (after, most) => shelf.read((db) => changesIn(db, after, most)),
    size: (id) => shelf.read((db) => sizeOf(db, id)),
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
  readonly clock: () => Date;
  readonly hand: { kept: Kept | undefined; seq: number };
}

async function position(shelf: Shelf<BookTables>): Promise<number> {
  return shelf.read(async (db) => (await db.selectFrom("book").select("seq").executeTakeFirstOrThrow()).seq);
}

async function readOn(loom: Loom, progress?: (seq: number) => Promise<void> | void): Promise<number> {
  const { ledger, shelf, knowledge } = loom;
  let at = await position(shelf);
  for await (const { arrivals, last } of stretchesFrom(ledger, at + 1, knowledge)) {
    const woven = arrivals.map(({ reading, ...came }): Coming => ({
      ...came,
      reading,
      woven: { id: reading.document.id, knots: knotsOf(reading, knowledge) },
    }));
    at = await weaveStretch(loom, woven, at, last);
    await progress?.(at);
    if (at !== last) return readOn(loom, progress);
  }
  return at;
}

/** A document to be woven in, and how it came. */
type Coming = Arrival & { readonly woven: Woven };

/** News each by itself, so that what it changes is the same however much is woven at a time; what came between together. */
function sheaves(coming: readonly Coming[]): readonly (readonly Coming[])[] {
  const all: Coming[][] = [];
  for (const one of coming) {
    const last = all.at(-1);
    if (last === undefined || one.isNews || last[0]?.isNews === true) all.push([one]);
    else last.push(one);
  }
  return all;
}

/** Weaves a stretch of the chain in, unless another process did meanwhile: what it read is as new as what we read. */
async function weaveStretch(loom: Loom, coming: readonly Coming[], from: number, last: number): Promise<number> {
  const { shelf, knowledge, hand, clock } = loom;
  const kept = keptFrom(clock());
  const written = await shelf.write(async (db) => {
    const { seq, forgotten } = await db.selectFrom("book").select(["seq", "forgotten"]).executeTakeFirstOrThrow();
    if (seq !== from) return { seq };
    // Knots at hand are those of the tables where nobody wove since; what is not committed in the end is at hand no longer.
    const knots = hand.seq === from ? (hand.kept ?? new Kept()) : new Kept();
    hand.kept = undefined;
    const web = new SqlWeb(db, shelf.dialect, knowledge, knots);
    let lost = forgotten;
    await writeTexts(
      db,
      shelf.dialect,
      coming.map(({ reading }) => reading),
    );
    for (const sheaf of sheaves(coming)) {
      const end = sheaf.reduce((a, b) => (b.seq > a.seq ? b : a));
      const isKept = end.at >= kept;
      if (!isKept) lost = Math.max(lost, end.seq);
      const by = { seq: end.seq, at: end.at, ...(end.isNews ? { news: end.woven.id } : {}) };
      const roots = await weave(
        web,
        sheaf.map(({ woven }) => woven),
        knowledge,
      );
      await writeDeals({ db, dialect: shelf.dialect, knowledge }, roots, isKept ? by : undefined);
    }
    lost = Math.max(lost, (await forgetChanges(db, kept)) ?? 0);
    await db.updateTable("book").set({ seq: last, forgotten: lost }).execute();
    return { seq: last, kept: knots };
  });
  written.kept?.trim();
  [hand.kept, hand.seq] = [written.kept, written.seq];
  return written.seq;
}
