// Other names for what a text speaks of, the same for the same name throughout a copy: states are called as others of their rank are, words that
// tell subjects apart are exchanged for words about as rare, and all other names, organisations' too, are spelled in other letters. Words of grammar and of deals stay, so that the copy tells the same acts of other parties about other things.
import { readFileSync } from "node:fs";
import { stem } from "../../src/deal/index.ts";
import type { DealKnowledge } from "../../src/deal/index.ts";
import { resource } from "../../src/resources.ts";
import { sample } from "../corpus.ts";
import type { Exchange } from "./rewritten.ts";

/** The forms of a party's name by column of its table. */
type Forms = Readonly<Record<string, readonly string[]>>;

/** States, those that act most often first, the names of organisations, and the words that may be exchanged, most frequent first. */
export interface Wording {
  readonly states: ReadonlyMap<string, Forms>;
  readonly organisations: readonly (readonly string[])[];
  readonly words: readonly string[];
  readonly isKept: (stem: string) => boolean;
}

const OF_STATES = ["name", "aliases", "demonyms", "people", "capitals"];
const OF_ORGANISATIONS = ["name", "aliases", "organs"];

function rowsOf(file: string): readonly Readonly<Record<string, string>>[] {
  const [head = "", ...rows] = readFileSync(file, "utf8")
    .split(/\r?\n/)
    .filter((line) => line !== "" && !line.startsWith("#"));
  const columns = head.split("\t");
  return rows.map((row) => Object.fromEntries(row.split("\t").map((cell, at) => [columns[at] ?? "", cell])));
}

/** Reads the tables; `countOf` tells how often a party acts in the text that is to be copied. */
export function loadWording({ words, rarity }: DealKnowledge, countOf: (party: string) => number): Wording {
  const formsOf = (row: Readonly<Record<string, string>>, columns: readonly string[]): Forms =>
    Object.fromEntries(columns.map((column) => [column, (row[column] ?? "").split("; ").filter((form) => form !== "")]));
  const rows = rowsOf(resource("knowledge", "parties", "states.tsv")).map((row): [string, Forms] => [row["id"] ?? "", formsOf(row, OF_STATES)]);
  const states = new Map(rows.sort(([a], [b]) => countOf(b) - countOf(a)));
  const organisations = rowsOf(resource("knowledge", "parties", "organisations.tsv")).map((row) =>
    Object.values(formsOf(row, OF_ORGANISATIONS)).flat(),
  );
  const kept: readonly ReadonlySet<string>[] = [words.deal, words.project, words.act, words.measure, words.fresh, words.weak, words.empty];
  const kin = new Set([...words.pastCues, ...words.pastAdverbs, ...words.same.keys(), ...words.same.values()]);
  const isKept = (one: string): boolean => rarity(one) === 0 || kin.has(one) || kept.some((set) => set.has(one));
  const counted = rowsOf(resource("knowledge", "deals", "frequencies.tsv")).map(({ word = "" }) => word);
  return { states, organisations, words: counted.filter((word) => /^\p{L}{4,}$/u.test(word) && !isKept(word)), isKept };
}

/** Names of so many of about the same frequency are exchanged among themselves. */
const [PARTY_BAND, WORD_BAND] = [16, 64];

/** Each thing with the one that stands for it: those of a band in another order, which the seed gives. */
function exchanged(things: readonly string[], band: number, seed: number): ReadonlyMap<string, string> {
  const pairs: [string, string][] = [];
  for (let from = 0; from < things.length; from += band) {
    const some = things.slice(from, from + band);
    const others = sample(some, some.length, seed + from);
    for (const [at, thing] of some.entries()) pairs.push([thing, others[at] ?? thing]);
  }
  return new Map(pairs);
}

const LETTERS = ["aeiou", "bcdfghjklmnpqrstvwxz"];
const TOKEN = /(?:\p{Lu}\.){2,}|\p{L}+/gu;
const LONGEST = 6;

