// An answer and the head of the chain that it was made from. The server tells them apart, so the head is asked for before and behind: where both are
// the same, nothing came in between.
import { Trouble } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

type Status = Forms["Status"];

/** An answer, and how the server stood while it was made. */
export interface Headed<Answer> {
  readonly answer: Answer;
  readonly status: Status;
}

/** Tries before it is said that the ledger goes on too fast, and milliseconds between them. */
const [TRIES, PAUSE] = [12, 1000];

/** What is asked, and how one waits. */
export interface HeadedQuestion<Answer> {
  readonly status: () => Promise<Status>;
  readonly answer: () => Promise<Answer>;
  readonly wait?: (milliseconds: number) => Promise<void>;
}

/** An answer with its head. Throws `PACTA_WEB_GROWING` where the ledger grows through all tries, and whatever asking throws. */
export async function oneHead<Answer>({ status, answer, wait = waited }: HeadedQuestion<Answer>): Promise<Headed<Answer>> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    if (tries > 0) await wait(PAUSE);
    const before = await status();
    // Deals are those of a book that is not yet at the head.
    if (before.book.seq < before.ledger.seq) continue;
    const told = await answer();
    if (isSame(before, await status())) return { answer: told, status: before };
  }
  throw new Trouble({
    status: 0,
    code: "PACTA_WEB_GROWING",
    detail: "the ledger goes on growing, or its book of deals stays behind it, so that no head can be cited for what is shown",
    remedy: "Try again once nothing is being read; the status line tells how far the book is",
  });
}

function isSame(one: Status, other: Status): boolean {
  return one.ledger.hash === other.ledger.hash && one.book.seq === other.book.seq;
}

async function waited(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}
