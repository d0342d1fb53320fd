// The door of importer/: spreadsheets into the ledger, beside everything else.
export { Importer } from "./importer.ts";
