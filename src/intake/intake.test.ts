// The rules of reading into a ledger, with a reader that costs nothing: each document is claimed to be what it says of itself.
import { expect, test } from "vitest";
import type { Document, Outcome } from "../document/index.ts";
import { PactaError } from "../error.ts";
import { openLedger } from "../ledger/index.ts";
import type { Ledger } from "../ledger/index.ts";
import type { Reading } from "../reading/index.ts";
import { poolReader } from "../reading/workers.ts";
import { testWorker } from "../reading/workers.fixture.ts";
import { ahead, batchesOf } from "./batches.ts";
import type { BatchLimits } from "./batches.ts";
import { FOREIGN, intake } from "./intake.ts";
import type { IntakeSetting, Taken } from "./intake.ts";

function document(id: string, text = `Text of ${id}.`, language = "en"): Document {
  return { id, text, blocks: [{ kind: "paragraph", start: 0, end: text.length }], language, sources: [], tags: [] };
}

const outcome = (of: Document): Outcome => ({ kind: "document", document: of });
const broken: Outcome = { kind: "failure", error: new PactaError("PACTA_INPUT_JSON", "no JSON", "Give JSON", { source: "a.jsonl", line: 7 }) };

async function* given(...outcomes: readonly Outcome[]): AsyncGenerator<Outcome> {
  yield* outcomes;
}

/** A reader that abstains from the whole text, keeps count, and cannot read a text with "poison" in it. */
function reader(version = "test-1") {
  const asked: string[][] = [];
  const read = async (documents: readonly Document[]): Promise<Reading[]> => {
    asked.push(documents.map(({ id }) => id));
    if (documents.some(({ text }) => text.includes("poison"))) throw new Error("cannot read it");
    return documents.map(({ id, text }) => ({
      id,
      claims: [],
      abstained: [{ reason: text.includes("misquote") ? "misquote" : "test", start: 0, end: text.length, quote: text.replace("misquote", "?") }],
    }));
  };
  return { asked, reader: { version, read } };
}

const results = (outcomes: AsyncIterable<Outcome>, setting: IntakeSetting) => Array.fromAsync(intake(outcomes, setting));
const taken = (all: Awaited<ReturnType<typeof results>>) => all.filter((one): one is Taken => one.kind === "taken");

async function withLedger(work: (ledger: Ledger) => Promise<void>): Promise<void> {
  const ledger = await openLedger(":memory:");
  try {
    await work(ledger);
  } finally {
    await ledger.close();
  }
}

test("results come in the order of the input, failures in their places", () =>
  withLedger(async (ledger) => {
    const all = await results(given(outcome(document("a")), broken, outcome(document("b"))), { reader: reader().reader, ledger });
    expect(all.map((one) => (one.kind === "taken" ? one.document.id : one.error.code))).toEqual(["a", "PACTA_INPUT_JSON", "b"]);
    expect(taken(all).every(({ appended, known }) => appended === "document" && !known)).toBe(true);
  }));

test("what the ledger knows is not shown to the model again, and its reading is given as it was", () =>
  withLedger(async (ledger) => {
    const { asked, reader: first } = reader();
    const before = taken(await results(given(outcome(document("a"))), { reader: first, ledger }));
    const head = await ledger.head();
    const after = taken(await results(given(outcome(document("a"))), { reader: first, ledger }));
    expect(asked).toEqual([["a"]]);
    expect(after).toMatchObject([{ appended: "nothing", known: true }]);
    expect(after[0]?.reading).toEqual(before[0]?.reading);
    expect(await ledger.head()).toEqual(head);
  }));

test("another reader reads again, and the document stays one", () =>
  withLedger(async (ledger) => {
    await results(given(outcome(document("a"))), { reader: reader("test-1").reader, ledger });
    expect(taken(await results(given(outcome(document("a"))), { reader: reader("test-2").reader, ledger }))).toMatchObject([
      { appended: "reading", known: false },
    ]);
    expect((await ledger.head()).seq).toBe(3);
  }));

test("the same document twice in one batch is appended once", () =>
  withLedger(async (ledger) => {
    const all = taken(await results(given(outcome(document("a")), outcome(document("a"))), { reader: reader().reader, ledger }));
    expect(all.map(({ appended }) => appended)).toEqual(["document", "nothing"]);
  }));

