// The door of mentions/: each recogniser measured alone.
export { coreference } from "./coreference.ts";
export { items } from "./items.ts";
export { judged } from "./judged.ts";
export { money } from "./money.ts";
export { claimOutputs, OUTPUT_KINDS, outputsOf } from "./outputs.ts";
export type { Output } from "./outputs.ts";
export { parties } from "./parties.ts";
export { quantities } from "./quantities.ts";
export { sources } from "./sources.ts";
export { times } from "./times.ts";
