// From cores to the whole noun phrase: "advanced S-300 ground to air missiles" is one item, "gas supplies" is gas,
// and "oil company" is none.
import type { Sentence, Word } from "../../language/index.ts";
import type { ItemLexicon } from "./catalogue.ts";
import type { Core } from "./core.ts";

/** An item's words by index. `name` starts after numbers and vague adjectives, which `first` still holds. */
export interface ItemPhrase {
  readonly first: number;
  readonly name: number;
  readonly last: number;
  readonly id?: string;
  readonly kind?: string;
}

const INSIDE: ReadonlySet<string> = new Set(["ADJ", "NOUN", "PROPN", "NUM", "X"]);
const MODIFIER: ReadonlySet<string> = new Set([
  "amod",
  "compound",
  "nummod",
  "flat",
  "nmod",
  "goeswith",
  "advmod",
  "punct",
  "dep",
  "obl",
  "case",
  "nmod:unmarked",
  "compound:prt",
]);

/** The item phrases of a sentence, in order, without overlap. */
export function itemPhrases(sentence: Sentence, cores: readonly Core[], lexicon: ItemLexicon): ItemPhrase[] {
  const found: ItemPhrase[] = [];
  for (const group of groupsOf(sentence.words, cores)) {
    const kept = keptOf(sentence.words, group, lexicon);
    const [first, last] = [kept[0], kept.at(-1)];
    if (first === undefined || last === undefined) continue;
    const floor = found.at(-1)?.last ?? -1;
    const left = leftEdge(sentence, first.first, last.last, floor);
    const specific = kept.some((core) => core.specific);
    const named = kept.find((core) => core.specific && core.entry?.id !== undefined)?.entry;
    const id = named?.id ?? (specific ? undefined : last.entry?.id);
    const kind = named?.kind ?? last.entry?.kind;
    found.push({
      first: left,
      name: nameEdge(sentence.words, left, first.first, specific, lexicon),
      last: last.last,
      ...(id !== undefined && { id }),
      ...(kind !== undefined && { kind }),
    });
  }
  return found;
}

/** Cores with only modifiers between them are of one phrase. */
function groupsOf(words: readonly Word[], cores: readonly Core[]): Core[][] {
  const groups: Core[][] = [];
  for (const core of cores) {
    const group = groups.at(-1);
    const last = group?.at(-1);
    const between = last === undefined ? undefined : words.slice(last.last + 1, core.first);
    if (group !== undefined && between?.every((word) => INSIDE.has(word.upos) || /^[-‐–/]$/.test(word.form)) === true) group.push(core);
    else groups.push([core]);
  }
  return groups;
}

/** The cores that are goods here. Before another noun ("oil company") only a named system stays, before a carrier ("oil exports") all do. */
function keptOf(words: readonly Word[], group: readonly Core[], lexicon: ItemLexicon): readonly Core[] {
  const trailing = group.findLastIndex((core) => core.entry?.kind !== "trade" && !lexicon.carriers.has(words[core.last]?.form.toLowerCase() ?? ""));
  if (trailing >= 0 && trailing < group.length - 1) return keptOf(words, group.slice(0, trailing + 1), lexicon);
  const last = group.at(-1);
  const next = last === undefined ? undefined : words[last.last + 1];
  if (last === undefined || !modifies(words, last, next) || (next !== undefined && carries(next, lexicon))) return group;
  const specific = group.findLastIndex((core) => core.specific);
  return group.slice(0, specific + 1);
}

function modifies(words: readonly Word[], core: Core, next: Word | undefined): boolean {
  if (next === undefined) return false;
  if (next.form === "-" && next.start === words[core.last]?.end) return true;
  return next.upos === "NOUN" || next.upos === "PROPN"
    ? words[core.last]?.head !== -1 && next.relation !== "conj" && !isFree(words, core, next)
    : false;
}

/** A noun after goods that does not govern them opens a phrase of its own ("sold weapons Monday"). */
function isFree(words: readonly Word[], core: Core, next: Word): boolean {
  let at = words[core.last]?.head ?? -1;
  for (let step = 0; step < 4 && at > next.index; step++) at = words[at]?.relation === "compound" ? next.index : -1;
  return at !== next.index && !sharesHead(words, core, next);
}

function sharesHead(words: readonly Word[], core: Core, next: Word): boolean {
  return words[core.last]?.head === next.head && words[core.last]?.relation === "compound";
}

function carries(word: Word, lexicon: ItemLexicon): boolean {
  const form = word.form.toLowerCase();
  return [form, form.replace(/s$/, ""), form.replace(/ies$/, "y"), word.lemma.toLowerCase()].some(
    (each) => lexicon.carriers.has(each) || lexicon.units.has(each),
  );
}

/** The first modifier of the phrase: words that hang, by the tree, on words of the phrase. */
function leftEdge({ words, names }: Sentence, first: number, last: number, floor: number): number {
  let edge = first;
  for (let i = first - 1; i > floor; i--) {
    const word = words[i];
    if (word === undefined) break;
    const tied = isHyphen(words, i) || (isHyphen(words, i + 1) && edge === i + 1);
    const recipient =
      word.upos === "PROPN" &&
      names.some((name) => name.type === "LOC" && name.start <= word.start && word.end <= name.end) &&
      !/^[\p{Lu}.]+$/u.test(word.form);
    if (!tied && (recipient || !isModifier(word, edge, last))) break;
    edge = i;
  }
  while (edge < first && /^[-‐–/,]$/.test(words[edge]?.form ?? "")) edge += 1;
  return edge;
}

function isHyphen(words: readonly Word[], i: number): boolean {
  const word = words[i];
  return word?.form === "-" && words[i - 1]?.end === word.start && words[i + 1]?.start === word.end;
}

function isModifier(word: Word, edge: number, last: number): boolean {
  const inside = INSIDE.has(word.upos) || (word.upos === "VERB" && /^VB[NG]$/.test(word.xpos)) || (word.upos === "ADV" && word.relation === "advmod");
  if (!inside || word.form.toLowerCase() === "including" || !MODIFIER.has(word.relation)) return false;
  return word.head > word.index && (word.head <= last + 2 || word.head <= edge);
}

/** Where the name starts: after numbers, vague adjectives and, before a named system, its country of origin. */
function nameEdge(words: readonly Word[], left: number, core: number, specific: boolean, lexicon: ItemLexicon): number {
  let name = left;
  for (; name < core; name++) {
    const word = words[name];
    if (word === undefined) break;
    const form = word.form.toLowerCase();
    const origin = specific && (lexicon.origins.has(form) || (word.upos === "ADJ" && /^\p{Lu}/u.test(word.form)));
    const measure = /^(?:mm|cm|in|kg|inch)$/.test(words[name + 1]?.form ?? "") && word.upos === "NUM";
    const joint = /^[-‐–/]$/.test(word.form) && name > left;
    if (measure || !(word.upos === "NUM" || word.upos === "ADV" || lexicon.vague.has(form) || origin || joint)) break;
    if (words[name + 1]?.form === "-" && word.upos !== "NUM" && !origin) break;
  }
  return name;
}
