// The door of coreference/: which parties a phrase stands for.
export { bridgedParties, loadBridging, mayRefer } from "./bridging.ts";
export type { Sort } from "./bridging.ts";
export { loadNominals } from "./nominals.ts";
export type { Nominals } from "./nominals.ts";
export { distinct, partyKey, referenceOf } from "./party.ts";
export type { PartyReference } from "./party.ts";
export { resolverOf } from "./resolve.ts";
export type { Resolver } from "./resolve.ts";
