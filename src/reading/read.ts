// From an analysed document to claims and abstentions. The steps stand here in their order; each is a room of its own.
import { overlaps, quoteOf } from "../document/index.ts";
import type { Analysis } from "../language/index.ts";
import { matchesOf } from "./act/index.ts";
import { sceneFor } from "./annotate.ts";
import type { Abstention, Claim, Reading } from "./claim.ts";
import {
  absorb,
  abstentionOf,
  bridge,
  claimOf,
  fill,
  lacks,
  leftOut,
  merge,
  select,
  unreadOf,
  type ConfidenceOf,
  type Draft,
  type Dropped,
} from "./claiming/index.ts";
import { resolverOf } from "./coreference/index.ts";
import { spanOf } from "./grammar/index.ts";
import type { Knowledge } from "./knowledge.ts";
import type { Scene } from "./scene/index.ts";
import { attributionsOf } from "./source/index.ts";

/** Options of a reading. */
export interface ReadOptions {
  /** Tells versions of one document apart in claim ids; default the document's id. */
  readonly scope?: string;
  readonly confidence: ConfidenceOf;
}

/** Reads one analysed document. Pure: the same analysis, knowledge and options give the same reading. */
export function readAnalysis(analysis: Analysis, knowledge: Knowledge, options: ReadOptions): Reading {
  const scene = sceneFor(analysis, knowledge);
  const resolver = resolverOf(scene, knowledge.nominals);
  const said = Map.groupBy(attributionsOf(scene, resolver, knowledge.reports), (a) => a.sentence);
  const { modes, reasons, bridging, targets: targetCues } = knowledge;
  const context = { scene, resolver, modes, reasons, bridging, targetCues, nameOf: knowledge.parties.nameOf };
  const kept: Draft[] = [];
  const dropped: Dropped[] = [];
  for (const [s, sentence] of scene.sentences.entries()) {
    const matches = matchesOf(sentence, s, { lexicon: knowledge.acts, resolver });
    const here = { ...context, attributions: said.get(s) ?? [] };
    const chosen = select(sentence.tree, fill(sentence, s, matches, here));
    kept.push(...absorb(sentence, s, matches, chosen, here));
    dropped.push(...chosen.dropped);
  }
  const alone = new Set(
    Object.entries(targetCues.ways)
      .filter(([, ways]) => ways.includes("alone"))
      .map(([act]) => act),
  );
  return finish(analysis, kept, dropped, scene, options, alone);
}

function finish(
  analysis: Analysis,
  kept: readonly Draft[],
  dropped: Dropped[],
  scene: Scene,
  options: ReadOptions,
  alone: ReadonlySet<string>,
): Reading {
  const { id, text } = analysis.document;
  const told = merge(bridge(kept, scene, alone));
  const claims: Claim[] = [];
  for (const one of told) {
    const reason = lacks(one.draft);
    if (reason) dropped.push({ draft: one.draft, reason });
    else claims.push(claimOf(one, text, options.scope ?? id, options.confidence));
  }
  const listed = dropped.map((d) => abstentionOf(d, text));
  const unread = analysis.unanalysed.map((part) => unreadOf(part, text));
  const abstained = [...listed, ...silences(scene, listed), ...unread].sort((a, b) => a.start - b.start);
  return { id, claims: claims.sort((a, b) => a.evidence.start - b.evidence.start || a.act.localeCompare(b.act)), abstained };
}

/** What a speaker leaves out is listed also where no act would have been read in it. */
function silences(scene: Scene, listed: readonly Abstention[]): Abstention[] {
  return scene.sentences.flatMap(({ tree }) => {
    const words = [...leftOut(tree)];
    if (words.length === 0) return [];
    const span = spanOf(tree, words);
    const known = listed.some((a) => a.reason === "not-mentioned-by-speaker" && overlaps(a, span));
    return known ? [] : [{ reason: "not-mentioned-by-speaker", ...quoteOf(scene.text, span) }];
  });
}
