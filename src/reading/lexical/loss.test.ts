// The pass loses no claim: with the real weights, gold documents are read with it and without it, and the claims are the same. So is what
// was abstained from, in every document of which a tree is made; of the others it keeps only the sentences in which no act is seen.
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Reading } from "../claim.ts";
import { allThere, GOLD, goldDocuments, MODEL, WEIGHTS } from "../model.fixture.ts";
import { createReader, type Reader } from "../reader.ts";

const FILES = ["items.dev.jsonl", "articles.jsonl"];
const there = allThere("lexical/loss.test.ts", WEIGHTS, ...FILES.map((file) => join(GOLD, file)));

/** Claims, and what was abstained from for an act; a reading also notes silences, which tell of no act. */
function ofActs({ id, claims, abstained }: Reading): unknown {
  return { id, claims, abstained: abstained.filter((a) => a.act !== undefined) };
}

describe.runIf(there)("reading with the lexical pass", () => {
  let on: Reader;
  let off: Reader;
  beforeAll(async () => {
    on = await createReader({ model: MODEL, threads: 1 });
    off = await createReader({ model: MODEL, threads: 1, lexicalPass: false });
  }, 60_000); // each opens both networks, which on a busy machine takes longer than a hook is given
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
      const compared: [unknown, unknown][] = [];
      for (const [i, document] of documents.entries()) {
        const before = on.passed.analysed;
        const [passed] = await on.read([document]);
        const whole = readings[i];
        if (!passed || !whole) throw new Error(`no reading of ${document.id}`);
        compared.push(on.passed.analysed > before ? [ofActs(passed), ofActs(whole)] : [passed.claims, whole.claims]);
      }
      expect(compared.map(([passed]) => passed)).toEqual(compared.map(([, whole]) => whole));
    },
    120_000,
  );

  it("skips what it can", () => {
    expect(on.passed.analysed).toBeLessThan(on.passed.seen);
    expect(off.passed.analysed).toBe(off.passed.seen);
  });
});
