// The door of import/: what people keep elsewhere, as claims of theirs in the ledger.
export { appendRows } from "./append.ts";
export type { AppendedRow } from "./append.ts";
export type { SheetSetting } from "./claims.ts";
export { parseMap } from "./map.ts";
export { rowsOf } from "./rows.ts";
export type { FailedRow, ToldRow } from "./rows.ts";
export { loadStates } from "./states.ts";
