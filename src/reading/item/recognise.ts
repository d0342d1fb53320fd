// Recognises the goods and services of an analysed document, with the numbers that count them.
import type { Analysis, Sentence } from "../../language/index.ts";
import type { ItemMention, QuantityMention } from "../annotation.ts";
import { loadParts, partBefore, recogniseQuantities } from "../quantity/index.ts";
import type { PartWords } from "../quantity/index.ts";
import type { ItemLexicon } from "./catalogue.ts";
import { coresOf } from "./core.ts";
import { itemPhrases, type ItemPhrase } from "./phrase.ts";

/**
 * The items that a document mentions, in text order, without overlap. A span holds the number and unit that count the item
 * ("five battalions of S-300"), its `name` does not. `quantities` are those of the whole text, where the caller has them.
 */
export function recogniseItems(analysis: Analysis, lexicon: ItemLexicon, quantities?: readonly QuantityMention[]): ItemMention[] {
  const { text } = analysis.document;
  return analysis.sentences.flatMap((sentence) => {
    if (sentence.words.length === 0) return [];
    const phrases = itemPhrases(sentence, coresOf(sentence, text, lexicon), lexicon);
    if (phrases.length === 0) return [];
    const counts = quantities?.filter((each) => each.start >= sentence.start && each.end <= sentence.end) ?? recogniseQuantities(text, sentence);
    return withoutOverlap(phrases.map((phrase) => mentionOf(sentence, text, phrase, counts)));
  });
}

let parts: PartWords | undefined;

function mentionOf({ words }: Sentence, text: string, phrase: ItemPhrase, counts: readonly QuantityMention[]): ItemMention {
  const start = words[phrase.name]?.start ?? 0;
  const end = words[phrase.last]?.end ?? start;
  const left = words[phrase.first]?.start ?? start;
  const count = counts.findLast((each) => isCountOf(text, each, left, start));
  const unit = count?.unit;
  const part = count === undefined ? undefined : partBefore(text, count, counts, (parts ??= loadParts()));
  const { quantity } = part ?? count ?? {};
  return {
    type: "item",
    start: Math.min(part?.start ?? count?.start ?? start, start),
    end,
    name: text.slice(start, end),
    ...(phrase.id !== undefined && { id: phrase.id }),
    ...(phrase.kind !== undefined && { kind: phrase.kind }),
    ...(quantity !== undefined && { quantity }),
    ...(unit !== undefined && { unit }),
  };
}

const CURRENCY = /^[ -]?(?:euros?|dollars?|pounds? sterling|yen|yuan|rubles?|roubles?|rupees?|francs?|[A-Z]{3})\b/;

/** The number counts the item: it stands among the phrase's own modifiers, or right before it with "of". */
function isCountOf(text: string, count: QuantityMention, left: number, start: number): boolean {
  if (count.start >= start || count.end > start || CURRENCY.test(text.slice(count.end, count.end + 12))) return false;
  if (count.start >= left) return true;
  const between = text.slice(count.end, left);
  return /^(?: \p{L}+){0,2} of(?: the| its| their| his| an?)? $/u.test(between) || /^ ?$/.test(between);
}

function withoutOverlap(mentions: readonly ItemMention[]): ItemMention[] {
  return mentions.filter((mention, i) => !mentions.some((other, j) => j < i && other.end > mention.start));
}
