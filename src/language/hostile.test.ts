// Splitting stands between the world and the model: whatever text comes, it takes time in proportion and loses no character.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseDocuments } from "./language.ts";
import type { Language } from "./language.ts";
import { HOSTILE } from "./hostile.fixture.ts";
import { loadLexicon } from "./lexicon.ts";
import { firstBeyond } from "./overlong.ts";
import type { RawSentence, RawWord } from "./sentence.ts";
import { paragraphBlocks, splitText } from "./tokenize.ts";
import type { Split } from "./tokenize.ts";

const lexicon = loadLexicon();
const split = (text: string, most?: number): Split => splitText(text, paragraphBlocks(text), lexicon, most);
const PROSE = "Norland signed a contract with Arex on Monday.";

/** What is wrong with a split: words and unanalysed parts are in order, apart, true to the text, and hold every character that is no blank. */
function faultOf(text: string, { sentences, unanalysed }: Split): string | undefined {
  const words = sentences.flatMap((sentence) => sentence.words);
  const spans = [...words, ...unanalysed].sort((a, b) => a.start - b.start);
  let [before, lost] = [0, ""];
  for (const { start, end } of spans) {
    if (start < before || end <= start) return `${start}-${end} follows on ${before}`;
    if (partsPair(text, start) || partsPair(text, end)) return `${start}-${end} parts a surrogate pair`;
    lost += text.slice(before, start).trim();
    before = end;
  }
  lost += text.slice(before).trim();
  if (lost !== "") return `lost: ${lost}`;
  const untrue = words.find(({ start, end, form }) => text.slice(start, end) !== form);
  if (untrue !== undefined) return `${untrue.form} is not what stands at ${untrue.start}`;
  const odd = sentences.findIndex(({ start, end, index, words: own }, i) => index !== i || own[0]?.start !== start || own.at(-1)?.end !== end);
  return odd < 0 ? undefined : `sentence ${odd} is not its words`;
}

function partsPair(text: string, at: number): boolean {
  return /[\uD800-\uDBFF]/.test(text[at - 1] ?? "") && /[\uDC00-\uDFFF]/.test(text[at] ?? "");
}

