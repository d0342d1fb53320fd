// From the network's numbers to words, trees and names.
import type { ModelCard } from "./card.ts";
import { applyEdit } from "./lemma.ts";
import { bestNames } from "./names.ts";
import type { Name, NameType, RawSentence, Sentence, Upos, Word } from "./sentence.ts";
import type { Output } from "./session.ts";
import { bestTree } from "./tree.ts";

const UPOS: readonly string[] = "ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".split(" ");
const NAME_TYPES: readonly string[] = ["PER", "ORG", "LOC", "MISC", "WEAPON", "PLATFORM"];

/** Reads row `row` of a batch of `count` words a row as the analysis of a sentence. */
export function decodeSentence(sentence: RawSentence, output: Output, row: number, count: number, labels: ModelCard["labels"]): Sentence {
  const { words } = sentence;
  const width = count + 1;
  const arcs = output.arcs.subarray(row * count * width, (row + 1) * count * width);
  const heads = bestTree(arcs, words.length, width);
  const at = (values: Int32Array, names: readonly string[], i: number): string => names[values[row * count + i] ?? 0] ?? "";
  const decoded = words.map((word, index): Word => {
    const head = heads[index] ?? -1;
    const relation = labels.relations[output.relations[(row * count + index) * width + head + 1] ?? 0] ?? "dep";
    return {
      ...word,
      index,
      lemma: applyEdit(word.form, at(output.lemma, labels.lemma, index)),
      upos: toUpos(at(output.upos, labels.upos, index)),
      xpos: at(output.xpos, labels.xpos, index),
      head,
      relation: head < 0 ? "root" : relation === "root" ? "dep" : relation,
    };
  });
  const width2 = labels.names.length;
  const names = bestNames(output.names.subarray(row * count * width2), words.length, labels.names);
  return { ...sentence, words: decoded, names: names.flatMap((run) => toName(decoded, run.first, run.last, run.label)) };
}

function toName(words: readonly Word[], first: number, last: number, label: string): Name[] {
  const [from, to] = [words[first], words[last]];
  return from !== undefined && to !== undefined && isNameType(label) ? [{ start: from.start, end: to.end, type: label }] : [];
}

function isNameType(label: string): label is NameType {
  return NAME_TYPES.includes(label);
}

function isUpos(label: string): label is Upos {
  return UPOS.includes(label);
}

function toUpos(label: string): Upos {
  return isUpos(label) ? label : "X";
}
