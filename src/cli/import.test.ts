// `pacta import` on the real program: a register into a ledger, its rows among the deals, and what went wrong on standard error.
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeEach, expect, test, vi } from "vitest";
import { freshFolder, pacta } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let folder: string;
const MAP = `columns: { name: Deal, from: Seller, to: Buyer, items: Goods, quantity: Number, state: Status, day: Signed, amount: Worth, currency: In }
kind: transfer
times: 1000000
states: { delivered: fulfilled, on order: agreed }
`;
const ROWS = `Deal,Seller,Buyer,Goods,Number,Status,Signed,Worth,In
Ferries for Norway,Brazil,Norway,ferries,2,delivered,2030-02-03,"1,200",EUR
Tugs,,Chile,tugs,3,on order,2031,5,USD
Cranes for Chile,BRA,Chile,cranes,4,on order,2031,5,USD
`;

beforeEach(() => {
  folder = freshFolder();
  writeFileSync(join(folder, "my register.csv"), ROWS);
  writeFileSync(join(folder, "map.yaml"), MAP);
});

const run = (...more: string[]) => pacta(folder, ["import", "my register.csv", "--map", "map.yaml", "--by", "Ada", ...more]);

test("rows become deals, and a bad one an error with its line", () => {
  const first = run("--date", "2032-01-01", "--why", "our register");
  expect(first).toMatchObject({ code: 1, out: "3 rows: 3 claims added; 1 row failed\n" });
  expect(first.err).toMatch(/^PACTA_IMPORT_ROW: a transfer needs both sides \(my register\.csv:3\)\. .*\n$/);
  const deals = pacta(folder, ["deals", "--jsonl"]).json() as { name: string; state: string; documents: string[]; parties: object[] }[];
  expect(deals.map(({ state }) => state).sort()).toEqual(["agreed", "fulfilled"]);
  expect(deals.find(({ state }) => state === "agreed")?.parties).toContainEqual({ id: "BRA", name: "BRA" });
  expect(deals[0]?.documents[0]).toMatch(/^sheet:my-register#[0-9a-f]{16}$/);
  expect(pacta(folder, ["deals", "--jsonl", "--known", "2031-12-31"]).out).toBe("");
  expect(pacta(folder, ["claims", "--party", "NOR"]).out).toContain("EUR 1.2 billion");
  expect(pacta(folder, ["review"]).out).toContain("our register");
  expect(run("--date", "2032-01-01").out).toBe("3 rows: 0 claims added; 1 row failed\n");
  expect(pacta(folder, ["verify"]).code).toBe(0);
});

test("a dry run tells what rows come to and makes no ledger", () => {
  const dry = run("--dry-run");
  expect(dry.out).toContain(
    "line 2\n  order: Norway → Brazil [2030-02-03]; Ferries for Norway; 2 ferries; EUR 1.2 billion\n  deliver: Brazil → Norway;",
  );
  expect(dry.out).toContain("nothing was written");
  expect(pacta(folder, ["deals"]).err).toContain("PACTA_LEDGER_MISSING");
  const [data] = run("--dry-run", "--json").json() as [{ rows: number; failed: number; told: { line: number; claims: object[] }[] }];
  expect([data.rows, data.failed, data.told.map(({ line, claims }) => [line, claims.length])]).toEqual([
    3,
    1,
    [
      [2, 2],
      [4, 1],
    ],
  ]);
});

test("nobody imports without a name, and a map that does not fit is refused", () => {
  expect(pacta(folder, ["import", "my register.csv", "--map", "map.yaml"])).toMatchObject({
    code: 2,
    err: expect.stringContaining("PACTA_USAGE_REVIEWER"),
  });
  writeFileSync(join(folder, "map.yaml"), MAP.replace("Buyer", "Purchaser"));
  expect(run()).toMatchObject({ code: 1, err: expect.stringContaining('PACTA_IMPORT_COLUMN: there is no column "Purchaser" for to') });
  writeFileSync(join(folder, "map.yaml"), MAP.replace("kind:", "sort:"));
  expect(run()).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_IMPORT_MAP") });
  expect(pacta(folder, ["import", "none.csv", "--map", "none.yaml", "--by", "Ada"]).err).toContain("PACTA_INPUT_MISSING");
});
