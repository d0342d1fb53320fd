// list_claims: claims as they stand, by act, party or document.
import { z } from "zod";
import { ACTS } from "../../reading/index.ts";
import type { ClaimFilter, StoredClaim } from "../../ledger/index.ts";
import type { Desk } from "../desk.ts";
import {
  claimPart,
  claimPartSchema,
  claimText,
  cursorFor,
  cursorIn,
  documentPart,
  fitting,
  LONGEST_ID,
  nearestParty,
  pageArgs,
  partyIdOf,
  short,
  word,
} from "../parts/index.ts";
import { unknownDocument } from "../unknown.ts";
import { tool } from "../tool.ts";

const NAME = "list_claims";
const WORDS = 500;

const input = z.strictObject({
  act: z.enum(ACTS).optional().describe("only this act"),
  party: word("only with this actor or target: an id (RUS, UN) or a name").optional(),
  document: z.string().min(1).max(LONGEST_ID).optional().describe("only of this document: its id"),
  ...pageArgs(20, 50),
});

const output = z.strictObject({
  claims: z.array(
    claimPartSchema.extend({
      confidence: z.number().describe("how likely the claim is right, 0 to 1"),
      rule: z.string().describe("what made it: a frame, a model (coder:…) or a person (person:…)"),
      review: z.string().optional().describe("what people decided: confirmed, corrected, added"),
    }),
  ),
  next: z.string().optional().describe("give it as `cursor` for the page behind this one"),
  party: z.string().optional().describe("the id that the party's name was taken for"),
  notes: z.array(z.string()),
});

type Asked = z.infer<typeof input>;

/** `list_claims`. */
export const listClaims = tool({
  name: NAME,
  title: "List claims",
  description:
    "Lists claims as they stand (people's decisions applied), by act, party or document, each with its exact words, who says so and the document.",
  input,
  output,
  ask: async (args, desk) => {
    const party = args.party === undefined ? undefined : (partyIdOf(args.party, desk.knowledge) ?? args.party);
    const filter = filterOf({ ...args, party });
    const after = cursorIn(NAME, args);
    const found = await desk.ledger.claims({ ...filter, limit: args.limit, ...(after === undefined ? {} : { after }) });
    const claims = await fitting(found.claims, (stored) => listed(stored, desk));
    const cut = claims.length < found.claims.length;
    // Where fewer fit, the page that has only them knows where it ended.
    const { next } = cut ? await desk.ledger.claims({ ...filter, limit: claims.length, ...(after === undefined ? {} : { after }) }) : found;
    return {
      claims,
      ...(next === undefined ? {} : { next: cursorFor(NAME, args, next) }),
      ...(party === undefined || party === args.party ? {} : { party }),
      notes: [
        ...(cut ? [`The answer had room for ${claims.length} of ${found.claims.length}: \`next\` goes on.`] : []),
        ...(claims.length === 0 ? await suggestions(args, desk) : []),
      ],
    };
  },
  tell: ({ claims, next, notes }) =>
    [
      claims.length === 0 ? "No claims found.\n" : "",
      ...claims.map(
        (claim) => `${claimText(claim)}  ${claim.rule}, ${claim.confidence.toFixed(2)}${claim.review === undefined ? "" : `; ${claim.review}`}\n`,
      ),
      ...notes.map((note) => `Note: ${note}\n`),
      next === undefined ? "" : `More: cursor ${next}\n`,
    ].join(""),
});

function filterOf({ act, party, document }: Asked): ClaimFilter {
  return { ...(act === undefined ? {} : { act }), ...(party === undefined ? {} : { party }), ...(document === undefined ? {} : { document }) };
}

async function listed({ claim, document, version, review }: StoredClaim, { texts }: Desk) {
  const quote = await texts.quote(document, claim.evidence, WORDS, version);
  const told = (await texts.document(document, version)) ?? { id: document };
  const said = review === undefined ? "" : reviewText(review);
  return {
    ...claimPart(claim, quote, documentPart(told)),
    confidence: claim.confidence,
    rule: short(claim.rule, WORDS),
    ...(said === "" ? {} : { review: said }),
  };
}

/** What people decided of a claim, in words. */
function reviewText({ origin, confirmed, corrected }: NonNullable<StoredClaim["review"]>): string {
  return [
    ...(origin === "read" ? [] : [origin]),
    ...(confirmed ? ["confirmed"] : []),
    ...(corrected.length === 0 ? [] : [`corrected in ${corrected.join(", ")}`]),
  ].join("; ");
}

async function suggestions(args: Asked, desk: Desk): Promise<string[]> {
  const { ledger, knowledge } = desk;
  if (args.cursor !== undefined) return ["No claims are behind this page."];
  if (args.document !== undefined && (await ledger.document(args.document)) === undefined) throw unknownDocument(args.document);
  if (args.party !== undefined && (await ledger.claims({ party: partyIdOf(args.party, knowledge) ?? args.party, limit: 1 })).claims.length === 0) {
    const meant = nearestParty(args.party, knowledge);
    const word = meant === undefined || meant === args.party.toLowerCase() ? "" : `; did you mean "${meant}"?`;
    return [
      `No claim has a party "${args.party}"${word} A party without an id is found by its name exactly as it is told. resolve_party looks names up.`,
    ];
  }
  return ["The ledger holds no such claims: try fewer conditions."];
}
