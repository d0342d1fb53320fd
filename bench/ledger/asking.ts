// Asking a book as `pacta deal` and `pacta deals` do, within the process, and how long the answers take.
import { chaptersOf, dealLife } from "../../src/deal/index.ts";
import type { AsOf, DealBook, DealFilter, DealKnowledge, DealLine } from "../../src/deal/index.ts";
import { drawDeals, filtersFrom, searchesFrom } from "./drawing.ts";

/** How long the answers to one sort of question took, in milliseconds. */
export interface Answers {
  readonly what: string;
  readonly count: number;
  readonly median: number;
  readonly p95: number;
  readonly longest: number;
}

/** How many are asked: deals (and searches), and filters of each sort. */
export interface Asked {
  readonly deals: number;
  readonly filters: number;
}

const SEED = 7;
/** A page of a list at other days is folded for them; such pages are asked so many times fewer. */
const SELDOM = 4;

/** Asks everything, each sort once before it is timed. */
export async function ask(book: DealBook, knowledge: DealKnowledge, { deals, filters }: Asked): Promise<readonly Answers[]> {
  const lines = await drawDeals(book, deals, SEED);
  const { deals: largest } = await book.deals({ limit: 10 });
  const page = async ({ id }: DealLine, days: AsOf): Promise<void> => {
    const found = await book.deal(id, days);
    if (found === undefined) throw new Error(`${id} is gone`);
    chaptersOf(found.state.steps, knowledge);
    JSON.stringify(dealLife(found.deal, knowledge, days));
  };
  const list = async (filter: DealFilter): Promise<void> => void (await book.deals(filter));
  const asked = filtersFrom(lines, filters);
  const next = async (filter: DealFilter): Promise<readonly DealFilter[]> => {
    const { next: after } = await book.deals(filter);
    return after === undefined ? [] : [{ ...filter, after }];
  };
  const following: DealFilter[] = [];
  for (const filter of [{}, ...asked]) following.push(...(await next(filter)));
  const searches = searchesFrom(lines).map((search) => ({ search }));
  const daysOf = ({ since }: DealLine): AsOf => (since.latest === undefined ? {} : { asOf: since.latest, known: since.latest });
  return [
    await timed("one deal", lines, (line) => page(line, {})),
    await timed("one deal, as of and known by another day", lines, (line) => page(line, daysOf(line))),
    await timed("one of the ten largest deals", largest, (line) => page(line, {})),
    await timed("a list by party, item, state, kind, act, money or days", asked, list),
    await timed("its second page", following, list),
    await timed("a search", searches, list),
    await timed(
      "a list known by another day",
      asked.filter((_, at) => at % SELDOM === 0).map((filter): DealFilter => ({ ...filter, known: "2015-06-30" })),
      list,
    ),
  ];
}

async function timed<T>(what: string, questions: readonly T[], answer: (question: T) => Promise<void>): Promise<Answers> {
  const taken: number[] = [];
  for (const question of questions) {
    const began = performance.now();
    await answer(question);
    taken.push(performance.now() - began);
  }
  const sorted = taken.sort((a, b) => a - b);
  const at = (share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { what, count: sorted.length, median: at(0.5), p95: at(0.95), longest: at(1) };
}
