// Sentences and words after UD's conventions, and offsets that survive any text.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, BlockKind } from "../document/index.ts";
import { loadLexicon } from "./lexicon.ts";
import type { RawSentence } from "./sentence.ts";
import { paragraphBlocks, tokenize } from "./tokenize.ts";

const lexicon = loadLexicon();

function split(text: string): RawSentence[] {
  return tokenize(text, paragraphBlocks(text), lexicon);
}

function words(text: string): string {
  return split(text)
    .map((sentence) => sentence.words.map((word) => word.form).join(" "))
    .join(" | ");
}

describe("words", () => {
  it.each([
    ["Talks between al-Nur and state-owned Arex.", "Talks between al - Nur and state - owned Arex ."],
    [
      "The ministry didn't say whether Peru's or Chile’s fleet cannot sail.",
      "The ministry did n't say whether Peru 's or Chile ’s fleet can not sail .",
    ],
    ["The generals' plan", "The generals ' plan"],
    ["a $4bn loan, €1.2 billion or US$35m", "a $ 4 bn loan , € 1.2 billion or US$ 35 m"],
    ["a 12km pipeline and a 7th S-300PMU-1, a MiG-29M and 1990s F-16s", "a 12 km pipeline and a 7th S - 300PMU - 1 , a MiG - 29M and 1990s F - 16s"],
    ["pre-war, anti-ship and non-co-operative, but UN-backed", "pre-war , anti-ship and non-co-operative , but UN - backed"],
    ["Lt.-Gen. A. Roe of the U.S. Navy spoke to Corp. X.", "Lt. - Gen. A. Roe of the U.S. Navy spoke to Corp. X ."],
    ["“Yes,” said the envoy—‘no’ he did not (quite).", "“ Yes , ” said the envoy — ‘ no ’ he did not ( quite ) ."],
    ["It (see https://example.org/a?b=c), or desk@example.org.", "It ( see https://example.org/a?b=c ) , or desk@example.org ."],
    ["and/or on 3/12/2019, 2015-01-20 at 10:30am", "and / or on 3/12/2019 , 2015-01-20 at 10:30 am"],
    ["Up 3.5% to 1,250.75 :)", "Up 3.5 % to 1,250.75 :)"],
    ["Signed 👩‍👩‍👧🇺🇸👍🏽", "Signed 👩‍👩‍👧 🇺🇸 👍🏽"],
  ])("splits %s", (text, expected) => {
    expect(words(text)).toBe(expected);
  });

  it("marks the words that continue a written word", () => {
    const [sentence] = split("They can't, Ann's cannot.");
    expect(sentence?.words.filter((word) => word.fused).map((word) => word.form)).toEqual(["n't", "'s", "not"]);
  });

  it("keeps the full stop of an abbreviation inside a sentence and cuts it at the end, as UD English does", () => {
    expect(words("It left the U.S. for good. It came from the U.S.")).toBe("It left the U.S. for good . | It came from the U.S .");
  });
});

