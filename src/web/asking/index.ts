// The door of asking/: questions to the server, and what comes of them.
export { ask, pathOf, queryText } from "./ask.ts";
export { eventsOf } from "./live.ts";
export { Trouble, unanswered } from "./problem.ts";
export { forgetToken, holdToken } from "./token.ts";
export type { Forms } from "./api.gen.ts";
