// The door of postgres/: the store that many writers share.
export { parseAddress } from "./address.ts";
export type { Address } from "./address.ts";
export { postgresStore } from "./store.ts";
export { explainPostgres } from "./trouble.ts";
