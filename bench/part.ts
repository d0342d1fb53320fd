// The form that every part of the bench has, as those of the evaluation have theirs: it times one thing, prints what it
// finds and gives the section that docs/figures.md keeps of it. parts.ts lists them.
import type { Section } from "../src/eval/index.ts";

/** What a part is given; all effects come from here. */
export interface Bench {
  /** The folder that holds gold/ and corpora/. */
  readonly shared: string;
  /** A quick look at little text; such figures are never written. */
  readonly small: boolean;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly print: (line: string) => void;
  /** Keeps what a long run has found so far, where `--write` asks for it; `run` gives the section as it is in the end. */
  readonly keep: (section: Section) => void;
  /** `--ledger`: the file of a ledger whose text is used; it is only read. */
  readonly ledger?: string;
  /** `--grown`: the file of a ledger that was grown before, measured as it is behind those that are grown. */
  readonly grown?: string;
  /** `--claims`: claims to which a ledger is grown at the most. */
  readonly claims?: number;
}

/** One part. `run` gives no section where there are no figures to keep. */
export interface Part {
  /** One line for the usage text. */
  readonly what: string;
  readonly run: (bench: Bench) => Promise<Section | undefined>;
}
