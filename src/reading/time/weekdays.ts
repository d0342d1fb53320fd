// Days of the week: "Tuesday", "last Tuesday", "next Monday", "Tuesday morning", "Friday the 22nd", "Monday next week".
import { addDays, mondayOf, weekdayOf } from "./calendar.ts";
import type { Construct } from "./construct.ts";
import { calendar, relative, weekday } from "./meaning.ts";
import { SIDE, sideOf, sideYear } from "./side.ts";
import { DAY, dayNumber, timePattern, WEEKDAY, weekdayIndex } from "./words.ts";

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
  pattern: timePattern(`(?<day>${WEEKDAY})(?: of)?,? (?<side>${SIDE}) week|(?<side2>${SIDE}) week,? (?:on )?(?<day2>${WEEKDAY})`),
  read: (said) => {
    const [index, side] = [weekdayIndex(said["day"] ?? said["day2"]), sideOf(said["side"] ?? said["side2"])];
    return index === undefined || side === undefined ? undefined : relative((anchor) => addDays(mondayOf(anchor), index + 7 * sideYear(side)));
  },
};

/** "Friday the 22nd". */
export const weekdayThe: Construct = {
  pattern: timePattern(`${WEEKDAY},? the (?<day>${DAY})(?! of)`),
  read: (said) => {
    const day = dayNumber(said["day"]);
    return day === undefined ? undefined : calendar({ day });
  },
};
