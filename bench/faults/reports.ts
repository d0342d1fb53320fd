// The reports that the fault suite writes: small invented news about contracts between states, with their claims, so that a ledger and its
// book of deals have something to lose. The same writer and number give the same report, so that what is kept can be held against it.
import type { Ledger } from "../../src/ledger/index.ts";

/** A report and what was read from it, as a ledger takes it. */
export type Read = Parameters<Ledger["appendReadings"]>[0][number];

type Claim = Read["reading"]["claims"][number];

const STATES = [
  ["NOR", "Norway"],
  ["KOR", "South Korea"],
  ["BRA", "Brazil"],
  ["PRT", "Portugal"],
  ["EGY", "Egypt"],
  ["FIN", "Finland"],
] as const;
const GOODS = ["patrol boats", "radar stations", "howitzers", "minehunters"] as const;
const DEEDS = [
  ["sign", "signed a contract with"],
  ["order", "placed an order with"],
  ["suspend", "suspended a contract with"],
  ["resume", "took up again a contract with"],
  ["cancel", "cancelled a contract with"],
] as const;

/** Every so many reports one is long: its text takes more than a page of any store. */
const LONG = 9;
/** Words of a long report. */
const FILLING = 3000;

/** The id of the report `n` of a writer. */
export function idOf(writer: string, n: number): string {
  return `${writer}-${n}`;
}

/** A word of the report that stands nowhere else, not even in its id: by it a search of a store's bytes finds whether the text is there. */
export function markOf(writer: string, n: number): string {
  return `Mærke${Buffer.from(`${writer}/${n}`).toString("base64url")}`;
}

/** The report `n` of a writer: a sentence with a claim, one that says where it is from, and in some of them much more. */
export function reportOf(writer: string, n: number): Read {
  const id = idOf(writer, n);
  const [buyer, seller] = [pick(STATES, n), pick(STATES, n + 1 + (n % 3))];
  const [act, deed] = pick(DEEDS, Math.floor(n / 4));
  const [goods, count, sum] = [pick(GOODS, Math.floor(n / 2)), 2 + (n % 7), 10 + (n % 40)];
  const words = `${buyer[1]} ${deed} ${seller[1]} for ${count} ${goods} worth €${sum} million`;
  const text = `“${markOf(writer, n)}” – ${words}, the ministry said.${n % LONG === 0 ? filling(n) : ""}`;
  const claim: Claim = {
    id: `${id}#0`,
    act,
    mode: "actual",
    negated: false,
    actors: [{ id: buyer[0], name: buyer[1] }],
    targets: [{ id: seller[0], name: seller[1] }],
    object: goods,
    items: [{ name: goods, quantity: count }],
    money: [{ amount: sum * 1e6, currency: "EUR", kind: "value", bound: "exact" }],
    terms: [],
    sources: [{ name: "the ministry", cue: "said" }],
    evidence: quoteIn(text, words),
    tellings: [],
    spans: { object: spanIn(text, goods) },
    rule: "bench.faults",
    confidence: 0.9,
  };
  const blocks = [{ start: 0, end: text.length, kind: "paragraph" as const }];
  return {
    document: { id, text, blocks, published: { day: dayOf(n), basis: "caller" }, sources: ["Invented Wire"], tags: [] },
    reading: { id, claims: [claim], abstained: [{ reason: "no-party", ...quoteIn(text, "the ministry said") }] },
  };
}

function pick<Thing>(things: readonly [Thing, ...Thing[]] | readonly Thing[], n: number): Thing {
  const thing = things[n % things.length];
  if (thing === undefined) throw new Error("the list is empty");
  return thing;
}

function spanIn(text: string, words: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

function quoteIn(text: string, quote: string) {
  return { ...spanIn(text, quote), quote };
}

function dayOf(n: number): string {
  return new Date(Date.UTC(2030, 0, 1 + (n % 3000))).toISOString().slice(0, 10);
}

/** Words in an order that a store cannot pack away. */
function filling(n: number): string {
  let state = n + 1;
  const word = (): string => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0).toString(36);
  return ` ${Array.from({ length: FILLING }, word).join(" ")}.`;
}
