// The door of events/: readings against event corpora of other projects.
export { plover } from "./part.ts";
