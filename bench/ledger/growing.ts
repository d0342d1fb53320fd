// What grows in a bench: ledgers of Current Events and copies of it under other names, to sizes that are the same for all parts.
import { loadDealKnowledge, openBook } from "../../src/deal/index.ts";
import type { DealKnowledge } from "../../src/deal/index.ts";
import { openLedger } from "../../src/ledger/index.ts";
import type { Bench } from "../part.ts";
import { toldInFile, toldInItems } from "./base.ts";
import { copies, makingsOf } from "./copies.ts";
import type { Making, Told } from "./copies.ts";
import { Growth } from "./grow.ts";
import type { Place } from "./places.ts";
import { loadWording } from "./renaming.ts";

/** The sizes at which is measured, in claims; others are held against the first. */
export const FIRST = 10_000;
export const SIZES = [FIRST, 100_000, 1_000_000];
/** Claims over which a rate is taken in a full run. */
export const WINDOW_FULL = 2500;
const READER = "bench";
/** Items of Current Events that are read where no ledger is named. */
const ITEMS = { full: 3000, small: 1000 };

/** What all ledgers of a run are made of. */
export interface Stuff {
  readonly base: readonly Told[];
  readonly makings: readonly Making[];
  readonly knowledge: DealKnowledge;
}

/** What ledgers of so many claims are made of. */
export async function stuffFor({ shared, small, ledger }: Bench, most: number): Promise<Stuff> {
  const base = ledger === undefined ? await toldInItems(shared, small ? ITEMS.small : ITEMS.full) : await toldInFile(ledger);
  const knowledge = loadDealKnowledge();
  const counts = new Map<string, number>();
  let claims = 0;
  for (const { actors, targets } of base.flatMap(({ reading }) => reading.claims)) {
    claims += 1;
    for (const { id } of [...actors, ...targets]) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  // Windows go beyond the sizes.
  const copied = Math.ceil((most + SIZES.length * 2 * WINDOW_FULL) / claims);
  const makings = makingsOf(
    copied,
    loadWording(knowledge, (party) => counts.get(party) ?? 0),
  );
  return { base, makings, knowledge };
}

/** A new ledger at a place, which grows. */
export async function growthAt(place: Place, name: string, { base, makings, knowledge }: Stuff): Promise<Growth> {
  const ledger = await openLedger(place.fresh(name));
  return new Growth(ledger, await openBook(ledger, knowledge), copies(base, makings), READER);
}

/** The sizes below the most claims, and these; none where that is less than the first. */
export const sizesTo = (most: number): readonly number[] => (most < FIRST ? [] : [...SIZES.filter((each) => each < most), most]);
