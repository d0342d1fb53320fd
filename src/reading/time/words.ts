// The words of the calendar and the pattern pieces that several recognisers share. They are grammar, not knowledge that
// anyone would correct; seasons and feasts, which one might, are data (knowledge/time/).
import { readNumber } from "../quantity/index.ts";

const MONTH_NAMES = ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
const WEEKDAY_NAMES = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const ORDINAL_NAMES = [
  "first",
  "second",
  "third",
  "fourth",
  "fifth",
  "sixth",
  "seventh",
  "eighth",
  "ninth",
  "tenth",
  "eleventh",
  "twelfth",
  "thirteenth",
  "fourteenth",
  "fifteenth",
  "sixteenth",
  "seventeenth",
  "eighteenth",
  "nineteenth",
  "twentieth",
  "twenty-first",
  "twenty-second",
  "twenty-third",
  "twenty-fourth",
  "twenty-fifth",
  "twenty-sixth",
  "twenty-seventh",
  "twenty-eighth",
  "twenty-ninth",
  "thirtieth",
  "thirty-first",
];

/** A month by name or abbreviation; the dot of an abbreviation is part of it. */
export const MONTH = `(?:${MONTH_NAMES.join("|")}|(?:jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)(?![a-z])\\.?)`;
/** A weekday by name. */
export const WEEKDAY = `(?:${WEEKDAY_NAMES.join("|")})`;
/** A weekday by name or abbreviation. */
export const WEEKDAY_SHORT = `(?:${WEEKDAY_NAMES.join("|")}|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)(?![a-z])\\.?)`;
/** A weekday as it opens a date ("Tues., 20 January"). */
export const WEEKDAY_BEFORE = `(?:(?:${WEEKDAY_NAMES.join("|")}|(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\\.?),? (?:the )?)`;
/** A day of the month in figures or words. */
export const DAY = `(?:(?:0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?(?![\\d:%]|[.,]\\d)|${ORDINAL_NAMES.toReversed().join("|").replaceAll("-", "[- ]")})`;
const ONES = "one|two|three|four|five|six|seven|eight|nine";
const TEENS = "ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen";
const UNDER_HUNDRED = `(?:(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?:[- ](?:${ONES}))?|${TEENS}|(?:oh|o)[- ](?:${ONES}))`;
/** A year in words: "nineteen ninety-six", "two thousand and five". */
export const YEAR_WORDS = `(?:(?:eighteen|nineteen|twenty)[- ](?:hundred(?: and)?[- ])?${UNDER_HUNDRED}|two thousand(?: and)? (?:${UNDER_HUNDRED}|${ONES})|two thousand)`;
/** A year in four figures. */
export const FIGURES = "(?:1[0-9]|2[01])\\d{2}";
/** A day of the month in cardinal words ("twenty-five"). */
export const DAY_WORDS = `(?:thirty(?:[- ]one)?|twenty(?:[- ](?:${ONES}))?|${TEENS}|${ONES})`;
/** A year of four figures, or two after an apostrophe, or in words. */
export const YEAR = `(?:${FIGURES}(?![\\d%]|[.,]\\d)|['\u2019]\\d{2}(?!\\d)|${YEAR_WORDS})`;
/** What joins the ends of a range written close together. */
export const DASH = "[-\u2010-\u2015]";

const NUMBER_WORD =
  "(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|hundred)";
/** A count of units; vague ones ("several") have no number. */
export const COUNT = `(?:\\d{1,4}(?:\\.5)?|${NUMBER_WORD}(?:[- ](?:and )?${NUMBER_WORD}){0,3}|an?(?: hundred(?: and)?(?: ${NUMBER_WORD}){0,2})?|half an?|several|a few|few|a couple of|couple of|some|many|numerous)`;
/** A unit of time. */
export const UNIT = "(?:hour|day|night|week|fortnight|month|quarter|year|decade|centur(?:y|ie))";
/** Words that hedge a count of time. */
export const HEDGE =
  "(?:about|around|nearly|almost|some|roughly|approximately|over|more than|less than|at least|just|only|under|up to|another|a further|further)";

