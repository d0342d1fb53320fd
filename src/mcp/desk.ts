// What a question is asked of: the ledger, its book of deals as new as the chain, and the time that the question has.
import { setImmediate as turn } from "node:timers/promises";
import type { Clock } from "../clock.ts";
import type { DealBook, DealKnowledge } from "../deal/index.ts";
import { PactaError } from "../error.ts";
import type { Ledger } from "../ledger/index.ts";
import type { FreshBook } from "./book.ts";
import { Texts } from "./parts/index.ts";

/** How long a question may take, in milliseconds: `soft` ends a list where it stands, `hard` the question. */
export interface TimeLimits {
  readonly soft: number;
  readonly hard: number;
}

/** The desk of one question. */
export interface Desk {
  readonly ledger: Ledger;
  readonly knowledge: DealKnowledge;
  /** The book of deals, caught up with the chain. */
  readonly book: () => Promise<DealBook>;
  /** The texts that this question quotes. */
  readonly texts: Texts;
  /** Lets others have their turn. Throws once the question was called off or its time is over. */
  readonly pause: () => Promise<void>;
  /** True once a list should end where it stands. */
  readonly isLate: () => boolean;
}

/** What all desks of a server share. */
export interface Room extends FreshBook {
  readonly ledger: Ledger;
  readonly knowledge: () => DealKnowledge;
  readonly clock: Pick<Clock, "now">;
  readonly limits: TimeLimits;
}

/**
 * Runs one question at a desk of its own. Throws what it throws, `PACTA_MCP_TIME` once its time is over (what it had begun goes on, and is
 * thrown away), `PACTA_MCP_STOPPED` once `stop` is aborted.
 */
export async function atDesk<T>(
  { ledger, knowledge, book, folded, clock, limits }: Room,
  stop: AbortSignal,
  work: (desk: Desk) => Promise<T>,
): Promise<T> {
  const from = clock.now();
  const over = AbortSignal.timeout(limits.hard);
  const why = (): PactaError =>
    stop.aborted ? new PactaError("PACTA_MCP_STOPPED", "the question was called off", "Ask it again") : late(limits, folded());
  const desk: Desk = {
    ledger,
    get knowledge() {
      return knowledge();
    },
    book,
    texts: new Texts(ledger),
    pause: async () => {
      await turn();
      if (stop.aborted || over.aborted || clock.now() - from > limits.hard) throw why();
    },
    isLate: () => clock.now() - from > limits.soft,
  };
  const ended = new Promise<never>((_, reject) => {
    const either = AbortSignal.any([over, stop]);
    if (either.aborted) reject(why());
    else either.addEventListener("abort", () => reject(why()), { once: true });
  });
  const worked = work(desk);
  // Whichever loses the race still ends some time, and then nobody waits for it.
  worked.catch(() => undefined);
  return Promise.race([worked, ended]);
}

function late({ hard }: TimeLimits, folded: number | undefined): PactaError {
  const what = `no answer within ${Math.round(hard / 1000)} seconds`;
  if (folded === undefined) return new PactaError("PACTA_MCP_TIME", what, "Ask again for less: with a party, an act, a day or a limit");
  return new PactaError(
    "PACTA_MCP_TIME",
    `${what}: the ledger's deals are being folded, ${folded}% so far`,
    "It goes on by itself: ask again in a while",
  );
}
