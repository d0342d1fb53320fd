// Why a text is read as it is: the same steps as a reading takes (read.ts), with all that they looked at kept. For people, and
// for counting by construction; a reading itself keeps none of it.
import { quoteOf, type Quote, type Span } from "../document/index.ts";
import type { Analysis, Word } from "../language/index.ts";
import { isBare, refusalsOf, rolesTaken, type Constraint, type Match, type Refusal, type RoleTaken } from "./act/index.ts";
import { annotateWithSources, type AllAnnotations } from "./annotate.ts";
import type { Act, Mode, Party, Reading } from "./claim.ts";
import type { Draft, DropReason } from "./claiming/index.ts";
import { constructionOf, phraseSpan, wordAt, type Construction, type Tree } from "./grammar/index.ts";
import type { Knowledge } from "./knowledge.ts";
import { readAnalysis, readingOf, stepsOf, type End, type ReadOptions, type SentenceSteps, type Steps } from "./read.ts";

/** A document with its reading and the way there. Plain data. */
export interface Explanation extends AllAnnotations {
  readonly analysis: Analysis;
  readonly reading: Reading;
  readonly sentences: readonly ExplainedSentence[];
}

/** One sentence: its tree as frames see it, the frames that fit at its words, and those that name one of its words and do not fit. */
export interface ExplainedSentence extends Quote {
  readonly words: readonly Word[];
  readonly candidates: readonly Candidate[];
  readonly refused: readonly RefusedFrame[];
}

/** A frame at a word. */
export interface Named {
  readonly act: Act;
  /** The frame's name, as claims have it (`sign/join`). */
  readonly rule: string;
  /** Index of the word that triggers it. */
  readonly word: number;
  readonly trigger: Quote;
}

/** A frame that fits at a word, and what became of it. */
export interface Candidate extends Named {
  readonly construction: Construction;
  readonly mode: Mode;
  readonly negated: boolean;
  readonly roles: readonly ExplainedRole[];
  readonly end: CandidateEnd;
}

/** The phrases at the end of one role path of a frame, and the parties that they stand for; the path is `network` where the network for acts chose them, `document` where they were chosen among all whom the document names. */
export interface ExplainedRole {
  readonly slot: RoleTaken["slot"];
  readonly path: string;
  readonly phrases: readonly Quote[];
  readonly parties: readonly Party[];
}

/** `told-again`: another place of the document tells the same act more fully, in the claim of that id (none where that one was dropped). */
export type CandidateEnd =
  | { readonly kind: "claim"; readonly claim: string }
  | { readonly kind: "told-again"; readonly claim?: string }
  | { readonly kind: "dropped"; readonly reason: DropReason | "no-act-seen"; readonly other?: Named };

/** A frame that names a word as its trigger and does not fit, or fits less well than the candidate there. */
export interface RefusedFrame extends Named {
  readonly because: RefusalReason;
}

/** Why a frame does not fit: one kind of `Refusal`, without what is said beside it. */
export type RefusalReason =
  | { readonly kind: "part-of-name" }
  | { readonly kind: "particle"; readonly asked: readonly string[] }
  | { readonly kind: "constraint"; readonly broken: readonly BrokenConstraint[] }
  | { readonly kind: "outdone"; readonly by: string };

/** `where` and the words found do not fit what is asked, or `unless` and they do. */
export interface BrokenConstraint {
  readonly list: "where" | "unless";
  readonly path: string;
  readonly asked: Constraint;
  readonly found: readonly string[];
}

/**
 * Explains one analysed document, every sentence of which has its tree. `read` is the analysis that a reading has, in which sentences may
 * lack theirs; the reading is what `readAnalysis` gives of it. Pure.
 */
export function explainAnalysis(analysis: Analysis, knowledge: Knowledge, options: ReadOptions, read: Analysis = analysis): Explanation {
  const steps = stepsOf(analysis, knowledge, options);
  const isSeen = (s: number): boolean => (read.sentences[s]?.words.length ?? 0) > 0;
  return {
    analysis,
    ...annotateWithSources(analysis, knowledge),
    reading: read === analysis ? readingOf(steps) : readAnalysis(read, knowledge, options),
    sentences: steps.sentences.map((_, s) => (isSeen(s) ? explainedSentence(steps, s, knowledge) : unseen(explainedSentence(steps, s, knowledge)))),
  };
}

/** A reading makes no tree of the sentence, since the network for acts sees none in the document. */
function unseen(sentence: ExplainedSentence): ExplainedSentence {
  return { ...sentence, candidates: sentence.candidates.map((one) => ({ ...one, end: { kind: "dropped", reason: "no-act-seen" } })) };
}

