// The inverted index by which a strand finds the few groups that it may belong to, so that clustering stays near-linear:
// by name, by party and type of goods, by two parties and a subject word, by two parties.
import type { Profile } from "./profile.ts";

/** Postings longer than this are read from their newest end only. */
const REACH = 16;
const MOST_PARTIES = 6;

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
  return [
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

/** Postings of group numbers by key. */
export class Postings {
  readonly #lists = new Map<string, number[]>();

  /** Enters a group under a profile's keys; a group that stands among the newest of a key is not entered again. */
  add(group: number, profile: Profile): void {
    for (const key of keysOf(profile)) {
      const list = this.#lists.get(key);
      if (list === undefined) this.#lists.set(key, [group]);
      else if (!list.includes(group, -REACH)) list.push(group);
    }
  }

  /** The groups that share a key with the profile, ascending. */
  find(profile: Profile): readonly number[] {
    const found = new Set(queriesOf(profile).flatMap((key) => this.#lists.get(key)?.slice(-REACH) ?? []));
    return [...found].sort((a, b) => a - b);
  }
}
