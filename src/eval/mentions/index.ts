// The door of mentions/: each recogniser measured alone.
export { money } from "./money.ts";
export { parties } from "./parties.ts";
export { quantities } from "./quantities.ts";
export { sources } from "./sources.ts";
export { times } from "./times.ts";
