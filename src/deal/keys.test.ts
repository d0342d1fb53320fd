// The keys under which strands that may belong together find each other.
import { describe, expect, test } from "vitest";
import { keysOf } from "./keys.ts";
import type { DealKnowledge } from "./knowledge.ts";
import { knownOf } from "./known/catalogue.fixture.ts";
import { emptyProfile } from "./profile.ts";
import type { Profile } from "./profile.ts";
import { knowledge } from "./told.fixture.ts";

/** A profile of these parties, with what `fill` adds. */
function profileOf(parties: readonly string[], fill: (profile: Profile) => void = () => {}): Profile {
  const profile = emptyProfile();
  for (const party of parties) profile.parties.add(party);
  fill(profile);
  return profile;
}

/** Norland is a party of everything. */
const busy: DealKnowledge = { ...knowledge, known: knownOf(Array.from({ length: 6 }, (_, at) => ({ id: `row-${at}`, parties: "NOR" }))) };

test("what a strand is called is a key without its parties", () => {
  const profile = profileOf([], ({ known, subject }) => {
    known.add("river");
    subject.names.add("blue river");
    subject.acronyms.add("brt");
    subject.initials.add("brt");
  });
  expect(keysOf(profile, knowledge)).toEqual(["known river", "name blue river", "short brt"]);
});

test("goods and words are keys with each party, and two parties are one in whichever order they come", () => {
  const fill = ({ subject }: Profile): void => {
    subject.designations.add("q-70");
    subject.itemWords.add("launcher");
  };
  const keys = ["type NOR q-70", "type SUD q-70", "near NOR launcher", "near SUD launcher", "pair NOR+SUD"];
  expect(keysOf(profileOf(["NOR", "SUD"], fill), knowledge)).toEqual(keys);
  expect(keysOf(profileOf(["SUD", "NOR"], fill), knowledge)).toEqual(keys);
});

test("nothing gives no key", () => {
  expect(keysOf(emptyProfile(), knowledge)).toEqual([]);
  expect(keysOf(profileOf(["NOR"]), knowledge)).toEqual([]);
});

describe("of many parties four are keys", () => {
  const pairs = (parties: readonly string[], told: DealKnowledge): readonly string[] =>
    keysOf(profileOf(parties), told).map((key) => key.replace("pair ", ""));

  test("the first of the alphabet", () => {
    expect(pairs(["SUD", "PER", "OST", "NOR", "ABC"], knowledge)).toEqual(["ABC+NOR", "ABC+OST", "ABC+PER", "NOR+OST", "NOR+PER", "OST+PER"]);
  });

  test("those that are no party of everything before those that are", () => {
    expect(pairs(["SUD", "PER", "OST", "NOR", "ABC"], busy)).toEqual(["ABC+OST", "ABC+PER", "ABC+SUD", "OST+PER", "OST+SUD", "PER+SUD"]);
  });
});

test("of many words the eight rarest are keys, those of the text around among them", () => {
  const profile = profileOf(["NOR"], ({ context, subject }) => {
    for (const word of ["president", "government", "people"]) subject.topics.add(word);
    for (let at = 0; at < 8; at += 1) context.set(`zyzzyva${at}`, 1);
  });
  expect(keysOf(profile, knowledge)).toEqual(Array.from({ length: 8 }, (_, at) => `near NOR zyzzyva${at}`));
});
