// What deals are asked for by, in words.
import { expect, test } from "vitest";
import { Trouble } from "../asking/index.ts";
import { changed, fieldTroubles, FILTERS, filterText, setIn, sortOf, without } from "./filter.ts";
import { DEAL_FILTERS } from "./route.ts";

test("every filter that an address may hold has a field", () => {
  expect([...FILTERS, "sort"].toSorted()).toEqual([...DEAL_FILTERS].toSorted());
});

test("what is set is said in words", () => {
  const said = {
    state: "in-force",
    money: "usd:1500000",
    from: "2015-01-20",
    item: "S-300",
    party: "RUS",
    act: "enter-into-force",
    policy: "most-origins",
  };
  expect(setIn(said).map((name) => filterText(name, said[name as keyof typeof said], new Map([["RUS", "Russia"]])))).toEqual([
    "state: in force",
    "party: Russia",
    "goods: “S-300”",
    "act: enter into force",
    "sum: USD 1.5 million or more",
    "told of from: 20 January 2015",
    "shown first: most reports that are no copies",
  ]);
  expect(filterText("money", "eur")).toBe("sum: in EUR");
});

test("a field is set, or taken out; days of which the list has one order take the order along", () => {
  expect(changed({ sort: "name", shown: "timeline" }, "asOf", "2015-01-20")).toEqual({ asOf: "2015-01-20", shown: "timeline" });
  expect(changed({ sort: "name", state: "signed" }, "state", "")).toEqual({ sort: "name" });
  expect(without({ state: "signed", kind: "transfer", sort: "name" }, FILTERS)).toEqual({ sort: "name" });
  expect([sortOf({}), sortOf({ sort: "last" }), sortOf({ sort: "odd" })]).toEqual(["claims", "last", "claims"]);
});

test("what the API says of fields is found field by field", () => {
  const trouble = (code: string, detail: string) => fieldTroubles(new Trouble({ status: 400, code, detail, remedy: "" }));
  expect(trouble("PACTA_SERVER_REQUEST", "✖ Invalid ISO date\n  → at from\n✖ Invalid option\n  → at state")).toEqual({
    from: "Invalid ISO date",
    state: "Invalid option",
  });
  expect(trouble("PACTA_DEAL_SORT", "a list of other days is not sorted by name")).toHaveProperty("sort");
  expect([trouble("PACTA_SERVER_BUSY", "busy"), fieldTroubles(new Error("other"))]).toEqual([{}, {}]);
});
