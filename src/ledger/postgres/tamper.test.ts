// Tampering with a ledger on a server: whatever is changed in its tables, past all that should keep it from being changed, is found.
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { hashOf } from "../chain.ts";
import { appendDecided, appendTen, cutBehind, DECISION_TAMPERINGS, ENTRY_COLUMNS, TAMPERINGS, verdict } from "../contract/tampering.fixture.ts";
import { openLedger } from "../open.ts";
import { CLOCK, listOf, report } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import { change, freshAddress, hasPostgres, requirePostgres } from "./shared.fixture.ts";

requirePostgres("src/ledger/postgres/tamper.test.ts");

/** A ledger of the ten entries, or what `fill` appends, changed by these statements. */
async function changed(statements: string, fill = appendTen): Promise<string> {
  const address = await freshAddress();
  const ledger = await openLedger(address, { clock: CLOCK });
  await fill(ledger);
  await ledger.close();
  await change(address, statements);
  return address;
}

describe.runIf(hasPostgres)("verify", () => {
  test("finds nothing in a ledger that nobody changed", async () => {
    expect(await verdict(await changed("select 1"))).toBe("fits to 10");
  });

  test.for(ENTRY_COLUMNS)("finds a flipped bit of %s, in any entry, and fits again when it is flipped back", async (column) => {
    const address = await changed("select 1");
    const isBytes = column === "body" || column === "words";
    const bytes = isBytes ? column : `convert_to(${column}, 'UTF8')`;
    const places = fc.record({ seq: fc.integer({ min: 1, max: 10 }), where: fc.nat(), bit: fc.integer({ min: 0, max: isBytes ? 7 : 3 }) });
    const property = fc.asyncProperty(places, async ({ seq, where, bit }) => {
      const flipped = `set_bit(${bytes}, 8 * (${where} % length(${bytes})) + ${bit}, 1 - get_bit(${bytes}, 8 * (${where} % length(${bytes})) + ${bit}))`;
      const flip = `update entries set ${column} = ${isBytes ? flipped : `convert_from(${flipped}, 'UTF8')`} where seq = ${seq}`;
      await change(address, flip);
      expect(await verdict(address)).toBe(`PACTA_LEDGER_BROKEN at ${seq}`);
      await change(address, flip);
      expect(await verdict(address)).toBe("fits to 10");
    });
    await fc.assert(property, { numRuns: 6 });
  });

  test.for(Object.entries(TAMPERINGS))("finds %s", async ([, [statements, expected]]) => {
    expect(await verdict(await changed(statements))).toBe(expected);
  });

  const replaced = (column: string, from: string, to: string) =>
    `${column} = convert_to(replace(convert_from(${column}, 'UTF8'), '${from}', '${to}'), 'UTF8')`;
  const decided: typeof DECISION_TAMPERINGS = {
    "who decided": [`update entries set ${replaced("body", '"by":"Ada"', '"by":"Bo"')} where seq = 3`, "PACTA_LEDGER_BROKEN at 3"],
    "a word that a decision quotes": [`update entries set ${replaced("words", "ferry", "fairy")} where seq = 4`, "PACTA_LEDGER_BROKEN at 4"],
    ...DECISION_TAMPERINGS,
  };

  test.for(Object.entries(decided))("finds of a decision %s", async ([, [statements, expected]]) => {
    expect(await verdict(await changed(statements, appendDecided))).toBe(expected);
  });

  test("finds a tail that was cut off with its projections, by the head that was noted", async () => {
    const address = await changed("select 1");
    const ledger = await openLedger(address);
    const { hash } = await ledger.head();
    const [, , , , , , , eighth] = await listOf(ledger.entries());
    await ledger.close();
    await change(address, cutBehind(8, String(eighth?.hash)));
    expect(await verdict(address)).toBe("fits to 8");
    expect(await verdict(address, { head: hash })).toBe("PACTA_LEDGER_CUT at 8");
  });

  test("finds an entry whose own hash was made to fit, by the entry that follows", async () => {
    const address = await changed("select 1");
    const [row] = await change(address, "select seq::int, at, kind, prev, convert_from(body, 'UTF8') as body from entries where seq = 3");
    const { seq, at, kind, prev, body } = row as { seq: number; at: string; kind: string; prev: string; body: string };
    const forged = body.replace("ships", "boats");
    const hash = hashOf({ seq, at, kind, prev }, forged);
    await change(address, `update entries set body = convert_to('${forged}', 'UTF8'), hash = '${hash}' where seq = 3`);
    expect(await verdict(address)).toBe("PACTA_LEDGER_BROKEN at 4");
  });

  test("finds an index that lacks a row, where the database can look into its indices", async () => {
    const address = await changed("create extension if not exists amcheck with schema public");
    expect(await verdict(address)).toBe("fits to 10");
    // A row that the index was told not to hold, and is then said to hold all of.
    await change(address, "drop index claims_by_act; create index claims_by_act on claims (act, seq, n) where seq <> 8");
    await change(address, "update pg_index set indpred = null where indexrelid = 'claims_by_act'::regclass");
    expect(await verdict(address)).toBe("PACTA_LEDGER_BROKEN at undefined");
  });
});

describe.runIf(hasPostgres)("a ledger that was changed", () => {
  test("takes no more entries where its tail was cut off", async () => {
    const ledger = await openLedger(await changed("delete from entries where seq > 7"));
    await expect(ledger.appendReadings([report("c")], "r1")).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 8 } });
    await ledger.close();
  });

  test("is healed by a rebuild in its projections, and refused where entries do not fit", async () => {
    const healed = await openLedger(await changed("update claims set act = 'agree'; delete from chain; drop table claim_parties"));
    await healed.rebuild();
    expect((await verify(healed)).seq).toBe(10);
    await healed.close();
    const refused = await openLedger(await changed("update entries set at = 'x' where seq = 5"));
    await expect(refused.rebuild()).rejects.toMatchObject({ code: "PACTA_LEDGER_BROKEN", place: { line: 5 } });
    expect((await refused.claims({ document: "a" })).claims).toHaveLength(1);
    await refused.close();
  });
});
