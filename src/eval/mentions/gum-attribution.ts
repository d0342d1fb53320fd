// Attributions of GUM's rhetorical trees: the segment that holds who says it and the cue, and the words that it tells.
// A word's MISC opens a segment ("Discourse=attribution-positive:7->8:3:…" opens segment 7, which depends on 8; 3 is how far
// up the tree it is tied, so that what is tied to 8 further down belongs to what is said).
import type { Span } from "../../document/index.ts";
import { sentencesOf, type ConlluSentence } from "../../language/index.ts";

/** One attribution: the spans of the words of its segment and of what is told, and the lemmas of the segment's verbs. */
export interface GumAttribution {
  readonly segment: readonly Span[];
  readonly content: readonly Span[];
  readonly verbs: readonly string[];
  readonly according: boolean;
}

interface Segment {
  readonly id: number;
  readonly relation: string;
  readonly head: number;
  readonly height: number;
  readonly words: PlacedWord[];
}

interface PlacedWord extends Span {
  readonly form: string;
  readonly lemma: string;
  readonly upos: string;
  readonly misc: string;
}

/** The attributions of one document, with offsets into the text that `textOf` makes of it. */
export function gumAttributions(document: readonly ConlluSentence[]): GumAttribution[] {
  const segments = segmentsOf(wordsOf(document));
  const below = Map.groupBy(segments, ({ head }) => head);
  const byId = new Map(segments.map((segment) => [segment.id, segment]));
  return segments.flatMap((segment): GumAttribution[] => {
    const told = byId.get(segment.head);
    if (!segment.relation.startsWith("attribution") || told === undefined) return [];
    const own = [segment, ...(below.get(segment.id) ?? []).filter(({ relation }) => relation.startsWith("same-unit"))].flatMap(({ words }) => words);
    const inner = (below.get(told.id) ?? []).filter(({ id, height }) => id !== segment.id && height < segment.height);
    const content = [told, ...inner.flatMap((one) => [one, ...descendants(one.id, below)])].flatMap(({ words }) => words);
    return [{ segment: own, content, verbs: own.filter(({ upos }) => upos === "VERB").map(({ lemma }) => lemma), according: own.some(isAccording) }];
  });
}

function isAccording({ form }: PlacedWord): boolean {
  return /^according$/i.test(form);
}

function wordsOf(document: readonly ConlluSentence[]): PlacedWord[] {
  const placed = sentencesOf(document);
  return document.flatMap(({ rows }, s) =>
    rows.flatMap(({ form, lemma = "", upos = "", misc = "" }, i): PlacedWord[] => {
      const word = placed[s]?.words[i];
      return word === undefined ? [] : [{ start: word.start, end: word.end, form, lemma, upos, misc }];
    }),
  );
}

const OPENS = /Discourse=([\w-]+):(\d+)(?:->(\d+):(\d+))?/;

function segmentsOf(words: readonly PlacedWord[]): Segment[] {
  const segments: Segment[] = [];
  for (const word of words) {
    const [, relation, id, head, height] = OPENS.exec(word.misc) ?? [];
    if (relation !== undefined) segments.push({ id: Number(id), relation, head: Number(head ?? 0), height: Number(height ?? 0), words: [] });
    segments.at(-1)?.words.push(word);
  }
  return segments;
}

function descendants(id: number, below: ReadonlyMap<number, readonly Segment[]>): Segment[] {
  return (below.get(id) ?? []).flatMap((one) => [one, ...descendants(one.id, below)]);
}
