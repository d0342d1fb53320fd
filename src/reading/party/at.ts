// Questions that the grammar asks of the mentions: which one holds a word, and which parties a word stands for.
import type { Sentence } from "../../language/index.ts";
import type { PartyMention } from "../annotation.ts";

/** The mention that holds a word of a sentence, the longest where several do; undefined where none does. */
export function mentionAt(mentions: readonly PartyMention[], sentence: Sentence, index: number): PartyMention | undefined {
  const word = sentence.words[index];
  if (word === undefined) return undefined;
  const holding = mentions.filter((mention) => mention.start < word.end && word.start < mention.end);
  return holding.sort((a, b) => b.end - b.start - (a.end - a.start))[0];
}

const MODIFIERS: ReadonlySet<string> = new Set(["amod", "compound", "nmod:poss", "conj", "flat"]);

/**
 * The parties that a noun stands for, in text order: the mention that holds it and those that modify it, so that
 * "British and French ministers" gives both states. `of` also follows "of", "from" and "between" ("leaders of Iran and Iraq").
 */
export function partiesAt(mentions: readonly PartyMention[], sentence: Sentence, index: number, of: boolean = false): PartyMention[] {
  const found = new Set<PartyMention>();
  const own = mentionAt(mentions, sentence, index);
  if (own !== undefined) found.add(own);
  const follow = (at: number, depth: number): void => {
    for (const child of sentence.words) {
      if (child.head !== at || depth > 4) continue;
      if (!MODIFIERS.has(child.relation) && !(of && child.relation === "nmod")) continue;
      if (child.relation === "conj" && at === index) continue;
      const mention = mentionAt(mentions, sentence, child.index);
      if (mention !== undefined) found.add(mention);
      follow(child.index, depth + 1);
    }
  };
  follow(index, 0);
  return [...found].sort((a, b) => a.start - b.start);
}
