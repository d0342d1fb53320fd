// The tables of knowledge/parties, row by row as their schemas allow, and the names that each row gives.
import { join } from "node:path";
import { z } from "zod";
import { loadTable } from "../quantity/index.ts";
import type { HeadNoun, PartyEntry } from "./entry.ts";

/** A name as written, and what it may mean. */
export type Named = readonly [string, PartyEntry];

const list = z.string().transform((cell) =>
  cell
    .split(";")
    .map((part) => part.trim())
    .filter((part) => part !== ""),
);
const stateId = z.string().regex(/^[A-Z]{3}$/, "three capitals");
const optionalState = z.union([z.literal(""), stateId]);
const name = z.string().min(1);
const day = z.string().regex(/^\d{4}-\d\d-\d\d$/, "a day YYYY-MM-DD");
const form = z.enum(["name", "body", "office", "force", "nominal"]);

const years = z.union([z.literal(""), z.string().regex(/^\d{4}-\d\d-\d\d\/\d{4}-\d\d-\d\d$/, "two days, YYYY-MM-DD/YYYY-MM-DD")]);

const stateRow = z.strictObject({ id: stateId, name, aliases: list, demonyms: list, people: list, capitals: list, seats: list, years });
const placeRow = z.strictObject({ id: optionalState, name, aliases: list, demonyms: list, state: stateId, kind: z.enum(["region", "city"]) });
const organisationRow = z.strictObject({ id: z.string().regex(/^[A-Z0-9+-]+$/), name, aliases: list, organs: list });
const bodyRow = z.strictObject({ state: stateId, form: z.enum(["body", "force", "office"]), names: list });
const groupRow = z.strictObject({ name, state: optionalState, aliases: list, for_state: z.enum(["", "yes"]) });
const regionRow = z.strictObject({ name, aliases: list, demonyms: list });
const companyRow = z.strictObject({ name, state: stateId, sector: name, aliases: list });
const holderRow = z.strictObject({
  name,
  state: name,
  office: name,
  from: day,
  to: day,
  short: z.string(),
  alone: z.enum(["", "yes"]),
  aliases: list,
});
const officialRow = z.strictObject({ name, state: stateId, from: day, to: z.union([z.literal(""), day]) });
const headRow = z.strictObject({
  noun: name,
  form,
  class: z.enum(["state", "court", "company", "group", "person"]),
  complement: z.enum(["", "yes"]),
});
const contextualRow = z.strictObject({ form: name, id: name, beside: list });
const seatRow = z.strictObject({
  word: name,
  kind: z.enum(["addressed", "toward", "relation", "will", "obtained", "befalls", "suffers", "motion", "placed"]),
});

/** What the phrases of not-parties.tsv are. */
export const NOT_PARTY_KINDS = [
  "phrase",
  "after-capital",
  "after-name",
  "before-name",
  "vessel",
  "river",
  "title",
  "of-title",
  "project",
  "articled",
  "measure",
  "sport",
  "played",
  "staged",
  "explained",
  "tongue",
  "kin",
  "shouted",
  "unit",
] as const;
const notRow = z.strictObject({ phrase: name, kind: z.enum(NOT_PARTY_KINDS) });
const namesakeRow = z.strictObject({ name, is: name, cues: list, behind: list, sure: list });

/** Every table of a folder. */
export function readTables(folder: string) {
  return {
    states: loadTable(join(folder, "states.tsv"), stateRow),
    places: loadTable(join(folder, "places.tsv"), placeRow),
    organisations: loadTable(join(folder, "organisations.tsv"), organisationRow),
    bodies: loadTable(join(folder, "bodies.tsv"), bodyRow),
    groups: loadTable(join(folder, "groups.tsv"), groupRow),
    regions: loadTable(join(folder, "regions.tsv"), regionRow),
    companies: loadTable(join(folder, "companies.tsv"), companyRow),
    holders: loadTable(join(folder, "holders.tsv"), holderRow),
    officials: loadTable(join(folder, "officials.tsv"), officialRow),
    heads: loadTable(join(folder, "heads.tsv"), headRow),
    contextual: loadTable(join(folder, "contextual.tsv"), contextualRow),
    seats: loadTable(join(folder, "seats.tsv"), seatRow),
    notParties: loadTable(join(folder, "not-parties.tsv"), notRow),
    namesakes: loadTable(join(folder, "namesakes.tsv"), namesakeRow),
  };
}

/** The tables as read. */
export type Tables = ReturnType<typeof readTables>;

