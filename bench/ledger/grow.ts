// Growing a ledger: batches through its own door, as `pacta read` appends them, and after each the book of deals brought to the chain's end.
import { memoryTaken } from "../../src/memory.ts";
import type { DealBook } from "../../src/deal/index.ts";
import type { Ledger } from "../../src/ledger/index.ts";
import type { Told } from "./copies.ts";

/** Limits of a batch, those of `pacta read`. */
const [DOCUMENTS, CHARACTERS] = [256, 64 * 1024];

/** How fast a stretch went: claims, and the seconds that appending and attaching took. */
export interface Stretch {
  readonly claims: number;
  readonly appending: number;
  readonly attaching: number;
}

/** Claims a second, appended and attached. */
export function rateOf({ claims, appending, attaching }: Stretch): number {
  return claims / (appending + attaching);
}

/** Both stretches as one. */
export function together(a: Stretch, b: Stretch): Stretch {
  return { claims: a.claims + b.claims, appending: a.appending + b.appending, attaching: a.attaching + b.attaching };
}

export const NO_STRETCH: Stretch = { claims: 0, appending: 0, attaching: 0 };

/** A ledger that grows with its book. */
export class Growth {
  readonly ledger: Ledger;
  readonly book: DealBook;
  readonly #told: Iterator<Told>;
  readonly #reader: string;
  /** Claims in the ledger. */
  claims = 0;
  documents = 0;
  /** The most memory that the process took, in bytes. */
  peak = 0;

  constructor(ledger: Ledger, book: DealBook, told: Iterable<Told>, reader: string) {
    [this.ledger, this.book, this.#told, this.#reader] = [ledger, book, told[Symbol.iterator](), reader];
  }

  #batch(most: number): readonly Told[] {
    const batch: Told[] = [];
    let [characters, claims] = [0, 0];
    while (batch.length < DOCUMENTS && characters < CHARACTERS && claims < most) {
      const next = this.#told.next();
      if (next.done === true) break;
      batch.push(next.value);
      characters += next.value.document.text.length;
      claims += next.value.reading.claims.length;
    }
    return batch;
  }

  /** Appends and attaches until the ledger holds so many claims. Making the copies is not timed. */
  async to(claims: number): Promise<Stretch> {
    const began = this.claims;
    let [appending, attaching] = [0, 0];
    while (this.claims < claims) {
      const batch = this.#batch(claims - this.claims);
      if (batch.length === 0) throw new Error(`the text ends at ${this.claims} claims`);
      const start = performance.now();
      await this.ledger.appendReadings(batch, this.#reader);
      const appended = performance.now();
      await this.book.catchUp();
      appending += appended - start;
      attaching += performance.now() - appended;
      this.documents += batch.length;
      this.claims += batch.reduce((sum, { reading }) => sum + reading.claims.length, 0);
      this.peak = Math.max(this.peak, memoryTaken());
    }
    return { claims: this.claims - began, appending: appending / 1000, attaching: attaching / 1000 };
  }
}
