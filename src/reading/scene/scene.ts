// The scene: an analysed document with every recogniser's annotations laid over its trees. All later steps read from it.
import type { Span } from "../../document/index.ts";
import type { Analysis } from "../../language/index.ts";
import type { ItemMention, MoneyMention, PartyMention, TimeMention } from "../annotation.ts";
import { treeOf, type Tree } from "../grammar/index.ts";

/** Annotations of a document, each list in text order. */
export interface Annotations {
  readonly parties: readonly PartyMention[];
  readonly items: readonly ItemMention[];
  readonly money: readonly MoneyMention[];
  readonly times: readonly TimeMention[];
}

/** One sentence with its tree and the annotations inside it; `partyAt[i]` is the longest party mention over word i. */
export interface SceneSentence {
  readonly tree: Tree;
  readonly parties: readonly PartyMention[];
  readonly items: readonly ItemMention[];
  readonly money: readonly MoneyMention[];
  readonly times: readonly TimeMention[];
  readonly partyAt: readonly (PartyMention | undefined)[];
}

/** A document ready to be read for acts. */
export interface Scene {
  readonly analysis: Analysis;
  readonly text: string;
  readonly sentences: readonly SceneSentence[];
  /** Parties of a heading that stands outside the text; context for "the two countries". */
  readonly heading: readonly PartyMention[];
}

/** Lays annotations over the trees. */
export function sceneOf(analysis: Analysis, annotations: Annotations, heading: readonly PartyMention[] = []): Scene {
  const sentences = analysis.sentences.map((sentence) => {
    const tree = treeOf(sentence);
    const parties = inside(annotations.parties, sentence);
    return {
      tree,
      parties,
      items: inside(annotations.items, sentence),
      money: inside(annotations.money, sentence),
      times: inside(annotations.times, sentence),
      partyAt: tree.words.map((word) => longestOver(parties, word)),
    };
  });
  return { analysis, text: analysis.document.text, sentences, heading };
}

function inside<T extends Span>(all: readonly T[], span: Span): T[] {
  let low = 0;
  let high = all.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((all[middle]?.start ?? 0) < span.start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let i = low; i < all.length; i++) {
    const one = all[i];
    if (one === undefined || one.start >= span.end) break;
    if (one.end <= span.end) found.push(one);
  }
  return found;
}

function longestOver(parties: readonly PartyMention[], word: Span): PartyMention | undefined {
  let best: PartyMention | undefined;
  for (const party of parties) {
    const covers = party.start <= word.start && word.end <= party.end;
    if (covers && (best === undefined || party.end - party.start > best.end - best.start)) best = party;
  }
  return best;
}
