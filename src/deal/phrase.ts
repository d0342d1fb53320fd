// Splits the words of an object or an item into what tells deals apart: proper names, types of goods, subject words, years, sums.
// It looks at form alone (capitals, digits, word lists), because the same deal is written in many ways in many documents.
import type { Words } from "./knowledge.ts";
import { isNamed } from "./party-key.ts";

/** A token of a phrase. `glued` says that only a space or nothing stands between it and the one before. */
interface Token {
  readonly text: string;
  readonly lower: string;
  readonly stem: string;
  readonly glued: boolean;
}

/** What a phrase names. `names` are lower case; `initials` are what the names may be shortened to; `acronyms` are capitals that stand in the phrase. */
export interface Phrase {
  readonly names: readonly string[];
  readonly initials: readonly string[];
  readonly acronyms: readonly string[];
  /** Types of goods: "S-300"; of an item also its capitalised words: "mistral". */
  readonly designations: readonly string[];
  readonly topics: readonly string[];
  readonly dealNouns: readonly string[];
  readonly hasActNoun: boolean;
  readonly hasMeasureNoun: boolean;
  readonly parties: readonly string[];
  readonly years: readonly number[];
  readonly values: readonly string[];
  readonly isNew: boolean;
}

const TOKEN = /[\p{L}\p{N}](?:[\p{L}\p{N}.+&/-]*[\p{L}\p{N}])?/gu;
const ARTICLES = new Set(["the", "a", "an", "this", "its"]);
const CONNECTORS = new Set(["of", "on", "for", "and", "the", "to", "in"]);
const SYMBOLS: Readonly<Record<string, string>> = { $: "USD", "€": "EUR", "£": "GBP" };
const SCALES: Readonly<Record<string, number>> = { million: 1e6, m: 1e6, mn: 1e6, billion: 1e9, bn: 1e9, b: 1e9, trillion: 1e12 };

/** A word without its plural ending; good enough to compare two spellings, not a lemma. */
export function stem(word: string): string {
  const lower = word.toLowerCase();
  if (lower.length > 4 && lower.endsWith("ies")) return `${lower.slice(0, -3)}y`;
  if (lower.length > 3 && lower.endsWith("s") && !/(ss|us|is)$/.test(lower)) return lower.slice(0, -1);
  return lower;
}