/** "Briton" gives "Britons"; words that have no plural of their own ("Chinese", "British", "Swiss") give none. */
function pluralOf(word: string): string[] {
  if (/(?:ese|ish|sh|ch|ss|men|ois|s)$/.test(word)) return [];
  return [/[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`];
}

const named = (names: readonly string[], entry: PartyEntry): Named[] => names.map((each) => [each, entry]);

/** Names of the states, their peoples, capitals and seats. */
export function stateNames(rows: Tables["states"]): Named[] {
  const living = rows.toSorted((a, b) => Number(a.years !== "") - Number(b.years !== ""));
  return living.flatMap((row) => {
    const [from, to] = row.years.split("/");
    const gone = from === undefined || to === undefined ? {} : { years: { from, to } };
    const base = { kind: "state", id: row.id, name: row.name, ...gone } as const;
    const people = [...row.people, ...row.people.flatMap(pluralOf), ...row.demonyms.flatMap(pluralOf)];
    return [
      ...named([row.name, ...row.aliases], { ...base, form: "name" }),
      ...named(row.demonyms, { ...base, form: "demonym" }),
      ...named(people, { ...base, form: "demonym", people: true }),
      ...named(row.capitals, { ...base, form: "capital" }),
      ...named(row.seats, { ...base, form: "seat" }),
      ...named(
        [row.name, ...row.aliases.filter((alias) => /\p{Ll}/u.test(alias))].map((each) => `Central Bank of ${each}`),
        { ...base, form: "body" },
      ),
    ];
  });
}

/** Names of parts of states and of cities. */
export function placeNames(rows: Tables["places"]): Named[] {
  return rows.flatMap((row) => {
    const id = row.id === "" ? {} : { id: row.id };
    const place = row.kind === "city" ? ({ place: true } as const) : {};
    const base = { kind: "substate", name: row.name, state: row.state, ...id, ...place } as const;
    return [
      ...named([row.name, ...row.aliases], { ...base, form: "name" }),
      ...named(row.demonyms, { ...base, form: "demonym" }),
      ...named(row.demonyms.flatMap(pluralOf), { ...base, form: "demonym", people: true }),
    ];
  });
}

/** Names of organisations, their organs, bodies of states, groups, regions, companies and blocked phrases. */
export function bodyNames(tables: Tables, stateName: (id: string) => string): Named[] {
  const stateOf = (state: string) => (state === "" ? {} : { state });
  return [
    ...tables.organisations.flatMap((row): Named[] => {
      const base = { kind: "organisation", id: row.id, name: row.name } as const;
      return [...named([row.name, ...row.aliases], { ...base, form: "name" }), ...named(row.organs, { ...base, form: "body" })];
    }),
    ...tables.bodies.flatMap((row) => named(row.names, { kind: "state", form: row.form, id: row.state, name: stateName(row.state) })),
    ...tables.groups.flatMap((row) => named([row.name, ...row.aliases], { kind: "group", form: "name", name: row.name, ...stateOf(row.state) })),
    ...tables.companies.flatMap((row) => named([row.name, ...row.aliases], { kind: "company", form: "name", name: row.name, state: row.state })),
    ...tables.regions.flatMap((row): Named[] => {
      const base = { kind: "region", name: row.name } as const;
      const people = row.demonyms.flatMap(pluralOf);
      return [
        ...named([row.name, ...row.aliases], { ...base, form: "name" }),
        ...named(row.demonyms, { ...base, form: "demonym" }),
        ...named(people, { ...base, form: "demonym", people: true }),
      ];
    }),
    ...tables.notParties
      .filter((row) => row.kind === "phrase")
      .map((row): Named => [row.phrase, { kind: "blocked", form: "name", name: row.phrase }]),
  ];
}

/** Head nouns in the singular and plural ("prime minister", "prime ministers", "heads of state"). */
export function headNouns(rows: Tables["heads"]): (readonly [string, HeadNoun])[] {
  return rows.flatMap((row) => {
    const head = { noun: row.noun, form: row.form, class: row.class, complement: row.complement === "yes" };
    const plurals = pluralPhrase(row.noun).map((plural) => [plural, { ...head, plural: true }] as const);
    return [[row.noun, { ...head, plural: /(?:forces|marines|services|guards|men|authorities)$/.test(row.noun) }] as const, ...plurals];
  });
}

function pluralPhrase(noun: string): string[] {
  const [, first, rest] = /^(\S+)( (?:of|in|to|de|d'affaires)\b.*|)$/.exec(noun) ?? [];
  if (first !== undefined && rest !== undefined) return pluralNoun(first).map((plural) => plural + rest);
  return pluralNoun(noun);
}

function pluralNoun(noun: string): string[] {
  if (/(?:ch|sh|ss|x)$/.test(noun)) return [`${noun}es`];
  if (noun.endsWith("man")) return [`${noun.slice(0, -2)}en`];
  return /(?:s|men|people|media)$/.test(noun) ? [] : pluralOf(noun);
}