test("a document in another language is recorded with the reason, and never shown to the model", () =>
  withLedger(async (ledger) => {
    const { asked, reader: one } = reader();
    const [result] = taken(await results(given(outcome(document("a", "La France condamne.", "fr"))), { reader: one, ledger }));
    expect(asked).toEqual([]);
    expect(result?.reading).toEqual({ id: "a", claims: [], abstained: [{ reason: FOREIGN, start: 0, end: 19, quote: "La France condamne." }] });
    expect((await ledger.document("a"))?.text).toBe("La France condamne.");
  }));

test.each([
  ["words", "mot ".repeat(100).trim(), "mot ".repeat(50).trim()],
  ["characters that have no blanks between them", "\u{20000}".repeat(120), "\u{20000}".repeat(100)],
  ["characters of which the cut would leave a half", `x${"\u{20000}".repeat(120)}`, `x${"\u{20000}".repeat(99)}`],
])("of a long foreign text of %s the reason quotes the beginning", async (_, text, quote) => {
  const [result] = taken(await results(given(outcome(document("a", text, "fr"))), { reader: reader().reader }));
  expect(result?.reading.abstained).toEqual([{ reason: FOREIGN, start: 0, end: quote.length, quote }]);
});

test("a document that the reader cannot read is a failure of its own; the others of its batch are read", () =>
  withLedger(async (ledger) => {
    const all = await results(given(outcome(document("a")), outcome(document("b", "poison")), outcome(document("c"))), {
      reader: reader().reader,
      ledger,
    });
    expect(all).toMatchObject([
      { kind: "taken" },
      { kind: "failure", id: "b", error: { code: "PACTA_INTERNAL", place: { source: "b" } } },
      { kind: "taken" },
    ]);
    expect((await ledger.head()).seq).toBe(4);
  }));

test("a reading that the ledger refuses is a failure of its own; the others of its batch are appended", () =>
  withLedger(async (ledger) => {
    const all = await results(given(outcome(document("a")), outcome(document("b", "misquote")), outcome(document("c"))), {
      reader: reader().reader,
      ledger,
    });
    expect(all).toMatchObject([{ kind: "taken" }, { kind: "failure", error: { code: "PACTA_QUOTE_MISMATCH" } }, { kind: "taken" }]);
    expect(await ledger.document("b")).toBeUndefined();
    expect((await ledger.head()).seq).toBe(4);
  }));

test("an error of the ledger as a whole ends the run", async () => {
  const ledger = await openLedger(":memory:");
  await ledger.close();
  await expect(results(given(outcome(document("a"))), { reader: reader().reader, ledger })).rejects.toMatchObject({ code: "PACTA_LEDGER_CLOSED" });
});

test("without a ledger documents are read and nothing is kept", async () => {
  expect(taken(await results(given(outcome(document("a"))), { reader: reader().reader }))).toMatchObject([{ appended: "nothing", known: false }]);
});

test("a batch is full at its documents or its characters", async () => {
  const many = Array.from({ length: 5 }, (_, i) => outcome(document(`d${i}`, "x".repeat(i === 1 ? 100 : 10))));
  const sizes = async (documents: number, characters: number): Promise<number[]> =>
    (await Array.fromAsync(batchesOf(given(...many), { documents, characters }))).map((batch) => batch.length);
  expect(await sizes(2, 1000)).toEqual([2, 2, 1]);
  expect(await sizes(100, 50)).toEqual([2, 3]);
});

test("what has come is a batch when nothing more comes for a while, and nothing is lost or told twice", async () => {
  async function* slowly(): AsyncGenerator<Outcome> {
    for (const id of ["a", "b", "c", "d"]) {
      if (id === "c") await new Promise((resolve) => setTimeout(resolve, 200));
      yield outcome(document(id));
    }
  }
  const batches = async (limits: BatchLimits) =>
    (await Array.fromAsync(batchesOf(slowly(), limits))).map((batch) =>
      batch.map((one) => (one.kind === "document" ? one.document.id : "")).join(""),
    );
  expect(await batches({ documents: 10, characters: 1000, wait: 50 })).toEqual(["ab", "cd"]);
  expect(await batches({ documents: 10, characters: 1000 })).toEqual(["abcd"]);
});

