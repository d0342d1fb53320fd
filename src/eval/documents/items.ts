// Every pair of Current Events items that is joined: how many, how far apart, and what a reader says of a sample.
import { existsSync, readFileSync } from "node:fs";
import { z } from "zod";
import { MemoryNearStore, NearIndex, nearRowOf, recordDocument } from "../../document/index.ts";
import type { Document, DocumentSetting, NearRow, NearRules } from "../../document/index.ts";
import { PactaError } from "../../error.ts";
import { resource } from "../../resources.ts";
import { newsItems } from "../language/index.ts";
import { share, table } from "../table.ts";

/** Two items that are copies, the earlier id first. */
export interface JoinedPair {
  readonly id: string;
  readonly other: string;
  /** Days between them. */
  readonly days: number;
  readonly same: boolean;
  /** Runs of the shorter one. */
  readonly runs: number;
}

/** The items of the corpus as documents, at most so many. Throws `PACTA_CORPUS_MISSING`. */
export function itemDocuments(shared: string, setting: DocumentSetting, limit = Number.POSITIVE_INFINITY): Document[] {
  const items = [...newsItems(shared).values()].slice(0, limit);
  return items.map(({ id, date, heading, text, sources }) => recordDocument({ id, date, heading, text, sources }, setting));
}

/** The rows of documents. */
export function rowsOf(documents: readonly Document[], rules: NearRules, { furniture }: DocumentSetting): NearRow[] {
  return documents.map((document) => nearRowOf(document, { rules, agencies: furniture.agencies }));
}

/** An index that holds these rows. */
export async function indexOf(rows: readonly NearRow[], rules: NearRules): Promise<NearIndex> {
  const index = new NearIndex(new MemoryNearStore(), rules);
  for (const row of rows) await index.add(row);
  return index;
}

/** Every pair that the rules join. */
export async function joinedPairs(rows: readonly NearRow[], rules: NearRules): Promise<JoinedPair[]> {
  const index = await indexOf(rows, rules);
  const pairs: JoinedPair[] = [];
  for (const row of rows) {
    for (const other of await index.copiesOf(row)) if (row.id < other.id) pairs.push(pairOf(row, other));
  }
  return pairs;
}

function pairOf(a: NearRow, b: NearRow): JoinedPair {
  const days = a.day === undefined || b.day === undefined ? 0 : Math.abs(Date.parse(a.day) - Date.parse(b.day)) / 86_400_000;
  return { id: a.id, other: b.id, days, same: a.signature.digest === b.signature.digest, runs: Math.min(a.signature.runs, b.signature.runs) };
}

const KINDS: readonly (readonly [string, (pair: JoinedPair) => boolean])[] = [
  ["the same words, fewer than 8 runs (titles)", ({ same, runs }) => same && runs < 8],
  ["the same words, 8 runs and more", ({ same, runs }) => same && runs >= 8],
  ["other words, fewer than 80 runs", ({ same, runs }) => !same && runs < 80],
  ["other words, 80 runs and more", ({ same, runs }) => !same && runs >= 80],
];
const SPANS = [1, 7, 14, 31, 92, Number.POSITIVE_INFINITY];

/** Pairs by kind and by how far apart they are, whatever the window; and those that the window leaves. */
export function pairsTable(all: readonly JoinedPair[], joined: readonly JoinedPair[]): string {
  const spans = SPANS.map((most, at) => ({ least: at === 0 ? 0 : (SPANS[at - 1] ?? 0) + 1, most }));
  const rows = KINDS.map(([name, is]) => {
    const of = all.filter(is);
    const counts = spans.map(({ least, most }) => String(of.filter(({ days }) => days >= least && days <= most).length));
    return [name, ...counts, String(joined.filter(is).length)];
  });
  const heads = spans.map(({ least, most }) => (most === Number.POSITIVE_INFINITY ? `${least}+` : `${least}–${most}`));
  return table(["pairs that are alike, by days apart", ...heads, "joined"], rows);
}

/** How many clusters of more than one there are, and how large the largest is. */
export async function clustersLine(rows: readonly NearRow[], rules: NearRules): Promise<string> {
  const clusters = await Array.fromAsync((await indexOf(rows, rules)).clusters(rows.map(({ id }) => id)));
  const sizes = clusters.map(({ members }) => members.length).filter((size) => size > 1);
  const inside = sizes.reduce((sum, size) => sum + size, 0);
  return `${rows.length} items make ${clusters.length} origins: ${sizes.length} clusters of more than one hold ${inside} items, the largest ${Math.max(0, ...sizes)}.`;
}

const verdictRow = z.strictObject({
  id: z.string(),
  other: z.string(),
  joined: z.boolean(),
  verdict: z.enum(["right", "wrong", "unclear"]),
  why: z.string().optional(),
});

/** What a judge said of a pair: whether it is right that it was joined, or left apart. */
type PairVerdict = z.infer<typeof verdictRow>;

function verdicts(): PairVerdict[] {
  const file = resource("test", "judged", "copies.jsonl");
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return lines.map((line, at) => {
    const row = verdictRow.safeParse(JSON.parse(line));
    if (row.success) return row.data;
    throw new PactaError("PACTA_JUDGED_INVALID", `this line is no verdict: ${z.prettifyError(row.error)}`, "Write {id, other, joined, verdict}", {
      source: file,
      line: at + 1,
    });
  });
}

/** The judged pairs by what was done with them, and how many are still treated so. */
export function judgedTable(joined: readonly JoinedPair[]): string {
  const now = new Set(joined.map(({ id, other }) => `${id} ${other}`));
  const all = verdicts();
  const rows = [true, false].map((wasJoined) => {
    const of = all.filter((each) => each.joined === wasJoined);
    const [right, wrong, unclear] = ["right", "wrong", "unclear"].map((word) => of.filter(({ verdict }) => verdict === word).length);
    const still = of.filter(({ id, other }) => now.has(`${id} ${other}`) === wasJoined).length;
    const clear = (right ?? 0) + (wrong ?? 0);
    const rate = clear === 0 ? "–" : share((right ?? 0) / clear);
    return [wasJoined ? "joined" : "left apart", ...[of.length, right, wrong, unclear].map(String), rate, String(still)];
  });
  return table(["pairs judged by eye", "judged", "right", "wrong", "unclear", "share right", "still so"], rows);
}
