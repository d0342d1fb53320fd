// Decisions over a reading: a pure function that never changes either. To undo is to apply again without what was undone, so that
// an undo is exact. Refs are resolved against the claims as they were told, corrections or not, undone or not: what a ref means does
// not hang on what else was decided.
import { overlaps } from "../../document/index.ts";
import type { Claim } from "../../reading/index.ts";
import { correctedClaim } from "./correct.ts";
import { carry, placeOf } from "./place.ts";
import { partyKey, refsOf, resolveRef } from "./ref.ts";
import type { Correction, Decided, Ref, Slot } from "./schema.ts";
import { undoneOf } from "./undone.ts";

/** What decisions are applied to: a reading of a version of a document, and its text unless that was redacted. */
export interface Base {
  readonly document: string;
  readonly version: number;
  readonly claims: readonly Claim[];
  readonly text: string | undefined;
}

/** Who a claim is from: the reader, a person who added it, or one who made it of an abstention. */
export type Origin = "read" | "added" | "promoted";

/** A claim and what was decided about it. */
export interface Piece {
  /** As it was read or added; in another version than it was added to, with its places there. */
  readonly told: Claim;
  /** With the corrections. */
  readonly now: Claim;
  readonly origin: Origin;
  /** The decision that added it. */
  readonly made?: number;
  /** The corrections that hold. */
  readonly corrections: readonly { readonly seq: number; readonly correction: Correction }[];
  readonly confirmed: boolean;
  readonly fate: "stands" | "rejected" | "gone";
  /** The decisions about it that hold. */
  readonly decisions: readonly number[];
  /** The newest decision about it, undone or not, undoing included; 0 for none. */
  readonly basis: number;
}

/** The slots that were corrected, each once. */
export function correctedSlots({ corrections }: Piece): readonly Slot[] {
  return [...new Set(corrections.map(({ correction }) => correction.slot))];
}

/** A reading with the decisions applied. */
export interface Applied {
  readonly base: Base;
  readonly pieces: readonly Piece[];
  /** Decisions that hold, and that find nothing in this reading. */
  readonly orphaned: readonly Decided[];
  /** By decision, the claims that its refs mean (or the one that it adds), as far as they are of this document. */
  readonly meant: ReadonlyMap<number, readonly (Piece | undefined)[]>;
}

type Making = { -readonly [key in keyof Piece]: Piece[key] };

/** Applies decisions about a document, and the undoing of them, in the order of their seqs. */
export function apply(base: Base, decided: readonly Decided[]): Applied {
  const pieces: Making[] = base.claims.map((claim) => making(claim, "read"));
  const undone = undoneOf(decided);
  const orphaned: Decided[] = [];
  const meant = new Map<number, readonly (Making | undefined)[]>();
  for (const one of decided.toSorted((a, b) => a.seq - b.seq)) {
    const found = one.decision.type === "undo" ? (meant.get(one.decision.decision) ?? []) : meantBy(one, base, pieces);
    meant.set(one.seq, found);
    for (const piece of found) if (piece !== undefined) piece.basis = one.seq;
    if (undone.has(one.seq)) continue;
    const took = found.map((piece) => piece !== undefined && take(piece, one, base));
    if (took.some((fits, i) => !fits && isOwn(one, i, base))) orphaned.push(one);
  }
  for (const piece of pieces) if (isTwin(piece, pieces)) piece.fate = "gone";
  return { base, pieces, orphaned, meant };
}

function making(claim: Claim, origin: Origin, made?: number): Making {
  const by = made === undefined ? {} : { made };
  return { told: claim, now: claim, origin, ...by, corrections: [], confirmed: false, fate: "stands", decisions: [], basis: 0 };
}

/** The claims that a decision is about; what it adds joins them. */
function meantBy({ seq, decision }: Decided, base: Base, pieces: Making[]): readonly (Making | undefined)[] {
  if (decision.type !== "add-claim" && decision.type !== "promote") {
    return refsOf(decision).map((ref) => (ref.document === base.document ? pieceOf(ref, pieces, base.text) : undefined));
  }
  const claim = isThere(decision.version, base) ? decision.claim : carry(decision.claim, base.text ?? "");
  if (claim === undefined) return [undefined];
  // It is gone until the decision is seen to hold: a ref to it must not mean another claim once it is undone.
  const piece: Making = { ...making(claim, decision.type === "promote" ? "promoted" : "added", seq), fate: "gone" };
  pieces.push(piece);
  return [piece];
}

/** Places of that version are places of the base: it is the same, or there is no text to look them up in. */
function isThere(version: number, { version: own, text }: Base): boolean {
  return version === own || text === undefined;
}

/** The claim that a ref means, standing or not. */
export function pieceOf<P extends Piece>(ref: Ref, pieces: readonly P[], text: string | undefined): P | undefined {
  const told = pieces.map((piece) => piece.told);
  const found = resolveRef(ref, told, text);
  return found === undefined ? undefined : pieces[told.indexOf(found)];
}

/** True where the `i`th claim of a decision should be one of this document. */
function isOwn({ decision }: Decided, i: number, { document }: Base): boolean {
  const ref = refsOf(decision)[i];
  return ref === undefined ? decision.type === "add-claim" || decision.type === "promote" : ref.document === document;
}

/** Does to a claim what a decision says; false where that has no place in this version. */
function take(piece: Making, { seq, decision }: Decided, base: Base): boolean {
  switch (decision.type) {
    case "add-claim":
    case "promote":
      piece.fate = "stands";
      break;
    case "confirm":
      if (piece.fate !== "gone") [piece.confirmed, piece.fate] = [true, "stands"];
      break;
    case "reject":
      if (piece.fate !== "gone") [piece.confirmed, piece.fate] = [false, "rejected"];
      break;
    case "correct": {
      const correction = correctionIn(decision, base);
      if (correction === undefined) return false;
      piece.now = correctedClaim(piece.now, correction);
      piece.corrections = [...piece.corrections, { seq, correction }];
      break;
    }
    case "join":
    case "split":
    case "pin":
      break;
    case "same-party":
    case "undo":
    case "redact":
      return true;
  }
  piece.decisions = [...piece.decisions, seq];
  return true;
}

/** The correction with its evidence, if it has one, where that stands in the base's text. */
function correctionIn(correction: Correction, base: Base): Correction | undefined {
  if (correction.slot !== "evidence" || correction.claim.version === base.version) return correction;
  const value = base.text === undefined ? undefined : placeOf(correction.value, base.text);
  return value === undefined ? undefined : { ...correction, value };
}

/** A later reading may tell what a person added: then the person's claim is there for both, and falls for both. What was decided upon is no twin. */
function isTwin(piece: Piece, pieces: readonly Piece[]): boolean {
  if (piece.origin !== "read" || piece.decisions.length > 0) return false;
  return pieces.some(({ origin, fate, now }) => origin !== "read" && fate !== "gone" && tellsTheSame(piece.told, now));
}

function tellsTheSame(a: Claim, b: Claim): boolean {
  const sides = ({ actors, targets }: Claim) => [actors, targets].map((parties) => parties.map(partyKey).sort().join("\n")).join("\n\n");
  return a.act === b.act && a.mode === b.mode && a.negated === b.negated && overlaps(a.evidence, b.evidence) && sides(a) === sides(b);
}
