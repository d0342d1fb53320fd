// Rows in a ledger: what a row tells is the deal's state, what was told before is not told again, and what a row no longer says is taken back.
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openBook } from "../deal/index.ts";
import { knowledge } from "../deal/told.fixture.ts";
import { openLedger, verify } from "../ledger/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { appendRows } from "./append.ts";
import { HEADER, MAP, rowsIn } from "./sheet.fixture.ts";
import { KINDS } from "../deal/index.ts";
import { loadStates } from "./states.ts";

let ledger: Ledger;
beforeEach(async () => {
  ledger = await openLedger(":memory:");
});
afterEach(async () => ledger.close());

const SALE = "Q-70 for Norland,Sudia,Norland,Q-70 launchers,5,transfer,agreed,2007,,800\n";

/** Imports a text and gives what each row came to: claims added and taken back, or the code of its error. */
async function told(content: string, by = "Ada", map = MAP): Promise<readonly unknown[]> {
  const rows = await Array.fromAsync(appendRows(ledger, rowsIn(content, map, { day: "2020-01-01" }), { by, why: "our register" }));
  return rows.map((row) => (row.kind === "failure" ? row.error.code : [row.added, row.undone]));
}

const states = Object.entries(loadStates()).flatMap(([kind, of]) => Object.keys(of).map((state) => [kind, state] as const));

describe("a row of that kind and state gives a deal in that state:", () => {
  test("there are states for every kind", () => expect(new Set(states.map(([kind]) => kind))).toEqual(new Set(KINDS)));

  test.for(states)("%s %s", async ([kind, state]) => {
    const name = kind === "measure" ? "sanctions on Norland" : "Blue River ferry contract";
    const goods = kind === "agreement" ? "," : "Q-70 ferries,5";
    await told(`${HEADER}${name},Sudia,Norland,${goods},${kind},${state},2007,2010,\n`);
    const book = await openBook(ledger, knowledge);
    await book.catchUp();
    const lines = (await book.deals()).deals.map((line) => [line.kind, line.kind === "dispute" ? line.dispute : line.state]);
    expect(lines).toEqual([[kind, state]]);
  });

  test("the day of the state is when it came to be so", async () => {
    await told(`${HEADER}Blue River treaty,Sudia,Norland,,,agreement,in-force,2007,2010,\n`);
    const book = await openBook(ledger, knowledge);
    await book.catchUp();
    const [line] = (await book.deals()).deals;
    expect(line).toMatchObject({ state: "in-force", since: { earliest: "2010-01-01", latest: "2010-12-31" } });
    expect((await book.deals({ asOf: "2008-12-31" })).deals).toMatchObject([{ state: "signed" }]);
    expect((await book.deals({ known: "2019-12-31" })).deals).toEqual([]);
  });
});

test("a row says who imported it, when and why, and stands like any claim", async () => {
  expect(await told(HEADER + SALE)).toEqual([[1, 0]]);
  const [decision] = await Array.fromAsync(ledger.decisions());
  expect(decision).toMatchObject({ by: "Ada", why: "our register", decision: { type: "add-claim" }, undone: false });
  const { claims } = await ledger.claims({ party: "NOR" });
  expect(claims).toMatchObject([
    { day: "2020-01-01", reader: "person:Ada", claim: { act: "order", rule: "person:Ada" }, review: { origin: "added" } },
  ]);
  expect((await ledger.document(claims[0]?.document ?? ""))?.kind).toBe("spreadsheet");
  expect((await verify(ledger)).seq).toBe(2);
});

test("the same file adds nothing, whoever imports it", async () => {
  const content = `${HEADER}${SALE}Treaty,Sudia,Norland,,,agreement,cancelled,2007,,\n`;
  expect(await told(content)).toEqual([
    [1, 0],
    [2, 0],
  ]);
  const head = await ledger.head();
  for (const by of ["Ada", "Bo"])
    expect(await told(content, by)).toEqual([
      [0, 0],
      [0, 0],
    ]);
  expect(await ledger.head()).toEqual(head);
});

test("what a person took back stays taken back when the file is imported again", async () => {
  await told(HEADER + SALE);
  await ledger.append([{ kind: "decision", body: { by: "Bo", decision: { type: "undo", decision: 2 } } }]);
  expect(await told(HEADER + SALE)).toEqual([[0, 0]]);
  expect((await ledger.claims()).claims).toEqual([]);
});

test("a map that tells rows otherwise takes back what they told, and back again", async () => {
  const other = MAP.replace("currency: USD", "currency: EUR");
  await told(HEADER + SALE);
  const standing = async () => (await ledger.claims()).claims.map(({ claim }) => claim.money[0]?.currency);
  expect(await told(HEADER + SALE, "Ada", other)).toEqual([[1, 1]]);
  expect(await standing()).toEqual(["EUR"]);
  expect(await told(HEADER + SALE)).toEqual([[1, 1]]);
  expect(await standing()).toEqual(["USD"]);
  expect(await told(HEADER + SALE)).toEqual([[0, 0]]);
});

test("a row with an id is the same row when a cell changes, and when it changes back", async () => {
  const map = MAP.replace("columns:\n", "columns:\n  id: ref\n");
  const file = (amount: string): string => `ref,${HEADER}7,${SALE.replace(",800", `,${amount}`)}`;
  const amounts = async () => (await ledger.claims()).claims.map(({ claim, version }) => [claim.money[0]?.amount, version]);
  expect(await told(file("800"), "Ada", map)).toEqual([[1, 0]]);
  expect(await told(file("900"), "Ada", map)).toEqual([[1, 1]]);
  expect(await amounts()).toEqual([[900, 2]]);
  expect(await told(file("800"), "Ada", map)).toEqual([[1, 1]]);
  expect(await amounts()).toEqual([[800, 3]]);
  await verify(ledger);
});

test("a claim that a person added to a row is no row's, and stays", async () => {
  const map = MAP.replace("columns:\n", "columns:\n  id: ref\n");
  await told(`ref,${HEADER}7,${SALE}`, "Ada", map);
  const { claims } = await ledger.claims();
  const [first] = claims;
  if (first === undefined) throw new Error("no claim");
  const own = { ...first.claim, id: "own", act: "sign" as const };
  await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "add-claim", document: first.document, version: 1, claim: own } } }]);
  expect(await told(`ref,${HEADER}7,${SALE}`, "Ada", map.replace("USD", "EUR"))).toEqual([[1, 1]]);
  expect((await ledger.claims()).claims.map(({ claim }) => claim.act).sort()).toEqual(["order", "sign"]);
});

test("a row whose words were redacted fails by itself, and bad rows keep no good one out", async () => {
  await told(HEADER + SALE);
  const [row] = rowsIn(HEADER + SALE);
  const document = row?.kind === "row" ? row.document.id : "";
  await ledger.append([{ kind: "decision", body: { by: "Ada", decision: { type: "redact", document, reason: "asked" } } }]);
  const more = `${HEADER}${SALE}nobody,,,,,transfer,agreed,,,\nOther,Sudia,Ostia,,,transfer,agreed,,,\n`;
  expect(await told(more)).toEqual(["PACTA_LEDGER_REDACTED", "PACTA_IMPORT_ROW", [1, 0]]);
});

test("more rows than go into one append are all there", async () => {
  const rows = Array.from({ length: 230 }, (_, n) => `Deal ${n},Sudia,Norland,,,transfer,agreed,,,\n`);
  expect(await told(HEADER + rows.join(""))).toEqual(rows.map(() => [1, 0]));
  expect((await ledger.head()).seq).toBe(460);
});
