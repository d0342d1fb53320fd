// The door of bench/: a text beside its claims, where people decide about them.
export { Bench } from "./bench.tsx";
export type { DealNamed } from "./on-bench.ts";
export { useAim } from "./aim.ts";
export type { Aim } from "./aim.ts";
export { useHeld } from "./held.ts";
export { useLatest } from "./latest.ts";
export { documentAsked, standingAsked } from "./standing.ts";
export { useSitting } from "./sitting.ts";
export type { Sitting } from "./sitting.ts";
