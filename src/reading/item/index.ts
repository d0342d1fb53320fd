// Placeholder until the recogniser stands.
import type { Analysis } from "../../language/index.ts";
import type { ItemMention } from "../annotation.ts";
/** placeholder */
export type ItemLexicon = object;
/** placeholder */
export function loadItems(_folder: string): ItemLexicon {
  return {};
}
/** placeholder */
export function recogniseItems(_a: Analysis, _l: ItemLexicon): ItemMention[] {
  return [];
}
