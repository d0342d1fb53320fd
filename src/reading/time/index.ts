// The door of time/: when something happens, in ISO 8601, and the day arithmetic that goes with it.
export { recogniseTimes } from "./recognise.ts";
export { isInName } from "./title.ts";
