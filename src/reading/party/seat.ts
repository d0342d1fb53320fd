// Whether a capital stands for its government ("Moscow rejected the offer") or is a place ("a fire in Moscow").
import type { Word } from "../../language/index.ts";
import type { Anchor } from "./context.ts";
import type { View } from "./view.ts";

/** Adpositions by which a government is met; by any other a capital is where something is. */
const MET: ReadonlySet<string> = new Set(["with", "against", "between", "to", "on"]);

/** True where the words around treat the capital as one who acts or is dealt with. */
export function isGovernment(view: View, anchor: Anchor): boolean {
  const inside = view.words.slice(anchor.first, anchor.last + 1);
  const top = inside.find(({ head }) => head < anchor.first || head > anchor.last);
  const word = first(view.words, top);
  const head = word && view.words[word.head];
  if (word === undefined || head === undefined) return false;
  const { addressed, toward, relation, awaited, will } = view.context.lexicon.seats;
  const lemma = head.lemma.toLowerCase();
  const by = view.words.find((other) => other.head === word.index && other.relation === "case")?.form.toLowerCase();
  switch (word.relation) {
    case "nsubj":
      return head.upos === "VERB";
    case "obl:agent":
      return true;
    case "obj":
    case "iobj":
    case "nsubj:pass":
      return addressed.has(lemma);
    case "obl":
      if (by === "for" || by === "without") return awaited.has(lemma);
      return by !== undefined && MET.has(by) && (toward.has(lemma) || addressed.has(lemma));
    case "nmod":
      // "air strikes by Islamabad": who does what a noun tells.
      if (by === "of" || by === "from") return will.has(lemma);
      return by === "by" || (by !== undefined && MET.has(by) && relation.has(lemma));
    case "nmod:poss":
      return will.has(lemma);
    default:
      return false;
  }
}

/** The first of a coordination, whose part all of it plays. */
function first(words: readonly Word[], word: Word | undefined): Word | undefined {
  let at = word;
  while (at?.relation === "conj" && words[at.head] !== undefined) at = words[at.head];
  return at;
}
