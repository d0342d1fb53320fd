// The words of this folder: a claim in its document, and the deals that claims are folded into.
// A deal holds its members and nothing else; all that is said about it is derived from the members known on a day.
import type { Abstention, Claim } from "../reading/index.ts";
import type { Bounds } from "./day.ts";

/** A document as a deal tells of it. `published` is an ISO day; absent where it is unknown. `title`: the beginning of its text, where that is all that names it. */
export interface DealDocument {
  readonly id: string;
  readonly published?: string;
  readonly heading?: string;
  readonly url?: string;
  readonly title?: string;
}

/** A document with its text, of which folding asks what stands around a claim. */
export interface DealText extends DealDocument {
  readonly text: string;
}

/** A claim and the document that it was read from. */
export interface ClaimInDocument {
  readonly claim: Claim;
  readonly document: DealDocument;
}

/** A claim and the text that it was read from. */
export interface ClaimInText extends ClaimInDocument {
  readonly document: DealText;
}

/** What a person decided about a claim's deal: that it is of one deal with another claim, or is not; or that it is shown first for a slot. */
export type DecidedOnDeal =
  | { readonly type: "join" | "split"; readonly claim: string; readonly other: { readonly document: string; readonly claim: string } }
  | { readonly type: "pin"; readonly claim: string; readonly slot: string };

/** A document as the folding of deals takes it: what was claimed of it, what was not and why, and what people decided about its claims' deals. */
export interface DealReading {
  readonly document: DealText;
  readonly claims: readonly Claim[];
  readonly abstained: readonly Abstention[];
  readonly decided?: readonly DecidedOnDeal[];
}

/** Kinds of undertakings. */
export const KINDS = ["agreement", "transfer", "measure", "dispute"] as const;
/** What an undertaking is: a dispute is one that has no deal yet. */
export type DealKind = (typeof KINDS)[number];

/**
 * What a claim does for a deal; `touches` is a restriction (ban, sanctions, lifting) that bears on the deal and is a measure of its own.
 * `hints` is no claim: an act that the reader saw and did not claim ("twelve nations sign the deal" names nobody). It may move the state, and is
 * told with the reason why it is no claim.
 */
export type Part = "opens" | "joins" | "disputes" | "refers" | "touches" | "hints";

/**
 * How long an undertaking holds, as one claim tells it. `begins` and `ends` bound its first and last day; `length` and `recurs` (what comes again
 * in it) are ISO 8601 lengths. `extends`: it lengthens what stood, of which `expires` bounds the old end; `truce`: it is that of a truce.
 */
export interface Term {
  readonly extends: boolean;
  readonly begins?: Bounds;
  readonly ends?: Bounds;
  readonly expires?: Bounds;
  readonly length?: string;
  readonly bound: "exact" | "about" | "min" | "max";
  readonly recurs?: string;
  readonly truce?: true;
}

/** A stretch of time in which a deal holds: its first and last day within bounds, how often something comes again in it, and the claims that tell it. */
export interface Interval {
  readonly from: Bounds;
  readonly to: Bounds;
  readonly recurs?: string;
  readonly claims: readonly string[];
}

/** A claim's place in a deal: its part, when it holds, why it is held to belong, and how sure that is (0 to 1). */
export interface Attachment {
  readonly member: ClaimInDocument;
  readonly part: Part;
  readonly when: Bounds;
  readonly why: readonly string[];
  readonly confidence: number;
  /** How long the deal holds by its words. */
  readonly term?: Term;
  /** Slots for which a person wants this claim shown first. */
  readonly pins?: readonly string[];
}

/** A place where a document speaks of a deal, whether or not it tells a claim of it. UTF-16, end-exclusive. */
export interface Mentioned {
  readonly document: DealDocument;
  readonly start: number;
  readonly end: number;
}

/**
 * One undertaking. `id` comes from the content of the claim that opens it, or from its row in the catalogue, which `known` names;
 * `replaces` names the deal that it succeeds, `replacedBy` those that succeed it. Members and mentions are in canonical order.
 */
export interface Deal {
  readonly id: string;
  readonly kind: DealKind;
  readonly members: readonly Attachment[];
  readonly mentions: readonly Mentioned[];
  readonly known?: string;
  readonly replaces?: string;
  readonly replacedBy?: readonly string[];
}

/** A claim that belongs to no deal for now, and why: a deal that it may belong to, or that none is told of. */
export interface Waiting {
  readonly member: ClaimInDocument;
  readonly reason: "unsure" | "no-deal" | "no-subject";
  readonly deal?: string;
  readonly why: readonly string[];
  readonly confidence: number;
}

/** Every claim's place. `apart` holds the claims of relations that refer to no deal. */
export interface Membership {
  readonly deals: readonly Deal[];
  readonly review: readonly Waiting[];
  readonly apart: readonly ClaimInDocument[];
}

/** Lifecycle states. */
export const STATES = [
  "none",
  "negotiating",
  "agreed",
  "signed",
  "in-force",
  "delivering",
  "fulfilled",
  "suspended",
  "cancelled",
  "expired",
] as const;
/** States of the dispute thread. */
export const DISPUTES = ["none", "demanded", "sued", "ruled", "settled", "withdrawn"] as const;
/** Lifecycle state of a deal, as named in knowledge/deals/lifecycle.yaml. */
export type State = (typeof STATES)[number];
/** The dispute thread beside the state, as named in the same file. */
export type Dispute = (typeof DISPUTES)[number];

/** One step of a deal's life: a claim, when it holds, and the state after it. `moved` says whether it changed anything. */
export interface Step {
  readonly attachment: Attachment;
  readonly when: Bounds;
  readonly state: State;
  readonly dispute: Dispute;
  readonly moved: boolean;
  /** The claim does not say so: it presumes that it was so before. */
  readonly presumed?: true;
  /** Nobody says so: the end that the claim states has passed. */
  readonly lapsed?: true;
}

/** Claims that cannot all be right about one slot, and the one shown first. */
export interface Conflict {
  readonly slot: string;
  readonly claims: readonly string[];
  readonly shown: string;
}

/**
 * A deal at a pair of days. `known` are the members that documents published by then tell; `since` bounds the day of the last change of state;
 * `validity` is when it holds by what is told of its term, empty where nothing is.
 */
export interface DealState {
  readonly state: State;
  readonly dispute: Dispute;
  readonly since: Bounds;
  readonly known: readonly Attachment[];
  readonly steps: readonly Step[];
  readonly validity: readonly Interval[];
  readonly conflicts: readonly Conflict[];
}

/** The policies by which one of conflicting claims is shown first. */
export const POLICIES = ["most-recent", "most-origins", "most-cautious"] as const;
/** Which of conflicting claims is shown first. */
export type Policy = (typeof POLICIES)[number];

/** By document the one that it was copied from, as `Ledger.origins` gives it; a document that is not there is an origin itself. */
export type Origins = ReadonlyMap<string, string>;

/**
 * The two days that a question is asked for (ISO days; absent: all time), and the policy for conflicts (`most-recent`). `origins` are those by
 * which `most-origins` counts; like membership they are seen with hindsight.
 */
export interface AsOf {
  readonly asOf?: string;
  readonly known?: string;
  readonly policy?: Policy;
  readonly origins?: Origins;
}
