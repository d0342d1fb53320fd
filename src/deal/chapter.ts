// A life without its echoes: what later reports only tell again stands under the step that they repeat, and not as one more event.
import type { Step } from "./deal.ts";
import { daysBetween, meetBounds } from "./day.ts";
import { partyKey } from "./party-key.ts";
import type { PartyKeys } from "./party-key.ts";
import type { DealKnowledge } from "./knowledge.ts";
import type { Act, Claim, Party } from "../reading/index.ts";

/** A step, and the steps that tell it again. */
export interface Chapter {
  readonly step: Step;
  readonly again: readonly Step[];
}

/** Acts that are done once to a deal by the same party, so that who tells of one later tells of the same. */
const ONCE: ReadonlySet<Act> = new Set(["sign", "order", "enter-into-force", "cancel", "sue", "withdraw-claim", "settle"]);
/** Acts that may come again in one deal, so that they are told again only as long as they are news, or by their time. */
const ANEW: ReadonlySet<Act> = new Set(["agree", "approve", "suspend", "lift", "ban"]);
const NEWS_DAYS = 7;

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
  if (!isSubset(a.actors, b.actors, keys) || (a.actors.length === 0) !== (b.actors.length === 0)) return false;
  // Goods that go to another are other goods.
  if (a.targets.length > 0 && b.targets.length > 0 && !isSubset(a.targets, b.targets, keys)) return false;
  // A time of its own that does not fit makes it another event; without one, only what is done once is told again.
  const isOnce = ONCE.has(a.act) || ofOneSum(a, b);
  if (step.when.earliest !== undefined)
    return meetBounds(step.when, first.when) !== undefined && (isOnce || ANEW.has(a.act) || first.when.earliest !== undefined);
  return isOnce || (ANEW.has(a.act) && isNear(step, first)) || (step.when.latest === first.when.latest && first.when.earliest === undefined);
}

/** Both name the same sum: who asks for it again asks no other. */
const ofOneSum = (a: Claim, b: Claim): boolean =>
  a.money.some(({ amount, currency }) => b.money.some((other) => other.amount === amount && other.currency === currency));

/** All parties of the shorter list are among those of the longer one. */
function isSubset(a: readonly Party[], b: readonly Party[], keys: PartyKeys): boolean {
  const [fewer, more] = [a, b].map((parties) => new Set(parties.map((party) => partyKey(party, keys)))).sort((x, y) => x.size - y.size);
  return fewer !== undefined && more !== undefined && fewer.isSubsetOf(more);
}

/** Told within some days of each other, as far as their days are known. */
function isNear(step: Step, first: Step): boolean {
  const [a, b] = [step.when.latest, first.when.latest];
  return a !== undefined && b !== undefined && Math.abs(daysBetween(a, b)) <= NEWS_DAYS;
}
