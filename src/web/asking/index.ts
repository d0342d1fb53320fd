// The door of asking/: questions to the server, and what comes of them.
export { ask, pathOf, queryText, respond } from "./ask.ts";
export type { Asking, Query } from "./ask.ts";
export { eventsOf } from "./live.ts";
export type { LiveEvent } from "./live.ts";
export { Trouble } from "./problem.ts";
export { forgetToken, holdToken, tokenHeld } from "./token.ts";
export type { Forms } from "./api.gen.ts";
