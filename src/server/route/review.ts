// The queue of what is to be reviewed.
import { z } from "@hono/zod-openapi";
import type { OpenAPIHono } from "@hono/zod-openapi";
import { KINDS, REVIEW_REASONS } from "../../deal/index.ts";
import type { Carried } from "../access/index.ts";
import { freshBook } from "../desk.ts";
import type { Desk } from "../desk.ts";
import { after as cursor, next, storedClaimSchema } from "../schema/index.ts";
import { json, route } from "./define.ts";
import { given, plain } from "./given.ts";
import { byBook } from "./tagged.ts";

const itemSchema = z
  .strictObject({
    claim: storedClaimSchema,
    deal: z
      .strictObject({ id: z.string(), name: z.string(), kind: z.enum(KINDS), claims: z.int() })
      .optional()
      .openapi({ description: "The deal that it is of or, with unsure-attachment, may be of" }),
    why: z.array(z.enum(REVIEW_REASONS)),
    score: z.number(),
  })
  .openapi("ReviewItem");

const CURSOR = /^(\d{1,9}(?:\.\d{1,4})?)~([\w-]+)$/;

const list = route(
  "reader",
  [],
  {
    method: "get",
    path: "/review",
    tags: ["review"],
    summary: "Claims that nobody has confirmed, corrected or rejected, those that should be looked at first",
    description:
      "Of the newest thousand strands of the book (what one document tells of one undertaking), which are some 1,100 claims; older ones are found by their documents and deals. " +
      "The score is u × (1 + 2 where the claim moves its deal's state + 1 where others contradict it + 1 where it waits for a deal) × (1 + log10(1 + the deal's claims) / 2), " +
      "u being 1 - confidence, 0.05 at least, and for a claim that waits no less than the doubt about its place. Which claims move a deal is not looked at where it has more than 100.",
    request: {
      query: z.object({
        kind: z.enum(KINDS).optional().openapi({ description: "Of deals of that kind" }),
        after: cursor(CURSOR),
        limit: z.coerce.number().int().min(1).max(200).optional().openapi({ default: 50 }),
      }),
    },
    responses: { 200: json(z.strictObject({ items: z.array(itemSchema), next }).openapi("ReviewPage"), "A page of the queue") },
  },
  byBook,
);

/** Adds the route of the queue. */
export function reviewRoutes(app: OpenAPIHono<Carried>, desk: Desk): void {
  app.openapi(list, async (c) => {
    const { kind, after, limit = 50 } = c.req.valid("query");
    await freshBook(desk, c);
    const at = `${(await desk.ledger.head()).hash} ${desk.keeper.seq}`;
    const { items, more } = await desk.asker.review({ at, limit, ...given({ kind, after: placeOf(after) }) });
    const last = items.at(-1);
    const end = more && last !== undefined ? { next: `${last.score}~${Buffer.from(last.claim.claim.id).toString("base64url")}` } : {};
    return c.json(plain({ items, ...end }), 200);
  });
}

function placeOf(after: string | undefined): { score: number; claim: string } | undefined {
  const [, score, claim] = CURSOR.exec(after ?? "") ?? [];
  return score === undefined || claim === undefined ? undefined : { score: Number(score), claim: Buffer.from(claim, "base64url").toString() };
}
