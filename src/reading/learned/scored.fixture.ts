// Readings of sentences whose scores the test gives; the trees are the model's.
import { analyseDocuments, loadLanguage, type ActScore, type Language, type Sentence } from "../../language/index.ts";
import type { Claim } from "../claim.ts";
import { loadKnowledge, type Knowledge } from "../knowledge.ts";
import { documentOf, MODEL } from "../model.fixture.ts";
import { stepsOf } from "../read.ts";

/** Scores by the form of the words: the word that tells, the act, how surely, and the words of who acts, whom it is done to and what is acted on. */
export type Told = readonly [
  word: string,
  act: string,
  score: number,
  actors: readonly string[],
  targets: readonly string[],
  object?: readonly string[],
  /** How surely those whom it is done to have that part. */
  surely?: number,
];

let loaded: Promise<{ readonly language: Language; readonly knowledge: Knowledge }> | undefined;

function scored(sentence: Sentence, told: readonly Told[]): Sentence {
  const at = (form: string): number => sentence.words.findIndex((word) => word.form === form);
  const roles = (forms: readonly string[], score: number): ActScore["actors"] => forms.map((form) => ({ word: at(form), score }));
  const acts = told.map(([word, act, score, actors, targets, object = [], surely = 0.9]) => ({
    word: at(word),
    act,
    score,
    actors: [...roles(actors, 0.9), ...roles(targets, 0.1)],
    targets: [...roles(targets, surely), ...roles(actors, 0.1)],
    object: roles(object, 0.9),
  }));
  return { ...sentence, acts };
}

/** What comes of a text: claims, and reasons why there is none. */
export async function endsOf(text: string, told: readonly Told[]): Promise<readonly (Claim | string)[]> {
  loaded ??= loadLanguage({ folder: MODEL, threads: 1 }).then((language) => ({ language, knowledge: loadKnowledge() }));
  const { language, knowledge } = await loaded;
  const [analysis] = await analyseDocuments([documentOf(text)], language);
  if (!analysis) throw new Error(`no analysis of ${text}`);
  const asked = { ...analysis, sentences: analysis.sentences.map((sentence) => scored(sentence, told)) };
  const { ends, sentences } = stepsOf(asked, knowledge, { confidence: () => 0.5 });
  return [
    ...ends.map((end) => ("claim" in end ? end.claim : end.reason)),
    ...sentences.flatMap(({ dropped }) => dropped.map(({ reason }) => reason)),
  ];
}

/** `sell/net NOR -> CHL`, or why there is no claim. */
export async function claimsOf(text: string, ...told: readonly Told[]): Promise<readonly string[]> {
  const names = (parties: Claim["actors"]): string => parties.map(({ id, name }) => id ?? name).join(" ");
  return (await endsOf(text, told)).map((end) => (typeof end === "string" ? end : `${end.rule} ${names(end.actors)} -> ${names(end.targets)}`));
}
