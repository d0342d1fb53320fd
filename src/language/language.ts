// The language model as the rest of Pacta sees it: raw sentences in, analysed sentences out, in batches over many documents.
import type { Document } from "../document/index.ts";
import { actScores } from "./acts.ts";
import { batchesOf, feedOf } from "./batch.ts";
import type { Batch } from "./batch.ts";
import { MODEL_FOLDER, readModel } from "./card.ts";
import type { ModelCard } from "./card.ts";
import { decodeSentence } from "./decode.ts";
import { lemmaOf, readLemmas } from "./lemmas.ts";
import type { Guess } from "./lemmas.ts";
import { loadLexicon } from "./lexicon.ts";
import type { Lexicon } from "./lexicon.ts";
import { codeSentence, createPieces } from "./pieces.ts";
import type { PiecesOf } from "./pieces.ts";
import type { ActScore, Analysis, RawSentence, Sentence } from "./sentence.ts";
import { ACTS, openSession, READER } from "./session.ts";
import type { ActOutput, Backend, Output, Session } from "./session.ts";
import { splitText, withinBudget } from "./tokenize.ts";

/** How to load the language model; everything has a default. */
export interface LanguageOptions {
  /** The model's folder; default `$PACTA_MODEL`, else the one that comes with Pacta. */
  readonly folder?: string;
  /** How many cores one batch may use; default all. */
  readonly threads?: number;
  readonly backend?: Backend;
  /** Word lists; default those that come with Pacta. */
  readonly lexicon?: Lexicon;
}

/** A loaded language model. `close` frees its memory. */
export interface Language {
  /** Version of the weights, for claims to name. */
  readonly version: string;
  readonly backend: Session<unknown>["backend"];
  readonly lexicon: Lexicon;
  /** Analyses sentences in the order given; the same sentence always gives the same result. */
  readonly analyse: (sentences: readonly RawSentence[]) => Promise<Sentence[]>;
  /** The acts that each sentence may tell, in the order given; it needs no analysis, and the same sentence always gives the same. */
  readonly actsOf: (sentences: readonly RawSentence[]) => Promise<ActScore[][]>;
  readonly close: () => Promise<void>;
}

/** The sentences of a document that are worth the model's time: those to begin with, and those that only matter beside them. */
export interface Choice {
  readonly first: ReadonlySet<RawSentence>;
  readonly beside: ReadonlySet<RawSentence>;
}

/** Chooses, with the whole document in view, which of its sentences are analysed. */
export interface Keep {
  readonly choose: (sentences: readonly RawSentence[], document: Document) => Choice;
  /** Whether one of the first sentences is likely to tell an act, so that its tree is worth making; without this the network for acts is not asked. */
  readonly mayTell?: (acts: readonly ActScore[]) => boolean;
  /** Whether the others are needed, now that those of the first are analysed that may tell an act. */
  readonly goesOn: (analysed: readonly Sentence[]) => boolean;
}

/** Loads the language model. Throws `PACTA_MODEL_MISSING`, `PACTA_MODEL_DAMAGED`, `PACTA_MODEL_VERSION`, `PACTA_MODEL_RUNTIME`. */
export async function loadLanguage(options: LanguageOptions = {}): Promise<Language> {
  const { card, reader, acts, vocabulary, lemmas } = readModel(options.folder ?? process.env["PACTA_MODEL"] ?? MODEL_FOLDER);
  const trees = await openSession(reader, READER, options.backend, options.threads);
  release(reader);
  const telling = await openSession(acts, ACTS, options.backend, options.threads);
  release(acts);
  const lexicon = options.lexicon ?? loadLexicon();
  const known = readLemmas(lemmas);
  const model: Model = {
    trees,
    telling,
    piecesOf: createPieces(vocabulary, card.maxPieces),
    labels: card.labels,
    lemmaOf: (guess) => lemmaOf(guess, known, lexicon.irregular),
  };
  return {
    version: card.version,
    backend: trees.backend,
    lexicon,
    analyse: (sentences) => analyse(sentences, model),
    actsOf: (sentences) => actsOf(sentences, model),
    close: async () => {
      await trees.close();
      await telling.close();
    },
  };
}

/** ONNX Runtime has a copy of its own, and the collector, which sees little else to collect, would let this one stay. */
function release({ buffer }: Uint8Array): void {
  if (buffer instanceof ArrayBuffer) buffer.transfer(0);
}

/** Tokenises and analyses one document; a sentence that `keep` refuses keeps its span and gets no words. */
export async function analyseDocument(document: Document, language: Language, keep?: Keep): Promise<Analysis> {
  const [analysis] = await analyseDocuments([document], language, keep);
  return analysis ?? { document, sentences: [], unanalysed: [] };
}

