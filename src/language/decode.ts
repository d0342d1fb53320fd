// From the network's numbers to words, trees and names.
import type { ModelCard } from "./card.ts";
import { applyEdit } from "./lemma.ts";
import type { Guess } from "./lemmas.ts";
import { bestNames, wholeNames } from "./names.ts";
import type { Name, NameType, RawSentence, Sentence, Upos, Word } from "./sentence.ts";
import type { Output } from "./session.ts";
import { bestTree } from "./tree.ts";

const UPOS: ReadonlySet<string> = new Set("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" "));
const NAME_TYPES: ReadonlySet<string> = new Set(["PER", "ORG", "LOC", "MISC", "WEAPON", "PLATFORM"]);

/** Where a sentence stands in a batch's output: row `row` of rows of `count` words. */
export interface Place {
  readonly output: Output;
  readonly row: number;
  readonly count: number;
}

/** Reads one row of a batch's output as the analysis of a sentence. */
export function decodeSentence(
  sentence: RawSentence,
  { output, row, count }: Place,
  labels: ModelCard["labels"],
  lemmaOf: (guess: Guess) => string,
): Sentence {
  const { words } = sentence;
  const width = count + 1;
  const arcs = output.arcs.subarray(row * count * width, (row + 1) * count * width);
  const heads = bestTree(arcs, words.length, width);
  const at = (values: Int32Array, names: readonly string[], i: number): string => names[values[row * count + i] ?? 0] ?? "";
  const decoded = words.map((word, index): Word => {
    const head = heads[index] ?? -1;
    const relation = labels.relations[output.relations[(row * count + index) * width + head + 1] ?? 0] ?? "dep";
    const upos = toUpos(at(output.upos, labels.upos, index));
    const xpos = at(output.xpos, labels.xpos, index);
    const guess = applyEdit(word.form, at(output.lemma, labels.lemma, index));
    return {
      ...word,
      index,
      lemma: lemmaOf({ form: word.form, upos, xpos, lemma: guess }),
      upos,
      xpos,
      head,
      relation: head < 0 ? "root" : relation === "root" ? "dep" : relation,
    };
  });
  const runs = bestNames(output.names.subarray(row * count * labels.names.length), words.length, labels.names);
  const names = wholeNames(runs, decoded);
  return { ...sentence, words: decoded, names: names.flatMap((run) => toName(decoded, run.first, run.last, run.label)) };
}

function toName(words: readonly Word[], first: number, last: number, label: string): Name[] {
  const [from, to] = [words[first], words[last]];
  return from !== undefined && to !== undefined && isNameType(label) ? [{ start: from.start, end: to.end, type: label }] : [];
}

function isNameType(label: string): label is NameType {
  return NAME_TYPES.has(label);
}

function isUpos(label: string): label is Upos {
  return UPOS.has(label);
}

function toUpos(label: string): Upos {
  return isUpos(label) ? label : "X";
}
