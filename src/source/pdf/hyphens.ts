// A hyphen at the end of a line: of a word that the line broke, where it goes, or of a word that has one, where it stays. The
// text itself tells, where it has the word elsewhere; else the parts do.
import { hyphenWords } from "./hyphen-words.ts";

/** The words of a text in small letters, with and without hyphens, as they stand inside of lines. */
export type KnownWords = ReadonlySet<string>;

/** The words of lines, their broken ends left out. */
export function knownWords(lines: readonly string[]): KnownWords {
  const words = new Set<string>();
  for (const text of lines) for (const [word] of text.matchAll(/[\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*(?!-$)/gu)) words.add(word.toLowerCase());
  return words;
}

/** A line and the next one as one, by what `known` says of the word between them. */
export function joined(before: string, after: string, known: KnownWords): string {
  const broken = /([\p{L}\p{N}]+(?:-[\p{L}\p{N}]+)*)[-\u00ad\u2010]$/u.exec(before.slice(-60));
  if (broken === null) return `${before} ${after}`;
  if (before.endsWith("\u00ad")) return `${before.slice(0, -1)}${after}`;
  // "long- and short-range": the hyphen waits for a word to come.
  if (hyphenWords().between.has(/^(\p{Ll}+)\s/u.exec(after)?.[1] ?? "")) return `${before} ${after}`;
  const next = /^\p{Ll}\p{L}*/u.exec(after)?.[0];
  const keep = next === undefined || keepsHyphen(broken[1] ?? "", next, known);
  return `${keep ? before : before.slice(0, -1)}${after}`;
}

function keepsHyphen(first: string, second: string, known: KnownWords): boolean {
  const [whole, hyphened] = [`${first}${second}`.toLowerCase(), `${first}-${second}`.toLowerCase()];
  if (known.has(whole) !== known.has(hyphened)) return known.has(hyphened);
  // Letters and numbers are never broken: "S-300s", "US-led", "F-16s", "30-day".
  if (/^(?:\p{Lu}{1,5}|.*\p{N})$/u.test(first)) return true;
  const start = first.toLowerCase().split("-").at(-1) ?? "";
  const words = hyphenWords();
  if (words.second.has(second) && start.length > 2) return true;
  return words.first.has(start) || (first.includes("-") && words.within.has(start));
}
