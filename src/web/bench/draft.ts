// A claim while a person works on it: values as they are typed, each with the words of the text that it was taken from.
import type { Forms } from "../asking/index.ts";
import type { SlotName, Span } from "../evidence/index.ts";
import { numberIn, whyNoNumber } from "./figures.ts";
import { isNorm } from "./guess.ts";

type Claim = Forms["Claim"];
type Money = Claim["money"][number];
type Time = NonNullable<Claim["time"]>;

/** Words as they are typed or were chosen, and where in the text they stand if they do. */
export interface Words {
  readonly text: string;
  readonly span?: Span | undefined;
}

/** A party as it is typed. Empty fields are absent from the claim. */
export interface DraftParty {
  readonly words: Words;
  readonly id: string;
  readonly via: string;
  readonly state: string;
}

/** Goods as they are typed. */
export interface DraftItem {
  readonly words: Words;
  readonly quantity: string;
  readonly unit: string;
}

/** A sum as it is typed, with the words that tell it. */
export interface DraftSum {
  readonly words: Words;
  readonly amount: string;
  readonly currency: string;
  readonly kind: Money["kind"];
  readonly bound: Money["bound"];
}

/** Who says so, as it is typed. */
export interface DraftSource {
  readonly words: Words;
  readonly role: string;
  readonly cue: string;
  readonly channel: string;
}

/** A claim as a form holds it. */
export interface Draft {
  readonly act: Claim["act"] | "";
  readonly mode: Claim["mode"];
  readonly negated: boolean;
  readonly evidence: Words;
  readonly actors: readonly DraftParty[];
  readonly targets: readonly DraftParty[];
  readonly object: Words;
  readonly items: readonly DraftItem[];
  readonly money: readonly DraftSum[];
  readonly time: { readonly words: Words; readonly norm: string; readonly basis: Time["basis"] };
  readonly place: Words;
  readonly reason: Words;
  readonly terms: readonly Words[];
  readonly sources: readonly DraftSource[];
}

const NO_WORDS: Words = { text: "" };

/** New values of lists. */
export const NEW = {
  party: { words: NO_WORDS, id: "", via: "", state: "" } satisfies DraftParty,
  item: { words: NO_WORDS, quantity: "", unit: "" } satisfies DraftItem,
  sum: { words: NO_WORDS, amount: "", currency: "", kind: "value", bound: "exact" } satisfies DraftSum,
  source: { words: NO_WORDS, role: "", cue: "", channel: "" } satisfies DraftSource,
} as const;

/** A claim of which only the act, if that is known, and the evidence are given. */
export function emptyDraft(
  evidence: Words,
  given: { readonly act?: Claim["act"]; readonly mode?: Claim["mode"]; readonly negated?: boolean } = {},
): Draft {
  return {
    act: given.act ?? "",
    mode: given.mode ?? "actual",
    negated: given.negated === true,
    evidence,
    actors: [],
    targets: [],
    object: NO_WORDS,
    items: [],
    money: [],
    time: { words: NO_WORDS, norm: "", basis: "stated" },
    place: NO_WORDS,
    reason: NO_WORDS,
    terms: [],
    sources: [],
  };
}

/** A claim as a form shows it. */
export function draftOf(claim: Claim): Draft {
  const words = (path: string, text: string): Words => ({ text, span: claim.spans[path] });
  const parties = (slot: "actors" | "targets") =>
    claim[slot].map(({ name, id = "", via = "", state = "" }, n): DraftParty => ({ words: words(`${slot}.${n}`, name), id, via, state }));
  const { start, end, quote } = claim.evidence;
  return {
    act: claim.act,
    mode: claim.mode,
    negated: claim.negated,
    evidence: { text: quote, span: { start, end } },
    actors: parties("actors"),
    targets: parties("targets"),
    object: words("object", claim.object ?? ""),
    items: claim.items.map(({ name, quantity, unit = "" }, n) => ({
      words: words(`items.${n}`, name),
      quantity: quantity === undefined ? "" : String(quantity),
      unit,
    })),
    money: claim.money.map(({ amount, ...rest }, n) => ({ words: words(`money.${n}`, ""), amount: String(amount), ...rest })),
    time: { words: words("time", ""), norm: claim.time?.norm ?? "", basis: claim.time?.basis ?? "stated" },
    place: words("place", claim.place ?? ""),
    reason: words("reason", claim.reason ?? ""),
    terms: claim.terms.map((term, n) => words(`terms.${n}`, term)),
    sources: claim.sources.map(({ name, role = "", cue = "", channel = "" }, n) => ({ words: words(`sources.${n}`, name), role, cue, channel })),
  };
}

/** What is wrong with what was typed: by slot, in words. */
export type Problems = Partial<Readonly<Record<SlotName, string>>>;

