// What the recognisers add to an analysed document: typed spans, each resolved as far as the text allows.
import type { Span } from "../document/index.ts";

/** Kinds of party. A `region` ("West", "Arab states") is named but has no id. */
export type PartyKind = "state" | "organisation" | "company" | "group" | "region" | "person" | "court" | "substate";

/** A mention of a party. `form` says how the state is spoken of: "Tehran" used for its government is a `seat`. */
export interface PartyMention extends Span {
  readonly type: "party";
  /** ISO 3166-1 alpha-3 or organisation id of the state or organisation that it rolls up to; absent where it rolls up to none. */
  readonly id?: string;
  /** Name of that state or organisation, else the mention's own full name ("Rosoboronexport"). */
  readonly name: string;
  readonly kind: PartyKind;
  readonly form: "name" | "demonym" | "seat" | "capital" | "body" | "office" | "person" | "force" | "pronoun" | "nominal";
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
}

/** A number of things. `unit` is the singular of the unit ("battalion", "barrel/day"), absent where the things are named themselves ("36 jets"). */
export interface QuantityMention extends Span {
  readonly type: "quantity";
  readonly quantity: number;
  readonly unit?: string;
  readonly bound: "exact" | "about" | "min" | "max";
}

/** A time expression; `norm` is ISO 8601 (`2007`, `2015-04`, `2007-12/2008-03`, `/2026`), absent where it cannot be resolved. */
export interface TimeMention extends Span {
  readonly type: "time";
  readonly norm?: string;
  readonly basis: "stated" | "anchored" | "none";
  /** A duration ("nearly four-year-old", "for two years") is not a time of an act. */
  readonly duration?: boolean;
  /** It modifies a noun after it ("the 2007 contract", "yesterday's talks"): the time of that thing, not of the clause. */
  readonly attributive?: boolean;
}

/** Who says something, by which cue, and which stretch they say. */
export interface SourceMention extends Span {
  readonly type: "source";
  readonly name: string;
  readonly role?: string;
  readonly cue: string;
  readonly channel?: string;
  /** "urged Chad to sign": asked for by the source, not told. */
  readonly asks?: true;
  readonly content: Span;
}
