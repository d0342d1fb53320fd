// The life of a deal as rows, one a claim and one more where it presumes what was before it, in the order of their days.
import { chaptersOf } from "./chapter.ts";
import type { AsOf, Deal, DealDocument, Dispute, Part, State, Step } from "./deal.ts";
import type { Bounds } from "./day.ts";
import { fold } from "./fold.ts";
import type { DealKnowledge } from "./knowledge.ts";
import type { Claim } from "../reading/index.ts";

/** One row: when it holds, what is told, by whom, in which words, why it belongs here, and the threads after it. */
export interface LifeRow {
  readonly when: Bounds;
  readonly act: Claim["act"];
  readonly mode: Claim["mode"];
  readonly negated: boolean;
  readonly actors: Claim["actors"];
  readonly targets: Claim["targets"];
  /** What it is about, as far as it says so: `object`, `place` and `reason` in the text's words. */
  readonly object?: string;
  readonly items: Claim["items"];
  readonly money: Claim["money"];
  readonly place?: string;
  readonly reason?: string;
  readonly words: string;
  readonly sources: Claim["sources"];
  readonly document: DealDocument;
  readonly claim: string;
  readonly part: Part;
  readonly why: readonly string[];
  readonly confidence: number;
  readonly state: State;
  readonly dispute: Dispute;
  readonly moved: boolean;
  /** The row's claim does not say so: it presumes that it was so before. */
  readonly presumed?: true;
  /** Nobody says so: the end that the row's claim states has passed. */
  readonly lapsed?: true;
  /** The claim of an earlier row, of which this one only tells again. */
  readonly repeats?: string;
}

/** The rows of a deal at a pair of days. */
export function dealLife(deal: Deal, knowledge: DealKnowledge, days: AsOf = {}): readonly LifeRow[] {
  const { steps } = fold(deal, knowledge, days);
  const repeated = new Map(chaptersOf(steps, knowledge).flatMap(({ step, again }) => again.map((one) => [one, step.attachment.member.claim.id])));
  return steps.map((step) => rowOf(step, repeated.get(step)));
}

function rowOf({ attachment, when, state, dispute, moved, presumed, lapsed }: Step, repeats: string | undefined): LifeRow {
  const { member, part, why, confidence } = attachment;
  const { act, mode, negated, actors, targets, object, items, money, place, reason, sources, evidence, id: claim } = member.claim;
  return {
    when,
    act,
    mode,
    negated,
    actors,
    targets,
    ...(object === undefined ? {} : { object }),
    items,
    money,
    ...(place === undefined ? {} : { place }),
    ...(reason === undefined ? {} : { reason }),
    words: evidence.quote,
    sources,
    document: documentOf(member.document),
    claim,
    part,
    why,
    confidence,
    state,
    dispute,
    moved,
    ...(presumed === undefined ? {} : { presumed }),
    ...(lapsed === undefined ? {} : { lapsed }),
    ...(repeats === undefined ? {} : { repeats }),
  };
}

/** What is told of a document, without its text where that is at hand. */
function documentOf({ id, published, heading, url, title }: DealDocument): DealDocument {
  return {
    id,
    ...(published === undefined ? {} : { published }),
    ...(heading === undefined ? {} : { heading }),
    ...(url === undefined ? {} : { url }),
    ...(title === undefined ? {} : { title }),
  };
}
