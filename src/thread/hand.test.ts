// Bytes are handed to threads, and back, without a copy where they have their buffer to themselves.
import { expect, test } from "vitest";
import { buffersOf, ownerOf } from "./index.ts";

const alone = (): Uint8Array => Uint8Array.of(1, 2, 3);

test("bytes that are alone in their buffer are handed over; others lie in it still, and are copied", () => {
  const whole = alone();
  expect(ownerOf(whole)).toBe(whole);
  const beside = alone().subarray(1);
  const owner = ownerOf(beside);
  expect([...owner, owner.buffer.byteLength]).toEqual([2, 3, 2]);
  expect(owner.buffer).not.toBe(beside.buffer);
  const shared = new Uint8Array(new SharedArrayBuffer(2));
  expect(ownerOf(shared).buffer).toBeInstanceOf(ArrayBuffer);
});

test("a buffer that grew is handed over as it is", () => {
  const grown = new ArrayBuffer(0, { maxByteLength: 1000 });
  grown.resize(3);
  const bytes = new Uint8Array(grown).fill(7);
  expect([...structuredClone(bytes, { transfer: [...buffersOf([bytes])] })]).toEqual([7, 7, 7]);
  expect(bytes.length).toBe(0);
});

test("of what goes with a value each buffer is named once, and none that holds something else", () => {
  const whole = alone();
  expect(buffersOf([whole, alone().subarray(1), new Uint8Array(whole.buffer)])).toEqual([whole.buffer]);
});
