// The door of settings/: what is no claim and changes, in a store of its own beside the ledger.
export { feedSchema, jobSchema, LONGEST_ADDRESS, viewSchema } from "./record.ts";
export { openSettings, settingsFile } from "./open.ts";
export type { Feed, Job, Page, Seen, Turn } from "./record.ts";
export type { Settings } from "./settings.ts";
export type { Records } from "../watch/index.ts";
export { isGood, ROLES } from "./token.ts";
export type { Role, Token } from "./token.ts";
