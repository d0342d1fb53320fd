// Which deals are asked for, and in which order.
import type { AsOf, DealKind, State } from "../deal.ts";

/** Orders of lists: most claims first, told of last or first on the youngest day, or by name from A on (letters of ASCII large and small alike). */
export const SORTS = ["claims", "last", "first", "name"] as const;
/** The order of a list. */
export type DealSort = (typeof SORTS)[number];

/** Which deals; all conditions must hold. Party: an id or a name; item: the beginning of a word of its goods; from, to: told of between these days. */
export interface DealFilter extends AsOf {
  readonly kinds?: readonly DealKind[];
  readonly party?: string;
  readonly item?: string;
  readonly state?: State;
  readonly act?: string;
  readonly money?: { readonly currency: string; readonly least: number };
  readonly from?: string;
  readonly to?: string;
  /** Told of in the document of that id. */
  readonly document?: string;
  /** Words that the deal's names, parties, goods and quotes must all hold. */
  readonly search?: string;
  /** The order of the list: those of most claims first unless told; by another one today's lists alone. */
  readonly sort?: DealSort;
  /** The `next` of the page before, of a list in the same order. */
  readonly after?: string;
  /** Deals on a page, 1 to 1000; 100 unless told. */
  readonly limit?: number;
}

/** True where the states of deals' rows are not those that are asked for. */
export const hasDays = ({ asOf, known, policy }: AsOf): boolean =>
  asOf !== undefined || known !== undefined || (policy !== undefined && policy !== "most-recent");

/** Roots of deals in the order of a list; `next` is there when more follow. */
export interface Places {
  readonly roots: readonly string[];
  readonly next?: string;
}