/** The same for many documents at once, with batches filled across them; in the order given. */
export async function analyseDocuments(documents: readonly Document[], language: Language, keep: Keep = ALL): Promise<Analysis[]> {
  const split = documents.map((document) => {
    const whole = splitText(document.text, document.blocks, language.lexicon);
    const choice = keep.choose(whole.sentences, document);
    return { document, choice, ...withinBudget(whole, choice.first.union(choice.beside)) };
  });
  const [trees, acts] = [new Map<RawSentence, Sentence>(), new Map<RawSentence, readonly ActScore[]>()];
  const analyse = (chosen: readonly RawSentence[]): Promise<void> => into(trees, chosen, language.analyse);
  const tell = async (chosen: readonly RawSentence[]): Promise<void> => (keep.mayTell ? into(acts, chosen, language.actsOf) : undefined);
  const first = split.flatMap(({ kept, choice }) => kept.filter((sentence) => choice.first.has(sentence)));
  await tell(first);
  await analyse(first.filter((sentence) => keep.mayTell?.(acts.get(sentence) ?? []) ?? true));
  const rest = split.flatMap(({ kept }) => {
    const others = kept.filter((sentence) => !trees.has(sentence));
    return others.length > 0 && keep.goesOn(kept.flatMap((sentence) => withActs(trees.get(sentence), acts.get(sentence)) ?? [])) ? others : [];
  });
  await analyse(rest);
  await tell(rest.filter((sentence) => !acts.has(sentence)));
  return split.map(({ document, sentences, unanalysed }) => ({
    document,
    sentences: sentences.map((sentence) => withActs(trees.get(sentence) ?? { ...sentence, words: [], names: [] }, acts.get(sentence))),
    unanalysed,
  }));
}

async function into<Out>(
  results: Map<RawSentence, Out>,
  chosen: readonly RawSentence[],
  by: (sentences: readonly RawSentence[]) => Promise<Out[]>,
): Promise<void> {
  const found = await by(chosen);
  chosen.forEach((sentence, i) => {
    const result = found[i];
    if (result !== undefined) results.set(sentence, result);
  });
}

function withActs<S extends Sentence | undefined>(sentence: S, acts: readonly ActScore[] | undefined): S {
  return sentence && acts ? { ...sentence, acts } : sentence;
}

/** Every sentence is analysed. */
const ALL: Keep = { choose: (sentences) => ({ first: new Set(sentences), beside: new Set() }), goesOn: () => true };

interface Model {
  readonly trees: Session<Output>;
  readonly telling: Session<ActOutput>;
  readonly piecesOf: PiecesOf;
  readonly labels: ModelCard["labels"];
  readonly lemmaOf: (guess: Guess) => string;
}

async function analyse(sentences: readonly RawSentence[], model: Model): Promise<Sentence[]> {
  const { trees, labels, lemmaOf: lemmaBy } = model;
  return through(sentences, trees, model.piecesOf, (sentence, place) => decodeSentence(sentence, place, labels, lemmaBy));
}

async function actsOf(sentences: readonly RawSentence[], { telling, piecesOf, labels }: Model): Promise<ActScore[][]> {
  return through(sentences, telling, piecesOf, ({ words }, place) => actScores({ ...place, words: words.length }, labels.acts));
}

/** Where a sentence stands in a batch's output: row `row` of rows of `count` words. */
interface Place<Out> {
  readonly output: Out;
  readonly row: number;
  readonly count: number;
}

/** What a network says of each sentence. While it runs one batch, the one before is decoded. */
async function through<Out, Result>(
  sentences: readonly RawSentence[],
  session: Session<Out>,
  piecesOf: PiecesOf,
  decode: (sentence: RawSentence, place: Place<Out>) => Result,
): Promise<Result[]> {
  const coded = sentences.map(({ words }) =>
    codeSentence(
      words.map((word) => word.form),
      piecesOf,
    ),
  );
  const done = new Map<number, Result>();
  let before: { batch: Batch; output: Out } | undefined;
  const finish = (): void => {
    before?.batch.members.forEach((member, row) => {
      const sentence = sentences[member];
      if (before && sentence) done.set(member, decode(sentence, { output: before.output, row, count: before.batch.length - 2 }));
    });
  };
  for (const batch of batchesOf(coded)) {
    const running = session.run(feedOf(batch, coded));
    finish();
    before = { batch, output: await running };
  }
  finish();
  return [...done].sort(([a], [b]) => a - b).map(([, result]) => result);
}
