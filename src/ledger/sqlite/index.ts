// The door of sqlite/: the store that needs nothing but a file.
export { sqliteStore } from "./store.ts";
export { explainSqlite } from "./trouble.ts";
