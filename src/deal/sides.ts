// Who is a party to a deal, by its members: those who open it or, where nothing does, those who act upon it. Objectors, brokers and
// the imposers of sanctions that merely touch it are none.
import type { Claim, Party } from "../reading/index.ts";
import type { Attachment } from "./deal.ts";
import { partyKey } from "./party-key.ts";
import type { PartyKeys } from "./party-key.ts";

/** A party of a deal. `id` is null for companies, groups and names that no state or organisation stands for. */
export interface Side {
  readonly id: string | null;
  readonly name: string;
}

/** The parties of a claim with the giving side first: sellers, suppliers and donors before buyers and recipients. */
function inOrder(claim: Claim): readonly Party[] {
  return claim.act === "order" ? [...claim.targets, ...claim.actors] : [...claim.actors, ...claim.targets];
}

/** The members that show who the parties are. */
function telling(members: readonly Attachment[]): readonly Attachment[] {
  const openers = members.filter(({ part }) => part === "opens");
  return openers.length > 0 ? openers : members.filter(({ part }) => part === "joins" || part === "disputes");
}

/** Acts of transfer say which side gives; they come first. */
const directed = ({ member }: Attachment): number => (member.claim.actors.length > 0 && member.claim.targets.length > 0 ? 0 : 1);

/** The parties, the giving side first; each once, under the name of its state or organisation where that is told. */
export function sidesOf(members: readonly Attachment[], keys: PartyKeys): readonly Side[] {
  const sides = new Map<string, Side>();
  for (const { member } of [...telling(members)].sort((a, b) => directed(a) - directed(b))) {
    for (const party of inOrder(member.claim)) {
      const key = partyKey(party, keys);
      const known = sides.get(key);
      if (known === undefined || (known.id === null && party.id !== undefined)) sides.set(key, { id: party.id ?? null, name: party.name });
    }
  }
  return [...sides.values()];
}

/** Keys of the parties, as `partyKey` gives them. */
export function sideKeys(members: readonly Attachment[], keys: PartyKeys): ReadonlySet<string> {
  return new Set(telling(members).flatMap(({ member: { claim } }) => [...claim.actors, ...claim.targets].map((party) => partyKey(party, keys))));
}

/** Who gives and who gets, where the members say so. */
export function directionOf(members: readonly Attachment[]): { readonly from?: string; readonly to?: string } {
  const claim = telling(members)
    .map(({ member }) => member.claim)
    .find(({ act, targets }) => act === "order" || ((act === "sell" || act === "deliver" || act === "aid") && targets.length > 0));
  if (claim === undefined) return {};
  const [from, to] = claim.act === "order" ? [claim.targets[0], claim.actors[0]] : [claim.actors[0], claim.targets[0]];
  return { ...(from === undefined ? {} : { from: from.name }), ...(to === undefined ? {} : { to: to.name }) };
}
