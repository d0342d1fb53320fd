// A speaker's name, role and channel, as the text gives them.
import { contains, type Span } from "../../document/index.ts";
import type { Source } from "../claim.ts";
import type { PartyReference, Resolver } from "../coreference/index.ts";
import { baseRelation, caseOf, dependents, headOfSpan, phraseSpan, spanOf, subtree, wordAt, type Tree } from "../grammar/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import type { EarlierSpeaker, Speaker } from "./attribution.ts";
import { bodiesOf, speakingSpan } from "./called.ts";
import type { ReportCues } from "./cues.ts";
import { describedBody } from "./described.ts";

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
    personIn(cues, text, sentence, head) ??
    namedBehind(cues, text, sentence, head) ??
    namedBefore(cues, text, sentence, head) ??
    demonymOf(sentence, head);
  if (named) return [named];
  const taken = takenUp(context, sentence, head);
  if (taken.length > 0) return taken;
  const body = bodyBefore(cues, sentence, s, head, earlier);
  const described = body ?? describedBody(scene, cues.described, s, head);
  return described ? [described] : bodiesOf(cues, text, sentence, head);
}

/** "Russian demands": the state that the adjective names. */
function demonymOf({ tree, partyAt }: SceneSentence, head: number): Speaker | undefined {
  const mention = partyAt[head];
  if (mention?.form !== "demonym" || wordAt(tree, head).relation !== "amod") return undefined;
  return { name: mention.name, span: { start: mention.start, end: mention.end } };
}

/** "he said": whoever spoke last, where the pronoun would else stand for somebody that is spoken of in the same breath. */
function pronounSpeakers(context: SpeakerContext, { tree, partyAt }: SceneSentence, head: number): Speaker[] {
  const { resolver, s, earlier, content } = context;
  const people = peopleBefore(context, tree, head);
  if (people.length > 0) return people;
  const references = resolver.resolve(s, head).map((reference) => ({ name: nameInText(context, reference), span: reference.span }));
  const spokenOf = references.some(({ name }) => [...content].some((i) => name === (partyAt[i]?.via ?? partyAt[i]?.name)));
  const before = earlier.findLast(({ sentence, role }) => sentence >= s - 2 && role !== undefined);
  if (spokenOf && before !== undefined && /^s?he$/i.test(wordAt(tree, head).form)) return [speakerOf(before)];
  return /^they$/i.test(wordAt(tree, head).form) ? references : references.slice(0, 1);
}

/** What a pronoun takes up, as the text calls it: "Riyadh shut its border. It said" is said by Riyadh. */
function nameInText({ scene, s }: SpeakerContext, { party, antecedent }: PartyReference): string {
  if (party.via !== undefined || antecedent === undefined) return party.via ?? party.name;
  const near = scene.sentences.slice(Math.max(0, s - 3), s + 1).flatMap(({ parties }) => parties);
  const mention = near.find(({ start, end }) => start === antecedent.start && end === antecedent.end);
  return mention !== undefined && AS_NAMED.has(mention.form) ? scene.text.slice(mention.start, mention.end) : party.name;
}

/** Forms of mention that are a name of the party. */
const AS_NAMED: ReadonlySet<string> = new Set(["name", "seat", "capital"]);

/** "An official said ... He added": people whom no list knows as parties, who spoke right before or are spoken of as subjects. */
function peopleBefore(context: SpeakerContext, tree: Tree, pronoun: number): Speaker[] {
  const { scene, s, earlier, cues } = context;
  const form = wordAt(tree, pronoun).form.toLowerCase();
  if (!/^(?:s?he|they|them)$/.test(form)) return [];
  const many = form.startsWith("the");
  const isMeant = (noun: string): boolean =>
    cues.persons.has(noun) && !(form === "he" && noun.endsWith("woman")) && !(form === "she" && /(?<!wo)man$/.test(noun));
  const last = earlier.at(-1);
  if (last !== undefined && last.sentence >= s - 1 && (many ? SOME : ONE).test(last.name) && wordsIn(last.name).some((w) => isMeant(w)))
    return [speakerOf(last)];
  const isPerson = (at: Tree, i: number): boolean => {
    const { upos, xpos, lemma } = wordAt(at, i);
    return upos === "NOUN" && (xpos === "NNS") === many && isMeant(lemma.toLowerCase());
  };
  const colon = tree.words.slice(0, pronoun).findLast(({ form: mark }) => mark === ":")?.index ?? -1;
  const own = tree.words.slice(0, Math.max(colon, 0)).findLast(({ relation, index }) => relation === "nsubj" && isPerson(tree, index));
  if (own !== undefined) return speakersAt(context, own.index);
  const before = colon < 0 ? scene.sentences[s - 1]?.tree : undefined;
  const root = before?.words.find(({ relation }) => relation === "root")?.index;
  if (before === undefined || root === undefined || (last !== undefined && last.sentence >= s)) return [];
  const subject = dependents(before, root, "nsubj").find((c) => isPerson(before, c));
  return subject === undefined ? [] : speakersAt({ ...context, s: s - 1 }, subject);
}

