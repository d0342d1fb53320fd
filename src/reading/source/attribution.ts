// One attribution: somebody says something, by a cue.
import type { Span } from "../../document/index.ts";
import type { Source } from "../claim.ts";
import { spanOf, type Tree } from "../grammar/index.ts";

/** One attribution. `content` holds the indices of the words that are said; `cueIndex` the reporting word. */
export interface Attribution {
  readonly sentence: number;
  readonly source: Source;
  readonly span: Span;
  readonly cueIndex: number;
  readonly content: ReadonlySet<number>;
  /** How deep the cue stands in the tree: an inner attribution is deeper. */
  readonly depth: number;
  /** "denied that": what is said is denied. */
  readonly denies: boolean;
  /** "urged Chad to sign": asked for, not told. */
  readonly asks?: boolean;
}

/** The words of an attribution's content as one span. */
export function contentSpan(tree: Tree, attribution: Attribution): Span {
  return spanOf(tree, [...attribution.content]);
}
