// Bytes are read within their bounds.
import fc from "fast-check";
import { expect, test } from "vitest";
import { collect, giveBack, lines, peek } from "./bytes.ts";

async function* chunked(text: string, size: number): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const someText = fc.string({ unit: fc.constantFrom("a", "é", "\n", "\r", " "), maxLength: 60 });

test("lines are those of a split at line feeds, however the bytes arrive", async () => {
  await fc.assert(
    fc.asyncProperty(someText, fc.integer({ min: 1, max: 7 }), async (text, size) => {
      const found: string[] = [];
      for await (const line of lines(chunked(text, size), 1000)) found[line.number - 1] = Buffer.from(line.bytes ?? []).toString();
      const expected = text.split("\n");
      expect(found).toEqual(expected.at(-1) === "" ? expected.slice(0, -1) : expected);
    }),
  );
});

test("a peek changes nothing in what follows", async () => {
  await fc.assert(
    fc.asyncProperty(someText, fc.integer({ min: 1, max: 7 }), fc.integer({ min: 0, max: 30 }), async (text, size, want) => {
      const { head, chunks } = await peek(chunked(text, size), want);
      expect(head.length).toBeGreaterThanOrEqual(Math.min(want, Buffer.byteLength(text)));
      expect(Buffer.from(await collect(chunks, 10_000)).toString()).toBe(text);
    }),
  );
});

test("collecting stops at the limit without reading on", async () => {
  let sent = 0;
  async function* endless() {
    for (;;) {
      sent += 1;
      yield Buffer.alloc(10);
    }
  }
  await expect(collect(endless(), 95)).rejects.toMatchObject({ code: "PACTA_INPUT_TOO_LARGE" });
  expect(sent).toBe(10);
});

test("a large file is collected as it came, in a buffer of its own, and given back at once", async () => {
  const parts = [700_000, 700_000, 5, 0, 900_000].map((size, i) => Buffer.alloc(size, i + 1));
  async function* stream() {
    yield* parts;
  }
  const bytes = await collect(stream(), 3_000_000);
  expect(Buffer.compare(bytes, Buffer.concat(parts))).toBe(0);
  expect(bytes.buffer.byteLength).toBe(bytes.length);
  giveBack(bytes);
  expect([bytes.length, bytes.buffer.byteLength]).toEqual([0, 0]);
  await expect(collect(stream(), 2_300_004)).rejects.toMatchObject({ code: "PACTA_INPUT_TOO_LARGE" });
});

test("bytes that others may have are not given back", () => {
  const bytes = Buffer.from("Norway");
  giveBack(bytes);
  expect(bytes.toString()).toBe("Norway");
  const whole = new Uint8Array(new ArrayBuffer(6, { maxByteLength: 60 }));
  whole.set(bytes);
  giveBack(whole.subarray(2, 4));
  expect(Buffer.from(whole).toString()).toBe("Norway");
});
