// The contract, eighth part: which documents are copies of one report, and which of them the others have it from.
import * as fc from "fast-check";
import { expect } from "vitest";
import { loadNearSetting, MemoryNearStore, NearIndex, nearRowOf } from "../../document/index.ts";
import type { Document } from "../../document/index.ts";
import { story } from "../../document/near/story.fixture.ts";
import { decide } from "../decided.fixture.ts";
import { fingerprint } from "../fingerprint.ts";
import type { Ledger, Read } from "../ledger.ts";
import { documentOf } from "../report.fixture.ts";
import { verify } from "../verify.ts";
import type { Case } from "./case.fixture.ts";

const setting = loadNearSetting();

/** A document in which nothing is told. */
function paper(id: string, text: string, day?: string, more: Partial<Document> = {}): Read {
  const published = day === undefined ? {} : { published: { day, basis: "caller" as const } };
  return { document: documentOf(id, text, { ...published, ...more }), reading: { id, claims: [], abstained: [] } };
}

async function membersOf(ledger: Ledger, id: string): Promise<readonly string[] | undefined> {
  return (await ledger.copies(id))?.members;
}

const phrase = story(1, 20);
const report = story(1, 60);

/** Two texts with their days, and whether they are copies. */
const PAIRS: Readonly<Record<string, readonly [one: readonly [string, string?], other: readonly [string, string?], copies: boolean]>> = {
  "a set phrase within the window, over the end of a year": [[phrase, "2019-12-25"], [phrase, "2020-01-08"], true],
  "a set phrase behind it": [[phrase, "2019-12-25"], [phrase, "2020-01-09"], false],
  "an edited report within the window, before 1970": [[report, "1969-12-30"], [`${report} more`, "1970-01-03"], true],
  "a report, word for word, years later": [[report, "2020-03-01"], [report, "2023-03-01"], true],
  "a report, edited, years later": [[report, "2020-03-01"], [`${report} more`, "2023-03-01"], false],
  "a report, edited, of no known day": [[report], [`${report} more`, "2023-03-01"], true],
  "a set phrase, edited, of no known day": [[phrase], [`${phrase} more`, "2023-03-01"], false],
  "a set phrase, word for word, of no known day": [[phrase], [phrase, "2023-03-01"], true],
  "two edited reports of no known day": [[report], [`${report} more`], true],
};

const pairs = Object.entries(PAIRS).map(([what, [one, other, isCopy]]): [string, Case] => [
  `tells ${isCopy ? "as copies" : "apart"} ${what}`,
  (ledger) => tells(ledger, [paper("a", ...one), paper("b", ...other)], isCopy),
]);

async function tells(ledger: Ledger, papers: readonly Read[], isCopy: boolean): Promise<void> {
  await ledger.appendReadings(papers, "r1");
  for (const id of ["a", "b"]) expect(await membersOf(ledger, id)).toEqual(isCopy ? ["a", "b"] : [id]);
}

const day = fc.option(
  fc.integer({ min: 0, max: 70 }).map((days) => new Date(Date.UTC(2020, 0, 1 + days)).toISOString().slice(0, 10)),
  { nil: undefined },
);
/** Parts of two stories, which `first` and the next number. */
const text = fc.oneof(
  fc.tuple(fc.constantFrom(0, 1), fc.integer({ min: 1, max: 260 }), fc.nat(40)).map(
    ([which, count, from]) =>
      (first: number) =>
        story(first + which, count, from),
  ),
  fc.tuple(fc.integer({ min: 40, max: 200 }), fc.integer({ min: 40, max: 200 })).map(
    ([a, b]) =>
      (first: number) =>
        `${story(first, a)} ${story(first + 1, b)}`,
  ),
  fc.constantFrom(
    (first: number) => story(first, 12),
    (first: number) => story(first, 200),
  ),
);
const url = fc.constantFrom(undefined, "https://www.reuters.com/a", "https://example.org/b");
const sources = fc.constantFrom([], ["Reuters"], ["Example"]);

