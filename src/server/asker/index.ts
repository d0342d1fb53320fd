// The door of asker/: long questions, answered beside the others.
export { Asker } from "./asker.ts";