describe("sentences", () => {
  it.each([
    ["The order was cancelled. Iran sued.", 2],
    ["Mr. Li met Gen. J. Roe of Arex Inc. in Washington, D.C. on Jan. 5.", 1],
    ["They sold arms to the U.S. The deal ended.", 2],
    ["“We will not pay.” The ministry disagreed.", 2],
    ["“Will you pay?” he asked.", 1],
    ["It failed (see No. 7). Nobody said why.", 2],
    ["They waited... and waited.", 1],
    ["Talks ended at 5 p.m. EST on Tuesday.", 1],
    ["One line\nruns on here.", 1],
    ["No full stop\n\nNext paragraph", 2],
    ["1. Deliver the ships. 2. Pay.", 2],
  ])("finds in %j as many as %i", (text, count) => {
    expect(split(text)).toHaveLength(count);
  });

  it("never join two blocks, and bylines, datelines, credits and tails have none", () => {
    const text = "Head line\nBy A Person\nBody text";
    const kinds: BlockKind[] = ["headline", "byline", "paragraph"];
    const starts = [0, 10, 22, 32];
    const blocks = kinds.map((kind, i): Block => ({ kind, start: starts[i] ?? 0, end: (starts[i + 1] ?? 0) - 1 }));
    expect(tokenize(text, blocks, lexicon).map((s) => [s.block, text.slice(s.start, s.end)])).toEqual([
      [0, "Head line"],
      [2, "Body text"],
    ]);
  });

  it("end at each line of a list", () => {
    const text = "ten tanks\nfive ships";
    expect(tokenize(text, [{ kind: "list", start: 0, end: text.length }], lexicon)).toHaveLength(2);
  });

  it("are split by force after 180 words, at a semicolon near the limit", () => {
    const text = `${"ship ".repeat(150)}; ${"tank ".repeat(100)}`.trim();
    expect(split(text).map((sentence) => sentence.words.length)).toEqual([151, 100]);
  });

  it("have no endless word of a line without a blank", () => {
    const sentences = split("x".repeat(4096));
    expect(sentences.flatMap(({ words: own }) => own.map((word) => word.form.length))).toEqual(Array.from({ length: 16 }, () => 256));
  });
});

const pieces = fc.constantFrom(
  "Iran",
  "'s",
  "’s",
  "n't",
  " ",
  "  ",
  "\n",
  "\r\n",
  "\n\n",
  ". ",
  "...",
  "!?",
  '"',
  "“",
  "”",
  "(",
  ")",
  "-",
  "--",
  "—",
  "$",
  "4bn",
  "S-300",
  "U.S.",
  "Gen.",
  "👩‍👩‍👧",
  "🇺🇸",
  "e\u0301",
  "שלום",
  "مرحبا",
  "\u200f",
  "\ud83d",
  "\udc00",
  "日本",
  "http://a.b/c",
  "x@y.z",
  ":)",
  "1,000.5",
  "3/4",
  "\u00a0",
  "\u200b",
  "_",
  "#",
  "İ",
);
const anyText = fc.oneof(
  fc.array(pieces, { maxLength: 40 }).map((all) => all.join("")),
  fc.string({ unit: "binary", maxLength: 80 }),
  fc.string({ maxLength: 80 }),
);

describe("any text", () => {
  it("has each character that is no blank in exactly one word, in order, with true offsets", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const covered = new Uint8Array(text.length);
        let before = 0;
        for (const sentence of tokenize(text, [{ kind: "paragraph", start: 0, end: text.length }], lexicon)) {
          expect(sentence.words.length).toBeGreaterThan(0);
          for (const word of sentence.words) {
            expect(word.start).toBeGreaterThanOrEqual(before);
            expect(word.end).toBeGreaterThan(word.start);
            expect(text.slice(word.start, word.end)).toBe(word.form);
            covered.fill(1, word.start, word.end);
            before = word.end;
          }
          expect([sentence.start, sentence.end]).toEqual([sentence.words[0]?.start, sentence.words.at(-1)?.end]);
        }
        expect([...covered.keys()].filter((i) => (covered[i] === 1) === /\s/.test(text[i] ?? ""))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it("is split inside its blocks alone, wherever they begin and end", () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const [start, end] = [a % (text.length + 1), b % (text.length + 1)].sort((x, y) => x - y);
        const block: Block = { kind: "quote", start: start ?? 0, end: end ?? 0 };
        for (const sentence of tokenize(text, [block], lexicon)) {
          expect(sentence.start).toBeGreaterThanOrEqual(block.start);
          expect(sentence.end).toBeLessThanOrEqual(block.end);
        }
      }),
    );
  });

  it("has paragraph blocks that are in order and hold every character that is no blank", () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const blocks = paragraphBlocks(text);
        const outside = text.split("").filter((_, i) => !blocks.some((block) => block.start <= i && i < block.end));
        expect(outside.join("").trim()).toBe("");
        blocks.forEach((block, i) => expect(block.start).toBeGreaterThanOrEqual(blocks[i - 1]?.end ?? 0));
      }),
    );
  });
});
