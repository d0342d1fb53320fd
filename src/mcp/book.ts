// The book of deals of a server that runs for long: opened once, and caught up with the chain before each question.
import { setImmediate as turn } from "node:timers/promises";
import type { DealBook, DealKnowledge } from "../deal/index.ts";
import { openBook } from "../deal/index.ts";
import type { Ledger } from "../ledger/index.ts";

/**
 * Gives the book as new as the chain whenever it is called. Who asks meanwhile waits for the same catching up and then for one more, since
 * entries may have come in between; it goes on where its asker has no more time, so that the next one finds it further on.
 */
export function freshBook(ledger: Ledger, knowledge: () => DealKnowledge): () => Promise<DealBook> {
  let opened: Promise<DealBook> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  const open = async (): Promise<DealBook> => {
    opened ??= openBook(ledger, knowledge());
    try {
      return await opened;
    } catch (thrown) {
      opened = undefined;
      throw thrown;
    }
  };
  const caughtUp = async (): Promise<DealBook> => {
    const book = await open();
    // Between two stretches others have their turn: a timer, a question called off, the end of the input.
    await book.catchUp(() => turn());
    return book;
  };
  return () => {
    const next = last.then(caughtUp, caughtUp);
    last = next.catch(() => undefined);
    return next;
  };
}
