// Cursors of pages that end with long names and ids.
import { expect, test } from "vitest";
import { session, told } from "./session.fixture.ts";

test("every cursor that is given is taken back, however long the names and ids that a page ended with", async () => {
  const [sea, grain] = [
    ["Aa", { id: "NOR", name: "Norway" }, "Tern accord"],
    ["Bb", { id: "EGY", name: "Egypt" }, "Lotus grain pact"],
  ] as const;
  const reports = [sea, grain].map(([begin, other, object], at) => {
    const name = begin + "x".repeat(3000);
    const words = `${name} and ${other.name} signed the ${object}`;
    return told(`${at}-${"d".repeat(1900)}`, "2030-01-10", `${words}.`, [{ words, act: "sign", actors: [{ name }, other], object }]);
  });
  const { ask, ledger, close } = await session();
  await ledger.appendReadings(reports, "r1");
  for (const [tool, key] of [
    ["list_parties", "parties"],
    ["search_deals", "deals"],
    ["list_claims", "claims"],
  ] as const) {
    const { data } = await ask(tool, { limit: 1 });
    const behind = await ask(tool, { limit: 1, cursor: data.next });
    expect([tool, data.next === undefined, behind.code, behind.data[key]?.length]).toEqual([tool, false, undefined, 1]);
    expect(behind.data[key]).not.toEqual(data[key]);
  }
  const range = { from: "2029-12-31", to: "2030-12-31", limit: 1 };
  const { data } = await ask("what_changed", range);
  expect([data.next === undefined, (await ask("what_changed", { ...range, cursor: data.next })).code]).toEqual([false, undefined]);
  await close();
});
