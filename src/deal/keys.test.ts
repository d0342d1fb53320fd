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
  const keys = ["type q-70 NOR", "type q-70 SUD", "near launcher NOR", "near launcher SUD", "pair NOR+SUD"];
  expect(keysOf(profileOf(["NOR", "SUD"], fill), knowledge)).toEqual(keys);
  expect(keysOf(profileOf(["SUD", "NOR"], fill), knowledge)).toEqual(keys);
});

test("nothing gives no key", () => {
  expect(keysOf(emptyProfile(), knowledge)).toEqual([]);
  expect(keysOf(profileOf(["NOR"]), knowledge)).toEqual([]);
});

describe("of many parties three are keys", () => {
  const pairs = (parties: readonly string[], told: DealKnowledge): readonly string[] =>
    keysOf(profileOf(parties), told).map((key) => key.replace("pair ", ""));

  test("the first of the alphabet", () => {
    expect(pairs(["SUD", "PER", "OST", "NOR", "ABC"], knowledge)).toEqual(["ABC+NOR", "ABC+OST", "NOR+OST"]);
  });

  test("those that are no party of everything before those that are", () => {
    expect(pairs(["SUD", "PER", "OST", "NOR", "ABC"], busy)).toEqual(["ABC+OST", "ABC+PER", "OST+PER"]);
  });
});

describe("of many words three are keys", () => {
  const wordsOf = (topics: readonly string[]): readonly string[] => {
    const profile = profileOf(["NOR"], ({ context, subject }) => {
      for (const word of topics) subject.topics.add(word);
      for (let at = 0; at < 8; at += 1) context.set(`zyzzyva${at}`, 1);
    });
    return keysOf(profile, knowledge).map((key) => key.split(" ")[1] ?? "");
  };

  test("the rarest of the subject", () => {
    expect(wordsOf(["president", "zyzzyva", "government", "quagga", "people", "axolotl"])).toEqual(["axolotl", "quagga", "zyzzyva"]);
  });

  test("where it has few, of the text around", () => {
    expect(wordsOf(["president"])).toEqual(["president", "zyzzyva0", "zyzzyva1"]);
    expect(wordsOf([])).toEqual(["zyzzyva0", "zyzzyva1", "zyzzyva2"]);
  });
});
