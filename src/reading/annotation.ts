// What the recognisers add to an analysed document: typed spans, each resolved as far as the text allows.
import type { Span } from "../document/index.ts";
import type { Money } from "./claim.ts";

/** Kinds of party. A `region` ("West", "Arab states") is named but has no id. */
export type PartyKind = "state" | "organisation" | "company" | "group" | "region" | "person" | "court" | "substate";

/** A mention of a party. `form` says how the state is spoken of: "Tehran" used for its government is a `seat`; a `bridged` noun is a deal or event whose party it is. */
export interface PartyMention extends Span {
  readonly type: "party";
  /** ISO 3166-1 alpha-3 or organisation id of the state or organisation that it rolls up to; absent where it rolls up to none. */
  readonly id?: string;
  /** Name of that state or organisation, else the mention's own full name ("Rosoboronexport"). */
  readonly name: string;
  readonly kind: PartyKind;
  readonly form: "name" | "demonym" | "seat" | "capital" | "body" | "office" | "person" | "force" | "pronoun" | "nominal" | "bridged";
  /** The body or person that acts ("Sergei Shoigu", "Iranian Defense Ministry"), where it is not the state itself. */
  readonly via?: string;
  /** The state that a company, court or group belongs to, where known. */
  readonly state?: string;
  /** A person who no longer (or not yet) holds the office, and so does not roll up. */
  readonly former?: true;
  /** Of words that only take a party up ("it", "the deal"): the words that name it. */
  readonly antecedent?: Span;
}

/** Goods or services. `name` is as the text writes it, without number; `id` names the catalogue entry. */
export interface ItemMention extends Span {
  readonly type: "item";
  readonly name: string;
  readonly id?: string;
  /** What sort of goods it is ("missile", "energy"), after knowledge/items; absent for a bare designation. */
  readonly kind?: string;
  readonly quantity?: number;
  readonly unit?: string;
}

/** A sum of money. */
export interface MoneyMention extends Span {
  readonly type: "money";
  readonly amount: number;
  /** ISO 4217. */
  readonly currency: string;
  readonly bound: "exact" | "about" | "min" | "max";
  /** The same sum again in another currency, in brackets or after "or" ("1.3bn roubles ($20m)"). */
  readonly conversion?: boolean;
  /** What the sum is for, where its own sentence tells ("a $4bn loan"). */
  readonly kind?: Money["kind"];
}

/**
 * Words of money that give no sum that one could count with, and why: `too-large` for what a number keeps, `malformed` figures ("1.2.3"),
 * a `negative` sign, `ambiguous` between two readings ("500 dinars", "1.250 euros"), or `no-figure` ("tens of millions of dollars").
 */
export interface UnreadMoney extends Span {
  readonly type: "money";
  readonly reason: "too-large" | "malformed" | "negative" | "ambiguous" | "no-figure";
  /** ISO 4217, where at least the currency is plain. */
  readonly currency?: string;
}

/** A number of things. `unit` is the singular of the unit ("battalion", "barrel/day"), absent where the things are named themselves ("36 jets"). */
export interface QuantityMention extends Span {
  readonly type: "quantity";
  readonly quantity: number;
  readonly unit?: string;
  readonly bound: "exact" | "about" | "min" | "max";
}

/**
 * Why a time has no normal form and stays as the text writes it: no calendar has the day ("31 June") or no clock the hour ("24:61");
 * day and month could change places ("03/04/2015"), or a year of two figures with either ("12/13/14"); it lies outside the years
 * that can be written ("the year 99999"), or before 1800, where calendars differed; no one can tell which ("in recent weeks");
 * it is a length and no point ("for two years"); or what it counts from is not known: the day of the document, or a time told before.
 */
export const TIME_REASONS = [
  "no-such-day",
  "no-such-hour",
  "day-or-month",
  "two-figure-year",
  "beyond-calendar",
  "before-1800",
  "vague",
  "length",
  "no-document-day",
  "nothing-told-before",
] as const;
export type TimeReason = (typeof TIME_REASONS)[number];

/** A time expression; `norm` is ISO 8601 (`2007`, `2015-04`, `2007-12/2008-03`, `/2026`), absent where it cannot be resolved. */
export interface TimeMention extends Span {
  readonly type: "time";
  readonly norm?: string;
  readonly basis: "stated" | "anchored" | "none";
  /** Why there is no norm; absent where there is one. */
  readonly reason?: TimeReason;
  /** A duration ("nearly four-year-old", "for two years") is not a time of an act. */
  readonly duration?: boolean;
  /** How long it is, in ISO 8601 (`P25Y`, `P6M`, `PT72H`), where the words count it. */
  readonly length?: string;
  /** It modifies a noun after it ("the 2007 contract", "yesterday's talks"): the time of that thing, not of the clause. */
  readonly attributive?: boolean;
}

/** Who says something, by which cue, and which stretch they say. */
export interface SourceMention extends Span {
  readonly type: "source";
  readonly name: string;
  readonly role?: string;
  readonly cue: string;
  /** Where the cue stands; absent where a quotation goes on without one. */
  readonly cueSpan?: Span;
  readonly channel?: string;
  /** "urged Chad to sign": asked for by the source, not told. */
  readonly asks?: true;
  readonly content: Span;
}
