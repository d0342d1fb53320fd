// What the systems that are compared have in common: a text and its day go in, times come out, each with the normal forms
// after CLAIMS.md that its reading allows.
import type { Span } from "../../../document/index.ts";

/** `2007`, `2015-04`, `2015-01-20`, `2007-12/2008-03`, `/2026`, `2026/`. */
export type Norm = string;

/** A time that a system found. Several norms are readings that the system leaves open, or ways to write an end. */
export interface FoundTime extends Span {
  readonly norms: readonly Norm[];
}

/** A system that finds times in texts of known day. */
export interface TimeSystem {
  readonly name: string;
  readonly find: (texts: readonly DatedText[]) => Promise<readonly (readonly FoundTime[])[]>;
}

/** A text and the day from which its relative times are told. */
export interface DatedText {
  readonly id: string;
  readonly text: string;
  readonly day: string;
}
