// What is new of an answer, by what is known.
import fc from "fast-check";
import { expect, test } from "vitest";
import type { ListedItem } from "../source/index.ts";
import { failure } from "../source/index.ts";
import { afterwards, keysOf, sorted, TRIES } from "./entries.ts";
import type { Done, SeenEntry } from "./entries.ts";

const missing = failure(new Error("none"), {}).error;

function item(id: string | undefined, print = "p", more: Partial<ListedItem> = {}): ListedItem {
  return { ...(id === undefined ? {} : { id }), url: `https://post.example/${id ?? "x"}`, print, told: {}, text: { missing }, ...more };
}

const ALL = { most: 1000 };
const readAll = (items: readonly ListedItem[], known: readonly SeenEntry[] = []): SeenEntry[] => {
  const { wanted, passed, keys } = sorted(items, known, ALL);
  return afterwards(
    known,
    [...wanted.map(({ key, item: { print } }) => ({ key, print, read: true })), ...passed.map((each) => ({ ...each, read: true }))],
    keys,
  );
};
const wantedIds = (items: readonly ListedItem[], known: readonly SeenEntry[], wish = ALL) =>
  sorted(items, known, wish).wanted.map((each) => [each.item.id, each.changed]);

test("what was read is not wanted again until its print is another", () => {
  const known = readAll([item("a"), item("b")]);
  expect(wantedIds([item("c"), item("a"), item("b", "q")], known)).toEqual([
    ["c", false],
    ["b", true],
  ]);
});

test("an id that several entries share tells none of them; an entry that stands twice is one", () => {
  const same = [item("site", "p", { url: "https://post.example/1" }), item("site", "p", { url: "https://post.example/2" })];
  expect(new Set(keysOf(same)).size).toBe(2);
  expect(wantedIds([...same, ...same], [])).toHaveLength(2);
  const bare = [1, 2].map(() => ({ title: "One", print: "p", told: {}, text: { missing } }));
  expect(wantedIds(bare, [])).toHaveLength(1);
});

test("what could not be read is wanted again, five times in all, and then only when it changes", () => {
  let known: SeenEntry[] = [];
  for (let tries = 1; tries <= TRIES; tries += 1) {
    const { wanted, keys } = sorted([item("a")], known, ALL);
    expect(wanted).toMatchObject([{ changed: false }]);
    known = afterwards(
      known,
      wanted.map(({ key, item: { print } }) => ({ key, print, read: false })),
      keys,
    );
  }
  expect(wantedIds([item("a")], known)).toEqual([]);
  expect(wantedIds([item("a", "q")], known)).toEqual([["a", true]]);
});

test("entries from before a day are passed over, those without one where only dated ones are wanted", () => {
  const items = [
    item("old", "p", { published: "Mon, 19 Jan 2015 10:00:00 GMT" }),
    item("changed", "p", { published: "2014-01-01", updated: "2015-01-21" }),
    item("new", "p", { published: "2015-01-20T00:00:00Z" }),
    item("bare", "p", { published: "yesterday" }),
  ];
  const wish = { since: "2015-01-20", most: 10 };
  expect(wantedIds(items, [], wish).map(([id]) => id)).toEqual(["changed", "new", "bare"]);
  const dated = sorted(items, [], { ...wish, datedOnly: true });
  expect(dated.wanted.map((each) => each.item.id)).toEqual(["changed", "new"]);
  const known = afterwards(
    [],
    dated.passed.map((each) => ({ ...each, read: true })),
    dated.keys,
  );
  expect(wantedIds([item("bare", "q")], known, { ...wish, datedOnly: true } as typeof ALL)).toEqual([["bare", true]]);
});

test("no more are read at once than asked for, and those that are left are said", () => {
  const items = ["a", "b", "c"].map((id) => item(id));
  expect(sorted(items, [], { most: 2 })).toMatchObject({ wanted: [{ item: { id: "a" } }, { item: { id: "b" } }], left: 1 });
});

test("whatever feeds list, what was read of the last answer is known, and memory is bounded", () => {
  const ids = fc.uniqueArray(fc.integer({ min: 0, max: 5000 }), { maxLength: 400 });
  fc.assert(
    fc.property(fc.array(ids, { minLength: 1, maxLength: 8 }), (answers) => {
      let known: SeenEntry[] = [];
      for (const answer of answers) {
        const items = answer.map((id) => item(String(id)));
        known = readAll(items, known);
        expect(wantedIds(items, known)).toEqual([]);
        expect(known.length).toBeLessThanOrEqual(items.length + 1000);
        expect(new Set(known.map(({ key }) => key)).size).toBe(known.length);
      }
    }),
    { numRuns: 50 },
  );
});

test("what two processes did of one feed is known in whichever order it is written", () => {
  const of = (key: string): Done => ({ key, print: "p", read: true });
  const one = afterwards(afterwards([], [of("a")]), [of("b")]);
  const other = afterwards(afterwards([], [of("b")]), [of("a")]);
  expect(new Set(one.map(({ key }) => key))).toEqual(new Set(other.map(({ key }) => key)));
});
