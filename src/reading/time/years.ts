// Years: "in 2010", "the 2007 contract", "2014-16", "the 1990s", "FY2015". A bare figure of four is a year only where
// nothing around it makes it a count, a sum or a number of something ("2007 troops", "$2007", "Resolution 1929").
import { yearNorm, partsOf } from "./calendar.ts";
import type { Construct } from "./construct.ts";
import { calendar, kept, relative, stated } from "./meaning.ts";
import type { Meaning } from "./meaning.ts";
import { NOT_OF, SIDE, sideOf, sideYear } from "./side.ts";
import { DASH, FIGURES, present, timePattern, YEAR, YEAR_WORDS, yearOf } from "./words.ts";

const TIME_BEFORE =
  /(?:^|[^\p{L}])(?:in|(?:earlier|later) than|years up to|dat(?:e|es|ed|ing)(?: back)? (?:to|from)|since|until|till|during|early|late|mid|end of|beginning of|start of|middle of|summer|winter|spring|autumn|year)[ -]$/iu;
const COUNT_BEFORE = /(?:^|[^\p{L}])(?:nearly|about|over|than|some|approximately|least|almost|roughly|only|exactly|most|estimated|least|up to)\s$/iu;
const NUMBERED =
  /(?:no\.?|number|nos\.?|resolution|resolutions|article|chapter|section|flight|room|page|route|highway|directive|regulation|code|model|version|type|boeing|airbus|world war|mark|unscr|iso|channel|lot|block)\s$/iu;
const COUNTED =
  /^[ -](?:percent|per cent|gmt|utc|hours|hrs|local time|km|kilomet|met(?:er|re)|mi(?:le)?s?\b|feet|ft|kg|tons?\b|tonnes?|barrels?|mw\b|troops|soldiers|people|men\b|women|children|jobs|homes|dollars|euros|pounds|yen|rubles|roubles|points|votes|seats|doses|tanks|missiles|jets|aircraft|vehicles|workers|refugees|migrants|civilians|rounds|units|pieces|members|others|cubic|square|°|degrees)|^(?:%|°|[:/]\d)/iu;
const PLURAL = /^ (?!is\b|was\b|has\b|as\b|its\b|this\b|does\b|says\b|thus\b|across\b|unless\b|plus\b|onwards\b)[a-z]{3,}s\b/;

/** True where what stands around four figures lets them be a year. */
function isYear(figure: number, text: string, start: number, end: number): boolean {
  const [left, right] = [text.slice(Math.max(0, start - 24), start), text.slice(end, end + 24)];
  if (TIME_BEFORE.test(left)) return !/^[ -](?:percent|per cent)|^%/i.test(right);
  if (figure < 1900 || figure > 2099 || NUMBERED.test(left) || COUNT_BEFORE.test(left) || COUNTED.test(right)) return false;
  if (/[\p{L}\p{N}]-$/u.test(left) && !/(?:mid|pre|post|early|late)-$/i.test(left)) return false;
  return !(PLURAL.test(right) && /(?:^|[^\p{L}])(?:of|to|for|by|and|or|with|around|all|another|from|these|those|between|a|another)\s$/iu.test(left));
}

/** "2007" */
export const bareYear: Construct = {
  pattern: timePattern(`(?:the year )?(?<year>${FIGURES})(?![,.]\\d|[-/]\\d)`),
  read: (said, match) => {
    const year = yearOf(said["year"]);
    if (year === undefined || !(match[0].length > 4 || isYear(year, match.input, match.index, match.index + 4))) return undefined;
    return calendar({ year });
  },
  dated: true,
};

/** "the year 99999": no year that a norm can be written for. */
export const farYear: Construct = {
  pattern: timePattern("(?:the )?year \\d{5,}"),
  read: () => kept("beyond-calendar"),
};

/** "in nineteen ninety-six", "in two thousand and five": words that a preposition must hold, as they count things too. */
export const spelledYear: Construct = {
  pattern: timePattern(`(?<year>${YEAR_WORDS})(?=$|[,.;:)]| (?:and|to|until|when|after|before|as|by|but|with|the)\\b)`),
  read: (said) => calendar(present({ year: yearOf(said["year"]) })),
  weak: true,
};

