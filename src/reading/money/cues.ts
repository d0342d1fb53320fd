// The words that tell what a sum is for (knowledge/money/kinds.tsv), indexed by where they stand to it.
import { z } from "zod";
import { resource } from "../../resources.ts";
import type { Money } from "../claim.ts";
import { loadTable } from "../quantity/index.ts";

/** What a sum is for; `none` is a sum of no deal. */
export type CueKind = Money["kind"] | "none";

/** Where a cue stands to the sum, in the order in which they are asked. */
export const PLACES = ["noun", "verb", "clause", "ruling", "measure", "weak"] as const;
export type Place = (typeof PLACES)[number];

/** Kinds by lemma, for each place. */
export type KindCues = Readonly<Record<Place, ReadonlyMap<string, CueKind>>>;

const row = z.strictObject({
  kind: z.enum(["value", "payment", "compensation", "penalty", "aid", "loan", "none"]),
  place: z.enum(PLACES),
  words: z.string().transform((cell) => cell.split(",").map((word) => word.trim())),
});

/** Reads kinds.tsv. Throws as `loadTable`. A word that a place has twice keeps the kind that stands first. */
export function loadKindCues(file: string = resource("knowledge", "money", "kinds.tsv")): KindCues {
  const rows = loadTable(file, row).toReversed();
  const at = (place: Place) => new Map(rows.filter((each) => each.place === place).flatMap(({ kind, words }) => words.map((word) => [word, kind])));
  return { noun: at("noun"), verb: at("verb"), clause: at("clause"), ruling: at("ruling"), measure: at("measure"), weak: at("weak") };
}
