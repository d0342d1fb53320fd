// When two texts are one. Stories are made of words of their own, so that every share can be counted by hand.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areCopies, similarity } from "./copies.ts";
import { loadNearRules } from "./rules.ts";
import { signed, story } from "./story.fixture.ts";

const rules = loadNearRules();
const copies = (one: string, other: string): boolean => {
  const found = areCopies(signed(one), signed(other), rules);
  expect(areCopies(signed(other), signed(one), rules)).toBe(found);
  return found;
};

describe("how alike two texts are", () => {
  test("is exact where both are short", () => {
    // 46 and 26 runs of five words, 26 in both.
    expect(similarity(signed(story(1, 50)), signed(story(1, 30)))).toMatchObject({ jaccard: 26 / 46, containment: 1 });
    // One word in the middle of 24 breaks five of twenty runs.
    const changed = story(1, 24).replace("s1w12 ", "other ");
    expect(similarity(signed(story(1, 24)), signed(changed))).toMatchObject({ jaccard: 15 / 25, containment: 15 / 20 });
  });

  test("is near the truth where they are long, whole for a text within the other", () => {
    const { jaccard, containment, lead } = similarity(signed(story(1, 4000)), signed(story(1, 1000)));
    expect(jaccard).toBeGreaterThan(0.15);
    expect(jaccard).toBeLessThan(0.35);
    expect(containment).toBe(1);
    expect(lead).toBe(1);
  });

  test("is nothing between texts of other words, and all between texts of the same", () => {
    expect(similarity(signed(story(1, 300)), signed(story(2, 300)))).toEqual({ jaccard: 0, containment: 0, lead: 0 });
    expect(similarity(signed("a b"), signed("A, b!"))).toEqual({ jaccard: 1, containment: 1, lead: 1 });
    expect(similarity(signed("—"), signed("…"))).toEqual({ jaccard: 0, containment: 0, lead: 0 });
  });

  test("does not hang on which comes first", () => {
    const cut = fc.record({ from: fc.nat(200), count: fc.integer({ min: 1, max: 300 }), twice: fc.boolean() });
    fc.assert(
      fc.property(cut, cut, (a, b) => {
        const [one, other] = [a, b].map(({ from, count, twice }) => signed(story(1, count, from) + (twice ? ` ${story(2, 20)}` : "")));
        if (one === undefined || other === undefined) throw new Error("two were made");
        expect(similarity(one, other)).toEqual(similarity(other, one));
        expect(Object.values(similarity(one, other)).every((share) => share >= 0 && share <= 1)).toBe(true);
      }),
    );
  });
});

describe("copies", () => {
  test("say the same words, however few", () => {
    expect(copies("Signed.", "SIGNED")).toBe(true);
    expect(copies("War in Sudia", "War in Sudia")).toBe(true);
  });

  test("are a short item and the same with words before it", () => {
    expect(copies(story(1, 30), `River war: ${story(1, 30)}`)).toBe(true);
  });

  test("are long texts with a word changed here and there", () => {
    const edited = story(1, 300).replaceAll(/\b(s1w\d*7)\b/g, (word, _, at: number) => (at % 2 === 0 ? word : "other"));
    expect(copies(story(1, 300), edited)).toBe(true);
  });

  test("are a story and its first five paragraphs of a hundred", () => {
    expect(copies(story(1, 4000), story(1, 200))).toBe(true);
  });

  test("are a story with other paragraphs set in between, and the story alone", () => {
    expect(copies(story(1, 400), `${story(1, 200)} ${story(2, 80)} ${story(1, 200, 200)}`)).toBe(true);
  });
});

describe("no copies", () => {
  test.each([
    [
      "Malta reports its first case of the 501.V2 variant first detected in Norland.",
      "Latvia reports its first case of the 501.V2 variant first detected in Norland.",
    ],
    [
      "The confirmed death toll from an earthquake and tsunami in Sudia has risen to 1,407.",
      "The confirmed death toll from an earthquake and tsunami in Sudia has risen to 1,571.",
    ],
    [
      "A suicide bomber kills at least twelve people at a market in the city of Ostia in the north.",
      "A suicide bomber kills at least thirty people at a market in the city of Ostia in the south.",
    ],
    [
      "Voters in Sudia go to the polls for a general election.",
      "Voters in Sudia go to the polls for a general election, the third within two years, after the talks of all parties had failed.",
    ],
  ])("are two items of one set phrase: %s", (one, other) => {
    expect(copies(one, other)).toBe(false);
  });

  test("are a page of one paragraph and a report that quotes it", () => {
    expect(copies(story(1, 70), `${story(2, 300)} ${story(1, 70)} ${story(2, 300, 300)}`)).toBe(false);
  });

  test("are two reports that quote the same speech", () => {
    expect(copies(`${story(1, 200)} ${story(3, 100)} ${story(1, 200, 200)}`, `${story(2, 200)} ${story(3, 100)} ${story(2, 200, 200)}`)).toBe(false);
  });

  test("are texts that share nothing", () => {
    expect(copies(story(1, 200), story(2, 200))).toBe(false);
    expect(copies("—", "…")).toBe(false);
  });
});