test("a stop leaves what is read in the ledger and begins no other batch, even while input is awaited", () =>
  withLedger(async (ledger) => {
    const stop = new AbortController();
    async function* endless(): AsyncGenerator<Outcome> {
      yield outcome(document("a"));
      yield outcome(document("b"));
      await new Promise(() => undefined);
    }
    const seen: string[] = [];
    for await (const one of intake(endless(), { reader: reader().reader, ledger, stop: stop.signal, limits: { documents: 1, characters: 1000 } })) {
      if (one.kind === "taken") seen.push(one.document.id);
      if (seen.length === 2) setTimeout(() => stop.abort(), 10);
    }
    expect(seen).toEqual(["a", "b"]);
    expect((await ledger.head()).seq).toBe(4);
  }));

/** A pool of test workers, which end where a text says "exit". */
async function withWorkers(size: number, work: (reader: IntakeSetting["reader"]) => Promise<void>): Promise<void> {
  const pool = await poolReader(size, testWorker);
  try {
    await work(pool);
  } finally {
    await pool.close();
  }
}

test.each([1, 2, 3])("with %d workers results are appended and come in the order of the input, whatever the batches", (size) =>
  withWorkers(size, (pool) =>
    withLedger(async (ledger) => {
      const input = Array.from({ length: 40 }, (_, i) =>
        i % 9 === 4 ? broken : outcome(document(`d${i}`, i % 4 === 0 ? `slow ${i}` : `news ${i}`)),
      );
      const all = await results(given(...input), { reader: pool, ledger, limits: { documents: 1 + size, characters: 1000 } });
      const ids = (list: readonly Outcome[]) => list.map((one) => (one.kind === "document" ? one.document.id : one.error.code));
      expect(all.map((one) => (one.kind === "taken" ? one.document.id : one.error.code))).toEqual(ids(input));
      const stored = (await Array.fromAsync(ledger.documents())).map(({ id }) => id);
      expect(stored).toEqual(ids(input).filter((id) => id !== "PACTA_INPUT_JSON"));
    }),
  ),
);

test("of a batch whose worker ends only the document at fault fails, in its place, and no other is lost", () =>
  withWorkers(2, (pool) =>
    withLedger(async (ledger) => {
      const input = Array.from({ length: 24 }, (_, i) => outcome(document(`d${i}`, i === 9 ? "exit" : `news ${i}`)));
      const all = await results(given(...input), { reader: pool, ledger, limits: { documents: 6, characters: 1000 } });
      expect(all.map((one) => one.kind)).toEqual(input.map((_, i) => (i === 9 ? "failure" : "taken")));
      expect(all[9]).toMatchObject({ id: "d9", error: { code: "PACTA_READER_DIED", place: { source: "d9" } } });
      expect((await ledger.head()).seq).toBe(46);
    }),
  ));

test("a document that is given again while batches are read ahead counts as known, as it does where they are not", async () => {
  const kinds = await Promise.all(
    [1, 2].map(async (size) => {
      const counts: boolean[][] = [];
      await withWorkers(size, (pool) =>
        withLedger(async (ledger) => {
          const input = ["a", "b", "a", "c", "b"].map((id) => outcome(document(id)));
          const all = taken(await results(given(...input), { reader: pool, ledger, limits: { documents: 1, characters: 1000 } }));
          counts.push(all.map(({ known }) => known));
        }),
      );
      return counts[0];
    }),
  );
  expect(kinds).toEqual([
    [false, false, true, false, true],
    [false, false, true, false, true],
  ]);
});

test("a result is given while the next input is awaited, and no more is begun than there is room for", async () => {
  let begun = 0;
  async function* slow(): AsyncGenerator<number> {
    yield* [1, 2, 3, 4, 5];
    await new Promise(() => undefined);
  }
  const seen: number[] = [];
  const work = async (value: number): Promise<number> => {
    begun += 1;
    return 10 * value;
  };
  for await (const result of ahead(slow(), work, 3)) {
    seen.push(result);
    expect(begun - seen.length).toBeLessThan(3);
    if (seen.length === 5) break;
  }
  expect(seen).toEqual([10, 20, 30, 40, 50]);
});
