// Signatures: the same everywhere, small, and found again by what copies share.
import fc from "fast-check";
import { expect, test } from "vitest";
import { bandsOf, readSignature, SKETCH, signatureOf, writeSignature } from "./signature.ts";
import { signed, story } from "./story.fixture.ts";

// What is expected was made by another program, in Python, from the description of the form alone.
test("a signature is the same in every run and on every machine", () => {
  const signature = signed("Norway signed a ferry contract with Chile on Monday.");
  expect(signature).toMatchObject({ runs: 5, digest: "4fa9d55fa47611d4" });
  expect(writeSignature(signature)).toBe("AQUAAABPqdVfpHYR1AUNmpQHFRS5Qlp34N00+gjiq1E48Q2alAcVFLlCWnfg3TT6COKrUTjx");
});

test("runs are counted once", () => {
  expect(signed("a b c d e a b c d e").runs).toBe(5);
  expect(signed("a b c d e a b c d e a b c d e").runs).toBe(5);
  expect(signed("a b").runs).toBe(1);
});

test("however long the text, a signature has at most 600 bytes and 41 keys", () => {
  const signature = signed(story(1, 100_000));
  expect(signature.sketch).toHaveLength(SKETCH);
  expect(Buffer.from(writeSignature(signature), "base64").length).toBeLessThanOrEqual(600);
  expect(bandsOf(signature).length).toBeLessThanOrEqual(41);
});

test("a text without words is known by its signs", () => {
  expect(signed("—").runs).toBe(0);
  expect(bandsOf(signed("—"))).toHaveLength(1);
  expect(signed("—").digest).not.toBe(signed("…").digest);
});

test("of the body nothing else than its words counts", () => {
  const one = signed(story(1, 50));
  expect(signed(story(1, 50).toUpperCase().replaceAll(" ", ",  "))).toEqual(one);
});

test("what is written is read again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), (text) => {
      const signature = signatureOf({ text, blocks: [] });
      expect(readSignature(writeSignature(signature))).toEqual(signature);
    }),
  );
});

test.each(["", "AQ==", writeSignature(signed("a b c")).replace(/^A/, "B"), writeSignature(signed("a b c")).slice(0, -4)])(
  "%j was written by nobody",
  (written) => {
    expect(() => readSignature(written)).toThrow(expect.objectContaining({ code: "PACTA_SIGNATURE_INVALID" }));
  },
);

test("keys are safe whole numbers, each once, the first of them that of all words", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 120 }), (text) => {
      const keys = bandsOf(signed(text));
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((key) => Number.isSafeInteger(key) && key >= 0)).toBe(true);
      expect(keys.slice(1).every((key) => key < 2 ** 32)).toBe(true);
      expect(keys[0]).toBeGreaterThanOrEqual(2 ** 48);
    }),
  );
});
