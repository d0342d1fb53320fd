// The door of deals/: deals against gold.
export { deals } from "./part.ts";
