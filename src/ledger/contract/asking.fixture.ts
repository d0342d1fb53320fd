// The contract, third part: claims and entries are found by what they are about, each once and in order.
import { expect } from "vitest";
import type { ClaimFilter, Ledger, Read } from "../ledger.ts";
import { claimOn, documentOf, fullReport, listOf, report } from "../report.fixture.ts";
import type { Case } from "./case.fixture.ts";

const text = "Norway signed. Norway ordered. Norway signed again.";
const three = (id: string): Read => ({
  document: documentOf(id, text),
  reading: {
    id,
    claims: [
      claimOn(text, "Norway signed.", { id: `${id}-0` }),
      claimOn(text, "Norway ordered.", {
        id: `${id}-1`,
        act: "order",
        actors: [{ name: "Nordverft" }],
        targets: [
          { id: "SWE", name: "Sweden" },
          { id: "SWE", name: "Sweden", via: "navy" },
        ],
      }),
      claimOn(text, "Norway signed again.", { id: `${id}-2`, actors: [{ id: "SWE", name: "Sweden" }], targets: [{ id: "SWE", name: "Sweden" }] }),
    ],
    abstained: [],
  },
});
const ids = ["a", "b", "c"];
const PAGES: readonly (readonly [ClaimFilter, readonly string[]])[] = [
  [{}, ["a-0", "a-1", "a-2", "b-0", "b-1", "b-2", "c-0", "c-1", "c-2"]],
  [{ document: "b" }, ["b-0", "b-1", "b-2"]],
  [{ act: "sign" }, ["a-0", "a-2", "b-0", "b-2", "c-0", "c-2"]],
  [{ party: "SWE" }, ["a-1", "a-2", "b-1", "b-2", "c-1", "c-2"]],
  [{ party: "Nordverft" }, ["a-0", "a-1", "b-0", "b-1", "c-0", "c-1"]],
  [{ party: "SWE", act: "order", document: "c" }, ["c-1"]],
  [{ party: "FIN" }, []],
  [{ act: "sue" }, []],
  [{ document: "d" }, []],
];

const pages = PAGES.map(([filter, ids]): [string, Case] => [
  `finds claims by ${JSON.stringify(filter)}, each once and in order`,
  (ledger) => finds(ledger, filter, ids),
]);

async function finds(ledger: Ledger, filter: ClaimFilter, expected: readonly string[]): Promise<void> {
  await ledger.appendReadings(ids.map(three), "r1");
  for (const limit of [1, 2, 100]) {
    const found: string[] = [];
    for (let after: string | undefined; ;) {
      const page = await ledger.claims({ ...filter, limit, ...(after === undefined ? {} : { after }) });
      expect(page.claims.length).toBeLessThanOrEqual(limit);
      found.push(...page.claims.map(({ claim }) => claim.id));
      after = page.next;
      if (after === undefined) break;
    }
    expect(found).toEqual(expected);
  }
}

/** Cases about asking. */
export const ASKING: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(pages),

  "says where a claim comes from": async (ledger) => {
    const { document, reading } = fullReport();
    await ledger.appendReading(document, reading, "r1");
    expect(await ledger.claim("full-1")).toEqual({
      claim: reading.claims[0],
      seq: 2,
      document: document.id,
      version: 1,
      day: "2026-01-01",
      reader: "r1",
    });
    expect(await ledger.claim("nothing")).toBeUndefined();
    await expect(ledger.claims({ after: "elsewhere" })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
  },

  "lists documents by pages, the last that came first": async (ledger) => {
    await ledger.appendReadings(
      ids.map((id) => report(id)),
      "r1",
    );
    const all = (await listOf(ledger.documents())).toReversed();
    expect(all.map(({ id }) => id)).toEqual(["c", "b", "a"]);
    expect(await ledger.documentPage()).toEqual({ documents: all });
    const first = await ledger.documentPage({ limit: 2 });
    expect(first).toEqual({ documents: all.slice(0, 2), next: String(all[1]?.seq) });
    expect(await ledger.documentPage({ limit: 2, after: first.next ?? "" })).toEqual({ documents: all.slice(2) });
    for (const after of ["elsewhere", "0", "1.2"])
      await expect(ledger.documentPage({ after })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
  },

  "gives entries from any seq, and goes on to those that are appended meanwhile": async (ledger) => {
    await ledger.appendReadings([report("a"), report("b")], "r1");
    expect((await listOf(ledger.entries(3))).map(({ seq, kind }) => [seq, kind])).toEqual([
      [3, "document"],
      [4, "reading"],
    ]);
    const seen: number[] = [];
    for await (const { seq } of ledger.entries()) {
      seen.push(seq);
      if (seq === 4) await ledger.appendReadings([report("c")], "r1");
    }
    expect(seen).toEqual([1, 2, 3, 4, 5, 6]);
  },
};
