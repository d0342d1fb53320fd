// The queue of what is to be reviewed, page by page. It is made once for each state of the book, and what people decided is left out of it.
import type { DealBook, DealKind, ReviewItem } from "../../deal/index.ts";
import type { Ledger, StoredClaim, StoredDecision } from "../../ledger/index.ts";

/** A page of the queue: behind which place (score and claim), how long, and of which kind of deals. `at` names the state of the chain and the book. */
export interface ReviewAsked {
  readonly at: string;
  readonly after?: { readonly score: number; readonly claim: string };
  readonly limit: number;
  readonly kind?: DealKind;
}

/** A claim on the page. */
type Queued = Omit<ReviewItem, "claim"> & { readonly claim: StoredClaim };

/** A page; `more` where it goes on behind the last of it. */
export interface ReviewPage {
  readonly items: readonly Queued[];
  readonly more: boolean;
}

/** Decisions that are looked through for what is decided, the newest. The others are found where their claims come up. */
const LOOKED_AT = 2000;

/** The queue of one ledger. */
export class Reviewing {
  readonly #ledger: Ledger;
  readonly #book: DealBook;
  #at = "";
  #items: readonly ReviewItem[] = [];
  #decided: ReadonlySet<string> = new Set();
  #last = 0;

  constructor(ledger: Ledger, book: DealBook) {
    this.#ledger = ledger;
    this.#book = book;
  }

  /** A page of the queue. */
  async page({ at, after, limit, kind }: ReviewAsked): Promise<ReviewPage> {
    if (this.#at !== at) {
      [this.#items, this.#decided] = [await this.#book.review(), await this.#decidedNow()];
      this.#at = at;
    }
    const items: Queued[] = [];
    for (const { claim: id, ...item } of this.#items) {
      if (this.#decided.has(id) || (kind !== undefined && item.deal?.kind !== kind)) continue;
      if (after !== undefined && (item.score > after.score || (item.score === after.score && id <= after.claim))) continue;
      const claim = await this.#ledger.claim(id);
      if (claim === undefined || !isUntouched(claim)) continue;
      if (items.length === limit) return { items, more: true };
      items.push({ claim, ...item });
    }
    return { items, more: false };
  }

  /** The claims that people confirmed or corrected, as far as the newest decisions tell. What was known of them stays, unless one was taken back. */
  async #decidedNow(): Promise<ReadonlySet<string>> {
    const fresh: StoredDecision[] = [];
    for await (const decision of this.#ledger.decisions(["confirm", "correct", "undo"])) {
      if (decision.seq <= this.#last || fresh.length === LOOKED_AT) break;
      fresh.push(decision);
    }
    const [newest] = fresh;
    if (this.#last > 0 && fresh.some(({ decision }) => decision.type === "undo")) {
      this.#last = 0;
      this.#decided = new Set();
      return this.#decidedNow();
    }
    if (newest !== undefined) this.#last = newest.seq;
    const claims = fresh.filter(({ decision, undone }) => decision.type !== "undo" && !undone).flatMap(({ found }) => found);
    return new Set([...this.#decided, ...claims.filter((claim) => claim !== null)]);
  }
}

/** A claim as it was read, about which nobody has said whether it is right. */
function isUntouched({ review }: StoredClaim): boolean {
  return review === undefined || (review.origin === "read" && !review.confirmed && review.corrected.length === 0);
}
