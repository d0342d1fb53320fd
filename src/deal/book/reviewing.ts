// What a reviewer should look at first: of the newest claims those of which we are least sure, and on which most hangs.
import type { Kysely } from "kysely";
import { chunks } from "../../ledger/index.ts";
import type { DealKind } from "../deal.ts";
import { fold } from "../fold.ts";
import { dealAs } from "../group.ts";
import type { DealKnowledge } from "../knowledge.ts";
import type { DealLine } from "../line.ts";
import { readStand, readTold } from "../web/index.ts";
import type { BookTables } from "./shape.ts";
import { tellingsOf } from "./telling.ts";

/**
 * Why a claim is looked at: its reader is unsure of it; it waits, since it may be of a deal or not; it moves its deal to another state; others
 * contradict it.
 */
export const REVIEW_REASONS = ["unsure", "unsure-attachment", "moves-state", "conflict"] as const;
/** See `REVIEW_REASONS`. */
export type ReviewReason = (typeof REVIEW_REASONS)[number];

/** A claim to be looked at; `deal` is the one that it is of, or may be of where it waits. */
export interface ReviewItem {
  readonly claim: string;
  readonly deal?: { readonly id: string; readonly name: string; readonly kind: DealKind; readonly claims: number };
  readonly why: readonly ReviewReason[];
  readonly score: number;
}

/** Strands of documents that are looked at, the newest in the book: what one document tells of one undertaking. */
const NEWEST = 1000;

/** Deals of more claims are not folded to see which of them move it, nor more deals than have so many claims together, the smallest first. */
const FOLDED = { each: 100, whole: 5000 };

/** Claims of less confidence are said to be unsure. */
const SURE = 0.7;

/** Nothing is quite sure: a claim on which much hangs is looked at also where its reader had no doubt. */
const LEAST = 0.05;

const WEIGHTS: Readonly<Record<ReviewReason, number>> = { unsure: 0, "unsure-attachment": 1, "moves-state": 2, conflict: 1 };
const DECIMALS = 4;

type Row = Pick<BookTables["deals"], "root" | "id" | "name" | "kind" | "claims" | "slots">;

/** A claim as its strand tells it. */
interface Told {
  readonly claim: string;
  readonly confidence: number;
  readonly row?: Row;
  readonly waits: boolean;
}

/**
 * See `DealBook.review`. The score is u × (1 + 2 where it moves its deal + 1 where it is contradicted + 1 where it waits) × (1 + log10(1 + the deal's
 * claims) / 2), where u = 1 - confidence, 0.05 at least; the confidence of one that waits is that of its place too, where that is less.
 */
export async function toReview(db: Kysely<BookTables>, knowledge: DealKnowledge): Promise<readonly ReviewItem[]> {
  const told = await newest(db);
  const rows = new Map(told.flatMap(({ row }) => (row === undefined ? [] : [[row.root, row] as const])));
  const [moving, contradicted] = [await movers(db, [...rows.values()], knowledge), await inConflict(db, [...rows.values()])];
  const items = new Map<string, ReviewItem>();
  for (const { claim, confidence, row, waits } of told) {
    const is: Readonly<Record<ReviewReason, boolean>> = {
      unsure: confidence < SURE && !waits,
      "unsure-attachment": waits,
      "moves-state": moving.has(claim),
      conflict: contradicted.has(claim),
    };
    const why = REVIEW_REASONS.filter((reason) => is[reason]);
    const weight = why.reduce((sum, reason) => sum + WEIGHTS[reason], 1) * (1 + Math.log10(1 + (row?.claims ?? 0)) / 2);
    const score = Number((Math.max(LEAST, 1 - confidence) * weight).toFixed(DECIMALS));
    items.set(claim, { claim, ...(row === undefined ? {} : { deal: dealIn(row) }), why, score });
  }
  return [...items.values()].sort((a, b) => b.score - a.score || (a.claim < b.claim ? -1 : 1));
}

const dealIn = ({ id, name, kind, claims }: Row) => ({ id, name, kind, claims });

/** The claims of the newest strands; what is no claim is left out. */
async function newest(db: Kysely<BookTables>): Promise<readonly Told[]> {
  const knots = db.selectFrom("knots").innerJoin("knot_bodies", "knot_bodies.n", "knots.n").select(["stand", "told"]);
  const strands = (await knots.orderBy("knots.n", "desc").limit(NEWEST).execute()).map(({ stand, told }) => ({
    stand: readStand(stand),
    links: readTold(told).links.filter(({ part }) => part !== "hints"),
  }));
  const rows = await rowsOf(
    db,
    strands.flatMap(({ stand: { root, unsure } }) => (unsure === undefined ? [root] : [root, unsure.root])),
  );
  return strands.flatMap(({ stand: { root, unsure }, links }) => {
    const own = rows.get(root);
    const row = own ?? (unsure === undefined ? undefined : rows.get(unsure.root));
    const waits = own === undefined && row !== undefined;
    const most = waits ? (unsure?.confidence ?? 1) : 1;
    return links.map(({ claim }): Told => {
      return { claim: claim.id, confidence: Math.min(claim.confidence, most), waits, ...(row === undefined ? {} : { row }) };
    });
  });
}

async function rowsOf(db: Kysely<BookTables>, roots: readonly string[]): Promise<ReadonlyMap<string, Row>> {
  const found = new Map<string, Row>();
  for (const some of chunks([...new Set(roots)])) {
    const rows = db.selectFrom("deals").select(["root", "id", "name", "kind", "claims", "slots"]);
    for (const row of await rows.where("root", "in", some).execute()) found.set(row.root, row);
  }
  return found;
}

/** Claims that moved a thread of their deals, of those that are not too large to be folded. */
async function movers(db: Kysely<BookTables>, rows: readonly Row[], knowledge: DealKnowledge): Promise<ReadonlySet<string>> {
  let left = FOLDED.whole;
  const small = rows.filter(({ claims }) => claims <= FOLDED.each).toSorted((a, b) => a.claims - b.claims || (a.root < b.root ? -1 : 1));
  const folded = small.filter(({ claims }) => (left -= claims) >= 0);
  const knots = await tellingsOf(
    db,
    folded.map(({ root }) => root),
  );
  const found = folded.flatMap((row) => {
    const { steps } = fold(dealAs(row, row.root, knots.get(row.root) ?? []), knowledge);
    return steps.flatMap(({ moved, attachment }) => (moved ? [attachment.member.claim.id] : []));
  });
  return new Set(found);
}

/** Claims that others contradict. Few deals have any, and only their lines are read. */
async function inConflict(db: Kysely<BookTables>, rows: readonly Row[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const some of chunks(rows.filter(({ slots }) => slots !== "").map(({ root }) => root)))
    for (const { line } of await db.selectFrom("deals").select("line").where("root", "in", some).execute())
      for (const { claims } of (JSON.parse(line) as DealLine).conflicts) for (const claim of claims) found.add(claim);
  return found;
}
