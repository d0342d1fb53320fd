// What stands of a document: its claims as people left them, what they rejected, and decisions that find nothing any more.
import type { Claim } from "../../reading/index.ts";
import { correctedSlots } from "./apply.ts";
import type { Applied, Origin, Piece } from "./apply.ts";
import { refOf } from "./ref.ts";
import type { Decided, Ref, Slot } from "./schema.ts";

/** A claim with what was decided about it. */
export interface StandingClaim {
  /** With all corrections. */
  readonly claim: Claim;
  readonly origin: Origin;
  /** The slots that a person corrected. */
  readonly corrected: readonly Slot[];
  readonly confirmed: boolean;
  /** Seqs of the decisions about it that hold. */
  readonly decisions: readonly number[];
  /** By which to decide about it. */
  readonly ref: Ref;
  /** Seq of the newest decision about it, undone or not; 0 for none. A decision that gives it is refused once another came in between. */
  readonly basis: number;
}

/** The claims of a document, of the newest reading of its newest version that was read, with all decisions applied in order. */
export interface Standing {
  readonly document: string;
  readonly version: number;
  /** Claims in the reading's order, then those that people added. */
  readonly claims: readonly StandingClaim[];
  /** What stands no more, for whoever wants to confirm it again. */
  readonly rejected: readonly StandingClaim[];
  /** Decisions that hold and whose claim or words this reading and version do not have. They are kept, and may find them again. */
  readonly orphaned: readonly Decided[];
  /** The words were redacted: quotes are empty. */
  readonly redacted?: true;
}

/** What stands, of what was applied. */
export function standingOf({ base, pieces, orphaned }: Applied): Standing {
  const of = (fate: Piece["fate"]) => pieces.filter((piece) => piece.fate === fate).map((piece) => standingClaim(base, piece));
  const { document, version, text } = base;
  return { document, version, claims: of("stands"), rejected: of("rejected"), orphaned, ...(text === undefined ? { redacted: true } : {}) };
}

/** A piece as what stands. */
function standingClaim({ document, version }: Applied["base"], piece: Piece): StandingClaim {
  const { now, told, origin, confirmed, decisions, basis } = piece;
  return { claim: now, origin, corrected: correctedSlots(piece), confirmed, decisions, ref: refOf(document, version, told), basis };
}
