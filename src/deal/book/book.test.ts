// The book on SQLite, the store that needs nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { openLedger } from "../../ledger/index.ts";
import { knowledge, tell } from "../told.fixture.ts";
import { bookContract } from "./book.contract.fixture.ts";
import { asRead } from "./having.fixture.ts";
import { openBook } from "./index.ts";

bookContract("SQLite", () => openLedger(":memory:"), 25);

test("a decision may change more documents than are woven at a time", { timeout: 60_000 }, async () => {
  const ledger = await openLedger(":memory:");
  const book = await openBook(ledger, knowledge);
  const reports = Array.from({ length: 450 }, (_, n) => {
    const words = "Ostia Works ordered Q-70 launchers from Norland";
    const [told] = tell(`r${n}`, "2015-01-10", [{ act: "order", by: ["~Ostia Works"], to: ["NOR"], items: [{ name: "Q-70 launchers" }], words }]);
    if (told === undefined) throw new Error("a claim is told");
    return asRead({ document: told.document, claims: [told.claim], abstained: [] });
  });
  await ledger.appendReadings(reports, "r1");
  await book.catchUp();
  const { seq } = await ledger.append([
    { kind: "decision", body: { by: "Ada", decision: { type: "same-party", names: ["Ostia Works"], id: "OST" } } },
  ]);
  expect(await book.catchUp()).toBe(seq);
  expect((await book.deals({ party: "ost" })).deals.map(({ claims }) => claims.length)).toEqual([450]);
  await ledger.close();
});

const folder = mkdtempSync(join(tmpdir(), "pacta-book-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("words that are redacted are in no byte of the ledger's files, nor in its book", async () => {
  const ledger = await openLedger(join(folder, "redacted.db"));
  const words = "Norland and Sudia quietly signed the marzipan treaty";
  const [told] = tell("a", "2015-01-10", [{ act: "sign", by: ["NOR", "SUD"], object: "Blue River Treaty", words }]);
  if (told === undefined) throw new Error("a claim is told");
  await ledger.appendReadings([asRead({ document: told.document, claims: [told.claim], abstained: [] })], "r1");
  const book = await openBook(ledger, knowledge);
  await book.catchUp();
  expect((await book.deals({ search: "marzipan" })).deals).toHaveLength(1);
  const bytes = (): string =>
    readdirSync(folder)
      .map((file) => readFileSync(join(folder, file), "latin1"))
      .join("");
  expect(bytes()).toContain("marzipan");
  await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "redact", document: "a", reason: "asked for" } } }]);
  await book.catchUp();
  expect(bytes()).not.toContain("marzipan");
  expect((await book.deals()).deals.map(({ object }) => object)).toEqual(["Blue River Treaty"]);
  await ledger.close();
});
