// `pacta copies` on the real program, over a ledger that tells no claims: copies are told by words alone.
import { join } from "node:path";
import { beforeAll, expect, test, vi } from "vitest";
import { documentsFrom } from "../intake/library.ts";
import { openLedger } from "../ledger/index.ts";
import { freshFolder, pacta } from "./cli.fixture.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = freshFolder();
const ferry =
  "The harbour board of Nordfjord said on Monday that the two ferries ordered from the yard at Sudhaven will sail a year late, because engines that were tested in spring did not hold what the maker had promised to the board.";
const bridge =
  "Engineers who looked at the bridge over the river Ost found cracks in three of its pillars and told the council to close it for heavy lorries until the autumn, when work on new pillars may begin if the money for it is found.";

beforeAll(async () => {
  const reports = [
    { id: "echo", date: "2030-01-03", heading: "Ferries late", text: ferry },
    { id: "first", date: "2030-01-02", text: ferry },
    { id: "alone", date: "2030-01-02", text: "Nothing else was told of that day by anybody who was asked about it in the town of Ostby." },
    { id: "bridge", date: "2030-02-01", url: "https://example.org/bridge", text: bridge },
    { id: "bridge-again", text: bridge },
  ];
  const ledger = await openLedger(join(folder, "pacta.db"));
  for (const outcome of documentsFrom(JSON.stringify(reports), "application/json")) {
    if (outcome.kind !== "document") throw outcome.error;
    await ledger.appendReading(outcome.document, { id: outcome.document.id, claims: [], abstained: [] }, "none");
  }
  await ledger.close();
});

const ferries = {
  origin: "first",
  documents: [
    { id: "first", day: "2030-01-02" },
    { id: "echo", day: "2030-01-03", heading: "Ferries late" },
  ],
};
const bridges = {
  origin: "bridge",
  documents: [{ id: "bridge", day: "2030-02-01", url: "https://example.org/bridge" }, { id: "bridge-again" }],
};

test("lists reports with their copies, the origin in front", () => {
  expect(pacta(folder, ["copies"]).out).toBe(
    "2030-01-02  first\n  2030-01-03  echo  Ferries late\n2030-02-01  https://example.org/bridge\n  day unknown  bridge-again\n",
  );
  expect(pacta(folder, ["copies", "--jsonl"]).json()).toEqual([ferries, bridges]);
});

test("pages through them", () => {
  const [page] = pacta(folder, ["copies", "--json", "--limit", "1"]).json() as [{ next: string }];
  expect(page).toEqual({ clusters: [ferries], next: expect.any(String) });
  expect(pacta(folder, ["copies", "--json", "--limit", "1", "--after", page.next]).json()).toEqual([{ clusters: [bridges] }]);
  expect(pacta(folder, ["copies", "--limit", "1"]).err).toBe(`more: --after '${page.next}'\n`);
  expect(pacta(folder, ["copies", "--after", "x"])).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_LEDGER_CURSOR") });
});

test("gives the copies of one document, and says where there are none", () => {
  expect(pacta(folder, ["copies", "echo", "--jsonl"]).json()).toEqual([ferries]);
  expect(pacta(folder, ["copies", "alone"])).toMatchObject({ code: 0, out: "no copies\n" });
  expect(pacta(folder, ["copies", "nothing"])).toMatchObject({ code: 1, err: expect.stringContaining("PACTA_DOCUMENT_UNKNOWN") });
});
