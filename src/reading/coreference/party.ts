// A party as a claim names it, with the words that stand for it. Who acts beside the state stays in `via`.
import type { Span } from "../../document/index.ts";
import type { PartyKind, PartyMention } from "../annotation.ts";
import type { Party } from "../claim.ts";

/** A party of a claim and where its words stand. `human` marks one that "he" or "she" can mean. */
export interface PartyReference {
  readonly party: Party;
  readonly span: Span;
  /** The words elsewhere that name the party, where these only take it up ("it", "the deal"). */
  readonly antecedent?: Span;
  readonly human: boolean;
  readonly kind: PartyKind;
  /** True when the mention is of a whole party ("Russia"), not only of a modifier ("Russian"). */
  readonly demonym: boolean;
}

/** The party that a mention denotes. */
export function referenceOf(mention: PartyMention): PartyReference {
  const party: Party = { name: mention.name };
  if (mention.id !== undefined) party.id = mention.id;
  if (mention.via !== undefined) party.via = mention.via;
  if (mention.state !== undefined && mention.id === undefined) party.state = mention.state;
  return {
    party,
    span: { start: mention.start, end: mention.end },
    kind: mention.kind,
    human: mention.form === "office" || mention.form === "person",
    demonym: mention.form === "demonym",
  };
}

/** What tells two parties apart: the id where there is one, else the name in lower case. */
export function partyKey(party: Party): string {
  return party.id ?? party.name.toLowerCase();
}

/** The same parties once each, in order. */
export function distinct(references: readonly PartyReference[]): PartyReference[] {
  const seen = new Set<string>();
  return references.filter(({ party }) => {
    const key = partyKey(party);
    return seen.has(key) ? false : (seen.add(key), true);
  });
}
