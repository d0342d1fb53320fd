// From an analysed document to claims and abstentions. The steps stand here in their order; each is a room of its own.
import { overlaps, quoteOf } from "../document/index.ts";
import type { Analysis } from "../language/index.ts";
import { isBare, matchesOf, type Match } from "./act/index.ts";
import { sceneFor } from "./annotate.ts";
import type { Abstention, Claim, Reading } from "./claim.ts";
import {
  absorb,
  abstentionOf,
  bridge,
  candidatesFor,
  claimOf,
  featuresOf,
  fill,
  heard,
  ruleOf,
  lacks,
  isOpen,
  leftOut,
  merge,
  mergeSameWords,
  noAffair,
  select,
  selectProposed,
  surveyOf,
  unreadOf,
  withCounterparts,
  type Candidate,
  type ConfidenceOf,
  type Draft,
  type Dropped,
  type Around,
  type DropReason,
  type Features,
  type FillContext,
  type Told,
  type Vote,
} from "./claiming/index.ts";
import { resolverOf, type Resolver } from "./coreference/index.ts";
import { spanOf } from "./grammar/index.ts";
import type { Knowledge } from "./knowledge.ts";
import { lackingParties, proposalsOf } from "./learned/index.ts";
import type { Scene, SceneSentence } from "./scene/index.ts";
import type { TargetCues } from "./slot/index.ts";
import { attributionsOf } from "./source/index.ts";

/** Options of a reading. */
export interface ReadOptions {
  /** Tells versions of one document apart in claim ids; default the document's id. */
  readonly scope?: string;
  readonly confidence: ConfidenceOf;
  /** Says how likely a draft is right; without it every draft stands, as often right as its rule. */
  readonly vote?: Vote | undefined;
}

/** What one sentence gave: the frames that matched, and which drafts of theirs stood. */
export interface SentenceSteps {
  readonly matches: readonly Match[];
  readonly kept: readonly Draft[];
  readonly dropped: readonly Dropped[];
}

/** What became of a draft that stood in its sentence, after the whole document was looked at. */
export type End = { readonly told: Told; readonly claim: Claim; readonly features: Features } | { readonly told: Told; readonly reason: DropReason };

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
  const { modes, reasons, slots: slotCues, bridging, targets: targetCues } = knowledge;
  const context = { scene, resolver, modes, reasons, slotCues, bridging, targetCues, nameOf: knowledge.parties.nameOf };
  const sentences = scene.sentences.map((sentence, s): SentenceSteps => {
    const matches = matchesOf(sentence, s, { lexicon: knowledge.acts, resolver });
    const here = { ...context, attributions: said.get(s) ?? [] };
    const chosen = select(sentence.tree, fill(sentence, s, matches, here));
    const kept = absorb(sentence, s, matches, chosen, here);
    return withProposals({ matches, kept, dropped: chosen.dropped }, sentence, s, here, knowledge);
  });
  const drafts = sentences.flatMap(({ kept }) => kept);
  const steps = { scene, resolver, sentences };
  const bridged = bridge(drafts.filter(byFrame), scene, actsAlone(targetCues)).map((draft) => completed(draft, scene, resolver));
  const merged = merge(inTextOrder([...bridged, ...drafts.filter((draft) => !byFrame(draft))]));
  const settled = merged.map((one) => ({ ...one, draft: heard(one.draft, scene) }));
  const told = knowledge.counterparts ? withCounterparts(settled, scene, knowledge.counterparts) : settled;
  return { ...steps, ends: mergeSameWords(told).map((one) => endOf(one, steps, knowledge, options)) };
}

/** What a frame found and the text tells as no act is not proposed once more. */
const TOLD_AS_NONE: ReadonlySet<DropReason> = new Set(["condition", "speculation-without-act", "not-mentioned-by-speaker"]);

/** What the network finds beside the frames' acts: each takes the slots that are nearest to it, and those of the frames keep theirs. */
function withProposals(steps: SentenceSteps, sentence: SceneSentence, s: number, context: FillContext, { acts }: Knowledge): SentenceSteps {
  const standing = steps.kept.map(({ match }) => match);
  const listed = steps.dropped.filter(({ reason }) => TOLD_AS_NONE.has(reason)).map(({ draft }) => draft.match);
  const proposed = proposalsOf(sentence, s, [...standing, ...listed], { resolver: context.resolver, lexicon: acts });
  if (proposed.length === 0) return steps;
  const filled = fill(sentence, s, [...standing, ...proposed], context).filter(({ draft }) => proposed.includes(draft.match));
  const { kept, dropped } = selectProposed(sentence.tree, filled, steps.kept);
  return { matches: [...steps.matches, ...proposed], kept: [...steps.kept, ...kept], dropped: [...steps.dropped, ...dropped] };
}

/** What the network alone finds is no ground to fill another act's parties from: most of it is still to be outvoted. */
function byFrame({ match }: Draft): boolean {
  return !isBare(match.frame);
}

