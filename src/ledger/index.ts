// The door of ledger/: what was read, in which words, kept for good.
export { backupLines, restoreLines } from "./backup.ts";
export type { Head, SealedEntry } from "./chain.ts";
export type { Entry } from "./entry.ts";
export { decisionBodySchema, personRule, refOf, refSchema, refsOf, resolveRef, SLOTS } from "./decision/index.ts";
export type { Correction, Decided, Decision, DecisionBody, Origin, Ref, Slot, Standing, StandingClaim } from "./decision/index.ts";
export { documentSchema, documentsNamed } from "./entry.ts";
export { diffReadings } from "./diff.ts";
export type { ChangedClaim, ReadingDiff } from "./diff.ts";
export { fingerprint } from "./fingerprint.ts";
export type {
  Dialect,
  Shelf,
  ShelfShape,
  ClaimFilter,
  ClaimPage,
  ClusterPage,
  DecisionPage,
  DocumentPage,
  Ledger,
  ListedDocument,
  ListedReading,
  PageAsked,
  Read,
  Receipt,
  Review,
  StoredClaim,
  StoredDecision,
  StoredDocument,
  StoredReading,
} from "./ledger.ts";
export { openLedger, serverAddress } from "./open.ts";
export type { LedgerOptions } from "./open.ts";
export type { Address as ServerAddress } from "./postgres/index.ts";
export { allClaims } from "./pages.ts";
export { chunks } from "./sql/index.ts";
export { verify } from "./verify.ts";
