// The door of claiming/: from matched frames to claims and abstentions.
export { absorb } from "./absorb.ts";
export { noAffair } from "./affair.ts";
export { bridge } from "./bridge.ts";
export type { Draft, Dropped, DropReason } from "./draft.ts";
export { FEATURES, featuresOf } from "./features.ts";
export type { Around, Features } from "./features.ts";
export { fill } from "./fill.ts";
export type { FillContext } from "./fill.ts";
export { abstentionOf, claimOf, ruleOf } from "./finish.ts";
export { confidenceFrom, loadConfidence } from "./confidence.ts";
export type { ConfidenceOf, RuleCount } from "./confidence.ts";
export { merge } from "./merge.ts";
export type { Told } from "./merge.ts";
export { leftOut } from "./silence.ts";
export { unreadOf } from "./unread.ts";
export { lacks, select, selectProposed } from "./select.ts";
export { loadVote, weigh } from "./vote.ts";
export type { Vote } from "./vote.ts";
