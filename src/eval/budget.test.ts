// What a program can tell of why a claim is missed or too much.
import { expect, test } from "vitest";
import type { Abstention, Claim } from "../reading/index.ts";
import { whyExtra, whyMissed } from "./budget.ts";
import type { ScoredClaim } from "./match.ts";

const GOLD: ScoredClaim = { act: "sign", actors: [{ id: "RUS", name: "Russia" }], evidence: { start: 100, end: 200 } };

function claim(act: Claim["act"], start: number, end: number): Claim {
  const slots = { mode: "actual" as const, negated: false, targets: [], items: [], money: [], terms: [], sources: [], tellings: [], spans: {} };
  return { id: "1", act, ...slots, actors: [{ id: "IRN", name: "Iran" }], evidence: { start, end, quote: "" }, rule: "test", confidence: 1 };
}

function abstention(reason: Abstention["reason"], act?: Claim["act"]): Abstention {
  return { reason, start: 100, end: 130, quote: "", ...(act && { act }) };
}

const why = (claims: readonly Claim[], abstained: readonly Abstention[] = []): string => whyMissed(GOLD, { claims, abstained });

test("a missed claim's cause is the nearest thing that the reader did at its place", () => {
  expect(why([claim("sign", 100, 200)])).toBe("the act, but not its parties");
  expect(why([claim("sign", 195, 400)])).toBe("the act, but not its words");
  expect(why([], [abstention("outvoted", "meet"), abstention("slot-missing", "sign")])).toBe("abstained from the act: slot-missing");
  expect(why([claim("agree", 100, 190)], [abstention("outvoted", "meet")])).toBe("another act claimed");
  expect(why([claim("agree", 300, 390)], [abstention("outvoted", "meet")])).toBe("abstained from another act");
  expect(why([claim("sign", 300, 400)], [abstention("no-act-seen")])).toBe("not read: no-act-seen");
  expect(why([claim("sign", 300, 400)])).toBe("nothing");
});

test("an extra claim's cause is what gold has at its place", () => {
  expect(whyExtra(claim("sign", 100, 200), [GOLD])).toBe("the act, with other parties or once more");
  expect(whyExtra(claim("agree", 100, 200), [GOLD])).toBe("another act");
  expect(whyExtra(claim("sign", 300, 400), [GOLD])).toBe("nothing here");
  expect(whyExtra(claim("sign", 300, 400), [])).toBe("nothing in the document");
});
