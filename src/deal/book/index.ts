// The door of book/: the deals of a ledger, kept in its database and asked for there.
export { openBook } from "./book.ts";
export { hasDays } from "./find.ts";
export type { DealBook } from "./book.ts";
export { sameThreads } from "./changes.ts";
export type { DealChange, DealChanges, Threads, ToldChange } from "./changes.ts";
export type { DealFilter } from "./find.ts";
export type { DealFound, DealPage } from "./questions.ts";
export { readingsIn } from "./readings.ts";
