// The door of time/: when something happens, in ISO 8601, and the day arithmetic that goes with it.
export { timesOf } from "./told.ts";
export { dayAfter } from "./iso-length.ts";
export { recogniseTimes } from "./recognise.ts";
export { recurrenceIn } from "./recurrence.ts";
