// A deal as lists show it: how many claims and documents there are, and not which. A line names them all, and of a large deal is megabytes long.
import type { Attachment, DealState } from "./deal.ts";
import type { DealLine } from "./line.ts";

/**
 * A deal in a list. `first` and `last` are the first and the last day (ISO) on which it was told of, absent where no day is known; `claims` and
 * `documents` are counted, and `conflicts` are the slots in which claims contradict each other.
 */
export interface DealBrief {
  readonly id: string;
  readonly name: string;
  readonly kind: DealLine["kind"];
  readonly parties: DealLine["parties"];
  readonly object: string | null;
  readonly items: readonly string[];
  readonly state: DealState["state"];
  readonly dispute: DealState["dispute"];
  readonly since: DealLine["since"];
  readonly first?: string;
  readonly last?: string;
  readonly claims: number;
  readonly documents: number;
  readonly conflicts: readonly string[];
  readonly replaces?: string;
  readonly replacedBy?: readonly string[];
}

/** A line in brief; the days are those of the claims that it was made of. */
export function dealBrief(line: DealLine, told: readonly Attachment[]): DealBrief {
  const { id, name, kind, parties, object, items, state, dispute, since, replaces, replacedBy } = line;
  const days = told.flatMap(({ member }) => member.document.published ?? []).sort();
  const [first, last] = [days[0], days.at(-1)];
  return {
    id,
    name,
    kind,
    parties,
    object,
    items,
    state,
    dispute,
    since,
    ...(first === undefined ? {} : { first }),
    ...(last === undefined ? {} : { last }),
    claims: line.claims.length,
    documents: line.documents.length,
    conflicts: line.conflicts.map(({ slot }) => slot),
    ...(replaces === undefined ? {} : { replaces }),
    ...(replacedBy === undefined ? {} : { replacedBy }),
  };
}