/** "2016-11" is no range of 95 years. */
const LONGEST = 60;

function readYears(from: number | undefined, last: string | undefined): Meaning | undefined {
  if (from === undefined || last === undefined) return undefined;
  const figures = Number(last);
  const to = last.length === 4 ? figures : Math.floor(from / 100) * 100 + figures + (figures < from % 100 ? 100 : 0);
  return to > from && to - from <= LONGEST ? stated(`${yearNorm(from)}/${yearNorm(to)}`) : undefined;
}

/** "2014-16", "2007–08", "1997-2006", "2015/16". */
export const yearRange: Construct = {
  pattern: timePattern(`(?:from |between )?(?<year>(?:1[0-9]|20)\\d{2})(?:\\s?${DASH}\\s?|/)(?<last>\\d{4}|\\d{2})(?!\\d|[-/.,]\\d|[%:])`),
  read: (said) => readYears(yearOf(said["year"]), said["last"]),
  dated: true,
};

/** Decades of this century by name. */
const NEW_DECADES: ReadonlyMap<string, string> = new Map([
  ["noughties", "200"],
  ["two thousands", "200"],
  ["twenty-tens", "201"],
  ["twenty tens", "201"],
  ["twenty-twenties", "202"],
  ["twenty twenties", "202"],
]);
const DECADES = ["twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"];

/** "the 1990s", "the 80s", "the nineties"; figures without a century are of the twentieth, as in running prose. */
export const decade: Construct = {
  pattern: timePattern(
    `(?:the )?(?<ten>(?:1[0-9]|20)\\d)0['\u2019]?s|the ['\u2019]?(?<short>[2-9])0['\u2019]?s|the (?:nineteen[- ])?(?<word>${DECADES.join("|")})|the (?<recent>${[...NEW_DECADES.keys()].join("|")})`,
  ),
  read: (said) => {
    const word = DECADES.indexOf(said["word"]?.toLowerCase() ?? "");
    const ten = said["ten"] ?? NEW_DECADES.get(said["recent"]?.toLowerCase() ?? "") ?? `19${said["short"] ?? word + 2}`;
    return stated(`${ten}0/${ten}9`);
  },
  dated: true,
};

/** "FY2015", "fiscal 2015-16", "fiscal year 2015": the year that it is named after. */
export const fiscalYear: Construct = {
  pattern: timePattern(`(?:FY ?|(?:fiscal|financial)(?: year)? )(?<year>${YEAR}|\\d{2})(?:[-/\u2013](?<last>\\d{2,4}))?`),
  read: (said) =>
    said["last"] === undefined ? calendar({ year: yearOf(said["year"]?.padStart(4, "20")) ?? 0 }) : readYears(yearOf(said["year"]), said["last"]),
  dated: true,
};

/** "last fiscal year", "the current financial year": which months that is depends on whose. */
export const sideFiscalYear: Construct = {
  pattern: timePattern(`${SIDE} (?:fiscal|financial) year`),
  read: () => kept("vague"),
};

/** "the 19th century" is 1801/1900; where its middle begins nobody says. */
export const century: Construct = {
  pattern: timePattern("(?:the )?(?:(?<part>early|mid|late)[- ])?(?<count>1\\d|2[01])(?:th|st)[ -]century"),
  read: (said) => {
    if (said["part"] !== undefined) return kept("vague");
    const last = Number(said["count"]) * 100;
    return stated(`${yearNorm(last - 99)}/${yearNorm(last)}`);
  },
  dated: true,
};

/** "last year", "this decade". */
export const sideOfYears: Construct = {
  pattern: timePattern(`(?<side>${SIDE}) (?<unit>year|decade)${NOT_OF}`),
  read: (said) => {
    const side = sideOf(said["side"]);
    if (side === undefined || /^the (?:past|last|next|coming)/i.test(said["side"] ?? "") || /^past/i.test(said["side"] ?? "")) return undefined;
    if (said["unit"]?.toLowerCase() === "year") return relative((anchor) => yearNorm(partsOf(anchor).year + sideYear(side)));
    return relative((anchor) => {
      const first = Math.floor(partsOf(anchor).year / 10) * 10 + 10 * sideYear(side);
      return `${yearNorm(first)}/${yearNorm(first + 9)}`;
    });
  },
};
