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
const state: DealState = { state: "signed", dispute: "none", since: { latest: "2015-01-10" }, known: [attachment], steps: [], conflicts: [] };
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
const head = (told: Partial<Told> = {}): readonly string[] => lifeText({ line, state, days: {}, chapters: [], ...told }, out).split("\n");

test("the head says which deal one replaces and which replace it, each on a line of its own", () => {
  expect(head({ line: { ...line, replaces: "deal-river", replacedBy: ["deal-sea", "deal-sky"] } })).toEqual(
    expect.arrayContaining(["replaces  deal-river", "replaced  by deal-sea, deal-sky"]),
  );
});

test("the head has no line for what is not known", () => {
  expect(head().filter((row) => row.startsWith("repl"))).toEqual([]);
});