/** What must be mended before a draft can be saved. */
export function problemsOf(draft: Draft): Problems {
  const nameless = (slot: SlotName, all: readonly { readonly words: Words }[]): Problems =>
    all.some(({ words }) => words.text.trim() === "") ? { [slot]: "Give a name, or take the empty line out." } : {};
  return {
    ...(draft.act === "" ? { act: "Choose what is done." } : {}),
    ...(draft.evidence.span === undefined ? { evidence: "Choose the words of the text that say so." } : {}),
    ...nameless("actors", draft.actors),
    ...nameless("targets", draft.targets),
    ...nameless("items", draft.items),
    ...nameless("sources", draft.sources),
    ...quantityProblem(draft.items),
    ...sumProblem(draft.money),
    ...timeProblem(draft.time),
    ...(draft.terms.some(({ text }) => text.trim() === "") ? { terms: "Choose words, or take the empty line out." } : {}),
  };
}

function quantityProblem(items: readonly DraftItem[]): Problems {
  const wrong = items.map(({ quantity }) => quantity).find((typed) => given(typed) !== undefined && numberIn(typed) === undefined);
  return wrong === undefined ? {} : { items: `A quantity is a number in figures.${whyNoNumber(wrong)}` };
}

function sumProblem(sums: readonly DraftSum[]): Problems {
  const wrong = sums.find(({ amount, currency }) => numberIn(amount) === undefined || !/^[A-Za-z]{3}$/.test(currency.trim()));
  const told = "A sum needs an amount in figures and a currency of three letters (USD, EUR).";
  return wrong === undefined ? {} : { money: `${told}${whyNoNumber(wrong.amount)}` };
}

function timeProblem({ words, norm }: Draft["time"]): Problems {
  const typed = given(norm);
  if (typed !== undefined) return isNorm(typed) ? {} : { time: "Write when as 2021-09-16, 2021-09, 2021 or 2021/2025." };
  return given(words.text) === undefined ? {} : { time: "Say which day, month or year the words mean, or take them out." };
}

/** The slots of a draft as a claim holds them; absent ones are null. Only where nothing is wrong with it. */
export function valuesOf(draft: Draft) {
  const { evidence, time } = draft;
  const word = ({ text }: Words): string | null => given(text) ?? null;
  return {
    act: draft.act,
    mode: draft.mode,
    negated: draft.negated,
    actors: draft.actors.map(partyOf),
    targets: draft.targets.map(partyOf),
    object: word(draft.object),
    items: draft.items.map(({ words, quantity, unit }) => ({
      name: words.text.trim(),
      ...quantityOf(quantity),
      ...named("unit", unit),
    })),
    money: draft.money.map(({ amount, currency, kind, bound }) => ({
      amount: numberIn(amount) ?? Number.NaN,
      currency: currency.trim().toUpperCase(),
      kind,
      bound,
    })),
    time: given(time.norm) === undefined ? null : { norm: time.norm.trim(), basis: time.basis },
    place: word(draft.place),
    reason: word(draft.reason),
    terms: draft.terms.map(({ text }) => text.trim()),
    sources: draft.sources.map(({ words, role, cue, channel }) => ({
      name: words.text.trim(),
      ...named("role", role),
      ...named("cue", cue),
      ...named("channel", channel),
    })),
    evidence: { start: evidence.span?.start ?? 0, end: evidence.span?.end ?? 0, quote: quoteOf(evidence) },
  } satisfies Record<SlotName, unknown>;
}

function quantityOf(typed: string): { readonly quantity?: number } {
  const quantity = numberIn(typed);
  return quantity === undefined ? {} : { quantity };
}

/** The words as they stand in the text: blanks that were typed around them do not. */
function quoteOf({ text, span }: Words): string {
  const trimmed = text.trim();
  return span !== undefined && span.end - span.start === trimmed.length ? trimmed : text;
}

function given(typed: string): string | undefined {
  const text = typed.trim();
  return text === "" ? undefined : text;
}

function named<Name extends string>(name: Name, typed: string): { readonly [N in Name]?: string } {
  const text = given(typed);
  return (text === undefined ? {} : { [name]: text }) as { readonly [N in Name]?: string };
}

function partyOf({ words, id, via, state }: DraftParty): Claim["actors"][number] {
  return { ...named("id", id), name: words.text.trim(), ...named("via", via), ...named("state", state) };
}

/** Where a draft's words stand, by the paths of a claim's `spans`. */
export function spansOf(draft: Draft): Claim["spans"] {
  const list = (slot: string, all: readonly Words[]) => all.map((words, n) => [`${slot}.${n}`, words.span] as const);
  const wordsIn = (all: readonly { readonly words: Words }[]) => all.map(({ words }) => words);
  const all = [
    ...list("actors", wordsIn(draft.actors)),
    ...list("targets", wordsIn(draft.targets)),
    ["object", draft.object.span] as const,
    ...list("items", wordsIn(draft.items)),
    ...list("money", wordsIn(draft.money)),
    ["time", draft.time.words.span] as const,
    ["place", draft.place.span] as const,
    ["reason", draft.reason.span] as const,
    ...list("terms", draft.terms),
    ...list("sources", wordsIn(draft.sources)),
  ];
  return Object.fromEntries(all.flatMap(([path, span]) => (span === undefined ? [] : [[path, { start: span.start, end: span.end }]])));
}
