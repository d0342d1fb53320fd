// Holds this scorer equal to the reference scorer, which is a Python script beside the checkout: on lists drawn from a seed, and on a
// ledger that the command line itself lists.
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import type { TestContext } from "vitest";
import { loadDealKnowledge, storedReadings } from "../../deal/index.ts";
import { tell } from "../../deal/told.fixture.ts";
import type { Told } from "../../deal/told.fixture.ts";
import { allClaims, openLedger } from "../../ledger/index.ts";
import { documentOf } from "../../ledger/report.fixture.ts";
import { resource } from "../../resources.ts";
import { sharedFolder } from "../gold.ts";
import { seeded } from "../perturb.fixture.ts";
import { loadGoldDeals } from "./gold.ts";
import { listedDeals } from "./part.ts";
import { scoreDeals } from "./score.ts";
import type { DealScore, Listed } from "./score.ts";

const script = join(sharedFolder(process.env), "tools", "score_deals.py");
const folder = mkdtempSync(join(tmpdir(), "pacta-deals-"));
afterAll(() => rmSync(folder, { recursive: true }));

function missing(): string | undefined {
  if (!existsSync(script)) return `no ${script}`;
  return spawnSync("python3", ["--version"]).status === 0 ? undefined : "no python3";
}

/** Skips where there is nothing to compare with, unless everything is required. */
function need(context: TestContext): void {
  const why = missing();
  if (why !== undefined && process.env["PACTA_REQUIRE_ALL"] !== "1") context.skip(`${why}: nothing to compare with`);
  expect(why).toBeUndefined();
}

function written(name: string, value: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, typeof value === "string" ? value : JSON.stringify(value));
  return file;
}

function reference(gold: string, ledger: string, command: readonly string[]): unknown {
  return JSON.parse(execFileSync("python3", [script, gold, ledger, ...command], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }));
}

/** Our score in the reference's form. */
function reportOf({ deals, bcubed }: DealScore): unknown {
  const rows = deals.flatMap((deal) => deal.rows);
  const n = rows.length;
  return {
    deals: deals.length,
    answered: deals.filter(({ answer }) => answer !== undefined).length,
    bcubed,
    near: { joined: deals.flatMap(({ near }) => near).length, n: deals.flatMap(({ gold }) => gold.not).length },
    state: { right: rows.filter(({ isState }) => isState).length, n },
    dispute: { right: rows.filter(({ isDispute }) => isDispute).length, n },
  };
}

describe("on lists drawn from a seed", () => {
  const STATES = ["none", "signed", "in-force"];
  const DISPUTES = ["none", "none", "sued"];
  const DAYS = ["2020-01-01", "2021-01-01", "2022-01-01"];
  // A command line that lists what a file says instead of what a ledger holds, and at a pair of days what it says for that pair.
  const STAND_IN = `import { readFileSync } from "node:fs";
const args = process.argv.slice(2);
const after = (flag) => args[args.indexOf(flag) + 1];
const key = args.includes("--known") ? after("--as-of") + " " + after("--known") : "";
for (const { id, documents, at } of JSON.parse(readFileSync(after("--ledger"), "utf8")))
  if (key === "" || key in at) console.log(JSON.stringify({ id, documents, ...at[key] }));
`;

  test("both give the same figures, figure for figure", (context) => {
    need(context);
    const seed = Number(process.env["PACTA_SEED"] ?? Math.floor(Math.random() * 2 ** 32));
    console.info(`PACTA_SEED=${seed}`);
    const random = seeded(seed);
    const one = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)] as T;
    const some = (many: number): string[] => [
      ...new Set(Array.from({ length: 1 + Math.floor(random() * many) }, () => `d${Math.floor(random() * 20)}`)),
    ];
    const standIn = written("stand-in.mjs", STAND_IN);
    for (let round = 0; round < 3; round += 1) {
      const file = written(
        "gold.json",
        Array.from({ length: 5 }, (_, i) => ({
          deal: `gold ${i}`,
          documents: some(6),
          not: some(4),
          states: Array.from({ length: 4 }, () => ({
            as_of_valid: one(DAYS),
            as_known: one(DAYS),
            state: one(STATES),
            ...(random() < 0.5 ? { dispute: one(DISPUTES) } : {}),
            ...(random() < 0.3 ? { also: [one(STATES)] } : {}),
          })),
        })),
      );
      const gold = loadGoldDeals(file);
      const asked = [...new Set(gold.flatMap(({ states }) => states.map((row) => `${row.as_of_valid} ${row.as_known}`)))];
      const deals = Array.from({ length: 8 }, (_, i) => ({
        id: `deal ${i}`,
        documents: some(8),
        at: Object.fromEntries(asked.flatMap((key) => (random() < 0.2 ? [] : [[key, { state: one(STATES), dispute: one(DISPUTES) }]]))),
      }));
      const listed = deals.map(({ id, documents, at }): Listed => ({
        id,
        name: id,
        documents,
        standing: ({ as_of_valid, as_known }) => at[`${as_of_valid} ${as_known}`] ?? { state: "none", dispute: "none" },
      }));
      const ours = reportOf(scoreDeals(gold, listed));
      expect(ours, `PACTA_SEED=${seed}, round ${round}`).toEqual(reference(file, written("list.json", deals), [process.execPath, standIn]));
    }
  }, 120_000);
});

