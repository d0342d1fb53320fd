// Whether a capital stands for its government ("Moscow rejected the offer") or is a place ("a fire in Moscow"). In news of states
// it mostly is the government, so that a place is what needs to be shown: by the adposition, or by a word of going, building or weather.
import type { Word } from "../../language/index.ts";
import type { PartyLexicon } from "./lexicon.ts";
import type { Anchor } from "./context.ts";
import type { View } from "./view.ts";

type Seats = PartyLexicon["seats"];

/** Adpositions by which a capital is dealt with, unless the word it hangs on is one of going. */
const DEALT: ReadonlySet<string> = new Set([
  "with",
  "against",
  "between",
  "to",
  "for",
  "without",
  "by",
  "like",
  "than",
  "of",
  "unlike",
  "despite",
  "among",
  "after",
  "before",
]);

/** True where the words around treat the capital as one who acts or is dealt with. */
export function isGovernment(view: View, anchor: Anchor): boolean {
  const inside = view.words.slice(anchor.first, anchor.last + 1);
  const top = inside.find(({ head }) => head < anchor.first || head > anchor.last);
  const word = first(view.words, top);
  const head = word && view.words[word.head];
  if (word === undefined || head === undefined) return false;
  const { seats } = view.context.lexicon;
  const lemma = head.lemma.toLowerCase();
  const by = view.words.find((other) => other.head === word.index && other.relation === "case")?.form.toLowerCase();
  switch (word.relation) {
    case "nsubj":
    case "nsubj:outer":
      return isActor(view, head, seats);
    case "obl:agent":
      return true;
    case "obj":
    case "iobj":
    case "nsubj:pass":
      return !seats.befalls.has(lemma);
    case "obl":
      return isDealtWith(by, lemma, seats) && !(by === "to" && isSent(view, head));
    case "nmod":
      return isConcerned(by, lemma, seats) || (by === "from" && isObtained(view, head, seats));
    case "nmod:poss":
      return !seats.placed.has(lemma);
    case "root":
    case "ccomp":
    case "parataxis":
      return isCleft(view, word);
    default:
      return false;
  }
}

/** "it was Delhi that had promised the treaty". */
function isCleft({ words }: View, word: Word): boolean {
  const of = (relation: RegExp): boolean => words.some((other) => other.head === word.index && relation.test(other.relation));
  const it = words.some((other) => other.head === word.index && /^(?:nsubj|expl)/.test(other.relation) && other.form.toLowerCase() === "it");
  return it && of(/^cop/) && of(/^(?:acl|advcl|csubj|ccomp)/);
}

/** "Moscow froze the assets", "Delhi is wary"; not "Moscow froze", "London is a city". */
function isActor({ words }: View, head: Word, seats: Seats): boolean {
  const lemma = head.lemma.toLowerCase();
  const has = (relation: string): boolean => words.some((word) => word.head === head.index && word.relation === relation);
  if (head.upos === "VERB") return !seats.suffers.has(lemma) || has("obj");
  return (head.upos === "ADJ" || has("cop")) && !seats.placed.has(lemma);
}

/** "wants six months' grace from Washington". */
function isObtained({ words }: View, head: Word, seats: Seats): boolean {
  const verb = words[head.head];
  return head.relation === "obj" && verb !== undefined && seats.obtained.has(verb.lemma.toLowerCase());
}

/** "sent two deputies to Baku": people go to a place, arms to a government. */
function isSent({ words, headAt }: View, head: Word): boolean {
  return words.some(
    ({ index, head: verb, relation }) => verb === head.index && relation === "obj" && ["office", "nominal"].includes(headAt[index]?.noun.form ?? ""),
  );
}

/** "turned to Paris", "wants aid from Tokyo", "for Berlin"; not "flew to Paris", "left for Berlin". */
function isDealtWith(by: string | undefined, lemma: string, seats: Seats): boolean {
  if (by === undefined) return false;
  if (by === "on") return seats.toward.has(lemma) || seats.addressed.has(lemma);
  if (by === "from") return seats.obtained.has(lemma);
  return DEALT.has(by) && !seats.motion.has(lemma);
}

/** "a gesture to Washington", "the order for Riyadh", "the wishes of Canberra"; not "the road to Kabul", "the streets of Lima". */
function isConcerned(by: string | undefined, lemma: string, seats: Seats): boolean {
  if (by === undefined) return false;
  if (by === "of" || by === "from") return seats.will.has(lemma);
  if (by === "on") return seats.relation.has(lemma);
  if (by === "after" || by === "before") return false;
  return DEALT.has(by) && !seats.motion.has(lemma) && !seats.placed.has(lemma);
}

/** The first of a coordination, whose part all of it plays. */
function first(words: readonly Word[], word: Word | undefined): Word | undefined {
  let at = word;
  while (at?.relation === "conj" && words[at.head] !== undefined) at = words[at.head];
  return at;
}
