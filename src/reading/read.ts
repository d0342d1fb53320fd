// From an analysed document to claims and abstentions. The steps stand here in their order; each is a room of its own.
import { overlaps, quoteOf } from "../document/index.ts";
import type { Analysis } from "../language/index.ts";
import { matchesOf, type Match } from "./act/index.ts";
import { sceneFor } from "./annotate.ts";
import type { Abstention, Claim, Reading } from "./claim.ts";
import {
  absorb,
  abstentionOf,
  bridge,
  claimOf,
  fill,
  ruleOf,
  type FillContext,
  lacks,
  leftOut,
  merge,
  noAffair,
  select,
  unreadOf,
  type ConfidenceOf,
  type Draft,
  type Dropped,
  type DropReason,
  type Told,
} from "./claiming/index.ts";
import { resolverOf, type Resolver } from "./coreference/index.ts";
import { spanOf } from "./grammar/index.ts";
import type { Knowledge } from "./knowledge.ts";
import { featuresOf, modelFrames, proposalsOf, type Features, type Votes } from "./learned/index.ts";
import type { Scene, SceneSentence } from "./scene/index.ts";
import type { TargetCues } from "./slot/index.ts";
import { attributionsOf } from "./source/index.ts";

/** Options of a reading. */
export interface ReadOptions {
  /** Tells versions of one document apart in claim ids; default the document's id. */
  readonly scope?: string;
  readonly confidence: ConfidenceOf;
  /** How frames and network are weighed against each other; without it, or without a network that knows acts, the frames alone decide. */
  readonly votes?: Votes | undefined;
  /** Version of the network, for claims that it makes to name. */
  readonly model?: string;
}

/** What one sentence gave: the frames that matched, and which drafts of theirs stood. */
export interface SentenceSteps {
  readonly matches: readonly Match[];
  readonly kept: readonly Draft[];
  readonly dropped: readonly Dropped[];
}

/** What became of a draft that stood in its sentence, after the whole document was looked at. */
export type End = { readonly told: Told; readonly claim: Claim } | { readonly told: Told; readonly reason: DropReason };

/** Every step of a reading. A reading keeps what came out of them; an explanation shows them. */
export interface Steps {
  readonly scene: Scene;
  readonly resolver: Resolver;
  /** One for each sentence of the scene. */
  readonly sentences: readonly SentenceSteps[];
  readonly ends: readonly End[];
}

/** Reads one analysed document. Pure: the same analysis, knowledge and options give the same reading. */
export function readAnalysis(analysis: Analysis, knowledge: Knowledge, options: ReadOptions): Reading {
  return readingOf(stepsOf(analysis, knowledge, options));
}

/** The steps of a reading; pure as the reading is. */
export function stepsOf(analysis: Analysis, knowledge: Knowledge, options: ReadOptions): Steps {
  const scene = sceneFor(analysis, knowledge);
  const resolver = resolverOf(scene, knowledge.nominals);
  const said = Map.groupBy(attributionsOf(scene, resolver, knowledge.reports), (a) => a.sentence);
  const { modes, reasons, bridging, targets: targetCues } = knowledge;
  const context = { scene, resolver, modes, reasons, bridging, targetCues, nameOf: knowledge.parties.nameOf };
  const frames = options.votes && modelFrames(knowledge.acts, options.model ?? "");
  const sentences = scene.sentences.map((sentence, s): SentenceSteps => {
    const matches = matchesOf(sentence, s, { lexicon: knowledge.acts, resolver });
    const here = { ...context, attributions: said.get(s) ?? [] };
    const chosen = select(sentence.tree, fill(sentence, s, matches, here));
    const kept = absorb(sentence, s, matches, chosen, here);
    const proposed = frames ? proposalsOf(sentence, s, kept.map(({ match }) => match), { resolver, frames }) : [];
    return { matches: [...matches, ...proposed], kept: [...kept, ...proposedDrafts(sentence, s, kept, proposed, here)], dropped: chosen.dropped };
  });
  const drafts = sentences.flatMap(({ kept }) => kept);
  return { scene, resolver, sentences, ends: merge(bridge(drafts, scene, actsAlone(targetCues))).map((told) => endOf(told, scene, knowledge, options)) };
}

