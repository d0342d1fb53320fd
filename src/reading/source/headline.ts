// Headlines name who says them beside a colon.
import { headOfSpan, spanOf, wordAt, type Tree } from "../grammar/index.ts";
import type { PartyMention } from "../annotation.ts";
import type { Scene } from "../scene/index.ts";
import type { ReportCues } from "./cues.ts";

/** The head of who speaks, the colon, and the words that are said. */
export interface HeadlineSplit {
  readonly speaker: number;
  readonly colon: number;
  readonly content: readonly number[];
}

/** At most so many words name a headline's speaker. */
const LONGEST = 6;

/** "Iran to get S-300s: minister" and "Minister: Iran to get S-300s"; undefined where no headline or nobody that speaks. */
export function headlineSplit(scene: Scene, tree: Tree, cues: ReportCues, partyAt: readonly (PartyMention | undefined)[]): HeadlineSplit | undefined {
  if (scene.analysis.document.blocks[tree.sentence.block]?.kind !== "headline") return undefined;
  const colon = tree.words.findLastIndex((w) => w.form === ":");
  if (colon < 1) return undefined;
  const [before, behind] = [indices(tree, 0, colon), indices(tree, colon + 1, tree.words.length)];
  const [trailing, leading] = [speakerOf(tree, behind, cues, partyAt), speakerOf(tree, before, cues, partyAt)];
  if (trailing !== undefined && isSaid(tree, before)) return { speaker: trailing, colon, content: before };
  return leading !== undefined && isSaid(tree, behind) ? { speaker: leading, colon, content: behind } : undefined;
}

/** A clause is said; a noun alone ("The Onion: an interview") is the headline's own. */
function isSaid(tree: Tree, words: readonly number[]): boolean {
  return words.length > 2 && words.some((i) => ["VERB", "AUX"].includes(wordAt(tree, i).upos));
}

function indices(tree: Tree, from: number, to: number): number[] {
  return tree.words.slice(from, to).map((w) => w.index);
}

/** The head of a few words that name a person, a body or a kind of speaker; a state's name alone is a headline's topic. */
function speakerOf(tree: Tree, words: readonly number[], cues: ReportCues, partyAt: readonly (PartyMention | undefined)[]): number | undefined {
  if (words.length === 0 || words.length > LONGEST || words.some((i) => ["VERB", "AUX"].includes(wordAt(tree, i).upos))) return undefined;
  const span = spanOf(tree, words);
  const head = headOfSpan(tree, span);
  const { lemma } = wordAt(tree, head);
  const person = tree.sentence.names.some(({ type, start, end }) => type === "PER" && start >= span.start && end <= span.end);
  const mention = partyAt[head];
  const body = mention !== undefined && (mention.kind !== "state" || !["name", "demonym", "capital"].includes(mention.form));
  return person || body || cues.speakers.has(lemma.toLowerCase()) ? head : undefined;
}
