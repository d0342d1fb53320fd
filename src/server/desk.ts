// What routes work with: the ledger, its book of deals and its settings, opened once for all requests.
import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { Clock } from "../clock.ts";
import type { DealBook, DealKnowledge } from "../deal/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Settings } from "../settings/index.ts";
import type { Aliases, Families } from "../reading/index.ts";
import type { Fetcher } from "../source/index.ts";
import type { Watching } from "../watch/index.ts";
import type { Carried } from "./access/index.ts";
import type { Asker } from "./asker/index.ts";
import type { Importer } from "./importer/index.ts";
import type { Jobs } from "./job/index.ts";
import type { Logger, Metrics } from "./observe/index.ts";

/** How the book of deals is kept up. */
export interface Upkeep {
  /** The entry that the book is at. */
  readonly seq: number;
  /** Why it does not go on. */
  readonly trouble: string | undefined;
  reach(seq: number, patience: number): Promise<boolean>;
}

/** Everything that is asked. */
export interface Desk {
  readonly ledger: Ledger;
  readonly book: DealBook;
  readonly keeper: Upkeep;
  /** Answers what takes long. */
  readonly asker: Asker;
  readonly knowledge: DealKnowledge;
  /** Other names of parties. */
  readonly aliases: Aliases;
  /** Other names of goods. */
  readonly families: Families;
  readonly settings: Settings;
  readonly jobs: Jobs;
  readonly importer: Importer;
  /** Fetches from the public web, and from hosts that were allowed. */
  readonly fetch: Fetcher["fetch"];
  readonly watching: Watching;
  readonly clock: Clock;
  readonly log: Logger;
  readonly metrics: Metrics;
  readonly version: string;
}

/** Milliseconds that a question about deals waits for what was appended before it. */
const PATIENCE = 1000;

/** Entries behind which the book is not waited for: they take longer than that. */
const FAR = 1000;

/** The book as it is at the chain's end or, where much was appended just now, behind it: the answer's `pacta-behind` then tells by how many entries. */
export async function freshBook({ ledger, keeper, book }: Desk, c: Context<Carried>): Promise<DealBook> {
  // A request waits once.
  if (c.get("isFresh") === true) return book;
  c.set("isFresh", true);
  const { seq } = await ledger.head();
  const isFar = seq - keeper.seq > FAR;
  if (!(await keeper.reach(seq, isFar ? 0 : PATIENCE))) c.header("pacta-behind", String(seq - keeper.seq));
  return book;
}

const DIGITS = 32;

/**
 * A tag of answers that depend on nothing but the chain, as it is before anything is asked, and for `book` on how far the book of deals is. No answer
 * depends on what day it is: where a deal's end has passed is told by its documents, or by the day that the question names.
 */
export async function tagOf(desk: Desk, c: Context<Carried>, of: "chain" | "book"): Promise<string> {
  if (of === "book") await freshBook(desk, c);
  const { ledger, keeper, version, knowledge } = desk;
  const book = of === "book" ? [keeper.seq, knowledge.fingerprint] : [];
  const { hash } = await ledger.head();
  const { pathname, search } = new URL(c.req.url);
  const told = JSON.stringify([hash, version, pathname, search, ...book]);
  return `W/"${createHash("sha256").update(told).digest("hex").slice(0, DIGITS)}"`;
}
