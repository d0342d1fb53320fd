// Under which key a party is compared. A state and an organisation have an id, a company stands with its state; an armed group or a movement is a
// party of its own, whatever it is called: FARC and the Revolutionary Armed Forces of Colombia are one, and Colombia is another.
import { join } from "node:path";
import type { Party } from "../reading/index.ts";
import { readColumns } from "./party-words.ts";

/** Lower-case names of groups and companies to their keys. */
export type PartyKeys = ReadonlyMap<string, string>;

const ownKey = (name: string): string => `~${name.toLowerCase()}`;

/** True for the key of what is called by a name and has no id. */
export const isNamed = (key: string): boolean => key.startsWith("~");

/** The key of a party: its id, else that of its group, else its company's state, else `~` and its lower-case name. */
export function partyKey({ id, name, state }: Party, keys: PartyKeys): string {
  return id ?? keys.get(name.toLowerCase()) ?? state ?? ownKey(name);
}

/** The key of a party as the catalogue writes it: an id or a name. */
export function keyOfRow(party: string, keys: PartyKeys, ids: ReadonlySet<string>): string {
  if (party === "*" || ids.has(party)) return party;
  return keys.get(party.toLowerCase()) ?? (/^[A-Z]{2,}$/.test(party) ? party : ownKey(party));
}

/**
 * Reads the groups and companies of a parties folder. A group that acts for its state (`for_state`) has no key of its own. Throws
 * `PACTA_KNOWLEDGE_MISSING` where a table cannot be read, `PACTA_KNOWLEDGE_INVALID` where a column is missing.
 */
export function readPartyKeys(folder: string): PartyKeys {
  const keys = new Map<string, string>();
  const enter = (names: readonly string[], key: string): void => {
    for (const one of names) if (one !== "" && !keys.has(one.toLowerCase())) keys.set(one.toLowerCase(), key);
  };
  for (const { name = "", aliases = "", for_state: forState } of readColumns(join(folder, "groups.tsv"), ["name", "aliases", "for_state"]))
    if (forState !== "yes") enter([name, ...aliases.split(";").map((alias) => alias.trim())], ownKey(name));
  for (const { name = "", aliases = "", state = "" } of readColumns(join(folder, "companies.tsv"), ["name", "state", "aliases"]))
    if (state !== "") enter([name, ...aliases.split(";").map((alias) => alias.trim())], state);
  return keys;
}