/** The draft with the parties that the network alone gives. */
function completed(draft: Draft, { sentences }: Scene, resolver: Resolver): Draft {
  const { match, actors, targets } = draft;
  const sentence = sentences[match.sentence];
  const lacking = sentence ? lackingParties(match, draft, sentence, match.sentence, resolver) : { actors: [], targets: [] };
  if (lacking.actors.length + lacking.targets.length === 0) return draft;
  return { ...draft, pointed: lacking, actors: [...actors, ...lacking.actors], targets: [...targets, ...lacking.targets] };
}

function inTextOrder(drafts: readonly Draft[]): Draft[] {
  return drafts.toSorted(({ match: a }, { match: b }) => a.sentence - b.sentence || a.trigger - b.trigger);
}

/** Acts whose other side may be the one other state that the document names. */
function actsAlone({ ways }: TargetCues): ReadonlySet<string> {
  return new Set(Object.entries(ways).flatMap(([act, told]) => (told.includes("alone") ? [act] : [])));
}

/** The vote is asked last, of what is otherwise a claim; that one state does it at home or nobody official does it speaks against an act, and does not decide alone. */
function endOf(told: Told, steps: Omit<Steps, "ends">, { acts }: Knowledge, { scope, confidence, vote }: ReadOptions): End {
  const { id, text } = steps.scene.analysis.document;
  const affair = noAffair(told.draft, steps.scene, acts);
  const reason = lacks(told.draft);
  if (reason) return { told, reason };
  const rule = confidence(ruleOf(told.draft));
  const features = featuresIn(steps, told, { rule, domestic: affair === "domestic", unofficial: affair === "nobody-official" });
  const likely = vote ? vote.weigh(features) : rule;
  if (vote && likely < vote.least) return { told, reason: affair ?? "outvoted" };
  return { told, claim: claimOf(told, text, scope ?? id, Math.round(100 * likely) / 100), features };
}

function featuresIn({ scene, sentences }: Omit<Steps, "ends">, { draft }: Told, around: Omit<Around, "others">): Features {
  const s = draft.match.sentence;
  const [sentence, own] = [scene.sentences[s], sentences[s]];
  if (!sentence || !own) throw new RangeError(`no sentence ${s} of ${sentences.length}`);
  return featuresOf(draft, sentence, { ...around, others: own.kept.length - 1 });
}

/** A claim before the vote, with what speaks for and against it. */
export interface Unvoted {
  readonly claim: Claim;
  readonly features: Features;
}

/** What the vote is asked of in a document: `npm run calibrate` fits it on these. `confidence` are the rules' own. */
export function unvoted(analysis: Analysis, knowledge: Knowledge, confidence: ConfidenceOf): readonly Unvoted[] {
  const { ends } = stepsOf(analysis, knowledge, { confidence });
  return ends.flatMap((end) => ("claim" in end ? [{ claim: end.claim, features: end.features }] : []));
}

/** A claim before the vote, with who may be its other side where nothing tells that: `npm run calibrate` fits the choice on these. */
export interface Sided {
  readonly claim: Claim;
  /** None where the claim has its other side, or needs none. */
  readonly candidates: readonly Candidate[];
}

/** The claims of a document whose other sides are still to be chosen. */
export function sidesOpen(analysis: Analysis, knowledge: Knowledge, confidence: ConfidenceOf): readonly Sided[] {
  const { ends, scene } = stepsOf(analysis, { ...knowledge, counterparts: undefined }, { confidence });
  const survey = surveyOf(
    ends.map((end) => end.told),
    scene,
  );
  return ends.flatMap((end) => ("claim" in end ? [{ claim: end.claim, candidates: isOpen(end.told) ? candidatesFor(end.told, survey) : [] }] : []));
}

/** What a reading keeps of its steps, in text order. */
export function readingOf({ scene, sentences, ends }: Steps): Reading {
  const { document, unanalysed } = scene.analysis;
  const claims = ends.flatMap((end) => ("claim" in end ? [end.claim] : []));
  const late = ends.flatMap((end) => ("reason" in end ? [{ draft: end.told.draft, reason: end.reason }] : []));
  const listed = [...sentences.flatMap(({ dropped }) => dropped), ...late].map((d) => abstentionOf(d, document.text));
  const unread = unanalysed.map((part) => unreadOf(part, document.text));
  const abstained = [...listed, ...silences(scene, listed), ...unlikely(scene), ...unread].sort((a, b) => a.start - b.start);
  return { id: document.id, claims: claims.sort((a, b) => a.evidence.start - b.evidence.start || a.act.localeCompare(b.act)), abstained };
}

/** Sentences that hold the words of an act, of a document in none of which the network for acts sees one: no tree was made of them. */
function unlikely({ sentences, text }: Scene): Abstention[] {
  return sentences.flatMap(({ tree: { sentence } }) =>
    sentence.words.length === 0 && sentence.acts !== undefined
      ? [{ reason: "no-act-seen", ...quoteOf(text, { start: sentence.start, end: sentence.end }) }]
      : [],
  );
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
