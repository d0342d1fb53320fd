// The form that every part of the evaluation has. A part measures one layer against its corpus, prints what it
// finds and gives the section that docs/figures.md keeps of it; parts.ts lists them.
import type { AnnotatedDocument, Explanation, Reading } from "../reading/index.ts";
import type { GoldDocument } from "./gold.ts";
import type { Section } from "./page.ts";

/** Reads gold documents as the product would read them, in their order; many at a time, so that the model's batches are full. */
export type ReadGold = (documents: readonly GoldDocument[]) => Promise<readonly Reading[]>;

/** A text to annotate: a gold document without its claims. */
export type PlainDocument = Pick<GoldDocument, "id" | "date" | "heading" | "text" | "sources">;

/** Annotates documents as the product would, in their order. */
export type AnnotateAll = (documents: readonly PlainDocument[]) => Promise<readonly AnnotatedDocument[]>;

/** Explains documents as `pacta explain` would, in their order. */
export type ExplainAll = (documents: readonly PlainDocument[]) => Promise<readonly Explanation[]>;

/** What a part is given; all effects come from here. */
export interface Bench {
  /** The folder that holds gold/ and corpora/. */
  readonly shared: string;
  /** The words after the part's name on the command line. */
  readonly words: readonly string[];
  /** At most so many documents of each set, for a quick look; such figures are never written. */
  readonly limit: number;
  /** The ledger that `--ledger` names, for parts that keep one. */
  readonly ledger?: string;
  /** Opens the reader; a part that needs none never pays for it. */
  readonly openReader: () => Promise<ReadGold>;
  /** The same for the annotations alone. */
  readonly openAnnotator: () => Promise<AnnotateAll>;
  /** The same for readings with all that they rest on. */
  readonly openExplainer: () => Promise<ExplainAll>;
  readonly print: (line: string) => void;
}

/** One part. `run` gives no section where there are no figures to keep. */
export interface Part {
  /** One line for the usage text. */
  readonly what: string;
  readonly run: (bench: Bench) => Promise<Section | undefined>;
}
