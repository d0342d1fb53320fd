// What comes again: "annually", "every two years", "4.5 bcm a year". TIMEX calls it a set; it dates nothing, but says how often.
import { isoLength } from "./iso-length.ts";
import { lengthOf } from "./lengths.ts";
import { COUNT, timePattern } from "./words.ts";

const OFTEN = "(?<unit>day|week|fortnight|month|quarter|year|decade)";
const EVERY = timePattern(`(?:every|each) (?:(?<other>other) |(?<count>${COUNT}) )?${OFTEN}s?(?! (?:since|of)\\b)`);
/** "Barrels a day" is a rate, and says of no act that it comes again. */
const PER = timePattern(`(?:per|a) (?<unit>week|month|quarter|year)(?! (?:ago|earlier|later|before|after|old|long)\\b)`);
const ADVERB = timePattern("(?<how>weekly|fortnightly|monthly|quarterly|annually|yearly|annual|per annum)(?! meeting| summit| session| conference)");
const ADVERBS: Readonly<Record<string, string>> = {
  weekly: "week",
  fortnightly: "fortnight",
  monthly: "month",
  quarterly: "quarter",
};
/** "A year" tells how often only of an amount ("500 barrels a year", "$4.5bn a year"), and not behind a word that makes it a length or a point. */
const AMOUNT =
  /(?:\d|(?<!\p{L})(?:hundred|thousand|million|billion|trillion)s?(?!\p{L}))[^.;]{0,60}(?<!(?:^|[^\p{L}])(?:for|in|of|than|within|after|over|about|nearly|almost|once|half|by|until|only|just|is|was|with|and|or|to|took|takes?))$/iu;
const REACH = 90;

/** How often, as an ISO 8601 length (`P1Y`, `P2Y`, `P1M`), by the first words that tell it; absent where none do. */
export function recurrenceIn(text: string): string | undefined {
  const found = [...tellings(text)].sort((a, b) => a.at - b.at);
  return found[0]?.length;
}

function tellings(text: string): readonly { readonly at: number; readonly length: string }[] {
  const told = (match: RegExpMatchArray, count: string | undefined, unit: string | undefined) => {
    const length = isoLength(lengthOf({ count, unit }));
    return length === undefined ? [] : [{ at: match.index ?? 0, length }];
  };
  return [
    ...[...text.matchAll(EVERY)].flatMap((match) =>
      told(match, match.groups?.["other"] === undefined ? match.groups?.["count"] : "2", match.groups?.["unit"]),
    ),
    ...[...text.matchAll(PER)].flatMap((match) =>
      /^a/i.test(match[0]) && !AMOUNT.test(text.slice(Math.max(0, match.index - REACH), match.index).trimEnd())
        ? []
        : told(match, undefined, match.groups?.["unit"]),
    ),
    // With a capital it is part of a name.
    ...[...text.matchAll(ADVERB)].flatMap((match) =>
      /^\p{Lu}/u.test(match[0]) ? [] : told(match, undefined, ADVERBS[match.groups?.["how"]?.toLowerCase() ?? ""] ?? "year"),
    ),
  ];
}
