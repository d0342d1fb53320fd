// Names of things that are called after a state or capital: "Brazil nuts", "Jamaica Avenue", "Gulf of Guinea", "the liner
// Norway", "A Passage to India". The name in them is no party.
import type { Name, Sentence, Word } from "../../language/index.ts";
import type { Anchor, Context } from "./context.ts";

/** True where the name is only a part of the name of some thing. */
export function isPartOfName(anchor: Anchor, sentence: Sentence, context: Context): boolean {
  const { words } = sentence;
  return (
    isPartner(anchor, words) ||
    namesKind(anchor, words, context) ||
    isVessel(anchor, words, context) ||
    isCarried(anchor, words, context) ||
    isRiver(anchor, words, context) ||
    isTitled(anchor, words, context) ||
    isOfTitle(anchor, words, context) ||
    isInLongerName(anchor, sentence, context) ||
    opensName(anchor, sentence, context) ||
    isArticled(anchor, words, context) ||
    isInQuotedTitle(anchor, sentence, context)
  );
}

/** "Holland & Barrett": a firm's name. */
function isPartner(anchor: Anchor, words: readonly Word[]): boolean {
  return words[anchor.last + 1]?.form === "&" && words[anchor.last + 2]?.upos === "PROPN";
}

/** "Brazil nuts", "Swiss Army knife", "Turkish delight": a thing called after a place. */
function namesKind(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const [next, second] = words.slice(anchor.last + 1, anchor.last + 3);
  if (next === undefined) return false;
  const form = next.form.toLowerCase();
  // "China rose to second place", "moved France forward": only a noun is called after a place.
  if (["NOUN", "PROPN", "ADJ"].includes(next.upos) && lexicon.called.after.has(form)) return true;
  return second !== undefined && lexicon.called.after.has(`${form} ${second.form.toLowerCase()}`);
}

/** "the liner Norway", "USS America": a vessel's name; but not "the frigate Egypt ordered". */
export function isVessel(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  return isBehind(anchor, words, lexicon.called.vessel) || isBehind({ ...anchor, first: titleStart(anchor, words) }, words, lexicon.called.vessel);
}

/** "Queen of the Netherlands", "Spirit of Norway": where the capitalised words before "of" begin. */
function titleStart({ first }: Anchor, words: readonly Word[]): number {
  const of = words[first - 1]?.form === "the" ? first - 2 : first - 1;
  if (words[of]?.form !== "of") return first;
  let at = of;
  while (/^\p{Lu}/u.test(words[at - 1]?.form ?? "")) at -= 1;
  return at === of ? first : at;
}

const NAMING: ReadonlySet<string> = new Set(["call", "name", "dub", "title", "entitle", "nickname", "christen"]);

/** "Miss Venezuela", "the band Japan", "Hotel Russia", "a horse called Denmark": what stands before says what bears the name. */
export function isCarried(anchor: Anchor, words: readonly Word[], { lexicon }: Pick<Context, "lexicon">): boolean {
  const [before] = words.slice(Math.max(0, anchor.first - 1), anchor.first);
  const called = before !== undefined && NAMING.has(before.lemma.toLowerCase()) && before.relation.startsWith("acl");
  // "East Timor, also called Timor-Leste" tells another name of the same party.
  if (called && words[before.head]?.upos === "NOUN") return true;
  return anchor.entry.form !== "demonym" && isBehind(anchor, words, lexicon.called.before);
}

function isBehind(anchor: Anchor, words: readonly Word[], bearers: ReadonlySet<string>): boolean {
  const [before, word] = [words[anchor.first - 1], words[anchor.last]];
  if (before === undefined || word === undefined || !bearers.has(before.form) || before.end >= anchor.start) return false;
  const acts = word.relation === "nsubj" && (words[word.head]?.relation.startsWith("acl") ?? false);
  return !acts && !(words[anchor.last + 1]?.xpos === "POS" && /^\p{Ll}/u.test(before.form));
}

/** "The Jordan is narrow", "down the Niger": an article that the state does not take; not "the Niger coup". */
function isRiver(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const [before, next] = [words[anchor.first - 1], words[anchor.last + 1]];
  const bare = next === undefined || !["NOUN", "PROPN", "ADJ"].includes(next.upos) || next.form.toLowerCase() === "basin";
  return before?.form.toLowerCase() === "the" && bare && lexicon.called.river.has(anchor.text);
}

/** How many words may stand between a name and the noun that makes it another's: "Berlin International Film Festival". */
const TITLE_REACH = 4;

/** "Jamaica Avenue", "Russian Museum", "Iran–Iraq War": a capitalised noun of places, events and wars that ends the run of capitals. */
function isTitled(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  if (words[anchor.last]?.end !== undefined && words[anchor.last + 1]?.xpos === "POS") return false;
  const joined = [anchor.first - 1, anchor.last + 1].some((at) => /^[-–]$/.test(words[at]?.form ?? ""));
  for (const word of words.slice(anchor.last + 1, anchor.last + 1 + TITLE_REACH)) {
    if (lexicon.called.title.has(word.form) || (joined && lexicon.called.project.has(word.form.toLowerCase()))) return true;
    if (!/^\p{Lu}/u.test(word.form) && !/^[-–]$/.test(word.form)) return false;
  }
  return false;
}

const LINKS: ReadonlySet<string> = new Set(["of", "de", "du", "d'"]);

