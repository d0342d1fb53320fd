// The score of a reading against gold: claims, acts, slots, and where the reader rightly kept silent.
import { PactaError } from "../error.ts";
import { matchClaims } from "./match.ts";
import type { ScoredClaim } from "./match.ts";
import { plus, SLOT_NAMES, SLOTS } from "./slots.ts";
import type { SlotName, Tally } from "./slots.ts";

/** A document with its claims, gold or predicted. */
export interface ScoredDocument<C extends ScoredClaim = ScoredClaim> {
  readonly id: string;
  readonly claims: readonly C[];
}

/** Precision, recall and their harmonic mean, from 0 to 1; `n` counts the gold values. */
export interface Figures {
  readonly p: number;
  readonly r: number;
  readonly f1: number;
  readonly n: number;
}

/** What a set of readings scores. `silent` counts the documents without gold claims, and those of them read without one. */
export interface Score {
  readonly documents: number;
  readonly claims: Figures;
  readonly silent: { readonly right: number; readonly n: number };
  readonly slots: Readonly<Record<SlotName, Figures>>;
  /** By act, in alphabetical order; only acts that gold or the prediction holds. */
  readonly acts: ReadonlyMap<string, Figures>;
}

/** Claims that went unmatched: `missed` stand in gold alone, `extra` in the prediction alone. */
export interface Unmatched<G extends ScoredClaim, P extends ScoredClaim> {
  readonly missed: readonly { readonly id: string; readonly claim: G }[];
  readonly extra: readonly { readonly id: string; readonly claim: P }[];
}

const NONE: Tally = { right: 0, predicted: 0, gold: 0 };

/** The figures of a tally; a share of nothing is 0. */
export function figures(tally: Tally): Figures {
  const p = tally.predicted > 0 ? tally.right / tally.predicted : 0;
  const r = tally.gold > 0 ? tally.right / tally.gold : 0;
  return { p, r, f1: p + r > 0 ? (2 * p * r) / (p + r) : 0, n: tally.gold };
}

interface Matched<G, P> {
  readonly id: string;
  readonly gold: readonly G[];
  readonly predicted: readonly P[];
  readonly pairs: readonly (readonly [G, P])[];
}

/** Pairs up every document's claims. Throws `PACTA_EVAL_UNKNOWN_DOCUMENT` for a prediction that gold lacks. */
function matchAll<G extends ScoredClaim, P extends ScoredClaim>(
  gold: readonly ScoredDocument<G>[],
  predicted: readonly ScoredDocument<P>[],
): readonly Matched<G, P>[] {
  const ids = new Set(gold.map((document) => document.id));
  const unknown = predicted.find((document) => !ids.has(document.id));
  if (unknown !== undefined)
    throw new PactaError("PACTA_EVAL_UNKNOWN_DOCUMENT", `gold has no document ${unknown.id}`, "Score readings against the set they were made from");
  const readings = new Map(predicted.map((document) => [document.id, document.claims]));
  return gold.map(({ id, claims }) => {
    const answers = readings.get(id) ?? [];
    const pairs = matchClaims(claims, answers).flatMap((pair) => {
      const [g, p] = [claims[pair.gold], answers[pair.predicted]];
      return g === undefined || p === undefined ? [] : [[g, p] as const];
    });
    return { id, gold: claims, predicted: answers, pairs };
  });
}

function slotFigures(pairs: readonly (readonly [ScoredClaim, ScoredClaim])[]): Record<SlotName, Figures> {
  const rows = SLOT_NAMES.map((name) => [name, figures(pairs.map(([g, p]) => SLOTS[name](g, p)).reduce(plus, NONE))] as const);
  return Object.fromEntries(rows) as Record<SlotName, Figures>;
}

function actTallies(matched: readonly Matched<ScoredClaim, ScoredClaim>[]): Map<string, Tally> {
  const tallies = new Map<string, Tally>();
  const add = (act: string, tally: Partial<Tally>): void => void tallies.set(act, plus(tallies.get(act) ?? NONE, { ...NONE, ...tally }));
  for (const { gold, predicted, pairs } of matched) {
    for (const claim of gold) add(claim.act, { gold: 1 });
    for (const claim of predicted) add(claim.act, { predicted: 1 });
    for (const [claim] of pairs) add(claim.act, { right: 1 });
  }
  return tallies;
}

/** Scores readings against gold; a gold document without a reading counts as read with no claims. */
export function score(gold: readonly ScoredDocument[], predicted: readonly ScoredDocument[]): Score {
  const matched = matchAll(gold, predicted);
  const tallies = actTallies(matched);
  const silent = matched.filter((document) => document.gold.length === 0);
  return {
    documents: gold.length,
    claims: figures([...tallies.values()].reduce(plus, NONE)),
    silent: { right: silent.filter((document) => document.predicted.length === 0).length, n: silent.length },
    slots: slotFigures(matched.flatMap((document) => document.pairs)),
    acts: new Map([...tallies].sort(([a], [b]) => (a < b ? -1 : 1)).map(([act, tally]) => [act, figures(tally)])),
  };
}

/** The claims that no other answers, in document order. */
export function unmatched<G extends ScoredClaim, P extends ScoredClaim>(
  gold: readonly ScoredDocument<G>[],
  predicted: readonly ScoredDocument<P>[],
): Unmatched<G, P> {
  const matched = matchAll(gold, predicted);
  const rest = <C>(id: string, claims: readonly C[], paired: readonly C[]): { id: string; claim: C }[] =>
    claims.filter((claim) => !paired.includes(claim)).map((claim) => ({ id, claim }));
  return {
    missed: matched.flatMap(({ id, gold: claims, pairs }) =>
      rest(
        id,
        claims,
        pairs.map(([g]) => g),
      ),
    ),
    extra: matched.flatMap(({ id, predicted: claims, pairs }) =>
      rest(
        id,
        claims,
        pairs.map(([, p]) => p),
      ),
    ),
  };
}
