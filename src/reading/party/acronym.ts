// Acronyms that a document introduces in brackets: "Maritime Enforcement Agency (MMEA)" makes "MMEA" that agency from there on.
import type { PartyMention } from "../annotation.ts";
import { mentionOf } from "./mention.ts";
import type { View } from "./view.ts";

const BRACKETED = /^\s?\(\s?(\p{Lu}[\p{Lu}\p{N}&.-]{1,9})\s?\)/u;

/** The acronyms that stand in brackets right behind a mention whose words begin with their letters, and that mention. */
export function introduced(text: string, mentions: readonly PartyMention[]): ReadonlyMap<string, PartyMention> {
  const found = new Map<string, PartyMention>();
  for (const mention of mentions) {
    const short = BRACKETED.exec(text.slice(mention.end, mention.end + 16))?.[1];
    if (short !== undefined && !found.has(short) && spells(short, text.slice(mention.start, mention.end))) found.set(short, mention);
  }
  return found;
}

/** "MMEA" of "Malaysian Maritime Enforcement Agency": every letter begins a word, in this order; small words may be left out. */
function spells(short: string, name: string): boolean {
  const initials = [...name.matchAll(/\p{L}+/gu)].map((match) => match[0].charAt(0).toUpperCase());
  let at = 0;
  for (const letter of short.replaceAll(/[^\p{L}]/gu, "")) {
    at = initials.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}

/** The mentions of a sentence and those that its introduced acronyms make, behind where they were introduced. */
export function withAcronyms({ words, context }: View, mentions: readonly PartyMention[], short: ReadonlyMap<string, PartyMention>): PartyMention[] {
  if (short.size === 0) return [...mentions];
  const made = words.flatMap((word): PartyMention[] => {
    const told = short.get(word.form);
    const known = mentions.find((mention) => mention.start <= word.start && word.end <= mention.end);
    // What the tables know by this name, and a longer name around it, stay.
    if (told === undefined || word.start < told.end || (known !== undefined && (known.id !== undefined || known.end > word.end))) return [];
    const via = told.via ?? (told.id === undefined ? undefined : context.text.slice(told.start, told.end));
    return [mentionOf({ start: word.start, end: word.end }, told, told.form, { via })];
  });
  const kept = mentions.filter((mention) => !made.some((each) => each.start === mention.start && each.end === mention.end));
  return [...kept, ...made].sort((a, b) => a.start - b.start || b.end - a.end);
}
