// Names of states that stand for their teams: a score with a word of sports, a word that only players use, or a verb of
// contests beside the name.
import type { Sentence, Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";

const SCORE = /(?<![\d–-])\d{1,3}\s?[–-]\s?\d{1,3}(?![\d–-])/;

/** True where the sentence is one of sports: two words of it, one of them a player's, or a score and one word. */
export function isTeam(anchor: Anchor, { words }: Sentence, { text, lexicon }: Context): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return false;
  const { played, sport } = lexicon.called;
  const players = wordsOf(words, played);
  const all = new Set([...players, ...wordsOf(words, sport)]);
  if (all.size > 0 && SCORE.test(text.slice(first.start, last.end))) return true;
  const staged = words.some(({ lemma }) => lexicon.called.staged.has(lemma.toLowerCase()));
  if (all.size === 0 || staged || actsForState(words, all, lexicon) || complains(anchor, words, lexicon)) return false;
  return isPlural(anchor, words) || (players.size > 0 && (all.size > 1 || hasPlayer(anchor, words, played)));
}

/** True where a sentence speaks of players, whose names are their own. */
export function isOfSport(words: readonly Word[], { called }: Context["lexicon"]): boolean {
  return wordsOf(words, called.played).size > 0;
}

/** The words of a list that a sentence has, pairs among them. */
function wordsOf(words: readonly Word[], known: ReadonlySet<string>): Set<string> {
  return new Set(
    words.flatMap(({ index, form, lemma }) => {
      const [next, third] = [1, 2].map((step) => words[index + step]?.form.toLowerCase() ?? "");
      const tied = next === "-" ? `${form.toLowerCase()}-${third}` : "";
      return [tied, `${form.toLowerCase()} ${next}`, `${lemma} ${next}`, form, lemma.toLowerCase(), form.toLowerCase()]
        .filter((key) => known.has(key))
        .slice(0, 1);
    }),
  );
}

/** "Egypt recalls its ambassador after a World Cup match": a body or office of a state is there, so that states act. */
function actsForState(words: readonly Word[], sports: ReadonlySet<string>, { heads }: Context["lexicon"]): boolean {
  return heads(words).some(({ values }) => values.some((noun) => noun.class === "state" && !sports.has(noun.noun)));
}

/** "Islamabad grumbled": a capital that is the subject of what governments do to each other is no team. */
function complains({ entry, last }: Anchor, words: readonly Word[], { seats }: Context["lexicon"]): boolean {
  const word = words[last];
  const lemma = words[word?.head ?? -1]?.lemma.toLowerCase() ?? "";
  return entry.form === "capital" && word?.relation === "nsubj" && (seats.addressed.has(lemma) || seats.toward.has(lemma));
}

const ONE: RegExp = /(?![sS])\p{L}$/u;

/** "Pakistan were all out", "Wales need a win": a team takes its verb in the plural, a state does not. */
function isPlural({ first, last, text }: Anchor, words: readonly Word[]): boolean {
  const word = words[last];
  const joined = words.some(({ head, relation }) => head === last && relation === "conj");
  if (word === undefined || !word.relation.startsWith("nsubj") || joined || !ONE.test(text)) return false;
  const verbs = words.filter(
    ({ index, head, relation }) => index > first && (index === word.head || (head === word.head && /^(?:aux|cop)/.test(relation))),
  );
  return verbs.some(({ xpos, form }) => xpos === "VBP" || form === "were");
}

const BESIDE: ReadonlySet<string> = new Set(["compound", "nmod:poss", "nmod", "nsubj", "nsubj:pass", "obj", "obl:agent"]);

/** "Brazil's striker", "Australia were bowled out by India". */
function hasPlayer(anchor: Anchor, words: readonly Word[], played: ReadonlySet<string>): boolean {
  const word = words[anchor.last];
  const head = words[word?.head ?? -1];
  return (
    word !== undefined && head !== undefined && BESIDE.has(word.relation) && [head.lemma, head.form].some((each) => played.has(each.toLowerCase()))
  );
}