function time(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** What is quadratic takes sixteen times as long; below a tenth of a second the clock and the collector say more than the text. */
function isProportional(text: string, fourfold: string): boolean {
  const [once, four] = [time(() => split(text)), time(() => split(fourfold))];
  return four < Math.max(100, once * 10);
}

describe.each(HOSTILE)("$name", ({ of, parts }) => {
  it("are in words or in parts that say why they were not analysed", () => {
    const text = of(30_000);
    const whole = split(text);
    expect(faultOf(text, whole)).toBeUndefined();
    expect(whole.unanalysed.map((part) => part.reason)).toEqual(parts);
    expect(Math.max(0, ...whole.sentences.map((sentence) => sentence.words.length))).toBeLessThanOrEqual(180);
  });

  it("take time in proportion to their length", () => {
    const [text, fourfold] = [of(10_000), of(40_000)];
    // Another process may have had the core meanwhile: one fair measurement of four is enough.
    expect([1, 2, 3, 4].some(() => isProportional(text, fourfold))).toBe(true);
    expect(time(() => split(fourfold))).toBeLessThan(10_000);
  });
});

describe("a text of ten million characters", () => {
  it("without a blank is one part that was not analysed, and what stands around it is read", () => {
    const text = `${PROSE}\n\n${"x".repeat(10_000_000)}\n\n${PROSE}`;
    const { sentences, unanalysed } = split(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual([PROSE, PROSE]);
    expect(unanalysed).toEqual([{ start: 48, end: 10_000_048, reason: "no-blanks" }]);
  });

  it("is split as far as 500,000 words, and says so of the rest", () => {
    const text = "Ships sail. ".repeat(833_333).trim();
    const { sentences, unanalysed } = split(text);
    expect(unanalysed).toEqual([{ start: sentences.length * 12, end: text.length, reason: "too-long" }]);
    expect(sentences.reduce((sum, { words }) => sum + words.length, 0)).toBe(500_001 - 3);
  });
});

describe("a sentence", () => {
  it("with a hole in it is not read around the hole", () => {
    const text = `Norland did ${"\u0001\ufffd".repeat(20)} sign. It paid.`;
    const { sentences, unanalysed } = split(text);
    expect(sentences.map(({ start, end }) => text.slice(start, end))).toEqual(["It paid."]);
    expect(unanalysed).toEqual([{ start: 0, end: text.indexOf(" It"), reason: "not-text" }]);
  });

  it("with a few broken characters or a joined emoji is read", () => {
    for (const text of ["The caf\ufffd at Ko\u00adblenz was \x93closed\x94.", "Signed 👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦!", "قرارداد می‌شود و نمی‌شود"]) {
      expect(split(text).unanalysed).toEqual([]);
    }
  });

  it("that breaks off where the splitting ends belongs to what was not analysed", () => {
    const text = "Ships sail. Ships sail north. Tanks roll.";
    const { sentences, unanalysed } = split(text, 5);
    expect(sentences.map((sentence) => sentence.end)).toEqual([11]);
    expect(unanalysed).toEqual([{ start: 12, end: text.length, reason: "too-long" }]);
  });
});

const word = (form: string): RawWord => ({ form, start: 0, end: form.length });
const sentenceOf = (forms: readonly string[]): RawSentence => ({ start: 0, end: 1, index: 0, block: 0, words: forms.map(word) });

describe("the encoder's budget for one document", () => {
  it("is spent on the word pieces and end marks of its sentences, dearer ones in long sentences", () => {
    const all = [sentenceOf(["ships"]), sentenceOf(["sail", "on"]), sentenceOf(Array.from({ length: 174 }, () => "east"))];
    // 2 pieces and 6, 2 and 6, 174 and 6, each at 1 + pieces / 450: 8.14, 8.14 and 252.
    expect(firstBeyond(all, 269)).toBeUndefined();
    expect(firstBeyond(all, 268)).toBe(all[2]);
    expect(firstBeyond(all, 16)).toBe(all[1]);
  });

  it("ends the analysis of a document at the first sentence that it does not reach", async () => {
    const text = "Ships sail north and south. ".repeat(40_000);
    const document = { id: "long", text, blocks: paragraphBlocks(text), sources: [], tags: [] };
    let asked = 0;
    const echo = async (all: readonly RawSentence[]) => {
      asked += all.length;
      return all.map((one) => ({ ...one, words: [], names: [] }));
    };
    const language: Language = { version: "none", backend: "native", lexicon, analyse: echo, actsOf: async () => [], close: async () => undefined };
    const [analysis] = await analyseDocuments([document], language);
    // Six words of nine pieces, and six for the sentence, at 1 + 15 / 450.
    const reached = Math.floor(300_000 / 15.5);
    expect(asked).toBe(reached);
    expect(analysis?.sentences).toHaveLength(reached);
    expect(analysis?.unanalysed).toEqual([{ start: reached * 28, end: text.trimEnd().length, reason: "too-long" }]);
  });
});

const units = ["Norland", "'s", "n't", " ", "\u00a0", "\n", "\n\n", ". ", "...", '"', "“", ")", "-", "$4bn", "U.S.", "No. ", "a@b.c", "http://x.y/"];
const noise = [
  "\0",
  "\x9c",
  "\ufeff",
  "\u202e",
  "\u200b",
  "\ud83d",
  "\udc00",
  "\ufffd",
  "e\u0301\u0302\u0303\u0304\u0305\u0306",
  "👩‍👩‍👧",
  "🇺🇸",
  "日本",
  "x".repeat(4097),
];
const anyText = fc.oneof(
  fc.array(fc.oneof(fc.constantFrom(...units), fc.constantFrom(...noise)), { maxLength: 60 }).map((all) => all.join("")),
  fc.string({ unit: "binary", maxLength: 200 }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }).map((codes) => String.fromCharCode(...codes)),
);

describe("any text", () => {
  it("is in words or in parts that were not analysed, each exactly once", () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 0, max: 40 }), (text, most) => {
        expect(faultOf(text, split(text))).toBeUndefined();
        expect(faultOf(text, split(text, most))).toBeUndefined();
      }),
      { numRuns: 500 },
    );
  });
});
