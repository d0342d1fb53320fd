// Names of states that stand for something else: kinds of things ("Brazil nuts"), towns ("Lebanon, Pennsylvania"), teams
// ("England beat Germany 2–1"), ships ("the liner Norway"), people ("Chad, a plumber"), words in a shouting headline ("BELIEVE US").
import type { Sentence, Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";

/** True where the words around say that the name is none of its state's or organisation's. */
export function isMisnomer(anchor: Anchor, sentence: Sentence, context: Context): boolean {
  const { kind, form } = anchor.entry;
  if (isShouted(anchor, sentence, context) || isUnit(anchor, sentence.words, context)) return true;
  if (kind !== "state" && kind !== "substate") return false;
  if (namesKind(anchor, sentence.words, context)) return true;
  if (form === "demonym") return false;
  return (
    isTown(anchor, sentence, context) ||
    isCarried(anchor, sentence.words, context) ||
    isPersonsName(anchor, sentence) ||
    (form === "name" && anchor.start > (context.surnames.get(anchor.text) ?? Number.POSITIVE_INFINITY)) ||
    (form === "name" && isTeam(sentence, context))
  );
}

/** "Brazil nuts", "Swiss Army knife", "Turkish delight": a thing called after a place. */
function namesKind(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const behind = words.slice(anchor.last + 1, anchor.last + 3);
  const [next, second] = behind.map((word) => word.form.toLowerCase());
  return lexicon.called.after.has(next ?? "") || lexicon.called.after.has(`${next} ${second}`);
}

/** "Lebanon, Pennsylvania", "Athens, Georgia": of two places parted by a comma the second holds the first. */
function isTown(anchor: Anchor, { words }: Sentence, { lexicon }: Context): boolean {
  const [comma, next] = [words[anchor.last + 1], words[anchor.last + 2]];
  if (comma?.form === "," && next !== undefined) {
    const [within] = lexicon.find(words.slice(anchor.last + 2, anchor.last + 5));
    const region = within?.first === 0 ? within.values.find(({ kind }) => kind === "substate") : undefined;
    // "Washington, Oregon and California" are three of its parts; "Russia, Tatarstan" is no town.
    if (region !== undefined && (region.state !== anchor.entry.id || anchor.entry.form === "capital")) return true;
  }
  const [before, town] = [words[anchor.first - 1], words[anchor.first - 2]];
  const second = before?.form === "," && town?.upos === "PROPN" && anchor.entry.kind === "state" && hasNamesake(anchor, words, lexicon);
  return second && lexicon.capitals.get(town.form) !== anchor.entry.id;
}

/** A state of which a part of another bears the name, "Georgia". */
function hasNamesake(anchor: Anchor, words: readonly Word[], lexicon: Context["lexicon"]): boolean {
  const [match] = lexicon.find(words.slice(anchor.first, anchor.last + 1));
  return match?.values.some(({ kind }) => kind === "substate") ?? false;
}

/** "USS America", "the liner Norway", "Miss Venezuela": what stands before says what bears the name. */
function isCarried(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const before = words[anchor.first - 1];
  return before !== undefined && lexicon.called.before.has(before.form) && before.end < anchor.start;
}

/** "Chad, a plumber of 41", "Georgia, 9": an age or a trade behind the name, or the model sees a person. */
function isPersonsName(anchor: Anchor, { words, names }: Sentence): boolean {
  const [comma, next, third] = [1, 2, 3].map((step) => words[anchor.last + step]);
  if (comma?.form !== ",") return false;
  const person = names.some((name) => name.type === "PER" && name.start === anchor.start && name.end === anchor.end);
  const age = next?.upos === "NUM" && /^\d{1,3}$/.test(next.form) && [",", "."].includes(third?.form ?? ",");
  return age || (person && ["a", "an", "who"].includes(next?.form.toLowerCase() ?? ""));
}

const SCORE = /(?<![\d–-])\d{1,3}\s?[–-]\s?\d{1,3}(?![\d–-])/;

/** A score and a word of sports: the names are teams. */
function isTeam({ words }: Sentence, { text, lexicon }: Context): boolean {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined || !SCORE.test(text.slice(first.start, last.end))) return false;
  return words.some(({ lemma, form }) => lexicon.called.sport.has(lemma.toLowerCase()) || lexicon.called.sport.has(form));
}

/** "BELIEVE US, PLEADS CHIEF", "CAR BOMB KILLS JUDGE": a headline in capitals. */
function isShouted(anchor: Anchor, { words }: Sentence, { lexicon }: Context): boolean {
  if (!lexicon.called.shouted.has(anchor.text)) return false;
  const others = words.filter(({ index, form }) => (index < anchor.first || index > anchor.last) && /\p{L}{2}/u.test(form));
  const run = others.filter(({ index }) => Math.abs(index - anchor.first) <= 3);
  return run.length >= 2 && run.every(({ form }) => !/\p{Ll}/u.test(form));
}

/** "20 AU": a number of units. */
function isUnit(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  return lexicon.called.unit.has(anchor.text) && words[anchor.first - 1]?.upos === "NUM";
}
