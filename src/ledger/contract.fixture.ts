// The contract: what every store of a ledger must do. A store's test calls this with a way to open a fresh, empty ledger.
import { createHash } from "node:crypto";
import canonicalize from "canonicalize";
import { afterEach, describe, expect, test } from "vitest";
import { EMPTY } from "./chain.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Ledger } from "./ledger.ts";
import { claimOn, documentOf, fullReport, listOf, quoteIn, report } from "./report.fixture.ts";
import { verify } from "./verify.ts";

/** Opens a new ledger that nothing was written to; the clock is `CLOCK`. */
export type Fresh = () => Promise<Ledger>;

/** Runs the suite on one store. */
export function ledgerContract(store: string, fresh: Fresh): void {
  const opened: Ledger[] = [];
  const open = async () => {
    const ledger = await fresh();
    opened.push(ledger);
    return ledger;
  };
  afterEach(async () => {
    for (const ledger of opened.splice(0)) await ledger.close();
  });
  describe(`a ledger in ${store}`, () => {
    keeping(open);
    refusing(open);
    asking(open);
    proving(open);
  });
}

function keeping(open: Fresh): void {
  test("gives back a document and its reading to the letter", async () => {
    const ledger = await open();
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
  });

  test("appends nothing when the same is read again", async () => {
    const ledger = await open();
    const { document, reading } = report("a");
    expect((await ledger.appendReading(document, reading, "r1")).appended).toEqual({ document: true, reading: true });
    const head = await ledger.head();
    expect(await ledger.appendReading(document, reading, "r1")).toEqual({ document: "a", version: 1, appended: { document: false, reading: false } });
    expect(await ledger.head()).toEqual(head);
  });

  test("takes a document that stands twice in a batch once", async () => {
    const ledger = await open();
    const receipts = await ledger.appendReadings([report("a"), report("b"), report("a")], "r1");
    expect(receipts.map(({ appended }) => appended.document)).toEqual([true, true, false]);
    expect((await ledger.head()).seq).toBe(4);
  });

  test("keeps a changed text as a new version, and the old one with its claims", async () => {
    const ledger = await open();
    await ledger.appendReadings([report("a")], "r1");
    const receipts = await ledger.appendReadings([report("a", "Corrected. ")], "r1");
    expect(receipts).toEqual([{ document: "a", version: 2, appended: { document: true, reading: true } }]);
    expect((await ledger.document("a"))?.text).toBe("Corrected. Norway signed a ferry contract.");
    expect((await ledger.document("a", 1))?.text).toBe("Norway signed a ferry contract.");
    expect(await ledger.document("a", 3)).toBeUndefined();
    expect((await ledger.claims()).claims.map(({ version }) => version)).toEqual([2]);
    expect((await ledger.claims({ readings: "all" })).claims.map(({ version }) => version)).toEqual([1, 2]);
    expect((await ledger.claim("a#31"))?.version).toBe(1);
  });

  test("keeps a text that comes with its day later as a new version, and does not forget the day again", async () => {
    const ledger = await open();
    const dated = report("a", "", { published: { day: "2026-01-01", basis: "caller" } });
    for (const one of [report("a"), dated, dated, report("a")]) await ledger.appendReadings([one], "r1");
    expect((await listOf(ledger.documents())).map(({ published }) => published?.day)).toEqual([undefined, "2026-01-01"]);
    expect((await ledger.claims()).claims.map(({ day }) => day)).toEqual(["2026-01-01"]);
  });

  test("keeps a newer reader's reading beside the older one", async () => {
    const ledger = await open();
    const { document, reading } = report("a");
    await ledger.appendReading(document, reading, "r1");
    expect((await ledger.appendReading(document, { ...reading, claims: [] }, "r2")).appended).toEqual({ document: false, reading: true });
    expect((await ledger.reading("a"))?.reader).toBe("r2");
    expect((await ledger.reading("a", { reader: "r1" }))?.claims).toHaveLength(1);
    expect(await ledger.reading("a", { version: 2 })).toBeUndefined();
    expect((await ledger.claims()).claims).toEqual([]);
    expect((await ledger.claims({ readings: "all" })).claims).toHaveLength(1);
  });

  test("does not take an older version that is read again for the newest", async () => {
    const ledger = await open();
    await ledger.appendReadings([report("a"), report("a", "New. ")], "r1");
    await ledger.appendReadings([report("a")], "r2");
    expect((await ledger.claims()).claims.map(({ version, reader }) => [version, reader])).toEqual([[2, "r1"]]);
  });

  test("appends drafts as they are, each to what stands before it", async () => {
    const ledger = await open();
    const { document, reading } = report("a");
    const sha256 = createHash("sha256").update(document.text).digest("hex");
    await ledger.append([{ kind: "document", body: { ...document, version: 1, sha256 } }]);
    const body = { document: "a", version: 1, reader: "r1", claims: [...reading.claims], abstained: [...reading.abstained] };
    const head = await ledger.append([{ kind: "reading", body }]);
    expect(head.seq).toBe(2);
    expect(await ledger.append([])).toEqual(head);
    await expect(ledger.append([{ kind: "reading", body }])).rejects.toMatchObject({ code: "PACTA_LEDGER_ENTRY_INVALID" });
  });

  test("takes writes that are asked for at once, one after the other", async () => {
    const ledger = await open();
    await Promise.all(["a", "b", "c", "a", "b"].map((id) => ledger.appendReadings([report(id)], "r1")));
    expect((await verify(ledger)).seq).toBe(6);
  });
}

