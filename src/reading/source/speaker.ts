// A speaker's name, role and channel, as the text gives them.
import { contains, type Span } from "../../document/index.ts";
import type { Source } from "../claim.ts";
import type { Resolver } from "../coreference/index.ts";
import {
  baseRelation,
  caseOf,
  conjuncts,
  dependents,
  headOfSpan,
  phraseSpan,
  phraseWords,
  spanOf,
  subtree,
  wordAt,
  type Tree,
} from "../grammar/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import type { ReportCues } from "./cues.ts";

/** A named speaker and where the words stand. */
export interface Speaker {
  readonly name: string;
  readonly role?: string;
  readonly channel?: string;
  readonly span: Span;
}

/** A speaker of an earlier sentence. */
export interface EarlierSpeaker extends Speaker {
  readonly sentence: number;
}

/** Where a speaker is looked for: `earlier` are those who spoke before, the last one last; `content` the words that are said. */
export interface SpeakerContext {
  readonly scene: Scene;
  readonly resolver: Resolver;
  readonly cues: ReportCues;
  readonly s: number;
  readonly earlier: readonly EarlierSpeaker[];
  readonly content: ReadonlySet<number>;
}

/** Who speaks, from the head of the speaking phrase; several where the phrase names the bodies of several. */
export function speakersAt(context: SpeakerContext, head: number): Speaker[] {
  const { scene, resolver, cues, s, earlier } = context;
  const sentence = scene.sentences[s];
  const word = sentence?.tree.words[head];
  if (!sentence || !word) return [];
  if (word.upos === "PRON" || word.xpos === "PRP$") return pronounSpeakers(context, sentence, head);
  if (word.upos === "NOUN" && cues.channels.has(word.lemma.toLowerCase())) return channelSpeaker(scene, resolver, sentence, s, head);
  const { text } = scene;
  const named =
    personIn(text, sentence, head) ?? namedBehind(text, sentence, head) ?? namedBefore(cues, text, sentence, head) ?? demonymOf(sentence, head);
  if (named) return [named];
  const taken = takenUp(context, sentence, head);
  if (taken.length > 0) return taken;
  const body = bodyBefore(cues, sentence, s, head, earlier);
  return body ? [body] : bodiesOf(text, sentence, head);
}

/** "Russian demands": the state that the adjective names. */
function demonymOf({ tree, partyAt }: SceneSentence, head: number): Speaker | undefined {
  const mention = partyAt[head];
  if (mention?.form !== "demonym" || wordAt(tree, head).relation !== "amod") return undefined;
  return { name: mention.name, span: { start: mention.start, end: mention.end } };
}

/** "he said": whoever spoke last, where the pronoun would else stand for somebody that is spoken of in the same breath. */
function pronounSpeakers({ resolver, s, earlier, content }: SpeakerContext, { tree, partyAt }: SceneSentence, head: number): Speaker[] {
  const references = resolver.resolve(s, head).map(({ party, span }) => ({ name: party.via ?? party.name, span }));
  const spokenOf = references.some(({ name }) => [...content].some((i) => name === (partyAt[i]?.via ?? partyAt[i]?.name)));
  const before = earlier.findLast(({ sentence, role }) => sentence >= s - 2 && role !== undefined);
  if (spokenOf && before !== undefined && /^s?he$/i.test(wordAt(tree, head).form)) return [speakerOf(before)];
  return references.slice(0, 1);
}

function speakerOf({ name, role, span }: EarlierSpeaker): Speaker {
  return { name, span, ...(role === undefined ? {} : { role }) };
}

/** "the Iranian Defense Ministry website": the body says so, the website carries it. */
function channelSpeaker(scene: Scene, resolver: Resolver, sentence: SceneSentence, s: number, head: number): Speaker[] {
  const channel = wordAt(sentence.tree, head).form;
  const owner = ownerOf(sentence, resolver, s, head, 3);
  if (owner === undefined) {
    const own = phraseSpan(sentence.tree, head);
    return [{ name: scene.text.slice(own.start, own.end), span: own }];
  }
  const mention = sentence.partyAt[owner];
  const [reference] = resolver.resolve(s, owner);
  const pronoun = wordAt(sentence.tree, owner).upos === "PRON" && reference !== undefined;
  const span = mention ? { start: mention.start, end: mention.end } : pronoun ? reference.span : phraseSpan(sentence.tree, owner);
  const name = pronoun ? (reference.party.via ?? reference.party.name) : scene.text.slice(span.start, span.end);
  return [{ name, channel, span }];
}