describe("on a small ledger", () => {
  const sale = (id: string, day: string, told: Partial<Told> & Pick<Told, "act" | "words">) => ({
    id,
    day,
    told: { by: ["NOR"], to: ["SUD"], ...told },
  });
  const object = "Blue River Treaty";
  const TOLD = [
    sale("order", "2020-01-10", { act: "sell", items: [{ name: "Q-70 launchers" }], words: "Norland sells Q-70 launchers to Sudia" }),
    sale("cancel", "2021-03-01", { act: "cancel", object: "Q-70 contract", words: "Norland cancels the Q-70 contract" }),
    sale("suit", "2021-05-01", { act: "sue", object: "Q-70 contract", by: ["SUD"], to: ["NOR"], words: "Sudia sues Norland over the Q-70 contract" }),
    sale("treaty", "2020-02-01", { act: "sign", by: ["NOR", "OST"], to: [], object, words: "Norland and Ostia sign the Blue River Treaty" }),
    sale("exit", "2022-02-01", { act: "cancel", by: ["OST"], to: [], object, words: "Ostia leaves the Blue River Treaty" }),
    sale("other", "2022-03-01", { act: "sell", to: ["OST"], items: [{ name: "F-9 jets" }], words: "Norland sells F-9 jets to Ostia" }),
  ];
  const pair = (as_of_valid: string, as_known: string, state: string, dispute = "none") => ({ as_of_valid, as_known, state, dispute });
  const GOLD = [
    {
      deal: "launchers",
      documents: ["order", "cancel", "suit", "unread"],
      not: ["other"],
      states: [
        pair("2021-02-28", "2021-02-28", "agreed"),
        pair("2021-03-01", "2022-12-31", "cancelled"),
        pair("2021-05-01", "2022-12-31", "cancelled", "sued"),
      ],
    },
    {
      deal: "treaty",
      documents: ["treaty", "exit"],
      states: [pair("2021-02-28", "2021-02-28", "signed"), pair("2022-12-31", "2022-12-31", "expired")],
    },
  ];

  test("the part lists what pacta deals lists, and both give the same figures", async (context) => {
    need(context);
    const file = join(folder, "small.db");
    const ledger = await openLedger(file);
    try {
      for (const { id, day, told } of TOLD) {
        const claims = tell(id, day, [told]);
        const text = claims[0]?.document.text ?? "";
        const document = documentOf(id, text, { published: { day, basis: "caller" } });
        await ledger.appendReadings([{ document, reading: { id, claims: claims.map(({ claim }) => claim), abstained: [] } }], "test");
      }
      const readings = await storedReadings(allClaims(ledger), ledger.entries());
      const gold = written("small.gold.json", GOLD);
      const ours = reportOf(scoreDeals(loadGoldDeals(gold), listedDeals(readings, loadDealKnowledge())));
      expect(ours).toMatchObject({ answered: 2, near: { joined: 0, n: 1 }, state: { right: 4, n: 5 }, dispute: { right: 5, n: 5 } });
      expect(ours).toEqual(reference(gold, file, [process.execPath, resource("src", "cli", "main.ts")]));
    } finally {
      await ledger.close();
    }
  }, 120_000);
});
