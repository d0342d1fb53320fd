// The door of archive/: the pages in archives of the web.
export { unpackedHead } from "./members.ts";
export { readWacz, fileOf } from "./wacz.ts";
export type { FileBytes } from "./wacz.ts";
export { readWarc } from "./warc.ts";
