// The contract, fourth part: the chain can be proved, by us and by others, and the projections made again.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { expect } from "vitest";
import { EMPTY } from "../chain.ts";
import { fingerprint } from "../fingerprint.ts";
import { fullReport, listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import type { Case } from "./case.fixture.ts";

/** Cases about proving. */
export const PROVING: Readonly<Record<string, Case>> = {
  "verifies when it is empty": async (ledger) => {
    expect(await verify(ledger)).toEqual(EMPTY);
    expect(await verify(ledger, { head: EMPTY.hash })).toEqual(EMPTY);
    expect(await ledger.rebuild()).toEqual(EMPTY);
    expect(await verify(ledger)).toEqual(EMPTY);
  },

  "verifies, and knows every head that it had": async (ledger) => {
    const heads = [];
    for (const id of ["a", "b", "c"]) {
      await ledger.appendReadings([report(id)], "r1");
      heads.push(await ledger.head());
    }
    for (const { hash } of heads) expect(await verify(ledger, { head: hash })).toEqual(heads[2]);
    await expect(verify(ledger, { head: "f".repeat(64) })).rejects.toMatchObject({ code: "PACTA_LEDGER_CUT" });
  },

  "chains its entries so that anyone can recompute the hashes": async (ledger) => {
    await ledger.appendReadings([report("a")], "r1");
    const [first, second] = await listOf(ledger.entries());
    const { document, reading } = report("a");
    const digest = (value: unknown) =>
      createHash("sha256")
        .update(String(canonicalize(value)))
        .digest("hex");
    const { text, ...rest } = document;
    const sha256 = createHash("sha256").update(text).digest("hex");
    const at = "2026-01-02T03:04:05.678Z";
    expect(first?.prev).toBe("0".repeat(64));
    expect(first?.hash).toBe(digest({ seq: 1, at, kind: "document", prev: first?.prev, body: { ...rest, version: 1, sha256 } }));
    const span = { start: 0, end: 30 };
    const body = {
      document: "a",
      version: 1,
      reader: "r1",
      claims: reading.claims.map((claim) => ({ ...claim, evidence: span })),
      abstained: [{ reason: "no-act", start: 16, end: 21 }],
      sha256: digest(["Norway signed a ferry contract", "ferry"]),
    };
    expect(second?.hash).toBe(digest({ seq: 2, at, kind: "reading", prev: first?.hash, body }));
  },

  "makes its projections again to the same bytes, without touching an entry": async (ledger) => {
    await ledger.appendReadings([report("a"), fullReport(), report("a", "New. "), report("b")], "r1");
    await ledger.appendReadings([report("a"), report("b")], "r2");
    const [rows, print, entries] = [await ledger.audit.rows(1, 99), await fingerprint(ledger), await listOf(ledger.entries())];
    expect(await ledger.rebuild()).toEqual(await ledger.head());
    expect(await ledger.audit.rows(1, 99)).toEqual(rows);
    expect(await fingerprint(ledger)).toBe(print);
    expect(await listOf(ledger.entries())).toEqual(entries);
    await ledger.appendReadings([report("d")], "r1");
    expect(await fingerprint(ledger)).not.toBe(print);
    expect((await verify(ledger)).seq).toBe(12);
  },
};
