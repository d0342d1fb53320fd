// Anchors: the known names in a sentence, each with the one meaning that fits. Ambiguous names are settled by the rest of
// the document, and names that the tree or the model shows to be part of something else ("Paris Hilton") are dropped.
import type { Name, Sentence, Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";
import { existed, inOffice, type PartyEntry } from "./entry.ts";
import { isMisnomer } from "./misnomer.ts";
import { isNamesake, isToldApart } from "./namesake.ts";
import type { Match } from "./trie.ts";

/** The anchors of a sentence, in order, without overlap. */
export function anchorsOf(sentence: Sentence, context: Context): Anchor[] {
  const { words } = sentence;
  const named = context.lexicon
    .names(words)
    .flatMap((match) => parted(match, words, context))
    .flatMap((match) => {
      const entry = meaningOf(match, sentence, context);
      const text = context.text.slice(match.start, match.end);
      const anchor = { start: match.start, end: match.end, first: match.first, last: match.last, entry, text };
      return isFalse(anchor, sentence, context) ? [] : [anchor];
    });
  const contextual = words.flatMap((word) => contextualAnchor(word, words, context));
  return [...named, ...contextual.filter((each) => !named.some((other) => other.first <= each.last && each.first <= other.last))].sort(
    (a, b) => a.start - b.start,
  );
}

/** "Serbia and Montenegro" after the state of both is gone are two. */
function parted(match: Match<PartyEntry>, words: readonly Word[], { day, lexicon }: Context): Match<PartyEntry>[] {
  const years = match.values[0]?.years;
  const and = words.findIndex(({ index, form }) => index > match.first && index < match.last && form === "and");
  if (years === undefined || day === undefined || day <= years.to || and < 0) return [match];
  const within = (from: number, to: number): Match<PartyEntry>[] =>
    lexicon.find(words.slice(from, to + 1)).map((each) => ({ ...each, first: each.first + from, last: each.last + from }));
  return [...within(match.first, and - 1), ...within(and + 1, match.last)];
}

/** "the South" where the document names a Korea; not "the South Pacific", "the south of". */
function contextualAnchor(word: Word, words: readonly Word[], { lexicon, ids, placesOf }: Context): Anchor[] {
  const known = lexicon.contextual.get(word.form);
  const [before, after] = [words[word.index - 1], words[word.index + 1]];
  if (known === undefined || before?.form.toLowerCase() !== "the" || !known.beside.some((id) => id === "*" || ids.has(id) || placesOf.has(id)))
    return [];
  if (after !== undefined && (["PROPN", "NOUN", "ADJ"].includes(after.upos) || after.form === "of" || after.form === "-")) return [];
  return [{ start: word.start, end: word.end, first: word.index, last: word.index, entry: known.entry, text: word.form }];
}

/** The meaning that fits: the person in office on the day, else what the rest of the document speaks of, else the first. */
function meaningOf(match: Match<PartyEntry>, sentence: Sentence, context: Context): PartyEntry {
  const { day, ids, placesOf, lexicon, text } = context;
  const [first] = match.values;
  if (first === undefined) throw new RangeError("a match without a meaning");
  if (match.values.length === 1) return first;
  const persons = match.values.filter((entry) => entry.kind === "person");
  if (persons.length === match.values.length) {
    const home = homeBehind(match, sentence, context);
    const fits = persons.filter(({ state }) => home === undefined || state === home);
    const now = fits.filter((entry) => inOffice(entry, day, lexicon.lastReport));
    return now.find(({ state }) => state !== undefined && ids.has(state)) ?? now[0] ?? fits[0] ?? first;
  }
  const then = match.values.find((entry) => existed(entry, day));
  if (then !== undefined) return then;
  const part = match.values.find(({ kind }) => kind === "substate");
  const anchor = { ...match, entry: first, text: text.slice(match.start, match.end) };
  if (part !== undefined && (isNamesake(anchor, sentence, context) || isListed(match, sentence.words, part, context))) return part;
  if (part !== undefined && isToldApart(anchor, sentence, context)) return first;
  const supported = (entry: PartyEntry): boolean =>
    entry.kind === "substate"
      ? placesOf.has(entry.state ?? "")
      : ids.has(entry.id ?? "") || (entry.form === "demonym" && placesOf.has(entry.id ?? ""));
  return supported(first) ? first : (match.values.find(supported) ?? first);
}

/** "Georgia and Alabama", "Florida, Georgia": beside a part of the same state in a list. */
function isListed({ first, last }: Match<PartyEntry>, words: readonly Word[], part: PartyEntry, { lexicon }: Context): boolean {
  const links = (at: number): boolean => words[at]?.form === "," || words[at]?.upos === "CCONJ";
  const isPart = (from: number, to: number, edge: "first" | "last"): boolean =>
    lexicon
      .find(words.slice(Math.max(0, from), to))
      .some(
        (each) =>
          each[edge] === (edge === "first" ? 0 : to - Math.max(0, from) - 1) &&
          each.values.every(({ kind, state }) => kind === "substate" && state === part.state),
      );
  return (links(last + 1) && isPart(last + 2, last + 5, "first")) || (links(first - 1) && isPart(first - 4, first - 1, "last"));
}

/** "King Abdullah of Jordan": the state behind the name. */
function homeBehind({ last }: Match<PartyEntry>, { words }: Sentence, { lexicon }: Context): string | undefined {
  if (words[last + 1]?.form !== "of") return undefined;
  const [match] = lexicon.find(words.slice(last + 2, last + 6));
  return match?.first === 0 ? match.values[0]?.id : undefined;
}

const NO_NAME: ReadonlySet<string> = new Set(["VERB", "AUX", "ADV", "PRON", "ADP", "DET", "SCONJ", "INTJ", "PART", "CCONJ"]);

function isFalse(anchor: Anchor, sentence: Sentence, context: Context): boolean {
  const word = sentence.words[anchor.first];
  if (word === undefined) return true;
  if (anchor.entry.kind === "blocked") return false;
  if (context.text.startsWith("$", anchor.end) || isMisnomer(anchor, sentence, context)) return true;
  if (word.start < anchor.start || (anchor.first === anchor.last && word.end > anchor.end + 2)) return false;
  if (anchor.first === anchor.last && NO_NAME.has(word.upos) && !/^[\p{Lu}.]{2,}$/u.test(word.form)) return true;
  if (anchor.first === anchor.last && /^\p{Lu}+$/u.test(word.form) && word.upos === "AUX") return true;
  if (isShortened(anchor, sentence.words, context) || isOthersOrgan(anchor, sentence.words, context)) return true;
  if (isOrdinaryWord(anchor, word, sentence)) return true;
  if (
    (anchor.entry.place === true || anchor.entry.kind === "substate" || context.lexicon.capitals.has(anchor.text)) &&
    beforeThing(anchor, sentence.words, context)
  )
    return true;
  if (anchor.entry.kind === "person" && namesThing(anchor, sentence.words)) return true;
  return (isPlaceName(anchor) || anchor.entry.kind === "company") && insidePerson(anchor, sentence);
}

/** A company called like a thing ("Shell", "Total", "Apple") must be tagged as a name, or have the look of one inside the sentence. */
function isOrdinaryWord(anchor: Anchor, word: Word, sentence: Sentence): boolean {
  if (anchor.first !== anchor.last || !["company", "group"].includes(anchor.entry.kind)) return false;
  const opens = sentence.words[0] === word;
  return word.upos !== "PROPN" && (opens || /^\p{Ll}/u.test(word.form));
}

/** "The Congress" after "Indian National Congress": a bare body is the one that the document names in full. */
function isShortened({ entry, first, last, text }: Anchor, words: readonly Word[], { endings, namedBy }: Context): boolean {
  if (entry.kind !== "state" || entry.form !== "body" || first !== last || !endings.has(text)) return false;
  if (words[first - 1]?.upos !== "DET") return false;
  return [...(namedBy.get(entry.id ?? "") ?? [])].every((name) => name === text);
}

/** "Russia's Security Council" is an organ of Russia, "Russia's Security Council veto" one in the organisation's. */
function isOthersOrgan({ entry, first, last }: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  if (entry.kind !== "organisation" || entry.form !== "body" || ["NOUN", "PROPN"].includes(words[last + 1]?.upos ?? "")) return false;
  const isHead = lexicon.heads(words.slice(first, last + 1)).some((head) => head.first === 0 && head.last === last - first);
  const to = words[first - 1]?.xpos === "POS" ? first - 1 : first;
  const owner = lexicon.find(words.slice(Math.max(0, to - 4), to)).at(-1);
  if (!isHead || owner === undefined || owner.last !== Math.min(4, to) - 1) return false;
  const [meaning] = owner.values;
  const owns = meaning?.kind === "state" || meaning?.kind === "substate";
  return owns && (to < first || meaning.form === "demonym");
}

function beforeThing(anchor: Anchor, words: readonly Word[], context: Context): boolean {
  for (const word of words.slice(anchor.last + 1, anchor.last + 4)) {
    if (context.lexicon.afterCapital.has(word.form.toLowerCase())) return true;
    if (!["ADJ", "NOUN", "PROPN"].includes(word.upos)) return false;
  }
  return false;
}

/** "Yasser Arafat International Airport": a person's name inside the name of a thing. */
function namesThing(anchor: Anchor, words: readonly Word[]): boolean {
  const [last, next] = [words[anchor.last], words[anchor.last + 1]];
  return last?.relation === "compound" && next?.upos === "PROPN" && last.head > anchor.last && words[last.head]?.upos === "PROPN";
}

function isPlaceName({ entry }: Anchor): boolean {
  return entry.form === "name" || entry.form === "capital" ? entry.kind === "state" || entry.kind === "substate" : false;
}

/** "Jordan" of "Michael Jordan": inside a longer person's name, or the second part of a name whose first is none of ours. */
function insidePerson(anchor: Anchor, sentence: Sentence): boolean {
  const longer = (name: Name): boolean =>
    name.type === "PER" && name.start <= anchor.start && name.end >= anchor.end && name.end - name.start > anchor.end - anchor.start;
  const led = anchor.entry.form === "name" && sentence.words[anchor.first - 1]?.upos === "ADP";
  if (sentence.names.some((name) => longer(name) && !(led && name.start === anchor.start))) return true;
  const word = sentence.words[anchor.first];
  const head = word === undefined ? undefined : sentence.words[word.head];
  return (
    word?.relation === "flat" &&
    head?.upos === "PROPN" &&
    head.index === anchor.first - 1 &&
    /^\p{Lu}\p{Ll}/u.test(head.form) &&
    anchor.entry.form === "capital"
  );
}