function refusing(open: Fresh): void {
  const { document, reading } = report("bad");
  const [claim = claimOn("", "", { id: "" })] = reading.claims;
  const said = (changes: object) => ({ document, reading: { ...reading, claims: [{ ...claim, ...changes }] } });
  const cases = {
    "a quote that is not the text's words": [
      "PACTA_QUOTE_MISMATCH",
      said({ evidence: { ...claim.evidence, quote: "Norway signed a fairy contract" } }),
    ],
    "a telling that is not the text's words": ["PACTA_QUOTE_MISMATCH", said({ tellings: [{ start: 0, end: 6, quote: "Sweden" }] })],
    "an abstention that is not the text's words": [
      "PACTA_QUOTE_MISMATCH",
      { document, reading: { ...reading, abstained: [{ reason: "r", start: 0, end: 6, quote: "Sweden" }] } },
    ],
    "a slot's span outside the text": ["PACTA_SPAN_OUTSIDE", said({ spans: { object: { start: 30, end: 32 } } })],
    "a block outside the text": [
      "PACTA_SPAN_OUTSIDE",
      { document: { ...document, blocks: [{ start: 0, end: 99, kind: "paragraph" as const }] }, reading },
    ],
    "blocks that overlap": [
      "PACTA_LEDGER_ENTRY_INVALID",
      {
        document: {
          ...document,
          blocks: [
            { start: 0, end: 9, kind: "dek" as const },
            { start: 8, end: 9, kind: "paragraph" as const },
          ],
        },
        reading,
      },
    ],
    "a claim that does not fit its schema": ["PACTA_LEDGER_ENTRY_INVALID", said({ confidence: 1.5 })],
    "a claim with a number that JSON has not": ["PACTA_LEDGER_ENTRY_INVALID", said({ items: [{ name: "ferry", quantity: Number.NaN }] })],
    "two claims of one id": ["PACTA_LEDGER_ENTRY_INVALID", { document, reading: { ...reading, claims: [claim, claim] } }],
    "a text with half a surrogate pair": [
      "PACTA_LEDGER_ENTRY_INVALID",
      { document: documentOf("bad", "\uD83D half"), reading: { id: "bad", claims: [], abstained: [] } },
    ],
    "a reading of another document": ["PACTA_LEDGER_ENTRY_INVALID", { document, reading: { ...reading, id: "other" } }],
    "a claim id that another document has": ["PACTA_LEDGER_CLAIM_TAKEN", said({ id: "good#31" })],
  } as const;

  test.for(Object.entries(cases))("refuses %s, and the batch with it", async ([, [code, bad]]) => {
    const ledger = await open();
    await ledger.appendReadings([report("good")], "r1");
    const head = await ledger.head();
    await expect(ledger.appendReadings([report("before"), bad, report("after")], "r1")).rejects.toMatchObject({ code, place: { source: "bad" } });
    expect(await ledger.head()).toEqual(head);
    expect(await ledger.document("before")).toBeUndefined();
    await ledger.appendReadings([report("after")], "r1");
    expect((await verify(ledger)).seq).toBe(4);
  });

  test("refuses a version that does not follow, and a reading of what is not there", async () => {
    const ledger = await open();
    const body = { ...document, version: 2, sha256: createHash("sha256").update(document.text).digest("hex") };
    await expect(ledger.append([{ kind: "document", body }])).rejects.toMatchObject({ code: "PACTA_LEDGER_ENTRY_INVALID" });
    await expect(ledger.append([{ kind: "document", body: { ...body, version: 1, sha256: "0".repeat(64) } }])).rejects.toMatchObject({
      code: "PACTA_LEDGER_ENTRY_INVALID",
    });
    const nothing = { document: "bad", version: 1, reader: "r1", claims: [], abstained: [] };
    await expect(ledger.append([{ kind: "reading", body: nothing }])).rejects.toMatchObject({ code: "PACTA_LEDGER_ENTRY_INVALID" });
    expect(await ledger.head()).toEqual(EMPTY);
  });

  test("holds a reading that comes alone against the text that is stored", async () => {
    const ledger = await open();
    await ledger.appendReadings([report("a")], "r1");
    const wrong = { ...claim, evidence: quoteIn("Sweden signed", "Sweden"), spans: {} };
    const draft = { kind: "reading" as const, body: { document: "a", version: 1, reader: "r2", claims: [wrong], abstained: [] } };
    await expect(ledger.append([draft])).rejects.toMatchObject({ code: "PACTA_QUOTE_MISMATCH" });
  });

  test("refuses everything once it is closed, and closes twice", async () => {
    const ledger = await open();
    await ledger.appendReadings([report("a")], "r1");
    await ledger.close();
    await ledger.close();
    await expect(ledger.head()).rejects.toMatchObject({ code: "PACTA_LEDGER_CLOSED" });
    await expect(listOf(ledger.entries())).rejects.toMatchObject({ code: "PACTA_LEDGER_CLOSED" });
    await expect(ledger.appendReadings([], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_CLOSED" });
  });
}

function asking(open: Fresh): void {
  const text = "Norway signed. Norway ordered. Norway signed again.";
  const three = (id: string) => ({
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
  const pages: readonly (readonly [object, readonly string[]])[] = [
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

  test.for(pages)("finds claims by %o, page by page, each once and in order", async ([filter, expected]) => {
    const ledger = await open();
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
  });

  test("says where a claim comes from", async () => {
    const ledger = await open();
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
  });

  test("gives entries from any seq, and goes on to those that are appended meanwhile", async () => {
    const ledger = await open();
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
  });
}

function proving(open: Fresh): void {
  test("verifies when it is empty", async () => {
    const ledger = await open();
    expect(await verify(ledger)).toEqual(EMPTY);
    expect(await verify(ledger, { head: EMPTY.hash })).toEqual(EMPTY);
    expect(await ledger.rebuild()).toEqual(EMPTY);
    expect(await verify(ledger)).toEqual(EMPTY);
  });

  test("verifies, and knows every head that it had", async () => {
    const ledger = await open();
    const heads = [];
    for (const id of ["a", "b", "c"]) {
      await ledger.appendReadings([report(id)], "r1");
      heads.push(await ledger.head());
    }
    for (const { hash } of heads) expect(await verify(ledger, { head: hash })).toEqual(heads[2]);
    await expect(verify(ledger, { head: "f".repeat(64) })).rejects.toMatchObject({ code: "PACTA_LEDGER_CUT" });
  });

  test("chains its entries so that anyone can recompute the hashes", async () => {
    const ledger = await open();
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
  });

  test("makes its projections again to the same bytes, without touching an entry", async () => {
    const ledger = await open();
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
  });
}
