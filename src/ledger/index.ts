// The door of ledger/: what was read, in which words, kept for good.
export { backupLines, restoreLines } from "./backup.ts";
export type { Head, SealedEntry } from "./chain.ts";
export type { Entry } from "./entry.ts";
export { fingerprint } from "./fingerprint.ts";
export type { ClaimFilter, ClaimPage, Ledger, ListedDocument, Receipt, StoredClaim, StoredDocument, StoredReading } from "./ledger.ts";
export { openLedger } from "./open.ts";
export type { LedgerOptions } from "./open.ts";
export { verify } from "./verify.ts";
