// The door of review/: what people decide, a word each.
export { add, promote } from "./adding.ts";
export { correct } from "./correct.ts";
export { join, split } from "./deals.ts";
export { list } from "./list.ts";
export { redact } from "./redact.ts";
export { sameParty } from "./same-party.ts";
export { undo } from "./undo.ts";
export { confirm, pin, reject } from "./verdict.ts";
export { decisionArgs, reviewerOf } from "./reviewer.ts";
