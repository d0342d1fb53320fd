// What the network for acts finds and no frame does: the act at a word, and the parties whose words have a part in it.
import { isPartOfName, type ActLexicon, type Match } from "../act/index.ts";
import { distinct, partyKey, referenceOf, type PartyReference, type Resolver } from "../coreference/index.ts";
import { rolesOf, wordAt } from "../grammar/index.ts";
import type { ActScore, RoleScore } from "../../language/index.ts";
import type { SceneSentence } from "../scene/index.ts";

/** Below this score of the network nothing is proposed; above it the vote decides. */
const LEAST = 0.1;
/** A word from these scores on has a part in an act. */
const HAS_PART: Least = { actors: 0.3, targets: 0.3 };
/** Words apart at which two tellings of an act by the same party are one ("signed a deal"). */
const NEAR = 5;
/** Words apart at which they are one whoever acts. */
const AT_ONE = 2;
const TELLING = new Set(["VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV"]);

/** The least score of a word that has a part, by side. */
export interface Least {
  readonly actors: number;
  readonly targets: number;
}

/** What proposing needs beside the sentence. */
export interface ProposeContext {
  readonly resolver: Resolver;
  readonly lexicon: ActLexicon;
}

/** An act that stands already. */
type Standing = Pick<Match, "frame" | "trigger" | "actors" | "targets">;

/** True where the network is sure enough of an act that it would propose it. */
export function isProposed(acts: readonly ActScore[]): boolean {
  return acts.some(({ score }) => score >= LEAST);
}

/** Matches for the acts that the network finds beside those that stand, the surest first. */
export function proposalsOf(sentence: SceneSentence, s: number, standing: readonly Standing[], context: ProposeContext): Match[] {
  const scores = (sentence.tree.sentence.acts ?? []).filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score || a.word - b.word);
  const taken: Standing[] = [...standing];
  const found: Match[] = [];
  for (const score of scores) {
    const match = matchOf(sentence, s, score, context);
    if (match === undefined || taken.some((other) => isSameAct(other, match))) continue;
    taken.push(match);
    found.push(match);
  }
  return found;
}

function matchOf(sentence: SceneSentence, s: number, score: ActScore, { resolver, lexicon }: ProposeContext): Match | undefined {
  const frame = lexicon.bare.get(score.act);
  const word = sentence.tree.words[score.word];
  if (frame === undefined || word === undefined || !TELLING.has(word.upos) || isPartOfName(sentence, word.index)) return undefined;
  const { actors, targets } = sidesOf(score, sentence, s, resolver, HAS_PART, frame.joint);
  if (actors.length + targets.length === 0) return undefined;
  const trigger = word.index;
  const place = { frame, sentence: s, trigger, clause: trigger, objects: objectsOf(sentence, trigger), terms: [] };
  return { ...place, actors, targets, otherActor: false };
}

/** Who has a part in an act that is at least so likely: in a joint act all act, in another each party stands on the side that is likelier. */
export function sidesOf(
  { actors, targets }: Pick<ActScore, "actors" | "targets">,
  sentence: SceneSentence,
  s: number,
  resolver: Resolver,
  least: Least,
  joint: boolean,
): { readonly actors: readonly PartyReference[]; readonly targets: readonly PartyReference[] } {
  const likely = (roles: readonly RoleScore[], others: readonly RoleScore[], from: number): PartyReference[] => {
    const isLikelier = ({ word, score }: RoleScore): boolean => joint || !others.some((other) => other.word === word && other.score > score);
    const chosen = roles.filter((role) => role.score >= from && isLikelier(role));
    return distinct(chosen.flatMap(({ word }) => partiesAt(sentence, s, word, resolver)));
  };
  if (joint) return { actors: distinct([...likely(actors, targets, least.actors), ...likely(targets, actors, least.targets)]), targets: [] };
  const acting = likely(actors, targets, least.actors);
  const keys = new Set(acting.map(({ party }) => partyKey(party)));
  return { actors: acting, targets: likely(targets, actors, least.targets).filter(({ party }) => !keys.has(partyKey(party))) };
}

/** A party's own name, a demonym among them, or whom the word stands for. */
function partiesAt(sentence: SceneSentence, s: number, word: number, resolver: Resolver): readonly PartyReference[] {
  const mention = sentence.partyAt[word];
  return mention === undefined ? resolver.resolve(s, word) : [referenceOf(mention)];
}

function objectsOf({ tree }: SceneSentence, trigger: number): readonly number[] {
  const roles = rolesOf(tree, trigger);
  return roles.get("object") ?? roles.get("complement") ?? (wordAt(tree, trigger).upos === "NOUN" ? [trigger] : []);
}

function isSameAct(a: Standing, b: Standing): boolean {
  if (a.frame.act !== b.frame.act) return false;
  const keys = new Set([...a.actors, ...a.targets].map(({ party }) => partyKey(party)));
  const apart = Math.abs(a.trigger - b.trigger);
  return apart <= AT_ONE || (apart < NEAR && [...b.actors, ...b.targets].some(({ party }) => keys.has(partyKey(party))));
}
