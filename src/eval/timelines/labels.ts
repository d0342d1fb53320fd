// What labels.yaml says of the corpora: how target entities are called, and which words are acts of the claim guideline.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { readKnowledge } from "../../yaml.ts";
import type { TimelineEvent } from "./corpus.ts";

const ids = z.array(z.string().regex(/^\d+-\d+-\S+$/, "a mention's id: story-sentence-words"));
const schema = z.strictObject({ entities: z.record(z.string(), z.array(z.string().min(1)).min(1)), between: ids, within: ids });

/** The names of each target entity, and the ids of mentions that tell an act: between states or countries, or within one. */
export interface Labels {
  readonly entities: ReadonlyMap<string, RegExp>;
  readonly between: ReadonlySet<string>;
  readonly within: ReadonlySet<string>;
}

const named = (names: readonly string[]): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${names.map((name) => name.replaceAll(".", "\\.")).join("|")})(?![\\p{L}\\p{N}])`, "u");

/** Reads the labels. Throws as `readKnowledge`. */
export function loadLabels(file: string = resource("src", "eval", "timelines", "labels.yaml")): Labels {
  const { entities, between, within } = readKnowledge(file, schema);
  return {
    entities: new Map(Object.entries(entities).map(([entity, names]) => [entity, named(names)])),
    between: new Set(between),
    within: new Set(within),
  };
}

/** Whether an event is an act of the guideline, and among whom; undefined where it is none. */
export function scopeOf({ mentions }: TimelineEvent, { between, within }: Labels): "between" | "within" | undefined {
  if (mentions.some(({ id }) => between.has(id))) return "between";
  return mentions.some(({ id }) => within.has(id)) ? "within" : undefined;
}
