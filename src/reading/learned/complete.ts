// Parties that neither a frame's roles nor the document gave, and the network is sure of: the same act at the same word, a side of it empty.
import type { Match } from "../act/index.ts";
import { partyKey, type PartyReference, type Resolver } from "../coreference/index.ts";
import type { ActScore } from "../../language/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import { sidesOf } from "./propose.ts";

/** From this score on the network is heard about an act that a frame found. */
const SURE_OF_ACT = 0.3;
/** From this score on a word has a part that no role of the frame leads to. */
const SURE_OF_PART = 0.5;
/** The network may name a word beside the frame's trigger ("signed a deal"). */
const NEAR = 2;

/** Both sides of an act. */
export interface Sides {
  readonly actors: readonly PartyReference[];
  readonly targets: readonly PartyReference[];
}

/** Whom the network adds to an act: to a side without any, and to a joint act with one party alone. */
export function lackingParties({ frame, trigger, otherActor }: Match, known: Sides, sentence: SceneSentence, s: number, resolver: Resolver): Sides {
  const best = surest(sentence.tree.sentence.acts ?? [], frame.act, trigger);
  if (!best) return { actors: [], targets: [] };
  const taken = new Set([...known.actors, ...known.targets].map(({ party }) => partyKey(party)));
  const found = sidesOf(best, sentence, s, resolver, SURE_OF_PART, frame.joint);
  const fresh = (parties: readonly PartyReference[]): PartyReference[] => parties.filter(({ party }) => !taken.has(partyKey(party)));
  return {
    actors: known.actors.length > (frame.joint ? 1 : 0) || otherActor ? [] : fresh(found.actors),
    targets: known.targets.length > 0 ? [] : fresh(found.targets),
  };
}

function surest(acts: readonly ActScore[], act: string, trigger: number): ActScore | undefined {
  const told = acts.filter((one) => one.act === act && Math.abs(one.word - trigger) <= NEAR && one.score >= SURE_OF_ACT);
  return told.reduce<ActScore | undefined>((most, each) => (most && most.score >= each.score ? most : each), undefined);
}