function explainedSentence(steps: Steps, s: number, { acts: lexicon }: Knowledge): ExplainedSentence {
  const { scene, resolver, ends } = steps;
  const [sentence, own] = [scene.sentences[s], steps.sentences[s]];
  if (!sentence || !own) throw new RangeError(`no sentence ${s} of ${steps.sentences.length}`);
  const { tree } = sentence;
  const quote = (span: Span): Quote => quoteOf(scene.text, { start: span.start, end: span.end });
  const context = { lexicon, resolver };
  const candidates = own.matches.map((match): Candidate => {
    const draft = draftOf(match, own);
    return {
      ...named(match, tree, quote),
      construction: constructionOf(tree, match.trigger),
      mode: draft.mode,
      negated: draft.negated,
      roles: [
        ...rolesTaken(sentence, match, context).map(({ slot, path, heads, parties }) => ({
          slot,
          path,
          phrases: heads.map((head) => quote(phraseSpan(tree, head))),
          parties: parties.map(({ party }) => party),
        })),
        ...rolesChosen("network", pointedAt(match, ends), quote),
        ...rolesChosen("document", { actors: [], targets: toldOf(match, ends)?.chosen ?? [] }, quote),
      ],
      end: endOf(match, draft, own, ends, (other) => named(other, tree, quote)),
    };
  });
  const refused = refusalsOf(sentence, s, own.matches, context).map((refusal) => ({
    ...named(refusal, tree, quote),
    because: reasonOf(refusal),
  }));
  return { ...quote(tree.sentence), words: tree.words, candidates, refused };
}

/** Whom the network alone gave: all parties of what it found, and those that it added to what a frame did. */
function pointedAt(match: Match, ends: readonly End[]): Draft["pointed"] {
  return isBare(match.frame) ? match : toldOf(match, ends)?.pointed;
}

function toldOf(match: Match, ends: readonly End[]): Draft | undefined {
  return ends.find(({ told }) => told.draft.match === match)?.told.draft;
}

/** Parties that no path of a frame leads to. */
function rolesChosen(path: "network" | "document", pointed: Draft["pointed"], quote: (span: Span) => Quote): ExplainedRole[] {
  return (["actors", "targets"] as const).flatMap((slot) => {
    const parties = pointed?.[slot] ?? [];
    return parties.length === 0 ? [] : [{ slot, path, phrases: parties.map(({ span }) => quote(span)), parties: parties.map(({ party }) => party) }];
  });
}

function named({ frame, trigger }: Pick<Match, "frame" | "trigger">, tree: Tree, quote: (span: Span) => Quote): Named {
  return { act: frame.act, rule: ruleOf(frame), word: trigger, trigger: quote(wordAt(tree, trigger)) };
}

function ruleOf({ act, id }: Match["frame"]): string {
  return `${act}/${id}`;
}

/** Every match has a draft, kept or dropped. */
function draftOf(match: Match, { kept, dropped }: SentenceSteps): Draft {
  const draft = [...kept, ...dropped.map((d) => d.draft)].find((d) => d.match === match);
  if (!draft) throw new RangeError(`the match ${ruleOf(match.frame)} has no draft`);
  return draft;
}

function endOf(match: Match, draft: Draft, { dropped }: SentenceSteps, ends: readonly End[], nameOf: (match: Match) => Named): CandidateEnd {
  const drop = dropped.find((d) => d.draft.match === match);
  if (drop) return { kind: "dropped", reason: drop.reason, ...(drop.other && { other: nameOf(drop.other) }) };
  const end = ends.find((e) => e.told.draft.match === match);
  if (end) return "claim" in end ? { kind: "claim", claim: end.claim.id } : { kind: "dropped", reason: end.reason };
  const fuller = ends.find((e) => tellsAgain(e, draft));
  return { kind: "told-again", ...(fuller && "claim" in fuller && { claim: fuller.claim.id }) };
}

function tellsAgain({ told }: End, { match, evidence }: Draft): boolean {
  return told.draft.match.frame.act === match.frame.act && told.tellings.some((t) => t.start === evidence.start && t.end === evidence.end);
}

function reasonOf(refusal: Refusal): RefusalReason {
  switch (refusal.because) {
    case "part-of-name":
      return { kind: "part-of-name" };
    case "particle":
      return { kind: "particle", asked: refusal.asked };
    case "constraint":
      return { kind: "constraint", broken: refusal.broken };
    case "outdone":
      return { kind: "outdone", by: ruleOf(refusal.by) };
  }
}
