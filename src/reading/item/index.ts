// The door of item/: the goods and services that deals are about.
export { catalogueOf, kindGroups, loadItems } from "./catalogue.ts";
export type { ItemLexicon } from "./catalogue.ts";
export { recogniseItems } from "./recognise.ts";