/** Cases about copies. */
export const COPYING: Readonly<Record<string, Case>> = {
  ...Object.fromEntries(pairs),

  "tells the copies of a story, and the one that was published first": async (ledger) => {
    const papers = [
      paper("c", story(1, 120), "2020-03-02"),
      paper("b", story(1, 60), "2020-03-01"),
      paper("a", `${story(1, 60)} ${story(2, 50)}`, "2020-03-03"),
      paper("x", story(3, 200), "2020-03-02"),
    ];
    await ledger.appendReadings(papers, "r1");
    for (const id of ["a", "b", "c"]) expect(await ledger.copies(id)).toEqual({ origin: "b", members: ["a", "b", "c"] });
    expect(await ledger.copies("x")).toEqual({ origin: "x", members: ["x"] });
    expect(await ledger.copies("nothing")).toBeUndefined();
    const origins = await ledger.origins(["x", "c", "nothing", "a", "c"]);
    expect(origins).toEqual(
      new Map([
        ["a", "b"],
        ["c", "b"],
        ["x", "x"],
      ]),
    );
    expect(await ledger.origins([])).toEqual(new Map());
  },

  "takes of equals the one that another credits": async (ledger) => {
    const papers = [
      paper("a", story(1, 60), "2020-03-02", { url: "https://example.org/a", sources: ["Reuters via Yahoo! News"] }),
      paper("b", story(1, 60), "2020-03-02", { url: "https://www.reuters.com/b" }),
    ];
    await ledger.appendReadings(papers, "r1");
    expect((await ledger.copies("a"))?.origin).toBe("b");
  },

  "goes by the newest version of a document": async (ledger) => {
    await ledger.appendReadings([paper("a", story(1, 100), "2020-03-02"), paper("b", story(1, 100), "2020-03-02")], "r1");
    await ledger.appendReadings([paper("b", story(2, 100), "2020-03-02"), paper("c", story(2, 100), "2020-03-02")], "r1");
    expect(await membersOf(ledger, "a")).toEqual(["a"]);
    expect(await membersOf(ledger, "b")).toEqual(["b", "c"]);
    await ledger.appendReadings([paper("b", `${story(1, 100)} more`, "2020-03-02")], "r1");
    expect(await membersOf(ledger, "a")).toEqual(["a", "b"]);
    expect(await membersOf(ledger, "c")).toEqual(["c"]);
  },

  "leaves a document alone once its words were taken away, and makes the same rows again": async (ledger) => {
    const papers = ["a", "b", "c"].map((id) => paper(id, story(1, 100), "2020-03-02"));
    await ledger.appendReadings(papers, "r1");
    await decide(ledger, { type: "redact", document: "a", reason: "asked" });
    expect(await ledger.copies("a")).toEqual({ origin: "a", members: ["a"] });
    expect(await ledger.origins(["a", "b", "c"])).toEqual(
      new Map([
        ["b", "b"],
        ["c", "b"],
        ["a", "a"],
      ]),
    );
    const [head, print] = [await verify(ledger), await fingerprint(ledger)];
    expect(await ledger.rebuild()).toEqual(head);
    expect([await verify(ledger), await fingerprint(ledger)]).toEqual([head, print]);
  },

  "lists the clusters in the order in which their origins came, page by page": async (ledger) => {
    await ledger.appendReadings([paper("late", story(1, 100), "2020-03-04"), paper("x", story(9, 100), "2020-03-02")], "r1");
    await ledger.appendReadings([paper("two", story(2, 100), "2020-03-01"), paper("one", story(1, 100), "2020-03-02")], "r1");
    await ledger.appendReadings([paper("copy", story(2, 100), "2020-03-02"), paper("third", story(3, 100)), paper("again", story(3, 100))], "r1");
    await ledger.appendReadings([paper("two", `${story(2, 100)} more`, "2020-03-01")], "r1");
    const all = [
      { origin: "two", members: ["copy", "two"] },
      { origin: "one", members: ["late", "one"] },
      { origin: "again", members: ["again", "third"] },
    ];
    expect(await ledger.clusters()).toEqual({ clusters: all });
    expect(await ledger.clusters({ limit: 3 })).toEqual({ clusters: all });
    const first = await ledger.clusters({ limit: 1 });
    expect(first.clusters).toEqual(all.slice(0, 1));
    expect(await ledger.clusters({ limit: 2, ...(first.next === undefined ? {} : { after: first.next }) })).toEqual({ clusters: all.slice(1) });
    await decide(ledger, { type: "redact", document: "copy", reason: "asked" });
    expect(await ledger.clusters()).toEqual({ clusters: all.slice(1) });
    await expect(ledger.clusters({ after: "elsewhere" })).rejects.toMatchObject({ code: "PACTA_LEDGER_CURSOR" });
  },

  "tells what an index in memory tells, of many documents at once": async (ledger) => {
    let run = 0;
    const property = fc.asyncProperty(fc.array(fc.tuple(text, day, url, sources), { minLength: 1, maxLength: 14 }), async (all) => {
      // Each time of other stories, so that one ledger can hold them all.
      run += 1;
      const papers = all.map(([words, on, at, cited], n) =>
        paper(`${run}-${n}`, words(2 * run), on, { ...(at === undefined ? {} : { url: at }), sources: cited }),
      );
      await ledger.appendReadings(papers, "r1");
      const index = new NearIndex(new MemoryNearStore(), setting.rules);
      for (const { document } of papers) await index.add(nearRowOf(document, setting));
      const ids = papers.map(({ document }) => document.id);
      const clusters = await Promise.all(ids.map((id) => index.clusterOf(id)));
      const origins = await ledger.origins(ids);
      expect(ids.map((id) => origins.get(id))).toEqual(clusters.map((cluster) => cluster?.origin));
      expect(await ledger.copies(ids[0] ?? "")).toEqual(clusters[0]);
    });
    await fc.assert(property, { numRuns: 30 });
  },
};
