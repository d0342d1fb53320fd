// Scores deals against gold by the rules of the reference scorer (shared/tools/score_deals.py), to the digit: sums are added in its order.
import type { GoldDeal, GoldRow } from "./gold.ts";

/** A deal as `pacta deals` lists it, as far as it is scored, and where it stood at a pair of days. */
export interface Listed {
  readonly id: string;
  readonly name: string;
  readonly documents: readonly string[];
  readonly standing: (row: Pick<GoldRow, "as_of_valid" | "as_known">) => { readonly state: string; readonly dispute: string };
}

/** Precision and recall of one document, or their means over many. */
export interface Shares {
  readonly p: number;
  readonly r: number;
}

/** B-cubed over documents. */
export interface Bcubed extends Shares {
  readonly f1: number;
  readonly n: number;
}

/** A gold row beside what was found. */
export interface ScoredRow {
  readonly row: GoldRow;
  readonly state: string;
  readonly dispute: string;
  readonly isState: boolean;
  readonly isDispute: boolean;
}

/** What became of one gold deal. `near` are the near misses that its answer holds. */
export interface ScoredDeal {
  readonly gold: GoldDeal;
  readonly answer?: Listed;
  readonly bcubed: Bcubed;
  readonly near: readonly string[];
  readonly rows: readonly ScoredRow[];
}

/** The score of a gold file. */
export interface DealScore {
  readonly deals: readonly ScoredDeal[];
  readonly bcubed: Bcubed;
}

/** Each gold deal is answered by the listed deal that shares most of its documents, and none answers two; of equal ones the earlier goes first. */
function answersOf(gold: readonly GoldDeal[], listed: readonly Listed[]): ReadonlyMap<number, Listed> {
  const holding = indexOf(listed.map(({ documents }) => documents));
  const pairs = gold.flatMap(({ documents }, i) => {
    const shared = new Map<number, number>();
    for (const document of new Set(documents)) for (const j of holding.get(document) ?? []) shared.set(j, (shared.get(j) ?? 0) + 1);
    return [...shared].map(([j, count]) => ({ i, j, count }));
  });
  pairs.sort((a, b) => b.count - a.count || a.i - b.i || a.j - b.j);
  const [chosen, taken] = [new Map<number, Listed>(), new Set<number>()];
  for (const { i, j } of pairs) {
    const deal = listed[j];
    if (deal === undefined || chosen.has(i) || taken.has(j)) continue;
    chosen.set(i, deal);
    taken.add(j);
  }
  return chosen;
}

/** In which of the groups each document is, by their places. */
function indexOf(groups: readonly (readonly string[])[]): ReadonlyMap<string, ReadonlySet<number>> {
  const index = new Map<string, Set<number>>();
  for (const [at, documents] of groups.entries()) for (const document of documents) index.set(document, (index.get(document) ?? new Set()).add(at));
  return index;
}

/** Of each gold document, how much of what stands with it belongs there, and how much of what belongs there stands with it. */
function sharesOf(gold: readonly GoldDeal[], listed: readonly Listed[]): ReadonlyMap<string, Shares> {
  const wantedIn = indexOf(gold.map(({ documents }) => documents));
  const foundIn = indexOf(listed.map(({ documents }) => documents));
  const shares = [...wantedIn].map(([document, places]): [string, Shares] => {
    const found = [...(foundIn.get(document) ?? [])].flatMap((j) => listed[j]?.documents ?? []);
    const together = new Set(found.filter((one) => wantedIn.has(one)));
    const wanted = new Set([...places].flatMap((i) => gold[i]?.documents ?? []));
    const right = together.intersection(wanted).size;
    return [document, { p: together.size === 0 ? 0 : right / together.size, r: right / wanted.size }];
  });
  return new Map(shares);
}

function meanOf(shares: readonly Shares[]): Bcubed {
  const n = shares.length;
  const mean = (key: keyof Shares): number => (n === 0 ? 0 : shares.reduce((sum, each) => sum + each[key], 0) / n);
  const [p, r] = [mean("p"), mean("r")];
  return { p, r, f1: p + r === 0 ? 0 : (2 * p * r) / (p + r), n };
}

const NOTHING = { state: "none", dispute: "none" };

function scoredRow(row: GoldRow, answer: Listed | undefined): ScoredRow {
  const { state, dispute } = answer?.standing(row) ?? NOTHING;
  return { row, state, dispute, isState: [row.state, ...row.also].includes(state), isDispute: dispute === row.dispute };
}

/** Scores listed deals, in the order of the list, against gold. */
export function scoreDeals(gold: readonly GoldDeal[], listed: readonly Listed[]): DealScore {
  const [answers, shares] = [answersOf(gold, listed), sharesOf(gold, listed)];
  const deals = gold.map((deal, i): ScoredDeal => {
    const answer = answers.get(i);
    const held = new Set(answer?.documents ?? []);
    return {
      gold: deal,
      ...(answer === undefined ? {} : { answer }),
      bcubed: meanOf([...new Set(deal.documents)].flatMap((document) => shares.get(document) ?? [])),
      near: deal.not.filter((document) => held.has(document) && !deal.documents.includes(document)),
      rows: deal.states.map((row) => scoredRow(row, answer)),
    };
  });
  return { deals, bcubed: meanOf([...shares.values()]) };
}
