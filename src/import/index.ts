// The door of import/: what people keep elsewhere, as claims of theirs in the ledger.
export { appendRows } from "./append.ts";
export type { AppendedRow, Importer } from "./append.ts";
export { rowsOf } from "./rows.ts";
export type { FailedRow, ToldRow } from "./rows.ts";
export { parseMap } from "./map.ts";
export { settingOf } from "./setting.ts";
