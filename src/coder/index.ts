// The door of coder/: an optional second coder of what was read, over an interface that many servers share.
export { openCoder } from "./coder.ts";
export type { Coder, CoderOptions } from "./coder.ts";
export type { Coded, CoderAccount } from "./run.ts";
export type { Budget, Prices } from "./spending.ts";
