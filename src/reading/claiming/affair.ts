// Whether an act is an affair between states. What a person, a company or a court does alone is none, nor is what one state does at
// home: "Portugal's president calls for unity", "a court in Lyon orders his release". The files of the acts say where that is asked.
import type { ActLexicon } from "../act/index.ts";
import type { PartyMention } from "../annotation.ts";
import type { PartyReference } from "../coreference/index.ts";
import type { Scene } from "../scene/index.ts";
import type { Draft, DropReason } from "./draft.ts";

/** Why an act that has its parties is no affair between states, or undefined where it is one. */
export function noAffair(draft: Draft, scene: Scene, { classes }: ActLexicon): DropReason | undefined {
  const { official, foreign } = draft.match.frame;
  const parties = [...draft.actors, ...draft.targets];
  if (official && !parties.some(isOfficial)) return "nobody-official";
  if (foreign === "no" || parties.some(({ kind }) => kind === "organisation")) return undefined;
  const own = stateOf(parties);
  if (own === undefined) return undefined;
  const between = foreign === "sides" && draft.actors.length > 0 && draft.targets.length > 0;
  return between || !(namesAnother(scene, own) || tellsOfAbroad(draft, scene, classes.get("abroad") ?? new Set())) ? "domestic" : undefined;
}

/** One that states deal with as their like. */
function isOfficial({ party, kind }: PartyReference): boolean {
  return party.id !== undefined || kind === "state" || kind === "organisation";
}

/** The one state that all the parties belong to; a person of whom nothing is known may belong to any. */
function stateOf(parties: readonly PartyReference[]): string | undefined {
  const states = new Set(parties.flatMap(({ party, kind }) => party.id ?? party.state ?? (kind === "person" ? [] : party.name)));
  const [state] = states;
  return states.size === 1 ? state : undefined;
}

function namesAnother({ sentences, heading }: Scene, own: string): boolean {
  const isAnother = (mention: PartyMention): boolean => {
    const state = mention.id ?? mention.state;
    return state !== undefined && state !== own;
  };
  return heading.some(isAnother) || sentences.some(({ parties }) => parties.some(isAnother));
}

/** "adopted a treaty", "bans foreign films": other states are in play, though none is named. */
function tellsOfAbroad(draft: Draft, scene: Scene, abroad: ReadonlySet<string>): boolean {
  const words = scene.sentences[draft.match.sentence]?.tree.words ?? [];
  return words.some(({ lemma, form }) => abroad.has(lemma.toLowerCase()) || abroad.has(form.toLowerCase()));
}
