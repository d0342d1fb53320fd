// Companies and groups are called what their document calls them first in full: the lexicon's own name tells that two names are one
// party's ("Houthi rebels", "Houthis"), and is no name that the text must know. What a name that the document has only as an
// acronym or as an adjective is short for, the lexicon says.
import type { PartyKind, PartyMention } from "../annotation.ts";
import type { Anchor } from "./context.ts";
import type { View } from "./view.ts";

const NAMED: ReadonlySet<PartyKind | "blocked"> = new Set(["company", "group"]);
/** What ends the name of a firm, behind the words that the lexicon knows. */
const LEGAL = /^(?:Company|Co|Corporation|Corp|Incorporated|Inc|Limited|Ltd|LLC|PLC|plc|AG|SA|SE|NV|AB|Group|Holdings?|Industries)\.?$/;
const SHORT = /^[\p{Lu}\p{N}&.-]+$/u;

/** The mentions, those of companies and groups that the lexicon knows under the fullest name of theirs that the document has. */
export function asCalled(views: readonly View[], mentions: readonly PartyMention[]): PartyMention[] {
  const full = fullNames(views);
  if (full.size === 0) return [...mentions];
  return mentions.map((mention) => {
    const name = mention.id === undefined && NAMED.has(mention.kind) ? full.get(mention.name) : undefined;
    return name === undefined ? mention : { ...mention, name };
  });
}

/** By the lexicon's names, the longest that the document has for each, the first of equals. */
function fullNames(views: readonly View[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const view of views) {
    for (const anchor of view.anchors) {
      const { kind, form, name, id } = anchor.entry;
      if (id !== undefined || form === "demonym" || !NAMED.has(kind)) continue;
      const told = toldName(view, anchor);
      if (!SHORT.test(told) && length(told) > length(found.get(name) ?? "")) found.set(name, told);
    }
  }
  return found;
}

function toldName({ words }: View, { text, last, entry }: Anchor): string {
  const next = words[last + 1];
  return entry.kind === "company" && next && next.upos === "PROPN" && LEGAL.test(next.form) ? `${text} ${next.form}` : text;
}

function length(name: string): number {
  return name === "" ? 0 : name.split(/\s+/).length;
}
