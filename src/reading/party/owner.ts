// What party a name denotes once offices and seats are rolled up to the party that they act for.
import type { PartyKind } from "../annotation.ts";
import type { PartyEntry } from "./entry.ts";
import type { PartyLexicon } from "./lexicon.ts";

/** A party without the words that mention it. */
export interface Rolled {
  readonly kind: PartyKind;
  readonly id?: string;
  readonly name: string;
  readonly state?: string;
}

/** True where an id is an organisation's and not a state's. */
export function isOrganisation(id: string, lexicon: PartyLexicon): boolean {
  return lexicon.organisations.has(id);
}

/** The party of an entry: a person's is the state or organisation the person speaks for. */
export function ownerParty(entry: PartyEntry, lexicon: PartyLexicon): Rolled {
  if (entry.kind === "person" && entry.state !== undefined) {
    return { kind: isOrganisation(entry.state, lexicon) ? "organisation" : "state", id: entry.state, name: entry.name };
  }
  const kind = entry.kind === "blocked" ? "group" : entry.kind;
  return { kind, name: entry.name, ...(entry.id !== undefined && { id: entry.id }), ...(entry.state !== undefined && { state: entry.state }) };
}

/** The state that something of this party belongs to, where it is one. */
export function stateOf(party: Rolled): string | undefined {
  return party.state ?? (party.kind === "state" ? party.id : undefined);
}
