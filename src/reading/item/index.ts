// The door of item/: the goods and services that deals are about.
export { catalogueOf, kindGroups, loadItems } from "./catalogue.ts";
export type { ItemLexicon } from "./catalogue.ts";
export { loadFamilies } from "./family.ts";
export type { Families } from "./family.ts";
export { recogniseItems } from "./recognise.ts";
