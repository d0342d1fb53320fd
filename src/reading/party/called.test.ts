// What companies and groups are called: as their document does, once for all their mentions.
import { expect, test } from "vitest";
import { loadParties, recogniseParties } from "./index.ts";
import { analysisOf } from "./sentence.fixture.ts";

const lexicon = loadParties();

function names(...sources: readonly string[]): string[] {
  return recogniseParties(analysisOf(sources), lexicon).map(({ name }) => name);
}

test.each([
  ["by the fuller of two names", ["Houthis/PROPN fired/VERB", "Houthi/PROPN rebels/NOUN fled/VERB"], ["Houthi rebels", "Houthi rebels"]],
  ["by the only name that there is", ["Houthis/PROPN fired/VERB"], ["Houthis"]],
  ["by an older name", ["Eurocopter/PROPN won/VERB"], ["Eurocopter"]],
  ["with the legal form behind it", ["Monsanto/PROPN Company/PROPN lost/VERB", "Monsanto/PROPN won/VERB"], ["Monsanto Company", "Monsanto Company"]],
  ["by what an acronym is short for", ["HAL/PROPN won/VERB"], ["Hindustan Aeronautics"]],
  ["but states by their own names", ["Burma/PROPN objected/VERB"], ["Myanmar"]],
] as const)("are called %s", (_, sources, expected) => {
  expect(names(...sources)).toEqual(expected);
});
