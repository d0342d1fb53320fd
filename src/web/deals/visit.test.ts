// What changed since somebody was here last.
import { expect, test } from "vitest";
import type { Forms } from "../asking/index.ts";
import { keepSeen, newsOf, otherwiseText, seenOf } from "./visit.ts";

type Change = Forms["DealChange"];

const threads = (state: Forms["Threads"]["state"], dispute: Forms["Threads"]["dispute"] = "none") => ({ state, dispute });

function change(id: string, was: string[], before: Forms["Threads"], after: Forms["Threads"], more: Partial<Change> = {}): Change {
  const deal = { id, name: `Name of ${id}`, kind: "transfer" };
  return { seq: 1, at: "2026-11-27T00:00:00Z", deal, was, before, after, conflicts: [], isNews: true, told: [], ...more };
}

/** A place that keeps what it is given, as a browser's does. */
function storage(first?: string): Storage {
  const kept = new Map(first === undefined ? [] : [["pacta-seen", first]]);
  const own = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) };
  return own as unknown as Storage;
}

test("what was seen is kept by ledger; what cannot be read counts as a first visit", () => {
  const place = storage();
  expect(seenOf("a.db", place)).toBeUndefined();
  keepSeen("a.db", { seq: 7, at: "2026-11-20" }, place);
  keepSeen("b.db", { seq: 9, at: "2026-11-21" }, place);
  expect([seenOf("a.db", place), seenOf("b.db", place)]).toEqual([
    { seq: 7, at: "2026-11-20" },
    { seq: 9, at: "2026-11-21" },
  ]);
  for (const broken of ["{", "null", "[]", '{"a.db":{"seq":"7"}}', '{"a.db":null}']) expect(seenOf("a.db", storage(broken))).toBeUndefined();
});

test("a deal's changes come to one step from before the first to after the last, also where it went on under another id", () => {
  const news = newsOf([
    change("a", ["a"], threads("signed"), threads("suspended")),
    change("b", [], threads("none"), threads("agreed")),
    change("c", ["a"], threads("suspended"), threads("cancelled", "demanded"), { conflicts: ["money.value"] }),
  ]);
  expect(news.map(({ id, isNew, before, after }) => [id, isNew, before.state, after.state])).toEqual([
    ["c", false, "signed", "cancelled"],
    ["b", true, "none", "agreed"],
  ]);
  const [first] = news;
  expect(first === undefined ? "" : otherwiseText(first)).toBe("dispute: none → demanded; contradicting claims about price or value");
});

test("a deal that came and went in between is no news", () => {
  expect(
    newsOf([change("a", [], threads("none"), threads("agreed")), change("a", ["a"], threads("agreed"), threads("none"), { gone: true })]),
  ).toEqual([]);
});
