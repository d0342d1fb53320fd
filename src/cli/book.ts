// The book of the ledger that a command line names, brought up to the chain's end before it is asked.
import type { DealBook, DealKnowledge } from "../deal/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Surroundings } from "./command.ts";
import { ledgerLocation, withLedger } from "./open.ts";
import { progressOn } from "./progress.ts";

/** Runs work on the book of a ledger, which is opened for it and closed after it. */
export async function withBook<T>(
  named: string | undefined,
  around: Surroundings,
  work: (book: DealBook, knowledge: DealKnowledge) => Promise<T>,
): Promise<T> {
  return withLedger(ledgerLocation(named, around.env), false, async (ledger) => {
    const { loadDealKnowledge } = await import("../deal/index.ts");
    const knowledge = loadDealKnowledge();
    return work(await bookOf(ledger, knowledge, around), knowledge);
  });
}

/** The book of an open ledger, caught up with the chain. Long work is told on a terminal. */
export async function bookOf(ledger: Ledger, knowledge: DealKnowledge, around: Surroundings): Promise<DealBook> {
  const book = await lateBook(ledger, knowledge, around);
  await book.catchUp();
  return book;
}

/** The book of an open ledger, as far as it was folded: whoever needs the rest catches up, which is told on a terminal. */
export async function lateBook(ledger: Ledger, knowledge: DealKnowledge, around: Surroundings): Promise<DealBook> {
  const { openBook } = await import("../deal/index.ts");
  const book = await openBook(ledger, knowledge);
  return {
    ...book,
    catchUp: async (told) => {
      const { seq } = await ledger.head();
      const progress = progressOn(around.err, around.env);
      const end = await book.catchUp(async (at) => {
        await progress.note(`folding deals: ${Math.floor((100 * at) / Math.max(1, seq))}%`);
        await told?.(at);
      });
      await progress.clear();
      return end;
    },
  };
}
