// The door of web/: undertakings that are woven document by document, in whatever order the documents come.
export { MemoryWeb } from "./web.ts";
export type { Entered, Web } from "./web.ts";
export { weave } from "./weave.ts";
export type { Woven } from "./weave.ts";
export { readKnot, readPlacement, writeBody, writeKnot, writePlacement } from "./write.ts";
