// What lies on the bench, and what can be done there.
import type { Forms } from "../asking/index.ts";
import type { Aim } from "./aim.ts";
import type { Abstention } from "./decision.ts";
import type { Sitting } from "./sitting.ts";

/** A deal as a claim is of it. */
export interface DealNamed {
  readonly id: string;
  readonly name: string;
  /** It waits for somebody to say so. */
  readonly isUnsure?: boolean;
}

/** What can be done about a claim. */
export interface Keys {
  readonly confirm: () => void;
  readonly reject: () => void;
  readonly correct: () => void;
  readonly parts: () => void;
}

/** What lies on the bench. */
export interface OnBench {
  readonly document: Forms["Document"];
  readonly claims: readonly Forms["StandingClaim"][];
  readonly rejected: readonly Forms["StandingClaim"][];
  readonly abstained: readonly Abstention[];
  /** The claim that is looked at. */
  readonly selected: string | undefined;
  readonly select: (id: string | undefined) => void;
  /** How keys lead from claim to claim. */
  readonly aim: Aim;
  readonly mayDecide: boolean;
  readonly deal?: DealNamed | undefined;
  readonly sitting: Sitting;
  /** Hears whether a form is open; it must be one and the same. Document and claims must not change while one is. */
  readonly working: (isWorking: boolean) => void;
  readonly decided?: (claim: string | undefined) => void;
  /** Whether `j` and `k` go from claim to claim of the text; a queue beside it has them otherwise. */
  readonly movesByKeys: boolean;
}
