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
  const states = statesOf(parties);
  if (official && states.size < 2 && !parties.some(isOfficial)) return "nobody-official";
  const [own] = states;
  if (foreign === "no" || own === undefined || states.size > 1 || parties.some(mayBeForeign)) return undefined;
  const between = foreign === "sides" && draft.actors.length > 0 && draft.targets.length > 0;
  return between || !(namesAnother(scene, own) || tellsOfAbroad(draft, scene, classes.get("abroad") ?? new Set())) ? "domestic" : undefined;
}

/** One that states deal with as their like. */
function isOfficial({ party, kind }: PartyReference): boolean {
  return party.id !== undefined || kind === "state" || kind === "organisation";
}

/** The states that parties are or belong to; a person acts for his only in an office, and then rolls up to it. */
function statesOf(parties: readonly PartyReference[]): ReadonlySet<string> {
  return new Set(parties.flatMap(({ party, kind }) => party.id ?? (kind === "person" ? [] : (party.state ?? []))));
}

/** An organisation of states, or one of whom it is not known where he or it belongs. */
function mayBeForeign({ party, kind }: PartyReference): boolean {
  return kind === "organisation" || (party.id ?? party.state) === undefined;
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
