// Years and days that are part of a name ("the 2010 World Cup", "the Terrorism Act 2000", "Godwin Friday") or a count
// ("by 2000 monks") tell when nothing happens. The trees and the model's names show it.
import { contains, type Span } from "../../document/index.ts";
import type { Sentence, Word } from "../../language/index.ts";

const YEAR = /^\d{4}(?:[–-]\d{2,4})?$/;

/** True for a time expression that is part of a name, or no year at all. */
export function isInName(time: Span, text: string, { words, names }: Sentence): boolean {
  const whole = names.some((name) => contains(name, time) && name.end - name.start > time.end - time.start && name.type !== "LOC");
  const inside = words.filter((word) => time.start < word.end && word.start < time.end);
  const [first, last] = [inside[0], inside.at(-1)];
  if (whole || first === undefined || last === undefined) return whole;
  if (!YEAR.test(text.slice(time.start, time.end)) && !YEAR.test(last.form)) return false;
  return isCount(last, words) || (first === last && (opensTitle(last, words) || closesTitle(first, words)));
}

/** "2000 monks": a number of things. */
function isCount(year: Word, words: readonly Word[]): boolean {
  const next = words[year.index + 1];
  return year.relation === "nummod" && next?.xpos === "NNS" && year.head > year.index;
}

/**
 * "the 2010 Commonwealth Games": it hangs on one of two words with capitals behind it. Not so "In 2010 President Medvedev …",
 * which it hangs on none of, nor "the 2018 North Korea summit", where they tell which of the summits.
 */
function opensTitle(year: Word, words: readonly Word[]): boolean {
  let at = year.index + 1;
  while (isCapital(words[at]) || (/^(?:of|de|du|the|and|['’]s|-|'|’)$/.test(words[at]?.form ?? "") && isCapital(words[at + 1]))) at += 1;
  const run = words.slice(year.index + 1, at);
  return run.length > 1 && run.some((word) => word.index === year.head);
}

/** "the Terrorism Act 2000": behind a name's last word; a month with its year is one expression and comes here as a whole. */
function closesTitle(year: Word, words: readonly Word[]): boolean {
  const [before, first] = [words[year.index - 1], words[year.index - 2]];
  if (before?.upos !== "PROPN" || !isCapital(before)) return false;
  return isCapital(first) && first?.upos === "PROPN";
}

function isCapital(word: Word | undefined): boolean {
  return word !== undefined && /^\p{Lu}/u.test(word.form);
}
