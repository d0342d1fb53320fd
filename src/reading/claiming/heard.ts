// The object of an act where the network for acts sees another word than the rules, or none.
import { contains, overlaps, type Span } from "../../document/index.ts";
import type { RoleScore } from "../../language/index.ts";
import { ancestors, wordAt, type Tree } from "../grammar/index.ts";
import { heardOf, surest } from "../learned/index.ts";
import type { Scene, SceneSentence } from "../scene/index.ts";
import type { Draft } from "./draft.ts";
import { beforeTrigger, phraseAt } from "./fill.ts";

/** Objects of the rules that the network scores below this are none. */
const LEAST_OBJECT = 0.15;
/** Objects that the network alone takes. */
const SURE_OF_OBJECT = 0.5;

/** The draft with its object as the network sees it, where it sees its act. */
export function heard(draft: Draft, { sentences, text }: Scene): Draft {
  const sentence = sentences[draft.match.sentence];
  const told = sentence && heardOf(sentence.tree.sentence.acts, draft.match);
  if (!sentence || !told) return draft;
  const { object: known, ...rest } = draft;
  const inside = told.object.filter(({ word }) => !isAside(sentence.tree, word, draft));
  const object = objectOf(known, { all: told.object, inside }, draft.match.trigger, sentence, text);
  return object ? { ...rest, object } : rest;
}

/** "paid after receiving a waiver": what is told of the circumstances of an act, outside of the words that tell it, is another act's. */
function isAside(tree: Tree, word: number, { evidence, match: { trigger } }: Draft): boolean {
  if (contains(evidence, wordAt(tree, word))) return false;
  const path = ancestors(tree, word);
  const at = path.indexOf(trigger);
  return at > 0 && path.slice(0, at).some((each) => wordAt(tree, each).relation === "advcl");
}

/** An object that the network does not see gives way to one that it is sure of, or to none. What another sentence tells stays. */
function objectOf(
  known: Draft["object"],
  scores: { readonly all: readonly RoleScore[]; readonly inside: readonly RoleScore[] },
  trigger: number,
  { tree }: SceneSentence,
  text: string,
): Draft["object"] {
  if (known && (!overlaps(known.span, tree.sentence) || surestIn(scores.all, known.span, tree) >= LEAST_OBJECT)) return known;
  const other = surest(scores.inside);
  if (!other || other.score < SURE_OF_OBJECT) return undefined;
  const span = beforeTrigger(tree, phraseAt(tree, other.word), other.word, trigger);
  return { value: text.slice(span.start, span.end), span };
}

function surestIn(scores: readonly RoleScore[], span: Span, tree: Tree): number {
  return scores.reduce((most, { word, score }) => (overlaps(span, wordAt(tree, word)) ? Math.max(most, score) : most), 0);
}
