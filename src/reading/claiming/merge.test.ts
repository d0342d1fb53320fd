// One act told twice is one claim; what differs in what matters stays two.
import { describe, expect, it } from "vitest";
import { draftOf } from "./draft.fixture.ts";
import { merge, mergeSameWords } from "./merge.ts";

const HERE = { start: 0, end: 10 };
const THERE = { start: 50, end: 70 };
const PAIR = { actors: ["NOR"], targets: ["POL"] };

describe("an act that the network for acts finds", () => {
  const NET = { frame: { id: "net" } };

  it("tells again what a frame found, whatever its words, and the frame's telling leads", () => {
    const [told, ...more] = merge([
      draftOf("cancel", { actors: ["NOR"], object: "lease", time: "2010", ...NET }, HERE),
      draftOf("cancel", { actors: ["NOR"], object: "ship contract" }, THERE),
    ]);
    expect(more).toEqual([]);
    expect([told?.draft.evidence, told?.draft.match.frame.id, told?.draft.object?.value]).toEqual([THERE, "test", "ship contract"]);
  });

  it("is another one than what it finds of other objects", () => {
    const found = [
      draftOf("cancel", { ...PAIR, object: "lease", ...NET }, HERE),
      draftOf("cancel", { ...PAIR, object: "ship contract", ...NET }, THERE),
    ];
    expect(merge(found)).toHaveLength(2);
  });

  it("says of the parties that it adds that the network gave them", () => {
    const [told] = merge([draftOf("cancel", { actors: ["NOR"] }, HERE), draftOf("cancel", { ...PAIR, ...NET }, THERE)]);
    expect(told?.draft.targets.map((t) => t.party.id)).toEqual(["POL"]);
    expect(told?.draft.pointed).toMatchObject({ actors: [], targets: [{ party: { id: "POL" } }] });
    const [alone] = merge([draftOf("cancel", { actors: ["NOR"] }, HERE), draftOf("cancel", PAIR, THERE)]);
    expect(alone?.draft.pointed).toBeUndefined();
  });
});

describe("what the same words tell", () => {
  const told = (draft: Parameters<typeof merge>[0][number]) => ({ draft, tellings: [] });

  it("is one claim once its parties are found, with the slots of both", () => {
    const [one, ...more] = mergeSameWords([
      told(draftOf("aid", { ...PAIR, object: "loan", money: [5] }, HERE)),
      told(draftOf("aid", { ...PAIR, object: "loan", time: "2010" }, HERE)),
    ]);
    expect(more).toEqual([]);
    expect([one?.draft.money.map((m) => m.value.amount), one?.draft.time?.value.norm]).toEqual([[5], "2010"]);
  });

  it("stays two where acts, objects, parties or places differ", () => {
    const loan = draftOf("aid", { ...PAIR, object: "loan" }, HERE);
    for (const other of [
      draftOf("pay", { ...PAIR, object: "loan" }, HERE),
      draftOf("aid", { ...PAIR, object: "grant" }, HERE),
      draftOf("aid", { actors: ["SWE"], targets: ["POL"], object: "loan" }, HERE),
      draftOf("aid", { ...PAIR, object: "loan" }, THERE),
    ])
      expect(mergeSameWords([told(loan), told(other)])).toHaveLength(2);
  });
});

describe("the same act told twice", () => {
  it("is one claim: the fuller telling is the evidence, the other is kept", () => {
    const [told, ...more] = merge([
      draftOf("cancel", { ...PAIR, object: "ship contract" }, HERE),
      draftOf("cancel", { ...PAIR, object: "ship contract", time: "2010", place: "Oslo" }, THERE),
    ]);
    expect(more).toEqual([]);
    expect(told?.draft.evidence).toEqual(THERE);
    expect(told?.tellings).toEqual([HERE]);
  });

  it("joins the slots of both", () => {
    const [told] = merge([
      draftOf("cancel", { ...PAIR, object: "ship contract", time: "2010", money: [5] }, HERE),
      draftOf("cancel", { ...PAIR, object: "ship contract", reason: "its cost" }, THERE),
    ]);
    expect(told?.draft.time?.value.norm).toBe("2010");
    expect(told?.draft.reason?.value).toBe("its cost");
    expect(told?.draft.money.map((m) => m.value.amount)).toEqual([5]);
  });

  it("a headline has the sources of the text below, another telling only its own", () => {
    const bare = (headline: boolean): ReturnType<typeof draftOf> =>
      draftOf("cancel", { ...PAIR, object: "ship contract", time: "2010", place: "Oslo", draft: { headline } }, HERE);
    const said = draftOf("cancel", { ...PAIR, object: "ship contract", sources: ["Jan Nowak"] }, THERE);
    expect(merge([bare(true), said])[0]?.draft.sources.map((s) => s.value.name)).toEqual(["Jan Nowak"]);
    expect(merge([bare(false), said])[0]?.draft.sources).toEqual([]);
  });

  it("a telling that leaves a party out joins one that names it", () => {
    const [told, ...more] = merge([draftOf("cancel", PAIR, HERE), draftOf("cancel", { actors: ["NOR"] }, THERE)]);
    expect(more).toEqual([]);
    expect(told?.draft.targets.map((t) => t.party.id)).toEqual(["POL"]);
  });

  it("a headline joins the body that tells it", () => {
    const told = merge([
      draftOf("sign", { actors: ["NOR", "POL"], object: "deal", draft: { headline: true } }, HERE),
      draftOf("sign", { actors: ["NOR", "POL"], object: "fisheries agreement" }, THERE),
    ]);
    expect(told).toHaveLength(1);
    expect(told[0]?.draft.object?.value).toBe("fisheries agreement");
    expect(told[0]?.tellings).toEqual([HERE]);
  });

  it("three tellings give two places beside the evidence, in text order", () => {
    const last = { start: 90, end: 99 };
    const [told] = merge([draftOf("pay", PAIR, HERE), draftOf("pay", { ...PAIR, time: "2010" }, THERE), draftOf("pay", PAIR, last)]);
    expect(told?.draft.evidence).toEqual(THERE);
    expect(told?.tellings).toEqual([HERE, last]);
  });
});

describe("two claims stay two where they differ in", () => {
  const first = { ...PAIR, object: "ship contract" };
  it.each([
    ["source", { ...first, sources: ["Jan Nowak"] }, { ...first, sources: ["Ola Berg"] }],
    ["amount", { ...first, money: [5] }, { ...first, money: [6] }],
    ["date", { ...first, time: "2010" }, { ...first, time: "2011" }],
    ["reason", { ...first, reason: "its cost" }, { ...first, reason: "UN sanctions" }],
    ["actor", first, { ...first, actors: ["SWE"] }],
    ["target", first, { ...first, targets: ["CHL"] }],
    ["object", first, { ...first, object: "gas pipeline" }],
  ])("%s", (_, a, b) => {
    expect(merge([draftOf("cancel", a, HERE), draftOf("cancel", b, THERE)])).toHaveLength(2);
  });

  it("act, mode or negation", () => {
    const base = draftOf("cancel", first, HERE);
    expect(merge([base, draftOf("suspend", first, THERE)])).toHaveLength(2);
    expect(merge([base, draftOf("cancel", { ...first, draft: { mode: "planned" } }, THERE)])).toHaveLength(2);
    expect(merge([base, draftOf("cancel", { ...first, draft: { negated: true } }, THERE)])).toHaveLength(2);
  });
});

it("nothing merges to nothing", () => {
  expect(merge([])).toEqual([]);
});
