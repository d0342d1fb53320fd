// The door of book/: the deals of a ledger, kept in its database and asked for there.
export { openBook } from "./book.ts";
export { hasDays, SORTS } from "./filter.ts";
export type { DealBook } from "./book.ts";
export { sameThreads } from "./changes.ts";
export type { DealChange, DealChanges, Threads, ToldChange } from "./changes.ts";
export type { DealFilter, DealSort } from "./filter.ts";
export type { BriefPage, DealFound, DealPage } from "./questions.ts";
export { readingsIn } from "./readings.ts";
export { REVIEW_REASONS } from "./reviewing.ts";
export type { ReviewItem } from "./reviewing.ts";
export { LOOKED_THROUGH } from "./texts.ts";
