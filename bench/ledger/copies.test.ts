// Copies of documents under other names: a ledger takes them as it takes what was read.
import { expect, test } from "vitest";
import { loadDealKnowledge } from "../../src/deal/index.ts";
import { openLedger, verify } from "../../src/ledger/index.ts";
import type { Claim } from "../../src/reading/index.ts";
import { copies, makingsOf } from "./copies.ts";
import type { Told } from "./copies.ts";
import { loadWording } from "./renaming.ts";

const TEXT = "Russia signed a contract with the European Union on Q-70 launchers in Kaluga. Moscow sold them to Norway.";
const at = (quote: string) => ({ start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length, quote });

function claim(id: string, quote: string, more: Partial<Claim>): Claim {
  const empty = { targets: [], items: [], money: [], terms: [], sources: [], tellings: [], spans: {} };
  return { id, act: "sign", mode: "actual", negated: false, actors: [], ...empty, evidence: at(quote), rule: "test", confidence: 0.9, ...more };
}

const base: readonly Told[] = ["2015-03-01", "2015-01-01"].map((day, n) => ({
  document: {
    id: `d${n}`,
    text: TEXT,
    blocks: [{ start: 0, end: TEXT.length, kind: "paragraph" }],
    published: { day, basis: "caller" },
    sources: [],
    tags: [],
  },
  reading: {
    id: `d${n}`,
    claims: [
      claim(`a${n}`, "Russia signed a contract with the European Union on Q-70 launchers", {
        actors: [
          { id: "RUS", name: "Russia" },
          { id: "EU", name: "European Union" },
        ],
        object: "contract",
        items: [{ name: "Q-70 launchers" }],
        place: "Kaluga",
        spans: { place: { start: TEXT.indexOf("Kaluga"), end: TEXT.indexOf("Kaluga") + 6 } },
      }),
      claim(`b${n}`, "Moscow sold them to Norway", {
        act: "sell",
        actors: [{ id: "RUS", name: "Moscow" }],
        targets: [{ id: "NOR", name: "Norway" }],
      }),
    ],
    abstained: [{ reason: "no-party", ...at("them") }],
  },
}));

const wording = loadWording(loadDealKnowledge(), (party) => (party === "RUS" ? 2 : 0));
const made = [...copies(base, makingsOf(3, wording))];
const madeOf = (id: string): Told => {
  const found = made.find(({ document }) => document.id === id);
  if (found === undefined) throw new Error(`there is no ${id}`);
  return found;
};

test("documents come by day, each copy of each once, and the first copy is the text itself", () => {
  const days = made.map(({ document }) => document.published?.day ?? "");
  expect(days).toEqual(days.toSorted());
  expect(made.map(({ document }) => document.id).sort()).toEqual(["d0", "d0~1", "d0~2", "d1", "d1~1", "d1~2"]);
  expect(madeOf("d0")).toBe(base[0]);
});

test("a copy tells the same acts of others, each called alike in the text and in the claims", () => {
  const { document, reading } = madeOf("d0~1");
  const [signed, sold] = reading.claims;
  expect([signed?.act, sold?.act, signed?.object]).toEqual(["sign", "sell", "contract"]);
  expect(signed?.actors[0]?.id).toBe(sold?.actors[0]?.id);
  expect(signed?.actors[0]?.id).not.toBe("RUS");
  for (const name of [signed?.actors[0]?.name, signed?.actors[1]?.name, signed?.items[0]?.name, signed?.place, sold?.targets[0]?.name])
    expect(document.text).toContain(name);
  expect(document.text).not.toMatch(/Russia|Moscow|European Union|Q-70|Kaluga/);
  const place = signed?.spans["place"];
  expect(document.text.slice(place?.start, place?.end)).toBe(signed?.place);
});

test("no two copies are called alike", () => {
  expect(new Set(made.map(({ document }) => document.text)).size).toBe(3);
});

test("a ledger holds every copy's quotes against its text and finds them true", async () => {
  const ledger = await openLedger(":memory:");
  await ledger.appendReadings(made, "r1");
  expect(await verify(ledger)).toMatchObject({ seq: 12 });
  await ledger.close();
});
