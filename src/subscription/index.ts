// The door of subscription/: feeds that are followed, and pages that are known.
export { originsOf, pageMemory } from "./page-memory.ts";
export type { Pages } from "./pages.ts";
export { poll } from "./poll.ts";
export type { EntryCounts, Polled, PollEvent, PollSetting } from "./polled.ts";
export { isDue } from "./state.ts";
export { subscribe } from "./subscribe.ts";
export type { Subscribed } from "./subscribe.ts";
export { thisProcess, turnsOf } from "./turn.ts";
