// What a single line of a report is by its own looks: caption, credit, byline, day, prompt. Each test is narrow, because a
// line that is taken for furniture is not read for claims.
import { isDayLine } from "./calendar.ts";
import { plainWords } from "./furniture.ts";
import type { Furniture, Tail } from "./furniture.ts";

const SENTENCE_END = /[.!?…]["”’')\]]{0,3}$/;
const BYLINE =
  /^(?:(?:[Ww]ritten|[Rr]eported) )?(?:By|by|BY):?\s+(?:(?:\p{Lu}[\p{L}.'’-]*|and|AND|with|in|for|de|van|von|al|bin|[|&,/])(?:,? |,?$)){1,14}$/u;
const CAPTION_START = /^(?:FILE(?: PHOTO)?|File photo|Photo|Image|Picture|Caption)\s*[:–—-]/;
const CREDIT_START = /^\(?(?:photo(?:graph|s)?|image|picture)s?(?: credit| courtesy| by)?\s*[:/]/i;
const CREDIT_WORDS = /\b(?:photos?|images?|picture|courtesy|handout|screenshot|screen ?grab)\b/i;

/** True where the line ends like a sentence. */
export function endsSentence(line: string): boolean {
  return SENTENCE_END.test(line.slice(-8));
}

/** True for a line long enough and closed like a sentence of the body. */
export function isProse(line: string): boolean {
  return line.length > 250 || (line.length >= 60 && endsSentence(line));
}

/** "By Jane Doe", "By John Smith and Ann Lee, Reuters". The names must be written like names, and no sentence end there. */
export function isByline(line: string): boolean {
  return line.length <= 120 && BYLINE.test(line) && !endsSentence(line.replace(/\b\p{Lu}\.$/u, ""));
}

/** A line that is only a credit: "(AP)", "Photo: Reuters", "AP Photo/Jane Doe". */
export function isCredit(line: string, furniture: Furniture): boolean {
  if (line.length > 120) return false;
  const bare = line.replace(/^\((.*)\)$/, "$1");
  return (
    creditOf(bare, furniture) === "agency" || (CREDIT_START.test(line) && !endsSentence(line)) || /^(?:AP|AFP|EPA|REUTERS) ?(?:Photo)?\/\S/.test(bare)
  );
}

/**
 * A caption: opened by "FILE -" or "Photo:", or closed by a credit in brackets. An agency alone in brackets after a whole
 * sentence is a source ("… on Wednesday. (Reuters)"), so there it needs a word for a picture.
 */
export function isCaption(line: string, furniture: Furniture): boolean {
  if (line.length > 600) return false;
  if (CAPTION_START.test(line)) return true;
  const credit = /^(.+?)\s*\(([^()]{2,120})\)\.?$/.exec(line);
  if (credit === null) return false;
  const kind = creditOf(credit[2] ?? "", furniture);
  return kind === "picture" || (kind === "agency" && !endsSentence(credit[1] ?? ""));
}

/** A line with a day and nothing else, or with the place or outlet before it: "Colombo, 9 February 2022", "THE POST, Tuesday 3 May 2016 (AFP)". */
export function isDay(line: string): boolean {
  if (line.length > 100) return false;
  const bare = line.replace(/\s*\([^()]{2,40}\)$/, "");
  return isDayLine(bare) || isDayLine(bare.replace(PLACE_BEFORE, ""));
}

const PLACE_BEFORE = /^(?:\p{Lu}[\p{L}.'’-]*(?: (?:of|the|and|de|la|al))*[ /]?){1,5}, (?=[\p{Lu}\d])/u;

/** The prompt or sign-off that a line is, or undefined. */
export function tailOf(line: string, { tails }: Pick<Furniture, "tails">): Tail | undefined {
  if (line.length > 200) return undefined;
  const words = plainWords(line);
  return tails.find((tail) => (tail.where === "start" ? startsWith(words, tail.phrase) : words.replace(/[:.!>»]+$/, "").trim() === tail.phrase));
}

const HELP = /\bcontribut(?:ed|ing) (?:reporting\b|to (?:this|the) (?:report|story|article|post|dispatch)\b)/i;

/** "Ann Lee and Jon Berg contributed reporting from Rome.": who helped to report. */
export function isHelp(line: string): boolean {
  return line.length <= 300 && HELP.test(line);
}

/** A phrase must end where a word does. */
function startsWith(words: string, phrase: string): boolean {
  return words.startsWith(phrase) && !(/\w$/.test(phrase) && /^[\w-]/.test(words.slice(phrase.length)) && !/(?:[(©]|copyright) ?\d+$/.test(phrase));
}

/** What words in brackets credit: an agency by name alone, or a picture. */
function creditOf(words: string, furniture: Furniture): "agency" | "picture" | undefined {
  const plain = words.trim().toLowerCase();
  if (furniture.agencies.has(plain)) return "agency";
  const parts = plain.split(/\s*(?:\/|,|;|:| via )\s*/);
  const named = parts.some((part) => furniture.agencies.has(part) || furniture.agencies.has(part.replace(/ (?:photos?|images?)$/, "")));
  if (parts.length > 1 && named) return "picture";
  return CREDIT_WORDS.test(words) && words.length <= 80 ? "picture" : undefined;
}