/** Acts whose other side may be the one other state that the document names. */
function actsAlone({ ways }: TargetCues): ReadonlySet<string> {
  return new Set(Object.entries(ways).flatMap(([act, told]) => (told.includes("alone") ? [act] : [])));
}

/** The network's acts stand beside those of the frames: each takes the slots that are nearest to it. */
function proposedDrafts(sentence: SceneSentence, s: number, kept: readonly Draft[], proposed: readonly Match[], context: FillContext): Draft[] {
  if (proposed.length === 0) return [];
  const filled = fill(sentence, s, [...kept.map(({ match }) => match), ...proposed], context);
  return filled.flatMap(({ draft, presentation }) =>
    proposed.includes(draft.match) && !presentation.condition && !presentation.speculation ? [draft] : [],
  );
}

function endOf(told: Told, scene: Scene, { acts }: Knowledge, { scope, confidence, votes }: ReadOptions): End {
  const { id, text } = scene.analysis.document;
  const rule = confidence(ruleOf(told.draft));
  const sentence = scene.sentences[told.draft.match.sentence];
  const vote = votes && sentence?.tree.sentence.acts ? votes.weigh(featuresOf(told.draft, sentence, rule)) : undefined;
  const reason = lacks(told.draft) ?? noAffair(told.draft, scene, acts) ?? (vote !== undefined && votes && vote < votes.least ? "outvoted" : undefined);
  return reason ? { told, reason } : { told, claim: claimOf(told, text, scope ?? id, Math.round(100 * (vote ?? rule)) / 100) };
}

/** A claim that is not voted on yet, with what speaks for and against it. */
export interface Unvoted {
  readonly claim: Claim;
  readonly features: Features;
}

/** Everything that frames and network give of a document before the vote: what `npm run calibrate` fits the vote on. */
export function unvoted(analysis: Analysis, knowledge: Knowledge, model: string): readonly Unvoted[] {
  const steps = stepsOf(analysis, knowledge, { confidence: knowledge.confidence, votes: { weigh: () => 1, least: 0 }, model });
  return steps.ends.flatMap((end) => {
    const sentence = steps.scene.sentences[end.told.draft.match.sentence];
    return "claim" in end && sentence ? [{ claim: end.claim, features: featuresOf(end.told.draft, sentence, knowledge.confidence(end.claim.rule)) }] : [];
  });
}

/** What a reading keeps of its steps, in text order. */
export function readingOf({ scene, sentences, ends }: Steps): Reading {
  const { document, unanalysed } = scene.analysis;
  const claims = ends.flatMap((end) => ("claim" in end ? [end.claim] : []));
  const late = ends.flatMap((end) => ("reason" in end ? [{ draft: end.told.draft, reason: end.reason }] : []));
  const listed = [...sentences.flatMap(({ dropped }) => dropped), ...late].map((d) => abstentionOf(d, document.text));
  const unread = unanalysed.map((part) => unreadOf(part, document.text));
  const abstained = [...listed, ...silences(scene, listed), ...unread].sort((a, b) => a.start - b.start);
  return { id: document.id, claims: claims.sort((a, b) => a.evidence.start - b.evidence.start || a.act.localeCompare(b.act)), abstained };
}

/** What a speaker leaves out is listed also where no act would have been read in it. */
function silences(scene: Scene, listed: readonly Abstention[]): Abstention[] {
  return scene.sentences.flatMap(({ tree }) => {
    const words = [...leftOut(tree)];
    if (words.length === 0) return [];
    const span = spanOf(tree, words);
    const known = listed.some((a) => a.reason === "not-mentioned-by-speaker" && overlaps(a, span));
    return known ? [] : [{ reason: "not-mentioned-by-speaker", ...quoteOf(scene.text, span) }];
  });
}
