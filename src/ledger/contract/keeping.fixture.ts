// The contract, first part: what is read is kept, every version of it, and nothing twice.
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { listOf, fullReport, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import type { Case } from "./case.fixture.ts";

/** Cases about keeping. */
export const KEEPING: Readonly<Record<string, Case>> = {
  "gives back a document and its reading to the letter": async (ledger) => {
    const { document, reading } = fullReport();
    await ledger.appendReading(document, reading, "reader 1");
    const sha256 = createHash("sha256").update(document.text).digest("hex");
    const at = "2026-01-02T03:04:05.678Z";
    expect(await ledger.document(document.id)).toEqual({ ...document, version: 1, sha256, seq: 1, at });
    expect(await ledger.reading(document.id)).toEqual({
      document: document.id,
      version: 1,
      reader: "reader 1",
      claims: reading.claims,
      abstained: reading.abstained,
      seq: 2,
      at,
    });
    const { text, ...listed } = document;
    expect(await listOf(ledger.documents())).toEqual([{ ...listed, version: 1, sha256, seq: 1, at }]);
    expect(text).toContain("🚢");
  },

  "appends nothing when the same is read again": async (ledger) => {
    const { document, reading } = report("a");
    expect((await ledger.appendReading(document, reading, "r1")).appended).toEqual({ document: true, reading: true });
    const head = await ledger.head();
    expect(await ledger.appendReading(document, reading, "r1")).toEqual({ document: "a", version: 1, appended: { document: false, reading: false } });
    expect(await ledger.head()).toEqual(head);
  },

  "takes a document that stands twice in a batch once": async (ledger) => {
    const receipts = await ledger.appendReadings([report("a"), report("b"), report("a")], "r1");
    expect(receipts.map(({ appended }) => appended.document)).toEqual([true, true, false]);
    expect((await ledger.head()).seq).toBe(4);
  },

  "keeps a changed text as a new version, and the old one with its claims": async (ledger) => {
    await ledger.appendReadings([report("a")], "r1");
    const receipts = await ledger.appendReadings([report("a", "Corrected. ")], "r1");
    expect(receipts).toEqual([{ document: "a", version: 2, appended: { document: true, reading: true } }]);
    expect((await ledger.document("a"))?.text).toBe("Corrected. Norway signed a ferry contract.");
    expect((await ledger.document("a", 1))?.text).toBe("Norway signed a ferry contract.");
    expect(await ledger.document("a", 3)).toBeUndefined();
    expect((await ledger.claims()).claims.map(({ version }) => version)).toEqual([2]);
    expect((await ledger.claims({ readings: "all" })).claims.map(({ version }) => version)).toEqual([1, 2]);
    expect((await ledger.claim("a#31"))?.version).toBe(1);
  },

  "keeps a text that comes with its day later as a new version, and does not forget the day again": async (ledger) => {
    const dated = report("a", "", { published: { day: "2026-01-01", basis: "caller" } });
    for (const one of [report("a"), dated, dated, report("a")]) await ledger.appendReadings([one], "r1");
    expect((await listOf(ledger.documents())).map(({ published }) => published?.day)).toEqual([undefined, "2026-01-01"]);
    expect((await ledger.claims()).claims.map(({ day }) => day)).toEqual(["2026-01-01"]);
  },

  "tells the version that a document already is": async (ledger) => {
    const dated = report("a", "", { published: { day: "2026-01-01", basis: "caller" } });
    expect(await ledger.versionOf(dated.document)).toBeUndefined();
    await ledger.appendReadings([report("a"), report("a", "New. "), dated], "r1");
    const versions = [report("a"), report("a", "New. "), dated, report("a", "Newer. "), report("b")].map(({ document }) =>
      ledger.versionOf(document),
    );
    expect(await Promise.all(versions)).toEqual([1, 2, 3, undefined, undefined]);
  },

  "keeps a newer reader's reading beside the older one": async (ledger) => {
    const { document, reading } = report("a");
    await ledger.appendReading(document, reading, "r1");
    expect((await ledger.appendReading(document, { ...reading, claims: [] }, "r2")).appended).toEqual({ document: false, reading: true });
    expect((await ledger.reading("a"))?.reader).toBe("r2");
    expect((await ledger.reading("a", { reader: "r1" }))?.claims).toHaveLength(1);
    expect(await ledger.reading("a", { version: 2 })).toBeUndefined();
    expect((await ledger.claims()).claims).toEqual([]);
    expect((await ledger.claims({ readings: "all" })).claims).toHaveLength(1);
  },

  "does not take an older version that is read again for the newest": async (ledger) => {
    await ledger.appendReadings([report("a"), report("a", "New. ")], "r1");
    await ledger.appendReadings([report("a")], "r2");
    expect((await ledger.claims()).claims.map(({ version, reader }) => [version, reader])).toEqual([[2, "r1"]]);
  },

  "appends drafts as they are, each to what stands before it": async (ledger) => {
    const { document, reading } = report("a");
    const sha256 = createHash("sha256").update(document.text).digest("hex");
    await ledger.append([{ kind: "document", body: { ...document, version: 1, sha256 } }]);
    const body = { document: "a", version: 1, reader: "r1", claims: [...reading.claims], abstained: [...reading.abstained] };
    const head = await ledger.append([{ kind: "reading", body }]);
    expect(head.seq).toBe(2);
    expect(await ledger.append([])).toEqual(head);
    await expect(ledger.append([{ kind: "reading", body }])).rejects.toMatchObject({ code: "PACTA_LEDGER_ENTRY_INVALID" });
  },

  "keeps ids and names apart that differ in characters which are hard to keep": async (ledger) => {
    const names = ["x", "x\0", "x\u2400", "x\u24000", "x\u24001", "X", "x ", "\uFEFFx", "x\u0301", "x\\", "x'"];
    for (const name of names) {
      const { document, reading } = report(name);
      const claims = reading.claims.map((claim) => ({ ...claim, actors: [{ name }] }));
      await ledger.appendReading(document, { ...reading, claims }, name);
    }
    expect((await listOf(ledger.documents())).map(({ id }) => id)).toEqual(names);
    for (const name of names) {
      expect((await ledger.document(name))?.id).toBe(name);
      expect((await ledger.reading(name, { reader: name }))?.reader).toBe(name);
      expect((await ledger.claims({ party: name })).claims.map(({ document }) => document)).toEqual([name]);
      expect((await ledger.claim(`${name}#31`))?.document).toBe(name);
    }
    expect((await verify(ledger)).seq).toBe(2 * names.length);
  },

  "takes writes that are asked for at once, one after the other": async (ledger) => {
    await Promise.all(["a", "b", "c", "a", "b"].map((id) => ledger.appendReadings([report(id)], "r1")));
    expect((await verify(ledger)).seq).toBe(6);
  },
};
