// Families of goods, out of the tables as they are.
import { expect, test } from "vitest";
import { loadFamilies } from "./family.ts";

const families = loadFamilies();

test("goods are found by any of their names, however written, also where words follow the name of a system", () => {
  const family = families("S-300");
  expect(family).toMatchObject({ name: "S-300", kind: "air defence", maker: "RUS" });
  expect(family?.others).toEqual(expect.arrayContaining(["S-300PMU-1", "SA-10", "Antey-2500"]));
  for (const name of ["sa-10", "S-300PMU-1", "s-300 missile systems", " s-300s "]) expect(families(name)).toBe(family);
  expect(families("petroleum")?.name).toBe("oil");
});

test("no family has a name twice or its own among the others, and what only begins like goods is none of them", () => {
  for (const { name, others } of [families("S-300"), families("Patriot"), families("oil"), families("Nord Stream 2")].flatMap((one) => one ?? [])) {
    const all = [name, ...others].map((one) => one.toLowerCase());
    expect(new Set(all).size).toBe(all.length);
  }
  for (const name of ["gas stoves", "s-3000", "", "a thing that nobody lists"]) expect([name, families(name)]).toEqual([name, undefined]);
});
