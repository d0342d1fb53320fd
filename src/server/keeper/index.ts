// The door of keeper/: the book of deals kept at the end of the chain.
export { Keeper } from "./keeper.ts";
