// The contract, second part: what does not fit is refused, and with it the batch that it came in.
import { createHash } from "node:crypto";
import { expect } from "vitest";
import { EMPTY } from "../chain.ts";
import type { Ledger, Read } from "../ledger.ts";
import { claimOn, documentOf, listOf, quoteIn, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import type { Case } from "./case.fixture.ts";

const { document, reading } = report("bad");
const [claim = claimOn("", "", { id: "" })] = reading.claims;
const said = (changes: object) => ({ document, reading: { ...reading, claims: [{ ...claim, ...changes }] } });
const MISFITS: Readonly<Record<string, readonly [code: string, read: Read]>> = {
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
  "a block outside the text": ["PACTA_SPAN_OUTSIDE", { document: { ...document, blocks: [{ start: 0, end: 99, kind: "paragraph" }] }, reading }],
  "blocks that overlap": [
    "PACTA_LEDGER_ENTRY_INVALID",
    {
      document: {
        ...document,
        blocks: [
          { start: 0, end: 9, kind: "dek" },
          { start: 8, end: 9, kind: "paragraph" },
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
};

const misfits = Object.entries(MISFITS).map(([what, [code, bad]]): [string, Case] => [
  `refuses ${what}, and the batch with it`,
  (ledger) => refuses(ledger, code, bad),
]);

async function refuses(ledger: Ledger, code: string, bad: Read): Promise<void> {
  await ledger.appendReadings([report("good")], "r1");
  const head = await ledger.head();
  await expect(ledger.appendReadings([report("before"), bad, report("after")], "r1")).rejects.toMatchObject({ code, place: { source: "bad" } });
  expect(await ledger.head()).toEqual(head);
  expect(await ledger.document("before")).toBeUndefined();
  await ledger.appendReadings([report("after")], "r1");
  expect((await verify(ledger)).seq).toBe(4);
}

/** Cases about refusing. */
export const REFUSING: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(misfits),

  "refuses a version that does not follow, and a reading of what is not there": async (ledger) => {
    const body = { ...document, version: 2, sha256: createHash("sha256").update(document.text).digest("hex") };
    await expect(ledger.append([{ kind: "document", body }])).rejects.toMatchObject({ code: "PACTA_LEDGER_ENTRY_INVALID" });
    await expect(ledger.append([{ kind: "document", body: { ...body, version: 1, sha256: "0".repeat(64) } }])).rejects.toMatchObject({
      code: "PACTA_LEDGER_ENTRY_INVALID",
    });
    const nothing = { document: "bad", version: 1, reader: "r1", claims: [], abstained: [] };
    await expect(ledger.append([{ kind: "reading", body: nothing }])).rejects.toMatchObject({ code: "PACTA_LEDGER_ENTRY_INVALID" });
    expect(await ledger.head()).toEqual(EMPTY);
  },

  "holds a reading that comes alone against the text that is stored": async (ledger) => {
    await ledger.appendReadings([report("a")], "r1");
    const wrong = { ...claim, evidence: quoteIn("Sweden signed", "Sweden"), spans: {} };
    const draft = { kind: "reading" as const, body: { document: "a", version: 1, reader: "r2", claims: [wrong], abstained: [] } };
    await expect(ledger.append([draft])).rejects.toMatchObject({ code: "PACTA_QUOTE_MISMATCH" });
  },

  "refuses everything once it is closed, and closes twice": async (ledger) => {
    await ledger.appendReadings([report("a")], "r1");
    await ledger.close();
    await ledger.close();
    await expect(ledger.head()).rejects.toMatchObject({ code: "PACTA_LEDGER_CLOSED" });
    await expect(listOf(ledger.entries())).rejects.toMatchObject({ code: "PACTA_LEDGER_CLOSED" });
    await expect(ledger.appendReadings([], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_CLOSED" });
  },
};