/** "Gulf of Guinea", "Church of England", "Tour de France". */
function isOfTitle(anchor: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const the = words[anchor.first - 1]?.form === "the" ? 1 : 0;
  const [link, noun] = [words[anchor.first - 1 - the], words[anchor.first - 2 - the]];
  return link !== undefined && noun !== undefined && LINKS.has(link.form) && lexicon.called.ofTitle.has(noun.form);
}

const DIRECTION = /^(?:North|South|East|West|Central|Mid)(?:-?(?:[Ee]ast|[Ww]est))?(?:ern)?$/;

/** The model sees one name of a place or thing in which ours is a part: "Bermuda Triangle", "Hong Kong Disneyland". */
function isInLongerName(anchor: Anchor, sentence: Sentence, context: Context): boolean {
  return sentence.names.some((name) => (name.type === "LOC" || name.type === "MISC") && isPart(anchor, name, sentence, context));
}

function isPart(anchor: Anchor, name: Name, { words }: Sentence, { lexicon }: Context): boolean {
  if (name.start > anchor.start || name.end < anchor.end || name.end - name.start === anchor.end - anchor.start) return false;
  // "President of South Korea Park Geun-hye": what stands behind "of" may be two.
  if (name.start === anchor.start && words[anchor.first - 1]?.form === "of") return false;
  const inside = words.filter((word) => word.start >= name.start && word.end <= name.end);
  const others = inside.filter(({ index }) => index < anchor.first || index > anchor.last);
  if (inside.some(({ form }) => lexicon.called.measure.has(form.toLowerCase()))) return false;
  if (lexicon.names(inside).length > 1 || lexicon.heads(inside).length > 0) return false;
  if (others.some(({ form, upos }) => upos === "PUNCT" || upos === "CCONJ" || /^['’]s?$/.test(form))) return false;
  return others.some(({ form, upos }) => upos === "PROPN" && /^\p{Lu}\p{Ll}/u.test(form) && !DIRECTION.test(form));
}

/** "Peru LNG", "Holland America", "China Lake": a capitalised noun of no office or known name goes on with it, in a line that is no headline. */
function opensName({ first, last, text, entry }: Anchor, { words, names }: Sentence, { lexicon }: Context): boolean {
  const next = words[last + 1];
  if (next?.upos !== "PROPN" || !/^\p{Lu}/u.test(next.form) || !["name", "capital"].includes(entry.form)) return false;
  if (/^[\p{Lu}.]+$/u.test(text) || isHeadline(words) || next.relation === "appos") return false;
  const rest = words.slice(last + 1, last + 1 + TITLE_REACH);
  const run = rest.slice(0, rest.findIndex(({ form }) => !/^\p{Lu}/u.test(form)) >>> 0);
  if (lexicon.names(run).length > 0 || lexicon.heads(run).length > 0 || run.some(({ form }) => lexicon.called.measure.has(form.toLowerCase())))
    return false;
  if (names.some(({ type, start }) => type === "PER" && start === next.start) || words[first - 1]?.form === "of") return false;
  return words[last]?.head === next.index || next.head === last || words[last]?.head === run.at(-1)?.index;
}

/** Most of its longer words have a capital. */
function isHeadline(words: readonly Word[]): boolean {
  const long = words.slice(1).filter(({ form }) => form.length > 3);
  return long.filter(({ form }) => /^\p{Lu}/u.test(form)).length > 0.7 * long.length;
}

/** "The Georgia surfaced", "the Stockholm and the Visby": an article before a name that takes none is a ship's, a team's or a hotel's. */
function isArticled({ first, last, text, entry }: Anchor, words: readonly Word[], { lexicon }: Context): boolean {
  const [before, next] = [words[first - 1], words[last + 1]];
  if (before?.form.toLowerCase() !== "the" || !["name", "capital"].includes(entry.form) || lexicon.called.articled.has(text)) return false;
  if (first < last || !/\p{Ll}/u.test(text) || text.endsWith("s")) return false;
  if (next === undefined) return true;
  return (
    !["NOUN", "PROPN", "ADJ", "NUM", "X"].includes(next.upos) &&
    !/^(?:of|that|which|who|where|[-–&/'’]|['’]s)$/.test(next.form) &&
    next.xpos !== "VBN" &&
    next.xpos !== "VBG"
  );
}

const SMALL: ReadonlySet<string> = new Set(["a", "an", "the", "of", "in", "to", "and", "for", "on", "at", "from", "with", "is", "de"]);

/** "A Passage to India": in quotes, a few words, all capitalised but the small ones, with no stop before the closing mark. */
function isInQuotedTitle(anchor: Anchor, { start, end }: Sentence, { text }: Context): boolean {
  const [before, behind] = [text.slice(start, anchor.start), text.slice(anchor.end, end)];
  const from = Math.max(before.lastIndexOf('"'), before.lastIndexOf("“"));
  const to = behind.search(/["”]/);
  if (from < 0 || to < 0) return false;
  // Of straight marks the odd ones open.
  const opens = before[from] === "“" || before.slice(0, from).split('"').length % 2 === 1;
  const inside = text
    .slice(start + from + 1, anchor.end + to)
    .trim()
    .split(/\s+/u);
  const capitals = inside.every((word) => SMALL.has(word) || /^[\p{Lu}\p{N}]/u.test(word));
  return opens && inside.length <= 6 && capitals && !/[.,!?]$/.test(inside.at(-1) ?? "");
}
