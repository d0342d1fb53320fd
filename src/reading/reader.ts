// The reader: documents in, readings out, many at a time so that the model's batches are full.
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../document/index.ts";
import { analyseDocuments, loadLanguage, type Analysis, type Keep, type LanguageOptions } from "../language/index.ts";
import { resource } from "../resources.ts";
import { mayTell } from "./act/index.ts";
import { annotateWithSources, type AllAnnotations } from "./annotate.ts";
import type { Reading } from "./claim.ts";
import { scopeOf } from "./claim-id.ts";
import { treeOf } from "./grammar/index.ts";
import { explainAnalysis, type Explanation } from "./explain.ts";
import { loadKnowledge, type Knowledge } from "./knowledge.ts";
import { irregularForms, needsOf, passing } from "./lexical/index.ts";
import { isProposed } from "./learned/index.ts";
import { readAnalysis, type ReadOptions } from "./read.ts";

/** How to open a reader; everything has a default. */
export interface ReaderOptions extends Pick<LanguageOptions, "threads" | "backend"> {
  /** The language model's folder; default `$PACTA_MODEL`, else the one that comes with Pacta. */
  readonly model?: string;
  /** The knowledge folder; default the one that comes with Pacta. */
  readonly knowledge?: string;
  /** False runs every sentence through the model; default true. */
  readonly lexicalPass?: boolean;
}

/** How many sentences were seen, and how many went through the model. */
export interface PassCount {
  seen: number;
  analysed: number;
}

/** An open reader. Readings come in the order of the documents given; the same document always gives the same reading. */
export interface Reader {
  /** Names the code, the weights and the knowledge, e.g. `pacta-0.1.0+model-1a2b3c+knowledge-4d5e6f`. */
  readonly version: string;
  readonly passed: Readonly<PassCount>;
  /** How many batches it works on at once: 1 in this thread, else as many as it has workers. */
  readonly parallel: number;
  /** Bytes that its workers take beside this process, as `memoryTaken` counts them; 0 without workers. */
  readonly memory: () => number;
  readonly read: (documents: readonly Document[]) => Promise<Reading[]>;
  readonly analyse: (documents: readonly Document[]) => Promise<Analysis[]>;
  readonly annotate: (documents: readonly Document[]) => Promise<AnnotatedDocument[]>;
  /** What it reads and why. Every sentence goes through the model, so that each has its tree. */
  readonly explain: (documents: readonly Document[]) => Promise<Explanation[]>;
  readonly close: () => Promise<void>;
}

/** A document's annotations, each with its words. */
export interface AnnotatedDocument extends AllAnnotations {
  readonly analysis: Analysis;
}

/** Loads knowledge and model and ties them to a reader. Throws `PACTA_MODEL_*` and `PACTA_KNOWLEDGE_*`. */
export async function createReader(options: ReaderOptions = {}): Promise<Reader> {
  const folder = options.knowledge ?? resource("knowledge");
  // First, since loading the model takes the most memory.
  const language = await loadLanguage({
    ...(options.model !== undefined && { folder: options.model }),
    ...(options.threads !== undefined && { threads: options.threads }),
    ...(options.backend !== undefined && { backend: options.backend }),
  });
  const knowledge = loadKnowledge(folder);
  const passed: PassCount = { seen: 0, analysed: 0 };
  const keep = options.lexicalPass === false ? EVERYTHING : lexicalPass(knowledge);
  const analyse = async (documents: readonly Document[]): Promise<Analysis[]> => {
    const analyses = await analyseDocuments(documents, language, keep);
    for (const { sentences } of analyses) count(passed, sentences);
    return analyses;
  };
  const optionsFor = ({ document }: Analysis): ReadOptions => ({
    confidence: knowledge.confidence,
    vote: knowledge.vote,
    scope: scopeOf(document),
  });
  return {
    version: `pacta-${packageVersion()}+model-${language.version}+knowledge-${knowledgeHash(folder)}`,
    passed,
    parallel: 1,
    memory: () => 0,
    analyse,
    read: async (documents) => (await analyse(documents)).map((a) => readAnalysis(a, knowledge, optionsFor(a))),
    annotate: async (documents) => (await analyseDocuments(documents, language)).map((a) => ({ analysis: a, ...annotateWithSources(a, knowledge) })),
    explain: async (documents) => {
      const whole = await analyseDocuments(documents, language, EVERYTHING);
      const read = keep === EVERYTHING ? whole : await analyseDocuments(documents, language, keep);
      return whole.map((analysis, i) => explainAnalysis(analysis, knowledge, optionsFor(analysis), read[i]));
    },
    close: language.close,
  };
}

/** Every sentence is analysed and asked for acts. */
const EVERYTHING: Keep = { choose: (sentences) => ({ first: new Set(sentences), beside: new Set() }), mayTell: () => true, goesOn: () => true };

function count(passed: PassCount, sentences: Analysis["sentences"]): void {
  passed.seen += sentences.length;
  passed.analysed += sentences.filter((s) => s.words.length > 0).length;
}

function lexicalPass(knowledge: Knowledge): Keep {
  const needs = needsOf(knowledge.acts, irregularForms(knowledge.lexicon.irregular));
  return {
    choose: (sentences, { text }) => passing(sentences, needs, text),
    mayTell: (acts) => acts.length > 0,
    goesOn: (analysed) => analysed.some((sentence) => isProposed(sentence.acts ?? []) || mayTell(treeOf(sentence), knowledge.acts)),
  };
}

function packageVersion(): string {
  const { version } = JSON.parse(readFileSync(resource("package.json"), "utf8")) as { version: string };
  return version;
}

/** A reader with other data is another reader. What only a second coder or the folding of deals is told changes nothing that it reads. */
function knowledgeHash(folder: string): string {
  const hash = createHash("sha256");
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).sort()) {
    if (/\.(?:ya?ml|tsv)$/.test(name) && !/^(?:coder|deals)[\\/]/.test(name))
      hash.update(name.replaceAll("\\", "/")).update(readFileSync(join(folder, name)));
  }
  return hash.digest("hex").slice(0, 12);
}
