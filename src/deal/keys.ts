// The keys under which a strand is found by those that may belong with it, so that linking looks at few: what it is called, which goods which
// party deals in, a party with a rare word, two parties.
import type { DealKnowledge } from "./knowledge.ts";
import type { Profile } from "./profile.ts";

const MOST_PARTIES = 4;
const MOST_WORDS = 8;

/** Parties that are not a party of everything come first; among equals the order of the alphabet, so that two strands choose alike. */
function leading(parties: Iterable<string>, { known }: DealKnowledge): readonly string[] {
  const rank = (party: string): string => `${known.frequent.has(party) ? 1 : 0}${party}`;
  return [...parties].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, MOST_PARTIES);
}

/** The rarest words of the subject and of the text around. */
function telling({ subject, context }: Profile, { rarity }: DealKnowledge): readonly string[] {
  const words = [...new Set([...subject.itemWords, ...subject.topics, ...context.keys()])].map((word): [string, number] => [word, rarity(word)]);
  return words
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

/** The keys of a profile: it is entered under them, and asks under the same. */
export function keysOf(profile: Profile, knowledge: DealKnowledge): readonly string[] {
  const { names, acronyms, initials, designations } = profile.subject;
  const parties = leading(profile.parties, knowledge);
  const words = telling(profile, knowledge);
  const pairs = parties.flatMap((a, at) => parties.slice(at + 1).map((b) => (a < b ? `${a}+${b}` : `${b}+${a}`)));
  return [
    ...[...profile.known].map((id) => `known ${id}`),
    ...[...names].map((name) => `name ${name}`),
    ...[...new Set([...acronyms, ...initials])].map((short) => `short ${short}`),
    ...parties.flatMap((party) => [...designations].map((type) => `type ${party} ${type}`)),
    ...parties.flatMap((party) => words.map((word) => `near ${party} ${word}`)),
    ...pairs.map((pair) => `pair ${pair}`),
  ];
}
