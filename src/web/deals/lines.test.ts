// Deals as lines for a spreadsheet.
import { parse } from "csv-parse/sync";
import { expect, test } from "vitest";
import type { Forms } from "../asking/index.ts";
import { csvOf } from "./lines.ts";

const deal: Forms["DealBrief"] = {
  id: "deal-1",
  name: 'S-300, "the order"',
  parties: [
    { id: "RUS", name: "Russia" },
    { id: null, name: "=HYPERLINK(0)" },
  ],
  object: null,
  items: [],
  state: "signed",
  dispute: "none",
  since: { earliest: "2007-01-01", latest: "2007-12-31" },
  kind: "transfer",
  first: "2015-01-20",
  claims: 3,
  documents: 1,
  conflicts: ["money"],
};

test("a spreadsheet gets every cell as it is, and no cell as a formula", () => {
  const told = { ...deal, name: "@SUM(A1)", parties: [] };
  const [first, second] = parse(csvOf([deal, told], "http://127.0.0.1:1"), { columns: true }) as readonly Record<string, string>[];
  expect(first).toMatchObject({
    name: 'S-300, "the order"',
    parties: "Russia; =HYPERLINK(0)",
    since: "2007",
    "last told of": "",
    claims: "3",
    address: "http://127.0.0.1:1/deals/deal-1",
  });
  expect(second).toMatchObject({ name: "'@SUM(A1)", parties: "" });
});
