// The door of time/: when something happens, in ISO 8601, and the day arithmetic that goes with it.
export { addDays, addMonths, daysBetween, isDay, weekdayOf } from "./calendar.ts";
export type { Day } from "./calendar.ts";
export { endOf, firstDay, isNorm, lastDay, startOf } from "./norm.ts";
export type { Norm } from "./norm.ts";
export { loadTimeKnowledge, recogniseTimes } from "./recognise.ts";
export type { TimeContext, TimeKnowledge } from "./recognise.ts";
