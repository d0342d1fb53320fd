// Which changes a watch is about.
import type { DealBook, DealChange, DealFilter } from "../deal/index.ts";
import type { Watch } from "./watch.ts";

/** The changes that a watch covers, and the id that its deal goes by in the end, where it is about one and that is another. */
export interface Covered {
  readonly changes: readonly DealChange[];
  readonly deal?: string;
}

/** Of changes in the order of the chain those that a watch covers. What a deal is about is asked of the book as it is now. */
export async function coveredBy({ about, since = 0 }: Watch, changes: readonly DealChange[], book: DealBook): Promise<Covered> {
  const later = changes.filter(({ seq }) => seq > since);
  if (later.length === 0) return { changes: [] };
  if ("deal" in about) return ofDeal(about.deal, later);
  const { state, ...filter } = filterOf(about);
  const ends = endsOf(later);
  const fitting = new Set(await book.among([...new Set(ends.values())], filter));
  const isCovered = (change: DealChange): boolean => fitting.has(ends.get(change) ?? "") && (state === undefined || change.after.state === state);
  return { changes: later.filter(isCovered) };
}

function filterOf(about: Exclude<Watch["about"], { readonly deal: string }>): DealFilter {
  if (!("query" in about)) return about;
  // What is undefined is not asked for.
  return Object.fromEntries(Object.entries(about.query).filter(([, value]) => value !== undefined)) as DealFilter;
}

/** The root that each change's deal has in the end: a deal may have got another since. */
function endsOf(changes: readonly DealChange[]): ReadonlyMap<DealChange, string> {
  const ends = new Map<DealChange, string>();
  const lastOf = new Map<string, string>();
  for (const change of changes.toReversed()) {
    const end = lastOf.get(change.root) ?? change.root;
    ends.set(change, end);
    for (const { root } of change.was) lastOf.set(root, end);
  }
  return ends;
}

/** A deal is followed from id to id. */
function ofDeal(deal: string, changes: readonly DealChange[]): Covered {
  let id = deal;
  const covered = changes.filter((change) => {
    const isNamedAnew = change.was.some(({ root }) => root === change.root);
    const isIt = change.was.some((was) => was.id === id) || (change.id === id && !isNamedAnew);
    if (isIt) ({ id } = change);
    return isIt;
  });
  return { changes: covered, ...(id === deal ? {} : { deal: id }) };
}
