// How well the language layer does on gold sentences: from raw text, where splitting errors count, and from gold words.
import { conll18 } from "./conll18.ts";
import type { Conll18 } from "./conll18.ts";
import { textOf } from "./conllu.ts";
import type { ConlluSentence, Row } from "./conllu.ts";
import type { Language } from "./language.ts";
import type { RawSentence, RawWord, Sentence, Word } from "./sentence.ts";
import { paragraphBlocks, tokenize } from "./tokenize.ts";

/** The scores of one text. */
export interface LanguageScores {
  readonly raw: Conll18;
  /** Trees and tags over gold words and sentences. */
  readonly goldWords: Conll18;
}

/** Scores a language model on gold sentences and on their text, whose paragraphs are the `# newdoc` and `# newpar`. */
export async function evaluateLanguage(gold: readonly ConlluSentence[], language: Language): Promise<LanguageScores> {
  const text = textOf(gold);
  const rows = gold.map((sentence) => sentence.rows);
  const fromText = await language.analyse(tokenize(text, paragraphBlocks(text), language.lexicon));
  const fromWords = await language.analyse(sentencesOf(gold));
  return { raw: conll18(rows, fromText.map(rowsOf)), goldWords: conll18(rows, fromWords.map(rowsOf)) };
}

/** The words of CoNLL-U as raw sentences of the text that `textOf` makes of them; each new paragraph is a block. */
export function sentencesOf(gold: readonly ConlluSentence[]): RawSentence[] {
  let [at, block] = [0, -1];
  return gold.map((sentence, index): RawSentence => {
    if (index === 0 || sentence.newBlock) block += 1;
    if (index > 0) at += sentence.newBlock ? 2 : gold[index - 1]?.rows.at(-1)?.spaceAfter === false ? 0 : 1;
    const start = at;
    const words = sentence.rows.map((row, i): RawWord => {
      const word = { start: at, end: at + row.form.length, form: row.form, ...(row.fused === undefined ? {} : { fused: row.fused }) };
      at = word.end + (row.spaceAfter && i < sentence.rows.length - 1 ? 1 : 0);
      return word;
    });
    return { start, end: at, index, block, words };
  });
}

/** Sentences as CoNLL-U rows, for scoring; spacing is not kept. */
export function rowsOf(sentence: Sentence): Row[] {
  return sentence.words.map(({ form, lemma, upos, xpos, head, relation, fused }: Word) => ({
    form,
    lemma,
    upos,
    xpos,
    head,
    relation,
    spaceAfter: true,
    ...(fused === undefined ? {} : { fused }),
  }));
}
