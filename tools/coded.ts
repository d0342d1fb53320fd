// What language models coded after the claim guideline beside gold (training/coded): news by id and offsets, since its texts are under
// another licence, and reports that they wrote, with their text.
import { readFileSync } from "node:fs";
import type { Span } from "../src/document/index.ts";
import { PactaError } from "../src/error.ts";
import { newsArticles, newsItems, partyKeys, type GoldDocument, type ScoredClaim } from "../src/eval/index.ts";
import type { Party } from "../src/reading/index.ts";
import { resource } from "../src/resources.ts";

/** Files that the network for acts learns from. */
export const LEARNED = ["current-events", "current-events-2", "wikinews", "reports"];
/** What it never sees, items and reports: the vote is fitted on it beside the held-back gold. */
export const KEPT = ["kept"];

/** The text of a coded document, and what is known of it. */
export type CodedItem = Pick<GoldDocument, "id" | "date" | "heading" | "text" | "sources">;

/** A coded claim. */
export interface CodedClaim extends Span {
  readonly act: string;
  readonly actors: readonly Party[];
  readonly targets: readonly Party[];
  /** Offset of the word that tells the act, where the coder named one. */
  readonly word?: number;
  /** The words of the object: none where there is none, undefined where it was not coded. */
  readonly object?: readonly Span[] | undefined;
  /** Another place that tells what a claim before tells. */
  readonly again?: boolean;
}

/** A document with its claims, in the order of the file. */
export interface CodedDocument {
  readonly item: CodedItem;
  readonly claims: readonly CodedClaim[];
}

/** Offsets of the first code unit and of the one behind the last. */
type Place = readonly [number, number];

interface Line {
  readonly id: string;
  readonly date?: string;
  readonly text?: string;
  readonly claims: readonly (Omit<CodedClaim, "actors" | "targets" | "object"> & {
    readonly actors: readonly string[];
    readonly targets: readonly string[];
    readonly object?: readonly Place[];
  })[];
}

/** The documents of files of training/coded. Throws `PACTA_GOLD_INVALID` for news that the shared corpora lack. */
export function codedDocuments(shared: string, files: readonly string[]): CodedDocument[] {
  const [items, articles] = [newsItems(shared), newsArticles(shared)];
  const lines = files.flatMap((name) =>
    readFileSync(resource("training", "coded", `${name}.jsonl`), "utf8")
      .trimEnd()
      .split("\n"),
  );
  return lines.map((line) => {
    const { claims, ...rest } = JSON.parse(line) as Line;
    const item = ownText(rest) ?? items.get(rest.id) ?? articles.get(rest.id);
    if (!item)
      throw new PactaError("PACTA_GOLD_INVALID", `no news has the id ${rest.id}`, "Set PACTA_SHARED to the folder that the claims were coded from");
    return { item, claims: claims.map(claimOf) };
  });
}

function ownText({ id, date, text }: Omit<Line, "claims">): CodedItem | undefined {
  return text === undefined ? undefined : { id, date: date ?? "", text, sources: [] };
}

function claimOf({ object, ...claim }: Line["claims"][number]): CodedClaim {
  const spanOf = ([start, end]: Place): Span => ({ start, end });
  return {
    ...claim,
    actors: claim.actors.map(partyOf),
    targets: claim.targets.map(partyOf),
    object: object?.map(spanOf),
  };
}

/** Coders write ids of states and bodies in capitals, and names as the text has them. */
export function partyOf(name: string): Party {
  return /^[A-Z0-9]{2,8}$/.test(name) ? { id: name, name } : { name };
}

/** A coded document as gold would have it, as far as its claims tell. */
export interface AsGold {
  readonly item: CodedItem;
  readonly claims: readonly ScoredClaim[];
}

/** Each claim once. */
export function asGold({ item, claims }: CodedDocument): AsGold {
  const once = claims.filter(({ again }) => again !== true);
  return { item, claims: once.map(({ act, actors, targets, start, end }) => ({ act, actors, targets, evidence: { start, end } })) };
}

/** By what parties are recognised. */
export function keysOf(parties: readonly Party[]): string[] {
  return [...partyKeys(parties)];
}
