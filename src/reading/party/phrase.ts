// Noun phrases whose head acts for a party: "Russian Defense Minister Sergei Shoigu", "Iran's parliament", "the foreign
// minister of Iran". They are read from the word row, modifier by modifier, since a parser's slips inside names are many.
import type { Anchor } from "./context.ts";
import { rightOf } from "./complement.ts";
import type { HeadNoun } from "./entry.ts";
import { personAt } from "./person.ts";
import type { Word } from "../../language/index.ts";
import { INSIDE, isPossessive, leads, REACH, type Head, type View } from "./view.ts";

/** A phrase by word indices: the noun, whose it is, and who holds the office where that is told. */
export interface Phrase {
  readonly first: number;
  readonly last: number;
  readonly noun: HeadNoun;
  readonly owner?: Anchor;
  /** Owners that share the noun: "British" of "British and French ministers". */
  readonly others: readonly Anchor[];
  /** Word indices of the person or, after "company", of the firm. */
  readonly name?: { readonly first: number; readonly last: number };
  /** "former", "-elect": the person no longer or not yet acts for the party. */
  readonly former: boolean;
}

const FORMER: ReadonlySet<string> = new Set(["former", "ex", "late", "onetime", "erstwhile", "deposed", "ousted", "retired", "exiled"]);

function isFormer(word: Word | undefined): boolean {
  const lower = word?.form.toLowerCase() ?? "";
  return FORMER.has(lower) || lower.startsWith("ex-");
}

/** "the Ukrainian leader ousted a week earlier", "the president, deposed in May,". */
function isRemoved({ words }: View, at: number): boolean {
  const word = words[words[at]?.form === "," ? at + 1 : at];
  return word?.relation.startsWith("acl") === true && FORMER.has(word.form.toLowerCase()) && word.upos === "VERB";
}

/** The phrases of a sentence, left to right, without overlap. */
export function phrasesOf(view: View): Phrase[] {
  const found: Phrase[] = [];
  for (const head of view.heads) {
    const last = found.at(-1);
    if (last !== undefined && head.first <= last.last) continue;
    const inner = nextHead(view, head);
    if (inner !== undefined) continue;
    const phrase = phraseOf(view, head, last?.last ?? -1);
    if (phrase !== undefined) found.push(phrase);
  }
  return found;
}

/** In "government spokesman" and "army chief" the last noun is the head: the earlier one only modifies it. */
function nextHead({ headAt, words }: View, head: Head): Head | undefined {
  if (head.anchor !== undefined) return undefined;
  for (let i = head.last + 1; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || !INSIDE.has(word.upos)) return undefined;
    const next = headAt[i];
    if (next !== undefined) return next;
    // A capitalised run after an office is a person's name, not a modifier.
    if (word.upos === "PROPN" && /^\p{Lu}/u.test(word.form)) return undefined;
  }
  return undefined;
}

function phraseOf(view: View, head: Head, floor: number): Phrase | undefined {
  const own = head.anchor;
  if (own !== undefined && isInOtherName(view, own)) return undefined;
  const left = leftOf(view, head, floor);
  const right = rightOf(view, head, left.owner);
  const name = personAt(view, right.last + 1, head.noun);
  const home = left.owner === undefined && right.owner === undefined && name !== undefined ? homeOf(view, name.last + 1) : undefined;
  const owner = left.owner ?? right.owner ?? home ?? own ?? (name === undefined ? domestic(view, head, right.last) : undefined);
  const last = home?.last ?? name?.last ?? right.last;
  const former =
    left.former || right.elect || head.noun.noun.endsWith("elect") || isFormer(view.words[head.first]) || isRemoved(view, right.last + 1);
  if (owner === undefined && (name === undefined || head.noun.form !== "office")) return undefined;
  if (name === undefined && isLoose(view, head, left.owner)) return undefined;
  const noun = ofCity(narrowed(view, head, left.first), owner);
  if (noun.form !== "office" && noun.class === "state" && owner?.entry.kind === "company") return undefined;
  if (owner !== undefined && isShared(view, owner, last)) return undefined;
  return { first: left.first, last, noun, others: left.others, former, ...(owner && { owner }), ...(name && { name }) };
}

