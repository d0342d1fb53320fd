// What is asked, drawn so that anybody can draw it again: deals by their ids, which are hashes, and from what those deals tell the parties, goods,
// sums, days and words that lists are asked for.
import type { DealBook, DealFilter, DealLine } from "../../src/deal/index.ts";
import { sample } from "../corpus.ts";

const DIGITS = 4;

/** The lines of so many deals, fewer where the book has fewer; the same seed draws the same. */
export async function drawDeals(book: DealBook, count: number, seed: number): Promise<readonly DealLine[]> {
  const numbers = sample(
    Array.from({ length: 16 ** DIGITS }, (_, n) => n),
    8 * count,
    seed,
  );
  const drawn = new Map<string, DealLine>();
  for (const number of numbers) {
    if (drawn.size === count) break;
    const id = await firstFrom(book, number.toString(16).padStart(DIGITS, "0"));
    const found = id === undefined || drawn.has(id) ? undefined : await book.deal(id);
    if (id !== undefined && found !== undefined) drawn.set(id, found.line);
  }
  return [...drawn.values()];
}

/** A deal whose id begins so, or with as many of the digits as some does. */
async function firstFrom(book: DealBook, digits: string): Promise<string | undefined> {
  for (let length = digits.length; length > 0; length -= 1) {
    const [id] = await book.named(`deal-${digits.slice(0, length)}`, 1);
    if (id !== undefined) return id;
  }
  return undefined;
}

const partyOf = ({ parties: [first] }: DealLine): string | undefined => first?.id ?? first?.name;
const dayOf = ({ since }: DealLine): string | undefined => since.latest ?? since.earliest ?? undefined;
const YEAR = 4;

/** The questions that lists are asked, by what they ask for; what a deal does not tell gives none. */
const FILTERS: Readonly<Record<string, (line: DealLine) => DealFilter | undefined>> = {
  party: (line) => told(partyOf(line), (party) => ({ party })),
  item: ({ items: [item] }) => told(item, (name) => ({ item: name })),
  state: ({ state }) => ({ state }),
  kind: ({ kind }) => ({ kinds: [kind] }),
  act: ({ state }) => ({ act: state === "negotiating" ? "negotiate" : state === "signed" ? "sign" : "deliver" }),
  money: ({ claims }) => ({ money: { currency: claims.length % 3 === 0 ? "EUR" : "USD", least: 10 ** (3 + (claims.length % 8)) } }),
  days: (line) => told(dayOf(line), (day) => ({ from: day, to: day })),
  "party and state": (line) => told(partyOf(line), (party) => ({ party, state: line.state })),
  "party and item": (line) => told(partyOf(line), (party) => told(line.items[0], (item) => ({ party, item }))),
  "party, act and year": (line) =>
    told(partyOf(line), (party) =>
      told(dayOf(line), (day) => ({ party, act: "sign", from: `${day.slice(0, YEAR)}-01-01`, to: `${day.slice(0, YEAR)}-12-31` })),
    ),
};

function told<T, Result>(value: T | undefined, make: (value: T) => Result): Result | undefined {
  return value === undefined ? undefined : make(value);
}

/** Filters from these deals, each sort in turn, so many of each at the most. */
export function filtersFrom(lines: readonly DealLine[], each: number): readonly DealFilter[] {
  return Object.values(FILTERS).flatMap((make) => lines.flatMap((line) => make(line) ?? []).slice(0, each));
}

/** Words from the names of these deals: one, or two that stand together. */
export function searchesFrom(lines: readonly DealLine[]): readonly string[] {
  return lines.flatMap(({ name }, at) => {
    const words = name.match(/\p{L}{4,}/gu) ?? [];
    const first = at % Math.max(1, words.length);
    const some = words.slice(first, first + 1 + (at % 2));
    return some.length === 0 ? [] : [some.join(" ")];
  });
}
