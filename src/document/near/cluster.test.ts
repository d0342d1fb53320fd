// Clusters of copies: one origin each, whatever came first, and nothing left of what was taken out.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { areOneReport, clusterOfRows, nearRowOf } from "./cluster.ts";
import type { Cluster, NearRow } from "./cluster.ts";
import { NearIndex } from "./near-index.ts";
import { loadNearRules } from "./rules.ts";
import { bandsOf } from "./signature.ts";
import { MemoryNearStore } from "./store.ts";
import type { NearStore } from "./store.ts";
import { agencies, read, rowOf, story } from "./story.fixture.ts";
import { TableNearStore } from "./table.fixture.ts";

const rules = loadNearRules();

async function indexOf(rows: readonly NearRow[], store: NearStore = new MemoryNearStore()): Promise<NearIndex> {
  const index = new NearIndex(store, rules);
  for (const row of rows) await index.add(row);
  return index;
}

async function clustersOf(index: NearIndex, rows: readonly NearRow[]): Promise<Cluster[]> {
  const ids = rows.map(({ id }) => id).sort();
  return (await Array.fromAsync(index.clusters(ids))).sort((a, b) => (a.members.join(" ") < b.members.join(" ") ? -1 : 1));
}

describe("a cluster", () => {
  test("holds the story, its short form and the copy of that", async () => {
    const rows = [
      rowOf("b", story(1, 120), "2020-03-02"),
      rowOf("c", `${story(1, 60)} ${story(2, 50)}`, "2020-03-02"),
      rowOf("a", story(1, 60), "2020-03-03"),
      rowOf("x", story(3, 200), "2020-03-02"),
    ];
    const index = await indexOf(rows);
    expect(await index.clusterOf("a")).toEqual({ origin: "b", members: ["a", "b", "c"] });
    expect(await index.clusterOf("c")).toEqual(await index.clusterOf("a"));
    expect(await index.clusterOf("x")).toEqual({ origin: "x", members: ["x"] });
    expect(await index.clusterOf("y")).toBeUndefined();
  });

  test("falls apart where what held it together is taken out", async () => {
    const rows = [
      rowOf("left", story(1, 150), "2020-03-02"),
      rowOf("middle", `${story(1, 150)} ${story(2, 150)}`, "2020-03-02"),
      rowOf("right", story(2, 150), "2020-03-02"),
    ];
    const index = await indexOf(rows);
    expect((await index.clusterOf("left"))?.members).toEqual(["left", "middle", "right"]);
    await index.remove("middle");
    expect((await index.clusterOf("left"))?.members).toEqual(["left"]);
    await index.remove("middle");
    expect(await index.clusterOf("middle")).toBeUndefined();
  });

  test("follows a document whose text became another", async () => {
    const index = await indexOf([rowOf("a", story(1, 100), "2020-03-02"), rowOf("b", story(1, 100), "2020-03-02")]);
    await index.add(rowOf("b", story(2, 100), "2020-03-02"));
    expect((await index.clusterOf("a"))?.members).toEqual(["a"]);
    expect((await index.clusterOf("b"))?.members).toEqual(["b"]);
  });

  test("does not need the document that is asked about", async () => {
    const index = await indexOf([rowOf("a", story(1, 100), "2020-03-02")]);
    expect((await index.copiesOf(rowOf("new", story(1, 100), "2020-03-05"))).map(({ id }) => id)).toEqual(["a"]);
    expect(await index.clusterOf("new")).toBeUndefined();
  });
});

describe("days", () => {
  const phrase = story(1, 20);
  const report = story(1, 60);
  test.each([
    ["a set phrase within the window", [phrase, "2020-03-01"], [phrase, "2020-03-15"], true],
    ["a set phrase behind it", [phrase, "2020-03-01"], [phrase, "2020-03-16"], false],
    ["a report, word for word, years later", [report, "2020-03-01"], [report, "2023-03-01"], true],
    ["a report, edited, years later", [report, "2020-03-01"], [`${report} more`, "2023-03-01"], false],
    ["a report, edited, of no known day", [report, undefined], [`${report} more`, "2023-03-01"], true],
    ["a set phrase, edited, of no known day", [phrase, undefined], [`${phrase} more`, "2023-03-01"], false],
    ["a set phrase, word for word, of no known day", [phrase, undefined], [phrase, "2023-03-01"], true],
  ] as const)("%s", async (_, [one, day], [other, otherDay], joined) => {
    const [a, b] = [rowOf("a", one, day), rowOf("b", other, otherDay)];
    expect(areOneReport(a, b, rules)).toBe(joined);
    expect(areOneReport(b, a, rules)).toBe(joined);
    expect((await (await indexOf([a, b])).clusterOf("b"))?.members).toEqual(joined ? ["a", "b"] : ["b"]);
  });
});

