// Weights beside the rules: where they have a say, what they see, and that those which come with Pacta fit what is seen.
import { describe, expect, it } from "vitest";
import { boundaryRows } from "./boundary-rows.ts";
import { endsByWeights, isOpen, traitsOf } from "./learned.ts";
import type { Place } from "./learned.ts";
import { loadLexicon } from "./lexicon.ts";

function place(text: string, at: number, ruled = false): Place {
  const words = text.split(" ").map((form) => ({ form, start: 0, end: form.length }));
  return { words, at, first: 0, ruled, gap: " " };
}

describe("a place between two words", () => {
  it.each([
    ["Thanks Ann", 0, true],
    ["at 12", 0, true],
    ["the ban", 0, false],
  ])("in %j after word %i is open to the weights: %s", (text, at, open) => {
    expect(isOpen(place(text, at))).toBe(open);
  });

  it("is not open where the rules end a sentence or no blank stands", () => {
    expect(isOpen(place("signed. Iran", 0, true))).toBe(false);
    expect(isOpen({ ...place("Iran Russia", 0), gap: "" })).toBe(false);
  });

  it("is known by the outlines around it and the short words beside it", () => {
    expect(traitsOf(place("write to desk@example.org Our S-300 offices", 2))).toEqual([
      "blank one",
      "length <4",
      "outline -1 x",
      "outline 0 address",
      "outline 1 Xx",
      "outline 2 mixed",
      "word 0 address",
      "word 1 our",
      "outlines one address Xx",
      "word 0 and outline address Xx",
      "outline and word 1 address our",
      "opening outline x <4 Xx",
    ]);
  });

  it.each([
    ["Iran", "Xx"],
    ["UN", "XX"],
    ["U", "X"],
    ["", "edge"],
    ["7", "digits"],
    ["2015", "number"],
    ["10:30", "time"],
    ["3/4/2015", "date"],
    ["713-853-1696", "telephone"],
    ["Gen.", "x."],
    ["S-300", "mixed"],
    ["-----", "---"],
  ])("has %j as %s", (form, outline) => {
    expect(traitsOf({ words: [{ form, start: 0, end: form.length }], at: 0, first: 0, ruled: false, gap: " " })).toContain(`outline 0 ${outline}`);
  });

  it("ends a sentence where its weights sum to more than zero", () => {
    const open = place("Regards Ann Iran paid", 1);
    expect(endsByWeights(open, new Map())).toBe(false);
    expect(
      endsByWeights(
        open,
        new Map([
          ["bias", -2],
          ["word 0 ann", 1.5],
          ["word 1 iran", 0.5],
        ]),
      ),
    ).toBe(false);
    expect(
      endsByWeights(
        open,
        new Map([
          ["bias", -2],
          ["word 0 ann", 1.5],
          ["word 1 iran", 0.6],
        ]),
      ),
    ).toBe(true);
  });
});

it("the weights that come with Pacta name traits that places have", () => {
  const kindOf = (trait: string): string => /^(?:(?:outline|word|opening) \S+|\S+)/.exec(trait)?.[0] ?? "";
  const kinds = new Set(traitsOf(place("a b", 0)).map(kindOf));
  const names = [...loadLexicon().boundary.keys()].filter((trait) => trait !== "bias");
  expect(names.length).toBeGreaterThan(100);
  expect(names.filter((name) => !kinds.has(kindOf(name)))).toEqual([]);
});

it("the places to learn from are those that are open, each with whether a sentence ends there", () => {
  const text = "Call Ann Regards Bo signed. Iran paid";
  const rows = [...boundaryRows(text, [{ kind: "paragraph", start: 0, end: text.length }], loadLexicon(), new Set([8, 27]))];
  const open = rows.map(({ ends, traits }) => [traits.find((trait) => trait.startsWith("word 1 ")), ends]);
  expect(open).toEqual([
    ["word 1 ann", false],
    ["word 1 regards", true],
    ["word 1 bo", false],
  ]);
});
