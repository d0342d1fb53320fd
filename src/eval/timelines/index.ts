// The door of timelines/: what is read and folded against timelines that others coded.
export { timelines } from "./part.ts";
