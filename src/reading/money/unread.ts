// Words of money that give no sum: figures that are none, signs that no sum has, and sizes without a figure. They are kept
// as text with the reason, so that what was left out can be seen, and nothing is guessed.
import type { Span } from "../../document/index.ts";
import type { UnreadMoney } from "../annotation.ts";
import type { NumberFault, NumberReading } from "../quantity/index.ts";
import type { CurrencyTable } from "./currencies.ts";
import type { States } from "./currency.ts";
import { judge, markOf, unreadAs } from "./mark.ts";

const SCALE = "thousand|million|billion|trillion|lakh|crore";
const VAGUE = new RegExp(
  String.raw`(?<![\p{L}\d-])(?:(?:(?:tens|hundreds|thousands|dozens|scores|several|a few|many) (?:of )?)?(?:hundreds? (?:of )?)?(?:${SCALE})s` +
    String.raw`|(?:several|a few|many) (?:hundred |thousand )?(?:${SCALE})|multi-?(?:${SCALE})|an? (?:${SCALE})(?=-))(?: of(?= ))?`,
  "giu",
);
const NO_NUMBER = /(?<![\p{L}\d])(?:NaN|Infinity)(?![\p{L}\d])|∞/gu;
const SIGNED = /[-\u2212]$/;

/** Stand-ins are as large as any figure, so that everyday words count as currencies beside them. */
const LARGE = { value: Number.POSITIVE_INFINITY, scale: Number.POSITIVE_INFINITY };

/** The places of a pattern in the text. */
function places(text: string, pattern: RegExp): readonly Span[] {
  return [...text.matchAll(pattern)].map(({ 0: words, index }) => ({ start: index, end: index + words.length }));
}

/** "$-5": the sign stands between the mark and the figure. */
function signedInside(text: string, number: NumberReading, currencies: CurrencyTable, states: States): readonly UnreadMoney[] {
  if (!SIGNED.test(text.slice(0, number.start).slice(-1))) return [];
  const mark = markOf(text, { ...number, start: number.start - 1 }, currencies, states);
  return mark?.code === undefined || mark.start === number.start - 1 ? [] : [unreadAs("negative", mark)];
}

/** The unread words of money in a text whose figures are given, in text order and apart. */
export function unreadOf(
  text: string,
  figures: readonly (NumberReading | NumberFault)[],
  currencies: CurrencyTable,
  states: States,
): readonly UnreadMoney[] {
  const standIn = (reason: UnreadMoney["reason"], place: Span): readonly UnreadMoney[] => {
    const mark = markOf(text, { ...LARGE, ...place }, currencies, states);
    return mark === undefined ? [] : [unreadAs(reason, mark)];
  };
  const found = [
    ...figures.flatMap((figure) => {
      if ("unread" in figure) return standIn(figure.unread, { start: figure.start, end: figure.end });
      const judged = judge(text, figure, currencies, states);
      if (judged !== undefined) return "unread" in judged ? [judged.unread] : [];
      return signedInside(text, figure, currencies, states);
    }),
    ...places(text, NO_NUMBER).flatMap((place) => standIn("malformed", place)),
    ...places(text, VAGUE).flatMap((place) => standIn("no-figure", place)),
  ].toSorted((a, b) => a.start - b.start);
  return apart(found);
}

/** The spans that begin behind the one kept before them. */
function apart(found: readonly UnreadMoney[]): readonly UnreadMoney[] {
  const kept: UnreadMoney[] = [];
  for (const each of found) if (each.start >= (kept.at(-1)?.end ?? 0)) kept.push(each);
  return kept;
}
