// Ledgers of released schemas as they come forward: what each held, and that all of it can be asked for. Every store is held against this.
import { expect } from "vitest";
import type { Head } from "../chain.ts";
import { decide } from "../decided.fixture.ts";
import { refOf } from "../decision/index.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Ledger } from "../ledger.ts";
import { listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";

/** What a ledger of a schema held, beyond the documents a (two versions) and b, read by r1, b by r2 too. */
interface Held {
  readonly head: Head;
  readonly documents: readonly string[];
  /** Ids and seqs of the claims that stand. */
  readonly claims: readonly (readonly [id: string, seq: number])[];
  readonly decisions: readonly number[];
  readonly redacted: readonly string[];
  /** Of b. */
  readonly copies: readonly string[];
}

/** By schema. In the second Ada confirmed b's claim, d says what b says, and c did until it was redacted. */
export const HELD: Readonly<Record<number, Held>> = {
  1: {
    head: { seq: 7, hash: "6341e3be11145fe3157dcfeae85b8441a64dbf271f3977b04a9e6d735e5823c7" },
    documents: ["a 1", "b 1", "a 2"],
    claims: [
      ["a#36", 6],
      ["b#31", 7],
    ],
    decisions: [],
    redacted: [],
    copies: ["b"],
  },
  2: {
    head: { seq: 13, hash: "8a1494c9ded2bba04b25422a0dedf1c5a8cdb51f419b8575a7b5286791fbe4ba" },
    documents: ["a 1", "b 1", "a 2", "c 1", "d 1"],
    claims: [
      ["a#36", 6],
      ["b#31", 7],
      ["c#31", 10],
      ["d#31", 12],
    ],
    decisions: [13, 8],
    redacted: ["c"],
    copies: ["b", "d"],
  },
};

/** The numbers of the schemas. */
export const OLDER = Object.keys(HELD).map(Number);

/** What the ledger of this schema held, it holds. */
export async function holdsAll(ledger: Ledger, schema: number): Promise<void> {
  const held = HELD[schema];
  expect(await verify(ledger, { head: HELD[1]?.head.hash ?? "" })).toEqual(held?.head);
  expect((await listOf(ledger.documents())).map(({ id, version }) => `${id} ${version}`)).toEqual(held?.documents);
  expect((await ledger.document("a"))?.text).toBe("New. Norway signed a ferry contract.");
  expect(await ledger.versionOf(report("b").document)).toBe(1);
  expect((await ledger.readings("b")).map(({ seq, reader }) => [seq, reader])).toEqual([
    [7, "r2"],
    [4, "r1"],
  ]);
  expect((await ledger.reading("b"))?.claims).toEqual(report("b").reading.claims);
  expect((await ledger.claims()).claims.map(({ claim, seq }) => [claim.id, seq])).toEqual(held?.claims);
  expect((await ledger.claims({ party: "NOR", act: "sign", document: "a", readings: "all" })).claims).toHaveLength(2);
  expect((await ledger.claim("a#31"))?.version).toBe(1);
  expect((await ledger.standing("a"))?.claims.map(({ origin, decisions }) => [origin, decisions])).toEqual([["read", []]]);
  expect((await listOf(ledger.decisions())).map(({ seq }) => seq)).toEqual(held?.decisions);
  expect((await listOf(ledger.entries(6))).slice(0, 2).map(({ kind }) => kind)).toEqual(["reading", "reading"]);
  for (const id of held?.redacted ?? []) expect(await ledger.document(id)).toMatchObject({ text: "", redacted: true });
  expect(await ledger.copies("b")).toEqual({ origin: "b", members: held?.copies });
  expect(await ledger.copies("a")).toEqual({ origin: "a", members: ["a"] });
}

/** It takes entries of every kind. */
export async function takesAll(ledger: Ledger, schema: number): Promise<void> {
  await ledger.appendReadings([report("e"), report("f")], "r1");
  const [claim] = report("e").reading.claims;
  if (claim !== undefined) await decide(ledger, { type: "reject", claim: refOf("e", 1, claim) });
  await decide(ledger, { type: "redact", document: "a", reason: "asked" });
  expect((await ledger.copies("f"))?.members).toEqual([...(HELD[schema]?.copies ?? []), "e", "f"]);
  const [head, print] = [await verify(ledger), await fingerprint(ledger)];
  expect(head.seq).toBe((HELD[schema]?.head.seq ?? 0) + 6);
  expect(await ledger.rebuild()).toEqual(head);
  expect(await fingerprint(ledger)).toBe(print);
}