/** 1 to 12; absent for no month. */
export function monthOf(word: string | undefined): number | undefined {
  const short = word?.slice(0, 3).toLowerCase() ?? "";
  const index = short === "" ? -1 : MONTH_NAMES.findIndex((name) => name.startsWith(short));
  return index < 0 ? undefined : index + 1;
}

/** 0 for Monday to 6 for Sunday, by name or its first letters; absent for no weekday. */
export function weekdayIndex(word: string | undefined): number | undefined {
  const short = word?.slice(0, 3).toLowerCase() ?? "";
  const index = short.length < 3 ? -1 : WEEKDAY_NAMES.findIndex((name) => name.startsWith(short));
  return index < 0 ? undefined : index;
}

/** 1 to 31 from "20th", "03" or "twenty-first"; absent for no day. */
export function dayNumber(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/^\d/.test(word)) return Number.parseInt(word, 10);
  const cardinal = readNumber(word, 0);
  if (cardinal?.end === word.length) return cardinal.value;
  const index = ORDINAL_NAMES.indexOf(word.toLowerCase().replace(" ", "-"));
  return index < 0 ? undefined : index + 1;
}

/** Two figures after an apostrophe are of the last hundred years that begin with 1930. */
export function yearOf(word: string | undefined): number | undefined {
  if (word === undefined) return undefined;
  if (/\p{L}/u.test(word)) return yearInWords(word.toLowerCase());
  const figures = Number.parseInt(word.replace(/\D/g, ""), 10);
  if (word.length >= 4 || figures >= 100) return figures;
  return figures < 30 ? 2000 + figures : 1900 + figures;
}

/** 1996 from "nineteen ninety-six" or "nineteen hundred and ninety six", 2005 from "twenty oh five" or "two thousand and five". */
function yearInWords(words: string): number | undefined {
  const said = /^(eighteen|nineteen|twenty)[- ](?:hundred(?: and)?[- ])?(?:oh?[- ])?(.+)$/.exec(words);
  if (said === null) return readNumber(words, 0)?.value;
  const [hundreds, rest] = [readNumber(said[1] ?? "", 0), readNumber(said[2] ?? "", 0)];
  return hundreds === undefined || rest === undefined ? undefined : hundreds.value * 100 + rest.value;
}

/** The number of a count; absent where it is vague. Half an hour and its like count as one. */
export function countOf(word: string | undefined): number | undefined {
  const trimmed = word?.toLowerCase().trim();
  if (trimmed === undefined) return undefined;
  if (/^(?:an?|half an?)$/.test(trimmed)) return 1;
  if (/^(?:a )?couple of$/.test(trimmed)) return 2;
  const number = readNumber(trimmed, 0);
  return number?.end === trimmed.length && number.value > 0 ? number.value : undefined;
}

/** The parts that are there, for types where absent and undefined differ. */
export function present<Parts extends object>(parts: Parts): { [Key in keyof Parts]?: Exclude<Parts[Key], undefined> } {
  return Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Parts]?: Exclude<Parts[Key], undefined>;
  };
}

/** A hyphen before a time is a model number's ("T-20 May") unless one of these stands before it. */
const HYPHENABLE = "mid|early|late|pre|post|ary|rch|ril|may|une|uly|ust|ber|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|day|[qh]\\d|\\d";

/** A global pattern that figures alone set apart, whatever hyphens and low lines stand around it. */
export function anywhere(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}$€£¥])(?<!\\d[-.,/])(?:${source})(?![\\p{L}\\p{N}])`, "gu");
}

/** A global, case-insensitive pattern that begins and ends at word boundaries. */
export function timePattern(source: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}_$€£¥])(?<!\\d[.,:])(?<!(?<!${HYPHENABLE})-)(?:${source})(?![\\p{L}\\p{N}_])`, "giu");
}