/** How somebody unnamed begins, and some. */
const ONE = /^(?:an?|one|another)\s/i;
const SOME = /^(?:two|three|four|several|some|many|both)\s/i;

function speakerOf({ name, role, span }: EarlierSpeaker): Speaker {
  return { name, span, ...(role === undefined ? {} : { role }) };
}

/** "the Iranian Defense Ministry website": the body says so, the website carries it. */
function channelSpeaker(scene: Scene, resolver: Resolver, sentence: SceneSentence, s: number, head: number): Speaker[] {
  const channel = wordAt(sentence.tree, head).form;
  const owner = ownerOf(sentence, resolver, s, head, 3);
  if (owner === undefined || isBareDemonym(sentence, owner)) {
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

/** "A Danish parliamentary document": an adjective alone does not speak. */
function isBareDemonym({ tree, partyAt }: SceneSentence, owner: number): boolean {
  return wordAt(tree, owner).relation === "amod" && partyAt[owner]?.form === "demonym";
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
function personIn(cues: ReportCues, text: string, sentence: SceneSentence, head: number): Speaker | undefined {
  const { tree } = sentence;
  const tied = tree.sentence.names.filter((name) => name.type === "PER" && isTied(tree, head, headOfSpan(tree, name)));
  const behindIt = tied.filter((name) => wordAt(tree, headOfSpan(tree, name)).relation === "appos");
  const own = tied.filter((name) => contains(name, wordAt(tree, head)));
  const titled = behindIt.length > 0 && dependents(tree, head, "det").length > 0;
  const [longest] = (titled ? behindIt : own.length > 0 ? own : tied).toSorted((a, b) => b.end - b.start - (a.end - a.start));
  if (longest === undefined) return officeHolder(text, sentence, head);
  const person = wholeName(tree, withoutTitle(tree, longest));
  const span = { start: person.start, end: person.end };
  const whole = speakingSpan(cues, sentence, head);
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

/** "Energy company BP", "the news agency TASS": a name right behind its kind; of media whatever parsers tie it to. */
function namedBehind(cues: ReportCues, text: string, sentence: SceneSentence, head: number): Speaker | undefined {
  const { tree } = sentence;
  if (wordAt(tree, head).upos !== "NOUN") return undefined;
  const behind = cues.media.has(wordAt(tree, head).lemma.toLowerCase()) ? tree.words.slice(head + 1, head + 2).map((w) => w.index) : [];
  const named = [...dependents(tree, head, "appos", "flat"), ...behind].find((c) => wordAt(tree, c).upos === "PROPN" && !hasCommaBefore(tree, c));
  if (named === undefined) return undefined;
  const mention = sentence.partyAt[named];
  const span = mention && mention.start > wordAt(tree, head).start ? { start: mention.start, end: mention.end } : phraseSpan(tree, named);
  return withRole({ name: text.slice(span.start, span.end), span }, text.slice(speakingSpan(cues, sentence, head).start, span.start), "");
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
  if (!isBareDefinite(sentence.tree, head) && !isHeadOfKnown(cues, sentence.tree, head)) return officeTakenUp(scene, s, sentence.tree, head, earlier);
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

/** "The prime minister said": whoever was named with that office. */
function officeTakenUp(scene: Scene, s: number, tree: Tree, head: number, earlier: readonly EarlierSpeaker[]): Speaker[] {
  const title = dependents(tree, head, "amod", "compound");
  const definite = dependents(tree, head, "det").some((d) => /^the$/i.test(wordAt(tree, d).form));
  const plain = title.every(
    (c) => c < head && /^\p{Ll}+$/u.test(wordAt(tree, c).form) && dependents(tree, c, "amod", "compound", "conj").length === 0,
  );
  if (!definite || title.length === 0 || !plain || wordAt(tree, head).xpos !== "NN" || dependents(tree, head, "nmod", "nmod:poss").length > 0)
    return [];
  const office = [...title, head].map((c) => wordAt(tree, c).form.toLowerCase()).join(" ");
  const same = earlier.findLast(({ name, role = "" }) => isNamed(name) && role.toLowerCase().includes(office));
  const named = same === undefined ? titledBefore(scene, s, office) : speakerOf(same);
  return named === undefined ? [] : [named];
}

/** Sentences in which somebody is looked for who has not spoken before. */
const TITLED_WITHIN = 8;

/** "Colonel Jan Nowak read the order … the colonel said", "Jan Nowak, the junta's spokesman, …": whoever was named with the word. */
function titledBefore({ sentences, text }: Scene, s: number, lemma: string): Speaker | undefined {
  if (!/^\p{L}+(?: \p{L}+)*$/u.test(lemma)) return undefined;
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

/** A speaker as a claim's source. */
export function sourceOf(speaker: Speaker, cue: string, channel: string | undefined): Source {
  const source: Source = { name: speaker.name, cue };
  if (speaker.role !== undefined) source.role = speaker.role;
  const through = speaker.channel ?? channel;
  if (through !== undefined) source.channel = through;
  return source;
}
