// Cores: the words that make a phrase one of goods. Names of the catalogue, designations that no catalogue lists yet
// ("Type 054A", "XQ-58A"), names that the model calls a weapon or platform, and plain nouns of goods.
import type { Sentence, Word } from "../../language/index.ts";
import type { ItemEntry, ItemLexicon } from "./catalogue.ts";

/** Words of goods by index, first and last inside. `specific`: it names which ones. */
export interface Core {
  readonly first: number;
  readonly last: number;
  readonly specific: boolean;
  readonly entry?: ItemEntry;
}

/** "Kh-55", "KF-21", "AN/TPY-2", "S-300PMU-1", "Shahed-107"; "Type 054A/P"; "MQ9"; "9M729". All repetitions are bounded, so that nothing takes long. */
const DESIGNATION = new RegExp(
  `(?<![\\p{L}\\d-])(?:${[
    String.raw`(?:\p{Lu}{1,2}/)?\p{Lu}\p{L}{0,11}-\d{1,4}\p{L}{0,4}(?:-\d{1,3}\p{Lu}?)?`,
    String.raw`Type[ -]\d{2,3}\p{Lu}{0,2}`,
    String.raw`\p{Lu}{1,3}\d{1,4}\p{Lu}{0,3}`,
    String.raw`\d{1,2}\p{Lu}{1,2}\d{1,3}\p{Lu}{0,2}`,
  ].join("|")})(?:/\\p{Lu}{1,2})?s?(?![\\p{L}\\d])`,
  "gu",
);
/** Of these, what is one wherever it stands; any other needs a noun of goods beside it. */
const SURE = /^(?:\p{Lu}{2,4}[a-z]?-\d{2,}|AN\/)/u;

/** The cores of a sentence, in order, without overlap. */
export function coresOf(sentence: Sentence, text: string, lexicon: ItemLexicon): Core[] {
  const nouns = nounCores(sentence, lexicon);
  const names = lexicon.names(sentence.words).flatMap(({ first, last, values }) => {
    const entry = values.find((value) => !value.everyday) ?? values[0];
    return entry === undefined || (entry.everyday && !besideGoods(sentence.words, nouns, first, last))
      ? []
      : [{ first, last, specific: true, entry }];
  });
  const loose = [
    ...designations(sentence, text, lexicon, nouns),
    ...modelNames(sentence).filter((core) => core.specific || !nouns.some((n) => meets(n, core))),
  ];
  const all = [...names, ...loose.filter((core) => !names.some((name) => meets(name, core)))];
  const kept = all.filter((core, i) => !all.some((other, j) => j < i && meets(other, core)) && !insideOther(sentence, core, nouns));
  const rest = nouns.flatMap((noun) => uncovered(noun, kept)).filter((noun) => !insideOther(sentence, noun, []));
  return withoutLone(
    sentence,
    [...kept, ...rest].sort((a, b) => a.first - b.first),
    lexicon,
  );
}

/** Without "system" where no goods stand right before it, and without fighters who are people. */
function withoutLone(sentence: Sentence, cores: readonly Core[], lexicon: ItemLexicon): Core[] {
  return cores.filter((core, i) => {
    const name = core.specific || core.entry?.id !== undefined ? "" : (core.entry?.name ?? "");
    const joined = isJoined(sentence.words, cores[i - 1], core);
    if (lexicon.beside.has(name)) return joined;
    return !lexicon.people.has(name) || joined || isCraft(sentence, core.first - 1);
  });
}

/** "Missile system", "helicopters and material". */
function isJoined(words: readonly Word[], before: Core | undefined, core: Core): boolean {
  const and = words[core.first - 1]?.upos === "CCONJ" ? 1 : 0;
  return before?.last === core.first - 1 - and;
}

/** "European fighters", "stealth fighters", "36 fighters": a modifier before the noun that is not the name of a body or person. */
function isCraft({ words, names }: Sentence, before: number): boolean {
  const word = words[before];
  if (word === undefined || !(["NOUN", "NUM", "X"].includes(word.upos) || (word.upos === "ADJ" && /^\p{Lu}/u.test(word.form)))) return false;
  return !names.some((name) => (name.type === "ORG" || name.type === "PER") && name.start <= word.start && word.end <= name.end);
}

