// The door of quantity/: numbers as English writes them, how exact they are, and numbers of things.
export { boundAt, loadBounds } from "./bound.ts";
export type { Bound, BoundWords } from "./bound.ts";
export { findFigures, findNumbers, readNumber, scaleAt } from "./number.ts";
export type { NumberFault, NumberReading } from "./number.ts";
export { loadParts, partBefore } from "./part.ts";
export type { PartWords } from "./part.ts";
export { loadTable } from "./table.ts";
export { recogniseQuantities } from "./quantity.ts";
