// The server's side of the thread that keeps the book of deals.
import { extname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import type { KeeperMessage, KeeperSetup, Round } from "./wire.ts";

/** Milliseconds that something which must see the chain's end waits for it. */
const LONG = 20_000;

/** How the keeper tells what it does. */
export interface KeeperEars {
  /** The book is at this entry. */
  readonly at?: (seq: number) => void;
  /** Nobody can be told of changes; said once until it is something else. */
  readonly untold?: (error: string) => void;
  /** Somebody was told of changes, or could not be. */
  readonly watching?: (told: Round) => void;
  /** It could not go on, and tries again. */
  readonly trouble?: (error: string) => void;
}

/** Keeps the book of a ledger at the chain's end, in a thread of its own. */
export class Keeper {
  readonly #worker: Worker;
  readonly #ended: Promise<unknown>;
  #seq = 0;
  #news = Promise.withResolvers<void>();
  #trouble: string | undefined;
  #untold: string | undefined;

  readonly #begun = this.#news.promise;

  constructor(setup: KeeperSetup, ears: KeeperEars = {}) {
    this.#worker = new Worker(new URL(`./entry-thread${extname(import.meta.url)}`, import.meta.url), { workerData: setup });
    this.#ended = new Promise((resolve) => this.#worker.once("exit", resolve));
    this.#worker.on("message", (message: KeeperMessage) => {
      if (message.kind === "watching") return ears.watching?.(message.told);
      if (message.kind === "untold") {
        if (message.error !== this.#untold) ears.untold?.(message.error);
        this.#untold = message.error;
        return undefined;
      }
      if (message.kind === "at") {
        // After a redaction it begins anew.
        this.#seq = message.seq;
        if (message.end === true) this.#trouble = undefined;
        ears.at?.(this.#seq);
      } else {
        if (message.error !== this.#trouble) ears.trouble?.(message.error);
        this.#trouble = message.error;
      }
      this.#tell();
    });
    this.#worker.once("exit", () => {
      this.#trouble ??= "the thread that keeps the book of deals has ended";
      this.#tell();
    });
    this.#worker.on("error", (error: Error) => {
      this.#trouble = String(error);
      ears.trouble?.(this.#trouble);
      this.#tell();
    });
  }

  /** Wakes whoever waits for news of the thread. */
  #tell(): void {
    this.#news.resolve();
    this.#news = Promise.withResolvers();
  }

  /** Waits until the thread has said how far the book is, or why it does not go on. */
  started(): Promise<void> {
    return this.#begun;
  }

  /** The entry that the book is at, as far as is known. */
  get seq(): number {
    return this.#seq;
  }

  /** Why the book does not go on; undefined where it does. */
  get trouble(): string | undefined {
    return this.#trouble;
  }

  /** Waits until the book is at an entry, for so many milliseconds at most. False where it is not by then. */
  async reach(seq: number, patience: number): Promise<boolean> {
    if (this.#seq >= seq) return true;
    this.look();
    const over = new AbortController();
    const late = setTimeout(patience, true, { signal: over.signal }).catch(() => true);
    let isLate = false;
    while (this.#seq < seq && !isLate) isLate = await Promise.race([late, this.#news.promise.then(() => false)]);
    over.abort();
    return this.#seq >= seq;
  }

  /** Waits for the chain's end as it is now, and gives how far the book is. */
  async caughtUp(ledger: { head(): Promise<{ readonly seq: number }> }): Promise<number> {
    await this.reach((await ledger.head()).seq, LONG);
    return this.#seq;
  }

  /** Has the thread look at the chain now. */
  look(): void {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    this.#worker.postMessage("look");
  }

  /** Ends the thread, in between two stretches of the chain where it is at work. */
  async close(): Promise<void> {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- threads have no origin
    this.#worker.postMessage("stop");
    await this.#ended;
  }
}
