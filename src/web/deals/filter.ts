// What deals are asked for by, as people read it: what a field is called, how one that is set is said, and what of an error belongs to which.
import { idText, moneyText } from "../../phrasing/index.ts";
import { Trouble } from "../asking/index.ts";
import { actName, dayText, stateText } from "../piece/index.ts";
import type { Act } from "../piece/index.ts";
import { KIND_NAMES, POLICY_NAMES, STATE_NAMES } from "../vocabulary/index.ts";
import type { DEAL_FILTERS } from "./route.ts";

/** What an address tells of the list. */
export type DealSearch = Readonly<Partial<Record<(typeof DEAL_FILTERS)[number] | "shown", string>>>;
/** What deals are asked for by; the order of the list is no filter. */
export type FilterName = Exclude<(typeof DEAL_FILTERS)[number], "sort">;

/** What the fields are called. */
export const FIELDS: Readonly<Record<FilterName, string>> = {
  search: "Words",
  state: "State",
  kind: "Kind",
  party: "Party",
  item: "Goods",
  act: "Act",
  money: "Sum",
  from: "Told of from",
  to: "Told of until",
  asOf: "As it was on",
  known: "As known by",
  policy: "Shown first",
  document: "Told in",
};

/** The names of filters, in the order in which they are shown. */
export const FILTERS = Object.keys(FIELDS) as readonly FilterName[];

/** What is chosen from: values and how they are called. */
export const CHOICES = { kind: KIND_NAMES, state: STATE_NAMES, policy: POLICY_NAMES } as const;

/** Orders of the list, as the API names them, the one that goes without saying first. */
export const SORTS = { claims: "most claims", last: "told of last", first: "first told of", name: "name" } as const;
/** An order of the list. */
export type Sort = keyof typeof SORTS;

/** The order that an address asks for. */
export function sortOf({ sort }: DealSearch): Sort {
  return sort === "last" || sort === "first" || sort === "name" ? sort : "claims";
}

/** Whether states of other days than today's are asked for: such lists have one order. */
export function hasDays({ asOf, known, policy }: DealSearch): boolean {
  return asOf !== undefined || known !== undefined || (policy !== undefined && policy !== "most-recent");
}

/** What of the address is asked of the API. */
export function askedFor(search: DealSearch): DealSearch {
  return without(search, ["shown"]);
}

/** The filters that are set, in the order in which they are shown. */
export function setIn(search: DealSearch): readonly FilterName[] {
  return FILTERS.filter((name) => search[name] !== undefined);
}

/** The address without these. */
export function without(search: DealSearch, names: readonly string[]): DealSearch {
  return Object.fromEntries(Object.entries(search).filter(([name]) => !names.includes(name)));
}

/** The address with a field set anew, or taken out where its value is empty. Other days than today's leave the list one order. */
export function changed(search: DealSearch, name: keyof DealSearch, value: string): DealSearch {
  const next: DealSearch = value === "" ? without(search, [name]) : { ...search, [name]: value };
  return hasDays(next) ? without(next, ["sort"]) : next;
}

/** What a filter that is set asks for: "state: in force", "sum: USD 1 million or more". Parties asked for by an id are named where `names` knows them. */
export function filterText(name: FilterName, value: string, names: ReadonlyMap<string, string> = new Map()): string {
  return `${FIELDS[name].toLowerCase()}: ${valueText(name, value, names)}`;
}

function valueText(name: FilterName, value: string, names: ReadonlyMap<string, string>): string {
  switch (name) {
    case "state":
    case "kind":
    case "policy":
      return (CHOICES[name] as Readonly<Record<string, string>>)[value] ?? stateText(value);
    case "act":
      return actName(value as Act);
    case "money":
      return sumText(value);
    case "from":
    case "to":
    case "asOf":
    case "known":
      return dayText(value);
    case "party":
      return names.get(value) ?? value;
    case "document":
      return idText(value);
    case "search":
    case "item":
      return `“${value}”`;
  }
}

function sumText(written: string): string {
  const [currency = "", least] = written.split(":");
  const amount = Number(least);
  if (least === undefined || !Number.isFinite(amount)) return `in ${currency.toUpperCase()}`;
  return `${moneyText({ amount, currency: currency.toUpperCase(), kind: "value", bound: "exact" })} or more`;
}

/** What is wrong with which field, in the words of the API; empty where an error is about none. */
export function fieldTroubles(error: unknown): Readonly<Record<string, string>> {
  if (!(error instanceof Trouble)) return {};
  if (error.code === "PACTA_DEAL_SORT") return { sort: error.message };
  if (error.code !== "PACTA_SERVER_REQUEST") return {};
  const found = error.message.matchAll(/✖ ([^\n]*)\n\s*→ at (\w+)/g);
  return Object.fromEntries([...found].map(([, what = "", name = ""]) => [name, what.replace(/: expected one of .*/, "")]));
}
