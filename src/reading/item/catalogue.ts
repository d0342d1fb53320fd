// The catalogue of goods: knowledge/items loaded into two matchers, one for names with capitals and figures ("S-300PMU-1")
// and one for the plain nouns of goods ("missile", "rare earths").
import { join } from "node:path";
import { z } from "zod";
import { resource } from "../../resources.ts";
import { matcherOf, type Match, type Token } from "../party/index.ts";
import { loadTable } from "../quantity/index.ts";

/** A catalogue entry or noun of goods. */
export interface ItemEntry {
  /** Absent for nouns that are no entry of their own ("missile"). */
  readonly id?: string;
  readonly name: string;
  readonly kind: string;
  /** A name like an ordinary word ("Patriot"), which counts only beside a noun of goods. */
  readonly everyday: boolean;
}

/** What recognising items needs to know. Sets hold lower case. */
export interface ItemLexicon {
  readonly names: (tokens: readonly Token[]) => Match<ItemEntry>[];
  readonly nouns: (tokens: readonly Token[]) => Match<ItemEntry>[];
  readonly units: ReadonlySet<string>;
  readonly carriers: ReadonlySet<string>;
  readonly vague: ReadonlySet<string>;
  readonly origins: ReadonlySet<string>;
  /** Looks like a designation and is none ("COVID-19"). */
  readonly not: ReadonlySet<string>;
  /** Goods only in one phrase with others ("system"). */
  readonly beside: ReadonlySet<string>;
  /** Goods where a modifier says so, else people ("fighter"). */
  readonly people: ReadonlySet<string>;
}

const list = z.string().transform((cell) =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const text = z.string().min(1);
const maker = z.string().regex(/^[A-Z]{3}$/, "three capitals");
const weaponRow = z.strictObject({ id: text, name: text, kind: text, maker, aliases: list, everyday: list });
const goodsRow = z.strictObject({ id: text, name: text, kind: text, aliases: list });
const nounRow = z.strictObject({ noun: text, kind: text });
const kindRow = z.strictObject({
  kind: text,
  group: z.enum(["arms", "equipment", "people", "industry", "commodity", "energy", "service", "trade", "project", "none"]),
});
const wordRow = z.strictObject({ word: text, kind: z.enum(["unit", "carrier", "vague", "origin", "not", "beside", "people"]) });

type Named = readonly [string, ItemEntry];

/** A family of goods with all its names: variants, reporting names, other spellings. */
export interface CatalogueEntry {
  readonly table: "weapons" | "goods" | "projects";
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  /** ISO 3166-1 alpha-3 of the main maker's state, for systems. */
  readonly maker?: string;
  /** The name and every other one, each once. */
  readonly names: readonly string[];
  /** Those of the names that are ordinary words. */
  readonly everyday: readonly string[];
}

/** What group each kind of goods belongs to ("missile": "arms"). Throws as `catalogueOf`. */
export function kindGroups(folder: string = resource("knowledge", "items")): ReadonlyMap<string, string> {
  return new Map(loadTable(join(folder, "kinds.tsv"), kindRow).map(({ kind, group }) => [kind, group]));
}

/** Every entry of the tables in knowledge/items. Throws `PACTA_TABLE_MISSING` and `PACTA_TABLE_ROW` with file and line. */
export function catalogueOf(folder: string = resource("knowledge", "items")): CatalogueEntry[] {
  const namesOf = (row: { readonly name: string; readonly aliases: readonly string[] }): string[] => [...new Set([row.name, ...row.aliases])];
  const weapons = loadTable(join(folder, "weapons.tsv"), weaponRow).map((row): CatalogueEntry => {
    const { id, name, kind, maker: state, aliases, everyday } = row;
    return { table: "weapons", id, name, kind, maker: state, names: [...new Set([name, ...aliases, ...everyday])], everyday };
  });
  const others = (["goods", "projects"] as const).flatMap((part) =>
    loadTable(join(folder, `${part}.tsv`), goodsRow).map((row): CatalogueEntry => {
      const { id, name, kind } = row;
      return { table: part, id, name, kind, names: namesOf(row), everyday: [] };
    }),
  );
  return [...weapons, ...others];
}

/** Loads knowledge/items. Throws as `catalogueOf`. */
export function loadItems(folder: string = resource("knowledge", "items")): ItemLexicon {
  const words = loadTable(join(folder, "words.tsv"), wordRow);
  const nouns = loadTable(join(folder, "nouns.tsv"), nounRow).map(({ noun, kind }): Named => [noun, { name: noun, kind, everyday: false }]);
  const catalogue = catalogueOf(folder);
  const goods = catalogue.filter(({ table }) => table === "goods").flatMap(named);
  const systems = catalogue.filter(({ table }) => table !== "goods").flatMap(named);
  const setOf = (kind: string): Set<string> => new Set(words.filter((row) => row.kind === kind).map((row) => row.word.toLowerCase()));
  return {
    names: matcherOf(withPlurals(systems)).find,
    nouns: matcherOf(withPlurals([...goods, ...nouns]), (key) => key.toLowerCase()).find,
    units: setOf("unit"),
    carriers: setOf("carrier"),
    vague: setOf("vague"),
    origins: setOf("origin"),
    not: setOf("not"),
    beside: setOf("beside"),
    people: setOf("people"),
  };
}

function named({ id, name, kind, names, everyday }: CatalogueEntry): Named[] {
  return names.map((each): Named => [each, { id, name, kind, everyday: everyday.includes(each) }]);
}

function withPlurals(names: readonly Named[]): Named[] {
  return names.flatMap(([name, entry]): Named[] => [[name, entry], ...pluralsOf(name).map((plural): Named => [plural, entry])]);
}

function pluralsOf(name: string): string[] {
  if (/(?:ss|sh|ch|x|[^aeiou]o)$/.test(name)) return [`${name}es`];
  if (/[^aeiou]y$/i.test(name)) return [`${name.slice(0, -1)}ies`];
  if (name.endsWith("man")) return [`${name.slice(0, -2)}en`];
  return name.endsWith("s") ? [] : [`${name}s`];
}
