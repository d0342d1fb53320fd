// A finished claim fits its schema, and its quotes fit the text.
import { describe, expect, it } from "vitest";
import { claimSchema } from "../claim.ts";
import { draftOf } from "./draft.fixture.ts";
import { abstentionOf, claimOf } from "./finish.ts";

const TEXT = "Norway paid Chad in 2010.";
const EVIDENCE = { start: 0, end: 24 };
const PAID = draftOf(
  "pay",
  {
    actors: ["NOR"],
    targets: ["TCD"],
    money: [5],
    reason: "cost",
    sources: ["Jan Nowak"],
    items: ["boats"],
    terms: ["peace"],
    object: "Chad",
    time: "2010",
    place: "Oslo",
  },
  EVIDENCE,
);

describe("claimOf", () => {
  const claim = claimOf({ draft: PAID, tellings: [{ start: 7, end: 11 }] }, TEXT, "doc", 0.5);

  it("passes the contract and names its rule", () => {
    expect(claimSchema.parse(claim)).toEqual(claim);
    expect(claim.rule).toBe("pay/test");
    expect(claim.confidence).toBe(0.5);
  });

  it("tells goods that are sold among the items, and not as an object too", () => {
    const sold = (act: "sell" | "cancel"): unknown =>
      claimOf({ draft: draftOf(act, { actors: ["NOR"], object: "boats", items: ["boats"] }, EVIDENCE), tellings: [] }, TEXT, "doc", 0.5);
    expect(sold("sell")).not.toHaveProperty("object");
    expect(sold("cancel")).toHaveProperty("object", "boats");
  });

  it("quotes the text word for word", () => {
    expect(claim.evidence).toEqual({ ...EVIDENCE, quote: "Norway paid Chad in 2010" });
    expect(claim.tellings).toEqual([{ start: 7, end: 11, quote: "paid" }]);
  });

  it("says of every slot where its words stand", () => {
    expect(Object.keys(claim.spans).toSorted()).toEqual([
      "actors.0",
      "items.0",
      "money.0",
      "object",
      "place",
      "reason",
      "sources.0",
      "targets.0",
      "terms.0",
      "time",
    ]);
  });

  it("leaves out what is unknown, and gives no place for it", () => {
    const bare = claimOf({ draft: draftOf("pay", { actors: ["NOR"] }, EVIDENCE), tellings: [] }, TEXT, "doc", 0.5);
    for (const slot of ["object", "time", "place", "reason"]) expect(bare).not.toHaveProperty(slot);
    expect(Object.keys(bare.spans)).toEqual(["actors.0"]);
  });

  it("has the same id for the same text, and another in another document, place, act or for another party", () => {
    const idOf = (draft = PAID, scope = "doc"): string => claimOf({ draft, tellings: [] }, TEXT, scope, 0.5).id;
    expect(idOf()).toBe(claim.id);
    const parts = { actors: ["NOR"], targets: ["TCD"], object: "Chad" };
    const others = [
      idOf(PAID, "doc2"),
      idOf(draftOf("pay", { ...parts, targets: ["PER"] }, EVIDENCE)),
      idOf(draftOf("pay", parts, { start: 0, end: 16 })),
      idOf(draftOf("aid", parts, EVIDENCE)),
      idOf(draftOf("pay", { ...parts, draft: { negated: true } }, EVIDENCE)),
      idOf(draftOf("pay", { ...parts, draft: { mode: "planned" } }, EVIDENCE)),
    ];
    expect(new Set([...others, idOf()]).size).toBe(others.length + 1);
  });

  it("refuses evidence that lies outside the text", () => {
    expect(() => claimOf({ draft: draftOf("pay", { actors: ["NOR"] }, { start: 0, end: 99 }), tellings: [] }, TEXT, "doc", 0.5)).toThrow(
      expect.objectContaining({ code: "PACTA_SPAN_OUTSIDE" }),
    );
  });
});

describe("abstentionOf", () => {
  it("keeps the act, the reason and the words", () => {
    expect(abstentionOf({ draft: PAID, reason: "no-party" }, TEXT)).toEqual({
      reason: "no-party",
      act: "pay",
      mode: "actual",
      ...EVIDENCE,
      quote: "Norway paid Chad in 2010",
    });
  });
});
