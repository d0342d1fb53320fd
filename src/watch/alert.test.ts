// Digests: one line a deal, from what was before the first change to what is after the last, and no more lines than anybody reads.
import { expect, test } from "vitest";
import type { DealChange, Threads } from "../deal/index.ts";
import { alertOf, digestOf, gathered } from "./alert.ts";
import type { OpenDigest } from "./alert.ts";
import { paragraphsOf, titleOf } from "./words.ts";

const threads = (state: Threads["state"]): Threads => ({ state, dispute: "none" });
const NONE = threads("none");
const SIGNED = threads("signed");

function change(root: string, before: Threads, after: Threads, more: Partial<DealChange> = {}): DealChange {
  return {
    seq: 5,
    at: "2026-03-05T12:00:00.000Z",
    root,
    id: `deal-${root}`,
    name: root,
    kind: "agreement",
    was: [],
    before,
    after,
    conflicts: [],
    isNews: false,
    told: [],
    ...more,
  };
}

const watch = { id: "w", name: "Gas", about: { search: "gas" }, made: "2026-03-05T12:00:00.000Z" };

function allOf(changes: readonly DealChange[]): OpenDigest {
  const open = changes.reduce<OpenDigest | undefined>((found, one) => gathered(found, "w", "2026-03-05T12:30:00.000Z", one), undefined);
  if (open === undefined) throw new Error("nothing was gathered");
  return open;
}

test("a deal has one line, whatever it was called in between, and none where it is what it was", () => {
  const open = allOf([
    change("a", NONE, SIGNED),
    change("b", NONE, SIGNED),
    change("c", SIGNED, threads("suspended"), { was: [{ root: "a", id: "deal-a" }] }),
    change("b", SIGNED, NONE, { seq: 9, gone: true }),
    change("d", SIGNED, SIGNED, { conflicts: ["money.value.USD"] }),
  ]);
  const digest = digestOf(watch, open);
  expect(digest?.lines.map(({ deal, before, after, conflicts }) => [deal.id, before.state, after.state, conflicts])).toEqual([
    ["deal-c", "none", "suspended", []],
    ["deal-d", "signed", "signed", ["money.value.USD"]],
  ]);
  expect(digestOf(watch, allOf([change("b", NONE, SIGNED), change("b", SIGNED, NONE)]))).toBeUndefined();
});

const saidOf = (changes: readonly DealChange[]): readonly (string | undefined)[] => {
  const digest = digestOf(watch, allOf(changes));
  return digest === undefined ? [] : [titleOf(digest), paragraphsOf(digest).at(-1)];
};

test("a digest names two hundred deals and counts the changes of others, of which one may have had many", () => {
  const many = Array.from({ length: 201 }, (_, n) => change(`r${n}`, NONE, SIGNED));
  const again = [change("r200", SIGNED, threads("suspended")), change("r200", threads("suspended"), SIGNED)];
  const digest = digestOf(watch, allOf([...many, ...again]));
  expect([digest?.lines.length, digest?.more]).toEqual([200, 3]);
  const by = "by older reports, new readings or decisions";
  expect(saidOf([...many, ...again])).toEqual([`200 deals and others changed ${by}`, "and 3 changes of other deals"]);
  expect(saidOf(many)).toEqual([`200 deals and others changed ${by}`, "and 1 change of another deal"]);
  expect(saidOf(many.slice(0, 200))).toEqual([`200 deals changed ${by}`, "r199: none → signed"]);
  expect(saidOf(many.slice(0, 1))[0]).toBe(`1 deal changed ${by}`);
  // All that had a line are what they were in the end.
  expect(saidOf([...many, ...many.slice(0, 200).map(({ root }) => change(root, SIGNED, NONE))])[0]).toBe(`Deals changed ${by}`);
});

test("the words of an alert are cut where they are longer than any sentence, and no character in two", () => {
  const told = (words: string): DealChange["told"][number] => ({
    of: "state",
    claim: "c",
    act: "sign",
    part: "opens",
    words,
    sources: [],
    document: { id: "d" },
    when: {},
  });
  const wordsOf = (words: string) => alertOf(watch, change("a", NONE, SIGNED, { told: [told(words)] })).told[0]?.words;
  expect(wordsOf("😀".repeat(2000))).toBe("😀".repeat(2000));
  expect(wordsOf("😀".repeat(2001))).toBe(`${"😀".repeat(1999)}…`);
});

test("an alert goes by its watch, deal, entry and change alone", () => {
  const id = (one: DealChange, of = watch): string => alertOf(of, one).id;
  const first = change("a", NONE, SIGNED, { isNews: true });
  expect(id({ ...first, name: "another name", at: "2026-03-06T00:00:00.000Z", told: [] })).toBe(id(first));
  const others = [
    { ...first, root: "b" },
    { ...first, seq: 6 },
    { ...first, before: SIGNED },
    { ...first, conflicts: ["deliver.done"] },
  ];
  expect(new Set([id(first), id(first, { ...watch, id: "v" }), ...others.map((one) => id(one))]).size).toBe(6);
});
