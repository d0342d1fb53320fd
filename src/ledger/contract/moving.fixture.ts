// The contract, seventh part: a ledger moves to another store and comes from one, with the same head and the same projections.
import { expect } from "vitest";
import { appendRedacted, decide, harbour } from "../decided.fixture.ts";
import { EMPTY, hashOf } from "../chain.ts";
import type { SealedEntry } from "../chain.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Ledger } from "../ledger.ts";
import { openLedger } from "../open.ts";
import { CLOCK, listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import type { Case } from "./case.fixture.ts";
import { appendTen } from "./tampering.fixture.ts";

async function* streamOf<T>(values: readonly T[]): AsyncGenerator<T> {
  yield* values;
}

/** Runs work on another ledger, in memory. */
async function beside<T>(work: (other: Ledger) => Promise<T>): Promise<T> {
  const other = await openLedger(":memory:", { clock: CLOCK });
  try {
    return await work(other);
  } finally {
    await other.close();
  }
}

/** The sealed entries of the ten. */
function tenSealed(): Promise<SealedEntry[]> {
  return beside(async (other) => {
    await appendTen(other);
    return listOf(other.sealed(await other.head()));
  });
}

type Change = (entry: SealedEntry) => Partial<SealedEntry>;

/** Changes of the fourth entry, all of which must be found. */
const MISFITS: Readonly<Record<string, Change>> = {
  "another instant": () => ({ at: "2026-01-02T03:04:05.679Z" }),
  "another number": () => ({ seq: 5 }),
  "another kind": () => ({ kind: "document" }),
  "a body that says something else": ({ body }) => ({ body: body.replace('"order"', '"sell"') }),
  "words that are not its own": ({ words }) => ({ words: words?.replace("Norway", "Sweden") ?? "" }),
  "a hash made to fit another body": (entry) => {
    const body = entry.body.replace('"order"', '"sell"');
    return { body, hash: hashOf(entry, body) };
  },
};

const misfits = Object.entries(MISFITS).map(([what, change]): [string, Case] => [
  `takes over nothing where an entry has ${what}`,
  (ledger) => refusesChange(ledger, change),
]);

async function refusesChange(ledger: Ledger, change: Change): Promise<void> {
  const entries = await tenSealed();
  const changed = entries.map((entry) => (entry.seq === 4 ? { ...entry, ...change(entry) } : entry));
  expect(changed).not.toEqual(entries);
  await refuses(ledger, changed);
}

async function refuses(ledger: Ledger, entries: readonly SealedEntry[]): Promise<void> {
  await expect(ledger.takeOver(streamOf(entries))).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN" });
  expect(await ledger.head()).toEqual(EMPTY);
  expect(await verify(ledger)).toEqual(EMPTY);
}

/** Cases about moving. */
export const MOVING: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(misfits),

  "gives its entries to another ledger, which then is the same": async (ledger) => {
    await appendTen(ledger);
    const head = await ledger.head();
    await beside(async (other) => {
      expect(await other.takeOver(ledger.sealed(head))).toEqual(head);
      expect(await verify(other, { head: head.hash })).toEqual(head);
      expect(await fingerprint(other)).toBe(await fingerprint(ledger));
      expect(await listOf(other.entries())).toEqual(await listOf(ledger.entries()));
    });
  },

  "takes over the entries of another ledger, is then the same, and goes on": async (ledger) => {
    await beside(async (other) => {
      await appendTen(other);
      const head = await other.head();
      expect(await ledger.takeOver(other.sealed(head))).toEqual(head);
      expect(await verify(ledger)).toEqual(head);
      expect(await fingerprint(ledger)).toBe(await fingerprint(other));
      expect(await listOf(ledger.entries())).toEqual(await listOf(other.entries()));
      for (const one of [ledger, other]) await one.appendReadings([report("c"), report("a")], "r3");
      expect(await ledger.head()).toEqual(await other.head());
    });
  },

  "moves decisions, and words that were taken away as gone": async (ledger) => {
    await beside(async (other) => {
      await appendRedacted(other);
      const [head, given] = [await other.head(), await listOf(other.sealed(await other.head()))];
      expect(given.map(({ words }) => words === null)).toEqual([true, true, false, false, true, true, true, false]);
      expect(await ledger.takeOver(streamOf(given))).toEqual(head);
      expect(await verify(ledger)).toEqual(head);
      expect(await fingerprint(ledger)).toBe(await fingerprint(other));
      expect(await listOf(ledger.entries())).toEqual(await listOf(other.entries()));
      expect(await listOf(ledger.decisions())).toEqual(await listOf(other.decisions()));
      expect(await Promise.all(["a", "b"].map((id) => ledger.standing(id)))).toEqual(await Promise.all(["a", "b"].map((id) => other.standing(id))));
      expect(await listOf(ledger.sealed(head))).toEqual(given);
      // Without the decision to take them away, words that are gone are missed.
      await beside((third) => refuses(third, given.slice(0, 7)));
      for (const one of [ledger, other]) await decide(one, { type: "redact", document: "b", reason: "asked" });
      expect(await ledger.head()).toEqual(await other.head());
    });
  },

  "gives no entries without their words up to a head before the redaction": async (ledger) => {
    await ledger.appendReadings([harbour("a"), harbour("b")], "r1");
    const [before, given] = [await ledger.head(), await listOf(ledger.sealed(await ledger.head()))];
    await decide(ledger, { type: "redact", document: "b", reason: "asked" });
    await expect(listOf(ledger.sealed(before))).rejects.toMatchObject({ code: "PACTA_LEDGER_REDACTED_MEANWHILE", place: { source: "b" } });
    await beside(async (other) => expect(await other.takeOver(ledger.sealed(await ledger.head()))).toEqual(await ledger.head()));
    expect(given).toHaveLength(4);
    await beside(async (other) => expect(await other.takeOver(streamOf(given))).toEqual(before));
  },

  "gives the entries up to a head that it had, though more are appended meanwhile": async (ledger) => {
    await ledger.appendReadings([report("a")], "r1");
    const head = await ledger.head();
    await ledger.appendReadings([report("b")], "r1");
    const seqs: number[] = [];
    for await (const { seq } of ledger.sealed(head)) {
      seqs.push(seq);
      await ledger.appendReadings([report(`c${seq}`)], "r1");
    }
    expect(seqs).toEqual([1, 2]);
    await expect(listOf(ledger.sealed({ ...head, hash: "f".repeat(64) }))).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN" });
  },

  "takes over nothing of a chain with a gap, or that starts in the middle": async (ledger) => {
    const entries = await tenSealed();
    await refuses(
      ledger,
      entries.filter(({ seq }) => seq !== 6),
    );
    await refuses(ledger, entries.slice(2));
  },

  "takes over nothing where what gives the entries fails, and all of them later": async (ledger) => {
    const entries = await tenSealed();
    const failing = async function* (): AsyncGenerator<SealedEntry> {
      yield* entries.slice(0, 7);
      throw new Error("the line is cut");
    };
    await expect(ledger.takeOver(failing())).rejects.toMatchObject({ message: "the line is cut" });
    expect(await verify(ledger)).toEqual(EMPTY);
    expect((await ledger.takeOver(streamOf(entries))).seq).toBe(10);
  },

  "takes over nothing where there is an entry already": async (ledger) => {
    await ledger.appendReadings([report("a")], "r1");
    await expect(ledger.takeOver(streamOf(await tenSealed()))).rejects.toMatchObject({ code: "PACTA_LEDGER_NOT_EMPTY" });
    expect((await verify(ledger)).seq).toBe(2);
  },
};
