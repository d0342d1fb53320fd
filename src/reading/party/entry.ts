// What a name in the lexicon may mean. One shape for all kinds, because a name often has several meanings that context must settle.
import type { PartyKind, PartyMention } from "../annotation.ts";

/** An office and the days it was held, both ends included (ISO 8601); `to` is absent where it was still held at last report. */
export interface Term {
  readonly office?: string;
  readonly from: string;
  readonly to?: string;
}

/** A meaning of a name. `blocked` marks phrases that only look like a party ("Indian Ocean"). */
export interface PartyEntry {
  readonly kind: PartyKind | "blocked";
  readonly form: PartyMention["form"];
  /** Id of the state or organisation that it rolls up to. */
  readonly id?: string;
  /** Name of that state or organisation, else the party's own full name. */
  readonly name: string;
  /** The state that a company, group, substate or person belongs to. */
  readonly state?: string;
  /** The people as a noun ("Russians"), which is no modifier. */
  readonly people?: true;
  /** A city or region that only tells where. */
  readonly place?: true;
  /** Of a state that is gone, its first and last day. */
  readonly years?: { readonly from: string; readonly to: string };
  /** The person's own name, and the offices that make the person speak for `state`. */
  readonly person?: string;
  readonly terms?: readonly Term[];
}

/** True where a state that is gone was there on that day. */
export function existed({ years }: PartyEntry, day: string | undefined): boolean {
  return years !== undefined && day !== undefined && years.from <= day && day <= years.to;
}

/** What a phrase headed by a noun of heads.tsv is. */
export type HeadClass = "state" | "court" | "company" | "group" | "person";

/** A noun that acts for the party beside it. */
export interface HeadNoun {
  readonly noun: string;
  readonly form: "name" | "body" | "office" | "force" | "nominal";
  readonly class: HeadClass;
  /** "of …" may follow that names a field ("minister of foreign affairs"). */
  readonly complement: boolean;
  readonly plural: boolean;
}

/** True when the person held an office on that day; with no day, when any is known. Unknown ends are held to last two years more. */
export function inOffice(entry: PartyEntry, day: string | undefined, lastReport: string): boolean {
  const terms = entry.terms ?? [];
  if (day === undefined) return terms.length > 0;
  return terms.some((term) => term.from <= day && day <= (term.to ?? lastReport));
}
