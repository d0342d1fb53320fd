// What the network finds and no frame does: the act at a word, and the parties whose words have a part in it.
import { isPartOfName, type ActFrame, type Match } from "../act/index.ts";
import { distinct, partyKey, referenceOf, type PartyReference, type Resolver } from "../coreference/index.ts";
import { rolesOf, wordAt } from "../grammar/index.ts";
import type { ActScore, RoleScore } from "../../language/index.ts";
import type { SceneSentence } from "../scene/index.ts";

/** Below this score of the network nothing is proposed; above it the vote decides. */
const LEAST = 0.25;
/** A word has a part in an act when that is likelier than not. */
const HAS_PART = 0.5;
/** Two words as near as this that tell the same act tell one ("signed a deal"). */
const NEAR = 8;
const TELLING = new Set(["VERB", "NOUN", "ADJ", "PROPN", "AUX"]);

/** What proposing needs beside the sentence. */
export interface ProposeContext {
  readonly resolver: Resolver;
  readonly frames: ReadonlyMap<string, ActFrame>;
}

/** An act that stands already, by the frames. */
type Standing = Pick<Match, "frame" | "trigger" | "actors" | "targets">;

/** Matches for the acts that the network finds beside those that stand, the surest first. */
export function proposalsOf(sentence: SceneSentence, s: number, standing: readonly Standing[], context: ProposeContext): Match[] {
  const scores = [...(sentence.tree.sentence.acts ?? [])].filter(({ score }) => score >= LEAST).sort((a, b) => b.score - a.score || a.word - b.word);
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

function matchOf(sentence: SceneSentence, s: number, score: ActScore, { resolver, frames }: ProposeContext): Match | undefined {
  const frame = frames.get(score.act);
  const word = sentence.tree.words[score.word];
  if (frame === undefined || word === undefined || !TELLING.has(word.upos) || isPartOfName(sentence, word.index)) return undefined;
  const parties = (roles: readonly RoleScore[]): PartyReference[] =>
    distinct(roles.filter((role) => role.score >= HAS_PART).flatMap((role) => partiesAt(sentence, s, role.word, resolver)));
  const [acting, others] = [parties(score.actors), parties(score.targets)];
  const actors = frame.joint ? distinct([...acting, ...others]) : acting;
  const keys = new Set(actors.map(({ party }) => partyKey(party)));
  const targets = frame.joint ? [] : others.filter(({ party }) => !keys.has(partyKey(party)));
  if (actors.length + targets.length === 0) return undefined;
  return { frame, sentence: s, trigger: word.index, actors, targets, otherActor: false, clause: word.index, objects: objectsOf(sentence, word.index), terms: [] };
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
  return Math.abs(a.trigger - b.trigger) < 3 || (Math.abs(a.trigger - b.trigger) < NEAR * 2 && [...b.actors, ...b.targets].some(({ party }) => keys.has(partyKey(party))));
}
