// On which side of the document's day a date without its year, or a weekday, lies: told by the nearest cue before it in
// its clause. A caller that knows the tense from the tree says so instead. Cues are data: knowledge/time/directions.tsv.
import { z } from "zod";
import { resource } from "../../resources.ts";
import { loadTable } from "../quantity/index.ts";
import type { Direction } from "./meaning.ts";

/** Words with the side that they tell. */
export type Cues = ReadonlyMap<string, "past" | "future">;

const row = z.strictObject({ side: z.enum(["past", "future"]), words: z.string().min(1) });

/** Reads directions.tsv. Throws as `loadTable`. */
export function loadCues(file: string = resource("knowledge", "time", "directions.tsv")): Cues {
  return new Map(loadTable(file, row).map(({ words, side }) => [words, side]));
}

const REACH = 120;
const WORD = /\p{L}+(?:-\p{L}+)*|['\u2019]ll/gu;
const NO_VERB_AFTER = /^(?:the|an?|its|their|his|her|this|that|these|those|be)$/i;
const NO_INFINITIVE = /^(?:the|an?|its|their|his|her|this|that|these|those|all|other|more|any|some|both|each|our|us|them|him|it)$/;

/** The words of the clause before `at`, nearest first: back to the last stop, semicolon or quotation mark. */
function wordsBefore(text: string, at: number): readonly string[] {
  const left = text.slice(Math.max(0, at - REACH), at);
  const clause = left.slice(
    Math.max(...[";", ": ", "? ", "! ", "\n"].map((stop) => left.lastIndexOf(stop)), left.search(/[a-z]\. (?=[A-Z][^.]*$)/)) + 1,
  );
  return [...clause.matchAll(WORD)].map((match) => match[0]).toReversed();
}

function sideAt(words: readonly string[], index: number, cues: Cues): "past" | "future" | undefined {
  const [word, second, third] = [words[index] ?? "", words[index - 1] ?? "", words[index - 2] ?? ""];
  const lower = word.toLowerCase();
  const phrase = cues.get(`${lower} ${second} ${third}`) ?? cues.get(`${lower} ${second}`);
  if (phrase !== undefined) return phrase;
  if (lower === "to" && /^(?:was|were)$/i.test(words[index + 1] ?? "")) return "past";
  if (lower === "to") return /^\p{Ll}/u.test(second) && !NO_INFINITIVE.test(second) ? "future" : undefined;
  if (lower === "may" && word !== lower) return undefined;
  return cues.get(lower) ?? (isPastVerb(word, words[index + 1] ?? "") ? "past" : undefined);
}

/** A verb in -ed; after a determiner it is an adjective ("the signed text"), after "be" what governs that decides. */
function isPastVerb(word: string, previous: string): boolean {
  return /^\p{Ll}{2,}ed$/u.test(word) && !word.endsWith("eed") && !NO_VERB_AFTER.test(previous);
}

/** The side that the words before `at` tell, as a guess; absent where none does. A weekday looks back by itself. */
export function guessDirection(text: string, at: number, cues: Cues, weekday = false): Direction | undefined {
  const words = wordsBefore(text, at);
  // "The agreement of December" is one that there is; "ahead of December" is not.
  const [of = "", noun = ""] = words;
  if (!weekday && /^of$/i.test(of) && /^\p{Ll}/u.test(noun) && !cues.has(`${noun.toLowerCase()} of`)) return { side: "past", sure: false };
  for (let index = 0; index < words.length; index += 1) {
    const side = sideAt(words, index, cues);
    if (side !== undefined) return { side, sure: false };
  }
  return undefined;
}
