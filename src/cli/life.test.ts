// The head of a deal's life: what stands there, and what does not where nothing is known of it.
import { expect, test } from "vitest";
import type { DealLine, DealState } from "../deal/index.ts";
import { lifeText } from "./life.ts";
import type { Told } from "./life.ts";

const attachment = {
  member: {
    claim: {
      id: "a@0",
      act: "sign" as const,
      mode: "actual" as const,
      negated: false,
      actors: [{ id: "NOR", name: "Norland" }],
      targets: [],
      items: [],
      money: [],
      terms: [],
      sources: [],
      evidence: { start: 0, end: 4, quote: "Sign" },
      tellings: [],
      spans: {},
      rule: "test",
      confidence: 1,
    },
    document: { id: "a", published: "2015-01-10" },
  },
  part: "opens" as const,
  when: { latest: "2015-01-10" },
  why: [],
  confidence: 1,
};
const state: DealState = {
  state: "signed",
  dispute: "none",
  since: { latest: "2015-01-10" },
  known: [attachment],
  steps: [],
  validity: [],
  conflicts: [],
};
const line: DealLine = {
  id: "deal-lake",
  name: "Long Lake Treaty",
  parties: [],
  object: null,
  items: [],
  documents: ["a"],
  state: "signed",
  dispute: "none",
  since: state.since,
  claims: ["a@0"],
  conflicts: [],
  kind: "agreement",
};
const out = { write: async () => {}, columns: 100, isTerminal: false, colours: false };
const head = (told: Partial<Told> = {}): readonly string[] =>
  lifeText({ line, state, days: {}, chapters: [], sides: new Map(), ...told }, out).split("\n");

test("the head says which deal one replaces and which replace it, each on a line of its own", () => {
  expect(head({ line: { ...line, replaces: "deal-river", replacedBy: ["deal-sea", "deal-sky"] } })).toEqual(
    expect.arrayContaining(["replaces  deal-river", "replaced  by deal-sea, deal-sky"]),
  );
});

test("the head says when a deal holds, and a step that its time is over by which claim", () => {
  const validity = [{ from: { latest: "2015-01-10" }, to: { earliest: "2020-01-01", latest: "2020-12-31" }, claims: ["a@0"] }];
  expect(head({ state: { ...state, validity } })).toContain("holds     from 2015-01-10 at the latest until 2020");
  const when = { earliest: "2020-01-02", latest: "2021-01-01" };
  const step = { attachment, when, state: "expired" as const, dispute: "none" as const, moved: true, lapsed: true as const };
  const lapse = head({ chapters: [{ step, again: [] }] }).find((row) => row.includes("its time is over"));
  expect(lapse).toMatch(/^2020-01-02 to 2021-01-01 +● its time is over by sign: Norland => expired$/);
});

test("the head has no line for what is not known", () => {
  expect(head().filter((row) => row.startsWith("repl") || row.startsWith("holds"))).toEqual([]);
});
