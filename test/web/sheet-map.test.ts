// A map that was chosen on the desk is one that the importer takes, whatever columns and cells are called.
import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMap } from "../../src/import/map.ts";
import { guessed, STATES, yamlOf } from "../../src/web/add/sheet-map.ts";

test("the YAML is the map that was chosen", () => {
  const draft = {
    ...guessed(["Deal", "Seller", "Buyer", "Status", "Worth"], ";"),
    kind: "transfer",
    currency: "USD",
    times: "1000000",
    decimal: ",",
    days: "D.M.YYYY",
    between: "/",
    states: { "on order": "agreed", "never mind": "" },
  };
  expect(parseMap(yamlOf(draft), "map.yaml")).toMatchObject({
    columns: { name: "Deal", from: "Seller", to: "Buyer", state: "Status", amount: "Worth" },
    kind: "transfer",
    currency: "USD",
    times: 1_000_000,
    decimal: ",",
    days: "D.M.YYYY",
    delimiter: ";",
    between: "/",
    states: { "on order": "agreed" },
  });
});

test("names of columns and cells may hold anything", () => {
  const words = fc.string({ minLength: 1, unit: "binary" }).filter((text) => text.isWellFormed());
  fc.assert(
    fc.property(words, words, fc.constantFrom(...STATES), (column, cell, meaning) => {
      const base = guessed([], ",");
      const columns = { name: column, parties: column, kind: column, state: column };
      const map = parseMap(yamlOf({ ...base, columns, states: { [cell]: meaning } }), "map.yaml");
      expect(map.columns.name).toBe(column);
      expect(Object.entries(map.states)).toEqual([[cell, meaning]]);
    }),
  );
});
