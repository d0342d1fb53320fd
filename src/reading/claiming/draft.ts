// A draft: a frame that matched, with mode and slots, on its way to becoming a claim or an abstention.
import type { Span } from "../../document/index.ts";
import type { Match } from "../act/index.ts";
import type { Item, Mode, Money, Source } from "../claim.ts";
import type { PartyReference } from "../coreference/index.ts";

/** A filled slot and where its words stand. */
export interface Placed<T> {
  readonly value: T;
  readonly span: Span;
}

/** Everything a claim will say, still open to change by the steps that follow. */
export interface Draft {
  readonly match: Match;
  readonly mode: Mode;
  readonly negated: boolean;
  readonly evidence: Span;
  /** The object's own words, by which two tellings are held together. */
  readonly about: string;
  /** The object is taken up ("the deal"), not brought in ("a deal"). */
  readonly definite: boolean;
  /** Told in a headline or dek, which the body tells again. */
  readonly headline: boolean;
  readonly actors: readonly PartyReference[];
  readonly targets: readonly PartyReference[];
  /** Of the actors and targets those that the network for acts alone gave. */
  readonly pointed?: { readonly actors: readonly PartyReference[]; readonly targets: readonly PartyReference[] };
  /** Of the targets those that the document as a whole gave (counterpart.ts). */
  readonly chosen?: readonly PartyReference[];
  readonly object?: Placed<string>;
  readonly items: readonly Placed<Item>[];
  readonly money: readonly Placed<Money>[];
  readonly time?: Placed<{ readonly norm: string; readonly basis: "stated" | "anchored" }>;
  readonly place?: Placed<string>;
  readonly reason?: Placed<string>;
  readonly terms: readonly Placed<string>[];
  readonly sources: readonly Placed<Source>[];
}

/** Why a candidate is no claim. docs/claims.md explains each. */
export type DropReason =
  | "no-party"
  | "actor-is-no-party"
  | "condition"
  | "speculation-without-act"
  | "object-of-other-act"
  | "complement-is-act"
  | "not-mentioned-by-speaker"
  | "slot-missing"
  | "nobody-official"
  | "domestic"
  | "outvoted";

/** A draft that was dropped, and why. */
export interface Dropped {
  readonly draft: Draft;
  readonly reason: DropReason;
  /** The act that it gave way to. */
  readonly other?: Match;
}
