// The language model as the rest of Pacta sees it: raw sentences in, analysed sentences out, in batches over many documents.
import type { Document } from "../document/index.ts";
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
import type { Analysis, RawSentence, Sentence } from "./sentence.ts";
import { openSession } from "./session.ts";
import type { Backend, Output, Session } from "./session.ts";
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
  readonly backend: Session["backend"];
  readonly lexicon: Lexicon;
  /** Analyses sentences in the order given; the same sentence always gives the same result. */
  readonly analyse: (sentences: readonly RawSentence[]) => Promise<Sentence[]>;
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
  /** Whether the others are needed, now that the first are analysed. */
  readonly goesOn: (analysed: readonly Sentence[]) => boolean;
}

/** Loads the language model. Throws `PACTA_MODEL_MISSING`, `PACTA_MODEL_DAMAGED`, `PACTA_MODEL_VERSION`, `PACTA_MODEL_RUNTIME`. */
export async function loadLanguage(options: LanguageOptions = {}): Promise<Language> {
  const { card, network, vocabulary, lemmas } = readModel(options.folder ?? process.env["PACTA_MODEL"] ?? MODEL_FOLDER);
  const session = await openSession(network, options.backend, options.threads);
  release(network);
  const lexicon = options.lexicon ?? loadLexicon();
  const known = readLemmas(lemmas);
  const model: Model = {
    session,
    piecesOf: createPieces(vocabulary, card.maxPieces),
    labels: card.labels,
    lemmaOf: (guess) => lemmaOf(guess, known, lexicon.irregular),
  };
  return {
    version: card.version,
    backend: session.backend,
    lexicon,
    analyse: (sentences) => analyse(sentences, model),
    close: session.close,
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
  const results = new Map<RawSentence, Sentence>();
  const analyse = async (chosen: readonly RawSentence[]): Promise<void> => {
    const analysed = await language.analyse(chosen);
    for (const [i, sentence] of analysed.entries()) results.set(chosen[i] ?? sentence, sentence);
  };
  await analyse(split.flatMap(({ kept, choice }) => kept.filter((sentence) => choice.first.has(sentence))));
  await analyse(
    split.flatMap(({ kept }) => {
      const rest = kept.filter((sentence) => !results.has(sentence));
      return rest.length > 0 && keep.goesOn(kept.flatMap((sentence) => results.get(sentence) ?? [])) ? rest : [];
    }),
  );
  return split.map(({ document, sentences, unanalysed }) => ({
    document,
    sentences: sentences.map((sentence) => results.get(sentence) ?? { ...sentence, words: [], names: [] }),
    unanalysed,
  }));
}

/** Every sentence is analysed. */
const ALL: Keep = { choose: (sentences) => ({ first: new Set(sentences), beside: new Set() }), goesOn: () => true };

interface Model {
  readonly session: Session;
  readonly piecesOf: PiecesOf;
  readonly labels: ModelCard["labels"];
  readonly lemmaOf: (guess: Guess) => string;
}

/** While the network runs one batch, the one before it is decoded. */
async function analyse(sentences: readonly RawSentence[], model: Model): Promise<Sentence[]> {
  const coded = sentences.map((sentence) =>
    codeSentence(
      sentence.words.map((word) => word.form),
      model.piecesOf,
    ),
  );
  const done: Sentence[] = sentences.map((sentence) => ({ ...sentence, words: [], names: [] }));
  let before: { batch: Batch; output: Output } | undefined;
  const finish = (): void => {
    if (before !== undefined) decodeBatch(before.batch, before.output, sentences, done, model);
  };
  for (const batch of batchesOf(coded)) {
    const running = model.session.run(feedOf(batch, coded));
    finish();
    before = { batch, output: await running };
  }
  finish();
  return done;
}

function decodeBatch(batch: Batch, output: Output, sentences: readonly RawSentence[], done: Sentence[], model: Model): void {
  batch.members.forEach((member, row) => {
    const sentence = sentences[member];
    const place = { output, row, count: batch.length - 2 };
    if (sentence !== undefined) done[member] = decodeSentence(sentence, place, model.labels, model.lemmaOf);
  });
}
