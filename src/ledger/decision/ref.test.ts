// A ref finds its claim again, or nothing: by id, by act and place, by the words in another text.
import { expect, test } from "vitest";
import type { Claim } from "../../reading/index.ts";
import { claimOn, quoteIn } from "../report.fixture.ts";
import { refOf, resolveRef } from "./ref.ts";

const text = "Norway bought a tug. Later Norway bought a tug and a barge from Sweden, it said.";
const NORWAY = [{ id: "NOR", name: "Norway" }];
const SWEDEN = [{ id: "SWE", name: "Sweden" }];
const claim = (id: string, words: string, changes: Partial<Claim> = {}) => claimOn(text, words, { id, act: "order", actors: NORWAY, ...changes });
const tug = claim("tug", "Norway bought a tug.");
const barge = claim("barge", "Norway bought a tug and a barge from Sweden", { targets: SWEDEN });
const sold = claim("sold", "Norway bought a tug and a barge from Sweden", { act: "sell", actors: SWEDEN });
const { id: _, ...anyBarge } = refOf("d", 1, barge);

test("the claim of the same id and act is meant, wherever it stands", () => {
  expect(resolveRef({ ...anyBarge, id: "tug" }, [barge, tug], text)).toBe(tug);
  expect(resolveRef({ ...anyBarge, id: "sold" }, [sold, barge], text)).toBe(barge);
});

test("of the same act, the claim that overlaps the place most is meant, by a telling too", () => {
  const near = claim("near", "Sweden, it said");
  expect(resolveRef(anyBarge, [near, tug, barge, sold], text)).toBe(barge);
  const told = { ...tug, tellings: [barge.evidence] };
  expect(resolveRef(anyBarge, [near, told], text)).toBe(told);
  expect(resolveRef(anyBarge, [tug, sold], text)).toBeUndefined();
});

test("of claims of one sentence, the one with the same parties in the same roles is meant", () => {
  const turned = { ...barge, id: "turned", actors: SWEDEN, targets: NORWAY };
  const more = { ...barge, id: "more", targets: [...SWEDEN, { name: "Nordverft" }] };
  expect(resolveRef(anyBarge, [turned, more, barge], text)).toBe(barge);
  expect(resolveRef(refOf("d", 1, turned), [barge, more, turned], text)).toBe(turned);
});

test("in another text the same words are meant, nearest to their old place", () => {
  const later = `Corrected. ${text}`;
  const moved = (one: Claim) => ({
    ...one,
    id: `${one.id}+`,
    evidence: { ...one.evidence, start: one.evidence.start + 11, end: one.evidence.end + 11 },
  });
  expect(resolveRef(anyBarge, [tug, barge].map(moved), later)?.id).toBe("barge+");
  const twice = "Norway bought a tug. So be it. Norway bought a tug. ";
  const [first, second] = [claimOn(twice, "Norway bought a tug.", { id: "1", act: "order" }), claimOn(twice, "So", { id: "2", act: "order" })];
  const again = { ...second, evidence: quoteIn(twice, "Norway bought a tug. So be it.") };
  expect(
    resolveRef({ ...refOf("d", 1, tug), start: 30, end: 50, id: "x" }, [first, { ...again, evidence: { start: 31, end: 51, quote: "" } }], twice)?.id,
  ).toBe("2");
});

test("words that the text does not have are found nowhere, though a claim stands at the old place", () => {
  expect(resolveRef(anyBarge, [barge], text.replace("barge", "buoy"))).toBeUndefined();
});

test("without the text, a claim at the old place is meant, or one of the same parties", () => {
  expect(resolveRef({ ...anyBarge, quote: "" }, [tug, barge], undefined)).toBe(barge);
  const elsewhere = { ...barge, id: "elsewhere", evidence: { start: 200, end: 230, quote: "" } };
  expect(resolveRef({ ...anyBarge, quote: "" }, [elsewhere], undefined)).toBe(elsewhere);
  expect(resolveRef({ ...anyBarge, quote: "" }, [{ ...elsewhere, targets: [] }], undefined)).toBeUndefined();
});
