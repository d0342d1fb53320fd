// The door of web/: undertakings that are woven document by document, in whatever order the documents come.
export { MemoryWeb } from "./web.ts";
export type { Entered, Web } from "./web.ts";
export { weave } from "./weave.ts";
export type { Woven } from "./weave.ts";
export { readKnot, readProfile, readStand, readTold, writeBody, writeProfile, writeStand, writeTold } from "./write.ts";
