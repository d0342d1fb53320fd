// Files are sent in requests that the server takes.
import fc from "fast-check";
import { expect, test } from "vitest";
import { batched, givenName, sizeText } from "./batches.ts";

test("each file that fits is in one batch, in order, and no batch is too large", () => {
  const sizes = fc.array(fc.integer({ min: 0, max: 120 }), { maxLength: 40 });
  fc.assert(
    fc.property(sizes, (all) => {
      const files = all.map((size, at) => ({ size, at }));
      const { batches, tooLarge } = batched(files, { bytes: 100, files: 5 });
      expect(batches.flat()).toEqual(files.filter(({ size }) => size <= 100));
      expect(tooLarge).toEqual(files.filter(({ size }) => size > 100));
      for (const batch of batches) {
        expect(batch.length).toBeGreaterThan(0);
        expect(batch.length).toBeLessThanOrEqual(5);
        expect(batch.reduce((sum, { size }) => sum + size, 0)).toBeLessThanOrEqual(100);
      }
    }),
  );
});

test("a name is one that the server takes, and keeps its ending", () => {
  expect(givenName("a/b\\c.html")).toBe("a-b-c.html");
  const long = givenName(`${"x".repeat(300)}.warc.gz`);
  expect([long.length, long.endsWith(".warc.gz")]).toEqual([200, true]);
});

test("sizes are said as people say them", () => {
  expect([0, 999, 1000, 12_345, 3_400_000, 24_000_000_000].map(sizeText)).toEqual(["0 bytes", "999 bytes", "1.0 kB", "12 kB", "3.4 MB", "24 GB"]);
});
