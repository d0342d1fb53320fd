// The door of party/: who acts. States and what stands for them, organisations, companies, groups, and the people who speak for them.
export { loadAliases } from "./aliases.ts";
export type { Aliases } from "./aliases.ts";
export { capitalState, demonymState, loadParties } from "./lexicon.ts";
export type { PartyLexicon } from "./lexicon.ts";
export { partiesAt } from "./at.ts";
export { mentionOf } from "./mention.ts";
export { recogniseParties } from "./recognise.ts";
export { matcherOf } from "./trie.ts";
export type { Match, Token } from "./trie.ts";
