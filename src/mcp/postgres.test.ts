// An assistant is answered the same by a ledger in PostgreSQL and by one in a file.
import { describe, expect, test } from "vitest";
import { openLedger } from "../ledger/index.ts";
import type { Ledger } from "../ledger/index.ts";
import { freshAddress, hasPostgres, requirePostgres } from "../ledger/postgres/shared.fixture.ts";
import { CLOCK } from "../ledger/report.fixture.ts";
import { session, STORY } from "./session.fixture.ts";

requirePostgres("src/mcp/postgres.test.ts");

/** The answers to one question a tool, over the story. */
async function answersOf(ledger: Ledger): Promise<unknown[]> {
  const open = await session({ ledger });
  await ledger.appendReadings(STORY, "test");
  const [first] = (await open.ask("search_deals", { words: "Tern", limit: 1 })).data.deals;
  const answers = [
    await open.ask("search_deals", { words: "Tern" }),
    await open.ask("search_deals", { limit: 1 }),
    await open.ask("get_deal", { deal: first?.deal.id, known: "2030-03-06", policy: "most-origins" }),
    await open.ask("get_evidence", { claim: "n2@0" }),
    await open.ask("list_claims", { party: "Norway", limit: 2 }),
    await open.ask("get_document", { document: "n1" }),
    await open.ask("what_changed", { from: "2030-02-10", to: "2030-03-31" }),
    await open.ask("resolve_party", { name: "Brazilian" }),
    await open.ask("list_parties"),
    await open.ask("get_deal", { deal: "deal-none" }),
  ];
  await open.close();
  return answers;
}

describe.runIf(hasPostgres)("on a server", () => {
  test("every tool answers as over a file", async () => {
    const options = { clock: CLOCK };
    const onServer = await answersOf(await openLedger(await freshAddress(), options));
    expect(onServer).toEqual(await answersOf(await openLedger(":memory:", options)));
    expect(onServer.map((answer) => (answer as { failed: boolean }).failed)).toEqual([...Array.from({ length: 9 }, () => false), true]);
  });
});