/** Whose a website, statement or notice is: "a notice on the website of the ministry", "a statement that it published". */
function ownerOf(sentence: SceneSentence, resolver: Resolver, s: number, head: number, depth: number): number | undefined {
  const { tree } = sentence;
  const below = dependents(tree, head, "nmod:poss", "compound", "nmod", "amod");
  const direct = below.find((c) => resolver.resolveModifier(s, c).length > 0);
  if (direct !== undefined || depth === 0) return direct;
  const issued = dependents(tree, head, "acl", "acl:relcl")
    .flatMap((c) => dependents(tree, c, "nsubj", "obl:agent"))
    .find((c) => resolver.resolve(s, c).length > 0);
  return issued ?? below.map((c) => ownerOf(sentence, resolver, s, c, depth - 1)).find((c) => c !== undefined);
}

/** "Russian Defense Minister Sergei Shoigu", "the minister, Sergei Shoigu": the person is the source, the office the role. */
function personIn(text: string, sentence: SceneSentence, head: number): Speaker | undefined {
  const { tree } = sentence;
  const tied = tree.sentence.names.filter((name) => name.type === "PER" && isTied(tree, head, headOfSpan(tree, name)));
  const behindIt = tied.filter((name) => wordAt(tree, headOfSpan(tree, name)).relation === "appos");
  const own = tied.filter((name) => contains(name, wordAt(tree, head)));
  const titled = behindIt.length > 0 && dependents(tree, head, "det").length > 0;
  const [longest] = (titled ? behindIt : own.length > 0 ? own : tied).toSorted((a, b) => b.end - b.start - (a.end - a.start));
  if (longest === undefined) return officeHolder(text, sentence, head);
  const person = wholeName(tree, withoutTitle(tree, longest));
  const span = { start: person.start, end: person.end };
  const whole = speakingSpan(sentence, head);
  const before = text.slice(Math.min(whole.start, person.start), person.start);
  const behind = person.end < whole.end && person.start === whole.start ? text.slice(person.end, whole.end) : "";
  return withRole({ name: text.slice(person.start, person.end), span }, before, behind);
}

/** A name ends with its last word, which the model may have left out: "Amir-Abdollahian", "al-Din". */
function wholeName(tree: Tree, name: Span): Span {
  const parts = new Set(dependents(tree, headOfSpan(tree, name), "flat"));
  let { end } = name;
  for (const part of tree.words) {
    const glued = part.start === end && /^(?:[-–]|\p{L})/u.test(part.form);
    if (glued || (part.start >= end && part.start - end <= 1 && parts.has(part.index))) end = part.end;
  }
  return { start: name.start, end };
}

/** "U.S. President Barack Obama", where the model takes the title for a part of the name: the name begins at its head. */
function withoutTitle(tree: Tree, name: Span): Span {
  const head = headOfSpan(tree, name);
  const titles = dependents(tree, head, "nmod:desc").some((c) => c < head && wordAt(tree, c).start >= name.start);
  return titles ? { start: wordAt(tree, head).start, end: name.end } : name;
}

/** The party lexicon knows who holds an office, also where the model saw no name. */
function officeHolder(text: string, sentence: SceneSentence, head: number): Speaker | undefined {
  const mention = sentence.partyAt[head];
  const via = mention?.form === "office" || mention?.form === "person" ? mention.via : undefined;
  const words = mention && text.slice(mention.start, mention.end);
  if (mention === undefined || via === undefined || words === via || !words?.endsWith(via)) return undefined;
  const span = { start: mention.end - via.length, end: mention.end };
  return withRole({ name: via, span }, text.slice(mention.start, span.start), "");
}

/** "Energy company BP", "the news agency TASS": a name right behind its kind. */
function namedBehind(text: string, sentence: SceneSentence, head: number): Speaker | undefined {
  const { tree } = sentence;
  if (wordAt(tree, head).upos !== "NOUN") return undefined;
  const named = dependents(tree, head, "appos", "flat").find((c) => wordAt(tree, c).upos === "PROPN" && !hasCommaBefore(tree, c));
  if (named === undefined) return undefined;
  const mention = sentence.partyAt[named];
  const span = mention && mention.start > wordAt(tree, head).start ? { start: mention.start, end: mention.end } : phraseSpan(tree, named);
  return withRole({ name: text.slice(span.start, span.end), span }, text.slice(speakingSpan(sentence, head).start, span.start), "");
}

