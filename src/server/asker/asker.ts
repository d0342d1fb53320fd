// The server's side of the thread that answers long questions.
import { extname } from "node:path";
import type { AsOf, DealFilter } from "../../deal/index.ts";
import { PactaError } from "../../error.ts";
import { openThread } from "../../thread/index.ts";
import type { OpenThread } from "../../thread/index.ts";
import type { Question } from "./question.ts";
import type { ReviewAsked, ReviewPage } from "./reviewing.ts";

/** A question beyond these ends its thread: 30 seconds of work, or a gigabyte. */
const LIMITS = { time: 30_000, memory: 1024 ** 3 };

/** Long questions that wait for others. */
const WAITING = 200;

/** Answers long questions as JSON, beside the server's own thread. */
export class Asker {
  readonly #thread: OpenThread<Question, string>;
  #waiting = 0;

  constructor(location: string) {
    const entry = new URL(`./entry-thread${extname(import.meta.url)}`, import.meta.url);
    this.#thread = openThread(
      entry,
      location,
      LIMITS,
      (why) => new PactaError("PACTA_SERVER_TIME", `the answer is not given: ${why}`, "Ask for less at a time"),
    );
  }

  /** A page of deals, as JSON. Throws as `DealBook.deals` does, `PACTA_SERVER_TIME` and `_BUSY`. */
  deals(filter: DealFilter): Promise<string> {
    return this.#ask({ kind: "deals", filter });
  }

  /** All that is told of a deal, as JSON; `null` where there is none. */
  deal(id: string, days: AsOf): Promise<string> {
    return this.#ask({ kind: "deal", id, days });
  }

  /** A party and its partners, as JSON; `null` where there is none. */
  network(key: string, partners: number): Promise<string> {
    return this.#ask({ kind: "network", key, partners });
  }

  /** Who deals in goods, as JSON. */
  itemNetwork(item: string, parties: number): Promise<string> {
    return this.#ask({ kind: "item-network", item, parties });
  }

  /** A page of what is to be reviewed. */
  async review(asked: ReviewAsked): Promise<ReviewPage> {
    return JSON.parse(await this.#ask({ kind: "review", asked })) as ReviewPage;
  }

  async #ask(question: Question): Promise<string> {
    if (this.#waiting >= WAITING) throw new PactaError("PACTA_SERVER_BUSY", `${WAITING} long questions wait to be answered`, "Try again later");
    this.#waiting += 1;
    try {
      return await this.#thread.ask(question);
    } finally {
      this.#waiting -= 1;
    }
  }

  close(): Promise<void> {
    return this.#thread.close();
  }
}
