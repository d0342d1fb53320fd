// The machine contract's line of a deal. Its form is fixed, because measuring depends on it.
import type { Conflict, Deal, DealState } from "./deal.ts";
import type { Bounds } from "./day.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { itemsOf, nameDeal, objectOf } from "./name.ts";
import { sidesOf } from "./sides.ts";
import type { Side } from "./sides.ts";

/** What `pacta deals --jsonl` prints for a deal. `object` is null where no claim has one; `replaces` stands only where an older deal is known. */
export interface DealLine {
  readonly id: string;
  readonly name: string;
  readonly parties: readonly Side[];
  readonly object: string | null;
  readonly items: readonly string[];
  readonly documents: readonly string[];
  readonly state: DealState["state"];
  readonly dispute: DealState["dispute"];
  readonly since: Bounds;
  readonly claims: readonly string[];
  readonly conflicts: readonly Conflict[];
  readonly kind: Deal["kind"];
  readonly replaces?: string;
}

/** The line of a deal at the days of its state: only what is known then is told. */
export function dealLine(deal: Deal, { state, dispute, since, known, conflicts }: DealState, knowledge: DealKnowledge): DealLine {
  return {
    id: deal.id,
    name: nameDeal(deal.kind, known, knowledge.words),
    parties: sidesOf(known),
    object: objectOf(known) ?? null,
    items: itemsOf(known),
    documents: [...new Set(known.map(({ member }) => member.document.id))],
    state,
    dispute,
    since,
    claims: known.map(({ member }) => member.claim.id),
    conflicts,
    kind: deal.kind,
    ...(deal.replaces === undefined ? {} : { replaces: deal.replaces }),
  };
}
