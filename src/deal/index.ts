// The door of deal/: claims of many documents folded into deals, each with a state on two time axes and its conflicts.
export { hasDays, LOOKED_THROUGH, openBook, readingsIn, REVIEW_REASONS, sameThreads, SORTS } from "./book/index.ts";
export type { DealBrief } from "./brief.ts";
export type {
  BriefPage,
  DealBook,
  DealChange,
  DealChanges,
  DealFilter,
  DealFound,
  DealPage,
  DealSort,
  ReviewItem,
  Threads,
  ToldChange,
} from "./book/index.ts";
export { chaptersOf } from "./chapter.ts";
export type { Chapter } from "./chapter.ts";
export { cluster, readingsOf } from "./cluster.ts";
export { conflictSides } from "./conflict-sides.ts";
export type { ConflictSide } from "./conflict-sides.ts";
export type { Bounds } from "./day.ts";
export { DISPUTES, KINDS, POLICIES, STATES } from "./deal.ts";
export type {
  AsOf,
  Attachment,
  ClaimInDocument,
  ClaimInText,
  Conflict,
  Deal,
  DealDocument,
  DealKind,
  DealReading,
  DealText,
  DecidedOnDeal,
  DealState,
  Dispute,
  Interval,
  Membership,
  Origins,
  Part,
  Policy,
  State,
  Step,
  Waiting,
} from "./deal.ts";
export { deals, statesOf } from "./deals.ts";
export type { DealAtDays, DealsQuery } from "./deals.ts";
export { fold } from "./fold.ts";
export { loadDealKnowledge } from "./knowledge.ts";
export type { DealKnowledge } from "./knowledge.ts";
export { dealLife } from "./life.ts";
export type { LifeRow } from "./life.ts";
export { dealNamed, unknownDeal } from "./named.ts";
export { stem } from "./phrase.ts";
export { dealLine, mostClaimsFirst } from "./line.ts";
export type { DealLine } from "./line.ts";
export type { Side } from "./sides.ts";
export { storedReadings } from "./stored.ts";
export { sidesBySlot, wholeDeal } from "./whole.ts";
export type { WholeDeal } from "./whole.ts";
