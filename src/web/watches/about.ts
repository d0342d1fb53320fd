// What a watch is about: as an address gives it, as a form holds it, as the server takes it, and in words.
import type { Forms } from "../asking/index.ts";

/** What is watched, as the server has it. */
export type About = Forms["Watch"]["about"];

/** The sorts of things that can be watched, in the order in which a form shows them. */
export const SUBJECTS = ["deal", "party", "item", "search", "query"] as const;
export type Subject = (typeof SUBJECTS)[number];

/** Conditions on deals, as the list of deals has them in its address. */
export const CONDITIONS = ["search", "party", "item", "kind", "state", "act", "money", "from", "to"] as const;
export type Condition = (typeof CONDITIONS)[number];
/** Those that are given. */
export type Conditions = Readonly<Partial<Record<Condition, string>>>;

/** A watch in the making: `value` is what is watched, and `conditions` what deals must meet where that is a query. */
export interface Draft {
  readonly subject: Subject;
  readonly value: string;
  readonly conditions: Conditions;
  /** The report to which the list was bound whose deals are to be watched: which no watch can be. */
  readonly document?: string;
}

type Asked = Readonly<Partial<Record<Subject, string>>>;

/** The draft that an address asks for: `?deal=ID`, `?party=…`, `?item=…`, `?search=…`, or `?query=` with the search part of a list of deals. */
export function draftIn(asked: Asked): Draft | undefined {
  const subject = SUBJECTS.find((one) => asked[one] !== undefined);
  if (subject === undefined) return undefined;
  const value = asked[subject] ?? "";
  if (subject !== "query") return { subject, value, conditions: {} };
  const document = new URLSearchParams(value).get("document");
  return { subject, value: "", conditions: conditionsIn(value), ...(document === null ? {} : { document }) };
}

/** The conditions in the search part of an address; whatever else it tells of a list (days, order) is nothing that can be watched. */
function conditionsIn(text: string): Conditions {
  const given = new URLSearchParams(text);
  return Object.fromEntries(CONDITIONS.flatMap((name) => (given.get(name) ? [[name, given.get(name) ?? ""]] : [])));
}

const SUM = /^([A-Za-z]{3})(?::(\d{1,15}(?:\.\d{1,6})?))?$/;

/** What a draft comes to; undefined as long as nothing is given. */
export function aboutOf({ subject, value, conditions }: Draft): About | undefined {
  const given = value.trim();
  if (subject === "query") return queryOf(conditions);
  return given === "" ? undefined : ({ [subject]: given } as unknown as About);
}

function queryOf({ kind, money, ...others }: Conditions): About | undefined {
  const words = Object.entries(others).flatMap(([name, value]) => (value.trim() === "" ? [] : [[name, value.trim()] as const]));
  const [, currency, least = "0"] = SUM.exec(money?.trim() ?? "") ?? [];
  const query = {
    ...Object.fromEntries(words),
    ...(kind === undefined || kind === "" ? {} : { kinds: [kind] }),
    ...(currency === undefined ? {} : { money: { currency: currency.toUpperCase(), least: Number(least) } }),
  };
  return Object.keys(query).length === 0 ? undefined : ({ query } as About);
}

/** What a list of deals is asked for to show what is watched; of several kinds it can show none apart. */
export function dealsAsked(about: Exclude<About, { readonly deal: string }>): Conditions {
  if (!("query" in about)) return { ...about };
  const { kinds, money, ...others } = about.query;
  const [kind, second] = kinds ?? [];
  return {
    ...others,
    ...(kind === undefined || second !== undefined ? {} : { kind }),
    ...(money === undefined ? {} : { money: `${money.currency}:${money.least}` }),
  };
}

/** The party that is watched, by its id or name. */
export function partyIn(about: About): string | undefined {
  if ("party" in about) return about.party;
  return "query" in about ? about.query.party : undefined;
}

/** What is watched, in words: "deals with Iran", "transfers with Iran of S-300". `name` is that of the deal or party, where it is known. */
export function aboutText(about: About, name?: string): string {
  if ("deal" in about) return name === undefined ? `the deal ${about.deal}` : `the deal “${name}”`;
  if ("party" in about) return `deals with ${name ?? about.party}`;
  if ("item" in about) return `deals about ${about.item}`;
  if ("search" in about) return `deals with the words “${about.search}”`;
  const { kinds, party, item, search, state, act, money, from, to } = about.query;
  const parts = [
    kinds === undefined ? "deals" : kinds.map((kind) => `${kind}s`).join(" and "),
    party === undefined ? "" : `with ${name ?? party}`,
    item === undefined ? "" : `about ${item}`,
    search === undefined ? "" : `with the words “${search}”`,
    act === undefined ? "" : `with a claim of “${act}”`,
    money === undefined ? "" : `of at least ${money.currency} ${money.least.toLocaleString("en")}`,
    from === undefined ? "" : `told of since ${from}`,
    to === undefined ? "" : `told of until ${to}`,
    state === undefined ? "" : `that come to be ${state.replaceAll("-", " ")}`,
  ];
  return parts.filter((part) => part !== "").join(" ");
}

/** How a watch is called where nobody gives it a name. */
export function nameOf(about: About, name?: string): string {
  const text = aboutText(about, name).replace(/^the deal “(.*)”$/, "$1");
  return (text.charAt(0).toUpperCase() + text.slice(1)).slice(0, 200);
}
