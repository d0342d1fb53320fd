// Conversions: the same sum told again in another currency, in brackets or after "or". A claim takes the sum as first
// stated (CLAIMS.md), so the repetition is marked and the caller leaves it out.
import type { MoneyMention } from "../annotation.ts";

const FARTHEST = 80;
const OPENING =
  /\(\s?(?:(?:about|around|some|roughly|approximately|approx\.?|nearly|almost|over|or|worth|equivalent to|equal to|i\.e\.,?|[=~≈])\s?){0,3}$/i;
const OR = /^,? (?:or|that is|equivalent to|equal to),? (?:(?:about|around|some|roughly|approximately|nearly|almost|over) )?$/i;
const NEXT_IN_BRACKET = /^\s?(?:[/,;]|or|and)\s?(?:(?:about|around|some|roughly|approximately) )?$/i;

/** The mention repeats the sum before it: bracketed alone, or after "or", in another currency and near. */
function repeats(text: string, previous: MoneyMention, mention: MoneyMention): boolean {
  if (previous.currency === mention.currency || mention.start - previous.end > FARTHEST) return false;
  const gap = text.slice(previous.end, mention.start);
  if (previous.conversion === true) return NEXT_IN_BRACKET.test(gap);
  return OR.test(gap) || (OPENING.test(gap) && /^[^()]{0,24}\)/.test(text.slice(mention.end, mention.end + 25)));
}

/** The mentions with `conversion` set on those that repeat the sum before them in another currency. */
export function withConversions(text: string, mentions: readonly MoneyMention[]): readonly MoneyMention[] {
  const done: MoneyMention[] = [];
  for (const mention of mentions) {
    const previous = done.at(-1);
    done.push(previous !== undefined && repeats(text, previous, mention) ? { ...mention, conversion: true } : mention);
  }
  return done;
}
