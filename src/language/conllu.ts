// CoNLL-U, the exchange format of Universal Dependencies: read into rows and written from sentences, so that others' scorers can be used.
import { PactaError } from "../error.ts";
import type { RawWord, Sentence } from "./sentence.ts";

/** One syntactic word of a CoNLL-U sentence; columns that say `_` are absent. `head` counts from 0, -1 is the root. */
export interface Row {
  readonly form: string;
  readonly lemma?: string;
  readonly upos?: string;
  readonly xpos?: string;
  readonly head?: number;
  readonly relation?: string;
  /** Set where the word continues the written word before it (ID range `1-2`). */
  readonly fused?: true;
  /** The last column as it stands (`Start=0|End=4`). */
  readonly misc?: string;
  /** False where the next word follows without a blank (`SpaceAfter=No`). */
  readonly spaceAfter: boolean;
}

/** A CoNLL-U sentence; `newBlock` where a document or paragraph begins with it, `comments` by name (`# span = 0-9`). */
export interface ConlluSentence {
  readonly id?: string;
  readonly text?: string;
  readonly newBlock: boolean;
  readonly comments: ReadonlyMap<string, string>;
  readonly rows: readonly Row[];
}

interface Range {
  readonly form: string;
  readonly first: number;
  readonly last: number;
  readonly spaceAfter: boolean;
}

/**
 * Reads CoNLL-U; empty nodes (`1.1`) are left out. A word of a range gets the range's spacing.
 * Throws `PACTA_CONLLU_INVALID` with the line where a row has no ten columns or a wrong id or head.
 */
export function readConllu(content: string, source?: string): ConlluSentence[] {
  const sentences: ConlluSentence[] = [];
  let comments: string[] = [];
  let lines: NumberedLine[] = [];
  const finish = (): void => {
    if (lines.length > 0) sentences.push(toSentence(comments, lines, source));
    if (lines.length > 0) comments = [];
    lines = [];
  };
  content.split(/\r?\n/).forEach((text, i) => {
    if (text.trim() === "") finish();
    else if (text.startsWith("#")) comments.push(text);
    else lines.push({ cells: text.split("\t"), line: i + 1 });
  });
  finish();
  return sentences;
}

interface NumberedLine {
  readonly cells: readonly string[];
  readonly line: number;
}

