// What the ledger keeps of a second coder: what it answered, once; what it failed to answer is asked again.
import { expect, test } from "vitest";
import type { Coded } from "../coder/index.ts";
import type { Document, Outcome } from "../document/index.ts";
import { PactaError } from "../error.ts";
import { openLedger } from "../ledger/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Reading } from "../reading/index.ts";
import { intake } from "./intake.ts";
import type { IntakeSetting, Taken } from "./intake.ts";

function document(id: string, language = "en"): Document {
  const text = `Text of ${id}.`;
  return { id, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }], language, sources: [], tags: [] };
}

const by = (reason: string, { id, text }: Document) => ({ id, claims: [], abstained: [{ reason, start: 0, end: text.length, quote: text }] });
const reader = (version: string) => ({
  version,
  read: async (documents: readonly Document[]): Promise<Reading[]> => documents.map((one) => by(version, one)),
});

/** A coder that marks what it was asked about, and fails with the documents named. */
function coder(name: string, failing: readonly string[] = []) {
  const asked: string[] = [];
  const code = async (one: Document, reading: Reading): Promise<Coded> => {
    asked.push(one.id);
    if (failing.includes(one.id)) return { coded: false, reading, errors: [new PactaError("PACTA_CODER_BUSY", "", "")] };
    return { coded: true, reading: by(name, one), errors: [] };
  };
  return { asked, coder: { name: `coder:${name}`, code } };
}

async function run(ledger: Ledger, setting: Omit<IntakeSetting, "ledger">, ...documents: readonly Document[]): Promise<Taken[]> {
  async function* outcomes(): AsyncGenerator<Outcome> {
    for (const one of documents) yield { kind: "document", document: one };
  }
  const all = await Array.fromAsync(intake(outcomes(), { ...setting, ledger }));
  return all.filter((one): one is Taken => one.kind === "taken");
}

const [A, B] = [document("a"), document("b")];
const made = (taken: readonly Taken[]) => taken.map(({ reading, appended }) => [reading.abstained[0]?.reason, appended]);

test("what was answered is kept under the names of both, and not asked again", async () => {
  const ledger = await openLedger(":memory:");
  const first = coder("m");
  expect(made(await run(ledger, { reader: reader("r1"), coder: first.coder }, A, B))).toEqual([
    ["m", "document"],
    ["m", "document"],
  ]);
  expect((await ledger.reading("a"))?.reader).toBe("r1+coder:m");
  expect(made(await run(ledger, { reader: reader("r1"), coder: first.coder }, A, B))).toEqual([
    ["m", "nothing"],
    ["m", "nothing"],
  ]);
  expect(first.asked).toEqual(["a", "b"]);
  await ledger.close();
});

test("what was not answered is kept as the reader's own, with the error, and asked again", async () => {
  const ledger = await openLedger(":memory:");
  const [a, b] = await run(ledger, { reader: reader("r1"), coder: coder("m", ["b"]).coder }, A, B);
  expect([a?.coderErrors, b?.coderErrors?.map(({ code }) => code)]).toEqual([undefined, ["PACTA_CODER_BUSY"]]);
  expect((await ledger.reading("b"))?.reader).toBe("r1");
  const again = coder("m");
  expect(made(await run(ledger, { reader: reader("r1"), coder: again.coder }, A, B))).toEqual([
    ["m", "nothing"],
    ["m", "reading"],
  ]);
  expect(again.asked).toEqual(["b"]);
  await ledger.close();
});

test("reading without the coder afterwards keeps what it added; another reader begins anew", async () => {
  const ledger = await openLedger(":memory:");
  await run(ledger, { reader: reader("r1"), coder: coder("m").coder }, A);
  expect(made(await run(ledger, { reader: reader("r1") }, A))).toEqual([["m", "nothing"]]);
  expect(made(await run(ledger, { reader: reader("r2") }, A))).toEqual([["r2", "reading"]]);
  await ledger.close();
});

test("another coder is asked; where it fails, what the first added stays the newest reading", async () => {
  const ledger = await openLedger(":memory:");
  await run(ledger, { reader: reader("r1"), coder: coder("m").coder }, A, B);
  const all = await run(ledger, { reader: reader("r1"), coder: coder("n", ["b"]).coder }, A, B);
  expect(made(all)).toEqual([
    ["n", "reading"],
    ["m", "nothing"],
  ]);
  expect(all[1]).toMatchObject({ known: true, coderErrors: [{ code: "PACTA_CODER_BUSY" }] });
  expect((await ledger.reading("b"))?.reader).toBe("r1+coder:m");
  await ledger.close();
});

test("a document in another language is not sent", async () => {
  const ledger = await openLedger(":memory:");
  const { asked, coder: one } = coder("m");
  for (let n = 0; n < 2; n += 1) await run(ledger, { reader: reader("r1"), coder: one }, document("f", "fr"));
  expect([asked, (await ledger.head()).seq]).toEqual([[], 2]);
  await ledger.close();
});
