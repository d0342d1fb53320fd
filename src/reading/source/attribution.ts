// One attribution: somebody says something, by a cue.
import type { Span } from "../../document/index.ts";
import type { Source } from "../claim.ts";
import { spanOf, wordAt, type Tree } from "../grammar/index.ts";

/** A named speaker and where the words stand. */
export interface Speaker {
  readonly name: string;
  readonly role?: string;
  readonly channel?: string;
  readonly span: Span;
}

/** A speaker of an earlier sentence. */
export interface EarlierSpeaker extends Speaker {
  readonly sentence: number;
}

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

/** The words of an attribution's content as one span, without the commas and full stops around them. */
export function contentSpan(tree: Tree, { content }: Attribution): Span {
  const inner = [...content].filter((i) => !isStop(tree, i)).toSorted((a, b) => a - b);
  return spanOf(tree, inner.length > 0 ? inner : [...content]);
}

function isStop(tree: Tree, index: number): boolean {
  const { upos, form } = wordAt(tree, index);
  return upos === "PUNCT" && /^[,.;:–—-]+$/u.test(form);
}
