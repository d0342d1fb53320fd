// What a ledger holds after a fault, against what was acknowledged before: everything that was acknowledged, nothing twice, a chain that
// verifies, and a book of deals that is what the chain makes of it.
import { isDeepStrictEqual } from "node:util";
import { openBook } from "../../src/deal/index.ts";
import type { DealBook, DealKnowledge } from "../../src/deal/index.ts";
import { openLedger, verify } from "../../src/ledger/index.ts";
import type { Entry, Ledger } from "../../src/ledger/index.ts";
import type { Said } from "./order.ts";
import { idOf, markOf, reportOf } from "./reports.ts";

/** What the writers of one ledger said, by their names. */
export type Spoken = ReadonlyMap<string, readonly Said[]>;

/** What was found. Each wrong is one line; without any, all is as it should be. */
export interface Held {
  /** Entries that were acknowledged: versions of documents, readings, decisions. */
  readonly acknowledged: number;
  /** Acknowledged entries that are not there, or not as they were written. */
  readonly lost: number;
  /** Entries in the chain. */
  readonly entries: number;
  readonly deals: number;
  /** Words of redacted documents, whoever acknowledged that: no file of the ledger may hold them now. */
  readonly gone: readonly string[];
  readonly wrongs: readonly string[];
}

/** Opens a ledger as the next process would, and holds it against what was said; its book of deals where it is given the knowledge of them. */
export async function heldIn(location: string, spoken: Spoken, knowledge?: DealKnowledge): Promise<Held> {
  const ledger = await openLedger(location, { create: false });
  try {
    const { seq } = await verify(ledger);
    const stored = await storedIn(ledger);
    const { acknowledged, lost, wrongs } = keptIn(stored, spoken);
    const book = knowledge === undefined ? { deals: 0, wrongs: [] } : await bookOf(ledger, knowledge);
    return {
      acknowledged,
      lost: lost.length,
      entries: seq,
      deals: book.deals,
      gone: redactedIn(stored, spoken),
      wrongs: [...lost, ...wrongs, ...strangers(stored, spoken), ...book.wrongs],
    };
  } finally {
    await ledger.close();
  }
}

type Stored<Kind extends Entry["kind"]> = Entry & { readonly kind: Kind };

/** The entries of a chain, by what they are about. */
interface Chain {
  readonly documents: ReadonlyMap<string, readonly Stored<"document">[]>;
  readonly readings: ReadonlyMap<string, readonly Stored<"reading">[]>;
  /** Hashes of decisions by their place. */
  readonly decisions: ReadonlyMap<number, string>;
}

async function storedIn(ledger: Ledger): Promise<Chain> {
  const entries: Entry[] = [];
  for await (const entry of ledger.entries()) entries.push(entry);
  const documents = entries.filter((entry) => entry.kind === "document");
  const readings = entries.filter((entry) => entry.kind === "reading");
  const decisions = entries.filter((entry) => entry.kind === "decision");
  return {
    documents: Map.groupBy(documents, ({ body }) => body.id),
    readings: Map.groupBy(readings, ({ body }) => body.document),
    decisions: new Map(decisions.map(({ seq, hash }) => [seq, hash])),
  };
}

interface Kept {
  readonly acknowledged: number;
  readonly lost: readonly string[];
  readonly wrongs: readonly string[];
}

/** Each acknowledged entry is there, and as it was written. */
function keptIn(chain: Chain, spoken: Spoken): Kept {
  const [lost, wrongs]: [string[], string[]] = [[], []];
  let acknowledged = 0;
  for (const [name, said] of spoken) {
    for (const line of said) {
      if ("decided" in line) {
        acknowledged += 1;
        if (chain.decisions.get(line.seq) !== line.hash) lost.push(`the decision ${line.seq} (${line.decided}) of ${name}`);
      }
      if ("read" in line) {
        acknowledged += 2 * line.read.length;
        for (const n of line.read) lost.push(...missingOf(chain, name, n));
      }
      if ("redacted" in line && !isRedacted(chain, idOf(name, line.redacted))) {
        wrongs.push(`${idOf(name, line.redacted)} has its words, though they were redacted`);
      }
    }
  }
  return { acknowledged, lost, wrongs };
}

/** Which of the two entries of a report are not there, or other than they were. Of a redacted one the words are gone, and its slots stay. */
function missingOf(chain: Chain, name: string, n: number): readonly string[] {
  const wanted = reportOf(name, n);
  const { id, text } = wanted.document;
  const [document, reading] = [chain.documents.get(id)?.[0], chain.readings.get(id)?.[0]];
  const isGone = isRedacted(chain, id);
  const wordless = (claims: typeof wanted.reading.claims) => claims.map((claim) => ({ ...claim, evidence: { ...claim.evidence, quote: "" } }));
  const [claims, found] = [wanted.reading.claims, reading?.body.claims];
  return [
    ...(document?.body.text === (isGone ? "" : text) ? [] : [`the document ${id}`]),
    ...(isDeepStrictEqual(found, isGone ? wordless(claims) : claims) ? [] : [`the reading of ${id}`]),
  ];
}

function isRedacted({ documents }: Chain, id: string): boolean {
  return documents.get(id)?.[0]?.redacted === true;
}

/** What is in the ledger twice, or was never written. */
function strangers({ documents, readings }: Chain, spoken: Spoken): readonly string[] {
  const begun = new Set(begunIn(spoken).map(([name, n]) => idOf(name, n)));
  const twice = [...documents.values(), ...readings.values()].filter(({ length }) => length > 1);
  return [
    ...twice.map(([first]) => `entry ${first?.seq} is there twice`),
    ...[...documents.keys()].filter((id) => !begun.has(id)).map((id) => `nobody wrote ${id}`),
  ];
}

function redactedIn(chain: Chain, spoken: Spoken): readonly string[] {
  return begunIn(spoken)
    .filter(([name, n]) => isRedacted(chain, idOf(name, n)))
    .map(([name, n]) => markOf(name, n));
}

/** The reports that anybody began to append. */
function begunIn(spoken: Spoken): readonly (readonly [writer: string, n: number])[] {
  return [...spoken].flatMap(([name, said]) => said.flatMap((line) => ("begun" in line ? line.begun : [])).map((n) => [name, n] as const));
}

/** Brings the book up to the chain, and holds it against one that is made anew. */
async function bookOf(ledger: Ledger, knowledge: DealKnowledge): Promise<{ readonly deals: number; readonly wrongs: readonly string[] }> {
  const book = await openBook(ledger, knowledge);
  const { seq } = await ledger.head();
  const end = await book.catchUp();
  const kept = await linesOf(book);
  await book.rebuild();
  const made = await linesOf(book);
  return {
    deals: kept.length,
    wrongs: [
      ...(end === seq ? [] : [`the book ends at entry ${end} of ${seq}`]),
      ...(JSON.stringify(kept) === JSON.stringify(made) ? [] : ["the book is not what a rebuild makes of the chain"]),
    ],
  };
}

/** Every deal with all that is told of it, in the book's order. */
async function linesOf(book: DealBook): Promise<readonly unknown[]> {
  const lines: unknown[] = [];
  for (let after: string | undefined; ;) {
    const page = await book.deals({ limit: 200, ...(after === undefined ? {} : { after }) });
    for (const line of page.deals) lines.push([line, await book.deal(line.id)]);
    after = page.next;
    if (after === undefined) return lines;
  }
}
