// The name corpora that come as one word a line with its tag: wikigold, WNUT 2017 and UNER. Their words are kept, so that
// only names are measured; the text is the words with a blank between them.
import type { Span } from "../../document/index.ts";
import type { Name, NameType, RawSentence } from "../../language/index.ts";

/** Sentences of one text with the names that gold marks in it; both are spans of that text. */
export interface NamedText {
  readonly sentences: readonly RawSentence[];
  readonly names: readonly Name[];
  /** Stretches where a name that is found is neither right nor wrong. */
  readonly open: readonly Span[];
}

/** A word with its tag: `B-` opens a name, `I-` goes on. */
export interface TaggedWord {
  readonly form: string;
  readonly tag: string;
}

/** The rows of a column file by sentence; lines of fewer than two cells part sentences, `#` comments of CoNLL-U are passed over. */
export function taggedSentences(content: string, cut: RegExp, form: number, tag: number): TaggedWord[][] {
  const sentences: TaggedWord[][] = [[]];
  for (const line of content.split(/\r?\n/)) {
    const cells = line.trim() === "" ? [] : line.split(cut);
    const [word, label] = [cells[form], cells.at(tag)];
    if (word !== undefined && label !== undefined && cells.length >= 2) sentences.at(-1)?.push({ form: word, tag: label });
    else sentences.push([]);
  }
  return sentences.filter((sentence) => sentence.length > 0);
}

/** Gives tags that mark no beginning (`I-PER` throughout, as wikigold has them) their `B-`; neighbours of one type are one name. */
export function withBeginnings(words: readonly TaggedWord[]): TaggedWord[] {
  return words.map(({ form, tag }, i) => ({ form, tag: tag.startsWith("I-") && words[i - 1]?.tag !== tag ? `B-${tag.slice(2)}` : tag }));
}

/** One sentence as a text of its own. `typeOf` maps a corpus's types; a type that it leaves out marks no name. */
export function namedText(words: readonly TaggedWord[], typeOf: (label: string) => NameType | undefined): NamedText {
  let at = 0;
  const placed = words.map(({ form, tag }) => ({ form, tag, start: at, end: (at += form.length + 1) - 1 }));
  const names = placed.flatMap(({ tag, start, end }, i): Name[] => {
    const type = tag.startsWith("B-") ? typeOf(tag.slice(2)) : undefined;
    let last = i;
    while (placed[last + 1]?.tag === `I-${tag.slice(2)}`) last += 1;
    return type === undefined ? [] : [{ type, start, end: placed[last]?.end ?? end }];
  });
  const raw = placed.map(({ form, start, end }) => ({ form, start, end }));
  return { sentences: [{ start: 0, end: Math.max(0, at - 1), index: 0, block: 0, words: raw }], names, open: [] };
}
