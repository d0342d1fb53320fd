// Finding a claim again. A reading is one of many: what a person said about a claim must find it in the next one, by act and place in
// the text, and in another version of the text by its words. What is not found is orphaned, never guessed.
import type { Span } from "../../document/index.ts";
import type { Claim, Party } from "../../reading/index.ts";
import { placeOf } from "./place.ts";
import type { Decision, Ref } from "./schema.ts";

/** The ref of a claim of this version of a document. */
export function refOf(document: string, version: number, claim: Claim): Ref {
  const { id, act, evidence } = claim;
  return { document, version, act, ...evidence, parties: partiesOf(claim), id };
}

/** The refs that a decision holds, in order. */
export function refsOf(decision: Decision): readonly Ref[] {
  switch (decision.type) {
    case "confirm":
    case "reject":
    case "correct":
    case "pin":
      return [decision.claim];
    case "join":
    case "split":
      return decision.claims;
    case "add-claim":
    case "promote":
    case "same-party":
    case "undo":
    case "redact":
      return [];
  }
}

/** The documents that a decision is about by itself, each once; an undo is about those of what it undoes. */
export function documentsOf(decision: Decision): readonly string[] {
  if (decision.type === "add-claim" || decision.type === "promote" || decision.type === "redact") return [decision.document];
  return [...new Set(refsOf(decision).map((ref) => ref.document))];
}

/**
 * The claim of a reading that a ref means: that of the same id, else of those of the same act whose evidence (or a telling) overlaps the
 * place, the one that overlaps it most, of equals the one whose parties are most alike. `text` is the text of the reading's version;
 * without it (redacted) a claim of the same act and the same parties will do. Undefined where there is none.
 */
export function resolveRef<C extends Claim>(ref: Ref, claims: readonly C[], text: string | undefined): C | undefined {
  const same = claims.find(({ id, act }) => id === ref.id && act === ref.act);
  if (same !== undefined) return same;
  const place = text === undefined || ref.quote === "" ? ref : placeOf(ref, text);
  if (place === undefined) return undefined;
  const fitting = claims.filter(({ act }) => act === ref.act).map((claim) => ({ claim, rank: rankOf(claim, place, ref) }));
  const found = fitting.filter(({ rank: [overlap, alike] }) => overlap > 0 || (text === undefined && alike === 1));
  return found.toSorted((a, b) => compareRanks(b.rank, a.rank))[0]?.claim;
}

type Rank = readonly [overlap: number, alike: number, share: number, nearness: number];

function rankOf(claim: Claim, place: Span, ref: Ref): Rank {
  const places = [claim.evidence, ...claim.tellings];
  const overlap = Math.max(...places.map((one) => shared(one, place)));
  const share = Math.max(...places.map((one) => shared(one, place) / (Math.max(one.end, place.end) - Math.min(one.start, place.start))));
  return [overlap, alikeness(ref.parties, partiesOf(claim)), share, -Math.abs(claim.evidence.start - place.start)];
}

function compareRanks(a: Rank, b: Rank): number {
  for (const [i, value] of a.entries()) {
    const difference = value - (b[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/** How many code units two spans share. */
function shared(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

type Parties = NonNullable<Ref["parties"]>;

/** The key of a party: its id, or its name where it has none. */
export function partyKey({ id, name }: Party): string {
  return id ?? name;
}

function partiesOf({ actors, targets }: Claim): Parties {
  return { actors: actors.map(partyKey), targets: targets.map(partyKey) };
}

/** The share of the parties, each in its role, that both have; 0 where the ref tells none. */
function alikeness(told: Parties | undefined, other: Parties): number {
  if (told === undefined) return 0;
  const roles = ({ actors, targets }: Parties) => new Set([...actors.map((key) => `actor ${key}`), ...targets.map((key) => `target ${key}`)]);
  const [a, b] = [roles(told), roles(other)];
  const all = a.union(b).size;
  return all === 0 ? 1 : a.intersection(b).size / all;
}
