// Parties that a person said are one. Claims stay as they were told; what is folded into deals has one party for all of its names.
import type { Claim, Party } from "../reading/index.ts";

/** A person's word that names mean one party, or a name an id. */
export interface SaidSame {
  readonly names: readonly string[];
  readonly id?: string;
}

/** What a name stands for: a party with an id, or another name. */
type Meant = Pick<Party, "id" | "name">;

/** What names stand for that a person said are of one party. Names are compared as claims spell them. */
export type SameParties = ReadonlyMap<string, Meant>;

/** Names that hang together by what was said, with the newest id that was given and the name that was given first. */
interface OneParty {
  readonly names: ReadonlySet<string>;
  readonly name: string;
  readonly id?: string;
}

/** Puts one saying to those before it: what shares a name with it is one party with it. */
function together(parties: readonly OneParty[], { names, id }: SaidSame): readonly OneParty[] {
  const own = parties.filter((party) => names.some((name) => party.names.has(name)));
  const given = id ?? own.findLast((party) => party.id !== undefined)?.id;
  const all = new Set([...own.flatMap((party) => [...party.names]), ...names]);
  const [name = ""] = [...own.map((party) => party.name), ...names];
  return [...parties.filter((party) => !own.includes(party)), { names: all, name, ...(given === undefined ? {} : { id: given }) }];
}

/** What tables know of names: an id, or that it is that of a group or company. */
export interface KnownNames {
  readonly idOf: (name: string) => string | undefined;
  readonly isKnown: (name: string) => boolean;
}

/**
 * What each name stands for, from sayings in the order in which they were made: the id that a person gave, else one that a table has for a name
 * of them; without one the name that a table has, else the one that was given first.
 */
export function sameParties(said: readonly SaidSame[], { idOf, isKnown }: KnownNames): SameParties {
  const parties = said.reduce<readonly OneParty[]>(together, []);
  return new Map(
    parties.flatMap(({ names, name: first, id }) => {
      const known = id ?? [...names].map(idOf).find((one) => one !== undefined && one !== "");
      const name = [...names].find(isKnown) ?? first;
      return [...names].map((one): [string, Meant] => [one, known === undefined ? { name } : { id: known, name: one }]);
    }),
  );
}

/** All names that hang together with these by any of the sayings. */
export function namesBeside(names: readonly string[], said: readonly SaidSame[]): ReadonlySet<string> {
  const all = said.reduce<readonly OneParty[]>(together, [{ names: new Set(names), name: "" }]);
  return new Set([...names, ...all.filter((party) => names.some((name) => party.names.has(name))).flatMap((party) => [...party.names])]);
}

/** A claim with its parties as a person said they are. One to which the reader gave an id stays as it is: whom it means is known. */
export function withSameParties(claim: Claim, same: SameParties): Claim {
  const meant = (party: Party): Party => (party.id === undefined ? { ...party, ...same.get(party.name) } : party);
  const isMeant = ({ id, name }: Party): boolean => id === undefined && same.has(name);
  if (![...claim.actors, ...claim.targets].some(isMeant)) return claim;
  return { ...claim, actors: claim.actors.map(meant), targets: claim.targets.map(meant) };
}
