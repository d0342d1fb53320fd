// A speaker's name, role and channel, as the text gives them.
import type { Span } from "../../document/index.ts";
import type { Source } from "../claim.ts";
import type { Resolver } from "../coreference/index.ts";
import { dependents, phraseSpan, phraseWords, wordAt } from "../grammar/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import type { ReportCues } from "./cues.ts";

/** A named speaker and where the words stand. */
export interface Speaker {
  readonly name: string;
  readonly role?: string;
  readonly channel?: string;
  readonly span: Span;
}

/** Who speaks, from the head of the speaking phrase. */
export function speakerAt(scene: Scene, resolver: Resolver, cues: ReportCues, s: number, head: number): Speaker | undefined {
  const sentence = scene.sentences[s];
  const word = sentence?.tree.words[head];
  if (!sentence || !word) return undefined;
  if (word.upos === "PRON" || word.xpos === "PRP$") return pronounSpeaker(resolver, s, head);
  if (cues.channels.has(word.lemma.toLowerCase())) return channelSpeaker(scene, resolver, sentence, s, head);
  const person = personIn(scene, sentence, head);
  if (person) return person;
  const mention = sentence.partyAt[head];
  const span = mention ? { start: mention.start, end: mention.end } : phraseSpan(sentence.tree, head);
  return { name: withArticle(scene.text, sentence, head, span), span };
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

/** "Russian Defense Minister Sergei Shoigu": the person is the source, the office the role. */
function personIn(scene: Scene, sentence: SceneSentence, head: number): Speaker | undefined {
  const words = phraseWords(sentence.tree, head).map((i) => wordAt(sentence.tree, i));
  const first = words[0];
  const last = words.at(-1);
  if (!first || !last) return undefined;
  const name = sentence.tree.sentence.names.find((n) => n.type === "PER" && n.start >= first.start && n.end <= last.end);
  const mention = sentence.partyAt[head];
  const via = name ? scene.text.slice(name.start, name.end) : mention?.form === "office" || mention?.form === "person" ? mention.via : undefined;
  if (via === undefined) return undefined;
  const phrase = scene.text.slice(mention?.start ?? first.start, last.end);
  const before = phrase
    .slice(0, Math.max(0, phrase.indexOf(via)))
    .trim()
    .replace(/[,’'"“]+$/u, "")
    .replace(/^the\s+/i, "");
  const span = name ? { start: name.start, end: name.end } : { start: first.start, end: last.end };
  return { name: via, ...(before && before !== via ? { role: before } : {}), span };
}

/** Anonymous sources stay what they are called, "a defence official"; names lose their article. */
function withArticle(text: string, sentence: SceneSentence, head: number, span: Span): string {
  const named = wordAt(sentence.tree, head).upos === "PROPN";
  const article = dependents(sentence.tree, head, "det")[0];
  const start =
    article !== undefined && !named && /^an?$/i.test(wordAt(sentence.tree, article).form) ? wordAt(sentence.tree, article).start : span.start;
  return text.slice(Math.min(start, span.start), span.end);
}

/** A speaker as a claim's source. */
export function sourceOf(speaker: Speaker, cue: string, channel: string | undefined): Source {
  const source: Source = { name: speaker.name, cue };
  if (speaker.role !== undefined) source.role = speaker.role;
  const through = speaker.channel ?? channel;
  if (through !== undefined) source.channel = through;
  return source;
}