/** "The Tasnim news agency": what stands behind the name in small letters is the role. */
function namedBefore(cues: ReportCues, text: string, { tree }: SceneSentence, head: number): Speaker | undefined {
  const { upos, lemma, end } = wordAt(tree, head);
  if (upos !== "NOUN" || !cues.media.has(lemma.toLowerCase())) return undefined;
  const name = dependents(tree, head, "compound", "nmod:desc").filter((c) => wordAt(tree, c).upos === "PROPN");
  const words = name.flatMap((c) => subtree(tree, c));
  if (words.length === 0) return undefined;
  const span = spanOf(tree, words);
  return withRole({ name: text.slice(span.start, span.end), span }, "", text.slice(span.end, end));
}

function hasCommaBefore(tree: Tree, index: number): boolean {
  const first = Math.min(...subtree(tree, index));
  return [first - 1, first].some((i) => tree.words[i]?.form === ",");
}

/** A name that is the phrase's head, or stands beside it without an adposition of its own. */
function isTied(tree: Tree, head: number, name: number): boolean {
  if (name < 0 || (wordAt(tree, name).relation === "compound" && name < head)) return false;
  for (let at = name, steps = 0; at >= 0 && steps < 4; at = wordAt(tree, at).head, steps++) {
    if (at === head) return true;
    const { relation } = wordAt(tree, at);
    if (caseOf(tree, at) !== undefined || relation === "nmod:poss" || !BESIDE.has(baseRelation(relation))) break;
  }
  return wordAt(tree, head).head === name && ["nmod:desc", "compound", "flat"].includes(wordAt(tree, head).relation);
}

const BESIDE: ReadonlySet<string> = new Set(["appos", "flat", "compound", "nmod", "list", "dep"]);

