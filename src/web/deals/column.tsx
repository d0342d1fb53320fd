// What the table tells of a deal, column by column, and which of them somebody wants to see.
import { useState } from "react";
import type { ReactNode } from "react";
import { boundsText, sinceText, slotText } from "../../phrasing/index.ts";
import type { Forms } from "../asking/index.ts";
import { Day, dayText, DisputeMark, StateMark } from "../piece/index.ts";
import type { Sort } from "./filter.ts";

type Brief = Forms["DealBrief"];

/** A column: how wide it is at the least (rem), by which order its heading sorts, and what it tells. */
export interface Column {
  readonly id: string;
  readonly name: string;
  readonly width: number;
  readonly sort?: Sort;
  readonly isNumber?: true;
  readonly tell: (deal: Brief) => ReactNode;
}

/** The column that is always shown: it leads to the deal. */
export const NAME: Column = { id: "name", name: "Deal", width: 13, sort: "name", tell: ({ name }) => name };

/** The other columns, in the order in which they are shown. */
export const COLUMNS: readonly Column[] = [
  { id: "state", name: "State", width: 13.5, tell: (deal) => <Threads deal={deal} /> },
  { id: "parties", name: "Parties", width: 9, tell: ({ parties }) => partiesText(parties) },
  { id: "kind", name: "Kind", width: 6, tell: ({ kind }) => kind },
  { id: "since", name: "Since", width: 9, tell: ({ since }) => <Since bounds={since} /> },
  { id: "first", name: "First told of", width: 8, sort: "first", tell: ({ first }) => <Told day={first} /> },
  { id: "last", name: "Last told of", width: 8, sort: "last", tell: ({ last }) => <Told day={last} /> },
  { id: "claims", name: "Claims", width: 5, sort: "claims", isNumber: true, tell: ({ claims }) => claims.toLocaleString("en") },
  { id: "documents", name: "Reports", width: 5, isNumber: true, tell: ({ documents }) => documents.toLocaleString("en") },
  { id: "conflicts", name: "Conflicts", width: 8, tell: ({ conflicts }) => conflicts.map(slotText).join("; ") },
];

/** Parties by their names. */
export function partiesText(parties: Brief["parties"]): string {
  return parties.map(({ name }) => name).join(", ");
}

/** State and dispute. */
export function Threads({ deal: { state, dispute } }: { readonly deal: Brief }) {
  return (
    <span className="deals-threads">
      <StateMark state={state} />
      <DisputeMark dispute={dispute} />
    </span>
  );
}

/** Since when a state holds, as short as it can be said or as part of a sentence, in ISO form on hover. */
export function Since({ bounds, isSentence = false }: { readonly bounds: Forms["Bounds"]; readonly isSentence?: boolean }) {
  if (!isSentence && bounds.earliest === undefined && bounds.latest === undefined) return <span className="soft">not told</span>;
  const text = isSentence ? sinceText(bounds) : boundsText(bounds);
  return <span title={text}>{text.replaceAll(/\d{4}(?:-\d{2}){0,2}/g, dayText)}</span>;
}

/** A day on which somebody told of a deal. */
export function Told({ day }: { readonly day: string | undefined }) {
  return day === undefined ? <span className="soft">no day</span> : <Day iso={day} />;
}

const KEY = "pacta-deal-columns";
const HIDDEN = ["first"];

/** Columns that are not shown, and a way to change that, which is kept in the browser. */
export function useHidden(): readonly [ReadonlySet<string>, (hidden: ReadonlySet<string>) => void] {
  const [hidden, setHidden] = useState<ReadonlySet<string>>(() => new Set(localStorage.getItem(KEY)?.split(" ") ?? HIDDEN));
  const hide = (next: ReadonlySet<string>): void => {
    setHidden(next);
    localStorage.setItem(KEY, [...next].join(" "));
  };
  return [hidden, hide];
}
