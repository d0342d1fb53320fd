// The questions for what is known of a document: what was read from it, its copies, its deals.
import { ask, pathOf } from "../asking/index.ts";
import type { Forms } from "../asking/index.ts";

interface Signalled {
  readonly signal: AbortSignal;
}

/** The readings of a document, newest version first. */
export function readingsAsked(id: string) {
  return {
    queryKey: ["documents", id, "readings"],
    queryFn: async ({ signal }: Signalled) => ask<Forms["Readings"]>(`${pathOf("documents", id)}/readings`, { signal }),
  };
}

/** The documents that are copies of one report with it. */
export function copiesAsked(id: string) {
  return {
    queryKey: ["documents", id, "copies"],
    queryFn: async ({ signal }: Signalled) => ask<Forms["Cluster"]>(`${pathOf("documents", id)}/copies`, { signal }),
  };
}

/** The deals that a document tells of; of very many the largest. */
export function dealsAsked(id: string) {
  return {
    queryKey: ["deals", "of document", id],
    queryFn: async ({ signal }: Signalled) => ask<Forms["DealPage"]>("/deals", { query: { document: id, limit: 12 }, signal }),
  };
}

/** Deals of more claims are not looked through for the one that a claim is of. */
const LARGE = 300;

/** A deal with all its claims, unless it has very many. */
export function claimsOfDeal({ id, claims }: Forms["DealBrief"], isWanted: boolean) {
  return {
    queryKey: ["deals", id, "claims"],
    queryFn: async ({ signal }: Signalled) => ask<Forms["Deal"]>(pathOf("deals", id), { signal }),
    enabled: isWanted && claims <= LARGE,
  };
}

/** Claims of a document that are asked for at once. */
const MOST = 1000;

/** Every claim that was read from any version of a document, without what people decided; of very many the first. */
export function readAsked(id: string) {
  return {
    queryKey: ["claims", "read", id],
    queryFn: async ({ signal }: Signalled) => ask<Forms["ClaimPage"]>("/claims", { query: { document: id, readings: "all", limit: MOST }, signal }),
  };
}

/** The claims that the newest reading of a version holds. */
export function readOf({ claims }: Forms["ClaimPage"], version: number): readonly Forms["Claim"][] {
  const own = claims.filter((one) => one.version === version);
  const newest = Math.max(0, ...own.map(({ seq }) => seq));
  return own.filter(({ seq }) => seq === newest).map(({ claim }) => claim);
}

/** An address out of a report as a link, if it is one that a browser may follow. */
export function followable(url: string | undefined): string | undefined {
  if (url === undefined || !URL.canParse(url)) return undefined;
  const { protocol } = new URL(url);
  return protocol === "https:" || protocol === "http:" ? url : undefined;
}

/** What a document is called: its heading, else its headline, else its first words. */
export function titleOf({ id, heading, text, blocks, redacted }: Forms["Document"]): string {
  if (redacted === true) return "A document that was redacted";
  const headline = blocks.find(({ kind }) => kind === "headline");
  const words = heading ?? (headline === undefined ? text.slice(0, LONGEST * 2) : text.slice(headline.start, headline.end));
  const line = words.replaceAll(/\s+/g, " ").trim();
  if (line === "") return id;
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`;
}

const LONGEST = 120;

/** Who published it, or where it lies: its outlet, else its host. */
export function publisherOf({ url, origin }: Pick<Forms["ListedDocument"], "url" | "origin">): string | undefined {
  const address = followable(url);
  return address === undefined ? origin?.outlet : new URL(address).host.replace(/^www\./, "");
}
