// The door of bench/: a text beside its claims, where people decide about them.
export { Bench } from "./bench.tsx";
export type { DealNamed } from "./on-bench.ts";
export { standingAsked } from "./standing.ts";
export { useSitting } from "./work.ts";
export type { Sitting } from "./work.ts";
