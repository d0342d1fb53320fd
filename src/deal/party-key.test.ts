// Under which keys parties are compared: what states, companies, armed groups and the catalogue's names have in common.
import { describe, expect, test } from "vitest";
import { keyOfRow, partyKey } from "./party-key.ts";
import { partiesInText } from "./phrase.ts";
import { knowledge } from "./told.fixture.ts";

const { keys, parties } = knowledge.words;

describe("the key of a party", () => {
  test("is its id, whatever its name", () => {
    expect(partyKey({ id: "COL", name: "FARC" }, keys)).toBe("COL");
  });

  test("of an armed group is one for all of its names, and not that of the state in which it fights", () => {
    expect(partyKey({ name: "FARC", state: "COL" }, keys)).toBe("~farc");
    expect(partyKey({ name: "Revolutionary Armed Forces of Colombia", state: "COL" }, keys)).toBe("~farc");
  });

  test("of a group that acts for its state, and of a company, is the state's", () => {
    expect(partyKey({ name: "Workers' Party of Korea", state: "PRK" }, keys)).toBe("PRK");
    expect(partyKey({ name: "Gazprom", state: "RUS" }, keys)).toBe("RUS");
    expect(partyKey({ name: "Fjord Yards", state: "NOR" }, keys)).toBe("NOR");
  });

  test("of any other name is the name", () => {
    expect(partyKey({ name: "World Powers" }, keys)).toBe("~world powers");
  });
});

test("the catalogue's parties have the keys that claims have", () => {
  const ids = new Set(parties.values());
  const key = (party: string): string => keyOfRow(party, keys, ids);
  expect(["COL", "UN", "PARIS-CLUB", "*"].map(key)).toEqual(["COL", "UN", "PARIS-CLUB", "*"]);
  expect(["FARC", "Hamas", "Gazprom", "Fjord Yards"].map(key)).toEqual(["~farc", "~hamas", "RUS", "~fjord yards"]);
  for (const { id, parties: row } of knowledge.known.rows.values())
    for (const party of row) expect(/^([A-Z0-9+-]+|\*|~.+)$/.test(party), `${id}: ${party}`).toBe(true);
});

test("a text names a group by a word with a capital only", () => {
  const found = (text: string): readonly string[] => [...partiesInText(text, knowledge.words)];
  expect(found("a truce with FARC")).toEqual(["~farc"]);
  expect(found("MEND fighters")).toEqual(["~mend"]);
  expect(found("they mend the pipeline")).toEqual([]);
});
