// Progress is for a person at a terminal; nothing of it may reach a file or a build log.
import { expect, test } from "vitest";
import type { Output } from "./output.ts";
import { inkOf, outputOf } from "./output.ts";
import { progressLine, progressOn } from "./progress.ts";

function recorded(isTerminal: boolean): { output: Output; written: string[] } {
  const written: string[] = [];
  return { written, output: { isTerminal, colours: false, columns: 80, write: async (text) => void written.push(text) } };
}

const standing = { documents: 128, claims: 300, failures: 2, seconds: 4, share: 0.5 };

test("the line tells the share, the counts and the rate", () => {
  expect(progressLine(standing)).toBe("[############------------] 50%  128 documents, 300 claims, 2 failed, 32.0 a second");
  expect(progressLine({ documents: 1, claims: 0, failures: 0, seconds: 0 })).toBe("1 document, 0 claims");
});

test("a terminal gets the line, no wider than it is, and loses it again", async () => {
  const { output, written } = recorded(true);
  const progress = progressOn({ ...output, columns: 40 }, {});
  await progress.show(standing);
  await progress.clear();
  await progress.clear();
  expect(written[0]).toMatch(/^\r\u001b\[2K\[#+-+\] 50%/);
  expect(written[0]?.length).toBe(5 + 39);
  expect(written.slice(1)).toEqual(["\r\u001b[2K"]);
});

test("a pipe and a build get no progress", async () => {
  for (const [isTerminal, env] of [
    [false, {}],
    [true, { CI: "true" }],
  ] as const) {
    const { output, written } = recorded(isTerminal);
    const progress = progressOn(output, env);
    await progress.show(standing);
    await progress.clear();
    expect(written).toEqual([]);
  }
});

test("colours are for terminals that nobody asked to go without", () => {
  const stream = (isTTY: boolean) => ({ isTTY, columns: 80, write: () => true, once: () => undefined });
  expect(inkOf(outputOf(stream(true), {})).strong("x")).toBe("\u001b[1mx\u001b[22m");
  expect(inkOf(outputOf(stream(true), { NO_COLOR: "1" })).strong("x")).toBe("x");
  expect(inkOf(outputOf(stream(true), { TERM: "dumb" })).strong("x")).toBe("x");
  expect(inkOf(outputOf(stream(false), {})).strong("x")).toBe("x");
});

test("writing waits for a slow reader", async () => {
  let drained: (() => void) | undefined;
  const slow = outputOf({ write: () => false, once: (_, then) => (drained = then) }, {});
  let done = false;
  const writing = slow.write("x").then(() => (done = true));
  await Promise.resolve();
  expect(done).toBe(false);
  drained?.();
  await writing;
  expect(done).toBe(true);
});
