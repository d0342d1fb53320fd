// Other names of parties, out of the tables as they are.
import { expect, test } from "vitest";
import { resource } from "../../resources.ts";
import { loadAliases } from "./aliases.ts";

const aliases = loadAliases(resource("knowledge", "parties"));

test("a party is found by its id or its name, however written, and what nobody lists has no other names", () => {
  expect(aliases("NATO")).toContain("North Atlantic Alliance");
  expect(aliases("north atlantic treaty organization")).toEqual(aliases("NATO"));
  expect(aliases("AFG")).toContain("Islamic Republic of Afghanistan");
  expect(aliases("palestine liberation organization")).toContain("PLO");
  expect(aliases("UN")).toContain("Security Council");
  expect(aliases("a company of the moon")).toEqual([]);
});
