// One poll of one feed while it goes on: which of its entries were sent, and what became of them.
import { PactaError } from "../error.ts";
import type { Feed } from "../settings/index.ts";
import type { FeedAnswer } from "./answer.ts";
import type { Done, Sorted, Wanted } from "./entries.ts";
import type { Pages } from "./pages.ts";
import type { EntryCounts, Kept } from "./polled.ts";
import type { Texts } from "./texts.ts";

/** What a run begins with. `before` is the feed as it was followed, `feed` where it moved to. */
export interface RunStart {
  readonly feed: Feed;
  readonly before: Feed;
  readonly answer: Extract<FeedAnswer, { kind: "answered" }>;
  readonly sorted: Sorted;
  readonly pages: Pages;
  /** Milliseconds. */
  readonly now: number;
}

interface Entry {
  readonly texts: Texts;
  open: number;
  taken: number;
  final: boolean;
}

/** Milliseconds between two notes of what was read; what is not noted when the process ends is asked for again, and known to the ledger. */
const WRITTEN = 10_000;

/** The failure of an entry that no other try will mend. */
const FINAL: ReadonlySet<string> = new Set(["PACTA_FEED_LINK_ONLY"]);

/** A poll of one feed. */
export class FeedRun {
  readonly feed: Feed;
  readonly before: Feed;
  readonly answer: RunStart["answer"];
  readonly #start: RunStart;
  readonly #entries = new Map<Wanted, Entry>();
  readonly #finished = Promise.withResolvers<void>();
  #unwritten: Done[] = [];
  #written: number;
  #sent = false;
  #again = false;
  #counts = { read: 0, unchanged: 0, failed: 0 };
  /** Documents that were new to the ledger. */
  documents = 0;

  constructor(start: RunStart) {
    this.feed = start.feed;
    this.before = start.before;
    this.answer = start.answer;
    this.#start = start;
    this.#written = start.now;
    this.#unwritten = start.sorted.passed.map((each) => ({ ...each, read: true }));
  }

  /** Resolves when all entries are done. */
  get done(): Promise<void> {
    return this.#finished.promise;
  }

  /** True when every entry that was wanted was read, or failed. */
  get isDone(): boolean {
    const { read, unchanged, failed } = this.#counts;
    return this.#sent && read + unchanged + failed === this.#start.sorted.wanted.length;
  }

  /** True where the same answer should come again: something in it is not read yet. */
  get isWantedAgain(): boolean {
    return this.#again || this.#start.sorted.left > 0 || this.answer.listing.cut === true;
  }

  /** What is to be known of a feed that was cut off. */
  get cut(): PactaError | undefined {
    if (this.answer.listing.cut !== true) return undefined;
    const what = `the feed ends in the middle, after ${this.answer.listing.items.length} whole entries`;
    return new PactaError("PACTA_FEED_TRUNCATED", what, "It is asked for again at the next poll", { source: this.feed.id });
  }

  /** The texts of an entry are about to be sent. */
  begun(wanted: Wanted, texts: Texts): void {
    this.#entries.set(wanted, { texts, open: texts.outcomes.length, taken: 0, final: false });
    if (texts.outcomes.length === 0) this.#close(wanted, texts.unchanged ? "unchanged" : "failed");
  }

  /** One document of an entry was kept, or failed. */
  async kept(wanted: Wanted, kept: Kept): Promise<void> {
    const entry = this.#entries.get(wanted);
    if (entry === undefined) return;
    entry.open -= 1;
    if (kept.kind === "taken") {
      entry.taken += 1;
      if (kept.appended === "document") this.documents += 1;
      const { page } = entry.texts;
      if (page !== undefined) await this.#start.pages.read(page, kept.document.id);
    } else if (FINAL.has(kept.error.code)) entry.final = true;
    if (entry.open === 0) this.#close(wanted, entry.taken > 0 ? "read" : entry.final ? "final" : "failed");
  }

  /** `final`: it was not read, and no other try would read it. */
  #close(wanted: Wanted, end: "read" | "unchanged" | "failed" | "final"): void {
    this.#entries.delete(wanted);
    this.#counts[end === "final" ? "failed" : end] += 1;
    if (end === "failed") this.#again = true;
    this.#unwritten.push({ key: wanted.key, print: wanted.item.print, read: end !== "failed" });
    if (this.isDone) this.#finished.resolve();
  }

  /** No more entries follow; those that were not sent come next time. */
  allSent(): void {
    this.#sent = true;
    if (this.isDone) this.#finished.resolve();
  }

  /** True when what was read should be noted before more is. */
  isTimeToWrite(now: number): boolean {
    return this.#unwritten.length > 0 && now - this.#written >= WRITTEN;
  }

  /** What became of entries since this was last asked, with the sitemaps that are done with them. */
  toWrite(now: number): { readonly done: readonly Done[]; readonly keys: readonly string[] } {
    this.#written = now;
    const done = this.isDone && !this.isWantedAgain ? [...this.#unwritten, ...this.answer.subs] : this.#unwritten;
    this.#unwritten = [];
    return { done, keys: [...this.answer.subKeys, ...this.#start.sorted.keys] };
  }

  counts(): EntryCounts {
    const { wanted, passed, left } = this.#start.sorted;
    const changed = wanted.filter((each) => each.changed).length;
    return { ...this.#counts, changed, fresh: wanted.length - changed, passed: passed.length, left };
  }
}
