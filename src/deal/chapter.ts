// A life without its echoes: what later reports only tell again stands under the step that they repeat, and not as one more event.
import type { Step } from "./deal.ts";
import { meetBounds } from "./day.ts";
import { partyKey } from "./party-key.ts";
import type { PartyKeys } from "./party-key.ts";
import type { DealKnowledge } from "./knowledge.ts";
import type { Act } from "../reading/index.ts";

/** A step, and the steps that tell it again. */
export interface Chapter {
  readonly step: Step;
  readonly again: readonly Step[];
}

/** Acts that are done once to a deal by the same party, so that who tells of one later tells of the same. */
const ONCE: ReadonlySet<Act> = new Set(["agree", "sign", "approve", "order", "enter-into-force", "cancel", "withdraw-claim", "settle"]);

/** The steps of a life, each with its retellings. Nothing that moved the deal is taken for one. */
export function chaptersOf(steps: readonly Step[], { words }: DealKnowledge): readonly Chapter[] {
  const chapters: { readonly step: Step; readonly again: Step[] }[] = [];
  for (const step of steps) {
    const told = step.moved || step.presumed === true ? undefined : chapters.find((chapter) => isAgain(step, chapter.step, words.keys));
    if (told === undefined) chapters.push({ step, again: [] });
    else told.again.push(step);
  }
  return chapters;
}

function isAgain(step: Step, first: Step, keys: PartyKeys): boolean {
  const [a, b] = [step.attachment.member.claim, first.attachment.member.claim];
  if (first.presumed === true || first.lapsed === true || a.act !== b.act || a.mode !== b.mode || a.negated !== b.negated) return false;
  const [fewer, more] = [a, b].map(({ actors }) => new Set(actors.map((party) => partyKey(party, keys)))).sort((x, y) => x.size - y.size);
  if (fewer === undefined || more === undefined || !fewer.isSubsetOf(more) || (fewer.size === 0 && more.size > 0)) return false;
  // A time of its own that does not fit makes it another event; without one, only what is done once is told again.
  if (step.when.earliest !== undefined)
    return meetBounds(step.when, first.when) !== undefined && (ONCE.has(a.act) || first.when.earliest !== undefined);
  return ONCE.has(a.act) || (step.when.latest === first.when.latest && first.when.earliest === undefined);
}
