// Parties by what they are called: the ledger knows them by id, or by name where they have none.
import type { DealKnowledge } from "../../deal/index.ts";
import { nearest } from "../../nearest.ts";

/** The id that tables have for a name, a demonym, a capital or an id in any case; undefined where they have none. */
export function partyIdOf(name: string, { words }: DealKnowledge): string | undefined {
  const found = words.parties.get(name.toLowerCase());
  if (found !== undefined && isId(found)) return found;
  const id = name.toUpperCase();
  return isId(id) && idsOf(words.parties).has(id) ? id : undefined;
}

/** A name of the tables that is close to one that nothing is known by. */
export function nearestParty(name: string, { words }: DealKnowledge): string | undefined {
  return nearest(name.toLowerCase(), [...words.parties.keys(), ...words.keys.keys()]);
}

/** Ids of groups are their names; those are found as names are. */
const isId = (id: string): boolean => /^[A-Z][A-Z0-9-]+$/.test(id);

const kept = new WeakMap<ReadonlyMap<string, string>, ReadonlySet<string>>();

function idsOf(parties: ReadonlyMap<string, string>): ReadonlySet<string> {
  const ids = kept.get(parties) ?? new Set(parties.values());
  kept.set(parties, ids);
  return ids;
}
