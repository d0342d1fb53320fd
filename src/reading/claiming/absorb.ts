// "cancelled the $800 million order": an act that is merely another's object is no claim, and what stands beside it, its money
// and its goods, belongs to the other.
import { contains } from "../../document/index.ts";
import type { Match } from "../act/index.ts";
import type { SceneSentence } from "../scene/index.ts";
import type { Draft, Dropped } from "./draft.ts";
import { fill, type FillContext } from "./fill.ts";

/** The kept drafts of a sentence, filled again as if the acts in their objects were none. `matches` are all of the sentence. */
export function absorb(
  sentence: SceneSentence,
  s: number,
  matches: readonly Match[],
  chosen: { readonly kept: readonly Draft[]; readonly dropped: readonly Dropped[] },
  context: FillContext,
): readonly Draft[] {
  const absorbed = new Set(chosen.dropped.filter((d) => d.reason === "object-of-other-act").map((d) => d.draft.match));
  if (absorbed.size === 0) return chosen.kept;
  const standing = fill(
    sentence,
    s,
    matches.filter((m) => !absorbed.has(m)),
    context,
  );
  return chosen.kept.map((draft) => withSlotsOf(draft, standing.find((f) => f.draft.match === draft.match)?.draft ?? draft));
}

/** The time of an act in the object is that act's own, unless it names the object: "signed a 2007 contract". */
function withSlotsOf(draft: Draft, { time, ...filled }: Draft): Draft {
  const named = time !== undefined && filled.object !== undefined && contains(filled.object.span, time.span) ? time : undefined;
  const kept = draft.time ?? named;
  return { ...filled, ...(kept && { time: kept }) };
}
