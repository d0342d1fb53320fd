// Words that only name a party tell no two deals apart.
import { expect, test } from "vitest";
import { resource } from "../resources.ts";
import { partyWordsOf, readPartyWords } from "./party-words.ts";

test("names, aliases and demonyms of a table give its ids in lower case", () => {
  const table = "# states\nid\tname\taliases\tdemonyms\nNOR\tNorland\tKingdom of Norland; N.L.\tNorlandic\n";
  expect([...partyWordsOf(table, ["name", "aliases", "demonyms"], "states.tsv")]).toEqual([
    ["norland", "NOR"],
    ["kingdom of norland", "NOR"],
    ["n.l.", "NOR"],
    ["norlandic", "NOR"],
  ]);
});

test("a table without a needed column is refused with its name", () => {
  expect(() => partyWordsOf("id\tname\n", ["aliases"], "states.tsv")).toThrow("no column aliases");
});

test("the project's own tables know a demonym, a capital and an organ", () => {
  const words = readPartyWords(resource("knowledge", "parties"));
  expect([words.get("russian"), words.get("tehran"), words.get("security council")]).toEqual(["RUS", "IRN", "UN"]);
});
