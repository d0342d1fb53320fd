// The fullest name that a document gives: "Mr Berg" is Ola Berg, "the OSE" the Office for Sea Exports.
import type { Scene } from "../scene/index.ts";

/** Gives a name's fullest form in a document; a name without one stays as it is. */
export type Fullest = (name: string) => string;

/** The fullest names of a document's people and of bodies that it writes out beside their letters. */
export function fullestNames(scene: Scene): Fullest {
  const known = new Map([...initialsOf(scene), ...peopleOf(scene), ...writtenOut(scene)]);
  return (name) => known.get(name) ?? name;
}

/** Each word of a person's name but the last, which tells him already, where it is of one person alone. */
function peopleOf({ sentences, text }: Scene): Map<string, string> {
  const full = new Map<string, string>();
  const shared = new Set<string>();
  for (const { tree } of sentences) {
    for (const { type, start, end } of tree.sentence.names) {
      const name = text.slice(start, end);
      const words = type === "PER" ? name.split(/\s+/u) : [];
      for (const word of words.slice(0, -1)) {
        const known = full.get(word);
        if (known !== undefined && !known.includes(name) && !name.includes(known)) shared.add(word);
        if (known === undefined || name.length > known.length) full.set(word, name);
      }
    }
  }
  for (const word of shared) full.delete(word);
  return full;
}

/** "The Office for Sea Exports said … OSE": letters that begin the words of a body named elsewhere. */
function initialsOf({ sentences, text }: Scene): [string, string][] {
  const bodies = sentences.flatMap(({ tree }) => tree.sentence.names.filter(({ type }) => type === "ORG"));
  return bodies.flatMap(({ start, end }): [string, string][] => {
    const name = text.slice(start, end);
    const letters = capitalised(name)
      .map((w) => w[0])
      .join("");
    return letters.length > 2 ? [[letters, name]] : [];
  });
}

function capitalised(words: string): string[] {
  return words.split(/\s+/u).filter((w) => /^\p{Lu}/u.test(w));
}

/** Words begin where a letter does after none, so that a long run of letters is looked through once. */
const WRITTEN_OUT = /(?<![\p{L}’'-])((?:\p{Lu}[\p{L}’'-]+\s(?:(?:of|for|and|the|on|in)\s){0,2}){1,7}\p{Lu}[\p{L}’'-]+)\s\((\p{Lu}{2,8})\)/gu;

/** "the Office for Sea Exports (OSE)": letters that begin the words before the bracket. */
function writtenOut({ text }: Scene): [string, string][] {
  return [...text.matchAll(WRITTEN_OUT)].flatMap(([, words = "", letters = ""]): [string, string][] => {
    const own = capitalised(words).slice(-letters.length);
    const from = words.lastIndexOf(own[0] ?? words);
    return own.map((w) => w[0]).join("") === letters ? [[letters, words.slice(from)]] : [];
  });
}
