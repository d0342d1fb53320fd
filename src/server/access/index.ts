// The door of access/: who may ask what, from where and how often.
export { admitting, hasRights, needing } from "./admit.ts";
export type { Asker, Carried } from "./carried.ts";
export { sameOrigin } from "./origin.ts";
export { countingRate, limitingRate } from "./rate.ts";
