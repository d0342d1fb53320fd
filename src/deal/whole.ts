// All that is told of a deal at a pair of days, as data: its line, its life and both sides of each conflict.
import { conflictSides } from "./conflict-sides.ts";
import type { ConflictSide } from "./conflict-sides.ts";
import type { AsOf, Conflict, Deal, DealState, Interval, Origins } from "./deal.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { dealLife } from "./life.ts";
import type { LifeRow } from "./life.ts";
import type { DealLine } from "./line.ts";
import type { Source } from "../reading/index.ts";

/** One value of a conflict with the claims that tell it; see `ConflictSide`. */
export interface ToldSide {
  readonly value: string;
  readonly origins: number;
  readonly claims: readonly {
    readonly id: string;
    readonly words: string;
    readonly sources: readonly Source[];
    readonly document: string;
    readonly published?: string;
  }[];
}

/** What `pacta deal --json` prints: `validity` is when the deal holds by its terms, `life` has a row a claim, `sides` are by the slots of conflicts. */
export interface WholeDeal extends DealLine {
  readonly validity: readonly Interval[];
  readonly life: readonly LifeRow[];
  readonly sides: Readonly<Record<string, readonly ToldSide[]>>;
}

/** What the book found of a deal: see `DealFound`. */
interface Found {
  readonly deal: Deal;
  readonly state: DealState;
  readonly line: DealLine;
  readonly origins: Origins;
}

/** The sides of a deal's conflicts by their slots. */
export function sidesBySlot({ line, state, origins }: Found): ReadonlyMap<string, readonly ConflictSide[]> {
  return new Map(line.conflicts.map((conflict: Conflict) => [conflict.slot, conflictSides(conflict, state.known, origins)]));
}

/** All that is told of a deal that was found at these days. */
export function wholeDeal(found: Found, knowledge: DealKnowledge, days: AsOf): WholeDeal {
  const { deal, line, state } = found;
  const sides = Object.fromEntries([...sidesBySlot(found)].map(([slot, all]) => [slot, all.map(toldSide)]));
  return { ...line, validity: state.validity, life: dealLife(deal, knowledge, days), sides };
}

function toldSide({ value, origins, claims }: ConflictSide): ToldSide {
  const told = claims.map(({ claim: { id, evidence, sources }, document: { id: document, published } }) => ({
    id,
    words: evidence.quote,
    sources,
    document,
    ...(published === undefined ? {} : { published }),
  }));
  return { value, origins, claims: told };
}
