// Names of states that stand for something else: parts of longer names ("Jamaica Avenue"), namesakes ("Georgia" of the USA),
// towns ("Lebanon, Pennsylvania"), teams, languages, people ("Chad, a plumber"), words in a shouting headline ("BELIEVE US").
import type { Sentence, Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";
import { isEthnic, isTongue } from "./demonym.ts";
import { isNamesake } from "./namesake.ts";
import { isTeam } from "./team.ts";
import { isCarried, isPartOfName, isVessel } from "./thing.ts";

/** True where the words around say that the name is none of its state's or organisation's. */
export function isMisnomer(anchor: Anchor, sentence: Sentence, context: Context): boolean {
  const { kind, form } = anchor.entry;
  const { words } = sentence;
  if (isShouted(anchor, sentence, context) || isUnit(anchor, words, context)) return true;
  if (kind === "person") return isVessel(anchor, words, context) || isPrivate(anchor, sentence, context);
  if (isNamesake(anchor, sentence, context)) return true;
  if (kind !== "state" && kind !== "substate") return false;
  if (form !== "demonym" && isCalled(anchor, sentence, context)) return true;
  // A part of a state has no id that a thing, a town or a team called after it could take.
  if (anchor.entry.id === undefined) return false;
  if (isPartOfName(anchor, sentence, context)) return true;
  if (form === "demonym") return isOne(anchor, words) || isTongue(anchor, words, context) || isEthnic(anchor, words, context);
  return (
    isTown(anchor, sentence, context) ||
    isExplained(anchor, words, context) ||
    ((form === "name" || form === "capital") && isTeam(anchor, sentence, context))
  );
}

const PLACED: ReadonlySet<string> = new Set(["in", "near", "at", "outside"]);

/** "Gordon Brown, a retired plumber", "the painter Kirchner", "shopkeepers in Annan": a namesake of the holder, or a place. */
function isPrivate(anchor: Anchor, sentence: Sentence, { lexicon }: Context): boolean {
  const { words } = sentence;
  const [before, comma, article] = [words[anchor.first - 1], words[anchor.last + 1], words[anchor.last + 2]];
  if (before !== undefined && anchor.first === anchor.last && before.upos === "ADP" && PLACED.has(before.form.toLowerCase())) return true;
  if (isCarried(anchor, words, { lexicon })) return true;
  if (before !== undefined && lexicon.called.explained.has(before.lemma.toLowerCase()) && before.end < anchor.start) return true;
  if (comma?.form !== "," || !["a", "an"].includes(article?.form ?? "")) return false;
  const behind = words.slice(anchor.last + 3, anchor.last + 7);
  const end = behind.findIndex(({ upos }) => !["ADJ", "NOUN", "PROPN", "NUM", "VERB"].includes(upos));
  const phrase = behind.slice(0, end < 0 ? behind.length : end);
  return !phrase.some(({ form }) => /^(?:former|ex|once)$/i.test(form)) && lexicon.called.explained.has(phrase.at(-1)?.lemma.toLowerCase() ?? "");
}

/** True where somebody bears the name. */
function isCalled(anchor: Anchor, sentence: Sentence, { surnames }: Context): boolean {
  const known = anchor.entry.form === "name" && anchor.start > (surnames.get(anchor.text) ?? Number.POSITIVE_INFINITY);
  return known || isFirstName(anchor, sentence.words) || isPersonsName(anchor, sentence);
}

/** "a Danish", "an Afghan": a single thing, animal or person, none of whom is the state. */
function isOne({ last }: Anchor, words: readonly Word[]): boolean {
  const word = words[last];
  if (word === undefined || (word.head > last && ["amod", "compound", "nmod:desc", "flat"].includes(word.relation))) return false;
  if (["NOUN", "PROPN", "ADJ"].includes(words[last + 1]?.upos ?? "") || /^[-–]$/.test(words[last + 1]?.form ?? "")) return false;
  return words.some(({ head, relation, form }) => head === last && relation === "det" && /^an?$/i.test(form));
}

const DAY = /(?:day|[Jj]anuary|[Ff]ebruary|March|April|May|June|July|August|ber)$/;

/** "Lebanon, Pennsylvania", "Athens, Georgia": of two places parted by a comma the second holds the first. */
function isTown(anchor: Anchor, { words, names }: Sentence, { lexicon }: Context): boolean {
  const [comma, next] = [words[anchor.last + 1], words[anchor.last + 2]];
  if (comma?.form === "," && next !== undefined) {
    const [within] = lexicon.find(words.slice(anchor.last + 2, anchor.last + 5));
    const region = within?.first === 0 ? within.values.find(({ kind }) => kind === "substate") : undefined;
    // "Washington, Oregon and California" are three, and so are "Russia, Abkhazia and Ossetia"; "Russia, Tatarstan" is no town.
    const isListed = within !== undefined && words[anchor.last + 2 + within.last + 1]?.upos === "CCONJ";
    if (region !== undefined && !isListed && (region.state !== anchor.entry.id || anchor.entry.form === "capital")) return true;
  }
  const [before, town] = [words[anchor.first - 1], words[anchor.first - 2]];
  // "Starting Monday, Georgia …": a day is no town.
  const isPlace = town !== undefined && !names.some(({ type, end }) => type !== "LOC" && end === town.end) && !DAY.test(town.form);
  const second = before?.form === "," && isPlace && town.upos === "PROPN" && anchor.entry.kind === "state" && hasNamesake(anchor, words, lexicon);
  return second && lexicon.capitals.get(town.form) !== anchor.entry.id;
}

/** "Peru, a town in Illinois", "Iceland, the supermarket": what stands behind the comma says what it is. */
function isExplained(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const [comma, article] = [words[anchor.last + 1], words[anchor.last + 2]];
  if (comma?.form !== "," || article?.upos !== "DET") return false;
  const behind = words.slice(anchor.last + 3, anchor.last + 9);
  const end = behind.findIndex(({ upos }) => !["ADJ", "NOUN", "PROPN", "NUM"].includes(upos));
  const phrase = behind.slice(0, end < 0 ? behind.length : end);
  // "Georgia, the Georgian gas company says": whose company it is, is told by the demonym.
  return !phrase.some(({ form }) => lexicon.demonyms.has(form)) && phrase.some(({ lemma }) => lexicon.called.explained.has(lemma.toLowerCase()));
}

/** A state of which a part of another bears the name, "Georgia". */
function hasNamesake(anchor: Anchor, words: readonly Word[], lexicon: Context["lexicon"]): boolean {
  const [match] = lexicon.find(words.slice(anchor.first, anchor.last + 1));
  return match?.values.some(({ kind }) => kind === "substate") ?? false;
}

/** "Israel Kamakawiwoʻole": the tree reads the capitalised word behind as the rest of one name. */
function isFirstName(anchor: Anchor, words: readonly Word[]): boolean {
  const next = words[anchor.last + 1];
  return anchor.first === anchor.last && next?.relation === "flat" && next.head === anchor.last && /^\p{Lu}\p{Ll}/u.test(next.form);
}

/** "Chad, a plumber of 41", "Georgia, 9": an age or a trade behind the name, or the model sees a person. */
function isPersonsName(anchor: Anchor, { words, names }: Sentence): boolean {
  const [comma, next, third] = [1, 2, 3].map((step) => words[anchor.last + step]);
  if (comma?.form !== ",") return false;
  const person = names.some((name) => name.type === "PER" && name.start === anchor.start && name.end === anchor.end);
  const age = next?.upos === "NUM" && /^\d{1,3}$/.test(next.form) && [",", "."].includes(third?.form ?? ",");
  return age || (person && ["a", "an", "who"].includes(next?.form.toLowerCase() ?? ""));
}

/** "BELIEVE US, PLEADS CHIEF", "CAR BOMB KILLS JUDGE": a headline in capitals. */
function isShouted(anchor: Anchor, { words }: Sentence, { lexicon }: Context): boolean {
  if (!lexicon.called.shouted.has(anchor.text)) return false;
  // "WHO SENDS SERUM", "CAR ASKS PARIS": it opens the line and acts.
  const next = words[anchor.last + 1];
  if (anchor.first === 0 && next?.upos === "VERB" && next.xpos === "VBZ") return false;
  const others = words.filter(({ index, form }) => (index < anchor.first || index > anchor.last) && /\p{L}{2}/u.test(form));
  const run = others.filter(({ index }) => Math.abs(index - anchor.first) <= 3);
  return run.length >= 2 && run.every(({ form }) => !/\p{Ll}/u.test(form));
}

/** "20 AU": a number of units. */
function isUnit(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  return lexicon.called.unit.has(anchor.text) && words[anchor.first - 1]?.upos === "NUM";
}
