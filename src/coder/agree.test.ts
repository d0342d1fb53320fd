// What both coders have stays the reader's; what only the second has is added once.
import { expect, test } from "vitest";
import type { Claim } from "../reading/index.ts";
import { join } from "./agree.ts";
import { readerClaim } from "./annotated.fixture.ts";

const TEXT = "Norway signed the pact with Chile on Monday. Peru bought boats from Chile.";
const NORWAY = { id: "NOR", name: "Norway" };
const CHILE = { id: "CHL", name: "Chile" };

const own = (words: string, more: Partial<Claim>): Claim => readerClaim(TEXT, words, more);
const second = (words: string, more: Partial<Claim>): Claim => own(words, { id: `2-${words}-${more.act}`, rule: "coder:m@1", ...more });
const reading = (...claims: Claim[]) => ({ id: "d", claims, abstained: [] });
const SIGNED = own("Norway signed the pact with Chile", { actors: [NORWAY, CHILE] });

test("the same act at the same place with a party in common is the reader's, and the agreement is listed", () => {
  const shared = second("signed the pact with Chile on Monday", { act: "sign", actors: [CHILE], mode: "planned" });
  const { reading: joined, agreed, added } = join(reading(SIGNED), [{ claim: shared, abstained: [] }], TEXT);
  expect(joined.claims).toEqual([SIGNED]);
  expect(joined.abstained).toMatchObject([{ reason: "coder-agrees", act: "sign", quote: "signed the pact with Chile on Monday" }]);
  expect([agreed, added]).toEqual([1, 0]);
});

test("a telling of the reader's claim is its place too", () => {
  const told = own("Peru bought boats from Chile", { act: "order", actors: [CHILE], tellings: [SIGNED.evidence] });
  const other = second("Norway signed the pact with Chile", { act: "order", actors: [CHILE] });
  expect(join(reading(told), [{ claim: other, abstained: [] }], TEXT).agreed).toBe(1);
});

test.each([
  ["another act", second("Norway signed the pact with Chile", { act: "agree", actors: [NORWAY] })],
  ["another place", second("Peru bought boats from Chile", { act: "sign", actors: [CHILE] })],
  ["a place that is hardly shared", second("Chile on Monday", { act: "sign", actors: [CHILE] })],
  ["other parties", second("Norway signed the pact with Chile", { act: "sign", actors: [{ id: "PER", name: "Peru" }] })],
])("a claim of %s is added, in the order of the text", (_, claim) => {
  const { reading: joined, added } = join(reading(SIGNED), [{ claim, abstained: [] }], TEXT);
  expect(added).toBe(1);
  expect(joined.claims).toHaveLength(2);
  expect(joined.claims).toContain(claim);
  expect(joined.claims.map(({ evidence }) => evidence.start)).toEqual(joined.claims.map(({ evidence }) => evidence.start).sort((a, b) => a - b));
});

test("a claim that the second coder gives twice is added once", () => {
  const claim = second("Peru bought boats from Chile", { act: "order", targets: [CHILE] });
  const again = { ...claim, id: "other", evidence: { ...claim.evidence, start: claim.evidence.start + 5, quote: "bought boats from Chile" } };
  const { reading: joined, added } = join(
    reading(),
    [claim, again, { ...claim, id: "3", mode: "planned" as const }].map((one) => ({ claim: one, abstained: [] })),
    TEXT,
  );
  expect([added, joined.claims.map(({ mode }) => mode)]).toEqual([2, ["actual", "planned"]]);
  expect(joined.abstained).toMatchObject([{ reason: "coder-repeats" }]);
});

test("the reader's own abstentions stay, in the order of the text", () => {
  const left = { reason: "no-party", start: 45, end: 49, quote: "Peru" };
  const of = { reason: "coder-no-party", start: 0, end: 6, quote: "Norway" };
  const { reading: joined } = join({ id: "d", claims: [SIGNED], abstained: [left] }, [{ abstained: [of] }], TEXT);
  expect(joined).toEqual({ id: "d", claims: [SIGNED], abstained: [of, left] });
});
