// What is shown of documents: only addresses of the web are links, and every document is called something.
import { expect, test } from "vitest";
import { followable, publisherOf, readOf, titleOf } from "./asked.ts";

test("only addresses of the web are followed", () => {
  expect(followable("https://wire.example/a?b=1")).toBe("https://wire.example/a?b=1");
  for (const url of ["javascript:alert(1)", "JAVASCRIPT:alert(1)", " data:text/html,x", "//wire.example", "file:///etc", "", undefined])
    expect(followable(url)).toBeUndefined();
});

test("a document is called by its heading, its headline or its first words, on one line", () => {
  const document = { id: "d", version: 1, sha256: "", text: "Norway\nsigned. More.", blocks: [], sources: [], tags: [], seq: 1, at: "" };
  expect(titleOf({ ...document, heading: "A heading" })).toBe("A heading");
  expect(titleOf({ ...document, blocks: [{ start: 0, end: 13, kind: "headline" }] })).toBe("Norway signed");
  expect(titleOf(document)).toBe("Norway signed. More.");
  expect(titleOf({ ...document, text: "x".repeat(300) })).toHaveLength(121);
  expect(titleOf({ ...document, text: " " })).toBe("d");
});

test("its publisher is the host of its address, else the outlet that it names", () => {
  expect(publisherOf({ url: "https://www.wire.example/a" })).toBe("wire.example");
  expect(publisherOf({ url: "javascript:1", origin: { outlet: "Wire", basis: "meta" } })).toBe("Wire");
  expect(publisherOf({})).toBeUndefined();
});

test("of a version the claims of its newest reading are told", () => {
  const stored = (seq: number, version: number, id: string) => ({ seq, version, document: "d", reader: "r", claim: { id } }) as never;
  const page = { claims: [stored(2, 1, "a"), stored(4, 1, "b"), stored(6, 2, "c")] };
  expect(readOf(page, 1).map(({ id }) => id)).toEqual(["b"]);
  expect(readOf(page, 3)).toEqual([]);
});