/** Offices and bodies that each state has one of, so that "the king" is the king of the only state that the document names. */
const OWN: RegExp =
  /^(?:prime minister|premier|president|king|queen|emir|sultan|monarch|chancellor|chancellery|attorney[ -]general|central bank|army|navy|air force|coast guard|armed forces|treasury|government spokesman)$|.(?:minister|secretary|ministry)$/;

/** The only state of the document, behind "the transport secretary" that nobody's name stands beside. */
function domestic({ words, context, sentence }: View, { first, last, noun, anchor }: Head, end: number): Anchor | undefined {
  const before = words[first - 1];
  if (anchor !== undefined || noun.plural || !OWN.test(modified(words, first, last)) || words[end + 1]?.form === "of") return undefined;
  const at = words.findLastIndex(({ index, upos }) => index < first && !INSIDE.has(upos));
  if (before === undefined || words[at]?.form.toLowerCase() !== "the" || at < first - 3) return undefined;
  const named = [...context.ids].filter((id) => !context.lexicon.organisations.has(id));
  const states = named.length > 0 ? named : [...context.placesOf];
  const [id] = states;
  if (id === undefined || states.length > 1) return undefined;
  const { start } = words[at] ?? sentence;
  return { start, end: start, first: at, last: at, text: "", entry: { kind: "state", form: "name", id, name: context.lexicon.nameOf(id) ?? id } };
}

/** The office with the word of its field: "transport secretary", "acting budget minister". */
function modified(words: readonly Word[], first: number, last: number): string {
  const from = ["NOUN", "PROPN"].includes(words[first - 1]?.upos ?? "") ? first - 1 : first;
  return words
    .slice(from, last + 1)
    .map(({ form }) => form.toLowerCase())
    .join(" ");
}

/** "China-Britain Business Council": one name for a body of two, which is neither's. */
function isShared({ words, sentence, anchorAt }: View, owner: Anchor, last: number): boolean {
  const [hyphen, other] = [words[owner.first - 1], anchorAt[owner.first - 2]];
  if (other === undefined || hyphen === undefined || !/^[-–]$/.test(hyphen.form)) return false;
  const end = words[last]?.end ?? owner.end;
  return sentence.names.some((name) => name.type === "ORG" && name.start <= other.start && name.end >= end);
}

/** "King Abdullah of Jordan": the state behind the name. */
export function homeOf({ words, anchorAt }: View, at: number): Anchor | undefined {
  const anchor = words[at]?.form === "of" ? anchorAt[at + 1] : undefined;
  const names = anchor?.entry.kind === "state" && anchor.entry.form === "name" && !isPossessive(words[anchor.last + 1]);
  return names ? anchor : undefined;
}

/** "World Jewish Congress": the model sees one name that only ends like a body of ours; not "Brazilian Congress". */
function isInOtherName({ sentence, words, anchorAt }: View, own: Anchor): boolean {
  const name = sentence.names.find(({ type, start, end }) => type === "ORG" && start < own.start && end === own.end);
  if (name === undefined) return false;
  const before = words.filter(({ index, start }) => start >= name.start && index < own.first);
  return before.some(({ index, upos, form }) => anchorAt[index] === undefined && (upos === "PROPN" || upos === "ADJ") && /^\p{Lu}\p{Ll}/u.test(form));
}

/** "Syrian rebel forces", "Russian bank officials": a group, firm or court among the modifiers acts, not the state. */
function narrowed(view: View, head: Head, first: number): HeadNoun {
  const inner = view.heads.find((each) => each.first >= first && each.last < head.first && ["group", "company", "court"].includes(each.noun.class));
  return inner === undefined || head.noun.class !== "state" ? head.noun : { ...head.noun, class: inner.noun.class };
}

/** "governor of Tokyo", "Kyiv mayor": who is in office in a capital as a city is nobody of its state. */
function ofCity(noun: HeadNoun, owner: Anchor | undefined): HeadNoun {
  return owner?.entry.form === "capital" && /governor|mayor/.test(noun.noun) ? { ...noun, class: "person" } : noun;
}

