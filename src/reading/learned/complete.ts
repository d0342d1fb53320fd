// Parties that neither a frame's roles nor the document gave, and the network is sure of: the same act at the same word, a side of it empty.
import type { Match } from "../act/index.ts";
import { partyKey, type PartyReference, type Resolver } from "../coreference/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import { sidesOf } from "./propose.ts";
import { heardOf } from "./surest.ts";

/** From this score on a word has a part that no role of the frame leads to: of whom an act is done to the network is less sure than of who acts. */
const SURE = { actors: 0.5, targets: 0.7 };
/** In a joint act all act. */
const SURE_TOGETHER = { actors: SURE.actors, targets: SURE.actors };

/** Both sides of an act. */
export interface Sides {
  readonly actors: readonly PartyReference[];
  readonly targets: readonly PartyReference[];
}

/** Whom the network adds to an act: to a side without any, and to a joint act with one party alone. */
export function lackingParties(match: Match, known: Sides, sentence: SceneSentence, s: number, resolver: Resolver): Sides {
  const { frame, otherActor } = match;
  const best = heardOf(sentence.tree.sentence.acts, match);
  if (!best) return { actors: [], targets: [] };
  const taken = new Set([...known.actors, ...known.targets].map(({ party }) => partyKey(party)));
  const found = sidesOf(best, sentence, s, resolver, frame.joint ? SURE_TOGETHER : SURE, frame.joint);
  const fresh = (parties: readonly PartyReference[]): PartyReference[] => parties.filter(({ party }) => !taken.has(partyKey(party)));
  return {
    actors: known.actors.length > (frame.joint ? 1 : 0) || otherActor ? [] : fresh(found.actors),
    targets: known.targets.length > 0 ? [] : fresh(found.targets),
  };
}
