// However the bytes come in, whole lines go on and those that are too long do not.
import { Readable } from "node:stream";
import { text } from "node:stream/consumers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { Lines } from "./lines.ts";

const MOST = 12;

/** What goes on of these chunks, and how many lines were dropped. */
async function through(chunks: readonly Buffer[]): Promise<{ passed: string; dropped: number }> {
  let dropped = 0;
  const lines = new Lines(MOST, () => (dropped += 1));
  return { passed: await text(Readable.from(chunks).pipe(lines)), dropped };
}

test("lines of at most so many bytes go on whole, longer ones are dropped and counted, and an unended one is none", async () => {
  const given = fc.array(fc.string({ unit: fc.constantFrom("a", "é", " ", "🚢"), maxLength: 16 }), { maxLength: 8 });
  await fc.assert(
    fc.asyncProperty(
      given,
      fc.string({ maxLength: 5 }).map((end) => end.replaceAll("\n", "")),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      async (all, end, sizes) => {
        const bytes = Buffer.from(all.map((line) => `${line}\n`).join("") + end);
        const chunks: Buffer[] = [];
        for (let at = 0, turn = 0; at < bytes.length; turn += 1) {
          const size = sizes[turn % sizes.length] ?? 1;
          chunks.push(bytes.subarray(at, at + size));
          at += size;
        }
        const fitting = all.filter((line) => Buffer.byteLength(line) + 1 <= MOST);
        expect(await through(chunks)).toEqual({ passed: fitting.map((line) => `${line}\n`).join(""), dropped: all.length - fitting.length });
      },
    ),
  );
});
