// What the frames found at a word, for people who look into a reading: the roles that a match took, and why the other frames
// that name the word as their trigger do not fit. Matching itself (match.ts) only needs to know whether they do.
import type { PartyReference } from "../coreference/index.ts";
import { wordAt, type Roles } from "../grammar/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { Constraint } from "./frame.ts";
import type { ActFrame } from "./load.ts";
import { framesOfWord, hasParticle, holdsAt, isPartOfName, partiesAt, type Match, type MatchContext } from "./match.ts";
import { headsAt } from "./path.ts";

/** What one role path of a matched frame led to; paths that lead nowhere are left out. */
export interface RoleTaken {
  readonly slot: "actors" | "targets" | "partners" | "object" | "terms";
  readonly path: string;
  /** Indices of the words at its end. */
  readonly heads: readonly number[];
  /** Whom these stand for. */
  readonly parties: readonly PartyReference[];
}

/** A constraint that the sentence does not keep: one of `where` that fails, or one of `unless` that holds. */
export interface Broken {
  readonly list: "where" | "unless";
  readonly path: string;
  readonly asked: Constraint;
  /** The words that stand at the path's end, none where it leads nowhere. */
  readonly found: readonly string[];
}

/** Why a frame whose trigger word is there is not the match. */
export type Refusal = { readonly frame: ActFrame; readonly trigger: number } & (
  | { readonly because: "part-of-name" }
  | { readonly because: "particle"; readonly asked: readonly string[] }
  | { readonly because: "constraint"; readonly broken: readonly Broken[] }
  | { readonly because: "outdone"; readonly by: ActFrame }
);

/** The roles that a match took, in the order in which the frame lists them. */
export function rolesTaken(sentence: SceneSentence, match: Match, context: MatchContext): RoleTaken[] {
  const { frame, trigger } = match;
  const cache = new Map<number, Roles>();
  const along = (slot: RoleTaken["slot"], path: string): RoleTaken[] => {
    const heads = headsAt(sentence.tree, trigger, path, cache);
    return heads.length === 0 ? [] : [{ slot, path, heads, parties: partiesAt(sentence.tree, match.sentence, heads, context, path) }];
  };
  return [
    ...frame.actors.flatMap((path) => along("actors", path)),
    ...frame.partners.flatMap((path) => along("partners", path)),
    ...frame.targets.flatMap((path) => along("targets", path)),
    ...(frame.object === undefined ? [] : along("object", frame.object)),
    ...(frame.terms === undefined ? [] : along("terms", frame.terms)),
  ];
}

/** Every frame that names a word of the sentence as its trigger and did not match there, in text order, with the reason. */
export function refusalsOf(sentence: SceneSentence, s: number, matches: readonly Match[], context: MatchContext): Refusal[] {
  const cache = new Map<number, Roles>();
  return sentence.tree.words.flatMap(({ index }) => {
    const best = matches.find((match) => match.trigger === index)?.frame;
    const others = framesOfWord(sentence.tree, index, context.lexicon).filter((frame) => frame !== best);
    return others.map((frame) => refusalOf(sentence, s, index, frame, best, context, cache));
  });
}

function refusalOf(
  sentence: SceneSentence,
  s: number,
  trigger: number,
  frame: ActFrame,
  best: ActFrame | undefined,
  context: MatchContext,
  cache: Map<number, Roles>,
): Refusal {
  if (isPartOfName(sentence, trigger)) return { frame, trigger, because: "part-of-name" };
  if (!hasParticle(sentence.tree, trigger, frame)) return { frame, trigger, because: "particle", asked: frame.particle ?? [] };
  const broken = brokenAt(sentence, s, trigger, frame, context, cache);
  // A frame that fits is refused only where another fits better.
  return broken.length === 0 && best ? { frame, trigger, because: "outdone", by: best } : { frame, trigger, because: "constraint", broken };
}

function brokenAt(
  sentence: SceneSentence,
  s: number,
  trigger: number,
  { where, unless }: ActFrame,
  context: MatchContext,
  cache: Map<number, Roles>,
): Broken[] {
  const { tree } = sentence;
  const holds = holdsAt(sentence, s, trigger, context, cache);
  const told =
    (list: Broken["list"]) =>
    ([path, asked]: [string, Constraint]): Broken => ({
      list,
      path,
      asked,
      found: headsAt(tree, trigger, path, cache).map((h) => wordAt(tree, h).form),
    });
  return [
    ...Object.entries(where)
      .filter((one) => !holds(one))
      .map(told("where")),
    ...Object.entries(unless).filter(holds).map(told("unless")),
  ];
}
