// The SemEval-2015 TimeLine corpora: Wikinews stories as tokens in sentences, and for target entities the events that they take part in, each with
// its day and its place in the order. Tokens are joined to a text as it would be printed, and each keeps its place there.
import { PactaError } from "../../error.ts";
import { corpusNames, readCorpus } from "../language/index.ts";
import type { PlainDocument } from "../part.ts";
import type { Span } from "../../document/index.ts";

/** A token with its place in the text. */
export interface Token extends Span {
  readonly form: string;
}

/** A story: a document to be read, and the tokens of its sentences by the corpus's numbers. */
export interface Story extends PlainDocument {
  readonly sentences: ReadonlyMap<number, readonly Token[]>;
}

/** A word or words of an event: the story, the sentence and the forms as the corpus writes them. */
export interface EventMention {
  readonly id: string;
  readonly story: string;
  readonly sentence: number;
  readonly forms: readonly string[];
}

/** An event of a timeline. `position` is its place in the order, 0 where it cannot be ordered; `anchor` as the corpus writes it (`2007-10-XX`). */
export interface TimelineEvent {
  readonly position: number;
  readonly anchor: string;
  readonly mentions: readonly EventMention[];
}

/** The events of one target entity, in their order. */
export interface Timeline {
  readonly corpus: string;
  readonly entity: string;
  readonly events: readonly TimelineEvent[];
}

const CORPUS = "timeline";

/** The corpora that are there, by the names of their folders. Throws `PACTA_CORPUS_MISSING`. */
export function timelineCorpora(shared: string): readonly string[] {
  return corpusNames(shared, CORPUS, "folders");
}

/** The stories of a corpus. Throws `PACTA_CORPUS_MISSING`. */
export function storiesOf(shared: string, corpus: string): readonly Story[] {
  const folder = `${CORPUS}/${corpus}/corpus_trackA_TimeML`;
  return corpusNames(shared, folder, "files").map((file) => storyOf(readCorpus(shared, folder, file), file));
}

/** The timelines of a corpus. Throws `PACTA_CORPUS_MISSING`. */
export function timelinesOf(shared: string, corpus: string): readonly Timeline[] {
  const folder = `${CORPUS}/${corpus}/TimeLines_Gold_Standard`;
  return corpusNames(shared, folder, "files").map((file) => timelineOf(readCorpus(shared, folder, file), corpus));
}

/** Reads a story from its TimeML. Throws `PACTA_CORPUS_OTHER` where it has no number or no day. */
export function storyOf(xml: string, source: string): Story {
  const id = /<DOCID>(.*?)<\/DOCID>/.exec(xml)?.[1];
  // One story has its day the other way round.
  const date = /functionInDocument="CREATION_TIME"[^>]*value="([\d-]{10})"/.exec(xml)?.[1]?.replace(/^(\d{2})-(\d{2})-(\d{4})$/, "$3-$2-$1");
  if (id === undefined || date === undefined)
    throw new PactaError("PACTA_CORPUS_OTHER", "a story has no number or no day", "Use the release that corpora/README.md describes", { source });
  const sentences = [...xml.matchAll(/<s id="(\d+)">([\s\S]*?)<\/s>/g)].map(([, number, words = ""]) => ({
    number: Number(number),
    words: plain(words),
  }));
  let text = "";
  const places = new Map<number, readonly Token[]>();
  for (const { number, words } of sentences) {
    // Headline and day stand on lines of their own; the corpus does not tell paragraphs.
    if (text !== "") text += number <= 2 ? "\n\n" : " ";
    const { joined, tokens } = joinTokens(words.split(" ").filter(Boolean), text.length);
    text += joined;
    places.set(number, tokens);
  }
  return { id, date, text, sources: [], sentences: places };
}

const ENTITIES: Readonly<Record<string, string>> = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&quot;": '"', "&apos;": "'" };
const plain = (text: string): string => text.replaceAll(/&\w+;/g, (entity) => ENTITIES[entity] ?? entity).trim();

const CLOSES = /^(?:[.,;:!?)\]%]|'(?:s|m|re|ve|ll|d)?|n't|'')$/;
const OPENS = /(?:[([#£€$]|``)$/;

/** Tokens as they would be printed, from an offset on. */
function joinTokens(forms: readonly string[], from: number): { readonly joined: string; readonly tokens: readonly Token[] } {
  let joined = "";
  const tokens = forms.map((form, at): Token => {
    const printed = form.replace(/^(?:``|'')$/, '"');
    if (at > 0 && !CLOSES.test(form) && !OPENS.test(forms[at - 1] ?? "")) joined += " ";
    const start = from + joined.length;
    joined += printed;
    return { form, start, end: start + printed.length };
  });
  return { joined, tokens };
}

/** Reads a timeline: the entity on the first line, then position, anchor and mentions, separated by tabs. */
export function timelineOf(text: string, corpus: string): Timeline {
  const [entity = "", ...lines] = text.split(/\r?\n/).filter((line) => line.trim() !== "");
  const events = lines.map((line): TimelineEvent => {
    const [position, anchor = "", ...mentions] = line.split("\t").map((cell) => cell.trim());
    return { position: Number(position), anchor, mentions: mentions.filter(Boolean).map(mentionOf) };
  });
  return { corpus, entity: entity.trim(), events };
}

function mentionOf(id: string): EventMention {
  const [, story = "", sentence = "", words = ""] = /^(\d+)-(\d+)-(.+)$/.exec(id) ?? [];
  return { id, story, sentence: Number(sentence), forms: words.split("_") };
}

/** Everywhere that a mention's words stand in its sentence: where they stand twice, the corpus does not say which is meant. */
export function placesOf({ sentence, forms }: EventMention, story: Story | undefined): readonly Span[] {
  const tokens = story?.sentences.get(sentence) ?? [];
  return tokens.flatMap((first, at) => {
    const last = tokens[at + forms.length - 1];
    return last !== undefined && forms.every((form, i) => tokens[at + i]?.form === form) ? [{ start: first.start, end: last.end }] : [];
  });
}
