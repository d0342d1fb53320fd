// The door of near/: which documents are copies of one report.
export { dayNumber, nearPrintOf, nearRowOf, rowOfPrint } from "./cluster.ts";
export type { Cluster, NearPrint, NearRow, NearSetting } from "./cluster.ts";
export { clustersAround } from "./connected.ts";
export type { Pair } from "./connected.ts";
export { LONGEST_NAME } from "./credit.ts";
export type { Names } from "./credit.ts";
export { areCopies, similarity } from "./copies.ts";
export type { Similarity } from "./copies.ts";
export { NearIndex } from "./near-index.ts";
export { loadNearRules } from "./rules.ts";
export type { NearRules } from "./rules.ts";
export { bandsOf, readSignature, signatureOf, writeSignature } from "./signature.ts";
export type { Signature } from "./signature.ts";
export { MemoryNearStore } from "./store.ts";
export type { Days, NearStore } from "./store.ts";
