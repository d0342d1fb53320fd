// Days of the week: "Tuesday", "last Tuesday", "next Monday", "Tuesday morning", "Friday the 22nd", "Monday next week".
import { addDays, addMonths, dayOf, isDay, mondayOf, partsOf, weekdayOf } from "./calendar.ts";
import type { Day } from "./calendar.ts";
import type { Construct } from "./construct.ts";
import { relative, weekday } from "./meaning.ts";
import { SIDE, sideOf, sideYear } from "./side.ts";
import { DAY, dayNumber, MONTH, timePattern, WEEKDAY, WEEKDAY_SHORT, weekdayIndex } from "./words.ts";

const PART_OF_DAY = "(?: (?:morning|afternoon|evening|night|midnight))?";
const NAMED = /(?:black|good|bloody|super|palm|easter|ash|holy|cyber|red|whit|shrove|maundy)\s$/i;

/** "Tuesday", "Tuesday night"; not "Good Friday". */
export const bareWeekday: Construct = {
  pattern: timePattern(`(?<day>${WEEKDAY})${PART_OF_DAY}`),
  read: (said, match) => {
    const index = weekdayIndex(said["day"]);
    return index === undefined || NAMED.test(match.input.slice(Math.max(0, match.index - 9), match.index)) ? undefined : weekday(index);
  },
  dated: true,
};

/** "last Tuesday" is before the anchor, "next Monday" after it, "this Friday" in its week. */
export const sideWeekday: Construct = {
  pattern: timePattern(`(?<side>${SIDE}) (?<day>${WEEKDAY})${PART_OF_DAY}`),
  read: (said) => {
    const [index, side] = [weekdayIndex(said["day"]), sideOf(said["side"])];
    if (index === undefined || side === undefined) return undefined;
    return relative((anchor) => {
      if (side === "this") return addDays(mondayOf(anchor), index);
      const ahead = (index - weekdayOf(anchor) + 7) % 7;
      return addDays(anchor, side === "next" ? ahead || 7 : ahead - 7);
    });
  },
};

/** "Monday next week", "Friday of last week", "next week on Friday". */
export const weekdayOfWeek: Construct = {
  pattern: timePattern(`(?<day>${WEEKDAY})(?: of)?,? (?<side>${SIDE}) week|(?<side2>${SIDE}) week(?:,| -)? (?:on )?(?<day2>${WEEKDAY_SHORT})`),
  read: (said) => {
    const [index, side] = [weekdayIndex(said["day"] ?? said["day2"]), sideOf(said["side"] ?? said["side2"])];
    return index === undefined || side === undefined ? undefined : relative((anchor) => addDays(mondayOf(anchor), index + 7 * sideYear(side)));
  },
};

/** "Friday the 22nd", "Mon 13th": the month is the nearest in which that day is that weekday. */
export const weekdayThe: Construct = {
  pattern: timePattern(
    `(?<weekday>${WEEKDAY_SHORT}),?(?: the)? (?<day>${DAY}(?:(?<=st|nd|rd|th)|(?=$|[,;)!?]|\\.(?!\\d))))(?! of| ${MONTH}|, (?:${MONTH}|\\d))`,
  ),
  read: (said, match) => {
    const [index, day] = [weekdayIndex(said["weekday"]), dayNumber(said["day"])];
    // "Last Sunday the first ever exercise began": an ordinal in words may be of anything.
    if (/^\p{L}/u.test(said["day"] ?? "") && /^ \p{L}/u.test(match.input.slice(match.index + match[0].length))) return undefined;
    if (index === undefined || day === undefined) return undefined;
    const candidates = (anchor: Day) =>
      Array.from({ length: 25 }, (_, at) => dayOf({ ...partsOf(addMonths(`${anchor.slice(0, 8)}01`, at - 12)), day })).filter(
        (one) => isDay(one) && weekdayOf(one) === index,
      );
    return { kind: "anchored", candidates };
  },
};
