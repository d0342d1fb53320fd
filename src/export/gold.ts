// Reviewed claims as gold: a line a document, in the form in which coded documents are kept, so that the reader can be measured by what people decided.
import type { Decision, Ledger, Standing, StandingClaim, StoredDocument } from "../ledger/index.ts";
import { refsOf } from "../ledger/index.ts";
import type { Claim } from "../reading/index.ts";

/** A claim as gold has it: what it says and where, without the reader's own fields; slots that the text does not fill are absent. */
export type GoldClaim = Pick<Claim, "act" | "mode" | "negated" | "evidence"> &
  Partial<Pick<Claim, "actors" | "targets" | "object" | "items" | "money" | "time" | "place" | "reason" | "terms" | "sources" | "tellings">>;

/** A line of gold. `rejected`: what a reader claimed and a person says is none; `unreviewed`: claims that stand and nobody looked at. */
export interface GoldLine {
  readonly id: string;
  readonly date: string;
  readonly heading: string | null;
  readonly text: string;
  readonly sources: readonly string[];
  readonly stratum: "reviewed";
  readonly claims: readonly GoldClaim[];
  readonly rejected: readonly GoldClaim[];
  readonly unreviewed: number;
}

/** A reviewed document that cannot be gold, and why: it has no day of publication, its words were redacted, it is a row of a spreadsheet, or not all of it was reviewed. */
export interface LeftOut {
  readonly id: string;
  readonly why: "undated" | "redacted" | "spreadsheet" | "incomplete";
}

/** Which documents: `complete` asks for those of which every claim that stands was reviewed. */
export interface GoldOptions {
  readonly complete?: boolean;
}

/** Decisions that review claims. */
const REVIEWING: readonly Decision["type"][] = ["add-claim", "promote", "confirm", "reject", "correct"];

/** The lines of all documents of which people reviewed claims, by id, and those that cannot be one. */
export async function* goldOf(ledger: Ledger, { complete = false }: GoldOptions = {}): AsyncGenerator<GoldLine | LeftOut> {
  for (const id of await reviewedDocuments(ledger)) {
    const standing = await ledger.standing(id);
    const document = standing === undefined ? undefined : await ledger.document(id, standing.version);
    if (standing === undefined || document === undefined) continue;
    const line = lineOf(document, standing);
    if (line === undefined) continue;
    yield complete && "unreviewed" in line && line.unreviewed > 0 ? { id, why: "incomplete" } : line;
  }
}

async function reviewedDocuments(ledger: Ledger): Promise<readonly string[]> {
  const ids = new Set<string>();
  for await (const { decision, undone } of ledger.decisions(REVIEWING)) {
    if (undone) continue;
    if (decision.type === "add-claim" || decision.type === "promote") ids.add(decision.document);
    else for (const { document } of refsOf(decision)) ids.add(document);
  }
  return [...ids].sort();
}

const isReviewed = ({ origin, confirmed, corrected }: StandingClaim): boolean => origin !== "read" || confirmed || corrected.length > 0;

/** Undefined where no decision finds a claim any more. */
function lineOf(document: StoredDocument, { claims, rejected }: Standing): GoldLine | LeftOut | undefined {
  const { id, text, published, heading, sources } = document;
  const reviewed = claims.filter(isReviewed);
  if (reviewed.length + rejected.length === 0) return undefined;
  if (document.redacted === true) return { id, why: "redacted" };
  if (document.kind === "spreadsheet") return { id, why: "spreadsheet" };
  if (published === undefined) return { id, why: "undated" };
  return {
    id,
    date: published.day,
    heading: heading ?? null,
    text,
    sources,
    stratum: "reviewed",
    claims: reviewed.map(({ claim }) => goldClaim(claim)),
    rejected: rejected.map(({ claim }) => goldClaim(claim)),
    unreviewed: claims.length - reviewed.length,
  };
}

const LISTS = ["actors", "targets", "items", "money", "terms", "sources", "tellings"] as const;
const TEXTS = ["object", "time", "place", "reason"] as const;

function goldClaim(claim: Claim): GoldClaim {
  const { act, mode, negated, evidence } = claim;
  const lists = LISTS.flatMap((slot) => (claim[slot].length === 0 ? [] : [[slot, claim[slot]]]));
  const texts = TEXTS.flatMap((slot) => (claim[slot] === undefined ? [] : [[slot, claim[slot]]]));
  return { act, mode, negated, ...(Object.fromEntries([...lists, ...texts]) as Partial<GoldClaim>), evidence };
}