/** "Iran's arms supplier" may be anyone: only a demonym or name right in the phrase makes an unnamed firm or group one of that state. */
function isLoose(view: View, head: Head, owner: Anchor | undefined): boolean {
  const belongs = head.noun.class === "company" || head.noun.class === "group" || head.noun.class === "person";
  const next = view.words[head.last + 1];
  const modifies = next?.upos === "NOUN" || next?.upos === "PROPN";
  return belongs && (modifies || owner === undefined || isPossessive(view.words[owner.last + 1]));
}

interface Left {
  readonly first: number;
  readonly owner?: Anchor;
  readonly others: readonly Anchor[];
  readonly former: boolean;
}

/** Modifiers before the noun, back to the party they name. */
function leftOf(view: View, head: Head, floor: number): Left {
  const { words, anchorAt } = view;
  let first = head.first;
  let former = false;
  let counted = false;
  for (let i = head.first - 1; i > floor && i >= head.first - REACH; i--) {
    const word = words[i];
    const anchor = anchorAt[i];
    if (word === undefined) break;
    if (anchor !== undefined && counted && isBareName(view, anchor)) break;
    if (anchor !== undefined) return owned(view, anchor, former, first);
    if (word.upos === "NUM") counted = true;
    if (isFormer(word)) former = true;
    else if (!isModifier(view, i)) break;
    first = i;
  }
  return { first: dropLoose(view, first, head.first), others: [], former };
}

/** "sold Colombo nine fighters": a name without a possessive before a number is no owner of what is counted. */
function isBareName({ words }: View, anchor: Anchor): boolean {
  return anchor.entry.form !== "demonym" && !isPossessive(words[anchor.last + 1]);
}

function isModifier({ words }: View, i: number): boolean {
  const word = words[i];
  if (word === undefined) return false;
  if (INSIDE.has(word.upos) || isPossessive(word) || word.form === "-") return true;
  if (word.upos === "CCONJ" || word.form === ",")
    return (
      INSIDE.has(words[i - 1]?.upos ?? "") &&
      /^\p{Lu}/u.test(words[i - 1]?.form ?? "") &&
      /^\p{Lu}/u.test(words[i + 1]?.form ?? "") &&
      word.form !== ","
    );
  return (word.upos === "VERB" && word.relation === "amod") || (word.upos === "ADV" && word.form.endsWith("ly"));
}

/** Without an owner only the title itself is certain: "visiting Foreign Minister" starts at its first capital or noun. */
function dropLoose({ words }: View, first: number, head: number): number {
  let at = first;
  while (at < head && !(words[at]?.upos === "NOUN" || words[at]?.upos === "PROPN")) at += 1;
  return at;
}

function owned(view: View, anchor: Anchor, former: boolean, first: number): Left {
  const { words } = view;
  const nothing: Left = { first: view.words[first]?.index ?? first, others: [], former };
  if (anchor.entry.kind === "blocked" || !mayOwn(view, anchor)) return nothing;
  const before = words[anchor.first - 1];
  const past = former || (isFormer(before) && anchor.entry.id !== "SUN" && anchor.entry.id !== "YUG");
  return { first: anchor.first, owner: anchor, others: othersBefore(view, anchor), former: past };
}

/** A people's noun ("Russians") owns only with a possessive; a capital or city only as a modifier right before or with one. */
function mayOwn(view: View, anchor: Anchor): boolean {
  const { words } = view;
  if (leads(view, anchor)) return false;
  return anchor.entry.people !== true || isPossessive(words[anchor.last + 1]);
}

/** "British, French and German ministers": the names before that are coordinated with the owner. */
function othersBefore(view: View, owner: Anchor): Anchor[] {
  const { words, anchorAt } = view;
  const link = words[owner.first - 1];
  const before = anchorAt[owner.first - 2] ?? (link?.form === "-" || link?.form === "–" ? anchorAt[owner.first - 2] : undefined);
  if (before === undefined || link === undefined || !(link.upos === "CCONJ" || link.form === ",")) return [];
  if (!alike(before, owner)) return [];
  return [...othersBefore(view, before), before];
}

function alike(a: Anchor, b: Anchor): boolean {
  const modifier = ({ entry, text }: Anchor): boolean => entry.form === "demonym" || /^[\p{Lu}.]+$/u.test(text);
  return modifier(a) && modifier(b) ? a.entry.people === b.entry.people : a.entry.form === b.entry.form && !modifier(a) && !modifier(b);
}
