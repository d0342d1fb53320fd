// The keys under which a strand is found by those that may belong with it, so that linking looks at few:
// by name, by party and type of goods, by two parties and a subject word, by two parties.
import type { Profile } from "./profile.ts";

const MOST_PARTIES = 6;
/** Of the words around the rarest so many are keys, where they are rarer than this. */
const RAREST = 8;
const HALF = 0.45;

function pairsOf(parties: readonly string[]): string[] {
  return parties.flatMap((a, at) => parties.slice(at + 1).map((b) => (a < b ? `${a}+${b}` : `${b}+${a}`)));
}

/** The keys of a profile. `lone` keys (one party and a subject word) are given where it has one party only. */
export function keysOf(profile: Profile): readonly string[] {
  const { names, acronyms, initials, designations, itemWords, topics } = profile.subject;
  const parties = [...profile.parties].slice(0, MOST_PARTIES);
  const pairs = pairsOf(parties);
  const words = [...new Set([...itemWords, ...topics])];
  const lone = parties.length === 1 ? words.map((word) => `one ${parties[0] ?? ""} ${word}`) : [];
  const rare = [...profile.context].slice(0, RAREST).filter(([, rarity]) => rarity > HALF).map(([word]) => word);
  return [
    ...parties.flatMap((party) => rare.map((word) => `near ${party} ${word}`)),
    ...[...profile.known].map((id) => `known ${id}`),
    ...[...names].map((name) => `name ${name}`),
    ...[...acronyms, ...initials].map((short) => `short ${short}`),
    ...parties.flatMap((party) => [...designations].map((type) => `type ${party} ${type}`)),
    ...pairs.flatMap((pair) => words.map((word) => `pair ${pair} ${word}`)),
    ...pairs.map((pair) => `pair ${pair}`),
    ...parties.flatMap((party) => words.map((word) => `any ${party} ${word}`)),
    ...lone,
  ];
}

/** The keys by which a profile asks: a lone party may find any group that has it, two or more find the groups that have one alone. */
export function queriesOf(profile: Profile): readonly string[] {
  const keys = keysOf(profile);
  if (profile.parties.size === 1) return keys.filter((key) => !key.startsWith("one "));
  return keys.map((key) => (key.startsWith("any ") ? `one${key.slice(3)}` : key));
}
