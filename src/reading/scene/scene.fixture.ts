// Scenes of hand-written trees with the parties that a test names, so that coreference and sources need neither model nor tables.
import type { NameType } from "../../language/index.ts";
import type { PartyMention } from "../annotation.ts";
import { analysisOf } from "../grammar/tree.fixture.ts";
import { sceneOf, type Annotations, type Scene } from "./scene.ts";

/** How a party is mentioned: the words, and what they denote. `kind` is `state` and `form` is `name` where nothing else is said. */
export type Mentioned = Partial<Omit<PartyMention, "type" | "start" | "end">>;

/** What a scene holds beside its sentences. */
export interface SceneParts {
  /** Parties by the words that mention them; every place with these words is a mention. */
  readonly parties?: Readonly<Record<string, Mentioned>>;
  readonly names?: Readonly<Record<string, NameType>>;
  readonly annotations?: Partial<Annotations>;
  readonly heading?: readonly PartyMention[];
}

/** A scene of notated sentences (see tree.fixture.ts). */
export function sceneIn(notations: readonly string[], { parties = {}, names = {}, annotations = {}, heading = [] }: SceneParts = {}): Scene {
  const analysis = analysisOf(notations, names);
  const mentions = Object.entries(parties).flatMap(([words, what]) => mentionsOf(analysis.document.text, words, what));
  const sorted = mentions.toSorted((a, b) => a.start - b.start || b.end - a.end);
  return sceneOf(analysis, { parties: sorted, items: [], money: [], times: [], ...annotations }, heading);
}

/** A mention that stands outside the text, as those of a heading do. */
export function mention(name: string, what: Mentioned = {}): PartyMention {
  return { type: "party", name, kind: "state", form: "name", start: 0, end: name.length, ...what };
}

function mentionsOf(text: string, words: string, what: Mentioned): PartyMention[] {
  return [...text.matchAll(new RegExp(`(?<!\\w)${words}(?!\\w)`, "g"))].map((m) => ({
    ...mention(words, what),
    start: m.index,
    end: m.index + words.length,
  }));
}
