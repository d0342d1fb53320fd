// A deal as an answer gives it: what it is and how it stands, without the lists that would fill the answer.
import { z } from "zod";
import { KINDS } from "../../deal/index.ts";
import type { DealLine } from "../../deal/index.ts";
import { short, sinceText } from "../../phrasing/index.ts";
import { few, shown } from "./shown.ts";

/** The schema of bounds between which a day lies. */
export const boundsSchema = z
  .strictObject({
    earliest: z.string().exactOptional().describe("no earlier than that day; absent where nothing is told"),
    latest: z.string().exactOptional().describe("no later than that day"),
  })
  .meta({ id: "bounds" });

/** The schema of a deal at the days that were asked for. */
export const dealPartSchema = z
  .strictObject({
    id: z.string().describe("the deal's id, as get_deal takes it"),
    name: z.string(),
    kind: z.enum(KINDS),
    parties: z.array(z.strictObject({ id: z.string().nullable(), name: z.string() })),
    object: z.string().nullable(),
    items: z.array(z.string()),
    state: z.string(),
    dispute: z.string(),
    since: boundsSchema.describe("bounds of the day of the last change of state"),
    conflicts: z.array(z.strictObject({ slot: z.string(), claims: z.int(), shown: z.string().describe("the claim that the policy shows first") })),
    claims: z.int().describe("how many claims it has"),
    documents: z.int().describe("how many documents tell of it"),
    replaces: z.string().optional(),
    replacedBy: z.array(z.string()).optional(),
  })
  .meta({ id: "deal" });

export type DealPart = z.infer<typeof dealPartSchema>;

const NAME = 300;
const LISTED = 40;

/** A deal's line, cut to what an answer has room for. */
export function dealPart(line: DealLine): DealPart {
  const { id, kind, state, dispute, since, claims, documents, conflicts, replaces, replacedBy } = line;
  return {
    id,
    name: short(line.name, NAME),
    kind,
    parties: few(line.parties, LISTED).map((party) => ({ id: party.id, name: short(party.name, NAME) })),
    object: line.object === null ? null : short(line.object, NAME),
    items: few(line.items, LISTED).map((item) => short(item, NAME)),
    state,
    dispute,
    since,
    conflicts: few(conflicts, LISTED).map(({ slot, claims: told, shown: first }) => ({ slot, claims: told.length, shown: first })),
    claims: claims.length,
    documents: documents.length,
    ...(replaces === undefined ? {} : { replaces }),
    ...(replacedBy === undefined ? {} : { replacedBy: few(replacedBy, LISTED) }),
  };
}

/** How a deal stands: `cancelled, since 2021-09-16; dispute: demanded`. */
export function stateText({ state, dispute, since }: Pick<DealPart, "state" | "dispute" | "since">): string {
  const held = state === "none" ? "no state yet" : `${state}, ${sinceText(since)}`;
  return dispute === "none" ? held : `${held}; dispute: ${dispute}`;
}

/** What a deal is, in a few lines. */
export function dealText(deal: DealPart): string {
  const parties = deal.parties.map(({ id, name }) => (id === null ? name : `${name} (${id})`)).join(", ");
  const rows: readonly (readonly [string, string])[] = [
    ["state", stateText(deal)],
    ["parties", parties],
    ["object", deal.object ?? ""],
    ["goods", deal.items.join(", ")],
    ["conflicts", deal.conflicts.map(({ slot, claims }) => `${slot} (${claims} claims)`).join(", ")],
    ["replaces", deal.replaces ?? ""],
    ["replaced by", deal.replacedBy?.join(", ") ?? ""],
    ["told by", `${deal.documents} document${deal.documents === 1 ? "" : "s"}, ${deal.claims} claim${deal.claims === 1 ? "" : "s"}`],
  ];
  const lines = rows.flatMap(([name, value]) => (value === "" ? [] : [`  ${name}: ${shown(value)}`]));
  return `${shown(deal.name)} (${deal.id}, ${deal.kind})\n${lines.join("\n")}\n`;
}
