// The door of vocabulary/, and all of it: kinds, states, disputes and policies of deals with what they are called, each once and complete by the API's own types.
import type { Forms } from "../asking/index.ts";

type Deal = Forms["Deal"];

/** What kinds of deals are called. */
export const KIND_NAMES = {
  agreement: "agreement",
  transfer: "transfer",
  measure: "measure (sanctions, ban, tariff)",
  dispute: "dispute",
} as const satisfies Record<Deal["kind"], string>;

/** What states of deals are called, in the order of a life. */
export const STATE_NAMES = {
  none: "not yet agreed",
  negotiating: "negotiating",
  agreed: "agreed",
  signed: "signed",
  "in-force": "in force",
  delivering: "delivering",
  fulfilled: "fulfilled",
  suspended: "suspended",
  cancelled: "cancelled",
  expired: "expired",
} as const satisfies Record<Deal["state"], string>;

/** What states of disputes are called. */
const DISPUTE_NAMES = {
  none: "none",
  demanded: "demanded",
  sued: "sued",
  ruled: "ruled",
  settled: "settled",
  withdrawn: "withdrawn",
} as const satisfies Record<Deal["dispute"], string>;

/** Of claims that contradict each other, which is shown first by each policy. */
export const POLICY_NAMES = {
  "most-recent": "the most recent report",
  "most-origins": "most reports that are no copies",
  "most-cautious": "what asserts the least",
} as const;

function namesOf<N extends string>(names: Readonly<Record<N, string>>): readonly N[] {
  return Object.keys(names) as N[];
}

/** The kinds of deals. */
export const KINDS = namesOf(KIND_NAMES);
/** The states to which something was told of a deal: all but `none`. */
export const TOLD_STATES = namesOf(STATE_NAMES).filter((state) => state !== "none");
/** The states of disputes that there are: all but `none`. */
export const TOLD_DISPUTES = namesOf(DISPUTE_NAMES).filter((dispute) => dispute !== "none");
