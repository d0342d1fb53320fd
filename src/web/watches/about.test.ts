// What is watched, from address to server and to words.
import { expect, test } from "vitest";
import { aboutOf, aboutText, dealsAsked, draftIn, nameOf } from "./about.ts";

const asked = (text: string) => draftIn(Object.fromEntries(new URLSearchParams(text)));

test("an address asks for a deal, a party, goods, words, or what a list of deals shows", () => {
  expect(asked("")).toBeUndefined();
  expect(asked("deal=abc")).toEqual({ subject: "deal", value: "abc", conditions: {} });
  expect(asked(`query=${encodeURIComponent("party=IRN&kind=transfer&money=USD:100&asOf=2015-01-20&sort=last")}`)).toEqual({
    subject: "query",
    value: "",
    conditions: { party: "IRN", kind: "transfer", money: "USD:100" },
  });
});

test("a report to which a list was bound is told, as no watch is bound to one", () => {
  expect(asked(`query=${encodeURIComponent("party=IRN&document=brief-7")}`)).toEqual({
    subject: "query",
    value: "",
    conditions: { party: "IRN" },
    document: "brief-7",
  });
});

test("a draft is what the server takes, and nothing as long as nothing is given", () => {
  expect(aboutOf({ subject: "party", value: " IRN ", conditions: {} })).toEqual({ party: "IRN" });
  expect(aboutOf({ subject: "party", value: " ", conditions: {} })).toBeUndefined();
  expect(aboutOf({ subject: "query", value: "", conditions: { kind: "" } })).toBeUndefined();
  expect(aboutOf({ subject: "query", value: "", conditions: { party: "IRN", kind: "transfer", money: "usd:1000000", state: "" } })).toEqual({
    query: { party: "IRN", kinds: ["transfer"], money: { currency: "USD", least: 1_000_000 } },
  });
});

test("what is watched is said in words, and shown by the list of deals", () => {
  const about = { query: { party: "IRN", kinds: ["transfer" as const], money: { currency: "USD", least: 1_000_000 }, state: "cancelled" as const } };
  expect(aboutText({ query: { ...about.query, kinds: ["transfer"] } })).toBe(
    "transfers with IRN of at least USD 1,000,000 that come to be cancelled",
  );
  expect(dealsAsked({ query: { ...about.query, kinds: ["transfer"] } })).toEqual({
    party: "IRN",
    kind: "transfer",
    money: "USD:1000000",
    state: "cancelled",
  });
  expect(dealsAsked({ query: { kinds: ["transfer", "measure"], search: "gas" } })).toEqual({ search: "gas" });
  expect([aboutText({ party: "IRN" }, "Iran"), aboutText({ query: { party: "IRN", item: "gas" } }, "Iran")]).toEqual([
    "deals with Iran",
    "deals with Iran about gas",
  ]);
  expect([aboutText({ deal: "d1" }), aboutText({ deal: "d1" }, "Sale"), nameOf({ deal: "d1" }, "Sale"), nameOf({ item: "S-300" })]).toEqual([
    "the deal d1",
    "the deal “Sale”",
    "Sale",
    "Deals about S-300",
  ]);
});