function toSentence(comments: readonly string[], lines: readonly NumberedLine[], source: string | undefined): ConlluSentence {
  const rows: Row[] = [];
  let range: Range | undefined;
  for (const { cells, line } of lines) {
    const place = { line, ...(source === undefined ? {} : { source }) };
    const [id = "", form = ""] = cells;
    const ids = /^(\d+)(?:-(\d+)|\.\d+)?$/.exec(id);
    if (cells.length !== 10 || ids === null) throw invalid("a row needs ten columns and an id", place);
    const spaceAfter = !(cells[9] ?? "").split("|").includes("SpaceAfter=No");
    if (ids[2] !== undefined) range = { form, first: Number(ids[1]), last: Number(ids[2]), spaceAfter };
    else if (!id.includes(".")) {
      if (Number(id) !== rows.length + 1) throw invalid(`word ${id} is out of order`, place);
      rows.push(toRow(cells, rows.length + 1, range, spaceAfter, lines.length, place));
    }
  }
  const named = new Map(comments.toReversed().flatMap((line) => namedComment(line)));
  const [id, text] = [named.get("sent_id"), named.get("text")];
  const newBlock = comments.some((line) => /^# new(?:doc|par)\b/.test(line));
  return { newBlock, comments: named, rows, ...(id === undefined ? {} : { id }), ...(text === undefined ? {} : { text }) };
}

/** `# name = value`; where a name stands twice the first counts. */
function namedComment(line: string): (readonly [string, string])[] {
  const [, name, value] = /^#\s*([^=\s]+(?: [^=\s]+)*)\s*=\s*(.*)$/.exec(line) ?? [];
  return name === undefined || value === undefined ? [] : [[name, value.trim()]];
}

function toRow(cells: readonly string[], id: number, range: Range | undefined, space: boolean, most: number, place: object): Row {
  const [, form = "", lemma = "_", upos = "_", xpos = "_", , head = "_", relation = "_", , misc = "_"] = cells;
  if (head !== "_" && !(/^\d+$/.test(head) && Number(head) <= most)) throw invalid(`head ${head} lies outside the sentence`, place);
  const ranged = range !== undefined && id >= range.first && id <= range.last ? range : undefined;
  return {
    form,
    ...(lemma === "_" && form !== "_" ? {} : { lemma }),
    ...(upos === "_" ? {} : { upos }),
    ...(xpos === "_" ? {} : { xpos }),
    ...(head === "_" ? {} : { head: Number(head) - 1 }),
    ...(relation === "_" ? {} : { relation }),
    ...(ranged !== undefined && id > ranged.first ? { fused: true as const } : {}),
    ...(misc === "_" ? {} : { misc }),
    spaceAfter: ranged === undefined ? space : id === ranged.last && ranged.spaceAfter,
  };
}

function invalid(what: string, place: object): PactaError {
  return new PactaError(
    "PACTA_CONLLU_INVALID",
    what,
    "Correct the row: CoNLL-U has ten columns, ids count from 1 and heads point into the sentence",
    place,
  );
}

/** The text that CoNLL-U sentences stand for: words with their spacing, a blank line before each document or paragraph. */
export function textOf(sentences: readonly ConlluSentence[]): string {
  const parts = sentences.map((sentence, i) => {
    const text = sentence.rows.map((row, k) => row.form + (row.spaceAfter && k < sentence.rows.length - 1 ? " " : "")).join("");
    const spaced = sentences[i - 1]?.rows.at(-1)?.spaceAfter === false ? "" : " ";
    return (i === 0 ? "" : sentence.newBlock ? "\n\n" : spaced) + text;
  });
  return parts.join("");
}

/** Writes analysed sentences as CoNLL-U; sentences without words are left out. `ids` start at 1 behind the prefix. */
export function writeConllu(text: string, sentences: readonly Sentence[], prefix = "s"): string {
  const spoken = sentences.filter((sentence) => sentence.words.length > 0);
  return spoken
    .map((sentence, i) => {
      const quote = text.slice(sentence.start, sentence.end).replace(/\s+/g, " ");
      const after = spoken[i + 1]?.start;
      const newBlock = spoken[i - 1]?.block === sentence.block ? [] : ["# newpar"];
      return [...newBlock, `# sent_id = ${prefix}${i + 1}`, `# text = ${quote}`, ...linesOf(sentence, after), "", ""].join("\n");
    })
    .join("");
}

function linesOf(sentence: Sentence, after: number | undefined): string[] {
  return sentence.words.flatMap((word, i) => {
    const last = lastOfWritten(sentence.words, i);
    const begins = word.fused !== true && last > i;
    const inside = word.fused === true || last > i;
    const columns = [word.lemma, word.upos, word.xpos, "_", word.head + 1, word.relation, "_"];
    const row = [i + 1, word.form, ...columns, inside ? "_" : spacing(sentence.words, i, after)].join("\t");
    if (!begins) return [row];
    const written = sentence.words
      .slice(i, last + 1)
      .map((part) => part.form)
      .join("");
    return [[`${i + 1}-${last + 1}`, written, ...Array<string>(7).fill("_"), spacing(sentence.words, last, after)].join("\t"), row];
  });
}

function lastOfWritten(words: readonly RawWord[], i: number): number {
  let last = i;
  while (words[last + 1]?.fused === true) last += 1;
  return last;
}

function spacing(words: readonly RawWord[], i: number, after: number | undefined): string {
  const next = words[i + 1]?.start ?? after;
  return next !== undefined && next === words[i]?.end ? "SpaceAfter=No" : "_";
}