/** The names of one copy. */
export class Renaming {
  readonly #wording: Wording;
  readonly #parties: ReadonlyMap<string, string>;
  readonly #forms = new Map<string, string>();
  readonly #words: ReadonlyMap<string, string>;
  readonly #letters: ReadonlyMap<string, string>;

  /** The same seed gives the same names. */
  constructor(wording: Wording, seed: number) {
    this.#wording = wording;
    this.#parties = exchanged([...wording.states.keys()], PARTY_BAND, seed);
    this.#letters = new Map(LETTERS.flatMap((letters) => [...exchanged(letters.split(""), letters.length, seed)]));
    this.#words = exchanged(wording.words, WORD_BAND, seed);
    for (const forms of wording.organisations) for (const form of forms) this.#forms.set(form, this.#spelled(form));
    for (const [id, forms] of wording.states) this.#addForms(forms, wording.states.get(this.party(id)) ?? forms);
  }

  #addForms(forms: Forms, others: Forms): void {
    for (const [column, list] of Object.entries(forms)) {
      const to = others[column]?.length ? others[column] : (others["name"] ?? []);
      for (const [at, form] of list.entries()) this.#forms.set(form, to[Math.min(at, to.length - 1)] ?? form);
    }
  }

  /** The id of the party that stands for one. */
  party(id: string): string {
    return this.#parties.get(id) ?? this.#spelled(id);
  }

  /** What is to be exchanged in a text. */
  exchanges(text: string): readonly Exchange[] {
    const tokens = [...text.matchAll(TOKEN)];
    const found: Exchange[] = [];
    for (let at = 0; at < tokens.length; at += 1) {
      const named = this.#partyAt(text, tokens, at);
      if (named !== undefined) at = named.last;
      const one = named?.exchange ?? this.#wordAt(text, tokens[at]);
      if (one !== undefined) found.push(one);
    }
    return found;
  }

  /** A text with the other names. */
  words(text: string): string {
    let [out, from] = ["", 0];
    for (const { start, end, by } of this.exchanges(text)) {
      out += text.slice(from, start) + by;
      from = end;
    }
    return out + text.slice(from);
  }

  #partyAt(text: string, tokens: readonly RegExpExecArray[], at: number): { readonly exchange: Exchange; readonly last: number } | undefined {
    const start = tokens[at]?.index ?? 0;
    if (!/^\p{Lu}/u.test(text.slice(start, start + 2))) return undefined;
    for (let last = Math.min(at + LONGEST, tokens.length) - 1; last >= at; last -= 1) {
      const token = tokens[last];
      const end = (token?.index ?? 0) + (token?.[0].length ?? 0);
      const by = this.#forms.get(text.slice(start, end));
      if (by !== undefined) return { exchange: { start, end, by }, last };
    }
    return undefined;
  }

  #wordAt(text: string, token: RegExpExecArray | undefined): Exchange | undefined {
    if (token === undefined) return undefined;
    const [word] = token;
    const [start, end] = [token.index, token.index + word.length];
    const isType = /^-?\d/.test(text.slice(end, end + 2)) && /\p{Lu}$/u.test(word);
    const by = isType ? this.#spelled(word) : this.#other(word);
    return by === word ? undefined : { start, end, by };
  }

  #other(word: string): string {
    const root = stem(word);
    if (word.length < 4 || this.#wording.isKept(root) || this.#wording.isKept(word.toLowerCase())) return word;
    const other = this.#words.get(root);
    if (other === undefined) return this.#spelled(word);
    const ending = word.toLowerCase().startsWith(root) ? word.slice(root.length) : "";
    if (/^\p{Lu}{2,}$/u.test(word)) return other.toUpperCase() + ending;
    return (/^\p{Lu}/u.test(word) ? other.slice(0, 1).toUpperCase() + other.slice(1) : other) + ending;
  }

  /** The word in other letters, capitals where it has them. */
  #spelled(word: string): string {
    return word.replace(/[a-z]/gi, (letter) => {
      const other = this.#letters.get(letter.toLowerCase()) ?? letter;
      return letter === letter.toLowerCase() ? other : other.toUpperCase();
    });
  }
}
