// Where a person's or firm's own name follows a title: the model's name, a known holder, or a run of capitalised words.
import type { NameType } from "../../language/index.ts";
import type { HeadNoun } from "./entry.ts";
import type { View } from "./view.ts";

/** Word indices, both inside. */
export interface Range {
  readonly first: number;
  readonly last: number;
}

const PARTICLE: ReadonlySet<string> = new Set([
  "al",
  "el",
  "bin",
  "ibn",
  "de",
  "da",
  "dos",
  "del",
  "la",
  "von",
  "van",
  "der",
  "den",
  "ul",
  "ur",
  "ud",
  "bint",
  "abu",
  "di",
]);
const HONORIFIC: ReadonlySet<string> = new Set(["Mr.", "Mr", "Mrs.", "Mrs", "Ms.", "Ms", "Dr.", "Dr", "Sir"]);
const NAMED: ReadonlySet<string> = new Set(["office", "nominal", "name"]);

/** The name that starts at a word after a title or class noun, if one does. */
export function personAt(view: View, at: number, noun: HeadNoun): Range | undefined {
  if (!NAMED.has(noun.form) || noun.plural) return undefined;
  const first = view.words[at];
  if (first !== undefined && HONORIFIC.has(first.form)) return personAt(view, at + 1, noun);
  if (first === undefined || !/^\p{Lu}/u.test(first.form)) return undefined;
  const anchor = view.anchorAt[at];
  if (anchor !== undefined) {
    const wanted = noun.class === "company" ? "company" : noun.class === "group" ? "group" : "person";
    return anchor.entry.kind === wanted ? { first: at, last: anchor.last } : undefined;
  }
  const name = view.sentence.names.find(({ start, type }) => start === first.start && isCalled(noun, type));
  if (name !== undefined) return { first: at, last: lastWithin(view, at, name.end) };
  const last = runEnd(view, at);
  return last < at ? undefined : { first: at, last };
}

/** Firms bear names of bodies, groups ("the rebel group Red Dawn", "the activist Ola Berg") those or people's. */
function isCalled({ class: kind }: HeadNoun, type: NameType): boolean {
  if (kind === "company") return type === "ORG";
  return type === "PER" || (kind === "group" && type === "ORG");
}

function lastWithin({ words }: View, at: number, end: number): number {
  let last = at;
  while ((words[last + 1]?.end ?? Infinity) <= end) last += 1;
  return last;
}

/** The end of a run of capitalised names: "Kim Jong-un", "Mohammed bin Salman", "George W. Bush". */
export function runEnd({ words, anchorAt, headAt }: View, at: number): number {
  let end = at - 1;
  for (let i = at; i < words.length; i++) {
    const word = words[i];
    if (word === undefined || anchorAt[i] !== undefined || (headAt[i] !== undefined && word.upos !== "PROPN")) break;
    const tied = words[i - 1]?.form === "-" && words[i - 1]?.end === word.start;
    if (word.upos === "PROPN" && (tied || /^\p{Lu}/u.test(word.form))) end = i;
    else if (tied && /^\p{L}+$/u.test(word.form)) end = i;
    else if (!(word.form === "-" && word.start === words[i - 1]?.end) && !PARTICLE.has(word.form)) break;
  }
  return end;
}
