// The life of a deal as rows, one a claim and one more where it presumes what was before it, in the order of their days.
import type { AsOf, Deal, Dispute, Part, State } from "./deal.ts";
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
  readonly words: string;
  readonly sources: Claim["sources"];
  readonly document: { readonly id: string; readonly published?: string; readonly url?: string };
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
}

/** The rows of a deal at a pair of days. */
export function dealLife(deal: Deal, knowledge: DealKnowledge, days: AsOf = {}): readonly LifeRow[] {
  return fold(deal, knowledge, days).steps.map(({ attachment: { member, part, why, confidence }, when, state, dispute, moved, presumed, lapsed }) => {
    const { claim, document } = member;
    const { id, published, url } = document;
    return {
      when,
      act: claim.act,
      mode: claim.mode,
      negated: claim.negated,
      actors: claim.actors,
      targets: claim.targets,
      words: claim.evidence.quote,
      sources: claim.sources,
      document: { id, ...(published === undefined ? {} : { published }), ...(url === undefined ? {} : { url }) },
      claim: claim.id,
      part,
      why,
      confidence,
      state,
      dispute,
      moved,
      ...(presumed === undefined ? {} : { presumed }),
      ...(lapsed === undefined ? {} : { lapsed }),
    };
  });
}