/** The end of a noun that a name covers only in part: "system" of "missile system" after "Patriot missile". */
function uncovered(noun: Core, names: readonly Core[]): Core[] {
  const name = names.find((each) => meets(each, noun));
  if (name === undefined) return [noun];
  return name.last < noun.last ? [{ ...noun, first: name.last + 1 }] : [];
}

function meets(a: Core, b: Core): boolean {
  return a.first <= b.last && b.first <= a.last;
}

function nounCores(sentence: Sentence, lexicon: ItemLexicon): Core[] {
  return lexicon.nouns(sentence.words).flatMap(({ first, last, values }) => {
    const head = sentence.words[last];
    const entry = values.find((value) => value.id !== undefined) ?? values[0];
    const noun = entry !== undefined && entry.kind !== "none" && head !== undefined && ["NOUN", "PROPN"].includes(head.upos);
    return noun ? [{ first, last, specific: false, entry }] : [];
  });
}

/** "Patriot missiles", "Mistral-class warships", "Leopard tanks": a noun of goods follows in the same phrase. */
function besideGoods(words: readonly Word[], nouns: readonly Core[], first: number, last: number): boolean {
  for (let i = last + 1; i < words.length && i <= last + 5; i++) {
    if (nouns.some((noun) => noun.first === i && noun.entry?.kind !== "service")) return true;
    const word = words[i];
    if (word === undefined || !(["NOUN", "PROPN", "ADJ"].includes(word.upos) || word.form === "-")) break;
  }
  return nouns.some((noun) => noun.last === first - 1 && noun.entry?.kind !== "service");
}

/** Letters and figures as makers number their systems. Without a hyphen they need a noun of goods beside them. */
function designations(sentence: Sentence, text: string, lexicon: ItemLexicon, nouns: readonly Core[]): Core[] {
  const within = text.slice(sentence.start, sentence.end);
  return [...within.matchAll(DESIGNATION)].flatMap((match) => {
    const start = sentence.start + match.index;
    const inside = sentence.words.filter((word) => word.start < start + match[0].length && start < word.end);
    const [first, last] = [inside[0]?.index, inside.at(-1)?.index];
    if (first === undefined || last === undefined || lexicon.not.has(match[0].toLowerCase())) return [];
    const core = { first, last, specific: true };
    return besideGoods(sentence.words, nouns, first, last) || SURE.test(match[0]) ? [core] : [];
  });
}

function modelNames(sentence: Sentence): Core[] {
  return sentence.names.flatMap((name) => {
    if (name.type !== "WEAPON" && name.type !== "PLATFORM") return [];
    const inside = sentence.words.filter((word) => word.start >= name.start && word.end <= name.end && !["DET", "PUNCT", "ADP"].includes(word.upos));
    const [first, last] = [inside[0]?.index, inside.at(-1)?.index];
    return first === undefined || last === undefined ? [] : [{ first, last, specific: inside.some((word) => word.upos === "PROPN") }];
  });
}

/** A word inside a longer name of a person, place or body ("Jet Airways", "Gulf Oil") is no goods; figures make it one all the same. */
function insideOther({ names, words }: Sentence, core: Core, nouns: readonly Core[]): boolean {
  if (core.entry?.id !== undefined && core.specific && besideGoods(words, nouns, core.first, core.last)) return false;
  const [start, end] = [words[core.first]?.start ?? 0, words[core.last]?.end ?? 0];
  const figures = words.slice(core.first, core.last + 1).some((word) => /\d/.test(word.form));
  return names.some((name) => {
    const covers = name.start <= start && end <= name.end;
    if (!covers || figures || name.type === "WEAPON" || name.type === "PLATFORM") return false;
    if (name.type === "MISC") return core.entry?.id !== undefined && !core.specific && name.end - name.start > end - start;
    return name.type === "PER" || !core.specific || core.entry?.id === undefined;
  });
}
