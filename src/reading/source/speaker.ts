// A speaker's name, role and channel, as the text gives them.
import type { Span } from "../../document/index.ts";
import type { Source } from "../claim.ts";
import type { Resolver } from "../coreference/index.ts";
import { baseRelation, caseOf, dependents, headOfSpan, phraseSpan, phraseWords, spanOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import type { ReportCues } from "./cues.ts";

/** A named speaker and where the words stand. */
export interface Speaker {
  readonly name: string;
  readonly role?: string;
  readonly channel?: string;
  readonly span: Span;
}

/** Who speaks, from the head of the speaking phrase. `earlier` are those who spoke before, the last one last. */
export function speakerAt(
  scene: Scene,
  resolver: Resolver,
  cues: ReportCues,
  s: number,
  head: number,
  earlier: readonly Speaker[] = [],
): Speaker | undefined {
  const sentence = scene.sentences[s];
  const word = sentence?.tree.words[head];
  if (!sentence || !word) return undefined;
  if (word.upos === "PRON" || word.xpos === "PRP$") return pronounSpeaker(resolver, s, head);
  if (cues.channels.has(word.lemma.toLowerCase())) return channelSpeaker(scene, resolver, sentence, s, head);
  const { text } = scene;
  return (
    personIn(text, sentence, head) ??
    namedBehind(text, sentence, head) ??
    takenUp(sentence, resolver, s, head, earlier) ?? { name: nameOf(text, sentence, head), span: speakingSpan(sentence, head) }
  );
}

function pronounSpeaker(resolver: Resolver, s: number, head: number): Speaker | undefined {
  const reference = resolver.resolve(s, head)[0];
  return reference && { name: reference.party.via ?? reference.party.name, span: reference.span };
}

/** "the Iranian Defense Ministry website": the body says so, the website carries it. */
function channelSpeaker(scene: Scene, resolver: Resolver, sentence: SceneSentence, s: number, head: number): Speaker | undefined {
  const channel = wordAt(sentence.tree, head).form;
  const owner = ownerOf(sentence, resolver, s, head, 3);
  const mention = owner === undefined ? undefined : sentence.partyAt[owner];
  if (owner === undefined)
    return {
      name: scene.text.slice(phraseSpan(sentence.tree, head).start, phraseSpan(sentence.tree, head).end),
      span: phraseSpan(sentence.tree, head),
    };
  const [reference] = resolver.resolve(s, owner);
  const pronoun = wordAt(sentence.tree, owner).upos === "PRON" && reference !== undefined;
  const span = mention ? { start: mention.start, end: mention.end } : pronoun ? reference.span : phraseSpan(sentence.tree, owner);
  const name = pronoun ? (reference.party.via ?? reference.party.name) : scene.text.slice(span.start, span.end);
  return { name, channel, span };
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
  const [longest] = tied.toSorted((a, b) => b.end - b.start - (a.end - a.start));
  if (longest === undefined) return officeHolder(text, sentence, head);
  const person = withoutTitle(tree, longest);
  const span = { start: person.start, end: person.end };
  const whole = speakingSpan(sentence, head);
  const before = text.slice(Math.min(whole.start, person.start), person.start);
  const behind = person.end < whole.end && person.start === whole.start ? text.slice(person.end, whole.end) : "";
  return withRole({ name: text.slice(person.start, person.end), span }, before, behind);
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

function hasCommaBefore(tree: Tree, index: number): boolean {
  const first = Math.min(...subtree(tree, index));
  return [first - 1, first].some((i) => tree.words[i]?.form === ",");
}

/** A name that is the phrase's head, or stands beside it without an adposition of its own. */
function isTied(tree: Tree, head: number, name: number): boolean {
  if (name < 0) return false;
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

/** "The minister", "the agency", "the source": who spoke before under that word, else the party that it takes up. */
function takenUp(sentence: SceneSentence, resolver: Resolver, s: number, head: number, earlier: readonly Speaker[]): Speaker | undefined {
  const { tree } = sentence;
  const word = wordAt(tree, head);
  const definite = dependents(tree, head, "det").some((d) => /^(?:the|this|that)$/i.test(wordAt(tree, d).form));
  const owned = dependents(tree, head, "nmod", "nmod:poss", "amod", "compound").length > 0;
  if (word.upos !== "NOUN" || !definite || owned) return undefined;
  const lemma = word.lemma.toLowerCase();
  // Nobody unnamed: the lexical pass may have left out the sentence that speaks of them.
  const same = earlier.findLast(({ name, role = "" }) => /\p{Lu}/u.test(name) && wordsIn(`${role} ${name}`).includes(lemma));
  if (same !== undefined) return { ...same };
  const [reference] = resolver.resolve(s, head);
  const apart = reference && (reference.span.end <= word.start || reference.span.start >= word.end);
  return apart ? { name: reference.party.via ?? reference.party.name, span: reference.span } : undefined;
}

function wordsIn(text: string): readonly string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}

/** A speaking phrase ends before what is told of it: "a report commissioned by", "documents found in". */
function speakingSpan({ tree, partyAt }: SceneSentence, head: number): Span {
  const telling = dependents(tree, head, "acl").map((c) => Math.min(...subtree(tree, c)));
  const words = phraseWords(tree, head).filter((i) => telling.every((from) => i < from));
  const phrase = spanOf(tree, words);
  const mention = partyAt[head];
  return mention ? { start: Math.min(mention.start, phrase.start), end: Math.max(mention.end, phrase.end) } : phrase;
}

/** Anonymous sources stay what they are called, "a defence official"; names lose their article, and states their short forms. */
function nameOf(text: string, sentence: SceneSentence, head: number): string {
  const { tree } = sentence;
  const span = speakingSpan(sentence, head);
  const mention = sentence.partyAt[head];
  const short = mention?.id !== undefined && mention.form === "name" && mention.start === span.start && mention.end === span.end;
  if (short) return mention.name;
  const named = wordAt(tree, head).upos === "PROPN";
  const article = dependents(tree, head, "det")[0];
  const start = article !== undefined && !named && /^an?$/i.test(wordAt(tree, article).form) ? wordAt(tree, article).start : span.start;
  return text.slice(Math.min(start, span.start), span.end).replace(/['’]s?$/u, "");
}

/** A speaker as a claim's source. */
export function sourceOf(speaker: Speaker, cue: string, channel: string | undefined): Source {
  const source: Source = { name: speaker.name, cue };
  if (speaker.role !== undefined) source.role = speaker.role;
  const through = speaker.channel ?? channel;
  if (through !== undefined) source.channel = through;
  return source;
}
