// The measure of sources behind claims, on one sentence that can be checked by eye.
import { describe, expect, it } from "vitest";
import type { SourceMention } from "../../reading/index.ts";
import type { GoldClaim } from "../gold.ts";
import { sameSource, sourcesBehind, sourcesOver } from "./behind.ts";

const TEXT = "Norway says that Poland condemned the sale of ships to Chad.";

/** The span of some words of the text. */
function span(words: string): { readonly start: number; readonly end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

function claim(quote: string, more: Partial<GoldClaim> = {}): GoldClaim {
  return { act: "sell", mode: "actual", negated: false, actors: [], evidence: { ...span(quote), quote }, ...more };
}

function source(name: string, cue: string, content: string, more: Partial<SourceMention> = {}): SourceMention {
  return { type: "source", ...span(name), name, cue, cueSpan: span(cue), content: span(content), ...more };
}

const SAYS = source("Norway", "says", "that Poland condemned the sale of ships to Chad");
const CONDEMNED = source("Poland", "condemned", "the sale of ships to Chad");

/** Names behind a claim. */
function behind(one: GoldClaim, ...sources: readonly SourceMention[]): string[] {
  return sourcesBehind(one, sources, TEXT).map(({ name }) => name);
}

describe("who is behind a claim's words", () => {
  it("is whoever's shortest content holds them", () => {
    expect(behind(claim("the sale of ships to Chad"), SAYS, CONDEMNED)).toEqual(["Poland"]);
    expect(behind(claim("Norway"), SAYS, CONDEMNED)).toEqual([]);
  });

  it("is held against the evidence beside the cue, where the evidence quotes it", () => {
    const evidence = claim("Norway says that Poland condemned");
    const short = source("Norway", "says", "that Poland condemned");
    expect(sourcesOver(evidence, [{ ...short, content: span("that Poland") }])).toEqual([]);
    expect(behind(evidence, { ...short, content: span("that Poland") })).toEqual(["Norway"]);
  });

  it("is nobody who does the act by saying it", () => {
    const objects = claim("Poland condemned the sale of ships to Chad", { act: "object", actors: [{ id: "POL", name: "Poland" }] });
    expect(behind(objects, CONDEMNED, SAYS)).toEqual(["Norway"]);
    expect(behind({ ...objects, mode: "planned" }, CONDEMNED)).toEqual(["Poland"]);
    expect(behind({ ...objects, act: "breach" }, CONDEMNED)).toEqual(["Poland"]);
  });

  it("is who asks only where the act is demanded", () => {
    const asks = { ...SAYS, asks: true as const };
    expect(behind(claim("the sale of ships to Chad"), asks)).toEqual([]);
    expect(behind(claim("the sale of ships to Chad", { mode: "demanded" }), asks)).toEqual(["Norway"]);
  });

  it("are all who say it together", () => {
    expect(behind(claim("the sale of ships to Chad"), SAYS, { ...SAYS, name: "Chad" })).toEqual(["Norway", "Chad"]);
  });
});

describe("names of one source", () => {
  it("end in one word, or have one head with the words of one in the other", () => {
    expect(sameSource({ name: "Sergei Lavrov" }, { name: "Lavrov" })).toBe(true);
    expect(sameSource({ name: "officials in Paris" }, { name: "officials" })).toBe(true);
    expect(sameSource({ name: "officials in Paris" }, { name: "officials of Norway" })).toBe(false);
    expect(sameSource({ name: "Norway" }, { name: "foreign ministry of Norway" })).toBe(true);
    expect(sameSource({ name: "Defence Ministry in Oslo" }, { name: "Foreign Ministry" })).toBe(false);
    expect(sameSource({ name: "Oslo" }, { name: "minister" })).toBe(false);
  });
});
