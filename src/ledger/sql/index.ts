// The door of sql/: a ledger over any SQL database that is opened as a store.
export { bringForward } from "./forward.ts";
export { sqlLedger } from "./ledger.ts";
export type { Db, Store, Tables } from "./store.ts";