function withRole(speaker: Speaker, before: string, behind: string): Speaker {
  const trimmed = (words: string): string =>
    words
      .trim()
      .replace(/^[,’'"“]+|[,’'"“]+$/gu, "")
      .trim()
      .replace(/^(?:the|an?)\s+/i, "");
  const role = trimmed(before) || trimmed(behind);
  return role === "" || role === speaker.name ? speaker : { ...speaker, role };
}

/** "The minister", "the agency", "the source": who spoke before under that word, else the party or parties that it takes up. */
function takenUp({ cues, scene, resolver, s, earlier }: SpeakerContext, sentence: SceneSentence, head: number): Speaker[] {
  if (!isBareDefinite(sentence.tree, head) && !isHeadOfKnown(cues, sentence.tree, head)) return [];
  const word = wordAt(sentence.tree, head);
  const lemma = word.lemma.toLowerCase();
  const plural = word.xpos.endsWith("S");
  // Nobody unnamed: the lexical pass may have left out the sentence that speaks of them.
  const same = earlier.findLast(({ name, role = "" }) => isNamed(name) && wordsIn(`${role} ${name}`).includes(lemma));
  if (same !== undefined && !plural) return [speakerOf(same)];
  const titled = plural ? undefined : titledBefore(scene, s, lemma);
  if (titled) return [titled];
  const holder = isHeadOfKnown(cues, sentence.tree, head) ? earlier.findLast(({ sentence: at, name }) => at >= s - 2 && isNamed(name)) : undefined;
  if (holder !== undefined) return [speakerOf(holder)];
  const apart = resolver.resolve(s, head).filter(({ span }) => plural || span.end <= word.start || span.start >= word.end);
  return (plural ? apart : apart.slice(0, 1)).map(({ party, span }) => ({ name: party.via ?? party.name, span }));
}

/** Sentences in which somebody is looked for who has not spoken before. */
const TITLED_WITHIN = 8;

/** "Colonel Jan Nowak read the order … the colonel said", "Jan Nowak, the junta's spokesman, …": whoever was named with the word. */
function titledBefore({ sentences, text }: Scene, s: number, lemma: string): Speaker | undefined {
  if (!/^\p{L}+$/u.test(lemma)) return undefined;
  const before = new RegExp(`\\b${lemma}\\s+$`, "i");
  const behind = new RegExp(`^,\\s[^,.;]{0,50}\\b${lemma}\\b[^,.;]{0,50}[,.]`, "i");
  for (const { tree } of sentences.slice(Math.max(0, s - TITLED_WITHIN), s).reverse()) {
    const name = tree.sentence.names.findLast(
      ({ type, start, end }) =>
        type === "PER" && (before.test(text.slice(tree.sentence.start, start)) || behind.test(text.slice(end, tree.sentence.end))),
    );
    if (name) return { name: text.slice(name.start, name.end), role: lemma, span: { start: name.start, end: name.end } };
  }
  return undefined;
}

/** "The agency said": the body that spoke last, where it spoke right before. */
function bodyBefore(cues: ReportCues, { tree }: SceneSentence, s: number, head: number, earlier: readonly EarlierSpeaker[]): Speaker | undefined {
  if (!isBareDefinite(tree, head) || !cues.bodies.has(wordAt(tree, head).lemma.toLowerCase())) return undefined;
  const body = earlier.findLast(({ sentence, role, name }) => sentence >= s - 3 && role === undefined && /^\p{Lu}/u.test(name));
  return body && speakerOf(body);
}

/** "One source" has its capital from the beginning of its sentence. */
function isNamed(name: string): boolean {
  return /\p{Lu}/u.test(name.replace(/^(?:an?|the|one|two|some|several|many|both|all)\s/i, ""));
}

/** A noun with "the" alone. */
function isBareDefinite(tree: Tree, head: number): boolean {
  const definite = dependents(tree, head, "det").some((d) => /^(?:the|this|that)$/i.test(wordAt(tree, d).form));
  const owned = dependents(tree, head, "nmod", "nmod:poss", "amod", "compound").length > 0;
  return wordAt(tree, head).upos === "NOUN" && definite && !owned;
}

/** "The head of the government": of a body that the text knows already, and so somebody who has been named. */
function isHeadOfKnown(cues: ReportCues, tree: Tree, head: number): boolean {
  const bodies = dependents(tree, head, "nmod");
  return (
    cues.heads.has(wordAt(tree, head).lemma.toLowerCase()) &&
    bodies.length === 1 &&
    bodies.every((c) => caseOf(tree, c) === "of" && isBareDefinite(tree, c))
  );
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** A speaking phrase ends before what is told of it: "a report commissioned by", "documents found in", "a study on", "the High Court in Oslo". */
function speakingSpan({ tree, partyAt }: SceneSentence, head: number): Span {
  const telling = [...dependents(tree, head, "acl"), ...dependents(tree, head, "nmod").filter((c) => isBesideName(tree, head, c))];
  const starts = telling.filter((c) => c > head).map((c) => Math.min(...subtree(tree, c)));
  const words = phraseWords(tree, head).filter((i) => starts.every((from) => i < from));
  const phrase = spanOf(tree, words);
  const mention = partyAt[head];
  return mention ? { start: Math.min(mention.start, phrase.start), end: Math.max(mention.end, phrase.end) } : phrase;
}

function isBesideName(tree: Tree, head: number, phrase: number): boolean {
  const adposition = caseOf(tree, phrase) ?? "";
  return TOPICS.has(adposition) || (adposition === "in" && wordAt(tree, head).upos === "PROPN");
}

/** Adpositions of what a text is about. */
const TOPICS: ReadonlySet<string> = new Set(["on", "about", "regarding", "concerning"]);

/** "The foreign ministries of Chad and Mali": two bodies that speak together; else one, named as the text has it. */
function bodiesOf(text: string, sentence: SceneSentence, head: number): Speaker[] {
  const { tree } = sentence;
  const owners = dependents(tree, head, "nmod").filter((c) => caseOf(tree, c) === "of");
  const owned = owners.length === 1 && wordAt(tree, head).xpos.endsWith("S") ? owners.flatMap((c) => conjuncts(tree, c)) : [];
  if (owned.length < 2 || owned.some((c) => wordAt(tree, c).upos !== "PROPN"))
    return [{ name: nameOf(text, sentence, head), span: speakingSpan(sentence, head) }];
  const what = { start: speakingSpan(sentence, head).start, end: wordAt(tree, head).end };
  return owned.map((c) => {
    const span = phraseSpan(tree, c);
    return { name: text.slice(span.start, span.end), role: text.slice(what.start, what.end), span };
  });
}

/** Sources stay what the text calls them; anonymous ones keep "a", names lose their article. */
function nameOf(text: string, sentence: SceneSentence, head: number): string {
  const { tree } = sentence;
  const span = speakingSpan(sentence, head);
  const named = wordAt(tree, head).upos === "PROPN";
  const article = dependents(tree, head, "det")[0];
  const start = article !== undefined && !named && /^an?$/i.test(wordAt(tree, article).form) ? wordAt(tree, article).start : span.start;
  const name = text.slice(Math.min(start, span.start), span.end);
  return isPossessor(tree, head) ? name.replace(/['’]s?$/u, "") : name;
}

/** "Norway's" of "Norway's claim" speaks; "Marks & Spencer's" is called so. */
function isPossessor(tree: Tree, head: number): boolean {
  return wordAt(tree, head).relation === "nmod:poss";
}

/** A speaker as a claim's source. */
export function sourceOf(speaker: Speaker, cue: string, channel: string | undefined): Source {
  const source: Source = { name: speaker.name, cue };
  if (speaker.role !== undefined) source.role = speaker.role;
  const through = speaker.channel ?? channel;
  if (through !== undefined) source.channel = through;
  return source;
}
