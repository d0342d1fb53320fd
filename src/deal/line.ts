// The machine contract's line of a deal. Its form is fixed, because measuring depends on it.
import type { AsOf, Attachment, Conflict, Deal, DealState } from "./deal.ts";
import type { Bounds } from "./day.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { itemsOf, nameDeal, objectOf } from "./name.ts";
import { compareDocuments } from "./order.ts";
import { sidesOf } from "./sides.ts";
import type { Side } from "./sides.ts";
import { succession } from "./succession.ts";

/** What `pacta deals --jsonl` prints for a deal. `object` is null where no claim has one; `replaces` and `replacedBy` stand only where such a deal is known. */
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
  readonly replacedBy?: readonly string[];
}

/** The line of a deal at the days of its state: only what is known then is told. */
export function dealLine(deal: Deal, { state, dispute, since, known, conflicts }: DealState, knowledge: DealKnowledge, days: AsOf = {}): DealLine {
  return {
    id: deal.id,
    name: titleOf(deal, known, knowledge),
    parties: sidesOf(known, knowledge.words.keys),
    object: objectOf(known) ?? null,
    items: itemsOf(known),
    documents: documentsOf(deal, known, days),
    state,
    dispute,
    since,
    claims: known.filter(({ part }) => part !== "hints").map(({ member }) => member.claim.id),
    conflicts,
    kind: deal.kind,
    ...succession(deal.replaces, deal.replacedBy ?? []),
  };
}

/** The order of a list: deals of most claims first, as many in the order given. What is told by many is what a reader looks for. */
export function mostClaimsFirst(lines: readonly DealLine[]): readonly DealLine[] {
  return [...lines].sort((a, b) => b.claims.length - a.claims.length || (a.id < b.id ? -1 : 1));
}

/** Documents that tell a claim of the deal or speak of it, in canonical order, those published after the day known left out. */
function documentsOf({ mentions }: Deal, known: readonly Attachment[], { known: day }: AsOf): readonly string[] {
  const spoken = mentions
    .map(({ document }) => document)
    .filter(({ published }) => day === undefined || (published !== undefined && published <= day));
  const all = [...known.map(({ member }) => member.document), ...spoken].sort(compareDocuments);
  return [...new Set(all.map(({ id }) => id))];
}

/** The name that the catalogue has, else one from the words of the members. */
export function titleOf({ kind, known }: Deal, members: readonly Attachment[], knowledge: DealKnowledge): string {
  return (known === undefined ? undefined : knowledge.known.rows.get(known)?.name) ?? nameDeal(kind, members, knowledge.words);
}
