// The pass loses nothing: with the real weights, gold documents are read with it and without it, and the claims are the same. So is what
// was abstained from, except where the network for acts sees no act in a whole document: there the sentences themselves are listed.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../claim.ts";
import { allThere, GOLD, goldDocuments, MODEL, WEIGHTS } from "../model.fixture.ts";
import { createReader, type Reader } from "../reader.ts";

const FILES = ["items.dev.jsonl", "articles.jsonl"];
const there = allThere("lexical/loss.test.ts", WEIGHTS, ...FILES.map((file) => join(GOLD, file)));

/** Claims, and what was abstained from for an act; a reading also notes silences, which tell of no act, and what the network alone saw beside the words of acts may be outvoted. */
function ofActs({ id, claims, abstained }: Reading): unknown {
  return { id, claims, abstained: abstained.filter(({ act, reason }) => act !== undefined && reason !== "outvoted") };
}

function isUnseen({ abstained }: Reading): boolean {
  return abstained.some(({ reason }) => reason === "no-act-seen");
}

describe.runIf(there)("reading with the lexical pass", () => {
  let on: Reader;
  let off: Reader;
  beforeAll(async () => {
    on = await createReader({ model: MODEL, threads: 1 });
    off = await createReader({ model: MODEL, threads: 1, lexicalPass: false });
  });
  afterAll(async () => {
    await on.close();
    await off.close();
  });

  it.each(FILES)(
    "gives for %s what reading without it gives",
    async (file) => {
      const documents = goldDocuments(file);
      const readings = await off.read(documents);
      expect(readings.flatMap((r) => r.claims).length).toBeGreaterThan(50);
      const passed = await on.read(documents);
      expect(passed.map(({ claims }) => claims)).toEqual(readings.map(({ claims }) => claims));
      const seen = passed.flatMap((reading, i) => (isUnseen(reading) ? [] : [i]));
      expect(seen.length).toBeGreaterThan(documents.length / 2);
      expect(seen.map((i) => passed[i]).flatMap((one) => (one ? [ofActs(one)] : []))).toEqual(
        seen.map((i) => readings[i]).flatMap((one) => (one ? [ofActs(one)] : [])),
      );
    },
    120_000,
  );

  it("skips what it can", () => {
    expect(on.passed.analysed).toBeLessThan(on.passed.seen);
    expect(off.passed.analysed).toBe(off.passed.seen);
  });
});
