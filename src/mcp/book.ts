// The book of deals of a server that runs for long: opened once, and caught up with the chain before each question.
import { setImmediate as turn } from "node:timers/promises";
import type { DealBook, DealKnowledge } from "../deal/index.ts";
import { openBook } from "../deal/index.ts";
import type { Ledger } from "../ledger/index.ts";

/** A book that is as new as the chain whenever it is asked for. */
export interface FreshBook {
  /**
   * Who asks meanwhile waits for the same catching up and then for one more, since entries may have come in between. It goes on where its asker
   * has no more time, so that the next one finds it further on.
   */
  readonly book: () => Promise<DealBook>;
  /** How much of the chain is folded, in percent; undefined while nothing is under way. */
  readonly folded: () => number | undefined;
}

/** The fresh book of a ledger. `knowledge` is loaded when it is first asked for. */
export function freshBook(ledger: Ledger, knowledge: () => DealKnowledge): FreshBook {
  let opened: Promise<DealBook> | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let percent: number | undefined;
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
    const { seq } = await ledger.head();
    // Between two stretches others have their turn: a timer, a question called off, the end of the input.
    await book.catchUp(async (at) => {
      percent = Math.min(100, Math.floor((100 * at) / Math.max(1, seq)));
      await turn();
    });
    return book;
  };
  const ended = async (): Promise<DealBook> => caughtUp().finally(() => (percent = undefined));
  return {
    book: () => {
      const next = last.then(ended, ended);
      last = next.catch(() => undefined);
      return next;
    },
    folded: () => percent,
  };
}
