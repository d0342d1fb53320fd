// The door of known/: undertakings that have a name in the press, and where texts speak of them.
export { readCatalogue } from "./catalogue.ts";
export type { KnownDeal } from "./catalogue.ts";
export { knownDealsOf, lifeOn, mentionsByHeading, mentionsIn } from "./mention.ts";
export type { KnownDeals, Mention } from "./mention.ts";