describe("the origin", () => {
  const text = story(1, 60);
  test("was published first, and what has no day comes last", () => {
    const rows = [rowOf("a", text), rowOf("b", text, "2020-03-03"), rowOf("c", text, "2020-03-02")];
    expect(clusterOfRows(rows).origin).toBe("c");
    expect(clusterOfRows(rows.slice(0, 2)).origin).toBe("b");
    expect(clusterOfRows(rows.slice(0, 1)).origin).toBe("a");
  });

  test("of one day is the one that another credits, not one that credits itself", () => {
    const rows = [
      rowOf("a", text, "2020-03-02", { outlets: ["post"], credits: ["post"] }),
      rowOf("b", text, "2020-03-02", { outlets: ["wire"] }),
      rowOf("c", text, "2020-03-02", { outlets: ["times"], credits: ["wire"] }),
    ];
    expect(clusterOfRows(rows).origin).toBe("b");
    expect(clusterOfRows(rows.slice(0, 2)).origin).toBe("a");
  });

  test("is not moved by a credit where it was published first", () => {
    const rows = [
      rowOf("a", text, "2020-03-01"),
      rowOf("b", text, "2020-03-02", { outlets: ["wire"] }),
      rowOf("c", text, "2020-03-02", { credits: ["wire"] }),
    ];
    expect(clusterOfRows(rows).origin).toBe("a");
  });

  test("is found from documents as they are read", async () => {
    const body = `Words: ${story(1, 60)}.`;
    const documents = [
      read({ url: "https://www.example.org/a", text: `OSLO, March 2 (Reuters) - ${body}\n\nMore of it.`, date: "2020-03-02" }),
      read({ url: "https://www.reuters.com/world/b", text: body, date: "2020-03-02" }),
    ];
    const rows = documents.map((document) => nearRowOf(document, { rules, agencies }));
    expect(rows.map(({ outlets, credits }) => ({ outlets, credits }))).toEqual([
      { outlets: ["example"], credits: ["reuters"] },
      { outlets: ["reuters", "thomsonreuters"], credits: [] },
    ]);
    const index = await indexOf(rows);
    expect((await index.clusterOf("https://www.example.org/a"))?.origin).toBe("https://www.reuters.com/world/b");
  });
});

const day = fc.option(
  fc.integer({ min: 0, max: 40 }).map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)),
  { nil: undefined },
);
const text = fc.oneof(
  fc.tuple(fc.integer({ min: 1, max: 2 }), fc.integer({ min: 1, max: 260 }), fc.nat(40)).map(([number, count, from]) => story(number, count, from)),
  fc.tuple(fc.integer({ min: 40, max: 200 }), fc.integer({ min: 40, max: 200 })).map(([a, b]) => `${story(1, a)} ${story(2, b)}`),
  fc.constantFrom(story(1, 12), story(1, 200)),
);
const names = fc.uniqueArray(fc.constantFrom("wire", "post", "times"), { maxLength: 2 });
const rows = fc
  .array(fc.tuple(text, day, names, names), { minLength: 1, maxLength: 14 })
  .map((all) => all.map(([words, on, outlets, credits], at) => rowOf(`d${at}`, words, on, { outlets, credits })));
const shuffled = rows.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length })));

/** Clusters by looking at every pair. */
function byAllPairs(all: readonly NearRow[]): Cluster[] {
  const linked = (a: NearRow, b: NearRow): boolean => {
    const keys = new Set(bandsOf(a.signature));
    return bandsOf(b.signature).some((key) => keys.has(key)) && areOneReport(a, b, rules);
  };
  const left = new Set(all);
  const clusters: Cluster[] = [];
  for (const first of left) {
    const members = new Set([first]);
    for (const member of members) for (const other of left) if (linked(member, other)) members.add(other);
    for (const member of members) left.delete(member);
    clusters.push(clusterOfRows([...members]));
  }
  return clusters.sort((a, b) => (a.members.join(" ") < b.members.join(" ") ? -1 : 1));
}

test("the index gives what looking at every pair gives, in whatever order documents come", async () => {
  await fc.assert(
    fc.asyncProperty(shuffled, async ([all, other]) => {
      const wanted = byAllPairs(all);
      expect(await clustersOf(await indexOf(all), all)).toEqual(wanted);
      expect(await clustersOf(await indexOf(other), all)).toEqual(wanted);
    }),
    { numRuns: 150 },
  );
});

test.each([
  ["in memory", () => new MemoryNearStore()],
  ["in tables", () => new TableNearStore()],
])("what was taken out might never have come, with rows %s", async (_, store) => {
  await fc.assert(
    fc.asyncProperty(shuffled, fc.nat(14), async ([all, other], count) => {
      const kept = all.slice(count);
      const index = await indexOf(other, store());
      for (const { id } of all.slice(0, count)) await index.remove(id);
      expect(await clustersOf(index, kept)).toEqual(byAllPairs(kept));
    }),
    { numRuns: 75 },
  );
});
