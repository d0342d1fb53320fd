// The keys under which a strand is found by those that may belong with it, so that linking looks at few: what it is called, which goods which
// party deals in, a party with a rare word, two parties.
import type { DealKnowledge } from "./knowledge.ts";
import type { Profile } from "./profile.ts";

const MOST_PARTIES = 3;
const MOST_WORDS = 3;

/** Parties that are not a party of everything come first; among equals the order of the alphabet, so that two strands choose alike. */
function leading(parties: Iterable<string>, { known }: DealKnowledge): readonly string[] {
  const rank = (party: string): string => `${known.frequent.has(party) ? 1 : 0}${party}`;
  return [...parties].sort((a, b) => (rank(a) < rank(b) ? -1 : 1)).slice(0, MOST_PARTIES);
}

/** The rarest words of the subject, and where it has few, of the text around. */
function telling({ subject, context }: Profile, { rarity }: DealKnowledge): readonly string[] {
  const rarest = (words: Iterable<string>): readonly string[] =>
    [...words]
      .map((word): [string, number] => [word, rarity(word)])
      .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
      .map(([word]) => word);
  const own = new Set([...subject.itemWords, ...subject.topics]);
  return [...new Set([...rarest(own), ...rarest(context.keys())])].slice(0, MOST_WORDS);
}

/** The keys of a profile: it is entered under them, and asks under the same. Words come first: an index has those of a word side by side then. */
export function keysOf(profile: Profile, knowledge: DealKnowledge): readonly string[] {
  const { names, acronyms, initials, designations } = profile.subject;
  const parties = leading(profile.parties, knowledge);
  const words = telling(profile, knowledge);
  const pairs = parties.flatMap((a, at) => parties.slice(at + 1).map((b) => (a < b ? `${a}+${b}` : `${b}+${a}`)));
  return [
    ...[...profile.known].map((id) => `known ${id}`),
    ...[...names].map((name) => `name ${name}`),
    ...[...new Set([...acronyms, ...initials])].map((short) => `short ${short}`),
    ...parties.flatMap((party) => [...designations].map((type) => `type ${type} ${party}`)),
    ...parties.flatMap((party) => words.map((word) => `near ${word} ${party}`)),
    ...pairs.map((pair) => `pair ${pair}`),
  ];
}