function tokensOf(text: string): Token[] {
  const plain = text.replace(/[’']s\b/gu, "").replace(/-(class|type)\b/giu, "");
  let end = 0;
  return [...plain.matchAll(TOKEN)].map((match) => {
    const glued = /^\s*$/.test(plain.slice(end, match.index)) && match.index > 0;
    end = match.index + match[0].length;
    return { text: match[0], lower: match[0].toLowerCase(), stem: stem(match[0]), glued };
  });
}

const isCapital = (token: Token): boolean => /^\p{Lu}/u.test(token.text);
const isAcronym = (token: Token): boolean => /^\p{Lu}{3,}$/u.test(token.text);
const isDesignation = (token: Token): boolean => /\d/.test(token.text) && /\p{Lu}/u.test(token.text) && !/^[A-Z]\d$/.test(token.text);

/** The type without its variant, so that "S-300PMU-1" and "S-300s" are both "s-300". */
function designationRoot(text: string): string {
  return (/^\p{L}+-?\d+/u.exec(text)?.[0] ?? text).toLowerCase();
}

/** Positions of tokens that name a party, and the parties' ids. */
function partiesIn(tokens: readonly Token[], words: Words): { readonly taken: ReadonlySet<number>; readonly ids: readonly string[] } {
  const taken = new Set<number>();
  const ids: string[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const longest = Math.min(words.partyStarts.get(tokens[at]?.lower ?? "") ?? 0, tokens.length - at);
    for (let size = longest; size >= 1; size -= 1) {
      const id = words.parties.get(
        tokens
          .slice(at, at + size)
          .map((token) => token.lower)
          .join(" "),
      );
      // A word that is a group's name is one only with a capital: "Mend" may be, "mend" is none.
      if (id === undefined || (isNamed(id) && !tokens.slice(at, at + size).some(isCapital))) continue;
      for (let k = at; k < at + size; k += 1) taken.add(k);
      if (id !== "") ids.push(id);
      at += size - 1;
      break;
    }
  }
  return { taken, ids };
}

/** Runs of capitalised tokens, with small words inside them and numbers after them. */
function runsOf(tokens: readonly Token[], taken: ReadonlySet<number>): Token[][] {
  const runs: Token[][] = [];
  let run: Token[] = [];
  const close = (): void => {
    if (run.length > 0) runs.push(run);
    run = [];
  };
  for (const [at, token] of tokens.entries()) {
    const next = tokens[at + 1];
    const joined = run.length > 0 && token.glued;
    if (!joined) close();
    if (isCapital(token) && !taken.has(at)) run.push(token);
    else if (joined && /^\d{1,2}$/.test(token.text)) run.push(token);
    else if (joined && CONNECTORS.has(token.lower) && next?.glued === true && isCapital(next) && !taken.has(at + 1)) run.push(token);
    else close();
  }
  close();
  return runs;
}

/** The ways in which a name may be shortened to its initials. */
function initialsOf(run: readonly Token[], words: Words): string[] {
  const forms = new Set<string>();
  for (const small of [true, false])
    for (const split of [true, false])
      for (const nouns of [true, false]) {
        const kept = run.filter((token) => (small || !CONNECTORS.has(token.lower)) && (nouns || !words.deal.has(token.stem)));
        const parts = kept.flatMap((token) => (split ? token.text.split("-") : [token.text]));
        forms.add(
          parts
            .map((part) => part.charAt(0))
            .join("")
            .toLowerCase(),
        );
      }
  return [...forms].filter((form) => form.length >= 3);
}

/**
 * A run as a name, without the deal's noun at its end; undefined where it names nothing by itself. Only a word for a deal or a project makes
 * a run of capitals the name of one: without it "Black Sea" is a place and "Ban Ki-moon" a person.
 */
function nameOf(run: readonly Token[], next: Token | undefined, words: Words): string | undefined {
  const end = run.findLastIndex((token) => !words.deal.has(token.stem)) + 1;
  const kept = run.slice(0, end).filter((token, at) => at > 0 || !ARTICLES.has(token.lower));
  const isNoun = (token: Token): boolean => words.deal.has(token.stem) || words.project.has(token.stem);
  const noun = run.some(isNoun) || (next !== undefined && isNoun(next));
  const only = kept[0];
  if (only === undefined || isDesignation(only) || !noun) return undefined;
  if (kept.length === 1 && isAcronym(only)) return undefined;
  if (kept.every((token) => words.weak.has(token.stem) || CONNECTORS.has(token.lower))) return undefined;
  return kept.map((token) => token.lower).join(" ");
}

function sumsOf(text: string): string[] {
  const found = text.matchAll(/([$€£])\s?(\d[\d,]*(?:\.\d+)?)\s?-?(million|billion|trillion|bn|mn|m|b)?\b/giu);
  return [...found].map((match) => {
    const amount = Number((match[2] ?? "").replaceAll(",", "")) * (SCALES[(match[3] ?? "").toLowerCase()] ?? 1);
    return `${SYMBOLS[match[1] ?? ""] ?? ""}:${Math.round(amount)}`;
  });
}

/** The words of a phrase in order, parties and places left out. */
export function plainWords(text: string, words: Words): readonly string[] {
  const tokens = tokensOf(text);
  const { taken } = partiesIn(tokens, words);
  return tokens.filter((_, at) => !taken.has(at)).map((token) => token.text);
}

/** Reads a phrase. `asItem`: it names goods, so that each capitalised word of it is a type of goods. */
export function readPhrase(text: string, words: Words, asItem: boolean): Phrase {
  const tokens = tokensOf(text);
  const { taken, ids } = partiesIn(tokens, words);
  const runs = asItem ? [] : runsOf(tokens, taken);
  const named = runs.flatMap((run) => {
    const name = nameOf(run, tokens[tokens.findLastIndex((token) => run.includes(token)) + 1], words);
    return name === undefined ? [] : [{ run, name }];
  });
  const inNames = new Set(named.flatMap(({ run }) => run));
  const free = tokens.filter((token, at) => !taken.has(at) && !inNames.has(token));
  const designations = free.filter(
    (token) => isDesignation(token) || (asItem && isCapital(token) && !words.empty.has(token.stem) && !isPlain(token, words)),
  );
  const topics = free.filter((token) => !designations.includes(token) && /^\p{L}/u.test(token.text) && isTopic(token, words));
  return {
    names: named.map(({ name }) => name),
    initials: named.flatMap(({ run }) => initialsOf(run, words)),
    acronyms: asItem ? [] : free.filter(isAcronym).map((token) => token.lower),
    designations: designations.map((token) => designationRoot(token.text)),
    topics: topics.map((token) => words.same.get(token.stem) ?? words.same.get(token.lower) ?? token.stem),
    dealNouns: tokens.filter((token) => words.deal.has(token.stem)).map((token) => words.same.get(token.stem) ?? token.stem),
    hasActNoun: tokens.some((token) => words.act.has(token.stem)),
    hasMeasureNoun: tokens.some((token) => words.measure.has(token.stem)),
    parties: ids,
    years: tokens.filter((token) => /^(19|20)\d\d$/.test(token.text)).map((token) => Number(token.text)),
    values: sumsOf(text),
    isNew: tokens.some((token, at) => words.fresh.has(token.text) && tokens[at + 1]?.glued === true),
  };
}

const isPlain = (token: Token, words: Words): boolean => words.weak.has(token.stem) || words.weak.has(token.lower);

function isTopic(token: Token, words: Words): boolean {
  const any = (set: ReadonlySet<string>): boolean => set.has(token.stem) || set.has(token.lower);
  return token.text.length > 2 && !any(words.empty) && !any(words.deal) && !any(words.act) && !any(words.fresh);
}

/** Ids of the parties that a stretch of text names. */
export function partiesInText(text: string, words: Words): ReadonlySet<string> {
  return new Set(partiesIn(tokensOf(text), words).ids);
}

/** The words of a text that tell what it is about: no parties, no words of the lists, no numbers; as stems, the first of each. */
export function contentWords(text: string, words: Words): readonly string[] {
  const tokens = tokensOf(text);
  const { taken } = partiesIn(tokens, words);
  const plain = tokens.filter((token, at) => !taken.has(at) && /^\p{L}/u.test(token.text) && isTopic(token, words));
  return [...new Set(plain.map((token) => words.same.get(token.stem) ?? token.stem))];
}
